/** Some rows out of the open workbook: the columns that say which, then the rows themselves. */
import { type FormKey, formKeys } from "../../domain/forms/index";
import type { RawCell, Register } from "../../domain/register/register";
import type { SiteBook } from "../../domain/register/site";
import { keysAsked, onlyRows, type RowsAsked, type RowsOf, withRows } from "../../domain/register/some-rows";
import { type Wanted, wantedTogether } from "../../domain/register/wanted";
import { type OpenWorkbook, WorkbookRefused } from "../port";
import type { Run } from "./excel-run";
import { cutIntoRequests, type Load } from "./pieces";
import type { Keys } from "./queue-book";
import { type PieceRead, readPieces } from "./read-pieces";
import { bytesPerRow, fitsOneRequest, loadsOf, type Sizes } from "./sizes";

/** What asking for a range of its own takes, and its answer beside the cells, in bytes. */
const bytesPerRange = 1000;
/** A workbook with less than this in the columns and rows asked for is read whole: one round trip instead of two. */
const littleEnough = 600_000;
const tries = 3;

interface Reader {
  readonly run: Run;
  readonly read: OpenWorkbook["read"];
  readonly sizes: Sizes;
  readonly seen: SiteBook | undefined;
}

/** Rows from `from` to `to`, not included. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Neighbours together; what lies between them too, as long as it takes less than a range of its own. */
const stretchesOf = (rows: ReadonlySet<number>, gap: number): readonly Stretch[] => {
  const found: { from: number; to: number }[] = [];
  for (const index of [...rows].sort((a, b) => a - b)) {
    const last = found.at(-1);
    if (last !== undefined && index - last.to <= gap) last.to = index + 1;
    else found.push({ from: index, to: index + 1 });
  }
  return found;
};

interface Part {
  readonly keys: Keys;
  readonly loads: readonly Load[];
}

const bytesOfPart = ({ loads }: Part): number =>
  loads.reduce(
    (sum, { from, to, bytesPerRow: each, bytesBeside = 0 }) => sum + (to - from) * each + bytesBeside,
    0,
  );

/** Column by column where rows stand together; far apart, whole rows at once take fewer words. */
const partOf = (form: FormKey, keys: readonly string[], rows: ReadonlySet<number>, sizes: Sizes): Part => {
  const part = (of: Keys): Part => {
    const each = Math.max(1, bytesPerRow(form, of, sizes));
    const bytesBeside = bytesPerRange * (of === "all" ? 1 : Math.max(1, of.length));
    const loads = stretchesOf(rows, Math.floor(bytesBeside / each)).map(({ from, to }) => ({
      key: form,
      from,
      to,
      bytesPerRow: each,
      bytesBeside,
    }));
    return { keys: of, loads };
  };
  const [whole, columns] = [part("all"), part(keys)];
  return bytesOfPart(whole) < bytesOfPart(columns) ? whole : columns;
};

const isLost = ({ form, missing }: Register, key: string): boolean =>
  missing.includes(form.fields[key]?.caption ?? "");

/** The register with these rows; nothing where other rows stand in their places by now. */
const filled = (
  register: Register,
  first: readonly string[],
  wanted: readonly string[],
  rows: ReadonlySet<number>,
  pieces: readonly PieceRead[],
): Register | undefined => {
  const pieceOf = new Map<number, PieceRead>();
  for (const each of pieces)
    for (let index = each.piece.from; index < each.piece.to; index++)
      if (rows.has(index)) pieceOf.set(index, each);
  const cellOf = (key: string, index: number): RawCell => {
    const found = pieceOf.get(index);
    return found?.cells.get(key)?.[index - found.piece.from] ?? null;
  };
  const isRead = (key: string): boolean => pieces.every(({ cells }) => cells.has(key));
  for (const key of first.filter(isRead)) {
    const before = register.columns.get(key);
    for (const index of rows)
      if (before !== undefined && before[index] !== cellOf(key, index)) return undefined;
  }
  const there = wanted.filter((key) => !isLost(register, key) && isRead(key));
  return withRows(register, first, there, rows, cellOf);
};

const readFurther = async (
  seen: SiteBook,
  { first, rowsOf, wanted }: RowsAsked,
  doing: string,
  { run, sizes }: Reader,
): Promise<SiteBook | undefined> => {
  const rows: RowsOf = new Map([...rowsOf(seen)].filter(([form]) => wanted[form] !== undefined));
  const parts = new Map(
    [...rows].map(([form, own]) => {
      const keys = new Set([...keysAsked(form, first[form]), ...keysAsked(form, wanted[form])]);
      return [form, partOf(form, [...keys], own, sizes)] as const;
    }),
  );
  const read = await readPieces(
    cutIntoRequests([...parts.values()].flatMap(({ loads }) => loads)),
    {
      keysOf: (form) => parts.get(form)?.keys ?? [],
      stands: ({ key, count, firstRow }) =>
        seen.registers[key]?.count === count && seen.registers[key].firstRow === firstRow,
    },
    doing,
    run,
  );
  if (read === undefined) return undefined;
  const pieces = new Map<FormKey, PieceRead[]>();
  for (const each of read) {
    const own = pieces.get(each.piece.key);
    if (own) own.push(each);
    else pieces.set(each.piece.key, [each]);
  }
  const registers: Partial<Record<FormKey, Register>> = {};
  for (const form of formKeys) {
    const register = seen.registers[form];
    if (register === undefined || (first[form] ?? wanted[form]) === undefined) continue;
    const own = rows.get(form);
    const [whole, some] = [keysAsked(form, first[form]), keysAsked(form, own && wanted[form])];
    const found = filled(register, whole, some, own ?? new Set(), pieces.get(form) ?? []);
    if (found === undefined) return undefined;
    registers[form] = found;
  }
  return { ...seen, registers };
};

/** Whether a reading has all that says which rows are asked for. */
const saysWhich = (seen: SiteBook, first: Wanted): boolean =>
  formKeys.every((form) => {
    const [register, keys] = [seen.registers[form], first[form]];
    if (keys === undefined || seen.absent.includes(form)) return true;
    return (
      register !== undefined &&
      keysAsked(form, keys).every((key) => register.columns.has(key) || isLost(register, key))
    );
  });

/** Known to be so little that a second round trip costs more. */
const isLittle = (wanted: Wanted, sizes: Sizes): boolean =>
  formKeys.every((form) => wanted[form] === undefined || sizes.shapes.has(form)) &&
  fitsOneRequest(
    loadsOf(wanted, sizes, (form) => sizes.shapes.get(form)?.count ?? 0),
    littleEnough,
  );

/** @throws WorkbookRefused as `OpenWorkbook.readRows` says. */
export const readRows = async (asked: RowsAsked, doing: string, reader: Reader): Promise<SiteBook> => {
  const { read, sizes, seen } = reader;
  let known = seen !== undefined && saysWhich(seen, asked.first) ? seen : undefined;
  const all = wantedTogether(asked.first, asked.wanted);
  if (known === undefined && isLittle(all, sizes)) return onlyRows(await read(all, doing), asked);
  for (let time = 0; time < tries; time++) {
    const found = await readFurther(known ?? (await read(asked.first, doing)), asked, doing, reader);
    if (found !== undefined) return found;
    known = undefined;
  }
  throw new WorkbookRefused("outrun", doing, "工作簿");
};
