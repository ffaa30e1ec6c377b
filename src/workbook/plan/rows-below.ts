/** R14: rows that stand below their table, which did not take them in; notes and other tables are nobody's records. */
import { type Field } from "../../domain/form/field";
import { fieldsOf } from "../../domain/form/form";
import { type FormKey, formOf } from "../../domain/forms/index";
import { intentScores } from "../../domain/forms/intent-scores";
import { lists } from "../../domain/forms/lists";
import { settingKeys, settings } from "../../domain/forms/settings";
import { isEmptyCell } from "../../domain/register/read-answer";
import type { RawCell } from "../../domain/register/register";
import { isConsultantLike } from "../../domain/register/old-sheet/sheet-consultants";
import type { TableSeen } from "./inspected";
import { metaKeys } from "./ledger-sheet";
import { likeness } from "./likeness";
import { isRegister, mostBelow } from "./where-to-look";

export interface RowsBelow {
  /** Rows of the sheet, from 0, the last inside. */
  readonly first: number;
  readonly last: number;
  /** They are records. Otherwise people are asked. */
  readonly sure: boolean;
}

type Cells = Readonly<Record<string, string | number>>;
/** Is the line a record of the table? Nothing: no. */
type Test = (cells: Cells) => "surely" | "perhaps" | undefined;

const isIn = (choices: readonly string[], cell: string | number | undefined): boolean =>
  choices.some((choice) => choice === cell);

const signalCaptions: readonly string[] = fieldsOf(intentScores).map(([, { caption }]) => caption);
const lineCaptions: readonly string[] = settingKeys.map((key) => settings[key]);

const when = (test: boolean): "surely" | undefined => (test ? "surely" : undefined);

/** The tables beside each other on 设置 and the hidden sheet: below them may stand anything. */
const small: Readonly<Partial<Record<FormKey, Test>>> = {
  settingLines: ({ name }) => when(isIn(lineCaptions, name)),
  consultants: ({ name, active, group }) => {
    if (typeof name !== "string" || [...name].length > 12 || /[\p{N}\p{P}]/u.test(name.replaceAll("·", "")))
      return undefined;
    const told = isIn(lists.yesNo.choices, active) || isIn(lists.group.choices, group);
    return told || isConsultantLike(name) ? "surely" : "perhaps";
  },
  cadence: ({ policy, grade, first, earliest, latest }) =>
    when(
      policy !== undefined &&
        isIn(["A", "B", "C"], grade) &&
        [first, earliest, latest].some((days) => typeof days === "number"),
    ),
  signals: ({ signal, weight }) => when(isIn(signalCaptions, signal) && typeof weight === "number"),
  counters: ({ prefix, highest }) =>
    when(/^[A-Z]{2}-[A-Z]+$/u.test(String(prefix ?? "")) && typeof highest === "number"),
  meta: ({ key }) => when(isIn(Object.values(metaKeys), key)),
};

/** Where rows are looked for: the lines of a check are the program's own. */
export const mayLackRows = (key: FormKey): boolean => isRegister({ key }) || small[key] !== undefined;

const cellsOf = ({ key, headers }: TableSeen, row: readonly RawCell[]): Cells =>
  Object.fromEntries(
    fieldsOf(formOf(key)).flatMap(([field, { caption }]): [string, string | number][] => {
      const cell = row[headers.indexOf(caption)];
      if (typeof cell === "number") return [[field, cell]];
      return typeof cell === "string" && cell.trim() !== "" ? [[field, cell.trim()]] : [];
    }),
  );

/** Does a line below a register read like one of its records? */
const isRecord = (seen: TableSeen, row: readonly RawCell[]): boolean => {
  const told = fieldsOf(formOf(seen.key)).flatMap(([, field]: readonly [string, Field]) => {
    const cell = row[seen.headers.indexOf(field.caption)];
    return isEmptyCell(cell) ? [] : [likeness(field, [cell])];
  });
  const like = told.filter((share) => share === 1).length;
  return told.length >= 2 && like > told.filter((share) => share === 0).length;
};

interface Line {
  readonly at: number;
  readonly row: readonly RawCell[];
}

/** Down to the last line that is a record, but not over one that is none. */
const belowSmall = (
  seen: TableSeen,
  lines: readonly Line[],
  bottom: number,
  test: Test,
): RowsBelow | undefined => {
  const answers = lines.map(({ at, row }) => ({ at, is: test(cellsOf(seen, row)) }));
  const end = answers.findIndex(({ is }) => is === undefined);
  const records = end < 0 ? answers : answers.slice(0, end);
  const [first, last] = [records[0], records.at(-1)];
  return first === undefined || last === undefined
    ? undefined
    : {
        first: bottom + 1 + first.at,
        last: bottom + 1 + last.at,
        sure: records.every(({ is }) => is === "surely"),
      };
};

export const rowsBelow = (seen: TableSeen): RowsBelow | undefined => {
  if (seen.totals || !mayLackRows(seen.key)) return undefined;
  const bottom = seen.headerRow + seen.count;
  const lines = seen.below
    .map((row, at) => ({ row, at }))
    .filter(({ row }) => row.some((cell) => !isEmptyCell(cell)));
  const test = small[seen.key];
  if (test !== undefined) return belowSmall(seen, lines, bottom, test);
  if (seen.usedBottom <= bottom) return undefined;
  const records = lines.filter(({ row }) => isRecord(seen, row));
  const sure = records.length * 2 > lines.length;
  const isSeenWhole = seen.usedBottom <= bottom + mostBelow;
  return {
    first: bottom + 1 + (lines[0]?.at ?? 0),
    // What stands below the last record is a note, or asked about.
    last: sure && isSeenWhole ? bottom + 1 + (records.at(-1)?.at ?? 0) : seen.usedBottom,
    sure,
  };
};

/** Lines of 设置 that stand below their table: they are not gone. */
export const linesBelow = (seen: TableSeen | undefined): readonly string[] => {
  const found = seen && rowsBelow(seen);
  if (seen === undefined || found === undefined) return [];
  const bottom = seen.headerRow + seen.count;
  return seen.below.slice(0, found.last - bottom).flatMap((row) => {
    const { name } = cellsOf(seen, row);
    return typeof name === "string" ? [name] : [];
  });
};
