/** Lists of head office's workbook beside its registers: who was seen at two sites, numbers given twice, every file. */
import type { Value } from "../../book/book";
import { formOf, type RegisterKey } from "../../domain/forms/index";
import type { CrossSite, NumberedRow, SitePhone } from "../../domain/head-office/cross-site";
import type { SiteOutline } from "../../domain/head-office/merge-shares";
import { aheadWords, tiedWords } from "../../domain/head-office/saved-when";
import { alikeWords, renamedWords } from "../../domain/head-office/one-book";
import { type Fate, otherBookWords } from "../../domain/head-office/settle";
import { serialOfDay } from "../../domain/kit/calendar-day";
import { lacksInWords } from "./hq-lacks";
import { keptReason, type KeptRows } from "./hq-kept";
import { mostHqRows } from "./hq-registers";
import { lost } from "./palette";
import type { List, ListColumn } from "./hq-sheets";

/** A list with its rows. */
export interface FilledList {
  readonly list: List;
  readonly rows: readonly (readonly Value[])[];
}

/** Said where a sheet cannot hold all of a list. */
const cut = (found: number, most: number): string =>
  found > most ? `共 ${found} 行，一张表放不下，这里只列前 ${most} 行。` : "";

const fitted = ({ list, rows }: FilledList, most: number): FilledList => ({
  list: { ...list, note: `${list.note}${cut(rows.length, most)}`, count: Math.min(rows.length, most) },
  rows: rows.slice(0, most),
});

const text = { numberFormat: "@" } as const;
const wrapped = { ...text, wrap: true } as const;
const day = { numberFormat: "yyyy-mm-dd", horizontal: "center" } as const;
const moment = { numberFormat: "yyyy-mm-dd hh:mm", horizontal: "center" } as const;
const whole = { numberFormat: "0", horizontal: "center" } as const;

const column = (caption: string, width: number, look: ListColumn["look"] = text): ListColumn => ({
  caption,
  width,
  look,
});

const places: readonly ListColumn[] = [
  column("来源文件", 22),
  column("来源表", 11),
  column("来源行", 9, whole),
];
const placeOf = ({ file, sheet, row }: { file: string; sheet: string; row: number }): readonly Value[] => [
  file,
  sheet,
  row,
];

/** "洛阳-新天地 LY-ZS001 张三，李娜，2026-11-01". */
const told = ({ site, client, name, consultant, day: on }: SitePhone): string =>
  [[site, client, name].filter((each) => each !== "").join(" "), consultant, on ?? ""]
    .filter((each) => each !== "")
    .join("，");

const longestCell = 32_000;
/** Beyond so many the rest are counted: each has its own row all the same. */
const mostTold = 20;

const others = (all: CrossSite, own: SitePhone): string => {
  const elsewhere = all.filter(({ site }) => site !== own.site);
  const rest = elsewhere.length - mostTold;
  return `${elsewhere.slice(0, mostTold).map(told).join("；")}${rest > 0 ? `；另有 ${rest} 处` : ""}`.slice(
    0,
    longestCell,
  );
};

/** @param blind sites that were kept, of whose phones nothing is known. */
export const comparedWords = (keyed: boolean, blind: readonly string[]): string =>
  keyed
    ? ""
    : `号码遮了、没有密钥，不留底：只在这次读的文件之间找同一电话${blind.length > 0 ? `；沿用上次的案场没有参加比较：${blind.join("、")}` : ""}。`;

/** @param known without it phones were not kept, and only files of this run were compared. */
export const acrossList = (
  across: readonly CrossSite[],
  known: string,
  most: number = mostHqRows,
): FilledList => {
  const rows = across.flatMap((all, group) =>
    all.map((own): readonly Value[] => [
      group + 1,
      own.shown,
      own.site,
      own.client,
      own.name,
      own.consultant,
      own.day === undefined ? null : serialOfDay(own.day),
      others(all, own),
      ...placeOf(own),
    ]),
  );
  return fitted(
    {
      list: {
        sheet: "跨案场客户",
        title: "跨案场客户",
        note: `同一电话出现在两个以上案场，各方都列出，归谁由总部定；共 ${across.length} 个电话。${known}`,
        table: "AcrossSites",
        columns: [
          column("组号", 7, whole),
          column("电话", 18, { ...text, horizontal: "center" }),
          column("案场", 18),
          column("客户编号", 12),
          column("客户姓名", 11),
          column("置业顾问", 11),
          column("日期", 12, day),
          column("别处是", 60, wrapped),
          ...places,
        ],
        count: rows.length,
        frozenColumns: 2,
        fitsRows: true,
      },
      rows,
    },
    most,
  );
};

export const doubledList = (doubled: readonly NumberedRow[], most: number = mostHqRows): FilledList => {
  const rows = doubled.map((each): readonly Value[] => [
    each.site,
    formOf(each.form).title,
    each.client,
    each.name,
    ...placeOf(each),
  ]);
  return fitted(
    {
      list: {
        sheet: "编号重复",
        title: "案场内重复的客户编号",
        note: "同一案场里同一编号有两行，都照原样并入；请案场在自己的工作簿里用“校验”改正。",
        table: "DoubledNumbers",
        columns: [
          column("案场", 18),
          column("登记", 24),
          column("客户编号", 12),
          column("客户姓名", 11),
          ...places,
        ],
        count: rows.length,
      },
      rows,
    },
    most,
  );
};

