import { type Area, areaAddress, bounding, parseArea } from "../book/address";
import { shiftFormula } from "./formula-shift";
import {
  type CellChange,
  type CellXml,
  type Dissolved,
  lostMasters,
  parseRow,
  rewriteRow,
  type RowXml,
} from "./edit-row";
import { type ColumnDress, dressedColumns } from "./edit-columns";
import { layoutOf } from "./edit-layout";
import { grownRules, type GrownTable } from "./edit-rules";
import { formulaSpeller } from "./write-table";
import { utf8 } from "./xml-bytes";
import { tagsOf } from "./xml-tags";
import { attributes } from "./xml-text";

/** A sheet's part whose rows have been found but not read. */
export interface EditableSheet {
  /** The row as the part has it; nothing where it has none. */
  row(row: number): RowXml | undefined;
  /** The cell's formula as the file spells it, without "="; one that follows a shared formula is looked up above. */
  formula(row: number, column: number): string | undefined;
  /** What has been noted for a row, by column. */
  changes(row: number): ReadonlyMap<number, CellChange>;
  /** Notes a change; later ones win. */
  set(row: number, column: number, change: CellChange): void;
  /**
   * Notes what a table's new row has within those columns: made when somebody asks, each time anew, and not kept. Two
   * tables beside each other may both have a new row there.
   */
  promiseRow(
    row: number,
    columns: Pick<Area, "left" | "right">,
    cells: () => ReadonlyMap<number, CellChange>,
  ): void;
  /** A column's width and style, for all its cells that have none of their own. */
  dress(dress: ColumnDress): void;
  /** The style of a cell, its own or its column's; nothing for a new one that was noted without. */
  styleOf(row: number, column: number): string | undefined;
  /** What a new row takes its height and style from. */
  likeRow(row: number, model: number): void;
  /** Ranges of rules and formats that end with a grown table grow with it. */
  grow(table: Area, bottom: number): void;
  mergedIn(area: Area): boolean;
  /** The part with its changes, made piece by piece as they are asked for. */
  pieces(): Iterable<Uint8Array>;
}

const encoder = new TextEncoder();

/** Rows are handed on some at a time: each piece goes its own way through the compressor. */
const pieceLetters = 1 << 16;

const unchanged: ReadonlyMap<number, CellChange> = new Map();

