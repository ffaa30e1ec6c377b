/** @jest-environment ./test/jsdom-environment.js */
import { waitFor, within } from "@testing-library/react";
import { axe } from "jest-axe";
import { serialOfDay, serialOfMoment } from "../../src/domain/kit/calendar-day";
import { reportKeys } from "../../src/domain/report/report";
import { reports } from "../../src/domain/report/reports";
import { isGenerated } from "../../src/workbook/plan/generated-sheet";
import { WorkbookRefused } from "../../src/workbook/port";
import { inventClients } from "./invented-clients";
import { screen, showPane, type ShowOptions } from "./show";
import { gate, type StandIn } from "./stand-in";

/** The stand-in's day is Sunday 2026-11-22. */
const on = (text: string): number => serialOfDay(text as never);

/** Nine clients, two deals: one of this month, one of October. */
const selling = (book: StandIn): void => {
  inventClients(book, 9);
  const ids = (book.rows["visitors"] ?? []).map((row) => String(row["clientId"]));
  const deal = (id: string | undefined, day: string, layout: string) => ({
    dealId: `C${id}`,
    name: "示例",
    consultant: "王芳",
    subscribedOn: on(day),
    unitNo: `1-${day}`,
    layout,
    age: 33,
    floorArea: 100,
    totalPrice: 400_000,
  });
  book.rows["deals"]?.push(deal(ids[0], "2026-11-20", "2/2"), deal(ids[1], "2026-10-20", "3/2"));
  book.rows["followUps"]?.push({
    contactedAt: serialOfMoment("2026-11-22 09:15" as never),
    clientId: ids[2] ?? "",
    method: "来访",
    notes: "带父母又来看了三房，问了学区。",
    consultant: "赵敏",
  });
};

const show = (options: ShowOptions = {}, hash = "#/report") =>
  showPane(hash, { prepare: selling, ...options });
const part = async (name: string): Promise<HTMLElement> => screen.findByRole("region", { name });
const section = async (name: string) => within(await part(name));
const rowOf = (table: HTMLElement, name: string): readonly string[] => {
  const row = within(table).getByRole("rowheader", { name }).closest("tr");
  if (row === null) throw new Error(`no row ${name}`);
  return within(row)
    .getAllByRole("cell")
    .map(({ textContent }) => textContent);
};

test("日报 of today comes first: who received whom, and what was said", async () => {
  const { view } = show({ role: "manager" });
  const team = await part("来访来电（按置业顾问）");
  // 来电, 新来访, 复访, 跟进, 认购, 认购金额.
  expect(rowOf(team, "王芳")).toEqual(["0", "1", "0", "0", "0", "0"]);
  expect(rowOf(team, "赵敏")).toEqual(["0", "0", "1", "0", "0", "0"]);
  expect(rowOf(team, "合计")).toEqual(["0", "1", "1", "0", "0", "0"]);
  expect((await section("要点")).getByText(/^2026-11-22：来电 0 个，新来访 1 组，复访 1 组/u)).toBeTruthy();
  expect((await section("逐条清单")).getByText("带父母又来看了三房，问了学区。")).toBeTruthy();
  expect((await axe(view.container)).violations.map(({ id }) => id)).toEqual([]);
});

test("another report and another time: the figures follow, and focus stays on the choice", async () => {
  const { user } = show();
  const which = await screen.findByRole("combobox", { name: "报表" });
  await user.selectOptions(which, "deals");
  expect(rowOf(await part("年龄段"), "31–40")).toEqual(["2", "100.0%"]);
  expect(document.activeElement).toBe(screen.getByRole("combobox", { name: "报表" }));
  await user.selectOptions(screen.getByRole("combobox", { name: "期间" }), "month");
  await waitFor(() => expect(screen.getByText("2026-11-01 至 2026-11-22")).toBeTruthy());
  expect(rowOf(await part("年龄段"), "31–40")).toEqual(["1", "100.0%"]);
  expect(rowOf(await part("房型"), "2/2").slice(0, 2)).toEqual(["1", "100.0%"]);
});

test("what was read for another report is not counted for this one", async () => {
  const { user, book } = show({}, "#/report?report=weekly");
  await part("回款与销售");
  const day = gate();
  book.waits = day.shut;
  await user.selectOptions(screen.getByRole("combobox", { name: "报表" }), "daily");
  // 周报 reads no visits: on its reading there would have been none.
  expect(screen.queryByText("这一期间没有记录")).toBeNull();
  day.open();
  expect(rowOf(await part("来访来电（按置业顾问）"), "合计")).toEqual(["0", "1", "1", "0", "0", "0"]);
  // Of the month's rows the day's reading has no consultant.
  const month = gate();
  book.waits = month.shut;
  await user.selectOptions(screen.getByRole("combobox", { name: "期间" }), "month");
  expect(screen.queryByText("来访来电（按置业顾问）")).toBeNull();
  month.open();
  const table = await part("来访来电（按置业顾问）");
  expect(Number(rowOf(table, "合计")[1])).toBeGreaterThan(1);
  expect(within(table).queryByRole("rowheader", { name: "未知" })).toBeNull();
});

