/** A former 汇总 in the open workbook: what it knows of its sites, and their rows, read site by site. */
import type { Value } from "../../book/book";
import { generatedMark } from "../plan/generated-sheet";
import { hqSheetTitles } from "../plan/hq-book";
import { unreadCaptions, unreadSheet } from "../plan/hq-lists";
import type { HqPart, HqParts } from "../plan/hq-parts";
import { hqColumns, registerOfHqSheet } from "../plan/hq-registers";
import type { HqRow } from "../plan/hq-rows";
import { type HqState, hqStateSheet, stateFrom } from "../plan/hq-state";
import { inExcel, type Run } from "./excel-run";
import { isTooLarge } from "./read-pieces";
import { once } from "./table-shape";

export interface FormerResult {
  readonly state: HqState;
  /** Its sheets, where they have not the mark of generated ones: the command line's. */
  readonly unmarked: readonly string[];
  /** A site's rows as they stand, on sheets that stand aside too. */
  readonly rows: (site: string, signal?: AbortSignal) => Promise<HqParts>;
}

const doing = "查看原来的汇总";

/** Rows `from` to `to` (not included) of a sheet, 0 is row 1. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

interface PartSheet {
  readonly part: HqPart;
  /** Unlike its name it stays. */
  readonly id: string;
  readonly left: number;
  readonly width: number;
  /** Of a row, by the place in an `HqRow`, the table's column; -1 where it is gone. */
  readonly places: readonly number[];
  readonly runs: ReadonlyMap<string, readonly Stretch[]>;
}

type Cells = readonly (readonly Value[])[];

const valuesIn = (range: Excel.Range): Cells => range.values as Cells;

/** A line of the state is 30,000 characters at most. */
const linesPerRequest = 40;
const sitesPerRequest = 50_000;
/** Of up to a hundred columns each: under 5 MB but for the longest talks, and cut in four then. */
const rowsPerRequest = 800;
const rangesPerRequest = 300;

const request = (
  { id, left, width }: Pick<PartSheet, "id" | "left" | "width">,
  batch: readonly Stretch[],
  run: Run,
): Promise<Cells> =>
  inExcel(
    doing,
    async (context) => {
      const sheet = context.workbook.worksheets.getItem(id);
      const ranges = batch.map(({ from, to }) => once(sheet.getRangeByIndexes(from, left, to - from, width)));
      for (const range of ranges) range.load("values");
      await context.sync();
      return ranges.flatMap(valuesIn);
    },
    run,
  );

/** In requests of `most` rows, and fewer where an answer was too large all the same. */
const readRows = async (
  { id, left, width }: Pick<PartSheet, "id" | "left" | "width">,
  wanted: readonly Stretch[],
  most: number,
  run: Run,
  signal?: AbortSignal,
): Promise<Cells> => {
  const batches: Stretch[][] = [];
  let room = 0;
  for (const { from: start, to } of wanted)
    for (let from = start; from < to;) {
      if (room === 0 || (batches.at(-1)?.length ?? 0) >= rangesPerRequest) {
        batches.push([]);
        room = most;
      }
      const end = Math.min(to, from + room);
      batches.at(-1)?.push({ from, to: end });
      room -= end - from;
      from = end;
    }
  const all: Cells[] = [];
  for (const batch of batches) {
    signal?.throwIfAborted();
    try {
      all.push(await request({ id, left, width }, batch, run));
    } catch (error) {
      if (!isTooLarge(error) || most < 2) throw error;
      all.push(await readRows({ id, left, width }, batch, Math.ceil(most / 4), run, signal));
    }
  }
  return all.flat();
};

const runsOf = (top: number, sites: Cells): PartSheet["runs"] => {
  const runs = new Map<string, { from: number; to: number }[]>();
  sites.forEach(([cell], at) => {
    const site = String(cell ?? "");
    const own = runs.get(site) ?? [];
    const last = own.at(-1);
    if (last?.to === top + at) last.to++;
    else own.push({ from: top + at, to: top + at + 1 });
    runs.set(site, own);
  });
  return runs;
};

const partOf = (sheet: string): HqPart | undefined =>
  sheet === unreadSheet ? "notUnderstood" : registerOfHqSheet.get(sheet);

