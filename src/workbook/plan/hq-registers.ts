/** The registers of head office's workbook: the site's own columns with 案场, 来源文件, 来源表, 来源行 in front. */
import { columnLetters } from "../../book/address";
import { lastRow, type Sheet } from "../../book/book";
import { fieldsOf } from "../../domain/form/form";
import { formOf, type RegisterKey, registersBySheet } from "../../domain/forms/index";
import { columnLooks } from "./column-looks";
import { hasPhones } from "./hq-rows";
import { listFirstRow, listHeaderRow, type ListColumn, listSheet } from "./hq-sheets";
import { required } from "./palette";
import { widthOf } from "./widths";

/** Registers that share a sheet at a site have one each here: rows of many sites do not stand side by side. */
const sheetNames: ReadonlyMap<RegisterKey, string> = new Map(
  registersBySheet.flatMap((keys) =>
    keys.map((key, at) => [key, at === 0 ? formOf(key).sheet : formOf(key).title] as const),
  ),
);

export const hqSheetName = (key: RegisterKey): string => sheetNames.get(key) ?? formOf(key).sheet;

export const hqTitle = (key: RegisterKey): string => `总部汇总：${formOf(key).title}`;

export const registerOfHqSheet: ReadonlyMap<string, RegisterKey> = new Map(
  [...sheetNames].map(([key, name]) => [name, key]),
);

const text = { numberFormat: "@" } as const;

const sourceColumns: readonly ListColumn[] = [
  { caption: "案场", width: 18, look: text },
  { caption: "来源文件", width: 22, look: text },
  { caption: "来源表", width: 11, look: { ...text, horizontal: "center" } },
  { caption: "来源行", width: 9, look: { horizontal: "center", numberFormat: "0" } },
];

/** Hidden: for finding the same phone again, not for reading. */
const phoneColumn: ListColumn = { caption: "电话核对", width: 40, look: text, hidden: true };

/** Most rows of a register here. */
export const mostHqRows = lastRow - listFirstRow;

/** @param keyed with the column that tells phones apart. */
export const hqColumns = (key: RegisterKey, keyed: boolean): readonly string[] => [
  ...sourceColumns.map(({ caption }) => caption),
  ...fieldsOf(formOf(key)).map(([, { caption }]) => caption),
  ...(keyed && hasPhones(key) ? [phoneColumn.caption] : []),
];

/** A register's sheet for `count` rows, which the writer streams in from `listFirstRow` on. */
export const hqRegisterSheet = (key: RegisterKey, count: number, keyed: boolean): Sheet => {
  const form = formOf(key);
  const fields = fieldsOf(form).map(([, field]) => field);
  const left = sourceColumns.length;
  const name = fieldsOf(form).findIndex(([fieldKey]) => fieldKey === "name");
  const sheet = listSheet({
    sheet: hqSheetName(key),
    title: hqTitle(key),
    note: "由各案场的案场簿汇总，改这里不会改回案场；每行前面是它的案场、文件、表和行。",
    table: form.table,
    columns: [
      ...sourceColumns,
      ...fields.map((field): ListColumn => ({ caption: field.caption, width: widthOf(field) })),
      ...(keyed && hasPhones(key) ? [phoneColumn] : []),
    ],
    count,
    heads: [...(name < 0 ? [] : [left + name + 1]), left + 1, 1],
  });
  const [all, ...rest] = sheet.looks;
  return {
    ...sheet,
    looks: [
      ...(all === undefined ? [] : [all]),
      ...columnLooks(fields, (from, to) => `${columnLetters(left + from)}:${columnLetters(left + to)}`),
      ...rest,
      ...fields.flatMap((field, at) =>
        field.need === "first"
          ? [{ range: `${columnLetters(left + at)}${listHeaderRow + 1}`, look: { fill: required } }]
          : [],
      ),
    ],
    defaultRowHeight: form.rowHeight,
  };
};