/** Where 文件清单 names the sites of a result. */
export const filesTable = { name: "MergedFiles", site: "案场", result: "结果" } as const;

const merged = "已汇总";
const kept = "沿用上次";

/** 结果 of files whose rows stand in the result. */
export const standsInResult: ReadonlySet<string> = new Set([merged, kept]);

/** What became of a file, for people. */
export interface FileLine {
  readonly file: string;
  readonly site?: string;
  readonly hash?: string;
  readonly modified?: string;
  /** What it says itself, where that day has not come. */
  readonly ahead?: string;
  /** Its share's outline, where it speaks for its site. */
  readonly outline?: SiteOutline;
  readonly fate:
    | Fate
    | {
        readonly kind: "kept";
        readonly rows: KeptRows;
        readonly alike?: readonly string[];
        /** A file of the site that was given, and is older. */
        readonly older?: string;
      }
    | { readonly kind: "refused"; readonly reason: string };
}

/** Sites that are kept though an older file of theirs was given: said of them. */
export const withOlder = (lines: readonly FileLine[]): readonly FileLine[] => {
  const older = new Map(
    lines.flatMap(({ fate, site, file }) =>
      fate.kind === "superseded" && site !== undefined ? [[site, file]] : [],
    ),
  );
  return lines.map((line) => {
    const own = line.fate.kind === "kept" ? older.get(line.site ?? "") : undefined;
    return own === undefined || line.fate.kind !== "kept"
      ? line
      : { ...line, fate: { ...line.fate, older: own } };
  });
};

const fateWords = ({ file, fate, site = "" }: FileLine): readonly [what: string, why: string] => {
  switch (fate.kind) {
    case "merged":
      return [merged, fate.alike === undefined ? "" : alikeWords(fate.alike)];
    case "renamed":
      return ["改了名", renamedWords(fate.to, fate.by)];
    case "superseded":
      return fate.otherBook === true
        ? ["请核对", otherBookWords(site, fate.by)]
        : fate.tied === true
          ? ["请核对", tiedWords(fate.by, file)]
          : ["已有更新的", `同一案场以后来保存的“${fate.by}”为准。`];
    case "same":
      return ["内容相同", `和“${fate.as}”一模一样，只算一次。`];
    case "kept":
      return [
        kept,
        `${keptReason(fate.rows, fate.older)}${fate.alike === undefined ? "" : alikeWords(fate.alike)}`,
      ];
    case "refused":
      return ["没有读成", fate.reason];
  }
};

/** 1899-12-30 to 1970-01-01, in days. */
const epoch = 25_569;
const beijing = 8 / 24;

/** A moment in UTC as the serial of Beijing's clock. */
const serialOf = (modified: string): Value => {
  const at = Date.parse(modified);
  return Number.isNaN(at) ? null : Math.round((at / 86_400_000 + beijing) * 1440) / 1440 + epoch;
};

const rowsOf = ({ rows }: SiteOutline): number => Object.values(rows).reduce((sum, count) => sum + count, 0);

export const fileList = (files: readonly FileLine[], now: number, most: number = mostHqRows): FilledList => {
  const rows = files.map((line): readonly Value[] => {
    const { file, site, hash, modified, outline, ahead } = line;
    const [what, told] = fateWords(line);
    const why = `${told}${ahead === undefined ? "" : aheadWords(ahead)}`;
    return [
      file,
      site ?? null,
      what,
      modified === undefined ? null : serialOf(modified),
      outline === undefined ? null : rowsOf(outline),
      outline === undefined ? null : lacksInWords(outline, now, "zh").slice(0, longestCell) || null,
      why.slice(0, longestCell) || null,
      hash ?? null,
    ];
  });
  return fitted(
    {
      list: {
        sheet: "文件清单",
        title: "文件清单",
        note: "每份文件的下落：已汇总的、被更新的文件替换的、内容相同的、没有读成的和原因。",
        table: filesTable.name,
        columns: [
          column("文件", 34),
          column(filesTable.site, 18),
          column(filesTable.result, 11, { ...text, horizontal: "center" }),
          column("保存时间（北京时间）", 18, moment),
          column("行数", 9, whole),
          column("缺什么", 46, wrapped),
          column("说明", 50, wrapped),
          column("内容校验码（SHA-256）", 20, { ...text, color: lost.color }),
        ],
        count: rows.length,
        fitsRows: true,
      },
      rows,
    },
    most,
  );
};

export const unreadSheet = "看不懂的格";
export const unreadCaptions = ["案场", "来源文件", "来源表", "来源行", "登记", "列", "原文"] as const;

/** Its rows come from where they were put aside: the first `count` of those found. */
export const unreadList = (found: number, most: number = mostHqRows): List => ({
  sheet: unreadSheet,
  title: "看不懂的格子",
  note: `这些格子照原样并入；请案场在自己的工作簿里用“校验”改正，下次汇总就对了。${cut(found, most)}`,
  table: "NotUnderstood",
  columns: [
    column("案场", 18),
    ...places,
    column("登记", 24),
    column("列", 18),
    column("原文", 50, { numberFormat: "General", horizontal: "left" }),
  ],
  count: Math.min(found, most),
});

export const titleOf = (key: RegisterKey): string => formOf(key).title;
