/**
 * R19 新的替换旧的，先后无妨
 *
 * 「同一案场以最后保存的文件为准」 Which file speaks for each site, whatever order they came in.
 */
import type { Source } from "./share";

/** A file that was read, as far as settling goes. */
export interface SiteFile extends Source {
  readonly site: string;
  /** The workbook's own id, where it has one. */
  readonly book?: string;
}

export type Fate =
  /** `alike`: other sites that stand and may be this one under another name. */
  | { readonly kind: "merged"; readonly alike?: readonly string[] }
  /** Of a former result: the same workbook goes by another name now. */
  | { readonly kind: "renamed"; readonly to: string; readonly by: string }
  /**
   * A file saved later speaks for the site; `otherBook`: which is no later state of this one, but another workbook;
   * `tied`: both say they were saved at the same moment.
   */
  | { readonly kind: "superseded"; readonly by: string; readonly otherBook?: true; readonly tied?: true }
  /** The same bytes under another name. */
  | { readonly kind: "same"; readonly as: string };

export interface Fated<File extends SiteFile> {
  readonly file: File;
  readonly fate: Fate;
}

export interface Settled<File extends SiteFile> {
  /** Of each site the one file whose rows count; by the site's name. */
  readonly chosen: readonly File[];
  /** Of all files, in the order of their names; a file given twice is there once. */
  readonly fates: readonly Fated<File>[];
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The newest first; of two saved in one second the one that came last into its folder, else always the same one. */
const newestFirst = (a: SiteFile, b: SiteFile): number =>
  compare(b.modified, a.modified) ||
  compare(b.copied ?? "", a.copied ?? "") ||
  compare(b.hash, a.hash) ||
  compare(a.file, b.file);

/** 云锦花园 - 副本.xlsx, 副本 云锦花园.xlsx, 云锦花园 (2).xlsx, 云锦花园 - Copy.xlsx: as Explorer, WeChat and WPS name copies. */
const copyName = /副本|复制|备份|\(\d{1,2}\)|（\d{1,2}）|(?<![a-z])copy(?![a-z])/iu;

/** "hash file" of a former result. */
export type Recorded = ReadonlySet<string>;

const named = ({ hash, file }: SiteFile): string => `${hash} ${file}`;

/** The name that a content goes by: no copy's, then the one it went by before, then always the same one. */
const byName =
  (recorded: Recorded) =>
  (a: SiteFile, b: SiteFile): number =>
    Number(copyName.test(a.file)) - Number(copyName.test(b.file)) ||
    Number(recorded.has(named(b))) - Number(recorded.has(named(a))) ||
    compare(a.file, b.file);

/** Files of one content, together: as new as the newest of them, and called by the name it goes by. */
const oneContent = <File extends SiteFile>(own: readonly File[], recorded: Recorded): readonly File[] => {
  const [newest] = own;
  const [speaker, ...others] = [...own].sort(byName(recorded));
  if (newest === undefined || speaker === undefined) return own;
  const { modified, copied } = newest;
  return [{ ...speaker, modified, ...(copied !== undefined && { copied }) }, ...others];
};

/** Of one site's files, the newest first. */
const fatesOf = <File extends SiteFile>(own: readonly File[]): readonly Fated<File>[] => {
  const firstOf = new Map<string, File>();
  const [best] = own;
  const seen = new Set<string>();
  return own.flatMap((file): readonly Fated<File>[] => {
    const same = firstOf.get(file.hash);
    if (same === undefined) firstOf.set(file.hash, file);
    if (seen.has(`${file.hash} ${file.file}`)) return [];
    seen.add(`${file.hash} ${file.file}`);
    if (same !== undefined) return [{ file, fate: { kind: "same", as: same.file } }];
    if (file === best || best === undefined) return [{ file, fate: { kind: "merged" } }];
    const differ = file.book !== undefined && best.book !== undefined && file.book !== best.book;
    const tied = file.modified === best.modified;
    return [
      {
        file,
        fate: {
          kind: "superseded",
          by: best.file,
          ...(differ && { otherBook: true }),
          ...(tied && { tied: true }),
        },
      },
    ];
  });
};

/** Two sites that call themselves alike, or one that began anew: people have to look. */
export const otherBookWords = (site: string, by: string): string =>
  `两份文件都叫 ${site}，但不是同一本案场簿（编号不同）；已用较新的一份“${by}”，请核对。`;

const grouped = <File>(files: readonly File[], of: (file: File) => string): ReadonlyMap<string, File[]> => {
  const groups = new Map<string, File[]>();
  for (const file of files) {
    const known = groups.get(of(file));
    if (known === undefined) groups.set(of(file), [file]);
    else known.push(file);
  }
  return groups;
};

/** @param recorded names of a former result: a copy that comes beside a file does not rename its rows */
export const settle = <File extends SiteFile>(
  files: readonly File[],
  recorded: Recorded = new Set(),
): Settled<File> => {
  const bySite = grouped([...files].sort(newestFirst), ({ site }) => site);
  const sites = [...bySite]
    .sort(([a], [b]) => compare(a, b))
    .map(([, own]) =>
      [...grouped(own, ({ hash }) => hash).values()].flatMap((same) => oneContent(same, recorded)),
    );
  return {
    chosen: sites.flatMap((own) => own.slice(0, 1)),
    fates: sites.flatMap(fatesOf).sort((a, b) => compare(a.file.file, b.file.file)),
  };
};
