/** First words of 说明 in 接待记录 as the sheet's formulas know them: the same that turn-notes.ts reads (R11). */

const words = (text: string): readonly string[] => text.split(" ");

export const voidWords = words("作废 划掉 误记 记错");
export const backWords = words("回来 返回 回岗 归队 到岗 当值 销假");
export const restWords = words("休息 轮休 请假 休假 病假 事假 迟到 早退 离岗 不在");
export const errandWords = words("外派 公派 外出 公司安排 公司派 公司任务 领导安排 领导派");
export const gaveUpWords = words("放弃 错过 让出 让给");
export const joinedWords = words("入列 加入 新来 新人");
export const restartWords = words("重排 重新排 从头排");
export const callerWords = words("来电 电话");

/** What `noteNumber` makes of 说明; 0 where its first words are none of these. */
export const notes = { void: 1, back: 2, rest: 3, errand: 4, gaveUp: 5, joined: 6, restart: 7, caller: 8 };

const numbered = [
  [voidWords, notes.void],
  [backWords, notes.back],
  [restWords, notes.rest],
  [errandWords, notes.errand],
  [gaveUpWords, notes.gaveUp],
  [joinedWords, notes.joined],
  [restartWords, notes.restart],
  [callerWords, notes.caller],
] as const;

const all = numbered.flatMap(([of, number]) => of.map((word) => ({ word, number })));
const listed = `{${all.map(({ word }) => `"${word}"`).join(",")}}`;
const lengths = `{${all.map(({ word }) => word.length).join(",")}}`;
const numbers = `{${all.map(({ number }) => number).join(",")}}`;

/** Which note a text begins with; no word of the list is the beginning of another's. */
export const noteNumber = (text: string): string =>
  `SUMPRODUCT(MAX((LEFT(TRIM(${text}),${lengths})=${listed})*${numbers}))`;

/** The words as a condition of COUNTIFS and the like, one after the other. */
export const begins = (of: readonly string[]): string => `{${of.map((word) => `"${word}*"`).join(",")}}`;
