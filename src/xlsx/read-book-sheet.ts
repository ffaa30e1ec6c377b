import { areaAddress, parseArea } from "../book/address";
import type { Comment, DefinedName, Link, Protection, RangeLook, RowSize, Sheet } from "../book/book";
import type { DateKind } from "./date-format";
import type { LostKind, LostNotes } from "./lost";
import { partsAt, readOnce, type Relation, relationsOf, type SheetPart } from "./package-parts";
import { shownFormulas, inOrder, utf8Chunks } from "./read";
import { createBandReader } from "./read-bands";
import { blocksOf, type PlacedRow } from "./read-blocks";
import { bookTable, type PlacedTable, withCellsFormulas, withHeaders } from "./read-book-table";
import { readColumns } from "./read-columns";
import { type CommentRoom, type People, readBookComments } from "./read-comments";
import { readDrawing } from "./read-drawing";
import { createOutside } from "./read-outside";
import type { ReadStyles } from "./read-looks";
import { type PrintNames, readPrint } from "./read-print";
import { rangeText } from "./read-ranges";
import { rowHeads } from "./read-row-heads";
import { readHighlights, readValidations } from "./read-rules";
import type { StringTable } from "./read-strings";
import type { ReadLimits, ReadRow } from "./read-types";
import { bookCell } from "./read-values";
import { XlsxRefused } from "./refusal";
import { createSheetScanner, type LookListener } from "./sheet-scan";
import { plainRowHeight } from "./write-sheet";
import { unescapeExcel } from "./xml-bytes";
import { isTrue } from "./xml-tags";
import { childOf, childrenOf, treeOf, withinOf, type XmlElement } from "./xml-tree";
import { readPartChunks, type Zip } from "./zip-read";

/** What all sheets of a file share. */
export interface BookContext {
  readonly zip: Zip;
  readonly limits: ReadLimits;
  readonly strings: StringTable;
  readonly styles: ReadStyles;
  /** A style's index → the first that looks the same. */
  readonly styleOf: (index: number) => number;
  readonly dateKinds: readonly DateKind[];
  readonly date1904: boolean;
  /** Saved by LibreOffice, which drops a table's formulas. */
  readonly byLibreOffice: boolean;
  /** Names of all sheets. */
  readonly sheets: ReadonlySet<string>;
  readonly lost: LostNotes;
  /** Who has said something in threads of comments. */
  readonly people: People;
  readonly commentRoom: CommentRoom;
  /** Characters that shared formulas may still make. */
  readonly formulaRoom: { left: number };
  /** Counts cells over all sheets. @throws XlsxRefused over the limit */
  readonly count: (cells: number) => void;
}

export interface SheetNames {
  readonly print: PrintNames;
  readonly own: readonly DefinedName[];
}

const tableTree = readOnce<XmlElement>();

const tablesOf = async (
  relations: readonly Relation[],
  sheet: string,
  { zip, limits, lost }: BookContext,
): Promise<readonly PlacedTable[]> => {
  const tables: PlacedTable[] = [];
  for (const target of partsAt(zip, relations, "table")) {
    const tree = await tableTree(zip, target, (xml) => treeOf(xml, limits));
    const table = bookTable(tree, sheet, lost);
    if (table) tables.push(table);
  }
  return tables;
};

/** By what a sheet points to. */
const lostRelations: Readonly<Record<string, LostKind>> = {
  pivotTable: "pivotTables",
  slicer: "slicers",
  timeline: "slicers",
  oleObject: "embedded",
  package: "embedded",
  control: "controls",
  ctrlProp: "controls",
  image: "pictures",
  queryTable: "queries",
};

interface Rows {
  readonly listener: LookListener;
  readonly sizes: Map<number, RowSize>;
  readonly outside: () => string;
  readonly styleAt: (column: number) => number;
  readonly areas: ReturnType<typeof createBandReader>["areas"];
  outlined: number;
}

const listen = (context: BookContext): Rows => {
  const bands = createBandReader(context.limits.stretches);
  const heads = rowHeads();
  const sizes = new Map<number, RowSize>();
  const outside = createOutside();
  let styles: number[] = [];
  const rows: Rows = {
    sizes,
    outlined: 0,
    areas: (columns) => bands.areas(columns),
    styleAt: (column) => styles[column] ?? 0,
    outside: () => outside.text(),
    listener: {
      row: (row, head) => {
        const { height, hidden, outlined, style } = heads(head);
        if (outlined) rows.outlined++;
        if (height !== undefined) sizes.set(row, hidden ? { row, height, hidden } : { row, height });
        else if (hidden) sizes.set(row, { row, hidden });
        bands.row(row, style === undefined ? undefined : context.styleOf(style));
        styles = [];
      },
      cell: (column, style) => {
        bands.cell(column, context.styleOf(style));
        if (context.date1904) styles[column] = style;
      },
      done: () => {
        bands.done();
      },
      outside: (piece) => {
        outside.add(piece);
      },
    },
  };
  return rows;
};

