/**
 * 收编: days of which each row says a part: its time under a day in the title, 5日 under 三月份, 年, 月 and 日 in columns
 * of their own. The row's cells say the whole day; what stands there stays in `original`.
 */
import { isOfOtherDays } from "./daily-papers";
import {
  dayOfBand,
  dayOfTitles,
  mayBeOfDay,
  monthOfBand,
  monthOfTitle,
  type WrittenMonth,
} from "./day-heads";
import { bareCaption, type HeaderMatch } from "../match-headers";
import type { Filled } from "./old-body";
import type { OldRow } from "./old-cells";
import { saysTimeAlone } from "./old-times";
import { type WrittenDay, writtenDay } from "./old-year";
import { leavesBlank } from "./page-titles";
import { isEmptyCell } from "../read-answer";
import type { RawCell } from "../register";

/** Columns that each say a part of one day. */
export interface DayParts {
  readonly year?: number;
  readonly month: number;
  readonly day: number;
}

const bareDay = /^\s*(\d{1,2})\s*(?:[日号號]\s*(.*))?$/u;

/** "5", 5 and "5日 10:30": a day without its month, and what is written behind it. */
const dayAlone = (cell: RawCell): { readonly day: number; readonly behind: string } | undefined => {
  if (typeof cell !== "number" && typeof cell !== "string") return undefined;
  const [, digits, behind = ""] = bareDay.exec(String(cell).normalize("NFKC")) ?? [];
  const said = Number(digits ?? 0);
  return said >= 1 && said <= 31 ? { day: said, behind } : undefined;
};

const numberOf = (cell: RawCell, word: RegExp): number | undefined => {
  const [, digits] = word.exec(String(cell ?? "").normalize("NFKC")) ?? [];
  return digits === undefined ? undefined : Number(digits);
};
const monthWord = /^\s*(1[0-2]|0?[1-9])\s*月?份?\s*$/u;
const yearWord = /^\s*((?:19|20)\d{2}|\d{2})\s*年?度?\s*$/u;

const dayText = ({ year, month, day }: WrittenDay): string =>
  `${year === undefined ? "" : `${year}年`}${month}月${day}日`;

/** 年, 月 and 日 side by side; not 月份 beside whole days. @param cellsOf the records' cells of a column. */
export const dayPartsAmong = (
  headers: readonly RawCell[],
  matches: readonly HeaderMatch[],
  key: string,
  cellsOf: (column: number) => readonly RawCell[],
  isAgain: boolean,
): DayParts | undefined => {
  const find = (caption: RegExp): number | undefined => {
    const at = headers.findIndex((header) => caption.test(bareCaption(String(header ?? ""))));
    const taken = matches[at]?.key;
    return at >= 0 && (taken === undefined || taken === key) ? at : undefined;
  };
  const [year, month, day] = [find(/^年(?:份|度)?$/u), find(/^月份?$/u), find(/^(?:日|号|日期|日子)$/u)];
  if (month === undefined || day === undefined) return undefined;
  const filled = (column: number): readonly RawCell[] => cellsOf(column).filter((cell) => !isEmptyCell(cell));
  // A time beside them is joined to the day as to any other.
  const others = matches.filter((each) => each.key === key && ![year, month, day].includes(each.column));
  if (others.some(({ column }) => !filled(column).every(saysTimeAlone))) return undefined;
  const days = filled(day);
  const alone = days.filter((cell) => dayAlone(cell) !== undefined).length;
  const months = filled(month).filter((cell) => numberOf(cell, monthWord) !== undefined).length;
  if (months === 0 || (alone * 2 < days.length && !isAgain)) return undefined;
  return { ...(year === undefined ? {} : { year }), month, day };
};

/** 日 alone, under a title or name that says the month: the column of the day, where no other is. */
export const withDayAlone = (
  matches: readonly HeaderMatch[],
  key: string,
  cellsOf: (column: number) => readonly RawCell[],
  named: readonly string[],
): readonly HeaderMatch[] => {
  if (matches.some((each) => each.key === key) || !named.some((each) => monthOfTitle(each) !== undefined))
    return matches;
  const lone = matches.find(({ key: other, header, column }) => {
    if (other !== undefined || !/^[日号]$/u.test(bareCaption(header))) return false;
    const days = cellsOf(column).filter((cell) => !isEmptyCell(cell));
    return days.length > 0 && days.every((cell) => dayAlone(cell) !== undefined);
  });
  return lone === undefined
    ? matches
    : matches.map((each) =>
        each === lone ? { column: each.column, header: each.header, key, how: "wording" } : each,
      );
};

/** The caption of the column of days that the table itself has not. */
export const addedDay = "日期";

/** The columns that say a part of the day, or have been added for it, go to its blank. */
export const withDayColumns = (
  matches: readonly HeaderMatch[],
  key: string,
  parts: DayParts | undefined,
  added: number | undefined,
): readonly HeaderMatch[] => {
  const of = parts === undefined ? [] : [parts.year, parts.month, parts.day];
  const known = matches.map((match): HeaderMatch =>
    of.includes(match.column) ? { column: match.column, header: match.header, key, how: "wording" } : match,
  );
  return added === undefined ? known : [...known, { column: added, header: addedDay, key, how: "wording" }];
};

