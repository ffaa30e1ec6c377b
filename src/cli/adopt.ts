import { adopt } from "../domain/register/adopt";
import type { Adoption, Fate } from "../domain/register/adoption";
import type { ColumnUse } from "../domain/register/old-cells";
import { oldSheetIn, type OldSheet } from "../domain/register/old-sheet";
import type { Finding } from "../domain/register/problem";
import { say } from "../domain/register/wording";
import type { RawCell } from "../domain/register/register";
import { changeSiteFile } from "../workbook/xlsx/change-site-file";
import { type FileSheet, readFileSheets } from "../workbook/xlsx/old-file";
import { readSiteFile } from "../workbook/xlsx/site-file";
import { writeBook } from "../xlsx/write";
import { savedNow, todayOr } from "./clock";
import { readBytes, writeBytes } from "./files";
import { Unusable } from "./outcome";
import { reasonOf } from "./reason";

interface Options {
  readonly into: string;
  readonly errors?: string;
  readonly json?: boolean;
  readonly today?: string;
}

type Rejected = Extract<Fate, { readonly kind: "rejected" }>;

const reason = (findings: readonly Finding[]): string =>
  findings
    .map((each) => {
      const { says, remedy } = say(each, "zh");
      return `${each.caption === undefined ? "" : `${each.caption}：`}${says}。${remedy}`;
    })
    .join("；");

/** The sheet with the most captions we know. */
const registerAmong = (sheets: readonly FileSheet[]): { sheet: string; old: OldSheet } | undefined => {
  const known = (old: OldSheet): number => old.matches.filter(({ key }) => key !== undefined).length;
  return sheets
    .flatMap((each) => {
      const old = oldSheetIn(each);
      return old === undefined ? [] : [{ sheet: each.sheet, old }];
    })
    .reduce<{ sheet: string; old: OldSheet } | undefined>(
      (best, each) => (best === undefined || known(each.old) > known(best.old) ? each : best),
      undefined,
    );
};

/** The rows left out, each with its row number, its reason and its original cells. */
const errorBook = (old: OldSheet, rejected: readonly Rejected[]): Promise<Uint8Array> => {
  const width = Math.max(old.headers.length, ...rejected.map(({ cells }) => cells.length));
  const padded = (cells: readonly RawCell[]): readonly RawCell[] =>
    Array.from({ length: width }, (_, at) => cells[at] ?? null);
  const rows = [
    ["原表行号", "原因", ...padded(old.headers)],
    ...rejected.map(({ row, reasons, cells }) => [row, reason(reasons), ...padded(cells)]),
  ];
  return writeBook({
    names: [],
    sheets: [
      {
        name: "未收进的行",
        visibility: "visible",
        showGridlines: true,
        blocks: [{ at: "A1", rows }],
        looks: [
          { range: "A1:XFD1", look: { bold: true } },
          { range: "B:B", look: { wrap: true } },
        ],
        columns: [
          { column: 0, width: 10 },
          { column: 1, width: 60 },
        ],
        rows: [],
        merges: [],
        links: [],
        tables: [],
        validations: [],
        highlights: [],
        freeze: { rows: 1, columns: 2 },
      },
    ],
  });
};

const named = async <T>(file: string, work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (cause) {
    const why = reasonOf(cause);
    throw why === undefined ? cause : new Unusable(`${file}：${why}`, { cause });
  }
};

const count = ({ fates }: Adoption, kind: Fate["kind"]): number =>
  fates.filter((fate) => fate.kind === kind).length;

/** Takes an old register into a site's file: every row is taken, joined, or listed with its reason. */
export const adoptCommand = async (file: string, options: Options): Promise<void> => {
  const today = todayOr(options.today);
  const sheets = await named(file, readBytes(file).then(readFileSheets));
  const found = registerAmong(sheets);
  if (found === undefined)
    throw new Unusable(
      `${file}：没有找到来访登记：没有一行像表头（如 姓名、日期、联系方式）。请核对文件。(no register found)`,
    );
  const siteBytes = await readBytes(options.into);
  const book = await named(options.into, readSiteFile(siteBytes));
  const { old } = found;
  const mapping = old.matches.map(({ key }): ColumnUse =>
    key === undefined ? { use: "leave" } : { use: "blank", key },
  );
  const register = { form: "visitors", headers: old.headers, rows: old.rows, setAside: [], mapping } as const;
  const adoption = adopt(book, register, { today });
  const changes = [...adoption.newConsultants.map(({ change }) => change), ...adoption.changes];
  if (changes.length > 0)
    await writeBytes(
      options.into,
      await named(options.into, changeSiteFile(siteBytes, changes, "收编", savedNow())),
    );
  const rejected = adoption.fates.filter((fate): fate is Rejected => fate.kind === "rejected");
  if (options.errors !== undefined && rejected.length > 0)
    await writeBytes(options.errors, await errorBook(old, rejected));
  const summary = {
    rows: adoption.fates.length,
    taken: count(adoption, "taken"),
    joined: count(adoption, "joined"),
    rejected: rejected.length,
    unknownColumns: adoption.leftColumns,
  };
  if (options.json) {
    process.stdout.write(`${JSON.stringify(summary, null, 2)}\n`);
    return;
  }
  for (const { row, name, reasons } of rejected)
    process.stdout.write(`第 ${row} 行　${name}：没有收进：${reason(reasons)}\n`);
  for (const { name, rows } of adoption.newConsultants)
    process.stdout.write(
      `置业顾问“${name}”不在名单上（${rows} 行），已加入名单，在职记为“否”，请在 设置 里核对。\n`,
    );
  if (summary.unknownColumns.length > 0)
    process.stdout.write(`不认识的列没有收进：${summary.unknownColumns.join("、")}。\n`);
  process.stdout.write(
    `${file}（${found.sheet}）共 ${summary.rows} 行：收进 ${summary.taken}，并入已有客户 ${summary.joined}，没有收进 ${summary.rejected}${
      rejected.length > 0 && options.errors !== undefined ? `，见 ${options.errors}` : ""
    }。\n`,
  );
};
