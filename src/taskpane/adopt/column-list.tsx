import { Badge, makeStyles, mergeClasses, Select, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { type FilledDown, rowsFilled, rowSpans } from "../../domain/register/old-sheet/fill-down";
import type { AdoptedForm, ColumnUse, Mapping, OldTable } from "../../domain/register/old-sheet/old-cells";
import { headerAt, matchesAs, ownCaption, widthOf } from "../../domain/register/old-sheet/old-mapping";
import {
  comingKey,
  oldGradeKey,
  oldTargetsOf,
  talkAtKey,
  talkMethodKey,
  talkNotesKey,
} from "../../domain/register/old-sheet/old-targets";
import { unitNoKey } from "../../domain/register/old-sheet/old-units";
import { unitParts } from "../../domain/register/old-sheet/unit-parts";
import { saysTimeAlone } from "../../domain/register/old-sheet/old-times";
import { dayOfSerial, momentOfSerial } from "../../domain/kit/calendar-day";
import { formOf } from "../../domain/forms/index";
import type { RawCell } from "../../domain/register/register";
import { captionOf } from "../i18n/captions";
import { tongueOf } from "../i18n/i18n";
import * as words from "./words";

const useStyles = makeStyles({
  list: { listStyle: "none", margin: 0, padding: 0 },
  line: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) 140px",
    columnGap: "8px",
    alignItems: "center",
    padding: "6px 0",
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  head: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  theirs: { minWidth: 0 },
  header: { fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  guess: { marginLeft: "6px", verticalAlign: "text-bottom" },
  sample: {
    display: "block",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
  },
  select: { "& select": { paddingRight: "24px", fontSize: tokens.fontSizeBase200 } },
  left: { opacity: 0.65 },
  own: { gridColumn: "1 / -1", fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
});

/** What a column can be that no form has. */
const besideForms: Readonly<Record<string, `target_${string}` & keyof typeof words.zh>> = {
  [comingKey]: "target_comesBy",
  [talkAtKey]: "target_talkAt",
  [talkMethodKey]: "target_talkMethod",
  [talkNotesKey]: "target_talkNotes",
};

/** The caption as the page's language has it. */
export const targetCaption = (language: string, form: AdoptedForm, key: string): string => {
  const beside = besideForms[key];
  if (beside !== undefined) return words[tongueOf(language)][beside];
  const caption = oldTargetsOf(form).find((target) => target.key === key)?.caption ?? key;
  const home = key in formOf(form).fields ? form : key === oldGradeKey ? "grades" : "visitors";
  return captionOf(language, home, key, caption);
};

const shown = (cell: RawCell | undefined, isDay: boolean): string => {
  if (!isDay || typeof cell !== "number") return String(cell ?? "").trim();
  // A time is kept as a part of a day: 0.4375 is 10:30.
  const read = saysTimeAlone(cell) ? momentOfSerial(cell + 1)?.slice(11) : dayOfSerial(Math.floor(cell));
  return read ?? String(cell);
};

const sampleRows = 60;

/** The first three that differ. */
const samplesOf = ({ rows }: OldTable, column: number, isDay: boolean): string => {
  const found = new Set<string>();
  for (const { cells } of rows.slice(0, sampleRows)) {
    const text = shown(cells[column], isDay).replace(/\s+/gu, " ");
    if (text !== "") found.add(text);
    if (found.size === 3) break;
  }
  return [...found].join("、");
};

/** A choice of the list as one text: "b:name", "own", "leave". */
const spelled = (use: ColumnUse | undefined): string =>
  use?.use === "blank" ? `b:${use.key}` : (use?.use ?? "leave");

interface ColumnListProps {
  readonly table: OldTable;
  readonly form: AdoptedForm;
  readonly mapping: Mapping;
  readonly isKept: boolean;
  readonly onUse: (column: number, use: ColumnUse) => void;
}

/** Their columns and our blanks, with samples, to be corrected. Two columns may go to one blank. */
export const ColumnList = ({ table, form, mapping, isKept, onUse }: ColumnListProps) => {
  const styles = useStyles();
  const { t, i18n } = useTranslation();
  const matches = useMemo(() => matchesAs(table, form), [table, form]);
  const targets = useMemo(
    () => oldTargetsOf(form).map(({ key }) => ({ key, caption: targetCaption(i18n.language, form, key) })),
    [form, i18n.language],
  );
  const isDay = (use: ColumnUse | undefined): boolean => {
    if (use?.use === "blank" && use.key === talkAtKey) return true;
    const kind = use?.use === "blank" ? formOf(form).fields[use.key]?.kind : undefined;
    return kind === "day" || kind === "moment";
  };
  /** The other columns of a day and its time, or of a unit's parts. */
  const beside = (column: number): string | undefined => {
    const use = mapping[column];
    if (use?.use !== "blank" || use.key === talkAtKey || (!isDay(use) && use.key !== unitNoKey))
      return undefined;
    const goesWith = (key: string): boolean =>
      key === use.key || (form === "units" && use.key === unitNoKey && unitParts.has(key));
    const others = mapping.flatMap((each, at) =>
      at !== column && each.use === "blank" && goesWith(each.key)
        ? [headerAt(table, at) || t("adopt.column", { n: at + 1 })]
        : [],
    );
    if (others.length === 0) return undefined;
    return use.key === unitNoKey
      ? t("adopt.joinedUnit", { headers: others.join("、") })
      : t("adopt.joinedTo", { header: others.join("、") });
  };
  /** "3–4 ← 2 李娜": the first three. */
  const runsOf = ({ runs }: FilledDown): string =>
    runs
      .slice(0, 3)
      .map(({ from, rows, value }) => t("adopt.filledRun", { rows: rowSpans(rows), from, value }))
      .join(t("adopt.filledBetween")) + (runs.length > 3 ? "……" : "");
  return (
    <ul className={styles.list}>
      <li className={mergeClasses(styles.line, styles.head)} aria-hidden>
        <span>{t("adopt.theirs")}</span>
        <span>{t("adopt.ours")}</span>
      </li>
      {Array.from({ length: widthOf(table) }, (_, column) => {
        const use = mapping[column];
        const header = headerAt(table, column);
        const sample = samplesOf(table, column, isDay(use));
        if (header === "" && sample === "") return null;
        const match = matches[column];
        const joinedTo = beside(column);
        const filled = table.filled?.find((each) => each.column === column);
        const isGuess = !isKept && match?.how === "likeness" && use?.use === "blank" && use.key === match.key;
        return (
          <li key={column} className={mergeClasses(styles.line, spelled(use) === "leave" && styles.left)}>
            <span className={styles.theirs}>
              <span className={styles.header} id={`adopt-column-${column}`}>
                {header || t("adopt.column", { n: column + 1 })}
              </span>
              {isGuess ? (
                <Badge
                  className={styles.guess}
                  appearance="tint"
                  color="warning"
                  size="small"
                  title={t("adopt.guessHint")}
                >
                  {t("adopt.guess")}
                </Badge>
              ) : null}
              <span className={styles.sample} title={sample}>
                {sample}
              </span>
            </span>
            <Select
              size="small"
              className={styles.select}
              aria-labelledby={`adopt-column-${column}`}
              value={spelled(use)}
              onChange={(_, { value }) =>
                onUse(
                  column,
                  value === "leave"
                    ? { use: "leave" }
                    : value === "own"
                      ? { use: "own", caption: ownCaption(form, header, column) }
                      : { use: "blank", key: value.slice(2) },
                )
              }
            >
              <optgroup label={t("adopt.ownGroup")}>
                <option value="own">{t("adopt.own")}</option>
                <option value="leave">{t("adopt.leave")}</option>
              </optgroup>
              <optgroup label={t("adopt.blankGroup")}>
                {targets.map(({ key, caption }) => (
                  <option key={key} value={`b:${key}`}>
                    {caption}
                  </option>
                ))}
              </optgroup>
            </Select>
            {joinedTo === undefined ? null : <span className={styles.own}>{joinedTo}</span>}
            {filled === undefined || use?.use !== "blank" ? null : (
              <span className={styles.own}>
                {t("adopt.filledDown", { n: rowsFilled(filled), runs: runsOf(filled) })}
              </span>
            )}
            {use?.use === "own" && !isKept && match?.unlike !== undefined ? (
              <span className={styles.own}>
                {t("adopt.unlike", { caption: targetCaption(i18n.language, form, match.unlike.key) })}
              </span>
            ) : null}
            {use?.use === "own" && use.caption !== header ? (
              <span className={styles.own}>{t("adopt.named", { caption: use.caption })}</span>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
};
