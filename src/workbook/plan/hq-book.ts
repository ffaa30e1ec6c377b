/** Head office's workbook: lists that are known when all files have been read, and sheets that grow site by site. */
import type { Sheet, Value } from "../../book/book";
import { type RegisterKey, registerKeys } from "../../domain/forms/index";
import type { CrossSite, NumberedRow } from "../../domain/head-office/cross-site";
import type { SiteOutline } from "../../domain/head-office/merge-shares";
import { type Summary, summaryOf } from "../../domain/head-office/summary";
import type { CalendarDay } from "../../domain/kit/calendar-day";
import { acrossList, doubledList, type FileLine, fileList, type FilledList, unreadList } from "./hq-lists";
import type { HqPart } from "./hq-parts";
import { hqColumns, hqRegisterSheet, hqSheetName, mostHqRows } from "./hq-registers";
import type { HqRow } from "./hq-rows";
import { listSheet } from "./hq-sheets";
import { schemaVersion } from "./ledger-sheet";
import { figureSheet } from "./report-sheets";

/** What a merge says beside its rows. */
export interface HqFacts {
  /** By the site's name. */
  readonly sites: readonly SiteOutline[];
  readonly across: readonly CrossSite[];
  readonly doubled: readonly NumberedRow[];
  /** Every file that was given, and what became of it: by name, those that could not be read last. */
  readonly files: readonly FileLine[];
}

/** A register that has more rows than a sheet. */
export interface TooLong {
  readonly register: RegisterKey;
  readonly rows: number;
}

const rowsIn = (part: HqPart, sites: readonly SiteOutline[]): number =>
  sites.reduce(
    (sum, { rows, notUnderstood }) => sum + (part === "notUnderstood" ? notUnderstood : (rows[part] ?? 0)),
    0,
  );

/** Registers that do not fit on a sheet: the data set has room for them. */
export const tooLong = (sites: readonly SiteOutline[]): readonly TooLong[] =>
  registerKeys.flatMap((register) => {
    const rows = rowsIn(register, sites);
    return rows > mostHqRows ? [{ register, rows }] : [];
  });

export const hqSummary = ({ sites, across, files }: HqFacts, today: CalendarDay): Summary =>
  summaryOf({
    today,
    sites,
    across: across.length,
    refused: files.filter(({ fate }) => fate.kind === "refused").length,
  });

export const hqSummarySheet = (facts: HqFacts, today: CalendarDay): Sheet =>
  figureSheet(hqSummary(facts, today), "汇总");

/** What needs eyes, in the order of the sheets. */
export const hqLists = ({ across, doubled, files }: HqFacts): readonly FilledList[] => [
  acrossList(across, ""),
  ...(doubled.length === 0 ? [] : [doubledList(doubled)]),
  fileList(files, schemaVersion),
];

/** A sheet whose rows come site by site. */
export interface GrowingSheet {
  readonly part: HqPart;
  readonly sheet: Sheet;
  /** Rows it will have: no more than a sheet holds. */
  readonly count: number;
  /** Columns, 案场 and 来源文件 among them. */
  readonly width: number;
}

/** In the order of the sheets, behind the lists. */
export const hqGrowing = (sites: readonly SiteOutline[]): readonly GrowingSheet[] => {
  const unread = unreadList(rowsIn("notUnderstood", sites));
  return [
    ...(unread.count === 0
      ? []
      : [
          {
            part: "notUnderstood",
            sheet: listSheet(unread),
            count: unread.count,
            width: unread.columns.length,
          } as const,
        ]),
    ...registerKeys.flatMap((part): readonly GrowingSheet[] => {
      const count = rowsIn(part, sites);
      if (count === 0) return [];
      return [
        { part, sheet: hqRegisterSheet(part, count, false), count, width: hqColumns(part, false).length },
      ];
    }),
  ];
};

/** A site's row as it stands on its sheet. */
export const placedRow = (site: string, file: string, row: HqRow, width: number): readonly Value[] => [
  site,
  file,
  ...row.slice(0, width - 2),
];

/** All that a merge may make, of this one or of another. */
export const hqSheetNames: readonly string[] = [
  "汇总",
  ...[acrossList([], ""), doubledList([]), fileList([], schemaVersion)].map(({ list }) => list.sheet),
  unreadList(0).sheet,
  ...registerKeys.map(hqSheetName),
];
