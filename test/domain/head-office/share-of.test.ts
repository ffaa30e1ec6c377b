/** What a workbook brings to head office: its rows, its figures, its phones, and what it lacks. */
import { registerKeys } from "../../../src/domain/forms/index";
import type { Source } from "../../../src/domain/head-office/share";
import { shareOf, siteNameOf } from "../../../src/domain/head-office/share-of";
import { serialOfDay, type CalendarDay } from "../../../src/domain/kit/calendar-day";
import type { SiteBook } from "../../../src/domain/register/site";
import { type Cells, bookOf, register, today } from "../register/book-of";

const source: Source = { file: "洛阳.xlsx", hash: "h1", modified: "2024-03-10T02:00:00Z" };
const visitor = (over: Cells = {}): Cells => ({
  clientId: "LY-ZS001",
  visitDate: serialOfDay("2024-03-05" as CalendarDay),
  consultant: "王 强",
  name: "张三",
  gender: "男",
  mobile: 13803791234,
  channels: "路过;单页",
  notes: "身份证 41030519900101123X，手机 138 0379 1234，总价 85 万",
  ...over,
});
const book = (visitors: readonly Cells[], over: Partial<SiteBook["registers"]> = {}): SiteBook => {
  const made = bookOf({ visitors });
  return { ...made, registers: { ...made.registers, ...over } };
};
const cells = (share: ReturnType<typeof shareOf>, key: string, row = 0): unknown =>
  share.registers.visitors?.columns.get(key)?.[row];

test("rows stand in the house spelling under their own row numbers; blank ones are left out", () => {
  const share = shareOf(book([visitor(), { notes: "  " }, visitor({ clientId: "LY-ZS002" })]), source, {
    today,
  });
  expect(share.registers.visitors?.rows).toEqual([5, 7]);
  expect(share.registers.visitors?.sheet).toBe("来访登记");
  expect([
    cells(share, "visitDate"),
    cells(share, "consultant"),
    cells(share, "mobile"),
    cells(share, "channels"),
  ]).toEqual(["2024-03-05", "王强", "138 0379 1234", "路过、单页"]);
  expect(Object.keys(share.registers)).toEqual(["visitors"]);
  expect(share).toMatchObject({ site: "洛阳-示例花园", source, asOf: today, schemaVersion: 1 });
});

test("what cannot be understood stays as it stands, and is told", () => {
  const share = shareOf(book([visitor({ age: "三十多", visitDate: "不记得" })]), source, { today });
  expect([cells(share, "age"), cells(share, "visitDate")]).toEqual(["三十多", "不记得"]);
  expect(share.notUnderstood).toEqual([
    { form: "visitors", row: 5, key: "visitDate", raw: "不记得" },
    { form: "visitors", row: 5, key: "age", raw: "三十多" },
  ]);
});

test("a computed column is a day where it gives one; a row of formulas alone is blank", () => {
  const grades = register("grades", [
    {
      clientId: "LY-ZS001",
      date: serialOfDay("2024-03-05" as CalendarDay),
      no: 1,
      name: "张三",
      reachedC: "2024-03-05",
    },
    { no: 2, name: "" },
  ]);
  const share = shareOf(book([], { grades }), source, { today });
  expect(share.registers.grades?.rows).toEqual([5]);
  expect(share.registers.grades?.columns.get("date")).toEqual(["2024-03-05"]);
});

test("what no spreadsheet has computed yet is filled in; what one has computed stands", () => {
  const followUps = register("followUps", [
    { clientId: "LY-ZS001", contactedAt: "2024-03-06 10:00", name: null },
    { clientId: "LY-ZS001", contactedAt: "2024-03-07 10:00", name: "张三（旧名）" },
    { clientId: "LY-ZS404", contactedAt: "2024-03-07 10:00", name: null },
  ]);
  const grades = register("grades", [
    {
      clientId: "LY-ZS001",
      reachedC: "2024-03-05",
      name: null,
      grade: "",
      lastContact: null,
      dueStatus: null,
    },
    { clientId: "LY-ZS001", reachedC: "2024-03-05", name: "张三", grade: "C", nextDue: "", dueStatus: "" },
  ]);
  const share = shareOf(book([visitor()], { followUps, grades }), source, { today });
  expect(share.registers.followUps?.columns.get("name")).toEqual(["张三", "张三（旧名）", null]);
  const columns = share.registers.grades?.columns;
  expect(["name", "grade", "lastContact"].map((key) => columns?.get(key)?.[0])).toEqual([
    "张三",
    "C",
    "2024-03-07",
  ]);
  expect(columns?.get("dueStatus")?.[0]).toMatch(/^(逾期\d+天|今日|未到期)$/u);
  expect(["grade", "dueStatus"].map((key) => columns?.get(key)?.[1])).toEqual(["C", null]);
});

