import {
  Button,
  Dropdown,
  makeStyles,
  mergeClasses,
  Option,
  Spinner,
  tokens,
} from "@fluentui/react-components";
import { CalendarCheckmarkRegular } from "@fluentui/react-icons/svg/calendar-checkmark";
import { PersonAdd48Regular } from "@fluentui/react-icons/svg/person-add";
import { useCallback, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { DueLine } from "../../domain/register/due-list";
import { useServices } from "../services";
import { copyText } from "../shell/copy";
import { Empty, PageFrame } from "../shell/page";
import { RefusalBar } from "../shell/refusal-bar";
import { go } from "../shell/route";
import { asRefusal, useMe, useSite } from "../shell/site";
import { useToasts } from "../shell/toasts";
import { Waiting } from "../shell/waiting";
import { useFillSample } from "../home/use-fill-sample";
import { DueLineView } from "./due-line";
import { useDueList } from "./due-list";

const useStyles = makeStyles({
  top: {
    position: "sticky",
    top: "-8px",
    zIndex: 2,
    margin: "-8px -4px 0 -12px",
    padding: "8px 12px",
    display: "grid",
    gap: "8px",
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  tiles: { display: "grid", gridTemplateColumns: "repeat(3, 1fr)", gap: "8px" },
  tile: {
    display: "flex",
    alignItems: "baseline",
    justifyContent: "space-between",
    padding: "4px 8px",
    minWidth: 0,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground2,
    font: "inherit",
    whiteSpace: "nowrap",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  pressed: { border: `1px solid ${tokens.colorBrandStroke1}`, backgroundColor: tokens.colorBrandBackground2 },
  label: { fontSize: tokens.fontSizeBase200 },
  figure: {
    fontSize: "18px",
    lineHeight: "24px",
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: "tabular-nums",
  },
  red: { color: tokens.colorPaletteRedForeground1 },
  amber: { color: tokens.colorPaletteMarigoldForeground2 },
  group: { margin: "0 -4px 0 -12px" },
  heading: {
    display: "flex",
    gap: "6px",
    margin: 0,
    padding: "8px 12px 4px",
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground3,
  },
  list: { listStyle: "none", margin: 0, padding: 0 },
  more: { width: "100%", fontWeight: tokens.fontWeightRegular },
  filter: { minWidth: 0, minHeight: "28px" },
  buttons: { display: "flex", gap: "8px", flexWrap: "wrap", justifyContent: "center" },
});

type Group = "overdue" | "today" | "week" | "sleeping" | "reassignment";
const tiles = ["overdue", "today", "week"] as const satisfies readonly Group[];
const groups: readonly Group[] = [...tiles, "sleeping", "reassignment"];

/** Each client once: how late comes before how quiet. */
const groupOf = (line: DueLine): Group | undefined =>
  line.status === "overdue" ||
  line.status === "today" ||
  line.status === "week" ||
  line.status === "reassignment"
    ? line.status
    : line.sleeping
      ? "sleeping"
      : undefined;

const step = 40;

export const TodayPage = () => {
  const styles = useStyles();
  const { t } = useTranslation();
  const services = useServices();
  const site = useSite();
  const toast = useToasts();
  const due = useDueList();
  const sample = useFillSample();
  const [who] = useMe();
  const [consultant, setConsultant] = useState(who);
  const [only, setOnly] = useState<Group | undefined>();
  const [shown, setShown] = useState<Readonly<Partial<Record<Group, number>>>>({});
  const today = services.today();

  const byGroup = useMemo(() => {
    const found: Record<Group, DueLine[]> = {
      overdue: [],
      today: [],
      week: [],
      sleeping: [],
      reassignment: [],
    };
    for (const line of due.lines ?? []) {
      const group = groupOf(line);
      if (group !== undefined && (consultant === "" || line.consultant === consultant))
        found[group].push(line);
    }
    return found;
  }, [due.lines, consultant]);

  const jump = useCallback(
    (line: DueLine) => {
      services
        .jump({ sheet: "等级跟踪", form: "grades", row: line.row, key: "name" })
        .catch((fault: unknown) => {
          const { code, where } = asRefusal(fault, line.name);
          toast({ title: t(`refusal.${code}.says`, { where, doing: line.name }), intent: "error" });
        });
    },
    [services, t, toast],
  );
  const copy = useCallback(
    (phone: string) => {
      void copyText(phone).then((done) =>
        toast(done ? { title: t("today.copied", { phone }) } : { title: phone, intent: "info" }),
      );
    },
    [t, toast],
  );
  const follow = useCallback((line: DueLine) => go("follow", { client: line.clientId }), []);

  if (due.refusal && due.lines === undefined)
    return (
      <PageFrame>
        <RefusalBar refusal={due.refusal} retry={due.again} />
      </PageFrame>
    );
  if (due.lines === undefined) return <Waiting />;
  if (due.clients === 0)
    return (
      <PageFrame label={t("pages.today")}>
        <Empty icon={<PersonAdd48Regular />} title={t("today.emptyBookTitle")}>
          <span>{t("today.emptyBookBody")}</span>
          <div className={styles.buttons}>
            <Button appearance="primary" onClick={() => go("visit")}>
              {t("today.firstVisit")}
            </Button>
            <Button
              disabled={sample.busy}
              icon={sample.busy ? <Spinner size="extra-tiny" /> : null}
              onClick={sample.fill}
            >
              {sample.busy ? t("today.sampling") : t("today.sample")}
            </Button>
          </div>
        </Empty>
        {sample.refusal ? <RefusalBar refusal={sample.refusal} retry={sample.fill} /> : null}
      </PageFrame>
    );

  const consultants = site.consultants.filter((each) => each.active).map((each) => each.name);
  const visible = groups.filter(
    (group) => byGroup[group].length > 0 && (only === undefined || only === group),
  );
  return (
    <PageFrame label={t("pages.today")}>
      <div className={styles.top}>
        <div className={styles.tiles} role="group" aria-label={t("pages.today")}>
          {tiles.map((group) => (
            <button
              key={group}
              type="button"
              aria-pressed={only === group}
              className={mergeClasses(styles.tile, only === group && styles.pressed)}
              onClick={() => setOnly(only === group ? undefined : group)}
            >
              <span className={styles.label}>{t(`today.${group}`)}</span>
              <span
                className={mergeClasses(
                  styles.figure,
                  byGroup[group].length > 0 && group === "overdue" && styles.red,
                  byGroup[group].length > 0 && group === "today" && styles.amber,
                )}
              >
                {byGroup[group].length}
              </span>
            </button>
          ))}
        </div>
        <Dropdown
          className={styles.filter}
          size="small"
          aria-label={t("today.consultant")}
          value={consultant || t("today.everyone")}
          selectedOptions={[consultant]}
          onOptionSelect={(_, data) => setConsultant(data.optionValue ?? "")}
        >
          <Option value="">{t("today.everyone")}</Option>
          {consultants.map((name) => (
            <Option key={name} value={name}>
              {name}
            </Option>
          ))}
        </Dropdown>
      </div>
      {due.refusal ? <RefusalBar refusal={due.refusal} retry={due.again} /> : null}
      {visible.length === 0 ? (
        <Empty icon={<CalendarCheckmarkRegular />} title={t("today.emptyTitle")}>
          <span>{t("today.emptyBody")}</span>
        </Empty>
      ) : null}
      {visible.map((group) => {
        const lines = byGroup[group];
        const count = shown[group] ?? step;
        return (
          <section key={group} className={styles.group} aria-label={t(`today.${group}`)}>
            <h2 className={styles.heading}>
              {t(`today.${group}`)} <span>{lines.length}</span>
            </h2>
            <ul className={styles.list}>
              {lines.slice(0, count).map((line) => (
                <DueLineView
                  key={line.clientId}
                  line={line}
                  today={today}
                  showConsultant={consultant === ""}
                  onJump={jump}
                  onCopy={copy}
                  onFollow={follow}
                />
              ))}
            </ul>
            {lines.length > count ? (
              <Button
                appearance="subtle"
                className={styles.more}
                onClick={() => setShown({ ...shown, [group]: count + 5 * step })}
              >
                {t("today.more", { n: Math.min(5 * step, lines.length - count) })}
              </Button>
            ) : null}
          </section>
        );
      })}
    </PageFrame>
  );
};
