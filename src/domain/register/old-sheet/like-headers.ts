/** Columns of an old register by caption, known wordings and, said as a guess, likeness. */
import { distance } from "fastest-levenshtein";
import { pinyin } from "pinyin-pro";
import type { Grade } from "../../rules/grade";
import { reachedKey } from "../grade-rows";
import { type HeaderParts, isOfAnother, isPlainGroup, partsOfHeader } from "./header-groups";
import { ladderColumns } from "./ladder-captions";
import {
  bareCaption,
  type ColumnContents,
  type HeaderMatch,
  isUnlike,
  likeliest,
  matchHeaders,
  type Target,
  withoutBrackets,
} from "../match-headers";
import type { AdoptedForm } from "./old-cells";
import { oldTargetsOf, weakKey } from "./old-targets";
import { dayKeys } from "./old-times";
import type { RawCell } from "../register";
import { captionParts, spokenCaption } from "./spoken-captions";
import { columnsOfStrangers } from "./strange-groups";

/** What may mean many things has to read as it. */
const surely = 0.8;
const atLeast = 0.5;

/** What people put around a caption without saying more by it: 客户年龄, 来访客户性别. */
const decoration = /^(?:来访|来电|成交|购房)?(?:客户|访客|来客|顾客)的?|(?:情况|信息|登记|填写|栏)$/gu;

/** Sounds between bars, so that 西安 is not 先; Latin letters as they are. */
const soundOf = (caption: string): string =>
  pinyin(caption, { toneType: "none", type: "array", v: true }).join("|");

/** Characters that make another caption of one: 上次跟进日期, 老客户姓名, 来电日期, 电话二, 退房日期, 通话时长, 客服姓名. */
const telling =
  /[长上下首末前后离原新旧老本次初再一二三四五1-9来去电访成签认排推介荐子女父母夫妻配偶男总单年月日时起止退换调更交验收选订定看服]/u;

/** 意向房号 is no slip of 意向房型. */
const isHouseNumber = (char: string | undefined, captions: string | undefined): boolean =>
  char === "号" && captions === "型";

/** 预约时间, 前约日期, 签到时间: a day that must be signed on is never guessed from a caption that speaks of no signing. */
const isUnsigned = (key: string | undefined, caption: string): boolean =>
  key === "signedOn" && !/签(?!到)/u.test(caption);

/** One character mistyped, left out or doubled, of four at least. */
const isOneSlip = (header: string, caption: string): boolean => {
  if (Math.min(header.length, caption.length) < 3 || Math.max(header.length, caption.length) < 4)
    return false;
  if (distance(header, caption) !== 1) return false;
  const at = [...header].findIndex((char, place) => char !== caption[place]);
  if (header.length === caption.length)
    return !telling.test(header[at] ?? "") && !isHouseNumber(header[at], caption[at]);
  if (header.length < caption.length) return !telling.test(caption[at < 0 ? caption.length - 1 : at] ?? "");
  const added = at < 0 ? header.length - 1 : at;
  return header[added] === header[added - 1];
};

/** Characters a stroke apart, typed or scanned for each other: 曰期, 联糸电话. */
const strokes: Readonly<Record<string, string>> = {
  曰: "日",
  目: "日",
  糸: "系",
  末: "未",
  已: "己",
  巳: "己",
  土: "士",
  入: "人",
  千: "干",
  侍: "待",
  帐: "账",
  戸: "户",
};

const restroked = (caption: string): string => [...caption].map((char) => strokes[char] ?? char).join("");

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

