/**
 * R11: what 说明 says beside a row of the reception log, by its first words. People write these by hand too:
 * each note has the spellings in use; what follows ("外派：去银行送资料") is for people.
 */
export type TurnNote =
  /** Away for reasons of one's own: a turn missed is lost. */
  | "rest"
  /** Sent away by the company: a turn missed is made up for, once. */
  | "errand"
  /** Back at the door. */
  | "back"
  /** A turn let go, or missed by one's own doing. */
  | "gaveUp"
  /** From now on in the line, at its end. */
  | "joined"
  /** The line begins anew, in the fixed order, with this person. */
  | "restart"
  /** The row does not count. */
  | "void"
  /** Asked for by name on the telephone: takes the turn all the same. */
  | "caller";

const words = (text: string): readonly string[] => text.split(" ");

/** The first words in use, of two letters or more. The sheet's formulas know the same. */
export const turnWords: Readonly<Record<TurnNote, readonly string[]>> = {
  void: words("作废 划掉 误记"),
  back: words("回来 返回 回岗 归队 到岗 当值 销假"),
  rest: words("休息 轮休 请假 休假 病假 事假 迟到 早退 离岗 不在"),
  errand: words("外派 公派 外出 公司安排 公司派 公司任务 领导安排 领导派"),
  gaveUp: words("放弃 错过 让出 让给"),
  joined: words("入列 加入 新来 新人"),
  restart: words("重排 重新排 从头排"),
  caller: words("来电 电话"),
};

/**
 * A slip of the pen: the row does not count where 说明 says nothing else ("记错", "记错了"), or says so ("记错了，作废"). In
 * "记错时间，实际 9:30" it is some blank that is wrong, and the client was received all the same.
 */
export const slip = "记错";
const isVoidSlip = (text: string): boolean =>
  text.startsWith(slip) && (text.length <= slip.length + 1 || text.includes("作废"));

/** It begins with a slip and the row counts: which was meant, people have to say. */
export const isSlipThatCounts = (remarks: string): boolean => {
  const text = remarks.normalize("NFKC").trim();
  return text.startsWith(slip) && !isVoidSlip(text);
};

const spellings = Object.entries(turnWords) as unknown as readonly [TurnNote, readonly string[]][];

/** Nothing where the first words are none of these. */
export const readTurnNote = (remarks: string): TurnNote | undefined => {
  const text = remarks.normalize("NFKC").trim();
  if (isVoidSlip(text)) return "void";
  return spellings.find(([, spelled]) => spelled.some((word) => text.startsWith(word)))?.[0];
};

/** The first words, as the program writes them. */
export const turnNotes: Readonly<Record<TurnNote, string>> = {
  void: "作废",
  back: "回来",
  errand: "外派",
  rest: "休息",
  gaveUp: "放弃",
  joined: "入列",
  restart: "重排",
  caller: "电话客户",
};

export type AwayNote = "rest" | "errand";
export const isAwayNote = (note: TurnNote | undefined): note is AwayNote =>
  note === "rest" || note === "errand";
