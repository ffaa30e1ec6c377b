/** `merge --dataset dir`: many sites' workbooks as head office's data set (R19). */
import path from "node:path";
import { type Damage, damageInWords } from "../dataset/damage";
import { type Loading, openLoading, refuseForeign, type Taken } from "../dataset/loading";
import { readDatasetLine, type SiteLine } from "../dataset/manifest";
import { readKey, usualKeyFile } from "../dataset/phone-key";
import { DatasetRefused } from "../dataset/refusal";
import { outlineOf } from "../domain/head-office/merge-shares";
import { alikeWords, renamedWords } from "../domain/head-office/one-book";
import { aheadWords } from "../domain/head-office/saved-when";
import { maskNames } from "../domain/head-office/mask-share";
import type { SiteShare } from "../domain/head-office/share";
import { besideLine } from "./beside-line";
import { latestSaveOf } from "./clock";
import { lackLine } from "./lacking";
import {
  dropsHeld,
  dropsHeldNote,
  type MergeRun,
  type NotRead,
  notWorkbooks,
  passedOverNote,
} from "./merge-run";
import { Unusable } from "./outcome";
import type { WorkbookFile } from "./share-job";
import { readShares } from "./share-pool";
import { writeTrouble } from "./write-trouble";

export interface DatasetWanted {
  readonly folder: string;
  /** Beside the folder where it is not said. */
  readonly keyFile: string | undefined;
  /** The numbers themselves too, encrypted. */
  readonly contacts: boolean;
}

/** What came of it, for people and programs. */
export interface DatasetOutcome {
  readonly dataset: string;
  readonly keyFile: string;
  readonly files: readonly (Taken & { readonly file: string })[];
  /** Files whose content is in already: not read. */
  readonly known: readonly string[];
  readonly dropped: readonly string[];
  /** Sites whose workbook goes by another name now: their rows went. */
  readonly renamed: readonly { readonly site: string; readonly to: string; readonly by: string }[];
  /** Sites of which only older files were given. */
  readonly stale: readonly string[];
  /** Sites that stand and may be one under two names. */
  readonly alike: readonly { readonly site: string; readonly others: readonly string[] }[];
  /** Sites whose files in the data set are gone or damaged, and whose workbook was not among these. */
  readonly damaged: readonly Damage[];
  /** Sites whose workbook lost something (R19), those of former runs too. */
  readonly lacking: readonly { readonly site: string; readonly file: string; readonly lacks: string }[];
  /** Of them those whose file has rows that were not taken in. */
  readonly leavingOut: readonly string[];
  readonly notRead: readonly NotRead[];
  /** Files of the folders that are plainly no tables: no site waits for them. */
  readonly passedOver: readonly string[];
  readonly notes: readonly string[];
  /** All sites, those of former runs too. */
  readonly sites: number;
  readonly rows: number;
}

const diskFull = (cause: unknown): boolean =>
  typeof cause === "object" && cause !== null && "code" in cause && cause.code === "ENOSPC";

/** What people can do something about, as the command line says it. */
const plainly = (folder: string, cause: unknown): unknown => {
  if (cause instanceof DatasetRefused) return new Unusable(cause.message, { cause });
  if (diskFull(cause) || /no space left/iu.test(String(cause)))
    return new Unusable(`${folder}：磁盘已满；腾出空间后再运行一次，已收进的不会重复。(disk full)`, {
      cause,
    });
  return writeTrouble(folder, cause);
};

/** The data set may lie in the folder that is read. */
const ownFiles = /\.(?:parquet|duckdb|bin|key)$|site_id=|(?:^|\/)dataset\.json$/u;

/** Cells that were not understood stand in `_quarantine`, and are counted there. */
const lacksOf = (share: SiteShare): string => lackLine({ ...outlineOf(share), notUnderstood: 0 });

