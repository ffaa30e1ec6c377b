/** 销控: the board that hangs in the sales office, and what is done from it (R13). */
import { Button, Dropdown, makeStyles, Option, Tab, TabList, tokens } from "@fluentui/react-components";
import { BuildingRegular } from "@fluentui/react-icons/svg/building";
import { useCallback, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Change } from "../../domain/register/change";
import { type Chasing, chasing } from "../../domain/register/sales/chasing";
import { gradeWants } from "../../domain/register/grade-rows";
import { salesLedger, salesWants } from "../../domain/register/sales/sales-ledger";
import { type BoardUnit, matches, unitBoard, isBareBuilding } from "../../domain/register/sales/unit-board";
import type { Wanted } from "../../domain/register/wanted";
import type { WorkbookRefused } from "../../workbook/port";
import { usePaper } from "../entry/use-paper";
import { useSave } from "../entry/use-save";
import { useServices } from "../services";
import { Empty, PageFrame } from "../shell/page";
import { useReading } from "../shell/reading";
import { RefusalBar } from "../shell/refusal-bar";
import { useRoute } from "../shell/route";
import { asRefusal, useSite, useStanding } from "../shell/site";
import { useToasts } from "../shell/toasts";
import { Unread } from "../shell/unread";
import { useRefuse } from "../today/refuse-buttons";
import { BuildingGrid } from "./building-grid";
import { ChaseList } from "./chase-list";
import { ChosenUnit } from "./chosen-unit";
import { FilterBar, filterOf, noFilter } from "./filter-bar";
import { Generator } from "./generator";
import { Legend } from "./legend";

const useStyles = makeStyles({
  buttons: { display: "flex", gap: "8px", flexWrap: "wrap", justifyContent: "center" },
  head: { display: "flex", gap: "8px", alignItems: "center" },
  building: { minWidth: 0, flex: 1 },
  tabs: { margin: "-4px 0 0 -8px" },
  alarm: { color: tokens.colorPaletteRedForeground1 },
});

const doing = "读取销控表";
const wants: Wanted = {
  ...salesWants,
  visitors: ["clientId", "name", "consultant", "mobile", "phone"],
  calls: ["clientId", "name", "consultant", "mobile", "otherContact"],
  grades: gradeWants,
};

