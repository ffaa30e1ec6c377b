/** 批量生成房源: buildings × sections × floors × doors, with layout, area and price by door; shown before it is done. */
import { Button, Field, Input, makeStyles, Select, Spinner, tokens } from "@fluentui/react-components";
import { Add16Regular } from "@fluentui/react-icons/svg/add";
import { Dismiss16Regular } from "@fluentui/react-icons/svg/dismiss";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CalendarDay } from "../../domain/kit/calendar-day";
import { readMoney } from "../../domain/kit/money";
import { type DoorLine, generateUnits, mostUnits } from "../../domain/register/sales/generate-units";
import type { Change } from "../../domain/register/change";
import { readNumber } from "../../domain/register/read-number";
import type { SalesLedger } from "../../domain/register/sales/sales-ledger";
import { useSite } from "../shell/site";

const useStyles = makeStyles({
  form: { display: "grid", gap: "8px" },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  grid: { display: "grid", gridTemplateColumns: "repeat(2, minmax(0, 1fr))", gap: "4px 8px" },
  doors: { border: "none", margin: 0, padding: 0, display: "grid", gap: "4px", minWidth: 0 },
  legend: { padding: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  door: { display: "grid", gridTemplateColumns: "44px 64px minmax(0, 1fr) minmax(0, 1fr) 24px", gap: "4px" },
  input: { minWidth: 0, width: "100%" },
  drop: { minWidth: 0, padding: 0 },
  preview: {
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    overflowWrap: "anywhere",
  },
  buttons: { display: "flex", gap: "8px", justifyContent: "flex-end" },
});

interface DoorTyped {
  readonly door: string;
  readonly layout: string;
  readonly area: string;
  readonly price: string;
}

interface Typed {
  readonly buildings: string;
  readonly sections: string;
  readonly from: string;
  readonly to: string;
  readonly without: string;
  readonly propertyType: string;
  readonly doors: readonly DoorTyped[];
}

const emptyDoor = (n: number): DoorTyped => ({
  door: String(n).padStart(2, "0"),
  layout: "",
  area: "",
  price: "",
});

const start: Typed = {
  buildings: "1",
  sections: "1",
  from: "1",
  to: "6",
  without: "",
  propertyType: "",
  doors: [emptyDoor(1), emptyDoor(2)],
};

const whole = (text: string): number => {
  const read = readNumber(text);
  return read === undefined ? Number.NaN : Math.trunc(read);
};

/** Nothing while a door has no number, area or price. */
const doorsOf = (typed: readonly DoorTyped[]): readonly DoorLine[] | undefined => {
  const doors: DoorLine[] = [];
  for (const { door, layout, area, price } of typed) {
    const floorArea = readNumber(area);
    const unitPrice = readMoney(price);
    if (door.trim() === "" || floorArea === undefined || floorArea <= 0 || !unitPrice.ok) return undefined;
    if (unitPrice.value <= 0) return undefined;
    doors.push({ door: door.trim(), layout, floorArea, unitPrice: unitPrice.value });
  }
  return doors;
};

interface GeneratorProps {
  readonly ledger: SalesLedger;
  readonly today: CalendarDay;
  readonly busy: boolean;
  readonly onGenerate: (changes: readonly Change[]) => void;
  readonly onCancel: () => void;
}

export const Generator = ({ ledger, today, busy, onGenerate, onCancel }: GeneratorProps) => {
  const styles = useStyles();
  const { t } = useTranslation();
  const { lists } = useSite();
  const [typed, setTyped] = useState(start);
  const set = (some: Partial<Typed>) => setTyped((before) => ({ ...before, ...some }));
  const setDoor = (at: number, some: Partial<DoorTyped>) =>
    setTyped((before) => ({
      ...before,
      doors: before.doors.map((each, n) => (n === at ? { ...each, ...some } : each)),
    }));
  const made = useMemo(() => {
    const doors = doorsOf(typed.doors);
    const numbers = [typed.sections, typed.from, typed.to].map(whole);
    const [sections = 0, fromFloor = 0, toFloor = 0] = numbers;
    if (doors === undefined || numbers.some(Number.isNaN)) return "nothing";
    const { buildings, without, propertyType } = typed;
    return generateUnits(
      ledger,
      { buildings, sections, fromFloor, toFloor, without, propertyType, doors },
      today,
    );
  }, [typed, ledger, today]);
  const ready = typeof made !== "string" && made.changes.length > 0;
  const previewed = (): string => {
    if (made === "tooMany") return t("board.genTooMany", { n: mostUnits });
    if (made === "nothing") return t("board.genNothing");
    const { unitNos, known } = made;
    const first = unitNos[0] ?? "";
    return [
      unitNos.length === 1
        ? t("board.genPreviewOne", { first })
        : unitNos.length > 1
          ? t("board.genPreview", { n: unitNos.length, first, last: unitNos.at(-1) ?? "" })
          : "",
      known.length > 0 ? t("board.genKnown", { n: known.length }) : "",
    ]
      .filter((each) => each !== "")
      .join(" ");
  };
  const field = (key: "buildings" | "sections" | "from" | "to" | "without", label: string, hint?: string) => (
    <Field label={label} size="small">
      <Input
        size="small"
        className={styles.input}
        input={{ style: { minWidth: 0 } }}
        autoComplete="off"
        placeholder={hint ?? ""}
        value={typed[key]}
        onChange={(_, data) => set({ [key]: data.value })}
      />
    </Field>
  );
  return (
    <form
      className={styles.form}
      aria-label={t("board.genTitle")}
      noValidate
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && !busy) onGenerate(made.changes);
      }}
    >
      <h2 className={styles.title}>{t("board.genTitle")}</h2>
      <div className={styles.grid}>
        {field("buildings", t("board.genBuildings"), t("board.genBuildingsHint"))}
        {field("sections", t("board.genSections"))}
        {field("from", t("board.genFrom"))}
        {field("to", t("board.genTo"))}
        {field("without", t("board.genWithout"), t("board.genWithoutHint"))}
        <Field label={t("board.genType")} size="small">
          <Select
            size="small"
            value={typed.propertyType}
            onChange={(_, data) => set({ propertyType: data.value })}
          >
            {["", ...lists.propertyType].map((each) => (
              <option key={each} value={each}>
                {each}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <fieldset className={styles.doors}>
        <legend className={styles.legend}>{t("board.genDoors")}</legend>
        {typed.doors.map((line, at) => {
          const n = `${at + 1}`;
          return (
            <div key={at} className={styles.door}>
              <Input
                size="small"
                className={styles.input}
                input={{ style: { minWidth: 0, padding: 0 } }}
                aria-label={`${t("board.genDoor")} ${n}`}
                value={line.door}
                onChange={(_, data) => setDoor(at, { door: data.value })}
              />
              <Select
                size="small"
                className={styles.input}
                aria-label={`${t("board.layout")} ${n}`}
                value={line.layout}
                onChange={(_, data) => setDoor(at, { layout: data.value })}
              >
                {["", ...lists.dealLayout].map((each) => (
                  <option key={each} value={each}>
                    {each}
                  </option>
                ))}
              </Select>
              <Input
                size="small"
                className={styles.input}
                input={{ style: { minWidth: 0 } }}
                inputMode="decimal"
                aria-label={`${t("board.genArea")} ${n}`}
                placeholder={t("board.genArea")}
                value={line.area}
                onChange={(_, data) => setDoor(at, { area: data.value })}
              />
              <Input
                size="small"
                className={styles.input}
                input={{ style: { minWidth: 0 } }}
                inputMode="decimal"
                aria-label={`${t("board.genPrice")} ${n}`}
                placeholder={t("board.genPrice")}
                value={line.price}
                onChange={(_, data) => setDoor(at, { price: data.value })}
              />
              <Button
                size="small"
                appearance="subtle"
                className={styles.drop}
                icon={<Dismiss16Regular />}
                disabled={typed.doors.length === 1}
                aria-label={t("board.genDropDoor", { door: line.door })}
                onClick={() => set({ doors: typed.doors.filter((_, other) => other !== at) })}
              />
            </div>
          );
        })}
        <Button
          size="small"
          appearance="subtle"
          icon={<Add16Regular />}
          style={{ justifySelf: "start" }}
          onClick={() =>
            set({
              doors: [
                ...typed.doors,
                {
                  ...(typed.doors.at(-1) ?? emptyDoor(1)),
                  door: String(typed.doors.length + 1).padStart(2, "0"),
                },
              ],
            })
          }
        >
          {t("board.genAddDoor")}
        </Button>
      </fieldset>
      <span className={styles.preview} role="status">
        {previewed()}
      </span>
      <div className={styles.buttons}>
        <Button onClick={onCancel}>{t("board.cancel")}</Button>
        <Button
          appearance="primary"
          type="submit"
          disabledFocusable={!ready || busy}
          icon={busy ? <Spinner size="extra-tiny" appearance="inverted" /> : null}
        >
          {busy ? t("board.saving") : t("board.genGo")}
        </Button>
      </div>
    </form>
  );
};