const linksOf = (worksheet: XmlElement, sheet: string, lost: LostNotes): readonly Link[] =>
  childrenOf(childOf(worksheet, "hyperlinks"), "hyperlink").flatMap((link): readonly Link[] => {
    const area = parseArea(link.attribute("ref") ?? "");
    const place = unescapeExcel(link.attribute("location") ?? "");
    if (!area || place === "" || link.attribute("r:id") !== undefined) {
      lost.note("webLinks", sheet);
      return [];
    }
    const at = place.lastIndexOf("!");
    const quoted = /^'(.*)'$/su.exec(place.slice(0, Math.max(0, at)))?.[1];
    const tip = link.attribute("tooltip");
    return [
      {
        cell: areaAddress(area),
        place: quoted === undefined ? place : `${quoted.replaceAll("''", "'")}${place.slice(at)}`,
        ...(tip === undefined ? {} : { tip: unescapeExcel(tip) }),
      },
    ];
  });

/** What may be done on a protected sheet, and a `Book` cannot say. */
const permissions =
  "formatCells formatRows insertColumns insertRows insertHyperlinks deleteColumns deleteRows pivotTables".split(
    " ",
  );

const protectionOf = (worksheet: XmlElement, sheet: string, lost: LostNotes): Protection | undefined => {
  const element = childOf(worksheet, "sheetProtection");
  if (!isTrue(element?.attribute("sheet"))) return undefined;
  const allowed = (name: string): boolean => {
    const value = element?.attribute(name);
    return value !== undefined && !isTrue(value);
  };
  if (element?.attribute("password") !== undefined || element?.attribute("hashValue") !== undefined)
    lost.note("passwords", sheet);
  if (permissions.some(allowed)) lost.note("permissions", sheet);
  return {
    ...(allowed("formatColumns") ? { allowFormatColumns: true } : {}),
    ...(allowed("autoFilter") ? { allowFilter: true } : {}),
    ...(allowed("sort") ? { allowSort: true } : {}),
  };
};

const freezeOf = (view: XmlElement | undefined): Sheet["freeze"] => {
  const pane = childOf(view, "pane");
  if (!/^frozen/u.test(pane?.attribute("state") ?? "")) return undefined;
  const split = (name: string): number => Math.floor(Number(pane?.attribute(name) ?? 0));
  const [rows, columns] = [split("ySplit"), split("xSplit")];
  return rows > 0 || columns > 0 ? { rows: Math.max(0, rows), columns: Math.max(0, columns) } : undefined;
};

const rowHeightOf = (worksheet: XmlElement): number | undefined => {
  const format = childOf(worksheet, "sheetFormatPr");
  const height = Number(format?.attribute("defaultRowHeight") ?? Number.NaN);
  const own = isTrue(format?.attribute("customHeight")) || height !== plainRowHeight;
  return height > 0 && height <= 409.5 && own ? height : undefined;
};

/** Broken ones cost themselves, not the workbook. */
const commentsOf = async (
  part: SheetPart,
  name: string,
  { zip, limits, people, commentRoom, lost }: BookContext,
): Promise<readonly Comment[]> => {
  try {
    const { comments, dressed } = await readBookComments(zip, part, people, limits, commentRoom);
    if (dressed) lost.note("commentLooks", name);
    return comments;
  } catch (fault) {
    if (!(fault instanceof XlsxRefused) || fault.code !== "malformed") throw fault;
    lost.note("comments", name);
    return [];
  }
};

