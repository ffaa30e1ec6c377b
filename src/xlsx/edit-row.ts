import { cellAddress, parseArea } from "../book/address";
import type { Cell } from "../book/book";
import { shiftFormula } from "./formula-shift";
import type { formulaXml } from "./write-table";
import { XlsxRefused } from "./refusal";
import { type Tag, tagsOf } from "./xml-tags";
import { xmlText } from "./xml-text";

/** A cell as a row's text holds it. */
export interface CellXml {
  readonly column: number;
  /** "" where a change empties it. */
  readonly xml: string;
  readonly style: string | undefined;
  /** Holds a value or formula, not only a style. */
  readonly filled: boolean;
  readonly formula?: {
    readonly kind: string | undefined;
    readonly shared: string | undefined;
    readonly ref: string | undefined;
    /** As written, entities decoded; "" where it follows a shared one. */
    readonly text: string;
    /** Bounds of the whole element in `xml`. */
    readonly from: number;
    readonly to: number;
  };
}

export interface RowXml {
  /** `<row r="5" …>`, never the short form, without `spans`. */
  readonly head: string;
  readonly tag: Tag | undefined;
  readonly cells: readonly CellXml[];
  /** `</row>`. */
  readonly foot: string;
}

const cellOf = (xml: string, column: number, open: Tag, inside: readonly Tag[]): CellXml => {
  const shift = -open.from;
  const formulaTag = inside.find((tag) => tag.name === "f" && !tag.closing);
  const formulaEnd = formulaTag?.empty ? formulaTag : inside.find((tag) => tag.name === "f" && tag.closing);
  const valueTags = inside.filter(
    (tag) => !tag.closing && !tag.empty && (tag.name === "v" || tag.name === "t"),
  );
  const formula =
    formulaTag && formulaEnd
      ? {
          kind: formulaTag.attribute("t"),
          shared: formulaTag.attribute("si"),
          ref: formulaTag.attribute("ref"),
          text: formulaTag.text(),
          from: formulaTag.from + shift,
          to: formulaEnd.to + shift,
        }
      : undefined;
  return {
    column,
    xml,
    style: open.attribute("s"),
    filled: formula !== undefined || valueTags.some((tag) => tag.text() !== ""),
    ...(formula ? { formula } : {}),
  };
};

/** Takes a row's text apart. */
export const parseRow = (text: string): RowXml => {
  let tag: Tag | undefined;
  let foot = "";
  const cells: CellXml[] = [];
  let open: Tag | undefined;
  let inside: Tag[] = [];
  let column = -1;
  const finish = (last: Tag): void => {
    if (!open) return;
    const address = parseArea(open.attribute("r") ?? "");
    column = address?.left ?? column + 1;
    cells.push(cellOf(text.slice(open.from, last.to), column, open, inside));
    open = undefined;
    inside = [];
  };
  for (const next of tagsOf(text)) {
    if (!tag) tag = next;
    else if (next.name === "row") foot = text.slice(next.from, next.to);
    else if (next.name === "c" && !next.closing) {
      open = next;
      if (next.empty) finish(next);
    } else if (next.name === "c") finish(next);
    else inside.push(next);
  }
  const head = text.slice(tag?.from ?? 0, tag?.to ?? 0).replace(/\sspans=(?:"[^"]*"|'[^']*')/u, "");
  const name = /^<([^\s/>]+)/u.exec(head)?.[1] ?? "row";
  return { head: head.replace(/\/>$/u, ">"), tag, cells, foot: foot || `</${name}>` };
};

export interface CellChange {
  readonly content: Cell;
  /** Style of a cell that was not there before. */
  readonly style?: string | undefined;
  /** The table it lies in, for `[@列]`. */
  readonly table?: string | undefined;
}

const tagPrefix = (row: RowXml): string => /^<([^\s/>]*:)?row/u.exec(row.head)?.[1] ?? "";

const cellXml = (
  prefix: string,
  address: string,
  style: string | undefined,
  change: CellChange,
  spelled: typeof formulaXml,
): string => {
  const { content } = change;
  const p = prefix;
  const head = `<${p}c r="${address}"${style === undefined ? "" : ` s="${style}"`}`;
  if (content === null) return style === undefined ? "" : `${head}/>`;
  if (typeof content === "string")
    return `${head} t="inlineStr"><${p}is><${p}t xml:space="preserve">${xmlText(content)}</${p}t></${p}is></${p}c>`;
  if (typeof content === "number") return `${head}><${p}v>${content}</${p}v></${p}c>`;
  if (typeof content === "boolean") return `${head} t="b"><${p}v>${Number(content)}</${p}v></${p}c>`;
  return `${head}><${p}f>${spelled(content.formula, change.table)}</${p}f></${p}c>`;
};

/** A shared formula that loses its first cell: those that follow it get their own text. */
export interface Dissolved {
  readonly text: string;
  readonly row: number;
  readonly column: number;
}

const dissolve = (
  cell: CellXml,
  row: number,
  dissolved: ReadonlyMap<string, Dissolved>,
  prefix: string,
): CellXml => {
  const { formula } = cell;
  const master =
    formula?.kind === "shared" && formula.text === "" ? dissolved.get(formula.shared ?? "") : undefined;
  if (!formula || !master) return cell;
  const text = shiftFormula(master.text, row - master.row, cell.column - master.column);
  const own = `<${prefix}f>${xmlText(text)}</${prefix}f>`;
  return { ...cell, xml: cell.xml.slice(0, formula.from) + own + cell.xml.slice(formula.to) };
};

/** The shared formulas whose first cell a change replaces. @throws XlsxRefused inside an array formula. */
export const lostMasters = (
  parsed: RowXml,
  row: number,
  changes: ReadonlyMap<number, CellChange>,
): readonly { readonly id: string; readonly ref: string; readonly master: Dissolved }[] =>
  parsed.cells.flatMap(({ column, formula }) => {
    if (!formula || !changes.has(column)) return [];
    const area = parseArea(formula.ref ?? "");
    const several = area && (area.top !== area.bottom || area.left !== area.right);
    if (several && (formula.kind === "array" || formula.kind === "dataTable"))
      throw new XlsxRefused("array-formula", cellAddress(row, column));
    if (formula.kind !== "shared" || formula.text === "") return [];
    return [
      { id: formula.shared ?? "", ref: formula.ref ?? "", master: { text: formula.text, row, column } },
    ];
  });

/** The row's text with its changes. `columnStyle` answers for cells that neither were there nor bring a style. */
export const rewriteRow = (
  parsed: RowXml,
  row: number,
  changes: ReadonlyMap<number, CellChange>,
  dissolved: ReadonlyMap<string, Dissolved>,
  columnStyle: (column: number) => string | undefined,
  spelled: typeof formulaXml,
): string => {
  const prefix = tagPrefix(parsed);
  const rowStyle = parsed.tag?.attribute("customFormat") ? parsed.tag.attribute("s") : undefined;
  const cells = new Map<number, string>();
  const styles = new Map<number, string | undefined>();
  for (const cell of parsed.cells) {
    cells.set(cell.column, dissolve(cell, row, dissolved, prefix).xml);
    styles.set(cell.column, cell.style);
  }
  for (const [column, change] of changes) {
    const style = styles.has(column) ? styles.get(column) : (change.style ?? rowStyle ?? columnStyle(column));
    cells.set(column, cellXml(prefix, cellAddress(row, column), style, change, spelled));
  }
  const inOrder = [...cells].sort(([a], [b]) => a - b).map(([, xml]) => xml);
  return parsed.head + inOrder.join("") + parsed.foot;
};
