/** Columns of an old register by caption, known wordings and, said as a guess, likeness. */
import { distance } from "fastest-levenshtein";
import { pinyin } from "pinyin-pro";
import { bareCaption, type HeaderMatch, matchHeaders, type Target, withoutBrackets } from "./match-headers";
import type { AdoptedForm } from "./old-cells";
import { oldTargetsOf } from "./old-targets";
import type { RawCell } from "./register";

/** What people put around a caption without saying more by it: 客户年龄, 来访客户性别. */
const decoration = /^(?:来访|来电|成交|购房)?(?:客户|访客|来客|顾客)的?|(?:情况|信息|登记|填写|栏)$/gu;

/** Sounds between bars, so that 西安 is not 先; Latin letters as they are. */
const soundOf = (caption: string): string =>
  pinyin(caption, { toneType: "none", type: "array", v: true }).join("|");

/** One character in four may be another, and one of two in no caption. */
const isOneSlip = (a: string, b: string): boolean =>
  Math.max(a.length, b.length) >= 4 && Math.min(a.length, b.length) >= 3 && distance(a, b) === 1;

/** Captions of one form, ready to be compared. */
interface Likeable {
  readonly spellings: readonly { readonly key: string; readonly spelling: string }[];
  readonly bySound: ReadonlyMap<string, ReadonlySet<string>>;
}

const likeableOf = (targets: readonly Target[]): Likeable => {
  const spellings = targets.flatMap(({ key, caption, also }) =>
    [caption, ...also].map((each) => ({ key, spelling: bareCaption(each) })),
  );
  const bySound = new Map<string, Set<string>>();
  for (const { key, spelling } of spellings) {
    const sound = soundOf(spelling);
    const keys = bySound.get(sound);
    if (keys) keys.add(key);
    else bySound.set(sound, new Set([key]));
  }
  return { spellings, bySound };
};

const known = new Map<AdoptedForm, Likeable>();

const likeable = (form: AdoptedForm): Likeable => {
  const found = known.get(form) ?? likeableOf(oldTargetsOf(form));
  known.set(form, found);
  return found;
};

/** What a header is most like: sound first, then one slip, then without decoration. Of several, none. */
const likeKey = (form: AdoptedForm, header: string): string | undefined => {
  const { spellings, bySound } = likeable(form);
  const bare = bareCaption(withoutBrackets(header));
  if (bare.length < 2 || bare.length > 12) return undefined;
  const undecorated = bare.replace(decoration, "");
  const ways: readonly (() => ReadonlySet<string>)[] = [
    () => bySound.get(soundOf(bare)) ?? new Set(),
    () =>
      new Set(
        undecorated.length < 2
          ? []
          : spellings.filter(({ spelling }) => spelling === undecorated).map(({ key }) => key),
      ),
    () => new Set(spellings.filter(({ spelling }) => isOneSlip(bare, spelling)).map(({ key }) => key)),
  ];
  for (const way of ways) {
    const keys = [...way()];
    if (keys.length > 0) return keys.length === 1 ? keys[0] : undefined;
  }
  return undefined;
};

/** One answer a column, in order. A guess takes only a blank that no other column has, and that no other guess takes. */
export const matchOldHeaders = (form: AdoptedForm, headers: readonly RawCell[]): readonly HeaderMatch[] => {
  const exact = matchHeaders(oldTargetsOf(form), headers);
  const taken = new Set(exact.flatMap(({ key }) => (key === undefined ? [] : [key])));
  const guesses = new Map<string, number[]>();
  for (const { column, header, key, rival } of exact) {
    if (key !== undefined || rival !== undefined || header === "") continue;
    const like = likeKey(form, header);
    if (like !== undefined) guesses.set(like, [...(guesses.get(like) ?? []), column]);
  }
  const found = new Map<number, HeaderMatch>();
  for (const [key, columns] of guesses) {
    for (const column of columns) {
      const match = exact[column];
      if (match === undefined) continue;
      const free = columns.length === 1 && !taken.has(key);
      found.set(column, free ? { ...match, key, how: "likeness" } : { ...match, rival: key });
    }
  }
  return exact.map((match) => found.get(match.column) ?? match);
};
