/** A merge put into the open workbook, or into a file: site by site, no more than one site's rows in memory. */
import type { Sheet, Value } from "../../book/book";
import type { CalendarDay } from "../../domain/kit/calendar-day";
import type { Growing, Piece } from "../../workbook/office/growing-sheets";
import {
  type GrowingSheet,
  type HqFacts,
  hqGrowing,
  hqLists,
  hqSheetNames,
  hqSummarySheet,
  placedRow,
} from "../../workbook/plan/hq-book";
import type { Digests } from "../../workbook/plan/hq-kept";
import { comparedWords, type FilledList } from "../../workbook/plan/hq-lists";
import { listFirstRow, listSheet, tableOfList } from "../../workbook/plan/hq-sheets";
import { type HqState, hqStateSheet, hqStateSheetOf, stateLines } from "../../workbook/plan/hq-state";
import { schemaVersion } from "../../workbook/plan/ledger-sheet";
import type { Gathering, SiteRows, Step, Tell } from "./gather";
import type { HqFile } from "./hq-file";
import { digestsOf } from "./digests";
import type { ShareReading } from "./read-shares";

/** What the user sees of it: a site's file is read and written, then the lists. */
export interface Merge {
  readonly gathering: Gathering;
  readonly reading: ShareReading;
  readonly today: CalendarDay;
  readonly tell: Tell;
}

const close: Step = { act: "close", n: 1, of: 1, file: "" };

/** Rows on a sheet so far. */
interface Grown extends GrowingSheet {
  grown: number;
}

type Placed = readonly (readonly Value[])[];

/** As they stand on their sheets, no more than there is room for. */
const placedRows = (
  { site, file, parts }: SiteRows,
  sheets: readonly Grown[],
): readonly (readonly [Grown, Placed])[] =>
  sheets.flatMap((sheet) => {
    const rows = parts.find(([part]) => part === sheet.part)?.[1] ?? [];
    const room = rows.slice(0, sheet.count - sheet.grown);
    return room.length === 0
      ? []
      : [[sheet, room.map((row) => placedRow(site, file, row, sheet.width))] as const];
  });

const startGrowing = (gathering: Gathering): readonly Grown[] =>
  hqGrowing(gathering.facts()).map((each) => ({ ...each, grown: 0 }));

/** What the next merge has to know of this one. */
const stateOf = async (
  facts: HqFacts,
  digests: ReadonlyMap<string, Digests>,
  { digest }: ShareReading,
): Promise<HqState> => {
  const { sites, files, known, keyed, blind, makes } = facts;
  return {
    program: schemaVersion,
    masked: !keyed,
    phones: keyed ? "plain" : "none",
    ...(!keyed && { asFound: true }),
    files: known,
    sites: sites.map((outline) => {
      const program = makes.get(outline.site);
      return {
        outline,
        digests: digests.get(outline.site) ?? {},
        ...(program !== undefined && { program }),
      };
    }),
    said: await digest(JSON.stringify([files, comparedWords(keyed, blind)])),
  };
};

const filled = ({ list, rows }: FilledList): Sheet => {
  const sheet = listSheet(list);
  if (rows.length === 0) return sheet;
  return { ...sheet, blocks: [...sheet.blocks, { at: `A${listFirstRow + 1}`, rows }] };
};

/** A sheet that gets its contents at the end. */
const bare = ({ name, showGridlines, tabColor }: Sheet): Sheet => ({
  name,
  showGridlines,
  visibility: "visible",
  ...(tabColor !== undefined && { tabColor }),
  blocks: [],
  looks: [],
  columns: [],
  rows: [],
  merges: [],
  links: [],
  tables: [],
  validations: [],
  highlights: [],
});

/** The table over the rows that have come. */
const closing = ({ sheet, grown }: Grown): readonly Sheet[] =>
  grown === 0 ? [] : [{ ...bare(sheet), tables: sheet.tables.map((table) => tableOfList(table, grown)) }];

/** Hidden and protected when its lines stand there. */
const { protection, ...openState } = hqStateSheetOf();
const stateSheet: Sheet = { ...openState, visibility: "visible" };
const hiddenState: Sheet = {
  ...bare(openState),
  visibility: "veryHidden",
  ...(protection && { protection }),
};

/** All of it that can be known before the rows are there; the rest when they are. */
export const growingSheets = ({ gathering, reading, today, tell }: Merge): Growing => {
  const before = gathering.facts();
  const growing = startGrowing(gathering);
  const ends = (): readonly Sheet[] => {
    const facts = gathering.facts();
    return [hqSummarySheet(facts, today), ...hqLists(facts).map(filled)];
  };
  const lists = hqLists(before).map(({ list }): Sheet => {
    const sheet = listSheet(list);
    return { ...bare(sheet), tables: sheet.tables };
  });
  return {
    sheets: [bare(hqSummarySheet(before, today)), ...lists, ...growing.map(({ sheet }) => sheet), stateSheet],
    leaving: hqSheetNames,
    unmarked: gathering.unmarked(),
    grow: async (put) => {
      const digests = new Map<string, Digests>();
      for await (const rows of gathering.rows(reading, tell)) {
        digests.set(rows.site, await digestsOf(rows.parts, before.keyed, reading));
        const pieces = placedRows(rows, growing).map(([sheet, placed]): Piece => {
          const top = listFirstRow + sheet.grown;
          sheet.grown += placed.length;
          return { sheet: sheet.sheet.name, top, rows: placed };
        });
        await put(pieces);
      }
      tell(close);
      const state = stateLines(await stateOf(gathering.facts(), digests, reading));
      await put([{ sheet: hqStateSheet, top: 0, rows: state }]);
      return [...ends(), ...growing.flatMap(closing), hiddenState];
    },
  };
};

/** The same for a file: rows wait outside the page until their sheet's turn. */
export const mergedFile = async ({ gathering, reading, today, tell }: Merge): Promise<HqFile> => {
  const growing = startGrowing(gathering).map((each) => ({ ...each, blobs: new Array<Blob>() }));
  const digests = new Map<string, Digests>();
  const { keyed } = gathering.facts();
  for await (const rows of gathering.rows(reading, tell)) {
    digests.set(rows.site, await digestsOf(rows.parts, keyed, reading));
    for (const sheet of growing)
      for (const [, placed] of placedRows(rows, [sheet])) {
        sheet.grown += placed.length;
        sheet.blobs.push(new Blob([JSON.stringify(placed)]));
      }
  }
  tell(close);
  const facts = gathering.facts();
  return {
    summary: hqSummarySheet(facts, today),
    lists: hqLists(facts),
    growing: growing
      .filter(({ grown }) => grown > 0)
      .map(({ sheet, width, grown, blobs }) => ({
        sheet: { ...sheet, tables: sheet.tables.map((table) => tableOfList(table, grown)) },
        width,
        count: grown,
        rows: blobs,
      })),
    state: stateLines(await stateOf(facts, digests, reading)),
  };
};