export interface DayPlace {
  /** The day's column; nothing where no column has it. */
  readonly at: number | undefined;
  readonly parts: DayParts | undefined;
  /** How many columns the table has: a day that no column has goes behind them. */
  readonly width: number;
  readonly titles: readonly string[];
  /** Names of the sheet and the file. */
  readonly names: readonly string[];
  /** The sheet's, where it may be the day of all rows. */
  readonly sheet?: string;
}

export interface WholeDays {
  readonly rows: readonly OldRow[];
  /** The day is in a column more, behind the others. */
  readonly isAdded: boolean;
}

const partsOf = (cells: readonly RawCell[], { year, month, day }: DayParts): readonly RawCell[] => {
  const said = dayAlone(cells[day] ?? null);
  const m = numberOf(cells[month] ?? null, monthWord);
  const y = year === undefined ? undefined : numberOf(cells[year] ?? null, yearWord);
  const isWhole = said === undefined && writtenDay(cells[day] ?? null) !== undefined;
  if (!isWhole && (said === undefined || m === undefined)) return cells;
  return cells.map((cell, at) => {
    if (at === month || at === year) return null;
    if (at !== day || isWhole || said === undefined || m === undefined) return cell;
    const full = y === undefined ? undefined : y < 100 ? 2000 + y : y;
    return `${dayText({ month: m, day: said.day, ...(full === undefined ? {} : { year: full }) })}${said.behind}`;
  });
};

const timeText = (cell: string | number): string => {
  if (typeof cell === "string") return cell.trim();
  const minutes = Math.round(cell * 1440) % 1440;
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
};

/** A row of which people have written one cell: 3月6日 领导视察. */
const onlyCell = ({ original }: OldRow): string => {
  const [only, more] = original.filter((cell) => !isEmptyCell(cell));
  return typeof only === "string" && more === undefined ? only : "";
};

/** 2026.9.1 and 9.1; not 1-3 and 2024.1-3, a quarter's months or a home. */
const daysName = /^(?:20\d{2}([.-])\d{1,2}\1\d{1,2}|\d{1,2}\.\d{1,2})$/u;

/** 9月1日, 9.1, 2026.9.1 and 20260901 as a sheet's name. */
const dayOfName = (name = ""): WrittenDay | undefined => {
  const spelt = name.normalize("NFKC").trim();
  const [, y, m, d] = /^(20\d{2})(\d{2})(\d{2})$/u.exec(spelt) ?? [];
  if (y !== undefined) return writtenDay(`${y}-${m}-${d}`);
  if (daysName.test(spelt)) return writtenDay(spelt);
  return /^[\d.-]+$/u.test(spelt) ? undefined : dayOfBand(spelt);
};

/** 日期： that a page's title leaves blank. */
const ofDays = /日期|时间|月/u;

/** The rows, each with its whole day. */
export const withWholeDays = (
  { rows, sections }: Filled,
  { at, parts, width, titles, names, sheet }: DayPlace,
): WholeDays => {
  // A sheet a day, and no column of days.
  let day = dayOfTitles(titles) ?? (at === undefined && parts === undefined ? dayOfName(sheet) : undefined);
  const monthOf = (texts: readonly string[]): WrittenMonth | undefined =>
    texts.map(monthOfTitle).find((each) => each !== undefined);
  const ofNames = monthOf(names);
  let month: WrittenMonth | undefined = day ?? monthOf(titles) ?? ofNames;
  const bands = [...sections];
  let isAdded = false;
  /** A row has said a day of its own: of a blank below it nobody knows which of the two it means. */
  let isLeft = false;
  const whole = rows.map((row, index) => {
    for (let [band] = bands; band !== undefined && band.before <= index; [band] = bands) {
      bands.shift();
      const said = dayOfBand(band.said) ?? dayOfTitles(band.titles ?? []);
      const ofMonth = monthOfBand(band.said) ?? monthOf(band.titles ?? []);
      if (said !== undefined) [day, month, isLeft] = [said, said, false];
      else if (ofMonth !== undefined) [day, month] = [undefined, ofMonth];
      else if (leavesBlank(band.titles ?? [], ofDays)) [day, month] = [undefined, ofNames];
      // A month that nobody can read is not the one before it.
      else if (band.titles?.some((title) => /月/u.test(title)) === true) day = month = undefined;
      // Whose day it is nobody can tell: rather none than the one before it.
      else if (mayBeOfDay(band.said)) day = undefined;
    }
    if (mayBeOfDay(onlyCell(row)) || isOfOtherDays(onlyCell(row))) day = undefined;
    if (parts !== undefined) return { ...row, cells: partsOf(row.cells, parts) };
    if (at === undefined) {
      if (day === undefined) return row;
      isAdded = true;
      const padded = Array.from({ length: width }, (_, column) => row.cells[column] ?? null);
      return { ...row, cells: [...padded, dayText(day)] };
    }
    const cell = row.cells[at] ?? null;
    const put = (text: string): OldRow => ({
      ...row,
      cells: row.cells.map((each, column) => (column === at ? text : each)),
    });
    if (isEmptyCell(cell)) return day === undefined || isLeft ? row : put(dayText(day));
    isLeft ||= !saysTimeAlone(cell) && dayAlone(cell) === undefined;
    if (day !== undefined && saysTimeAlone(cell) && cell !== 0)
      return put(`${dayText(day)} ${timeText(cell)}`);
    const alone = month === undefined ? undefined : dayAlone(cell);
    return month === undefined || alone === undefined
      ? row
      : put(`${dayText({ ...month, day: alone.day })}${alone.behind}`);
  });
  return { rows: whole, isAdded };
};
