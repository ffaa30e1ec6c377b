/** `merge --out hq.xlsx`: many sites' workbooks as head office's one (R19). */
import { aheadWords } from "../domain/head-office/saved-when";
import { writeHqFile } from "../workbook/xlsx/hq-file";
import { keptNote } from "../workbook/plan/hq-kept";
import { stateSays } from "../workbook/plan/hq-state";
import { savedNow } from "./clock";
import { gather, type Gathered } from "./hq-gather";
import { type LastResult, lastResult, wayOf } from "./hq-carry";
import { hqBook } from "./hq-write";
import { hasLost, lackLine, lackWords, leavesOut } from "./lacking";
import { dropsHeld, dropsHeldNote, type MergeOutcome, type MergeRun, notWorkbooks } from "./merge-run";
import { markOf, workspaceFor } from "./replace-file";
import { openSpool } from "./share-spool";
import { writeTrouble } from "./write-trouble";

const rowsOf = (rows: Readonly<Record<string, number>>): number =>
  Object.values(rows).reduce((sum, count) => sum + count, 0);

/** What else is said of a site that stands. */
const saidOf = (
  { fates }: Gathered["settled"],
  site: string,
  from: string,
): Pick<MergeOutcome["sites"][number], "older" | "alike"> => {
  const own = fates.filter(({ file }) => file.site === site);
  const older = own.filter(({ fate }) => fate.kind === "superseded").at(-1)?.file.file;
  const alike = own.flatMap(({ fate }) => (fate.kind === "merged" ? (fate.alike ?? []) : []));
  return {
    ...(from === "kept" && older !== undefined && { older }),
    ...(alike.length > 0 && { alike }),
  };
};

const outcomeOf = (
  out: string,
  { settled, sites, notRead }: Gathered,
  across: number,
  unchanged: boolean,
  { passedOver = [] }: MergeRun,
  notes: readonly string[],
): MergeOutcome => ({
  out,
  unchanged,
  sites: sites.map(({ outline, from }) => ({
    site: outline.site,
    file: outline.source.file,
    rows: rowsOf(outline.rows),
    from,
    ...saidOf(settled, outline.site, from),
    ...(lackWords(outline) !== "" && { lacks: lackWords(outline) }),
    ...(hasLost(outline) && { lost: lackLine(outline) }),
    ...(leavesOut(outline) && { leavesOut: true as const }),
  })),
  superseded: settled.fates.flatMap(({ file, fate }) =>
    fate.kind === "superseded"
      ? [
          {
            file: file.file,
            by: fate.by,
            site: file.site,
            ...(fate.otherBook === true && { otherBook: true as const }),
            ...(fate.tied === true && { tied: true as const }),
          },
        ]
      : [],
  ),
  renamed: settled.fates.flatMap(({ file, fate }) =>
    fate.kind === "renamed" ? [{ site: file.site, to: fate.to, by: fate.by }] : [],
  ),
  same: settled.fates.flatMap(({ file, fate }) =>
    fate.kind === "same" ? [{ file: file.file, as: fate.as }] : [],
  ),
  notRead,
  passedOver,
  across,
  notes,
});

/** Figures taken over are of the day they were reckoned on. */
const otherDays = ({ today }: MergeRun, sites: Gathered["sites"]): readonly string[] => {
  const others = sites.filter(({ outline }) => outline.asOf !== today);
  const days = [...new Set(others.map(({ outline }) => outline.asOf))].sort();
  return others.length === 0
    ? []
    : [
        `${others.length} 个案场的逾期、校验等数字沿用上次，算到 ${days.join("、")}；要都算到 ${today}，请加 --fresh。(as of another day)`,
      ];
};

const notesOf = (
  run: MergeRun,
  { notRead, settled, sites }: Gathered,
  last: LastResult | undefined,
): readonly string[] => [
  ...settled.fates.flatMap(({ file: { file, ahead } }) =>
    ahead === undefined ? [] : [`${file}：${aheadWords(ahead)}`],
  ),
  ...sites.flatMap(({ outline, from, rows }) =>
    from === "kept" ? (keptNote(outline.site, rows) ?? []) : [],
  ),
  ...(dropsHeld(run, notRead) ? [dropsHeldNote] : []),
  ...(run.mask && run.key === undefined
    ? ["没有给 --key-file：号码不留底，只在这次的文件之间找同一电话，下次要全部重读。"]
    : []),
  ...otherDays(run, sites),
  ...(last?.fits === false ? ["上次汇总的遮号或密钥和这次不同，全部重新读过。"] : []),
];

/** @throws Unusable; the signal's reason. The old result is whole whatever happens. */
export const mergeIntoWorkbook = (run: MergeRun, out: string): Promise<MergeOutcome> =>
  merged(run, out).catch((cause: unknown) => {
    throw writeTrouble(out, cause);
  });

const merged = async (run: MergeRun, out: string): Promise<MergeOutcome> => {
  const was = await markOf(out);
  const last = await lastResult(out, run);
  const workspace = await workspaceFor(out, was);
  try {
    const spool = openSpool(workspace.folder);
    try {
      const found = await gather(out, run, last, spool);
      const gathered = {
        ...found,
        notRead: [...notWorkbooks(run.others), ...(run.shut ?? []), ...found.notRead],
      };
      const { sheets, state, across } = hqBook(gathered, wayOf(run), run.today, spool);
      const unchanged = last !== undefined && !found.spoiled && stateSays(state) === stateSays(last.state);
      if (!unchanged)
        await workspace.replace((sink) =>
          writeHqFile(sheets, savedNow(), {
            ...sink,
            write: (bytes) => {
              run.signal.throwIfAborted();
              return sink.write(bytes);
            },
          }),
        );
      return outcomeOf(out, gathered, across.length, unchanged, run, notesOf(run, gathered, last));
    } finally {
      spool.close();
    }
  } finally {
    await workspace.remove();
  }
};
