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

/** What `noteNumber` makes of 说明, by its place here; 0 where its first words are none of these. */
export const notes = ["", "void", "back", "rest", "errand", "gaveUp", "joined", "restart", "caller"] as const;

const numbered = [
  voidWords,
  backWords,
  restWords,
  errandWords,
  gaveUpWords,
  joinedWords,
  restartWords,
  callerWords,
].flatMap((of, index) => of.map((word) => ({ word, number: index + 1 })));

/** As many letters as tell the words apart, each beginning with its number behind it: "|休息3|请假3|". */
const listed = (letters: 2 | 3): string => {
  const some = numbered.filter(({ word }) => (word.length === 2 ? 2 : 3) === letters);
  const entries = new Set(some.map(({ word, number }) => `${word.slice(0, letters)}${number}`));
  return `|${[...entries].join("|")}|`;
};

/** Which note a text begins with. */
export const noteNumber = (text: string): string => {
  const looked = (letters: 2 | 3, otherwise: string): string => {
    const [list, padded] = [`"${listed(letters)}"`, `LEFT(TRIM(${text})&"---",${letters})`];
    return `IFERROR(MID(${list},FIND("|"&${padded},${list})+${letters + 1},1)+0,${otherwise})`;
  };
  return looked(2, looked(3, "0"));
};

/** The words as a condition of COUNTIFS and the like, one after the other. */
export const begins = (of: readonly string[]): string => `{${of.map((word) => `"${word}*"`).join(",")}}`;
