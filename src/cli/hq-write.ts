/** What was gathered, as head office's workbook. */
import { createHash } from "node:crypto";
import { registerKeys } from "../domain/forms/index";
import {
  type CrossSite,
  crossSite,
  numberedForms,
  type NumberedRow,
  type SitePhone,
} from "../domain/head-office/cross-site";
import { phonePrint, sharedPrints } from "../domain/head-office/phone-print";
import { summaryOf } from "../domain/head-office/summary";
import type { CalendarDay } from "../domain/kit/calendar-day";
import {
  acrossList,
  comparedWords,
  doubledList,
  type FileLine,
  fileList,
  unreadList,
  withOlder,
} from "../workbook/plan/hq-lists";
import { asFound } from "../workbook/plan/hq-kept";
import { hqColumns, hqRegisterSheet, mostHqRows } from "../workbook/plan/hq-registers";
import { type HqColumns, rowsOf, sameColumn } from "../workbook/plan/hq-columns";
import { hasPhones, type HqRow, peopleWith, phoneForms, phonesOfPerson } from "../workbook/plan/hq-rows";
import { listFirstRow, listSheet } from "../workbook/plan/hq-sheets";
import { type HqState, hqStateSheetOf, stateLines } from "../workbook/plan/hq-state";
import { schemaVersion } from "../workbook/plan/ledger-sheet";
import { figureSheet } from "../workbook/plan/report-sheets";
import type { HqPart } from "../workbook/plan/hq-parts";
import { filledList, type FilledSheet } from "../workbook/xlsx/hq-file";
import type { Way } from "./hq-carry";
import type { Gathered, GatheredSite } from "./hq-gather";
import { Unusable } from "./outcome";
import { columnsDigest } from "./packed-share";
import { type Chunk, phonePrintsIn, type Spool } from "./share-spool";

const placeOf = ({ outline }: GatheredSite): { site: string; file: string } => ({
  site: outline.site,
  file: outline.source.file,
});

const countOf = (sites: readonly GatheredSite[], part: HqPart): number =>
  sites.reduce((sum, { chunks }) => sum + (chunks.get(part)?.rows ?? 0), 0);

/** @throws Unusable where a table would have more rows than a sheet. */
const checkRoom = (sites: readonly GatheredSite[]): void => {
  for (const key of registerKeys) {
    const rows = countOf(sites, key);
    if (rows > mostHqRows)
      throw new Unusable(
        `${hqRegisterSheet(key, 1, false).name} 共 ${rows} 行，超过一张表的上限 ${mostHqRows} 行，工作簿放不下，没有写；请改用 --dataset <文件夹> 汇总成数据集。(too many rows for a workbook)`,
      );
  }
};

/** Phones of these prints. */
function* phonesOf(
  sites: readonly GatheredSite[],
  prints: ReadonlySet<number>,
  spool: Spool,
): Generator<SitePhone> {
  for (const site of sites)
    for (const form of phoneForms) {
      const chunk = site.chunks.get(form);
      if (chunk?.phones?.some((print) => prints.has(print)) !== true) continue;
      const isShared = (phone: string): boolean => prints.has(phonePrint(phone));
      for (const person of peopleWith(form, spool.columns(chunk), isShared))
        for (const each of phonesOfPerson(form, person, placeOf(site))) if (isShared(each.phone)) yield each;
    }
}

const doubledIn = (site: GatheredSite): readonly NumberedRow[] =>
  numberedForms.flatMap((form) =>
    (site.chunks.get(form)?.doubled ?? []).map((row) => ({ ...placeOf(site), ...row })),
  );

/** Site by site, so that no more than one's rows are in memory. */
function* columnsOf(
  sites: readonly GatheredSite[],
  part: HqPart,
  width: number,
  spool: Spool,
): Generator<HqColumns> {
  for (const site of sites) {
    const chunk = site.chunks.get(part);
    if (chunk === undefined) continue;
    const { site: name, source } = site.outline;
    const { count, columns } = spool.columns(chunk);
    // Without the column that tells phones apart rows are shorter.
    const own = columns.slice(0, width - 2);
    yield { count, columns: [sameColumn(name, count), sameColumn(source.file, count), ...own] };
  }
}

function* rowsIn(all: Iterable<HqColumns>): Generator<HqRow> {
  for (const each of all) yield* rowsOf(each);
}

