import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Fate, joiningOf, numberOf } from "../../domain/register/adoption/adoption";
import { hintSaid } from "../../domain/register/adoption/adoption-hints";
import { dayOfSerial, momentOfSerial } from "../../domain/kit/calendar-day";
import { type DayColumn, isLeft, leftRowOf } from "../../domain/register/adoption/left-rows";
import type { AdoptedForm } from "../../domain/register/old-sheet/old-cells";
import type { RawCell } from "../../domain/register/register";
import { type Language, say } from "../../domain/register/wording";
import { tongueOf } from "../i18n/i18n";

const useStyles = makeStyles({
  tiles: { display: "grid", gridTemplateColumns: "repeat(4, minmax(0, 1fr))", gap: "6px" },
  tile: {
    display: "grid",
    justifyItems: "center",
    padding: "6px 2px",
    minWidth: 0,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground2,
    font: "inherit",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  pressed: { border: `1px solid ${tokens.colorBrandStroke1}`, backgroundColor: tokens.colorBrandBackground2 },
  figure: {
    fontSize: "18px",
    lineHeight: "24px",
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: "tabular-nums",
  },
  small: { fontSize: tokens.fontSizeBase200, lineHeight: "16px", color: tokens.colorNeutralForeground3 },
  hint: {
    fontSize: tokens.fontSizeBase100,
    lineHeight: "14px",
    color: tokens.colorNeutralForeground3,
    textAlign: "center",
  },
  red: { color: tokens.colorPaletteRedForeground1 },
  nothing: { color: tokens.colorNeutralForeground3, padding: "8px 0" },
  list: { listStyle: "none", margin: 0, padding: 0 },
  line: {
    display: "grid",
    padding: "6px 0",
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: "anywhere",
  },
  top: { display: "flex", gap: "6px", alignItems: "baseline" },
  name: { fontWeight: tokens.fontWeightSemibold },
  right: { marginLeft: "auto", fontVariantNumeric: "tabular-nums", whiteSpace: "nowrap" },
  original: {
    maxHeight: "32px",
    overflow: "hidden",
    borderLeft: `2px solid ${tokens.colorNeutralStroke2}`,
    paddingLeft: "6px",
    marginTop: "2px",
  },
  more: { width: "100%" },
});

type Kind = Fate["kind"];
const kinds: readonly Kind[] = ["taken", "joined", "rejected", "setAside"];
const step = 60;

export const countOf = (fates: readonly Fate[]): Readonly<Record<Kind, number>> => {
  const counts = { taken: 0, joined: 0, rejected: 0, setAside: 0 };
  for (const { kind } of fates) counts[kind]++;
  return counts;
};

/** As the old sheet shows it: a day is no number there. */
/** 3.5 and 5 are of a month and a day, and no day of 1900. */
const fewestDays = 3654;

const shownCell = (cell: RawCell, column: number, days: readonly DayColumn[]): string => {
  const isDay = days.some((each) => each.column === column);
  if (typeof cell !== "number" || !isDay || cell < fewestDays) return cell === null ? "" : String(cell);
  return (Number.isInteger(cell) ? dayOfSerial(cell) : momentOfSerial(cell)) ?? String(cell);
};

interface LineProps {
  readonly fate: Fate;
  readonly days: readonly DayColumn[];
  readonly language: Language;
}

const Line = ({ fate, days, language }: LineProps) => {
  const styles = useStyles();
  const { t } = useTranslation();
  const left = isLeft(fate) ? leftRowOf(fate, language) : undefined;
  const isWritten = fate.kind === "taken" || (fate.kind === "joined" && !fate.already);
  // Who is new to the roster is asked once, for all rows.
  const hints = isWritten ? fate.hints.filter(({ code }) => code !== "rosterToGrow") : [];
  const original = left?.cells
    .map((cell, column) => shownCell(cell, column, days))
    .filter((text) => text !== "")
    .join(" · ");
  return (
    <li className={styles.line}>
      <span className={styles.top}>
        <span className={styles.small}>{t("adopt.rowOf", { row: fate.row })}</span>
        <span className={styles.name}>{fate.name}</span>
        {fate.form === undefined ? null : (
          <span className={styles.small}>{t(`adopt.form_${fate.form}`)}</span>
        )}
        {fate.kind === "joined" || fate.kind === "taken" ? (
          <span className={styles.right}>
            {fate.kind === "joined" ? t("adopt.into", { number: numberOf(fate) }) : numberOf(fate)}
          </span>
        ) : null}
      </span>
      {fate.kind === "joined" ? (
        <span className={styles.small}>{say(joiningOf(fate), language).says}</span>
      ) : null}
      {hints.map((hint, at) => (
        <span key={at} className={styles.small}>
          {hintSaid(hint, language)}
        </span>
      ))}
      {left ? (
        <>
          <span className={mergeClasses(styles.small, fate.kind === "rejected" && styles.red)}>
            {left.says}
          </span>
          {fate.kind === "rejected" ? <span className={styles.small}>{left.remedy}</span> : null}
          <span className={mergeClasses(styles.small, styles.original)} title={original}>
            {original}
          </span>
        </>
      ) : null}
    </li>
  );
};

/** What becomes of every row: new, joined, left with its reason and its original text, or no record. */
export const FateList = ({
  form,
  fates,
  days,
}: {
  readonly form: AdoptedForm;
  readonly fates: readonly Fate[];
  readonly days: readonly DayColumn[];
}) => {
  const styles = useStyles();
  const { t, i18n } = useTranslation();
  const counts = useMemo(() => countOf(fates), [fates]);
  const [kind, setKind] = useState<Kind>(counts.rejected > 0 ? "rejected" : "taken");
  const [shown, setShown] = useState(step);
  const own = useMemo(() => fates.filter((each) => each.kind === kind), [fates, kind]);
  const language = tongueOf(i18n.language);
  return (
    <>
      <div className={styles.tiles} role="group" aria-label={t("adopt.preview")}>
        {kinds.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={kind === each}
            className={mergeClasses(styles.tile, kind === each && styles.pressed)}
            onClick={() => {
              setKind(each);
              setShown(step);
            }}
          >
            <span
              className={mergeClasses(styles.figure, each === "rejected" && counts[each] > 0 && styles.red)}
            >
              {counts[each]}
            </span>
            <span>{t(`adopt.${each}`)}</span>
            <span className={styles.hint}>
              {form === "units" && (each === "taken" || each === "joined")
                ? t(`adopt.${each}HintUnits`)
                : t(`adopt.${each}Hint`)}
            </span>
          </button>
        ))}
      </div>
      {own.length === 0 ? <span className={styles.nothing}>{t(`adopt.none_${kind}`)}</span> : null}
      <ul className={styles.list}>
        {own.slice(0, shown).map((fate, at) => (
          <Line key={at} fate={fate} days={days} language={language} />
        ))}
      </ul>
      {own.length > shown ? (
        <Button appearance="subtle" className={styles.more} onClick={() => setShown(shown + 5 * step)}>
          {t("adopt.more", { n: Math.min(5 * step, own.length - shown) })}
        </Button>
      ) : null}
    </>
  );
};
