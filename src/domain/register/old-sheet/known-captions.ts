/** Captions that some form of an old register knows. */
import { reachedKey } from "../grade-rows";
import { gradeOfCaption } from "./ladder-captions";
import { likeKey } from "./like-headers";
import { bareCaption, withoutBrackets } from "../match-headers";
import { adoptedForms } from "./old-cells";
import { oldTargetsOf } from "./old-targets";
import { spokenCaption } from "./spoken-captions";

/** What is like a caption of 等级跟踪 is like a grade, too, which records have. */
const likened = adoptedForms.filter((form) => form !== "grades");

/** Single letters, √ and ×: captions of 等级跟踪, and cells of records. */
const isMark = (bare: string): boolean => bare.length < 2;

const keysByCaption = new Map<string, Set<string>>();
for (const form of adoptedForms)
  for (const { key, caption, also, weak = [] } of oldTargetsOf(form))
    for (const each of [caption, ...also, ...weak]) {
      const bare = bareCaption(each);
      if (isMark(bare)) continue;
      keysByCaption.set(bare, (keysByCaption.get(bare) ?? new Set()).add(key));
    }

const none: ReadonlySet<string> = new Set();

/** "联系方式 手机" is known by its last part too. */
const spellingsOf = (caption: string): readonly string[] => [
  bareCaption(caption),
  bareCaption(withoutBrackets(caption)),
  bareCaption(caption.slice(caption.indexOf(" ") + 1)),
  bareCaption(caption.slice(caption.lastIndexOf(" ") + 1)),
  spokenCaption(withoutBrackets(caption))?.caption ?? "",
];

/** The keys a caption may stand for as it is, of any form: of "介绍人 姓名" those of 介绍人姓名. */
export const keysOfWhole = (caption: string): ReadonlySet<string> =>
  keysByCaption.get(bareCaption(caption)) ?? none;

/** The keys a caption may stand for, of any form. */
export const keysOfCaption = (caption: string): readonly string[] => {
  for (const spelling of spellingsOf(caption)) {
    const keys = keysByCaption.get(spelling);
    if (keys !== undefined) return [...keys];
  }
  // A类日期; A类 alone is a record's grade.
  const grade = /(?:日期|时间)\W*$/u.test(caption) ? gradeOfCaption(caption) : undefined;
  return grade === undefined ? [] : [reachedKey[grade]];
};

/** As `keysOfCaption`; of one that is misspelt, the keys it is like. */
export const keysLikeCaption = (caption: string): readonly string[] => {
  const keys = keysOfCaption(caption);
  return keys.length > 0 ? keys : likened.flatMap((form) => likeKey(form, caption) ?? []);
};

export const isCaptionKnown = (caption: string, withLikeness: boolean): boolean =>
  keysOfCaption(caption).length > 0 ||
  (withLikeness &&
    likened.some((form) =>
      [caption, caption.slice(caption.lastIndexOf(" ") + 1)].some(
        (each) => likeKey(form, each) !== undefined,
      ),
    ));
