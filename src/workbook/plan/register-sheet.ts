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
import {
  bandRow,
  columnOf,
  downFrom,
  downHeld,
  first,
  firstDataRow,
  headerRow,
  noteRow,
  titleRow,
} from "./references";
import { settings } from "./site-sheet";
import { validationOf } from "./validations";
import { widthOf } from "./widths";

/** Columns the table starts with; the blank row holds the formulas alone. */
export const tableColumns = (key: FormKey): readonly TableColumn[] =>
  fieldsOf(formOf(key)).map(([fieldKey, field]) => {
    const formula = formulaOf(key, fieldKey);
    return { name: field.caption, ...(formula !== undefined && { formula }) };
  });

const blankRow = (key: FormKey): readonly Cell[] =>
  tableColumns(key).map(({ formula }) => (formula === undefined ? null : { formula }));

/** As the paper prints it: 牡丹苑项目来访客户登记表. */
export const titleFormula = (title: string): string =>
  `=${settings.project}&IF(RIGHT(${settings.project},2)="项目","","项目")&"${title}"`;

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

const bands = (form: Form): { readonly cells: readonly Cell[]; readonly looks: readonly RangeLook[] } => {
  const cells: Cell[] = [];
  const looks: RangeLook[] = [];
  form.parts.forEach(({ title, fields }, index) => {
    const left = cells.length;
    const count = Object.keys(fields).length;
    cells.push(title, ...Array.from({ length: count - 1 }, () => null));
    const fill = index % 2 === 0 ? accent : accentDeep;
    const area = { top: bandRow, bottom: bandRow, left, right: left + count - 1 };
    looks.push({ range: areaAddress(area), look: { ...bandLook, fill, border: fill } });
  });
  return { cells, looks };
};

/** Number and name stay in view where they are among the first; never more than fits beside something to read. */
const frozenColumns = (fields: readonly (readonly [string, Field])[]): number => {
  const place = (wanted: string): number => fields.findIndex(([key]) => key === wanted);
  const name = place("name");
  if (name > 0 && name < 4) return name + 1;
  return fields[0]?.[1].kind === "numberStamp" ? 1 : 0;
};

/** Where a client's number may stand, for the columns that refer to it. */
const clientColumns = (["grades", "visitors", "calls"] as const).map((key) => {
  const column = columnOf(key, "clientId");
  return `${formOf(key).sheet}!${downHeld(column)}`;
});

/** `note`: instead of the paper's. */
export const registerSheet = (
  key: FormKey,
  more: Partial<Sheet> & { readonly note?: string } = {},
): Sheet => {
  const { note, ...over } = more;
  const form = formOf(key);
  const fields = fieldsOf(form);
  const all = fields.map(([, field]) => field);
  const right = fields.length - 1;
  const band = bands(form);
  return {
    name: form.sheet,
    visibility: "visible",
    showGridlines: false,
    blocks: [
      { at: cellAddress(titleRow, 0), rows: [[{ formula: titleFormula(form.title) }]] },
      { at: cellAddress(noteRow, 0), rows: [[note ?? form.note]] },
      { at: cellAddress(bandRow, 0), rows: [band.cells, all.map(({ caption }) => caption), blankRow(key)] },
    ],
    looks: [
      ...columnLooks(all, (from, to) => `${columnLetters(from)}:${columnLetters(to)}`),
      // The columns' looks reach up to the title: there they are taken back.
      {
        range: areaAddress({ top: titleRow, bottom: noteRow, left: 0, right }),
        look: { horizontal: "left", wrap: false, numberFormat: "General", border: paper },
      },
      { range: areaAddress({ top: titleRow, bottom: titleRow, left: 0, right }), look: titleLook },
      { range: areaAddress({ top: noteRow, bottom: noteRow, left: 0, right }), look: noteLook },
      {
        range: areaAddress({ top: bandRow, bottom: bandRow, left: 0, right }),
        look: { horizontal: "left", wrap: false, numberFormat: "@" },
      },
      ...band.looks,
      {
        range: areaAddress({ top: headerRow, bottom: headerRow, left: 0, right }),
        look: { numberFormat: "@" },
      },
      ...headerLooks(all, headerRow),
    ],
    columns: all.map((field, column) => ({ column, width: widthOf(field) })),
    defaultRowHeight: form.rowHeight,
    rows: [
      { row: titleRow, height: 34 },
      { row: noteRow, height: 20 },
      { row: bandRow, height: 20 },
      { row: headerRow, height: 36 },
    ],
    merges: [],
    links: [],
    tables: [
      {
        name: form.table,
        range: areaAddress({ top: headerRow, bottom: firstDataRow, left: 0, right }),
        columns: tableColumns(key),
        style: "TableStyleLight1",
        bandedRows: false,
        filterButtons: true,
      },
    ],
    validations: fields.map(([fieldKey, field], column) =>
      validationOf(field, downFrom(column), {
        cell: first(column),
        column: downHeld(column),
        unique: isUnique(key, fieldKey),
        clients: clientColumns,
      }),
    ),
    highlights: highlightsOf(key),
    freeze: { rows: firstDataRow, columns: frozenColumns(fields) },
    print: {
      orientation: "landscape",
      paper: "A4",
      fitWide: 1,
      titleRows: `${titleRow + 1}:${headerRow + 1}`,
      centerFooter: "第 &P 页，共 &N 页",
      margins: { top: 36, bottom: 40, left: 28, right: 28 },
      centerHorizontally: true,
    },
    ...over,
  };
};
