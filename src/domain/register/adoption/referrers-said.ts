/** 收编: how many referrers in words became numbers, and why the others did not (R16), in the preview's languages. */
import { type AdoptedTable, isWritten } from "./adoption";
import type { Finding } from "../problem";
import type { Language, ProblemCode } from "../wording";

const linked = "oldReferrerLinked";

/** In the order they are told. */
const whys = {
  oldReferrerNobody: ["没有登记过", "no client on file"],
  oldReferrerSeveral: ["同名或同电话的不止一位", "several clients of that name or phone"],
  oldReferrerOtherPhone: ["同名的登记的是别的电话", "the client of that name has another phone"],
  oldReferrerUnclear: ["看不准是哪一位", "it does not say who"],
  oldReferrerSelf: ["就是客户自己", "the client themself"],
  oldReferrerLoop: ["填上就绕成了圈", "a circle of referrals"],
  oldReferrerOtherwise: ["介绍人编号已填了别的", "another referrer is entered"],
} as const satisfies Partial<Record<ProblemCode, readonly [zh: string, en: string]>>;

type Why = keyof typeof whys;
const whyCodes = Object.keys(whys) as Why[];

export const isOfReferrer = ({ code }: Finding): boolean => code === linked || code in whys;

export interface ReferrersTold {
  /** Rows whose referrer is known by number now. */
  readonly linked: number;
  readonly unlinked: readonly {
    readonly why: Why;
    readonly rows: number;
    /** "张伟：张伟（LY-ZW001）、张伟（LY-ZW002）", each once. */
    readonly names: readonly string[];
  }[];
}

const nameOf = ({ value = "", facts }: Finding): string => {
  const { others = "" } = facts ?? {};
  return others === "" ? String(value) : `${value}：${others}`;
};

/** Of rows that are written, and of those there already; nothing where no row names a referrer in words. */
export const referrersTold = ({ fates }: Pick<AdoptedTable, "fates">): ReferrersTold | undefined => {
  const found = new Map<ProblemCode, Finding[]>();
  for (const fate of fates) {
    if (!isWritten(fate)) continue;
    for (const hint of fate.hints)
      if (isOfReferrer(hint)) found.set(hint.code, [...(found.get(hint.code) ?? []), hint]);
  }
  if (found.size === 0) return undefined;
  return {
    linked: found.get(linked)?.length ?? 0,
    unlinked: whyCodes.flatMap((why) => {
      const hints = found.get(why) ?? [];
      return hints.length === 0 ? [] : [{ why, rows: hints.length, names: [...new Set(hints.map(nameOf))] }];
    }),
  };
};

const mostNames = 3;

/** "没有登记过 2 行（王五、李六）；…": why some have no number, the first names of each. */
export const whyUnlinked = ({ unlinked }: ReferrersTold, language: Language): string =>
  unlinked
    .map(({ why, rows, names }) => {
      const [zh, en] = whys[why];
      const some = names.slice(0, mostNames).join(language === "zh" ? "，" : ", ");
      const named = names.length > mostNames ? `${some}…` : some;
      return language === "zh" ? `${zh} ${rows} 行（${named}）` : `${en}: ${rows} (${named})`;
    })
    .join(language === "zh" ? "；" : "; ");
