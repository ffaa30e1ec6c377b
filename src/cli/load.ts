/** `load`: the data set into PostgreSQL or Citus. */
import { type LoadedSite, load, type Outcome } from "../dataset/engines/load";
import { aheadWords } from "../domain/head-office/saved-when";
import { besideLine } from "./beside-line";
import { latestSaveOf, todayOr } from "./clock";
import { addressFrom, engineNamed } from "./database";
import { exitCodes, Unusable } from "./outcome";

export interface LoadOptions {
  readonly dataset: string;
  readonly engine?: string;
  readonly url?: string;
  readonly dropMissing?: boolean;
  readonly json?: boolean;
}

const words: Readonly<Record<Outcome, string>> = {
  loaded: "已装入",
  unchanged: "没有变化",
  newerThere: "库里的更新，没有动",
};

const whyWords = ({ counts, not }: NonNullable<LoadedSite["settled"]>): string => {
  if (counts.hash === not.hash)
    return counts.asOf === not.asOf
      ? "内容相同，只是文件名不同"
      : `内容相同，以 ${counts.asOf ?? ""} 算的为准`;
  return counts.modified === not.modified ? "保存时间相同，按文件夹里的时间" : "以后保存的为准";
};

/** Which of two was kept, and by what. */
const settledWords = ({ settled, outcome }: LoadedSite): string => {
  if (settled === undefined) return "";
  const { counts, not } = settled;
  const is = outcome === "loaded" ? `换下了库里的“${not.file}”` : `库里的是“${counts.file}”`;
  return `；${is}，${whyWords(settled)}`;
};

/** What people should look at. */
const notesOf = (done: LoadedSite): readonly string[] => {
  const ahead = done.ahead.map(({ file, modified }) => `${done.site}（${file}）：${aheadWords(modified)}`);
  const line = besideLine(done.site, done);
  return line === undefined ? ahead : [...ahead, line];
};

const named = (sites: readonly string[]): string =>
  `${sites.slice(0, 20).join("、")}${sites.length > 20 ? "……" : ""}`;

export const loadCommand = async (options: LoadOptions): Promise<void> => {
  const engine = engineNamed(options.engine ?? "postgres");
  if (engine.load !== "transactions")
    throw new Unusable(
      `--engine ${engine.name}：不用装入，report 直接读数据集；请写 postgres 或 citus。(nothing to load)`,
    );
  const json = options.json === true;
  const say = (done: LoadedSite): void => {
    if (json) return;
    const { site, outcome, rows } = done;
    process.stdout.write(`${site}：${words[outcome]}，${rows} 行${settledWords(done)}\n`);
    for (const note of notesOf(done)) process.stderr.write(`${note}\n`);
  };
  const { sites, others, dropped } = await load({
    folder: options.dataset,
    address: addressFrom(options.url),
    engine,
    dropMissing: options.dropMissing === true,
    latest: latestSaveOf(todayOr(undefined)),
    onSite: say,
  });
  const of = (outcome: Outcome): readonly LoadedSite[] => sites.filter((each) => each.outcome === outcome);
  if (json) process.stdout.write(`${JSON.stringify({ sites, others, dropped }, null, 2)}\n`);
  else
    process.stdout.write(
      `${sites.length} 个案场：装入 ${of("loaded").length}，没有变化 ${of("unchanged").length}，库里更新的 ${of("newerThere").length}。\n${
        others.length === 0
          ? ""
          : `库里另有 ${others.length} 个案场不在这个数据集里，没有动：${named(others)}；要去掉请加 --drop-missing。\n`
      }${dropped.length === 0 ? "" : `不在这个数据集里，已从库里去掉：${named(dropped)}。\n`}`,
    );
  process.exitCode = exitCodes.fine;
};