const readInto = async (
  loading: Loading,
  run: MergeRun,
  key: Uint8Array,
): Promise<Omit<DatasetOutcome, "dataset" | "keyFile" | "sites" | "rows" | "lacking" | "leavingOut">> => {
  const files: (Taken & { readonly file: string })[] = [];
  const known: string[] = [];
  const notRead: NotRead[] = [
    ...notWorkbooks(run.others.filter((name) => !ownFiles.test(name))),
    ...(run.shut ?? []),
  ];
  /** The files of this run that could be read, by content. */
  const given = new Map<string, readonly WorkbookFile[]>();
  const ahead = new Set<string>();
  const { today, signal, script } = run;
  const readAll = (
    wanted: readonly WorkbookFile[],
    knownHashes: readonly string[],
    instead: ReadonlySet<string>,
  ): Promise<void> =>
    readShares(
      wanted,
      {
        today,
        // The tables mask for themselves; the contacts are the numbers.
        mask: false,
        key,
        facts: true,
        known: knownHashes,
        signal,
        ...(script !== undefined && { script }),
      },
      async ({ file, outcome }) => {
        const { name } = file;
        if (outcome.kind === "refused") {
          const { code, reason } = outcome;
          notRead.push({ file: name, code, reason });
        } else {
          const source = outcome.kind === "known" ? outcome : outcome.share.source;
          if (source.ahead !== undefined) ahead.add(`${name}：${aheadWords(source.ahead)}`);
          given.set(source.hash, [...(given.get(source.hash) ?? []), file]);
          if (outcome.kind === "known") known.push(name);
          else {
            const share = maskNames(outcome.share);
            const taken = await loading.take(share, lacksOf(share), instead);
            files.push({ file: name, ...taken });
          }
        }
        run.progress(name);
      },
    );
  await readAll(run.files, loading.known, new Set());
  const dropped: string[] = [];
  const held = dropsHeld(run, notRead);
  if (run.dropMissing && !held) {
    const gone = loading.sites().filter(({ hash }) => !given.has(hash));
    const olderOf = ({ older }: SiteLine): readonly WorkbookFile[] =>
      older.flatMap((hash) => given.get(hash) ?? []);
    const back = gone.flatMap(olderOf);
    const isBack = new Set(back.map(({ name }) => name));
    const before = files.filter(({ file }) => !isBack.has(file));
    files.splice(0, files.length, ...before);
    known.splice(0, known.length, ...known.filter((name) => !isBack.has(name)));
    await readAll(back, [], new Set(gone.map(({ hash }) => hash)));
    for (const line of gone)
      if (olderOf(line).length === 0) {
        await loading.drop(line.site);
        dropped.push(line.site);
      }
  }
  const { renamed, alike } = await loading.names(
    new Map([...given].map(([hash, own]) => [hash, own.map(({ name }) => name).sort()])),
  );
  for (const site of renamed.keys()) await loading.drop(site);
  // Known of before, and older than what counts.
  for (const { site, older } of loading.sites())
    for (const { name } of older.flatMap((hash) => given.get(hash) ?? [])) {
      const at = known.indexOf(name);
      if (at < 0) continue;
      known.splice(at, 1);
      files.push({ file: name, kind: "older", site, rows: 0, quarantined: 0 });
    }
  // Workers are done in any order; people look for their files in the order they gave.
  const at = new Map(run.files.map(({ name }, index) => [name, index]));
  const place = (name: string): number => at.get(name) ?? run.files.length;
  return {
    files: files.sort((a, b) => place(a.file) - place(b.file)),
    known: known.sort((a, b) => place(a) - place(b)),
    dropped,
    stale: loading
      .sites()
      .filter(({ hash, older }) => !given.has(hash) && older.some((each) => given.has(each)))
      .map(({ site }) => site),
    renamed: [...renamed].map(([site, now]) => ({ site, ...now })),
    alike: [...alike].map(([site, others]) => ({ site, others })),
    damaged: loading.damaged(),
    passedOver: (run.passedOver ?? []).filter((name) => !ownFiles.test(name)),
    notRead: notRead.sort((a, b) => place(a.file) - place(b.file)),
    notes: [...[...ahead].sort(), ...(held ? [dropsHeldNote] : [])],
  };
};

/**
 * Takes workbooks into the data set; those that are in already are not read. Stopped anywhere, what was taken in stays,
 * whole, and the rest follows when it is run again.
 * @throws Unusable; the signal's reason.
 */
