/** Cells of a file as the domain takes them: what live Excel would hand over for the same cell. */
import { calendarDay, moment, serialOfDay, serialOfMoment } from "../../domain/kit/calendar-day";
import type { RawCell } from "../../domain/register/register";
import type { ReadDate, ReadSheet, ReadValue } from "../../xlsx/read-types";

const ofDate = (date: ReadDate): RawCell => {
  if ("day" in date) {
    const day = calendarDay(date.day);
    return day === undefined ? date.day : serialOfDay(day);
  }
  if ("moment" in date) {
    const at = moment(date.moment.slice(0, 16));
    return at === undefined ? date.moment : serialOfMoment(at);
  }
  return date.time;
};

/** Days and moments as 1900-system serials, whatever the file counts from; an error as its text "#N/A". */
export const rawCell = (value: ReadValue | null | undefined): RawCell => {
  if (value === undefined || value === null) return null;
  if (typeof value !== "object") return value;
  return "error" in value ? value.error : ofDate(value);
};

/** A sheet's cells from A1 to the last one in use; empty cells are `null`. For small sheets. */
export const matrixOf = (sheet: Pick<ReadSheet, "rows">): readonly (readonly RawCell[])[] => {
  const rows: RawCell[][] = [];
  for (const { row, cells } of sheet.rows) {
    while (rows.length <= row) rows.push([]);
    const line = rows[row] ?? [];
    for (const { column, value } of cells) {
      while (line.length < column) line.push(null);
      line[column] = rawCell(value);
    }
  }
  return rows;
};
