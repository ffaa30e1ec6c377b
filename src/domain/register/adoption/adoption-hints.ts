/** 收编: what was not understood in rows that are taken all the same. */
import type { Fate } from "./adoption";
import type { Finding } from "../problem";
import { isOfReferrer } from "./referrers-said";
import { type Language, say } from "../wording";

/** A column some of whose cells were not understood, or have comments. */
export interface UnreadColumn {
  /** As the old register calls it. */
  readonly caption: string;
  /**
   * "notes": kept there as written, "comments": likewise of words on its cells; "nowhere": a failed formula says
   * nothing; "uncomputed": one without a value; "elsewhere": in the notes, the row's register having no such blank;
   * "method": how a talk was held nobody has said, and one is assumed;
   * "split": one cell tells several talks, which go to 跟踪记录 each by itself;
   * "asTable": nothing says visit or call, and the rows go with their table;
   * "undealt": the old list says a unit is somebody's, and no deal of it is reported; "onSale": it says no state;
   * "strangeState": a state of a deal nobody knows, which is taken as a deal; "noTotal": a deal without 成交总价;
   * "atC": no grade is said or understood, and C is entered.
   */
  readonly kept:
    | "notes"
    | "comments"
    | "nowhere"
    | "uncomputed"
    | "elsewhere"
    | "asTable"
    | "method"
    | "split"
    | "undealt"
    | "onSale"
    | "strangeState"
    | "noTotal"
    | "atC";
  readonly rows: number;
  /** What stands there, each once, as met. */
  readonly values: readonly string[];
}

export interface RowHint {
  readonly row: number;
  readonly name: string;
  readonly hint: Finding;
}

export interface AdoptionHints {
  readonly unread: readonly UnreadColumn[];
  /** Said of a row alone: another name than the client's, a total that does not add up. */
  readonly others: readonly RowHint[];
}

/** A formula's error, or want of a value, does not say by itself where it stands. */
export const hintSaid = (hint: Finding, language: Language): string => {
  const { says } = say(hint, language);
  const { caption = "" } = hint;
  return (hint.code !== "cellError" && hint.code !== "uncomputed") || caption === ""
    ? says
    : `${caption}${language === "zh" ? "：" : ": "}${says}`;
};

const keptOf: Partial<Record<Finding["code"], UnreadColumn["kept"]>> = {
  keptInNotes: "notes",
  commentKept: "comments",
  cellError: "nowhere",
  uncomputed: "uncomputed",
  noBlankThere: "elsewhere",
  comingUnsaid: "asTable",
  talkMethodAssumed: "method",
  talksSplit: "split",
  unitUndealt: "undealt",
  unitStateUnsaid: "onSale",
  dealStateStrange: "strangeState",
  dealTotalUnsaid: "noTotal",
  gradeUnsaid: "atC",
};

/** Of rows that are written; names new to the roster are said apart. */
export const hintsOf = (fates: readonly Fate[]): AdoptionHints => {
  const columns = new Map<
    string,
    { caption: string; kept: UnreadColumn["kept"]; rows: number; values: Set<string> }
  >();
  const others: RowHint[] = [];
  for (const fate of fates) {
    if (fate.kind !== "taken" && (fate.kind !== "joined" || fate.already)) continue;
    for (const hint of fate.hints) {
      const kept = keptOf[hint.code];
      if (hint.code === "rosterToGrow" || isOfReferrer(hint)) continue;
      if (kept === undefined) {
        others.push({ row: fate.row, name: fate.name, hint });
        continue;
      }
      const { caption = "" } = hint;
      const found = columns.get(`${kept} ${caption}`) ?? { caption, kept, rows: 0, values: new Set() };
      found.rows++;
      if (hint.value !== undefined && hint.value !== "") found.values.add(String(hint.value));
      columns.set(`${kept} ${caption}`, found);
    }
  }
  return {
    unread: [...columns.values()].map(({ values, ...column }) => ({ ...column, values: [...values] })),
    others,
  };
};
