/**
 * R3 没有填 /
 *
 * 「空白是还没问；`/` 是问过了，没有。」 `/` satisfies every required blank but name, date, consultant and grade, and not
 * both phones at once.
 */
import type { Field } from "../form/field";
import { plain } from "../kit/text";

export const nothing = "/";

/** In a blank that holds no prose these say the same as "/". */
export const nothingWords: ReadonlySet<string> = new Set([
  nothing,
  "无",
  "没有",
  "暂无",
  "-",
  "--",
  "—",
  "——",
  "\\",
]);

/** "/" or "／", blanks around it forgiven. */
export const isNothing = (text: string): boolean => plain(text) === nothing;

/** Name, date, consultant and grade have to be said; so do the numbers that other rows lean on. */
export const needsRealAnswer = (key: string, field: Field): boolean => {
  if (field.kind === "numberStamp" || field.kind === "fromRoster") return true;
  if (field.need !== "first") return false;
  if (field.kind === "day" || field.kind === "moment" || field.kind === "clientRef") return true;
  return key === "name" || (field.kind === "tickOne" && field.list === "grade");
};