/** What a header is most like: a stroke and sound first, then without decoration, then one slip. Of several, none. */
const nearestKey = (form: AdoptedForm, header: string): string | undefined => {
  const { spellings, bySound } = likeable(form);
  const bare = bareCaption(withoutBrackets(header));
  if (bare.length < 2 || bare.length > 12) return undefined;
  const undecorated = bare.replace(decoration, "");
  const strokedOut = restroked(bare);
  const ways: readonly (() => ReadonlySet<string>)[] = [
    () =>
      new Set(spellings.filter(({ spelling }) => restroked(spelling) === strokedOut).map(({ key }) => key)),
    () => bySound.get(soundOf(bare)) ?? new Set(),
    () =>
      new Set(
        undecorated.length < 2
          ? []
          : spellings.filter(({ spelling }) => spelling === undecorated).map(({ key }) => key),
      ),
    () => (undecorated.length < 2 ? new Set() : (bySound.get(soundOf(undecorated)) ?? new Set())),
    () => new Set(spellings.filter(({ spelling }) => isOneSlip(bare, spelling)).map(({ key }) => key)),
  ];
  for (const way of ways) {
    const keys = [...way()];
    if (keys.length > 0) return keys.length === 1 && !isUnsigned(keys[0], bare) ? keys[0] : undefined;
  }
  return undefined;
};

const likes = new Map<string, string | undefined>();
const mostKnown = 10_000;

/** The blank whose wordings a header is like, where there is just one. */
export const likeKey = (form: AdoptedForm, header: string): string | undefined => {
  const asked = `${form} ${header}`;
  if (likes.has(asked)) return likes.get(asked);
  const key = nearestKey(form, header);
  if (likes.size < mostKnown) likes.set(asked, key);
  return key;
};

/** 电话 below 客户 and below 备案; below 介绍人 it is not the client's. */
const clientPartOf = (header: string): HeaderParts | undefined => {
  const found = partsOfHeader(header);
  return found === undefined || isOfAnother(found) ? undefined : found;
};

/** Headers in two rows, by the lower: after all that are matched whole, and those below plain groups first. */
const byLastParts = (
  form: AdoptedForm,
  whole: readonly HeaderMatch[],
  contents: ColumnContents | undefined,
): readonly HeaderMatch[] =>
  [isPlainGroup, (part: HeaderParts) => !isPlainGroup(part)].reduce(
    (before, isOf) => byPartsOf(form, before, isOf, contents),
    whole,
  );

const byPartsOf = (
  form: AdoptedForm,
  whole: readonly HeaderMatch[],
  isOf: (part: HeaderParts) => boolean,
  contents: ColumnContents | undefined,
): readonly HeaderMatch[] => {
  const taken = new Set(whole.flatMap(({ key }) => key ?? []));
  const free = oldTargetsOf(form).filter(({ key }) => !taken.has(key));
  const parts = whole.map((match) => {
    const part = isFree(match) ? clientPartOf(match.header) : undefined;
    return part !== undefined && isOf(part) ? part : undefined;
  });
  const found = matchHeaders(
    free,
    parts.map((each) => each?.part ?? null),
    contents,
  );
  return whole.map((match, column) => {
    const [part, again] = [parts[column], found[column]];
    if (part === undefined || again === undefined) return match;
    const { key, how, unlike } = again;
    if (key === undefined) return unlike === undefined ? match : { ...match, unlike };
    return { ...match, key, how: isPlainGroup(part) ? how : "likeness" };
  });
};

/** Of 姓名/电话 the cells have to read as the one; of 区域/职业 nobody knows which, and both may be there. */
const mayBeHalf = (contents: ColumnContents | undefined, column: number, key: string): boolean =>
  contents === undefined ||
  key === "name" ||
  (contents.isStrict(key) && (contents.share(column, key) ?? 0) >= atLeast);

