/** R10: × is given for a reason of the house's list (字典’s 放弃原因); other words may stand beside it. */
import { plain } from "../kit/text";

/** 跟踪记录 has no column for the reason: it stands in one of these. */
export const reasonKeys = ["notes", "feedback", "nextReason"] as const;

const bare = (text: string): string => plain(text).replace(/\s/gu, "");

/** Whether a text names one of them, in any spelling. */
export const namesReason = (text: string, reasons: readonly string[]): boolean => {
  const told = bare(text);
  return reasons.some((reason) => reason !== "" && told.includes(bare(reason)));
};

/** In front of what else is said. */
export const withReason = (reason: string, text: string): string =>
  text.includes(reason) ? text : `${reason}：${text}`;
