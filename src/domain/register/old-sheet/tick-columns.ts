/**
 * 收编: one blank over several columns, one for each choice, ticked: 认知途径 over 路过 电视 户外, 性别 over 男 女,
 * A B C D. They become one column of answers, the first of them, before anything else is asked of the table; the
 * others are left empty, and nothing is lost: only columns of ticks are taken together.
 */
import { fieldsOf } from "../../form/form";
import { formOf } from "../../forms/index";
import { type ListKey, lists } from "../../forms/lists";
import { plain } from "../../kit/text";
import { isNoTick, isTick } from "../../kit/ticked";
import type { Grade } from "../../rules/grade";
import { gradeOfCaption } from "./ladder-captions";
import { matchChoice } from "../match-choice";
import { bareCaption } from "../match-headers";
import type { AdoptedForm } from "./old-cells";
import type { OldGrid } from "./old-grid";
import type { Region } from "./old-regions";
import { oldGradeKey, oldTargetsOf } from "./old-targets";
import { isEmptyCell } from "../read-answer";
import type { RawCell } from "../register";

/** The columns of the choices of one blank, side by side. */
export interface TickGroup {
  /** The blank's: as it stands over them, or its own where nothing does. */
  readonly caption: string;
  /** Of the form's own lists. */
  readonly list: ListKey;
  /** By column of the table. */
  readonly choices: ReadonlyMap<number, string>;
}

const asked = ["visitors", "calls", "deals", "followUps"] as const satisfies readonly AdoptedForm[];

const listOf = (form: AdoptedForm, key: string): ListKey | undefined => {
  if (key === oldGradeKey) return "grade";
  const field = fieldsOf(formOf(form)).find(([each]) => each === key)?.[1];
  return field?.kind === "tickOne" || field?.kind === "tickMany" ? field.list : undefined;
};

const listsByCaption: ReadonlyMap<string, ListKey> = new Map(
  asked.flatMap((form) =>
    oldTargetsOf(form).flatMap(({ key, caption, also }) => {
      const list = listOf(form, key);
      return list === undefined ? [] : [caption, ...also].map((each) => [bareCaption(each), list] as const);
    }),
  ),
);

/** Choices that say themselves what they are of; fewer beside each other may be anything. */
const unnamed = [
  { list: "grade", caption: "客户级别", least: 3 },
  { list: "gender", caption: "性别", least: 2 },
] as const satisfies readonly { list: ListKey; caption: string; least: number }[];

const choiceIn = (list: ListKey, said: string): string | undefined =>
  said === "" ? undefined : matchChoice(list, lists[list].choices, said);

/** "认知途径 路过": what stands over it, and its own. */
const partsOf = (header: RawCell): { readonly over: string; readonly own: string } => {
  const text = plain(String(header ?? ""));
  const at = text.indexOf(" ");
  return at < 0 ? { over: "", own: text } : { over: text.slice(0, at), own: text.slice(at + 1) };
};

/** "认知途径 路过" is 认知途径 as much as its group is; any other caption as it stands. */
export const withoutChoice = (header: RawCell): RawCell => {
  const { over, own } = partsOf(header);
  const list = listsByCaption.get(bareCaption(over));
  return list !== undefined && choiceIn(list, own) !== undefined ? over : header;
};

/** From `from` on, as many columns as are choices of that list under that caption. */
const runFrom = (
  headers: readonly RawCell[],
  from: number,
  list: ListKey,
  over: string,
): ReadonlyMap<number, string> => {
  const choices = new Map<number, string>();
  const seen = new Set<string>();
  for (let column = from; column < headers.length; column++) {
    const parts = partsOf(headers[column] ?? null);
    const choice = parts.over === over ? choiceIn(list, parts.own) : undefined;
    if (choice === undefined || seen.has(choice)) break;
    seen.add(choice);
    choices.set(column, choice);
  }
  return choices;
};

/** √ and × beside the grades, however these are called (A类日期): the columns of 升级情况. */
const isToTheEnd = (headers: readonly RawCell[], from: number, width: number): boolean => {
  const gradeAt = (column: number): Grade | undefined => gradeOfCaption(headers[column] ?? null);
  let [first, next] = [from, from + width];
  while (gradeAt(first - 1) !== undefined) first--;
  while (gradeAt(next) !== undefined) next++;
  return headers.slice(first, next).some((header) => ["√", "×"].includes(gradeOfCaption(header) ?? ""));
};

/** By captions alone. */
const groupsIn = (headers: readonly RawCell[]): readonly TickGroup[] => {
  const found: TickGroup[] = [];
  for (let column = 0; column < headers.length; column++) {
    const { over } = partsOf(headers[column] ?? null);
    const list = listsByCaption.get(bareCaption(over));
    const kinds =
      over === "" ? unnamed : list === undefined ? [] : ([{ list, caption: over, least: 2 }] as const);
    for (const { list: of, caption, least } of kinds) {
      const choices = runFrom(headers, column, of, over);
      if (choices.size < least || (of === "grade" && isToTheEnd(headers, column, choices.size))) continue;
      found.push({ caption, list: of, choices });
      column += choices.size - 1;
      break;
    }
  }
  return found;
};

