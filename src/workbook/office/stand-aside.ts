/** Sheets of ours that give way to new ones of their names: they stand aside until those are whole, and come back else. */
import type { Sheet } from "../../book/book";
import { generatedMark } from "../plan/generated-sheet";
import { WorkbookRefused } from "../port";
import { inExcel, type Run } from "./excel-run";

/** Something of ours that has a wanted name: it stands aside until the new one is there. */
interface Aside {
  readonly name: string;
  readonly aside: string;
}

interface Former extends Aside {
  readonly id: string;
  readonly position: number;
  readonly visibility: Excel.Worksheet["visibility"];
  /** Nothing takes its place. */
  readonly leaves: boolean;
}

export interface Standing {
  /** From left to right. */
  readonly sheets: readonly Former[];
  readonly tables: readonly Aside[];
}

const lower = (name: string): string => name.toLowerCase();

/** Names that nothing has, to stand aside under. */
const freeNames = (prefix: string, taken: readonly { readonly name: string }[]): (() => string) => {
  const names = new Set(taken.map(({ name }) => lower(name)));
  let number = 0;
  return () => {
    do number++;
    while (names.has(`${prefix}${number}`));
    return `${prefix}${number}`;
  };
};

/**
 * @param leaving names of generated sheets that go although no new one has them.
 * @param unmarked names of sheets that are ours without a mark.
 * @throws WorkbookRefused "nameTaken" where a sheet of the user's own has a wanted name, or a table's name is that of
 * a table elsewhere or of one of the workbook's names.
 */
export const lookAround = async (
  context: Excel.RequestContext,
  sheets: readonly Sheet[],
  doing: string,
  leaving: readonly string[] = [],
  unmarked: readonly string[] = [],
): Promise<Standing> => {
  const { worksheets, tables, names } = context.workbook;
  worksheets.load("items/name,items/id,items/position,items/visibility");
  tables.load("items/name,items/worksheet/name");
  names.load("items/name");
  const coming = new Set(sheets.map(({ name }) => lower(name)));
  const marks = new Map(
    [...sheets.map(({ name }) => name), ...leaving].map((name) => {
      const mark = worksheets.getItemOrNullObject(name).names.getItemOrNullObject(generatedMark);
      mark.load("name");
      return [lower(name), mark];
    }),
  );
  await context.sync();
  const planned = new Set(sheets.flatMap(({ tables: own }) => own.map(({ name }) => lower(name))));
  const ours = new Set(unmarked.map(lower));
  const isOwn = (name: string): boolean =>
    marks.get(lower(name))?.isNullObject === true && !ours.has(lower(name));
  const standing = worksheets.items.filter(
    ({ name }) => marks.has(lower(name)) && (coming.has(lower(name)) || !isOwn(name)),
  );
  const same = tables.items.filter(({ name }) => planned.has(lower(name)));
  const clashes = [
    ...standing.filter(({ name }) => isOwn(name)),
    ...same.filter(({ worksheet }) => !marks.has(lower(worksheet.name)) || isOwn(worksheet.name)),
    ...names.items.filter(({ name }) => planned.has(lower(name))),
  ].map(({ name }) => name);
  if (clashes.length > 0) throw new WorkbookRefused("nameTaken", doing, clashes.join("、"));
  const freeSheet = freeNames("~", worksheets.items);
  const freeTable = freeNames("_aside", [...tables.items, ...names.items]);
  return {
    sheets: standing
      .map(({ id, name, position, visibility }) => ({
        id,
        name,
        position,
        visibility,
        aside: freeSheet(),
        leaves: !coming.has(lower(name)),
      }))
      .sort((one, other) => one.position - other.position),
    tables: same.map(({ name }) => ({ name, aside: freeTable() })),
  };
};

export const standAside = ({ workbook }: Excel.RequestContext, standing: Standing): void => {
  for (const { name, aside } of standing.sheets) workbook.worksheets.getItem(name).name = aside;
  for (const { name, aside } of standing.tables) workbook.tables.getItem(name).name = aside;
};

/** What stood aside goes for good, each new sheet to the place of its own: last of all, when the new ones are whole. */
export const giveWay = ({ workbook: { worksheets } }: Excel.RequestContext, { sheets }: Standing): void => {
  for (const [at, { name, position }] of sheets.filter(({ leaves }) => !leaves).entries())
    // Those that stood aside are still there, one more to the left of each.
    worksheets.getItem(name).position = position + at;
  for (const { aside, visibility } of sheets) {
    const gone = worksheets.getItem(aside);
    if (visibility === "VeryHidden") gone.visibility = "Hidden";
    gone.delete();
  }
};

/** What was begun goes, and what stood aside comes back. */
export const takeAway = async (
  sheets: readonly Sheet[],
  standing: Standing,
  doing: string,
  run: Run,
): Promise<void> => {
  const takeBack = async (context: Excel.RequestContext): Promise<void> => {
    const { worksheets, tables } = context.workbook;
    const aside = standing.sheets.map((former) => ({
      former,
      sheet: worksheets.getItemOrNullObject(former.aside),
    }));
    const begun = sheets.map(({ name }) => ({ name, sheet: worksheets.getItemOrNullObject(name) }));
    const renamed = standing.tables.map(({ name, aside: now }) => ({
      name,
      table: tables.getItemOrNullObject(now),
    }));
    for (const { sheet } of [...aside, ...begun]) sheet.load("name");
    for (const { table } of renamed) table.load("name");
    await context.sync();
    const back = aside.filter(({ sheet }) => !sheet.isNullObject);
    // A former sheet that does not stand aside has not been renamed yet, or is gone: its name stays with who has it.
    const waiting = new Set(back.map(({ former }) => lower(former.name)));
    const met = new Set(standing.sheets.map(({ name }) => lower(name)));
    for (const { name, sheet } of begun) {
      if (sheet.isNullObject || (met.has(lower(name)) && !waiting.has(lower(name)))) continue;
      sheet.visibility = "Visible";
      sheet.delete();
    }
    for (const { former, sheet } of back) sheet.name = former.name;
    for (const { name, table } of renamed) if (!table.isNullObject) table.name = name;
    await context.sync();
  };
  await inExcel(`${doing}：撤回`, takeBack, run);
};