const fileLines = ({ settled, sites, notRead }: Gathered): readonly FileLine[] => {
  const bySite = new Map(sites.map((site) => [site.outline.site, site]));
  return [
    ...settled.fates.map(({ file: { file, site, hash, modified, ahead }, fate }): FileLine => {
      const own = bySite.get(site);
      return {
        file,
        site,
        hash,
        modified,
        ...(ahead !== undefined && { ahead }),
        ...(fate.kind === "merged" && own && { outline: own.outline }),
        fate:
          fate.kind === "merged" && own?.from === "kept" ? { ...fate, kind: "kept", rows: own.rows } : fate,
      };
    }),
    ...[...notRead]
      .sort((a, b) => (a.file < b.file ? -1 : 1))
      .map(({ file, hash, modified, reason }): FileLine => ({
        file,
        ...(hash !== undefined && { hash }),
        ...(modified !== undefined && { modified }),
        fate: { kind: "refused", reason },
      })),
  ];
};

export interface HqBook {
  readonly sheets: readonly FilledSheet[];
  readonly state: HqState;
  readonly across: readonly CrossSite[];
}

/** Nothing is written yet; rows are read while the sheets are. @throws Unusable where a sheet cannot hold them. */
export const hqBook = (gathered: Gathered, way: Way, today: CalendarDay, spool: Spool): HqBook => {
  const { sites, settled, notRead } = gathered;
  checkRoom(sites);
  const keyed = way.phones !== "none";
  const prints = new Set(sharedPrints(sites.map(({ chunks }) => phonePrintsIn(chunks))));
  const across = crossSite(() => phonesOf(sites, prints, spool));
  const blind = keyed ? [] : sites.filter(({ from }) => from === "kept");
  const known = comparedWords(
    keyed,
    blind.map(({ outline }) => outline.site),
  );
  const lines = withOlder(fileLines(gathered));
  const doubled = sites.flatMap(doubledIn);
  const summary = summaryOf({
    today,
    sites: sites.map(({ outline }) => outline),
    across: blind.length > 0 ? undefined : across.length,
    refused: notRead.length,
  });
  const registers = registerKeys.flatMap((key): readonly FilledSheet[] => {
    const count = countOf(sites, key);
    const width = hqColumns(key, keyed).length;
    if (count === 0) return [];
    const columns = columnsOf(sites, key, width, spool);
    return [
      {
        sheet: hqRegisterSheet(key, count, keyed),
        rows: { top: listFirstRow, left: 0, width, count, columns },
      },
    ];
  });
  const unread = unreadList(countOf(sites, "notUnderstood"));
  const unreadWidth = unread.columns.length;
  /** Of the rows as they are found in the result. */
  const digestIn = (part: HqPart, chunk: Chunk): string =>
    keyed || part === "notUnderstood" || !hasPhones(part)
      ? chunk.digest
      : columnsDigest(asFound(part, spool.columns(chunk), keyed));
  const state: HqState = {
    ...way,
    ...(!keyed && { asFound: true }),
    files: settled.fates
      .filter(
        ({ file }) =>
          file.path !== undefined || sites.some(({ outline }) => outline.source.hash === file.hash),
      )
      .map(({ file: { path: _, ...file } }) => file),
    sites: sites.map(({ outline, chunks, program }) => ({
      outline,
      // In one order, wherever the rows came from.
      digests: Object.fromEntries(
        ([...registerKeys, "notUnderstood"] as const).flatMap((part) => {
          const chunk = chunks.get(part);
          return chunk === undefined ? [] : [[part, digestIn(part, chunk)] as const];
        }),
      ),
      ...(program !== undefined && { program }),
    })),
    said: createHash("sha256")
      .update(JSON.stringify([lines, known]))
      .digest("hex"),
  };
  const kept = stateLines(state);
  return {
    state,
    across,
    sheets: [
      { sheet: figureSheet(summary, "汇总") },
      filledList(acrossList(across, known)),
      ...(doubled.length === 0 ? [] : [filledList(doubledList(doubled))]),
      filledList(fileList(lines, schemaVersion)),
      ...(unread.count === 0
        ? []
        : [
            {
              sheet: listSheet(unread),
              rows: {
                top: listFirstRow,
                left: 0,
                width: unreadWidth,
                count: unread.count,
                rows: first(unread.count, rowsIn(columnsOf(sites, "notUnderstood", unreadWidth, spool))),
              },
            },
          ]),
      ...registers,
      { sheet: hqStateSheetOf(), rows: { top: 0, left: 0, width: 2, count: kept.length, rows: kept } },
    ],
  };
};

function* first<T>(count: number, all: Iterable<T>): Generator<T> {
  let left = count;
  for (const each of all) {
    if (left-- === 0) return;
    yield each;
  }
}
