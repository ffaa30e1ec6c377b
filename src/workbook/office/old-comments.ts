/** Comments on a sheet's cells in the open workbook, for 收编: threads, and notes where this Excel tells them. */
import { remarkText } from "../../book/comments";
import type { Remark } from "../../book/book";
import type { OldComment } from "../../domain/register/old-sheet/old-cells";
import { WorkbookRefused } from "../port";
import { roundTrip, supports } from "./excel-run";

export interface CommentsRead {
  /** By row and column; absent where this Excel tells none at all (before ExcelApi 1.10). */
  readonly comments?: readonly OldComment[];
  /** This Excel does not tell notes (before ExcelApi 1.18): there may be some. */
  readonly notesUnknown: boolean;
}

/** Each is some requests of a batch, and a batch holds 5 MB. */
const perRequest = 1_000;
/** What a pane bears; a file has the same limit. */
const mostComments = 100_000;

/**
 * Notes came after this client's types. On the web a note's `visible` and size are refused, so its properties are
 * asked for by name. https://learn.microsoft.com/javascript/api/excel/excel.notecollection
 */
interface Note {
  readonly authorName: string;
  readonly content: string;
  load(names: string): unknown;
  getLocation(): Excel.Range;
}
interface WithNotes {
  readonly notes: {
    getCount(): OfficeExtension.ClientResult<number>;
    getItemAt(index: number): Note;
  };
}
const tellsNotes = (sheet: Excel.Worksheet): sheet is Excel.Worksheet & WithNotes =>
  supports("1.18") && "notes" in sheet;

interface Counts {
  readonly threads: number;
  /** Nothing where they are not told. */
  readonly notes: number | undefined;
}

type Kinds = "threads" | "both";

const sheetIn = (context: Excel.RequestContext, name: string): Excel.Worksheet =>
  context.workbook.worksheets.getItem(name);

const queueCounts = (sheet: Excel.Worksheet, kinds: Kinds): (() => Counts) => {
  const threads = sheet.comments.getCount();
  const notes = kinds === "both" && tellsNotes(sheet) ? sheet.notes.getCount() : undefined;
  return () => ({ threads: threads.value, notes: notes?.value });
};

/** On the sheet's row and column, from 0. */
interface Found {
  readonly row: number;
  readonly column: number;
  readonly said: readonly string[];
  /** "standIn": a note that stands in for a thread, for versions that know none. */
  readonly kind: "thread" | "note" | "standIn";
}

const placed = (of: { getLocation(): Excel.Range }): (() => { row: number; column: number }) => {
  const cell = of.getLocation();
  cell.load("rowIndex,columnIndex");
  return () => ({ row: cell.rowIndex, column: cell.columnIndex });
};

const queueThread = (sheet: Excel.Worksheet, at: number): (() => Found) => {
  const thread = sheet.comments.getItemAt(at);
  thread.load("content,authorName");
  thread.replies.load("items/content,items/authorName");
  const place = placed(thread);
  return () => {
    const remarks: readonly Remark[] = [thread, ...thread.replies.items].map(({ authorName, content }) => ({
      by: authorName,
      text: content,
    }));
    return { ...place(), said: remarks.map((each) => remarkText("thread", each)), kind: "thread" };
  };
};

const queueNote = (note: Note): (() => Found) => {
  note.load("content,authorName");
  const place = placed(note);
  return () => {
    const { authorName: by, content: text } = note;
    const kind = by.startsWith("tc=") ? "standIn" : "note";
    return { ...place(), said: [remarkText("note", { by, text })], kind };
  };
};

const keyOf = ({ row, column }: Found): string => `${row} ${column}`;

/** A cell's are one, a line each: threads before notes. */
const perCell = (found: readonly Found[], top: number): readonly OldComment[] => {
  const threaded = new Set(found.filter(({ kind }) => kind === "thread").map(keyOf));
  const cells = new Map<string, { row: number; column: number; said: string[] }>();
  for (const each of found) {
    const key = keyOf(each);
    if (each.kind === "standIn" && threaded.has(key)) continue;
    const cell = cells.get(key) ?? { row: each.row, column: each.column, said: [] };
    cell.said.push(...each.said.filter((said) => said !== ""));
    cells.set(key, cell);
  }
  return [...cells.values()]
    .filter(({ said }) => said.length > 0)
    .sort((a, b) => a.row - b.row || a.column - b.column)
    .map(({ row, column, said }) => ({ row: row - top, column, said: said.join("\n") }));
};

const read = async (name: string, top: number, kinds: Kinds, doing: string): Promise<CommentsRead> => {
  const counts = await roundTrip(doing, (context) => queueCounts(sheetIn(context, name), kinds));
  const all = counts.threads + (counts.notes ?? 0);
  if (all > mostComments) throw new WorkbookRefused("tooLarge", doing, name);
  const found: Found[] = [];
  for (let from = 0; from < all; from += perRequest) {
    const page = await roundTrip(doing, (context) => {
      const sheet = sheetIn(context, name);
      const now = queueCounts(sheet, kinds);
      const each: (() => Found)[] = [];
      for (let at = from; at < Math.min(all, from + perRequest); at++)
        if (at < counts.threads) each.push(queueThread(sheet, at));
        else if (tellsNotes(sheet)) each.push(queueNote(sheet.notes.getItemAt(at - counts.threads)));
      return () => ({ now: now(), found: each.map((one) => one()) });
    });
    // A colleague has commented meanwhile: places in the list are others now.
    if (page.now.threads !== counts.threads || page.now.notes !== counts.notes)
      return read(name, top, kinds, doing);
    found.push(...page.found);
  }
  return { comments: perCell(found, top), notesUnknown: counts.notes === undefined };
};

/**
 * One request, and one more for every thousand comments. An Excel that says it knows them and then fails is one
 * that does not tell them.
 * @param top the sheet's row, from 0, that rows are counted from.
 * @throws WorkbookRefused "tooLarge" where there are more than a pane bears.
 */
export const readOldComments = async (name: string, top: number, doing: string): Promise<CommentsRead> => {
  if (!supports("1.10")) return { notesUnknown: true };
  // Twice: where a colleague has deleted one meanwhile, the last of the list is asked for in vain.
  for (const kinds of ["both", "both", "threads"] as const)
    try {
      return await read(name, top, kinds, doing);
    } catch (fault) {
      if (!(fault instanceof WorkbookRefused) || fault.code !== "unknown") throw fault;
    }
  return { notesUnknown: true };
};
