/** Head office's sheets on paper: no text under 7 points, and every page says whose its rows are. */
import type { Sheet } from "../../../src/book/book";
import { registerKeys } from "../../../src/domain/forms/index";
import { acrossList, doubledList, fileList, unreadList } from "../../../src/workbook/plan/hq-lists";
import { hqRegisterSheet } from "../../../src/workbook/plan/hq-registers";
import { heightOfRow, listSheet } from "../../../src/workbook/plan/hq-sheets";

/** A landscape A4, in points. */
const paperWidth = 841.9;

const pointsOf = ({ columns }: Sheet, to = Infinity): number =>
  columns
    .filter(({ column, hidden }) => hidden !== true && column < to)
    .reduce((sum, { width }) => sum + (width * 7 + 5) * 0.75, 0);

const roomOf = ({ print }: Sheet): number =>
  paperWidth - (print?.margins?.left ?? 0) - (print?.margins?.right ?? 0);

const scaleOf = (sheet: Sheet): number =>
  sheet.print?.fitWide === undefined
    ? (sheet.print?.scale ?? 100) / 100
    : Math.min(1, roomOf(sheet) / pointsOf(sheet));

/** "A:H" is eight, none is nought. */
const headsOf = ({ print }: Sheet): number => (print?.titleColumns ?? "A:@").charCodeAt(2) - 64;

const sheets: readonly Sheet[] = [
  ...registerKeys.flatMap((key) => [hqRegisterSheet(key, 3, false), hqRegisterSheet(key, 3, true)]),
  listSheet(acrossList([], "").list),
  listSheet(doubledList([]).list),
  listSheet(fileList([], 1).list),
  listSheet(unreadList(3)),
];

test.each(sheets.map((sheet) => [sheet.name, sheet] as const))("%s can be read", (_, sheet) => {
  const sizes = sheet.looks.map(({ look }) => look.fontSize ?? 12);
  expect(Math.min(...sizes) * scaleOf(sheet)).toBeGreaterThanOrEqual(7);
  if (sheet.print?.fitWide === 1) return;
  const heads = headsOf(sheet);
  expect(heads).toBeGreaterThanOrEqual(1);
  const left = roomOf(sheet) / scaleOf(sheet) - pointsOf(sheet, heads);
  for (const { width, hidden } of sheet.columns)
    if (hidden !== true) expect((width * 7 + 5) * 0.75).toBeLessThan(left);
});

test("来访登记 is several pages wide, each with 案场 and 客户姓名 on the left", () => {
  const sheet = hqRegisterSheet("visitors", 3, false);
  expect(sheet.print).toMatchObject({ titleColumns: "A:H", titleRows: "1:3", scale: 70 });
  expect(sheet.print).not.toHaveProperty("fitWide");
  const captions = sheet.blocks.at(-1)?.rows[0]?.slice(0, headsOf(sheet));
  expect(captions).toEqual(expect.arrayContaining(["案场", "客户姓名"]));
});

test("别处是 is wrapped, and its rows are as high as it needs", () => {
  const sheet = listSheet(acrossList([], "").list);
  const at = sheet.blocks.at(-1)?.rows[0]?.indexOf("别处是") ?? -1;
  const letter = String.fromCharCode(65 + at);
  expect(sheet.looks.find(({ range }) => range === `${letter}:${letter}`)?.look.wrap).toBe(true);
  expect(sheet.defaultRowHeight).toBeUndefined();
});

test.each([
  ["", 20],
  ["洛阳-新天地 LY-ZS001 张三，李娜", 20],
  // 60 half-width characters a line, of letters a little larger than the sheet's own.
  ["张".repeat(27), 20],
  ["张".repeat(28), 36],
  ["洛阳-新天地 LY-ZS001 张三，李娜，2026-11-01；".repeat(5), 5 * 16 + 4],
  ["张".repeat(32_000), 409],
])("a row with “%.10s…” elsewhere is high enough", (elsewhere, height) => {
  const { list } = acrossList([], "");
  const row = list.columns.map(({ caption }) => (caption === "别处是" ? elsewhere : "洛阳".repeat(40)));
  expect(heightOfRow(list)(row)).toBe(height);
});