/** @param part piece by piece; only its rows' places stay, and its bytes packed. @throws XlsxRefused */
export const editSheet = async (part: AsyncIterable<Uint8Array>): Promise<EditableSheet> => {
  const layout = await layoutOf(part);
  const { before, behind, data } = layout;
  const byNumber = new Map(layout.rows.map((place) => [place.row, place]));
  const changes = new Map<number, Map<number, CellChange>>();
  const promised = new Map<
    number,
    { readonly columns: Pick<Area, "left" | "right">; readonly cells: () => ReadonlyMap<number, CellChange> }
  >();
  const changesOf = (row: number): ReadonlyMap<number, CellChange> =>
    changes.get(row) ?? promised.get(row)?.cells() ?? unchanged;
  const models = new Map<number, number>();
  const grown: GrownTable[] = [];

  const columnStyles = [...tagsOf(before)]
    .filter((tag) => tag.name === "col" && tag.attribute("style") !== undefined)
    .map((tag) => ({
      first: Number(tag.attribute("min")) - 1,
      last: Number(tag.attribute("max")) - 1,
      style: tag.attribute("style"),
    }));
  const dresses = new Map<number, ColumnDress>();
  const columnStyle = (column: number): string | undefined =>
    dresses.get(column)?.style.toString() ??
    columnStyles.find(({ first, last }) => column >= first && column <= last)?.style;

  const merges = [...tagsOf(behind)]
    .filter((tag) => tag.name === "mergeCell")
    .flatMap((tag) => parseArea(tag.attribute("ref") ?? "") ?? []);

  let latest: { readonly number: number; readonly parsed: RowXml | undefined } | undefined;
  const row = (number: number): RowXml | undefined => {
    // Asked for cell by cell: the last one is kept.
    if (latest?.number !== number) {
      const place = byNumber.get(number);
      const bytes = place && data.within(place.from, place.to);
      latest = { number, parsed: bytes && parseRow(utf8(bytes, 0, bytes.length)) };
    }
    return latest.parsed;
  };

  const formula = (number: number, column: number): string | undefined => {
    const cellAt = (at: number): CellXml | undefined => row(at)?.cells.find((cell) => cell.column === column);
    const noted = changesOf(number).get(column)?.content;
    if (typeof noted === "object" && noted !== null) return noted.formula.replace(/^=/u, "");
    const own = cellAt(number)?.formula;
    if (!own || own.text !== "") return own?.text;
    for (let above = number - 1; above >= 0; above--) {
      const master = cellAt(above)?.formula;
      if (!master || master.shared !== own.shared) return undefined;
      if (master.text !== "") return shiftFormula(master.text, number - above, 0);
    }
    return undefined;
  };

  const newRow = (number: number): RowXml => {
    const model = row(models.get(number) ?? -1)?.tag;
    const kept = ["s", "customFormat", "ht", "customHeight"].map(
      (name) => [name, model?.attribute(name)] as const,
    );
    const head = attributes({ r: number + 1, ...Object.fromEntries(kept) });
    return parseRow(`<${layout.prefix}row${head}/>`);
  };

  /** Rows that change though nobody asked: they follow a shared formula whose first cell goes. */
  const findDissolved = (): {
    readonly byId: ReadonlyMap<string, Dissolved>;
    readonly rows: ReadonlySet<number>;
  } => {
    const byId = new Map<string, Dissolved>();
    const rows = new Set<number>();
    for (const number of [...changes.keys(), ...promised.keys()]) {
      const parsed = row(number);
      for (const lost of parsed ? lostMasters(parsed, number, changesOf(number)) : []) {
        byId.set(lost.id, lost.master);
        const area = parseArea(lost.ref);
        for (let at = area?.top ?? 0; area && at <= area.bottom; at++) if (byNumber.has(at)) rows.add(at);
      }
    }
    return { byId, rows };
  };

  const head = (): string => {
    let out = before;
    for (const tag of tagsOf(before)) {
      if (tag.name !== "dimension" || tag.closing) continue;
      let area = parseArea(tag.attribute("ref") ?? "");
      const reach = (number: number, left: number, right = left): void => {
        const cells = { top: number, left, bottom: number, right };
        area = area ? bounding(area, cells) : cells;
      };
      for (const [number, cells] of changes) for (const column of cells.keys()) reach(number, column);
      for (const [number, { columns }] of promised) reach(number, columns.left, columns.right);
      const text = out.slice(tag.from, tag.to).replace(/\sref=(?:"[^"]*"|'[^']*')/u, "");
      const ref = area ? ` ref="${areaAddress(area)}"` : "";
      out = out.slice(0, tag.from) + text.replace(/dimension/u, `dimension${ref}`) + out.slice(tag.to);
      break;
    }
    return dressedColumns(out, layout.prefix, dresses.values());
  };

  function* piecesOf(dissolved: ReturnType<typeof findDissolved>): Generator<Uint8Array> {
    const touched = [...new Set([...changes.keys(), ...promised.keys(), ...dissolved.rows])].sort(
      (a, b) => a - b,
    );
    const isTouched = new Set(touched);
    const added = touched.filter((number) => !byNumber.has(number));
    const spelled = formulaSpeller();
    const text = (number: number, parsed: RowXml): string =>
      rewriteRow(parsed, number, changesOf(number), dissolved.byId, columnStyle, spelled);
    const open = `<${layout.prefix}sheetData>`;
    let made = head() + (layout.empty ? open : "");
    // What lies between changed rows is copied as it is.
    let copied = layout.empty ? layout.inside : 0;
    function* copyTo(at: number): Generator<Uint8Array> {
      if (at > copied || made.length >= pieceLetters) {
        yield encoder.encode(made);
        made = "";
      }
      if (at > copied) yield* data.pieces(copied, at);
      copied = at;
    }
    let nextAdded = 0;
    function* addUpTo(number: number, at: number): Generator<Uint8Array> {
      for (; nextAdded < added.length && (added[nextAdded] as number) < number; nextAdded++) {
        yield* copyTo(at);
        const fresh = added[nextAdded] as number;
        made += text(fresh, newRow(fresh));
      }
    }
    for (const place of layout.rows) {
      yield* addUpTo(place.row, place.from);
      if (!isTouched.has(place.row) || byNumber.get(place.row) !== place) continue;
      yield* copyTo(place.from);
      made += text(place.row, row(place.row) as RowXml);
      copied = place.to;
    }
    yield* addUpTo(Number.POSITIVE_INFINITY, layout.insideEnd);
    yield* copyTo(layout.to);
    yield encoder.encode(made + (layout.empty ? open.replace("<", "</") : "") + grownRules(behind, grown));
  }

  return {
    row,
    formula,
    changes: changesOf,
    dress: (dress) => dresses.set(dress.column, dress),
    styleOf: (number, column) => {
      const noted = changesOf(number).get(column);
      const own = row(number)?.cells.find((cell) => cell.column === column)?.style;
      return own ?? (noted ? noted.style : columnStyle(column));
    },
    set: (number, column, change) => {
      const cells = changes.get(number) ?? new Map(changesOf(number));
      promised.delete(number);
      changes.set(number, cells.set(column, change));
    },
    promiseRow: (number, columns, cells) => {
      if (!changes.has(number) && !promised.has(number)) {
        promised.set(number, { columns, cells });
        return;
      }
      const there = changes.get(number) ?? new Map(changesOf(number));
      promised.delete(number);
      changes.set(number, new Map([...there, ...cells()]));
    },
    likeRow: (number, model) => void models.set(number, model),
    grow: (table, bottom) => void grown.push({ table, bottom }),
    mergedIn: (area) =>
      merges.some(
        (merge) =>
          merge.top <= area.bottom &&
          merge.bottom >= area.top &&
          merge.left <= area.right &&
          merge.right >= area.left,
      ),
    // What cannot be changed is refused before the first piece.
    pieces: () => piecesOf(findDissolved()),
  };
};