/** Changes decided here, as one operation of 撤销. */
const useChange = () => {
  const services = useServices();
  const { written } = useStanding();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<
    | { readonly refusal: WorkbookRefused; readonly changes: readonly Change[]; readonly what: string }
    | undefined
  >();
  const change = async (changes: readonly Change[], what: string): Promise<boolean> => {
    setBusy(true);
    setRefused(undefined);
    try {
      await services.change(changes, what);
      written();
      return true;
    } catch (fault) {
      setRefused({ refusal: asRefusal(fault, what), changes, what });
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, refused, change };
};

const noneChased: Chasing = { money: [], papers: [] };

export const BoardPage = () => {
  const styles = useStyles();
  const { t } = useTranslation();
  const services = useServices();
  const site = useSite();
  const toast = useToasts();
  const saver = useSave();
  const changer = useChange();
  const refusing = useRefuse();
  const { asked } = useRoute();
  const today = services.today();
  const { book, refusal, again } = useReading(wants, doing);
  const paper = usePaper(site, book, today);
  const [tab, setTab] = useState<"units" | "chase">(asked["tab"] === "chase" ? "chase" : "units");
  const [building, setBuilding] = useState<string | undefined>();
  const [typed, setTyped] = useState(noFilter);
  const [generating, setGenerating] = useState(false);
  // By its number: rows move when the board is sorted.
  const [chosen, setChosen] = useState<string | undefined>(asked["unit"]);

  const ledger = useMemo(() => (book === undefined ? undefined : salesLedger(book, today)), [book, today]);
  const board = useMemo(() => (ledger === undefined ? [] : unitBoard(ledger)), [ledger]);
  const chased = useMemo(
    () => (book === undefined ? noneChased : chasing(book, today, site.policies.signWithin)),
    [book, today, site.policies.signWithin],
  );
  const choose = useCallback((each: BoardUnit) => setChosen(each.unit.unitNo), []);
  const wanted = board.find(({ units }) => units.some(({ unit }) => unit.unitNo === chosen));
  const shown = board.find(({ name }) => name === building) ?? wanted ?? board[0];
  const filter = useMemo(() => filterOf(typed), [typed]);
  const matching = useMemo(
    () => new Set((shown?.units ?? []).filter((each) => matches(each, filter))),
    [shown, filter],
  );

  if (book === undefined || ledger === undefined) return <Unread refusal={refusal} again={again} />;

  const generate = async (changes: readonly Change[]) => {
    if (!(await changer.change(changes, t("board.doingGenerate")))) return;
    setGenerating(false);
    toast({ title: t("board.genDone", { n: changes.length }), undo: true });
  };
  const notice = refusal ? (
    <RefusalBar refusal={refusal} retry={again} />
  ) : saver.refusal ? (
    <RefusalBar refusal={saver.refusal} retry={saver.forget} />
  ) : refusing.saver.refusal ? (
    <RefusalBar refusal={refusing.saver.refusal} retry={refusing.saver.forget} />
  ) : changer.refused ? (
    <RefusalBar
      refusal={changer.refused.refusal}
      retry={() => changer.refused && void generate(changer.refused.changes)}
    />
  ) : undefined;

  if (generating)
    return (
      <PageFrame label={t("pages.board")} notice={notice} onCancel={() => setGenerating(false)}>
        <Generator
          ledger={ledger}
          today={today}
          busy={changer.busy}
          onGenerate={(changes) => void generate(changes)}
          onCancel={() => setGenerating(false)}
        />
      </PageFrame>
    );

  const nameOf = (name: string): string =>
    name === "" ? t("board.buildingNone") : isBareBuilding(name) ? t("board.buildingName", { name }) : name;
  const layouts = [...new Set((shown?.units ?? []).map(({ unit }) => unit.layout))].filter(
    (layout) => layout !== "",
  );
  const open = shown?.units.find(({ unit }) => unit.unitNo === chosen);
  const card =
    tab === "units" && open ? (
      <ChosenUnit
        key={open.unit.unitNo}
        of={open}
        ledger={ledger}
        paper={paper}
        saver={saver}
        onClose={() => setChosen(undefined)}
      />
    ) : undefined;
  return (
    <PageFrame
      label={t("pages.board")}
      notice={
        notice || card ? (
          <>
            {notice}
            {card}
          </>
        ) : undefined
      }
      onCancel={() => setChosen(undefined)}
    >
      <TabList
        size="small"
        className={styles.tabs}
        selectedValue={tab}
        onTabSelect={(_, data) => setTab(data.value === "chase" ? "chase" : "units")}
      >
        <Tab value="units">{t("board.tabUnits")}</Tab>
        <Tab value="chase">
          {t("board.tabChase")}{" "}
          <span className={chased.money.length > 0 ? styles.alarm : undefined}>{chased.money.length}</span>
        </Tab>
      </TabList>
      {tab === "chase" ? (
        <ChaseList
          {...chased}
          refusing={refusing}
          onJump={({ register, form, row }) => void services.jump({ sheet: register.sheet, form, row })}
        />
      ) : shown === undefined ? (
        <Empty icon={<BuildingRegular />} title={t("board.emptyTitle")}>
          <span>{t("board.emptyBody")}</span>
          <div className={styles.buttons}>
            <Button appearance="primary" onClick={() => setGenerating(true)}>
              {t("board.generate")}
            </Button>
            <Button
              onClick={() =>
                void services.jump({ sheet: book.registers.units?.sheet ?? "销控表", form: "units" })
              }
            >
              {t("board.openSheet")}
            </Button>
          </div>
        </Empty>
      ) : (
        <>
          <div className={styles.head}>
            <Dropdown
              size="small"
              className={styles.building}
              aria-label={t("board.building")}
              value={nameOf(shown.name)}
              selectedOptions={[shown.name]}
              onOptionSelect={(_, data) => {
                setBuilding(data.optionValue ?? "");
                setChosen(undefined);
              }}
            >
              {board.map(({ name, units }) => (
                <Option key={name} value={name} text={nameOf(name)}>
                  {`${nameOf(name)} · ${units.length}`}
                </Option>
              ))}
            </Dropdown>
            <Button size="small" appearance="subtle" onClick={() => setGenerating(true)}>
              {t("board.generate")}
            </Button>
          </div>
          <FilterBar
            typed={typed}
            layouts={layouts}
            onChange={setTyped}
            shown={matching.size}
            all={shown.units.length}
          />
          <Legend units={shown.units} />
          <BuildingGrid
            building={shown}
            name={nameOf(shown.name)}
            matching={matching.size === shown.units.length ? undefined : matching}
            chosen={open?.unit.row}
            onChoose={choose}
          />
        </>
      )}
    </PageFrame>
  );
};
