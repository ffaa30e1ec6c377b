/** Reports asked over and over while somebody is killed: each answer is whole, or an error. */
import type { CalendarDay } from "../../../src/domain/kit/calendar-day";
import { EngineFailed } from "../../../src/dataset/engines/engine-failed";
import type { Asked } from "../../../src/dataset/engines/question";
import { DatasetRefused } from "../../../src/dataset/refusal";
import { answer } from "../../../src/dataset/reports/answer";
import { type DatasetReportKey, datasetReportKeys } from "../../../src/dataset/reports/definition";
import { datasetReports } from "../../../src/dataset/reports/reports";
import type { DrawnSite } from "./drawn-data";
import { expected } from "./oracle";

const today = "2026-11-22" as CalendarDay;
const period = { from: undefined, to: today };

export const pause = async (milliseconds: number): Promise<void> =>
  new Promise((resolve) => void setTimeout(resolve, milliseconds));

/** A report's rows, as one text. */
const toldBy = async (engine: Asked, key: DatasetReportKey): Promise<string> =>
  JSON.stringify((await answer(datasetReports[key], engine, { period, today, limit: 1_000_000 })).rows);

/** What each report says. */
export type Told = Readonly<Record<DatasetReportKey, string>>;

/** By a plain reckoning. */
export const reckoned = (sites: readonly DrawnSite[]): Told => {
  const rows = expected(sites, period, today);
  return Object.fromEntries(datasetReportKeys.map((key) => [key, JSON.stringify(rows[key])])) as Told;
};

/** All that may ever be told: of no site, of the first, of the first two… */
export const stagesOf = (inOrder: readonly DrawnSite[]): readonly Told[] =>
  Array.from({ length: inOrder.length + 1 }, (_, sites) => reckoned(inOrder.slice(0, sites)));

/** What each report says now. */
export const toldNow = async (engine: Asked): Promise<Told> => {
  const told: Partial<Record<DatasetReportKey, string>> = {};
  for (const key of datasetReportKeys) told[key] = await toldBy(engine, key);
  return told as Told;
};

/** The first stage not before `after` at which reports say that; none: it was never so, or is no longer. */
const stageOf = (stages: readonly Told[], after: number, told: Partial<Told>): number | undefined => {
  const found = stages.findIndex(
    (stage, at) =>
      at >= after && datasetReportKeys.every((key) => told[key] === undefined || told[key] === stage[key]),
  );
  return found < 0 ? undefined : found;
};

export interface Heard {
  /** Whole answers. */
  readonly whole: number;
  /** Errors, as they have to be. */
  readonly refused: number;
  /** Answers that are no stage, or one that had been passed already; other errors. */
  readonly faults: readonly string[];
  /** At least so many sites had been told of. */
  readonly sites: number;
}

export interface Asking {
  /** So far. */
  readonly heard: () => Heard;
  readonly stop: () => Promise<Heard>;
}

/**
 * Asks from now on; sites are loaded in the order of the stages, and `from` of them stand there already.
 * @param still what was opened says one stage in all reports; else each report is asked of what is there by then.
 */
export const askMeanwhile = (
  open: () => Promise<Asked>,
  stages: readonly Told[],
  from: number,
  still = false,
): Asking => {
  let on = true;
  let [whole, refused, sites] = [0, 0, from];
  const faults: string[] = [];
  const hear = (told: Partial<Told>): void => {
    const stage = stageOf(stages, sites, told);
    if (stage === undefined)
      faults.push(`${Object.keys(told).join(", ")}: not one stage, of ${sites} sites or more`);
    else sites = stage;
    whole++;
  };
  const round = async (): Promise<void> => {
    const engine = await open();
    try {
      if (still) hear(await toldNow(engine));
      else
        for (const key of datasetReportKeys) {
          if (!on) return;
          hear({ [key]: await toldBy(engine, key) });
        }
    } finally {
      await engine.close();
    }
  };
  const rounds = async (): Promise<void> => {
    while (on)
      try {
        await round();
      } catch (cause) {
        if (cause instanceof EngineFailed || cause instanceof DatasetRefused) refused++;
        else faults.push(String(cause));
        await pause(10);
      }
  };
  const heard = (): Heard => ({ whole, refused, faults, sites });
  const ended = rounds();
  return {
    heard,
    stop: async () => {
      on = false;
      await ended;
      return heard();
    },
  };
};
