/**
 * When a file was saved, as far as it is believed. Workbooks say it themselves to the second, in UTC
 * ("2026-11-22T08:30:00Z"), but a computer whose clock is wrong stamps a day that has not come: such a file would be
 * the newest for years.
 */
import { addDays, type CalendarDay } from "../kit/calendar-day";

/** Nothing later is believed: tomorrow is over everywhere by then. */
export const latestSave = (today: CalendarDay): string => `${addDays(today, 2)}T00:00:00Z`;

/** Older than every file. */
export const beginning = "1970-01-01T00:00:00Z";

export interface SavedWhen {
  readonly modified: string;
  /** What the file says, where that is not believed. */
  readonly ahead?: string;
}

/** @param said by the file itself. @param copied by its folder. @param latest `latestSave` of the clock's day. */
export const savedWhen = (said: string | undefined, copied: string, latest: string): SavedWhen => {
  const modified = said ?? copied;
  return modified <= latest
    ? { modified }
    : { modified: copied <= latest ? copied : beginning, ahead: modified };
};

/** After a file's name. */
export const aheadWords = (ahead: string): string =>
  `它写的保存时间是 ${ahead.slice(0, 10)}，还没有到，多半是那台电脑的日期不对；这次按文件夹里的修改时间算先后。请案场校正电脑日期，再打开它保存一次。`;

/** Two contents of one moment: which was taken, and what to do if it was the wrong one. @param by the one that counts; the other may have stood in its place */
export const tiedWords = (by: string, not: string): string =>
  by === not
    ? `上次汇总时的和这次的同名文件写着同一个保存时间，内容却不同；这次按文件夹里的修改时间用了较新的一份。如果不对，请用 Excel 打开要用的那一份，保存一次，再汇总。`
    : `和“${by}”写着同一个保存时间，内容却不同；这次按文件夹里的修改时间用了“${by}”。如果不对，请用 Excel 打开要用的那一份，保存一次，再汇总。`;
