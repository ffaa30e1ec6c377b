/** Captions that some form of an old register knows. */
import { likeKey } from "./like-headers";
import { bareCaption, withoutBrackets } from "./match-headers";
import { adoptedForms } from "./old-cells";
import { oldTargetsOf } from "./old-targets";

/** 等级跟踪 has none of its own but single letters, which records have too. */
const forms = adoptedForms.filter((form) => form !== "grades");

const keysByCaption = new Map<string, Set<string>>();
for (const form of forms)
  for (const { key, caption, also, weak = [] } of oldTargetsOf(form))
    for (const each of [caption, ...also, ...weak]) {
      const bare = bareCaption(each);
      keysByCaption.set(bare, (keysByCaption.get(bare) ?? new Set()).add(key));
    }

const none: ReadonlySet<string> = new Set();

/** "联系方式 手机" is known by its last part too. */
const spellingsOf = (caption: string): readonly string[] => [
  bareCaption(caption),
  bareCaption(withoutBrackets(caption)),
  bareCaption(caption.slice(caption.indexOf(" ") + 1)),
  bareCaption(caption.slice(caption.lastIndexOf(" ") + 1)),
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
  return [];
};

/** As `keysOfCaption`; of one that is misspelt, the keys it is like. */
export const keysLikeCaption = (caption: string): readonly string[] => {
  const keys = keysOfCaption(caption);
  return keys.length > 0 ? keys : forms.flatMap((form) => likeKey(form, caption) ?? []);
};

export const isCaptionKnown = (caption: string, withLikeness: boolean): boolean =>
  keysOfCaption(caption).length > 0 ||
  (withLikeness &&
    forms.some((form) =>
      [caption, caption.slice(caption.lastIndexOf(" ") + 1)].some(
        (each) => likeKey(form, each) !== undefined,
      ),
    ));
