/** A form's sheet: title, note, bands of its parts, headers, and a table with one empty row to begin with. */
import { areaAddress, cellAddress, columnLetters } from "../../book/address";
import type { Cell, RangeLook, Sheet, TableColumn } from "../../book/book";
import { type Field } from "../../domain/form/field";
import { fieldsOf, type Form } from "../../domain/form/form";
import { type FormKey, formOf } from "../../domain/forms/index";
import { columnLooks } from "./column-looks";
import { formulaOf } from "./formulas";
import { highlightsOf, isUnique } from "./highlights";
import { accent, accentDeep, bandLook, headerLook, noteLook, paper, required, titleLook } from "./palette";
import { acrossPages, columnPoints, pageMargins } from "./page-widths";
import {
  bandRow,
  columnOf,
  downFrom,
  downHeld,
  first,
  firstDataRow,
  headerRow,
  leftOf,
  noteRow,
  titleRow,
} from "./references";
import { settings } from "./site-sheet";
import { validationOf } from "./validations";
import { widthOf } from "./widths";

/** Columns the table starts with; the blank row holds the formulas alone. */
const tableColumns = (key: FormKey): readonly TableColumn[] =>
  fieldsOf(formOf(key)).map(([fieldKey, field]) => {
    const formula = formulaOf(key, fieldKey);
    return { name: field.caption, ...(formula !== undefined && { formula }) };
  });

const blankRow = (key: FormKey): readonly Cell[] =>
  tableColumns(key).map(({ formula }) => (formula === undefined ? null : { formula }));

/** As the paper prints it: 牡丹苑项目来访客户登记表. */
export const titleWithProject = (title: string): string =>
  `=${settings.project}&IF(RIGHT(${settings.project},2)="项目","","项目")&"${title}"`;

/** Characters of a title: a project of so long a name still leaves the title beside it alone. */
const titleRoom = 24;

/** Where another title begins close by, the project's name would run into it. */
const titleOf = ({ title }: Form, widths: readonly number[], isLast: boolean): Cell => {
  const points = widths.reduce((sum, width) => sum + columnPoints(width), 0);
  return isLast || points >= titleRoom * (titleLook.fontSize ?? 0)
    ? { formula: titleWithProject(title) }
    : title;
};

/** The mark is in the format, not in the text: the caption stays what it is. */
const requiredMark = { fill: required, numberFormat: '@" *"' } as const;

export const headerLooks = (fields: readonly Field[], row: number, left = 0): readonly RangeLook[] => [
  {
    range: areaAddress({ top: row, bottom: row, left, right: left + fields.length - 1 }),
    look: headerLook,
  },
  ...fields.flatMap((field, column): readonly RangeLook[] =>
    field.need === "first" ? [{ range: cellAddress(row, left + column), look: requiredMark }] : [],
  ),
];

const bands = (
  form: Form,
  left: number,
): { readonly cells: readonly Cell[]; readonly looks: readonly RangeLook[] } => {
  const cells: Cell[] = [];
  const looks: RangeLook[] = [];
  form.parts.forEach(({ title, fields }, index) => {
    const from = left + cells.length;
    const count = Object.keys(fields).length;
    cells.push(title, ...Array.from({ length: count - 1 }, () => null));
    const fill = index % 2 === 0 ? accent : accentDeep;
    const area = { top: bandRow, bottom: bandRow, left: from, right: from + count - 1 };
    looks.push({ range: areaAddress(area), look: { ...bandLook, fill, border: fill } });
  });
  return { cells, looks };
};

/** More does not fit beside something to read. */
export const mostFrozen = 4;

/**
 * Number and name stay in view where they are among the first. Beside another register only the client's number: what
 * else stands in front would be read as part of the other's rows. 接待轮序 freezes rows only: the log's numbers stand
 * right of the day's order, which would be frozen with them and leave the log no room.
 */
const frozenColumns = (form: Form, alone: boolean): number => {
  const fields = fieldsOf(form);
  const upTo = (wanted: string): number => {
    const columns = fields.findIndex(([key]) => key === wanted) + 1;
    return columns > 1 && columns <= mostFrozen ? columns : 0;
  };
  if (!alone) return upTo("clientId");
  const name = upTo("name");
  if (name > 0) return name;
  const [[key, field] = []] = fields;
  if (key === undefined || field === undefined) return 0;
  return field.kind === "numberStamp" || isUnique(form.key as FormKey, key) ? 1 : 0;
};

/** On paper there is more room than on a screen. */
const mostPrinted = 6;

/**
 * Printed on each page across: down to the name where it is among the first. Of several registers on one sheet nothing is
 * printed in front of another's rows.
 */
