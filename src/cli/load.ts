/** `load`: the data set into PostgreSQL or Citus. */
import { type LoadedSite, load, type Outcome } from "../dataset/engines/load";
import { addressFrom, engineNamed } from "./database";
import { exitCodes, Unusable } from "./outcome";

export interface LoadOptions {
  readonly dataset: string;
  readonly engine?: string;
  readonly url?: string;
  readonly json?: boolean;
}

const words: Readonly<Record<Outcome, string>> = {
  loaded: "已装入",
  unchanged: "没有变化",
  newerThere: "库里的更新，没有动",
};

export const loadCommand = async (options: LoadOptions): Promise<void> => {
  const engine = engineNamed(options.engine ?? "postgres");
  if (engine.load !== "transactions")
    throw new Unusable(
      `--engine ${engine.name}：不用装入，report 直接读数据集；请写 postgres 或 citus。(nothing to load)`,
    );
  const json = options.json === true;
  const say = ({ site, outcome, rows }: LoadedSite): void => {
    if (!json) process.stdout.write(`${site}：${words[outcome]}，${rows} 行\n`);
  };
  const { sites, others } = await load({
    folder: options.dataset,
    address: addressFrom(options.url),
    engine,
    onSite: say,
  });
  const of = (outcome: Outcome): readonly LoadedSite[] => sites.filter((each) => each.outcome === outcome);
  if (json) process.stdout.write(`${JSON.stringify({ sites, others }, null, 2)}\n`);
  else
    process.stdout.write(
      `${sites.length} 个案场：装入 ${of("loaded").length}，没有变化 ${of("unchanged").length}，库里更新的 ${of("newerThere").length}。\n${
        others.length === 0
          ? ""
          : `库里另有 ${others.length} 个案场不在这个数据集里，没有动：${others.slice(0, 20).join("、")}${others.length > 20 ? "……" : ""}。\n`
      }`,
    );
  process.exitCode = exitCodes.fine;
};
