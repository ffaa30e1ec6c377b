import { type Area, areaAddress, parseArea } from "../book/address";
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
  /** A column's width and style, for all its cells that have none of their own. */
  dress(dress: ColumnDress): void;
  /** The style of a cell, its own or its column's; nothing for a new one that was noted without. */
  styleOf(row: number, column: number): string | undefined;
  /** What a new row takes its height and style from. */
  likeRow(row: number, model: number): void;
  /** Ranges of rules and formats that end with a grown table grow with it. */
  grow(table: Area, bottom: number): void;
  mergedIn(area: Area): boolean;
  /** The part with its changes, piece by piece. */
  pieces(): readonly Uint8Array[];
}

const encoder = new TextEncoder();

const unchanged: ReadonlyMap<number, CellChange> = new Map();

const union = (a: Area, b: Area): Area => ({
  top: Math.min(a.top, b.top),
  left: Math.min(a.left, b.left),
  bottom: Math.max(a.bottom, b.bottom),
  right: Math.max(a.right, b.right),
});

/** "A4:C9 E4:E9" with each range that ends where the table ended, inside its columns, drawn down to `bottom`. */
const grownRanges = (ranges: string, table: Area, bottom: number): string =>
  ranges
    .split(/\s+/u)
    .map((range) => {
      const area = parseArea(range);
      const ends = area?.bottom === table.bottom && area.top > table.top;
      return area && ends && area.left >= table.left && area.right <= table.right
        ? areaAddress({ ...area, bottom })
        : range;
    })
    .join(" ");

export const editSheet = (bytes: Uint8Array): EditableSheet => {
  const layout = layoutOf(bytes);
  const byNumber = new Map(layout.rows.map((place) => [place.row, place]));
  const changes = new Map<number, Map<number, CellChange>>();
  const models = new Map<number, number>();
  const grown: { readonly table: Area; readonly bottom: number }[] = [];
  const before = utf8(bytes, 0, layout.from);
  const behind = utf8(bytes, layout.to, bytes.length);

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
      latest = { number, parsed: place && parseRow(utf8(bytes, place.from, place.to)) };
    }
    return latest.parsed;
  };

  const formula = (number: number, column: number): string | undefined => {
    const cellAt = (at: number): CellXml | undefined => row(at)?.cells.find((cell) => cell.column === column);
    const noted = changes.get(number)?.get(column)?.content;
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
    for (const [number, cells] of changes) {
      const parsed = row(number);
      for (const lost of parsed ? lostMasters(parsed, number, cells) : []) {
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
      for (const [number, cells] of changes)
        for (const column of cells.keys()) {
          const cell = { top: number, left: column, bottom: number, right: column };
          area = area ? union(area, cell) : cell;
        }
      const text = out.slice(tag.from, tag.to).replace(/\sref=(?:"[^"]*"|'[^']*')/u, "");
      const ref = area ? ` ref="${areaAddress(area)}"` : "";
      out = out.slice(0, tag.from) + text.replace(/dimension/u, `dimension${ref}`) + out.slice(tag.to);
      break;
    }
    return dressedColumns(out, layout.prefix, dresses.values());
  };

  const tail = (): string =>
    grown.reduce(
      (text, { table, bottom }) =>
        text
          .replace(
            /(<(?:[^\s<>/]*:)?(?:dataValidation|conditionalFormatting)\s[^<>]*?\bsqref=")([^"]*)"/gu,
            (_, start: string, ranges: string) => `${start}${grownRanges(ranges, table, bottom)}"`,
          )
          .replace(
            /(<(?:[^\s<>/]*:)?sqref>)([^<]*)</gu,
            (_, start: string, ranges: string) => `${start}${grownRanges(ranges, table, bottom)}<`,
          ),
      behind,
    );

  return {
    row,
    formula,
    changes: (number) => changes.get(number) ?? unchanged,
    dress: (dress) => dresses.set(dress.column, dress),
    styleOf: (number, column) => {
      const noted = changes.get(number)?.get(column);
      const own = row(number)?.cells.find((cell) => cell.column === column)?.style;
      return own ?? (noted ? noted.style : columnStyle(column));
    },
    set: (number, column, change) => {
      const cells = changes.get(number) ?? new Map<number, CellChange>();
      changes.set(number, cells.set(column, change));
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
    pieces: () => {
      const dissolved = findDissolved();
      const touched = [...new Set([...changes.keys(), ...dissolved.rows])].sort((a, b) => a - b);
      const inPlace = new Map(
        touched
          .filter((number) => byNumber.has(number))
          .map((number) => [byNumber.get(number)?.from ?? -1, number]),
      );
      const added = touched.filter((number) => !byNumber.has(number));
      const spelled = formulaSpeller();
      const text = (number: number, parsed: RowXml): Uint8Array =>
        encoder.encode(
          rewriteRow(parsed, number, changes.get(number) ?? unchanged, dissolved.byId, columnStyle, spelled),
        );
      const open = `<${layout.prefix}sheetData>`;
      const out: Uint8Array[] = [encoder.encode(head() + (layout.empty ? open : ""))];
      // What lies between changed rows is copied as it is.
      let copied = layout.empty ? layout.inside : layout.from;
      let nextAdded = 0;
      const addUpTo = (number: number, at: number): void => {
        for (; nextAdded < added.length && (added[nextAdded] as number) < number; nextAdded++) {
          out.push(bytes.subarray(copied, at));
          copied = at;
          const fresh = added[nextAdded] as number;
          out.push(text(fresh, newRow(fresh)));
        }
      };
      for (const place of layout.rows) {
        addUpTo(place.row, place.from);
        const number = inPlace.get(place.from);
        if (number === undefined) continue;
        out.push(bytes.subarray(copied, place.from), text(number, row(number) as RowXml));
        copied = place.to;
      }
      addUpTo(Number.POSITIVE_INFINITY, layout.insideEnd);
      out.push(bytes.subarray(copied, layout.to));
      out.push(encoder.encode((layout.empty ? open.replace("<", "</") : "") + tail()));
      return out;
    },
  };
};
