/** 收编: lines between rows that say of which week those below are. */
import { plain } from "../../kit/text";

/** Longer words are a story. */
const longest = 40;
const week =
  /^[\s([【]*(?:(?:\d{4}\s*年\s*)?\d{1,2}\s*月份?\s*)?第\s*[一二三四五六1-6]\s*周\s*(?:$|[:([【)\]】\d])/u;

/** 第一周（2026.9.1-9.7）, 第二周：9月8日-9月14日, 9月第四周: of the rows below. */
export const isWeekLine = (said: string): boolean => said.length <= longest && week.test(plain(said));