export const mergeIntoDataset = async (run: MergeRun, wanted: DatasetWanted): Promise<DatasetOutcome> => {
  const folder = path.resolve(wanted.folder);
  const keyFile = wanted.keyFile ?? usualKeyFile(folder);
  try {
    await refuseForeign(folder);
    // Only a data set that is made now may have its key made with it.
    const isNew = (await readDatasetLine(folder)) === undefined;
    const key = await readKey(folder, keyFile, isNew && wanted.keyFile === undefined);
    const loading = await openLoading(folder, {
      key,
      contacts: wanted.contacts,
      fresh: run.fresh,
      latest: latestSaveOf(run.today),
    });
    try {
      const read = await readInto(loading, run, key);
      const sites = loading.sites();
      return {
        dataset: wanted.folder,
        keyFile,
        ...read,
        lacking: sites.flatMap(({ site, file, lacks }) =>
          lacks === undefined ? [] : [{ site, file, lacks }],
        ),
        leavingOut: sites.flatMap(({ site, leavesOut }) => (leavesOut === true ? [site] : [])),
        sites: sites.length,
        rows: sites.reduce(
          (sum, { rows }) => sum + Object.values(rows).reduce((all, count) => all + count, 0),
          0,
        ),
      };
    } finally {
      loading.close();
    }
  } catch (cause) {
    throw plainly(wanted.folder, cause);
  }
};

const fates: Readonly<Record<Taken["kind"], string>> = {
  new: "新收进",
  replaced: "换下了同一案场较早的文件",
  again: "按原来的工作簿重新收进",
  same: "内容已在数据集里，没有变化",
  older: "这份比数据集里的旧，没有用",
};

const staleWords =
  "这次给的文件比数据集里的旧，没有用；撤销过导入、要用回这一份，请用 Excel 打开它保存一次再汇总，或加 --drop-missing。(older than what stands)";

export const printDataset = (outcome: DatasetOutcome): void => {
  const { dataset, keyFile, files, known, dropped, damaged, notRead, passedOver, notes, sites, rows } =
    outcome;
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  for (const { file, site, kind, rows: taken, quarantined } of files)
    say(
      `${site}：${fates[kind]}${taken > 0 ? `，${taken} 行` : ""}${quarantined > 0 ? `，另有 ${quarantined} 格不合列的类型，原样记在 _quarantine` : ""}（${file}）`,
    );
  for (const file of files) {
    const line = besideLine(file.site, file);
    if (line !== undefined) process.stderr.write(`${line}\n`);
  }
  for (const { site, others } of outcome.alike)
    process.stderr.write(`${site}：${alikeWords(others)}(one workbook, two names)\n`);
  for (const { site, to, by } of outcome.renamed)
    process.stderr.write(`${site}：${renamedWords(to, by)}(renamed)\n`);
  for (const site of outcome.stale) process.stderr.write(`${site}：${staleWords}\n`);
  for (const site of dropped) say(`${site}：这次没有它的文件，已去掉。`);
  for (const { site, file, lacks } of outcome.lacking) process.stderr.write(`${site}：${lacks}（${file}）\n`);
  if (damaged.length > 0)
    process.stderr.write(
      `${dataset}：这些案场在数据集里的文件不见了或坏了，这次没有它们的工作簿，没有修好：${damageInWords(damaged)}；请连同它们的工作簿再运行一次，工作簿没有了的加 --drop-missing 去掉。(damaged files)\n`,
    );
  for (const { file, reason } of notRead) process.stderr.write(`${file}：${reason}\n`);
  for (const note of notes) process.stderr.write(`${note}\n`);
  if (passedOver.length > 0) say(passedOverNote(passedOver));
  say(
    `${dataset}：共 ${sites} 个案场，${rows} 行；没有变化、不用再读的文件 ${known.length} 份，没有读成的 ${notRead.length} 份。`,
  );
  if (files.some(({ kind }) => kind === "new"))
    say(`密钥在 ${keyFile}：请妥善保存，不要和数据集放在一起；下次汇总还要用它。`);
};