/** 您的姓名 as 姓名, 置业顾问1 as 置业顾问, 姓名/电话 as what stands below it: after all that say it plainly. */
const bySpoken = (
  form: AdoptedForm,
  exact: readonly HeaderMatch[],
  contents: ColumnContents | undefined,
): readonly HeaderMatch[] => {
  const taken = new Set(exact.flatMap(({ key }) => key ?? []));
  const free = oldTargetsOf(form).filter(({ key }) => !taken.has(key));
  const spoken = exact.map((match) =>
    isFree(match) && match.rival === undefined
      ? spokenCaption(clientPartOf(match.header)?.part ?? match.header)
      : undefined,
  );
  const found = matchHeaders(
    free,
    spoken.map((each) => each?.caption ?? null),
    contents,
  );
  for (const { key } of found) if (key !== undefined) taken.add(key);
  return exact.map((match, column) => {
    const { key, how } = found[column] ?? match;
    if (key !== undefined && match.key === undefined)
      return { ...match, key, how: spoken[column]?.isGuess === true ? "likeness" : how };
    if (!isFree(match) || match.rival !== undefined) return match;
    const ofParts = captionParts(match.header)
      .map((part) => matchHeaders(free, [part])[0]?.key)
      .filter((each) => each !== undefined && !taken.has(each) && mayBeHalf(contents, column, each));
    const shareOf = (each: string | undefined): number => contents?.share(column, each ?? "") ?? 0;
    const [best] = ofParts.sort((a, b) => shareOf(b) - shareOf(a));
    if (best === undefined) return match;
    taken.add(best);
    return { ...match, key: best, how: shareOf(best) >= surely ? "wording" : "likeness" };
  });
};

/** Nobody has said anything of it yet. A rival may have a part that is not: 联系方式 手机 beside 手机. */
const isFree = ({ key, unlike }: HeaderMatch): boolean => key === undefined && unlike === undefined;

/** Guesses: what a header is like, where no other column is the blank's and no other is like it. */
const byLikeness = (
  form: AdoptedForm,
  exact: readonly HeaderMatch[],
  contents: ColumnContents | undefined,
): readonly HeaderMatch[] => {
  const taken = new Set(exact.flatMap(({ key }) => key ?? []));
  const guesses = new Map<string, number[]>();
  const unlike = new Map<number, string>();
  for (const match of exact) {
    const { column, header, rival } = match;
    if (!isFree(match) || rival !== undefined || header === "") continue;
    const part = clientPartOf(header)?.part;
    if ([header, part].some((each) => each !== undefined && weakKey(form, each) !== undefined)) continue;
    const like = likeKey(form, header) ?? (part === undefined ? undefined : likeKey(form, part));
    if (like === undefined) continue;
    if (isUnlike(contents, column, like)) unlike.set(column, like);
    else guesses.set(like, [...(guesses.get(like) ?? []), column]);
  }
  const found = new Map<number, HeaderMatch>();
  for (const [key, columns] of guesses)
    for (const column of columns) {
      const match = exact[column];
      if (match === undefined) continue;
      const free = columns.length === 1 && !taken.has(key);
      found.set(column, free ? { ...match, key, how: "likeness" } : { ...match, rival: key });
    }
  return exact.map((match, column) => {
    const key = unlike.get(column);
    return key === undefined ? (found.get(column) ?? match) : { ...match, unlike: { key, how: "likeness" } };
  });
};

/** When somebody typed it in: mostly the day itself, and any day reads as one. */
const stamp = /^(?:填表|填写|提交|创建|录入|建档|开始)/u;