interface Found {
  readonly lines: { readonly id: string; readonly count: number };
  readonly unmarked: readonly string[];
  readonly tables: readonly {
    readonly part: HqPart;
    readonly id: string;
    readonly headers: readonly string[];
    readonly left: number;
    readonly top: number;
    readonly count: number;
  }[];
}

const look = (run: Run): Promise<Found | undefined> =>
  inExcel(
    doing,
    async (context): Promise<Found | undefined> => {
      const { worksheets, tables } = context.workbook;
      worksheets.load("items/name,items/id");
      tables.load("items/name,items/worksheet/name");
      await context.sync();
      const state = worksheets.items.find(({ name }) => name === hqStateSheet);
      if (state === undefined) return undefined;
      const used = once(state.getUsedRange());
      used.load("rowIndex,rowCount");
      const seen = worksheets.items
        .filter(({ name }) => hqSheetTitles.has(name) || name === hqStateSheet)
        .map((sheet) => {
          const mark = sheet.names.getItemOrNullObject(generatedMark);
          mark.load("name");
          const title = once(sheet.getRange("A1"));
          title.load("values");
          return { name: sheet.name, mark, title };
        });
      const found = worksheets.items.flatMap(({ name, id }) => {
        const part = partOf(name);
        const table = tables.items.find(({ worksheet }) => worksheet.name === name);
        if (part === undefined || table === undefined) return [];
        const [header, body] = [once(table.getHeaderRowRange()), once(table.getDataBodyRange())];
        header.load("values,columnIndex");
        body.load("rowIndex,rowCount");
        return [{ part, id, header, body }];
      });
      await context.sync();
      return {
        lines: { id: state.id, count: used.rowIndex + used.rowCount },
        unmarked: seen
          .filter(({ name, mark, title }) => {
            const wanted = hqSheetTitles.get(name) ?? "";
            return mark.isNullObject && (wanted === "" || String(valuesIn(title)[0]?.[0]) === wanted);
          })
          .map(({ name }) => name),
        tables: found.map(({ part, id, header, body }) => ({
          part,
          id,
          headers: (valuesIn(header)[0] ?? []).map(String),
          left: header.columnIndex,
          top: body.rowIndex,
          count: body.rowCount,
        })),
      };
    },
    run,
  );

const rowIn = (cells: readonly Value[], places: readonly number[]): HqRow =>
  places.map((at) => {
    const cell = cells[at] ?? null;
    return cell === "" ? null : cell;
  });

/** Nothing where there is none, or its hidden sheet is gone or damaged. */
export const formerResult = async (run: Run = {}): Promise<FormerResult | undefined> => {
  const found = await look(run);
  if (found === undefined) return undefined;
  const { id, count } = found.lines;
  const lines = await readRows({ id, left: 0, width: 2 }, [{ from: 0, to: count }], linesPerRequest, run);
  const state = stateFrom(lines);
  if (state === undefined) return undefined;
  let known: Promise<readonly PartSheet[]> | undefined;
  const parts = async (): Promise<readonly PartSheet[]> => {
    const sheets: PartSheet[] = [];
    for (const { part, id: sheet, headers, left, top, count: rows } of found.tables) {
      const [site = "", , ...captions] = part === "notUnderstood" ? unreadCaptions : hqColumns(part, true);
      const at = headers.indexOf(site);
      const named =
        at < 0
          ? []
          : await readRows(
              { id: sheet, left: left + at, width: 1 },
              [{ from: top, to: top + rows }],
              sitesPerRequest,
              run,
            );
      sheets.push({
        ...{ part, id: sheet, left, width: headers.length },
        places: captions.map((caption) => headers.indexOf(caption)),
        runs: runsOf(top, named),
      });
    }
    return sheets;
  };
  return {
    state,
    unmarked: found.unmarked,
    rows: async (site, signal) => {
      const own: (readonly [HqPart, readonly HqRow[]])[] = [];
      for (const sheet of await (known ??= parts())) {
        const runs = sheet.runs.get(site);
        if (runs === undefined) continue;
        const cells = await readRows(sheet, runs, rowsPerRequest, run, signal);
        own.push([sheet.part, cells.map((row) => rowIn(row, sheet.places))]);
      }
      return own;
    },
  };
};