const headColumns = (form: Form, alone: boolean): number => {
  if (!alone) return 0;
  const name = fieldsOf(form).findIndex(([key]) => key === "name") + 1;
  return name > 0 && name <= mostPrinted ? name : frozenColumns(form, alone);
};

/** Where a client's number may stand, for the columns that refer to it. */
const clientColumns = (["grades", "visitors", "calls"] as const).map((key) => {
  const column = columnOf(key, "clientId");
  return `${formOf(key).sheet}!${downHeld(column)}`;
});

type RegisterParts = Pick<Sheet, "blocks" | "looks" | "columns" | "tables" | "validations" | "highlights">;

/** One register where it stands on its sheet. `note`: instead of the paper's. `isLast`: nothing stands right of it. */
const registerParts = (key: FormKey, note: string | undefined, isLast: boolean): RegisterParts => {
  const form = formOf(key);
  const fields = fieldsOf(form);
  const all = fields.map(([, field]) => field);
  const left = leftOf(key);
  const right = left + fields.length - 1;
  const across = (row: number, to = row): string => areaAddress({ top: row, bottom: to, left, right });
  const band = bands(form, left);
  return {
    blocks: [
      { at: cellAddress(titleRow, left), rows: [[titleOf(form, all.map(widthOf), isLast)]] },
      { at: cellAddress(noteRow, left), rows: [[(note ?? form.note) || null]] },
      {
        at: cellAddress(bandRow, left),
        rows: [band.cells, all.map(({ caption }) => caption), blankRow(key)],
      },
    ],
    looks: [
      ...columnLooks(all, (from, to) => `${columnLetters(left + from)}:${columnLetters(left + to)}`),
      // The columns' looks reach up to the title: there they are taken back.
      {
        range: across(titleRow, noteRow),
        look: { horizontal: "left", wrap: false, numberFormat: "General", border: paper },
      },
      { range: across(titleRow), look: titleLook },
      { range: across(noteRow), look: noteLook },
      { range: across(bandRow), look: { horizontal: "left", wrap: false, numberFormat: "@" } },
      ...band.looks,
      { range: across(headerRow), look: { numberFormat: "@" } },
      ...headerLooks(all, headerRow, left),
    ],
    columns: all.map((field, column) => ({ column: left + column, width: widthOf(field) })),
    tables: [
      {
        name: form.table,
        range: across(headerRow, firstDataRow),
        columns: tableColumns(key),
        style: "TableStyleLight1",
        bandedRows: false,
        filterButtons: true,
      },
    ],
    validations: fields.map(([fieldKey, field], at) => {
      const column = left + at;
      return validationOf(field, downFrom(column), {
        cell: first(column),
        column: downHeld(column),
        unique: isUnique(key, fieldKey),
        clients: clientColumns,
      });
    }),
    highlights: highlightsOf(key),
  };
};

const gap = 3;

/** What a register's sheet has of its own. */
export interface SheetExtras extends Pick<Sheet, "tabColor" | "charts"> {
  /** Instead of the first paper's. */
  readonly note?: string;
  /** All of it on one page. */
  readonly onePage?: boolean;
}

/** The registers of one sheet, side by side. */
export const registerSheet = (keys: readonly [FormKey, ...FormKey[]], more: SheetExtras = {}): Sheet => {
  const { note, onePage = false, ...over } = more;
  const form = formOf(keys[0]);
  const parts = keys.map((key, index) =>
    registerParts(key, index === 0 ? note : undefined, index === keys.length - 1),
  );
  const all = <Part extends keyof RegisterParts>(part: Part): RegisterParts[Part][number][] =>
    parts.flatMap((each) => each[part] as readonly RegisterParts[Part][number][]);
  const columns = [
    ...all("columns"),
    ...keys.slice(1).map((key) => ({ column: leftOf(key) - 1, width: gap })),
  ];
  const alone = keys.length === 1;
  return {
    name: form.sheet,
    visibility: "visible",
    showGridlines: false,
    blocks: all("blocks"),
    looks: all("looks"),
    columns,
    defaultRowHeight: form.rowHeight,
    rows: [
      { row: titleRow, height: 34 },
      { row: noteRow, height: 20 },
      { row: bandRow, height: 20 },
      { row: headerRow, height: 36 },
    ],
    merges: [],
    links: [],
    tables: all("tables"),
    validations: all("validations"),
    highlights: all("highlights"),
    freeze: { rows: firstDataRow, columns: frozenColumns(form, alone) },
    print: {
      orientation: "landscape",
      paper: "A4",
      ...acrossPages(
        columns.map(({ width }) => width),
        headColumns(form, alone),
      ),
      ...(onePage && { fitTall: 1 }),
      titleRows: `${titleRow + 1}:${headerRow + 1}`,
      centerFooter: "第 &P 页，共 &N 页",
      margins: pageMargins,
      centerHorizontally: true,
    },
    ...over,
  };
};
