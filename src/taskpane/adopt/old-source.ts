/** What the page takes in from: sheets of a file or of the open workbook, and the tables found on them. */
import {
  type AdoptedForm,
  adoptedForms,
  type Mapping,
  type OldCells,
  type OldTable,
} from "../../domain/register/old-sheet/old-cells";
import { type KeptMapping, keptFor, mappingFrom } from "../../domain/register/old-sheet/kept-mapping";
import { guessedMapping, matchesAs } from "../../domain/register/old-sheet/old-mapping";
import { boardRows } from "../../domain/register/old-sheet/old-board";
import { oldTableAt, oldTablesIn } from "../../domain/register/old-sheet/old-tables";
import { withYearsAcross } from "../../domain/register/old-sheet/years-in-turn";

export interface OldSource extends OldCells {
  readonly hiddenSheet?: boolean;
  readonly mergesUnknown?: boolean;
  /** Of comments on cells the old kind, notes, is not told. */
  readonly notesUnknown?: boolean;
}

/** Sheets of the open workbook that are somebody else's. */
export interface OtherSheet {
  readonly name: string;
  readonly hidden: boolean;
}

/** A file that is none we read: what it is and what to do. */
export class FileRefused extends Error {
  constructor(
    readonly zh: string,
    readonly en: string,
  ) {
    super(zh);
    this.name = "FileRefused";
  }
}

/** A table to take in, as people have it now. */
export interface Chosen {
  readonly cells: OldSource;
  /** Nothing where no row is known to be the headers. */
  readonly table: OldTable | undefined;
  /** As its own sheet has it; which year it is of may hang on the others. */
  readonly alone: OldTable | undefined;
  readonly form: AdoptedForm;
  readonly mapping: Mapping;
  /** By a mapping kept from a file of the same make. */
  readonly isKept: boolean;
  /** Rows of a board that hangs on the wall, which is no list: of a sheet without a table. */
  readonly board?: { readonly from: number; readonly to: number };
  /** Written already. */
  readonly isTaken: boolean;
}

const matched = (
  table: OldTable,
  kept: readonly KeptMapping[],
): Pick<Chosen, "form" | "mapping" | "isKept"> => {
  const known = keptFor(kept, table);
  return known === undefined
    ? { form: table.form, mapping: guessedMapping(table, table.form, table.matches), isKept: false }
    : { form: known.form, mapping: mappingFrom(known, table), isKept: true };
};

/** Clients come before what is said of them; sheets without headers, then hidden ones, come last. */
const order = ({ cells, table, form }: Chosen): number =>
  (cells.hiddenSheet === true ? 20 : 0) + (table === undefined ? 10 : adoptedForms.indexOf(form));

export const chosenIn = (
  sources: readonly OldSource[],
  fileName: string,
  kept: readonly KeptMapping[],
): readonly Chosen[] => {
  const found = sources.flatMap((cells) => oldTablesIn(cells, { fileName }));
  const across = withYearsAcross(found, fileName);
  return sources
    .flatMap((cells): readonly Chosen[] => {
      const tables = across.flatMap((table, at) =>
        table.sheet === cells.sheet ? [{ table, alone: found[at] }] : [],
      );
      const board = tables.length === 0 ? boardRows(cells) : undefined;
      const form = board === undefined ? "visitors" : "units";
      const none = {
        cells,
        table: undefined,
        alone: undefined,
        form,
        mapping: [],
        isKept: false,
        isTaken: false,
      } as const;
      if (tables.length === 0) return [board === undefined ? none : { ...none, board }];
      return tables.map(({ table, alone }) => ({
        cells,
        table,
        alone,
        ...matched(table, kept),
        isTaken: false,
      }));
    })
    .sort((a, b) => order(a) - order(b));
};

/** As of another form: its columns are matched anew. */
export const asForm = (chosen: Chosen, form: AdoptedForm): Chosen => {
  const { table } = chosen;
  if (table === undefined) return { ...chosen, form };
  return { ...chosen, form, mapping: guessedMapping(table, form, matchesAs(table, form)), isKept: false };
};

/** One of them with another header row, the sheet's row number, 1-based: which year the others are of may hang on it. */
export const withHeader = (
  all: readonly Chosen[],
  at: number,
  row: number,
  fileName: string,
  kept: readonly KeptMapping[],
): readonly Chosen[] => {
  const chosen = all[at];
  if (chosen === undefined) return all;
  const { cells, form, table: before } = chosen;
  const beside = before === undefined ? {} : { firstColumn: before.firstColumn };
  const own = oldTableAt(cells, row, form, { fileName, ...beside });
  if (own === undefined) return all;
  const tables = all.map(({ alone }, index) => (index === at ? own : alone));
  const across = withYearsAcross(
    tables.filter((table) => table !== undefined),
    fileName,
  );
  let next = 0;
  return all.map((each, index) => {
    if (tables[index] === undefined) return each;
    const table = across[next++] ?? own;
    return index === at ? { ...each, table, alone: own, ...matched(table, kept) } : { ...each, table };
  });
};
