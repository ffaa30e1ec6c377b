/** `merge`: many sites' workbooks into head office's. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { alikeWords, renamedWords } from "../domain/head-office/one-book";
import { maskName } from "../domain/head-office/mask-share";
import { staleWords } from "../workbook/plan/hq-kept";
import { besideLine } from "./beside-line";
import { todayOr } from "./clock";
import { causeWords } from "./files";
import { type MergeOutcome, type MergeRun, passedOverNote } from "./merge-run";
import { mergeIntoWorkbook } from "./merge-workbook";
import { exitCodes, Unusable } from "./outcome";
import { type FoundFiles, workbookFiles } from "./workbook-files";

export interface MergeOptions {
  readonly out?: string;
  readonly dataset?: string;
  readonly contacts?: boolean;
  readonly mask?: boolean;
  readonly keyFile?: string;
  readonly fresh?: boolean;
  readonly dropMissing?: boolean;
  readonly json?: boolean;
  readonly today?: string;
}

/** Shorter ones are guessed. */
const shortestKey = 16;

/** Nobody else can know it, and it stays with head office. */
const howToMakeKey = "openssl rand -hex 32 > 密钥文件";

const keyFrom = async (file: string): Promise<Uint8Array> => {
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (cause) {
    throw new Unusable(`--key-file ${file}：${causeWords(cause)}第一次用，请先做一个：${howToMakeKey}`, {
      cause,
    });
  }
  const key = Buffer.from(bytes.toString("latin1").trim(), "latin1");
  if (key.length < shortestKey)
    throw new Unusable(
      `--key-file ${file}：密钥太短，至少 ${shortestKey} 个字节；请另做一个：${howToMakeKey} (key too short)`,
    );
  return key;
};

/** On stderr: one line that counts where somebody watches, a line now and then elsewhere. */
const counter = (all: number): { step: (file: string) => void; done: () => void } => {
  let count = 0;
  const every = Math.max(1, Math.ceil(all / 10));
  const watched = process.stderr.isTTY;
  return {
    step: (file) => {
      count++;
      if (watched) process.stderr.write(`\r\u001b[K读取 ${count}/${all}　${file}`);
      else if (count % every === 0 || count === all)
        process.stderr.write(`读取 ${Math.min(count, all)}/${all}\n`);
    },
    done: () => {
      if (watched) process.stderr.write("\r\u001b[K");
    },
  };
};

const froms = {
  read: "读入",
  carried: "未变，沿用上次",
  kept: "这次没有它的读得成的文件，沿用上次",
} as const;

const print = (outcome: MergeOutcome): void => {
  const { out, unchanged, sites, superseded, renamed, same, notRead, passedOver, across, notes } = outcome;
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  for (const { site, file, rows, from, older } of sites)
    say(
      `${site}：${rows} 行（${file}，${older === undefined ? froms[from] : "这次给的文件更旧，沿用上次"}）`,
    );
  for (const { site, alike } of sites)
    if (alike !== undefined) process.stderr.write(`${site}：${alikeWords(alike)}(one workbook, two names)\n`);
  for (const { site, to, by } of renamed) process.stderr.write(`${site}：${renamedWords(to, by)}(renamed)\n`);
  for (const { site, older } of sites)
    if (older !== undefined) process.stderr.write(`${site}：${staleWords(older)}(older than what stands)\n`);
  const stale = new Set(sites.flatMap(({ site, older }) => (older === undefined ? [] : [site])));
  for (const { file, by, site, otherBook, tied } of superseded) {
    const both = { counts: by, not: file };
    const line = besideLine(site, { ...(otherBook && { otherBook: both }), ...(tied && { tied: both }) });
    if (line === undefined && stale.has(site)) continue;
    if (line === undefined) say(`${file}：同一案场以后来保存的“${by}”为准。`);
    else process.stderr.write(`${line}\n`);
  }
  for (const { file, as } of same) say(`${file}：和“${as}”一模一样，只算一次。`);
  for (const { file, lost } of sites) if (lost !== undefined) process.stderr.write(`${file}：${lost}\n`);
  for (const { file, reason } of notRead) process.stderr.write(`${file}：${reason}\n`);
  for (const note of notes) process.stderr.write(`${note}\n`);
  if (passedOver.length > 0) say(passedOverNote(passedOver));
  const others = sites.filter(({ lacks, lost }) => lacks !== undefined && lost === undefined);
  if (others.length > 0)
    say(
      `另有 ${others.length} 份文件是旧版的、有看不懂的格子或案场自加的列，见“文件清单”的“缺什么”。(see 文件清单)`,
    );
  if (across > 0) say(`同一电话出现在两个以上案场：${across} 个，见“跨案场客户”。`);
  say(
    unchanged
      ? `${out}：没有变化，没有改动它。`
      : `${out}：已汇总 ${sites.length} 个案场，${sites.reduce((sum, { rows }) => sum + rows, 0)} 行；没有读成的文件 ${notRead.length} 份。`,
  );
};