const isTicked = (cell: RawCell): boolean => cell === true || isTick(plain(String(cell)));
const saysNothing = (cell: RawCell): boolean =>
  cell === false || isEmptyCell(cell) || isNoTick(plain(String(cell)));

const sum = /^.{0,6}[合小总共累]\s*计[\s:：\d]*$/u;

/** The rows below a header that are no sums and no header again. */
const rowsOf = (grid: OldGrid, { header, bottom, again }: Region): readonly number[] =>
  Array.from({ length: Math.max(0, bottom - header.bottom) }, (_, at) => header.bottom + 1 + at).filter(
    (row) =>
      !again.has(row) &&
      !grid
        .filled(row)
        .slice(0, 3)
        .some((column) => sum.test(plain(String(grid.at(row, column))))),
  );

interface Ticked {
  readonly group: TickGroup;
  /** The answer by row of the grid; nothing where none is ticked. */
  readonly answers: ReadonlyMap<number, string | null>;
}

/** Nothing where anything but ticks stands in its columns, or no tick: 升级情况 has its days there. */
const answersOf = (
  grid: OldGrid,
  group: TickGroup,
  left: number,
  rows: readonly number[],
): Ticked | undefined => {
  const answers = new Map<number, string | null>();
  let [once, more] = [0, 0];
  for (const row of rows) {
    const chosen: string[] = [];
    for (const [column, choice] of group.choices) {
      const cell = grid.at(row, left + column);
      if (isTicked(cell)) chosen.push(choice);
      else if (!saysNothing(cell)) return undefined;
    }
    if (chosen.length === 1) once++;
    if (chosen.length > 1) more++;
    answers.set(row, chosen.length === 0 ? null : chosen.join("、"));
  }
  // Each grade a client has come through is ticked where it is a ladder.
  const isAnswer = once + more > 0 && (group.list !== "grade" || once > more);
  return isAnswer ? { group, answers } : undefined;
};

/** A table with one column for each such blank. */
export interface Joined {
  readonly grid: OldGrid;
  readonly headers: readonly RawCell[];
}

const joinedAs = (
  grid: OldGrid,
  left: number,
  headers: readonly RawCell[],
  ticked: readonly Ticked[],
): Joined => {
  if (ticked.length === 0) return { grid, headers };
  const byColumn = new Map(
    ticked.flatMap((each) => [...each.group.choices.keys()].map((column) => [left + column, each] as const)),
  );
  const firstOf = ({ group }: Ticked): number => left + ([...group.choices.keys()][0] ?? 0);
  return {
    grid: {
      ...grid,
      at: (row, column) => {
        const of = byColumn.get(column);
        const answer = of?.answers.get(row);
        if (of === undefined || answer === undefined) return grid.at(row, column);
        return column === firstOf(of) ? answer : null;
      },
      filled: (row) => {
        if (!ticked.some(({ answers }) => answers.has(row))) return grid.filled(row);
        const columns = grid.filled(row).filter((column) => !byColumn.has(column));
        const answered = ticked.filter(({ answers }) => typeof answers.get(row) === "string").map(firstOf);
        return [...columns, ...answered].sort((a, b) => a - b);
      },
    },
    headers: headers.map((header, column) => {
      const of = byColumn.get(left + column);
      return of === undefined ? header : left + column === firstOf(of) ? of.group.caption : null;
    }),
  };
};

/** @param isOfComers whether these are captions of visits or calls: other ladders of ticks are 升级情况. */
export const withTicksJoined = (
  grid: OldGrid,
  region: Region,
  left: number,
  headers: readonly RawCell[],
  isOfComers: (headers: readonly RawCell[]) => boolean,
): Joined => {
  const known = new Set(
    headers.flatMap((header) =>
      [String(header ?? ""), partsOf(header).own].map((each) => listsByCaption.get(bareCaption(each))),
    ),
  );
  // A blank that has a column of its own is answered there.
  const groups = groupsIn(headers).filter(({ list }) => !known.has(list));
  const rows = groups.length === 0 ? [] : rowsOf(grid, region);
  const ticked = groups.flatMap((group) => answersOf(grid, group, left, rows) ?? []);
  const all = joinedAs(grid, left, headers, ticked);
  if (!ticked.some(({ group }) => group.list === "grade") || isOfComers(all.headers)) return all;
  return joinedAs(
    grid,
    left,
    headers,
    ticked.filter(({ group }) => group.list !== "grade"),
  );
};
