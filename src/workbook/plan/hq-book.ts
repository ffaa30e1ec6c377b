/** Head office's workbook: lists that are known when all files have been read, and sheets that grow site by site. */
import type { Sheet, Value } from "../../book/book";
import { type RegisterKey, registerKeys } from "../../domain/forms/index";
import type { CrossSite, NumberedRow } from "../../domain/head-office/cross-site";
import type { SiteOutline } from "../../domain/head-office/merge-shares";
import type { SiteFile } from "../../domain/head-office/settle";
import { type Summary, summaryOf } from "../../domain/head-office/summary";
import type { CalendarDay } from "../../domain/kit/calendar-day";
import {
  acrossList,
  comparedWords,
  doubledList,
  type FileLine,
  fileList,
  type FilledList,
  unreadList,
} from "./hq-lists";
import type { HqPart } from "./hq-parts";
import { hqColumns, hqRegisterSheet, hqSheetName, hqTitle, mostHqRows } from "./hq-registers";
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
  /** The same, as the next merge has to know them: those that were understood. */
  readonly known: readonly SiteFile[];
  /** Numbers are kept, so that the same phone is found in the next merge too. */
  readonly keyed: boolean;
  /** Sites whose phones are not known any more, and were not compared. */
  readonly blind: readonly string[];
  /** Rows that stand on their sheets, where they are other than the outlines say. */
  readonly counts: ReadonlyMap<string, Readonly<Partial<Record<HqPart, number>>>>;
  /** Sites whose rows were read by a make of 案场簿 before this one, and which. */
  readonly makes: ReadonlyMap<string, number>;
}

/** A register that has more rows than a sheet. */
export interface TooLong {
  readonly register: RegisterKey;
  readonly rows: number;
}

type Counted = Pick<HqFacts, "sites" | "counts">;

const rowsIn = (part: HqPart, { sites, counts }: Counted): number =>
  sites.reduce((sum, { site, rows, notUnderstood }) => {
    const own = counts.get(site);
    if (own !== undefined) return sum + (own[part] ?? 0);
    return sum + (part === "notUnderstood" ? notUnderstood : (rows[part] ?? 0));
  }, 0);

/** Registers that do not fit on a sheet: the data set has room for them. */
export const tooLong = (facts: Counted): readonly TooLong[] =>
  registerKeys.flatMap((register) => {
    const rows = rowsIn(register, facts);
    return rows > mostHqRows ? [{ register, rows }] : [];
  });

export const hqSummary = ({ sites, across, files, blind }: HqFacts, today: CalendarDay): Summary =>
  summaryOf({
    today,
    sites,
    across: blind.length > 0 ? undefined : across.length,
    refused: files.filter(({ fate }) => fate.kind === "refused").length,
  });

export const hqSummarySheet = (facts: HqFacts, today: CalendarDay): Sheet =>
  figureSheet(hqSummary(facts, today), "汇总");

/** What needs eyes, in the order of the sheets. */
export const hqLists = ({ across, doubled, files, keyed, blind }: HqFacts): readonly FilledList[] => [
  acrossList(across, comparedWords(keyed, blind)),
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
export const hqGrowing = (facts: Counted & Pick<HqFacts, "keyed">): readonly GrowingSheet[] => {
  const { keyed } = facts;
  const unread = unreadList(rowsIn("notUnderstood", facts));
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
      const count = rowsIn(part, facts);
      if (count === 0) return [];
      return [
        { part, sheet: hqRegisterSheet(part, count, keyed), count, width: hqColumns(part, keyed).length },
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

/** All that a merge may make, of this one or of another, with what its first cell says; "": one thing or another. */
export const hqSheetTitles: ReadonlyMap<string, string> = new Map([
  ["汇总", ""],
  ...[
    ...[acrossList([], ""), doubledList([]), fileList([], schemaVersion)].map(({ list }) => list),
    unreadList(0),
  ].map(({ sheet, title }) => [sheet, title] as const),
  ...registerKeys.map((key) => [hqSheetName(key), hqTitle(key)] as const),
]);

export const hqSheetNames: readonly string[] = [...hqSheetTitles.keys()];