/** Ctrl-C stops at once and clears up. A second one ends the process. */
const interruptible = async (stands: string, work: (signal: AbortSignal) => Promise<void>): Promise<void> => {
  const stop = new AbortController();
  const interrupt = (): void => stop.abort();
  process.once("SIGINT", interrupt);
  process.once("SIGTERM", interrupt);
  try {
    await work(stop.signal);
  } catch (cause) {
    if (!stop.signal.aborted) throw cause;
    process.stderr.write(`已中断；${stands}。(interrupted)\n`);
    process.exitCode = 130;
  } finally {
    process.off("SIGINT", interrupt);
    process.off("SIGTERM", interrupt);
  }
};

/** Loaded only here: the engine is large, and no other command needs it. */
const intoDataset = async (
  run: MergeRun,
  options: MergeOptions,
  folder: string,
  done: () => void,
): Promise<boolean> => {
  const { mergeIntoDataset, printDataset } = await import("./merge-dataset");
  const { keyFile, contacts = false, json } = options;
  const outcome = await mergeIntoDataset(run, { folder, keyFile, contacts }).finally(done);
  if (json) process.stdout.write(`${JSON.stringify(outcome, null, 2)}\n`);
  else printDataset(outcome);
  return [outcome.notRead, outcome.damaged, outcome.leavingOut].every(({ length }) => length === 0);
};

const intoWorkbook = async (
  run: MergeRun,
  { json }: MergeOptions,
  out: string,
  done: () => void,
): Promise<boolean> => {
  const outcome = await mergeIntoWorkbook(run, path.resolve(out)).finally(done);
  if (json) process.stdout.write(`${JSON.stringify(outcome, null, 2)}\n`);
  else print(outcome);
  return outcome.notRead.length === 0 && outcome.sites.every(({ leavesOut }) => leavesOut !== true);
};

/** Where it goes: one of the two. */
const targetOf = ({ out, dataset, contacts, mask }: MergeOptions): { out?: string; dataset?: string } => {
  if ((out === undefined) === (dataset === undefined))
    throw new Unusable(
      "请写 --out 总部汇总簿.xlsx，或 --dataset 文件夹，两个里写一个。(either --out or --dataset)",
    );
  if (out !== undefined && !/\.xlsx$/iu.test(out))
    throw new Unusable(`${out}：文件名要以 .xlsx 结尾。(must end in .xlsx)`);
  if (dataset === undefined && contacts)
    throw new Unusable("--contacts：只和 --dataset 一起用。(--contacts goes with --dataset)");
  if (dataset !== undefined && mask === true)
    throw new Unusable("--dataset 里的号码总是遮住的，不用写 --mask。(no --mask with --dataset)");
  return { ...(out !== undefined && { out }), ...(dataset !== undefined && { dataset }) };
};

/** R20: people write numbers into the names of files too. Names that are one once masked are told apart again. */
const maskedNames = ({ files, others, passedOver, shut }: FoundFiles): FoundFiles => {
  const met = new Map<string, number>();
  const mask = (name: string): string => {
    const masked = maskName(name);
    const times = (met.get(masked) ?? 0) + 1;
    met.set(masked, times);
    return times === 1 ? masked : `${masked}（${times}）`;
  };
  return {
    files: files.map((each) => ({ ...each, name: mask(each.name) })),
    others: others.map(mask),
    passedOver: passedOver.map(mask),
    shut: shut.map((each) => ({ ...each, file: mask(each.file) })),
  };
};

export const mergeCommand = async (names: readonly string[], options: MergeOptions): Promise<void> => {
  const { out, dataset } = targetOf(options);
  const today = todayOr(options.today);
  const key =
    options.keyFile === undefined || dataset !== undefined ? undefined : await keyFrom(options.keyFile);
  const found = await workbookFiles(names, out);
  const { files, others, passedOver, shut } =
    options.mask || dataset !== undefined ? maskedNames(found) : found;
  if (files.length === 0 && shut.length === 0 && options.dropMissing !== true)
    throw new Unusable(`${names.join("、")}：没有找到 .xlsx 文件；请检查文件夹。(no workbooks)`);
  const stands = dataset === undefined ? "原来的汇总没有动" : "已收进的都在，再运行一次接着收";
  await interruptible(stands, async (signal) => {
    const count = counter(files.length);
    const run: MergeRun = {
      files,
      others,
      passedOver,
      shut,
      today,
      mask: options.mask ?? false,
      key,
      fresh: options.fresh ?? false,
      dropMissing: options.dropMissing ?? false,
      signal,
      progress: count.step,
    };
    const all =
      dataset === undefined
        ? await intoWorkbook(run, options, out ?? "", count.done)
        : await intoDataset(run, options, dataset, count.done);
    process.exitCode = all ? exitCodes.fine : exitCodes.problems;
  });
};