test("days of one's own: backwards is said, right they are taken", async () => {
  const { user } = show({}, "#/report?report=deals");
  await user.selectOptions(await screen.findByRole("combobox", { name: "期间" }), "custom");
  await user.type(screen.getByLabelText("从"), "2026-10-31");
  await user.type(screen.getByLabelText("到"), "2026-10-01");
  expect(await screen.findByText("“从”在“到”之后，请对调。")).toBeTruthy();
  await user.clear(screen.getByLabelText("从"));
  await user.type(screen.getByLabelText("从"), "2026-10-01");
  await user.clear(screen.getByLabelText("到"));
  await user.type(screen.getByLabelText("到"), "2026-10-31");
  expect(await screen.findByText("2026-10-01 至 2026-10-31")).toBeTruthy();
  expect(rowOf(await part("房型"), "3/2").slice(0, 2)).toEqual(["1", "100.0%"]);
});

test("放进工作簿 writes the sheet, marked as ours; a refusal is said and can be tried again", async () => {
  const { user, book } = show({}, "#/report?report=deals");
  await section("年龄段");
  book.refuse = new WorkbookRefused("nameTaken", "放入成交客户分析报告", "报表-成交客户分析");
  await user.click(screen.getByRole("button", { name: "放进工作簿" }));
  expect(await screen.findByText(/报表-成交客户分析/u)).toBeTruthy();
  expect(book.added).toEqual([]);
  await user.click(screen.getByRole("button", { name: "放进工作簿" }));
  await waitFor(() => expect(book.added).toHaveLength(1));
  const [sheet] = book.added[0]!.sheets;
  expect([sheet?.name, sheet && isGenerated(sheet), sheet?.protection !== undefined]).toEqual([
    "报表-成交客户分析",
    true,
    true,
  ]);
  expect(sheet?.charts?.length).toBe(3);
  expect(await screen.findByText("“报表-成交客户分析”已放进工作簿")).toBeTruthy();
});

test("a bar is as long as all that is drawn of its row", async () => {
  show();
  const bars = [...(await part("来访来电（按置业顾问）")).querySelectorAll("tbody [aria-hidden] > span")].map(
    (bar) => (bar as HTMLElement).style.width,
  );
  // 王芳 one first visit, 李强 nothing, 赵敏 one return visit.
  expect(bars).toEqual(["100%", "0%", "100%"]);
});

test("复制文字 takes the sentences and the tables", async () => {
  const { user } = show({}, "#/report?report=deals");
  await section("年龄段");
  await user.click(screen.getByRole("button", { name: "复制文字" }));
  const text = await navigator.clipboard.readText();
  expect(text).toContain("成交 2 套");
  expect(text).toContain("31–40\t2\t100.0%");
});

test("an empty workbook says so, and there is nothing to take along", async () => {
  const { view } = showPane("#/report?report=deals");
  expect(await screen.findByText("这一期间没有记录")).toBeTruthy();
  expect(screen.getByRole<HTMLButtonElement>("button", { name: "放进工作簿" }).disabled).toBe(true);
  expect((await axe(view.container)).violations.map(({ id }) => id)).toEqual([]);
});

test("a refused reading is said, with a way to try again", async () => {
  const { user, book } = show({}, "#/report?report=weekly");
  await section("回款与销售");
  book.refuse = new WorkbookRefused("busy", "读取成交客户分析报告", "");
  await user.selectOptions(screen.getByRole("combobox", { name: "报表" }), "deals");
  await user.click(await screen.findByRole("button", { name: "重试" }));
  expect(await section("年龄段")).toBeTruthy();
});

test("much data: forty rows at a time", async () => {
  const { user } = showPane("#/report?report=overdue", { prepare: (book) => inventClients(book, 90) });
  const list = await section("清单");
  expect(list.getAllByRole("listitem")).toHaveLength(40);
  await user.click(list.getByRole("button", { name: /^再显示/u }));
  expect(list.getAllByRole("listitem").length).toBeGreaterThan(40);
});

test.each(reportKeys)("in English: %s", async (key) => {
  const { view } = show({ language: "en-US" }, `#/report?report=${key}`);
  expect(await screen.findByRole("combobox", { name: "Report" })).toBeTruthy();
  if (key !== "losses" && key !== "referrals") await screen.findByRole("region", { name: "In short" });
  else await screen.findByText(/^Nothing on record/u);
  expect(screen.getByRole("option", { name: reports[key].title.en, selected: true } as never)).toBeTruthy();
  expect((await axe(view.container)).violations.map(({ id }) => id)).toEqual([]);
});
