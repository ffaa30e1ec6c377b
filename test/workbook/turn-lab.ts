/** Many doors in one workbook: 接待轮序 and what 首页 says of it, once for each case, so that one recalculation does for all. */
import { parseArea } from "../../src/book/address";
import type { Block, Book, Cell, Sheet } from "../../src/book/book";
import { type CalendarDay, serialOfDay } from "../../src/domain/kit/calendar-day";
import type { Change } from "../../src/domain/register/change";
import type { RawCell } from "../../src/domain/register/register";
import { fillBook } from "../../src/workbook/plan/fill-book";
import { postsAt } from "../../src/workbook/plan/home-hidden";
import { postRows } from "../../src/workbook/plan/home-turn";
import { planWorkbook } from "../../src/workbook/plan/plan-workbook";
import { settings } from "../../src/workbook/plan/site-sheet";
import type { readSheets } from "../../src/xlsx/read";
import { valueAt } from "../../src/xlsx/read";
import { newSite, today } from "./planned-site";

type Rows = readonly Readonly<Record<string, RawCell>>[];

export interface Door {
  readonly rotation: Rows;
  readonly receptions: Rows;
  /** 一组起始日, where two groups take the door on alternate days. */
  readonly alternateFrom?: CalendarDay;
}

const appended = (form: "rotation" | "receptions", rows: Rows): readonly Change[] =>
  rows.map((row) => ({
    kind: "append",
    form,
    row: Object.fromEntries(
      Object.entries(row).filter(([, cell]) => cell !== null && cell !== ""),
    ) as Extract<Change, { readonly kind: "append" }>["row"],
  }));

export const doorRows = ({ rotation, receptions }: Door): readonly Change[] => [
  ...appended("rotation", rotation),
  ...appended("receptions", receptions),
];

export const nextAt = { top: 9, left: 1 };
const ours = /\b(Rotation|Receptions)(?=\[)/gu;

/** The case's own tables and settings in place of the workbook's. */
const renamed = (text: string, at: number, alternateFrom: CalendarDay | undefined): string =>
  text
    .replace(ours, `$1_${at}`)
    .replaceAll(settings.alternateDays, alternateFrom === undefined ? '"否"' : '"是"')
    .replaceAll(
      settings.alternateFrom,
      String(alternateFrom === undefined ? '""' : serialOfDay(alternateFrom)),
    );

/** What is right of column P says who is next; P itself and the cards hold other things too. */
const isOfTurn = ({ at, rows }: Block): boolean => {
  const { left = 0 } = parseArea(at) ?? {};
  return (
    left > 15 ||
    ((left === nextAt.left || left === 15) &&
      rows.some((cells) =>
        cells.some(
          (cell) => typeof cell === "object" && cell !== null && /Rotation|Receptions/u.test(cell.formula),
        ),
      ))
  );
};

/** As many of the posts' lines as there are posts, and one more: most of 首页's are for larger houses. */
const linesFor = ({ rotation }: Door, { at, rows }: Block): Block["rows"] => {
  const { top = 0, left = 0 } = parseArea(at) ?? {};
  const below = top - postsAt - rotation.length;
  if (rows.length === postRows) return rows.slice(0, rotation.length + 1);
  return left > 15 && below > 0 && top < postsAt + postRows ? [] : rows;
};

const bare = (sheet: Sheet, name: string): Sheet => ({
  name,
  visibility: "visible",
  showGridlines: false,
  blocks: sheet.blocks,
  looks: [],
  columns: [],
  rows: [],
  merges: [],
  links: [],
  tables: sheet.tables,
  validations: [],
  highlights: [],
});

export const labBook = (doors: readonly Door[]): Book => {
  const base = planWorkbook(newSite, today);
  const own = doors.flatMap((door, at): readonly Sheet[] => {
    const filled = fillBook(base, doorRows(door));
    const [home, log] = ["首页", "接待轮序"].map((name) =>
      filled.sheets.find((sheet) => sheet.name === name),
    );
    if (home === undefined || log === undefined) throw new Error("no such sheets");
    const put = (cell: Cell): Cell =>
      typeof cell === "object" && cell !== null
        ? { formula: renamed(cell.formula, at, door.alternateFrom) }
        : cell;
    return [
      {
        ...bare(home, `首页${at}`),
        blocks: home.blocks
          .filter(isOfTurn)
          .map((block) => ({ ...block, rows: linesFor(door, block).map((cells) => cells.map(put)) }))
          .filter(({ rows }) => rows.length > 0),
      },
      {
        ...bare(log, `接待轮序${at}`),
        tables: log.tables.map((table) => ({ ...table, name: `${table.name}_${at}` })),
      },
    ];
  });
  return { ...base, sheets: [...base.sheets, ...own] };
};

type Read = Awaited<ReturnType<typeof readSheets>>;

/** "王芳", "王芳（补接）" where the line below says so, as a sheet of 首页's has it. */
export const saidOn = ({ sheets }: Read, sheet: string): string => {
  const rows = sheets.find(({ name }) => name === sheet)?.rows ?? [];
  const [who, why] = [0, 1].map((below) => {
    const row = rows.find((each) => each.row === nextAt.top + below);
    const value = row && valueAt(row, nextAt.left);
    return typeof value === "string" ? value : "";
  });
  return `${who ?? ""}${why?.startsWith("补接") === true ? "（补接）" : ""}`;
};

/** What each door's 首页 says. */
export const saidNext = (read: Read, doors: readonly Door[]): readonly string[] =>
  doors.map((_, at) => saidOn(read, `首页${at}`));
