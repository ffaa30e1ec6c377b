/** Head office's workbook in memory: for as many rows as the pane can hold. Files of any length are streamed instead. */
import { cellAddress } from "../../book/address";
import type { Book, Sheet, Value } from "../../book/book";
import { formOf, type RegisterKey, registerKeys } from "../../domain/forms/index";
import { type Merged, outlineOf } from "../../domain/head-office/merge-shares";
import { type Summary, summaryOf } from "../../domain/head-office/summary";
import type { CalendarDay } from "../../domain/kit/calendar-day";
import { acrossList, doubledList, type FileLine, fileList, type FilledList, unreadList } from "./hq-lists";
import { hqRegisterSheet, mostHqRows } from "./hq-registers";
import { firstBlank, hqRowsOf } from "./hq-rows";
import { listFirstRow, listSheet } from "./hq-sheets";
import { schemaVersion } from "./ledger-sheet";
import { figureSheet } from "./report-sheets";
import { fieldsOf } from "../../domain/form/form";

/** A register that has more rows than a sheet. */
export interface TooLong {
  readonly register: RegisterKey;
  readonly rows: number;
}

const filled = (sheet: Sheet, rows: readonly (readonly Value[])[]): Sheet =>
  rows.length === 0
    ? sheet
    : { ...sheet, blocks: [...sheet.blocks, { at: cellAddress(listFirstRow, 0), rows }] };

const filledList = ({ list, rows }: FilledList): Sheet => filled(listSheet(list), rows);

const registerRows = (key: RegisterKey, { sites }: Merged): readonly (readonly Value[])[] => {
  const width = firstBlank + fieldsOf(formOf(key)).length;
  return sites.flatMap(({ site, source, registers }) => {
    const register = registers[key];
    return register === undefined
      ? []
      : hqRowsOf(key, register, []).map((row) => [site, source.file, ...row.slice(0, width)]);
  });
};

const rowsIn = (key: RegisterKey, { sites }: Merged): number =>
  sites.reduce((sum, { registers }) => sum + (registers[key]?.rows.length ?? 0), 0);

/** Registers that do not fit on a sheet: the data set has room for them. */
export const tooLong = (merged: Merged): readonly TooLong[] =>
  registerKeys.flatMap((register) => {
    const rows = rowsIn(register, merged);
    return rows > mostHqRows ? [{ register, rows }] : [];
  });

const unreadRows = ({ sites }: Merged): readonly (readonly Value[])[] =>
  sites.flatMap(({ site, source, registers, notUnderstood }) =>
    notUnderstood.map(({ form, row, key, raw }): readonly Value[] => [
      site,
      source.file,
      registers[form]?.sheet ?? formOf(form).sheet,
      row,
      formOf(form).title,
      formOf(form).fields[key]?.caption ?? key,
      raw,
    ]),
  );

export const hqSummary = (merged: Merged, files: readonly FileLine[], today: CalendarDay): Summary =>
  summaryOf({
    today,
    sites: merged.sites.map(outlineOf),
    across: merged.across.length,
    refused: files.filter(({ fate }) => fate.kind === "refused").length,
  });

/** 汇总 in front, then what needs eyes, then the registers. `files`: every file that was given, and what became of it. */
export const hqSheets = (
  merged: Merged,
  files: readonly FileLine[],
  today: CalendarDay,
): readonly [Sheet, ...Sheet[]] => {
  const unread = unreadRows(merged);
  const list = unreadList(unread.length);
  return [
    figureSheet(hqSummary(merged, files, today), "汇总"),
    filledList(acrossList(merged.across, "")),
    ...(merged.doubled.length === 0 ? [] : [filledList(doubledList(merged.doubled))]),
    ...(unread.length === 0 ? [] : [filled(listSheet(list), unread.slice(0, list.count))]),
    filledList(fileList(files, schemaVersion)),
    ...registerKeys.flatMap((key) => {
      const rows = registerRows(key, merged);
      return rows.length === 0 ? [] : [filled(hqRegisterSheet(key, rows.length, false), rows)];
    }),
  ];
};

export const hqBook = (...given: Parameters<typeof hqSheets>): Book => ({
  names: [],
  sheets: hqSheets(...given),
});