/** A sheet as a `Book` holds it. @throws XlsxRefused */
export const readBookSheet = async (
  sheetPart: SheetPart,
  name: string,
  names: SheetNames,
  tabColor: (worksheet: XmlElement) => string | undefined,
  context: BookContext,
): Promise<Sheet> => {
  const { part, visibility } = sheetPart;
  const { zip, limits, lost, styles } = context;
  const relations = await relationsOf(zip, part);
  const tables = await tablesOf(relations, name, context);
  for (const { type } of relations) {
    const kind = Object.hasOwn(lostRelations, type) ? lostRelations[type] : undefined;
    if (kind) lost.note(kind, name);
  }

  const rows = listen(context);
  const read: ReadRow[] = [];
  const placed: PlacedRow[] = [];
  const shown = shownFormulas(tables.map(({ table }) => table));
  const values = {
    sheet: name,
    lost,
    date1904: context.date1904,
    kindOf: (column: number) => context.dateKinds[rows.styleAt(column)] ?? "none",
  };
  const scanner = createSheetScanner({
    strings: context.strings,
    dateKinds: [],
    date1904: false,
    textLength: limits.textLength,
    bounds: limits,
    looks: rows.listener,
    formulaRoom: context.formulaRoom,
    formula: (formula, row, column, head) => {
      if (/\st\s*=\s*["'](?:array|dataTable)/u.test(head)) lost.note("arrayFormulas", name);
      return formula === "=" || formula.trim() === "" ? undefined : shown(formula, row, column);
    },
    onRow: (row) => {
      context.count(row.cells.length);
      if (!context.date1904) read.push(row);
      else
        placed.push({
          row: row.row,
          cells: row.cells.map((cell) => ({ column: cell.column, cell: bookCell(cell, values) })),
        });
    },
  });
  const entry = zip.find(part);
  if (!entry) throw new XlsxRefused("malformed", `no part ${part}`);
  for await (const chunk of utf8Chunks(readPartChunks(entry))) scanner.push(chunk);
  const merges = scanner.end();
  const worksheet = treeOf(rows.outside(), limits);

  for (const { row, cells } of inOrder(read))
    placed.push({
      row,
      cells: cells.map((cell) => ({ column: cell.column, cell: bookCell(cell, values) })),
    });
  const whole = withHeaders(placed, tables);
  const used = whole.reduce((most, { cells }) => Math.max(most, cells.at(-1)?.column ?? -1), -1);
  const columns = readColumns(worksheet, context.styleOf, used);
  lost.note("outlines", name, rows.outlined + columns.outlined);

  const drawing = relations.find(({ id }) => id === childOf(worksheet, "drawing")?.attribute("r:id"));
  const charts =
    drawing && zip.find(drawing.target)
      ? await readDrawing(drawing.target, { zip, limits, sheet: name, sheets: context.sheets, lost })
      : [];
  if (childOf(worksheet, "autoFilter")) lost.note("filters", name);
  lost.note("sparklines", name, withinOf(childOf(worksheet, "extLst"), "sparkline").length);

  const looks: RangeLook[] = [];
  const unsaid = new Set<LostKind>();
  for (const { area, style } of rows.areas(columns.styles)) {
    const found = styles.looks[style];
    for (const kind of found?.lost ?? []) unsaid.add(kind);
    if (found && Object.keys(found.look).length > 0) looks.push({ range: rangeText(area), look: found.look });
  }
  for (const kind of unsaid) lost.note(kind, name);

  const comments = await commentsOf(sheetPart, name, context);
  const view = childOf(worksheet, "sheetViews", "sheetView");
  const gridlines = view?.attribute("showGridLines");
  const [freeze, color, height] = [freezeOf(view), tabColor(worksheet), rowHeightOf(worksheet)];
  const [protection, print] = [
    protectionOf(worksheet, name, lost),
    readPrint(worksheet, names.print, name, lost),
  ];
  return {
    name,
    visibility,
    ...(color === undefined ? {} : { tabColor: color }),
    showGridlines: gridlines === undefined || isTrue(gridlines),
    blocks: blocksOf(whole),
    looks,
    columns: columns.sizes,
    ...(height === undefined ? {} : { defaultRowHeight: height }),
    rows: [...rows.sizes.values()].sort((a, b) => a.row - b.row),
    merges: merges.flatMap((range) => {
      const area = parseArea(range);
      return area && (area.top < area.bottom || area.left < area.right) ? [areaAddress(area)] : [];
    }),
    links: linksOf(worksheet, name, lost),
    tables: tables.map((each) => (context.byLibreOffice ? withCellsFormulas(each, whole) : each.table)),
    validations: readValidations(worksheet, name, lost),
    highlights: readHighlights(worksheet, name, styles, lost),
    ...(freeze ? { freeze } : {}),
    ...(protection ? { protection } : {}),
    ...(print ? { print } : {}),
    ...(charts.length === 0 ? {} : { charts }),
    ...(comments.length === 0 ? {} : { comments }),
    ...(names.own.length === 0 ? {} : { names: names.own }),
  };
};