/** 登记人, 类别, 登记时间: only where no other column means the blank, and a guess unless its cells bear it out. */
const byWeakWordings = (
  form: AdoptedForm,
  exact: readonly HeaderMatch[],
  contents: ColumnContents | undefined,
): readonly HeaderMatch[] => {
  const taken = new Set(exact.flatMap(({ key }) => key ?? []));
  const wanting = new Map<string, number[]>();
  const found = new Map<number, HeaderMatch>();
  for (const match of exact) {
    const { column, header, rival } = match;
    if (!isFree(match) || rival !== undefined) continue;
    const key = weakKey(form, header) ?? weakKey(form, clientPartOf(header)?.part ?? "");
    if (key === undefined) continue;
    const share = contents?.share(column, key);
    if (contents?.isStrict(key) === true && share !== undefined && share < atLeast)
      found.set(column, { ...match, unlike: { key, how: "wording" } });
    else if (taken.has(key)) found.set(column, { ...match, rival: key });
    else wanting.set(key, [...(wanting.get(key) ?? []), column]);
  }
  for (const [key, columns] of wanting) {
    const chosen = likeliest(contents, columns, key);
    for (const column of columns) {
      const match = exact[column];
      if (match === undefined) continue;
      const reads = contents === undefined || (contents.share(column, key) ?? 0) >= surely;
      const isSure = reads && !stamp.test(bareCaption(match.header));
      const how = isSure ? "wording" : "likeness";
      found.set(column, column === chosen ? { ...match, key, how } : { ...match, rival: key });
    }
  }
  return exact.map((match, column) => found.get(column) ?? match);
};

/** Whose rows they are is told by any of them. */
const phoneKeys: ReadonlySet<string> = new Set(["mobile", "phone", "otherContact"]);

/**
 * A column that does not read as the blank its caption names is the blank's all the same where the caption is the
 * blank's own, or where no row could be taken without it: what is wrong is said row by row.
 */
const givenBack = (form: AdoptedForm, matches: readonly HeaderMatch[]): readonly HeaderMatch[] => {
  const taken = new Set(matches.flatMap(({ key }) => key ?? []));
  const hasPhone = [...phoneKeys].some((key) => taken.has(key));
  return matches.map((match): HeaderMatch => {
    const { unlike, ...rest } = match;
    if (unlike === undefined || taken.has(unlike.key)) return match;
    const { key, how } = unlike;
    const isNeeded = key === dayKeys[form] || (phoneKeys.has(key) && !hasPhone);
    // 户型 A1 and B2 of a list of units are the builder's names, and no layouts in any row.
    const isOwnCaption = how === "caption" && form !== "units";
    if (!isOwnCaption && !isNeeded) return match;
    taken.add(key);
    return { ...rest, key, how };
  });
};

const matchAll = (
  form: AdoptedForm,
  headers: readonly RawCell[],
  contents: ColumnContents | undefined,
): readonly HeaderMatch[] => {
  const plainly = byLastParts(form, matchHeaders(oldTargetsOf(form), headers, contents), contents);
  const exact = bySpoken(form, plainly, contents);
  return givenBack(form, byWeakWordings(form, byLikeness(form, exact, contents), contents));
};

/** 客户经理姓名 is a consultant's by its whole caption; 联系人姓名 says no more than a group that is not the client's. */
const saysWhoElse = (form: AdoptedForm, header: RawCell): boolean => {
  const key = matchHeaders(oldTargetsOf(form), [header])[0]?.key;
  return key !== undefined && key !== "name" && !phoneKeys.has(key);
};

/**
 * One answer a column, in order. A guess takes only a blank that no other column has, and that no other guess takes.
 * @param contents where the records are known: captions decide alone without.
 */
export const matchOldHeaders = (
  form: AdoptedForm,
  headers: readonly RawCell[],
  contents?: ColumnContents,
): readonly HeaderMatch[] => {
  const ladder = form === "grades" ? ladderColumns(headers) : new Map<number, Grade>();
  const others = headers.map((header, column) => (ladder.has(column) ? null : header));
  const all = (some: readonly RawCell[]): readonly HeaderMatch[] => matchAll(form, some, contents);
  const strangers = columnsOfStrangers(others, all);
  const ofClients = others.map((header, column) =>
    strangers.has(column) && !saysWhoElse(form, header) ? null : header,
  );
  return all(ofClients).map((match, column): HeaderMatch => {
    const grade = ladder.get(column);
    const header = String(headers[column] ?? "").trim();
    if (grade === undefined) return { ...match, header };
    return { column, header, key: reachedKey[grade], how: header === grade ? "caption" : "wording" };
  });
};
