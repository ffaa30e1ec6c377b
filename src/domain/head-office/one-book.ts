/**
 * R19: one workbook under two names. A site that renames its project is the same workbook, saved later; two sites
 * whose workbooks began as copies of one have the same id too. Whose people are the same tells them apart.
 */
import { sharedPrints } from "./phone-print";
import type { Fated, Settled, SiteFile } from "./settle";

export interface Speaking {
  readonly site: string;
  readonly file: string;
  readonly book?: string;
  readonly modified: string;
  /** Of its files this time: the one that speaks for it, only others, none. */
  readonly given: "this" | "others" | "none";
  /** Phones it has, each counted once; nothing where that is not known. */
  readonly phones: number | undefined;
}

/** How many phones two sites have in common, by their places among all. */
export type Common = (one: number, other: number) => number;

export interface OneBook {
  /** Sites whose workbook goes by another name now, and from which file that is known. */
  readonly renamed: ReadonlyMap<string, { readonly to: string; readonly by: string }>;
  /** Sites that may be one under two names, both of which stand. */
  readonly alike: ReadonlyMap<string, readonly string[]>;
}

/** A few numbers are corrected between two saves. */
const nearlyAll = 0.9;
const most = 0.5;

/** Those that have an id, by it. */
const grouped = <T extends { readonly book?: string }>(
  all: readonly T[],
): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>();
  for (const each of all) {
    if (each.book === undefined) continue;
    const group = groups.get(each.book);
    if (group === undefined) groups.set(each.book, [each]);
    else group.push(each);
  }
  return groups;
};

/**
 * A site gives way only where all says that it was renamed: the same workbook in a file of the same name, saved later,
 * with its people in it. Whatever less is said to people, and both stand.
 */
export const oneBook = (sites: readonly Speaking[], common: Common): OneBook => {
  const renamed = new Map<string, { to: string; by: string }>();
  const alike = new Map<string, string[]>();
  const places = sites.map((site, at) => ({ ...site, at }));
  const groups = [...grouped(places).values()];
  for (const group of groups)
    for (const was of group)
      for (const is of group) {
        if (renamed.has(was.site) || was.given !== "none" || is.given !== "this") continue;
        const isLater = is.file === was.file && is.modified > was.modified;
        if (isLater && was.phones !== undefined && was.phones > 0)
          if (common(was.at, is.at) >= nearlyAll * was.phones)
            renamed.set(was.site, { to: is.site, by: is.file });
      }
  for (const group of groups)
    for (const one of group)
      for (const other of group) {
        if (one.at === other.at || renamed.has(one.site) || renamed.has(other.site)) continue;
        const isSame =
          one.phones === undefined || other.phones === undefined
            ? one.file === other.file
            : common(one.at, other.at) > 0 &&
              common(one.at, other.at) >= most * Math.min(one.phones, other.phones);
        if (isSame) alike.set(one.site, [...(alike.get(one.site) ?? []), other.site].sort());
      }
  return { renamed, alike };
};

/** @param all prints of phones, each once in a site */
const commonPrints = (all: readonly Float64Array[]): Common => {
  const shared = new Map<number, number[]>();
  for (const print of sharedPrints(all)) shared.set(print, []);
  const counts = new Map<number, number>();
  all.forEach((prints, at) => {
    for (const print of prints) {
      const before = shared.get(print);
      for (const other of before ?? []) {
        const pair = other * all.length + at;
        counts.set(pair, (counts.get(pair) ?? 0) + 1);
      }
      before?.push(at);
    }
  });
  return (one, other) => counts.get(Math.min(one, other) * all.length + Math.max(one, other)) ?? 0;
};

export const renamedWords = (to: string, by: string): string =>
  `同一本案场簿（“${by}”），现在叫 ${to}：原来名下的行已去掉，不重复算。`;

export const alikeWords = (others: readonly string[]): string =>
  `和 ${others.join("、")} 是同一本案场簿，两个名字，客户重着，请核对：是改了名的，汇总时只给现在的文件，去掉上次的案场（命令行加 --drop-missing）；本来就是两个案场的，照这样两个都留着。`;

/** @param isHere the file was given this time. @param phonesOf prints, each once; nothing where they are not known */
export const settleBooks = <File extends SiteFile>(
  { chosen, fates }: Settled<File>,
  isHere: (file: File) => boolean,
  phonesOf: (file: File) => Float64Array | undefined,
): Settled<File> => {
  const books = grouped(chosen);
  const doubtful = chosen.filter(({ book }) => (books.get(book ?? "")?.length ?? 0) > 1);
  if (doubtful.length === 0) return { chosen, fates };
  const here = new Set(fates.flatMap(({ file }) => (isHere(file) ? [file.site] : [])));
  const prints = doubtful.map(phonesOf);
  const { renamed, alike } = oneBook(
    doubtful.map((each, at) => ({
      ...{ site: each.site, file: each.file, modified: each.modified, phones: prints[at]?.length },
      ...(each.book !== undefined && { book: each.book }),
      given: isHere(each) ? "this" : here.has(each.site) ? "others" : "none",
    })),
    commonPrints(prints.map((own) => own ?? new Float64Array())),
  );
  const fateOf = ({ file, fate }: Fated<File>): Fated<File> => {
    if (fate.kind !== "merged") return { file, fate };
    const now = renamed.get(file.site);
    const others = alike.get(file.site);
    return {
      file,
      fate: now ? { kind: "renamed", ...now } : { ...fate, ...(others && { alike: others }) },
    };
  };
  return { chosen: chosen.filter(({ site }) => !renamed.has(site)), fates: fates.map(fateOf) };
};