test("lost tables, lost columns and the site's own ones are told", () => {
  const visitors = register("visitors", [visitor()], { missing: ["邮编"], strangers: ["车牌"] });
  const made = book([visitor()], { visitors });
  const absent = registerKeys.filter((key) => key === "units");
  const { units: _, ...registers } = made.registers;
  expect(shareOf({ ...made, registers, absent }, source, { today }).lacks).toEqual([
    { kind: "column", form: "visitors", caption: "邮编" },
    { kind: "ownColumn", form: "visitors", caption: "车牌" },
    { kind: "table", form: "units" },
  ]);
});

test("phones are told with whose they are, an extension too", () => {
  const calls = register("calls", [
    {
      clientId: "LY-LS001",
      calledAt: "2024-03-06 09:30",
      name: "李四",
      otherContact: "63912345转12",
      consultant: "李娜",
    },
    { name: "王五", otherContact: "微信 abcdefg" },
  ]);
  expect(shareOf(book([visitor()], { calls }), source, { today }).phones).toEqual([
    {
      phone: "+8613803791234",
      shown: "138 0379 1234",
      form: "visitors",
      row: 5,
      client: "LY-ZS001",
      name: "张三",
      consultant: "王强",
      day: "2024-03-05",
    },
    {
      phone: "+8637963912345;ext=12",
      shown: "0379-6391 2345 转 12",
      form: "calls",
      row: 5,
      client: "LY-LS001",
      name: "李四",
      consultant: "李娜",
      day: "2024-03-06",
    },
  ]);
});

test("masked, a mobile typed as a number where none belongs is masked too", () => {
  const share = shareOf(book([visitor({ age: 13803791247 })]), source, { today, mask: true });
  expect(cells(share, "age")).toBe("138****1247");
  expect(share.notUnderstood).toMatchObject([{ key: "age", raw: "138****1247" }]);
  expect(cells(shareOf(book([visitor({ age: 35 })]), source, { today, mask: true }), "age")).toBe(35);
});

test("masked, no number is left anywhere, and the keyed hash tells phones apart", () => {
  const odd = visitor({ phone: "打不通 13803795678 那个", name: "张三13803790000", age: "问 13803791111" });
  const profiles = register("profiles", [{ clientId: "LY-ZS001", idCard: "41030519900101123X" }]);
  const share = shareOf(book([odd], { profiles }), source, {
    today,
    mask: true,
    phone: (e164) => `#${e164.length}`,
    facts: true,
  });
  const said = JSON.stringify(share, (_, value: unknown) => (value instanceof Map ? [...value] : value));
  expect(said).not.toMatch(/1380379\d{4}|138 0379 \d{4}|41030519900101/u);
  expect(said).toContain("138****1234");
  expect(cells(share, "notes")).toContain("总价 85 万");
  expect(share.phones.map(({ phone, shown }) => [phone, shown])).toEqual([
    ["#14", "138****1234"],
    ["#14", "138****5678"],
  ]);
});

test("figures are those of the workbook's own pages", () => {
  const grades = register("grades", [
    { clientId: "LY-ZS001", consultant: "王强", reachedC: "2024-01-05" },
    { clientId: "LY-LS001", consultant: "李娜", reachedD: "2024-01-05", reachedLost: "2024-01-06" },
  ]);
  const { figures } = shareOf(
    book([visitor(), visitor({ clientId: "LY-LS001", name: "李四" })], { grades }),
    source,
    {
      today,
    },
  );
  expect(figures).toMatchObject({
    clients: 2,
    visits: 2,
    calls: 0,
    grades: { C: 1, "×": 1, A: 0 },
    overdue: 1,
    deals: 0,
  });
  expect(figures.errors).toBeGreaterThan(0);
});

test.each([
  ["洛阳", "新天地", "洛阳-新天地"],
  ["", "新天地", "新天地"],
  ["洛 阳", "新　天 地", "洛阳-新天地"],
  ["洛阳", "Sunny  City 二期", "洛阳-Sunny City 二期"],
  [" 洛阳 ", "/", "洛阳"],
  ["/", "", ""],
])("a site at %s, project %s, is called %s", (place, project, name) => {
  expect(siteNameOf({ place, project })).toBe(name);
});
