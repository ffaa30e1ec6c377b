/** @jest-environment ./test/jsdom-environment.js */
import { act, waitFor } from "@testing-library/react";
import { axe } from "jest-axe";
import { type CalendarDay, serialOfDay } from "../../src/domain/kit/calendar-day";
import { housePolicies } from "../../src/domain/register/settings/policies";
import { inventClients } from "./invented-clients";
import { screen, showPane, type ShowOptions } from "./show";
import type { StandIn } from "./stand-in";

/** The stand-in's day is Sunday 2026-11-22: a quarter from 2026-08-30 on ended on the Saturday before. */
const startsOn = (day: string, plannedFrom = day) => ({
  policies: {
    ...housePolicies,
    quarterStart: day as CalendarDay,
    plannedFrom: plannedFrom as CalendarDay,
  },
});

const planned =
  (day: string) =>
  (book: StandIn): void => {
    inventClients(book, 3);
    for (const name of ["季度起始日", "计划所属季度"])
      book.rows["settingLines"]?.push({ name, value: serialOfDay(day as CalendarDay) });
    book.rows["progress"]?.push(
      ...Array.from({ length: 12 }, () => ({ plannedUnits: 2, plannedSales: 640_000 })),
    );
  };

const show = (day: string, options: ShowOptions = {}) =>
  showPane("#/today", {
    role: "manager",
    site: startsOn(day),
    prepare: planned(day),
    ...options,
  });
const plansOf = (book: StandIn): readonly unknown[] =>
  (book.rows["progress"] ?? []).map(({ plannedUnits }) => plannedUnits);
/** 设置 is changed by hand. */
const move = (book: StandIn, day: string, plannedFrom = day): void => {
  book.site.value = { ...book.site.value, ...startsOn(day, plannedFrom) };
  act(() => book.tell({ source: "here" }));
};

test("twelve weeks are over: said, and the new quarter begins in two clicks; 撤销 brings the plan back", async () => {
  const { book, user, view } = show("2026-08-30");
  expect(await screen.findByText("季度进度到 2026-11-21 已满十二周")).toBeTruthy();
  expect(
    screen.getByText("新成交不再算进去，计划还是那个季度的：24 户，7,680,000 元。", { exact: false }),
  ).toBeTruthy();
  expect((await axe(view.container)).violations.map(({ id }) => id)).toEqual([]);
  await user.click(screen.getByRole("button", { name: "看季度进度" }));
  expect(book.jumped).toEqual([{ sheet: "季度进度", form: "progress" }]);
  await user.click(screen.getByRole("button", { name: "开始新季度" }));
  expect(screen.getByText("新季度从 2026-11-22 起")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "取消" }));
  await user.click(screen.getByRole("button", { name: "开始新季度" }));
  expect(plansOf(book)[0]).toBe(2);
  await user.click(screen.getByRole("button", { name: "清空计划" }));
  expect(await screen.findByText("新季度从 2026-11-22 起，计划已清空：请到季度进度填新计划")).toBeTruthy();
  const begun = serialOfDay("2026-11-22" as CalendarDay);
  expect(book.rows["settingLines"]).toMatchObject([{ value: begun }, { value: begun }]);
  expect(new Set(plansOf(book))).toEqual(new Set([null]));
  await waitFor(() => expect(screen.queryByText(/已满十二周/u)).toBeNull());
  await user.click(await screen.findByRole("button", { name: "撤销" }));
  expect(await screen.findByText("季度进度到 2026-11-21 已满十二周")).toBeTruthy();
  expect(new Set(plansOf(book))).toEqual(new Set([2]));
});

test("the plan may stay; what a colleague changed meanwhile is said, and nothing is written", async () => {
  const { book, user } = show("2026-08-30");
  await user.click(await screen.findByRole("button", { name: "开始新季度" }));
  Object.assign(book.rows["progress"]?.[0] ?? {}, { plannedUnits: 9 });
  await user.click(screen.getByRole("button", { name: "清空计划" }));
  expect(await screen.findByText("季度起始日或计划刚被同事改过，没有改动")).toBeTruthy();
  expect(plansOf(book)[0]).toBe(9);
  await user.click(await screen.findByRole("button", { name: "开始新季度" }));
  expect(await screen.findByText(/31 户，7,680,000 元/u)).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "计划照旧" }));
  expect(await screen.findByText("新季度从 2026-11-22 起，计划照旧")).toBeTruthy();
  move(book, "2026-11-22");
  await waitFor(() => expect(screen.queryByText(/已满十二周|改到了/u)).toBeNull());
  expect(plansOf(book)[0]).toBe(9);
});

describe("季度起始日 is changed on 设置 while the old plan stands", () => {
  const said = "季度起始日已是 2026-11-16，计划还是 2026-08-24 那个季度的";
  const moved = serialOfDay("2026-11-16" as CalendarDay);
  const shown = async () => {
    const all = show("2026-11-16", { site: startsOn("2026-11-16", "2026-08-24") });
    expect(await screen.findByText(said)).toBeTruthy();
    return all;
  };
  const linesOf = (book: StandIn): unknown =>
    book.rows["settingLines"]?.map(({ name, value }) => [name, value === moved]);

  test("whoever sees it first: no machine has to have seen it before", async () => {
    const { book } = show("2026-08-31");
    expect(await screen.findByRole("button", { name: /^晚例会/u, expanded: true })).toBeTruthy();
    expect(screen.queryByText(/季度/u)).toBeNull();
    move(book, "2026-11-16", "2026-08-24");
    expect(await screen.findByText(said)).toBeTruthy();
    move(book, "2026-08-24");
    await waitFor(() => expect(screen.queryByText(/那个季度的$/u)).toBeNull());
    expect(plansOf(book)[0]).toBe(2);
  });

  test("the old plan is cleared, and the workbook says whose the next one is", async () => {
    const { book, user } = await shown();
    await user.click(screen.getByRole("button", { name: "清空计划" }));
    await waitFor(() => expect(new Set(plansOf(book))).toEqual(new Set([null])));
    await waitFor(() => expect(screen.queryByText(said)).toBeNull());
    expect(linesOf(book)).toEqual([
      ["季度起始日", true],
      ["计划所属季度", true],
    ]);
  });

  test("or stays for the new quarter: the workbook keeps it, for every machine", async () => {
    const { book, user } = await shown();
    Object.assign(book.rows["settingLines"]?.[1] ?? {}, {
      value: serialOfDay("2026-08-24" as CalendarDay),
    });
    await user.click(screen.getByRole("button", { name: "计划照旧" }));
    expect(await screen.findByText("新季度从 2026-11-16 起，计划照旧")).toBeTruthy();
    expect(linesOf(book)).toEqual([
      ["季度起始日", true],
      ["计划所属季度", true],
    ]);
    expect(plansOf(book)[0]).toBe(2);
    move(book, "2026-11-16");
    await waitFor(() => expect(screen.queryByText(said)).toBeNull());
  });
});

test("consultants, a running quarter and a sheet without a plan: nothing is said", async () => {
  const quiet: readonly ShowOptions[] = [
    { role: "consultant" },
    { site: startsOn("2026-08-31") },
    { prepare: (book) => inventClients(book, 3) },
  ];
  for (const options of quiet) {
    const { view } = show("2026-08-30", options);
    expect(await screen.findByRole("region", { name: "拜访与完整度" })).toBeTruthy();
    expect(screen.queryByText(/已满十二周/u)).toBeNull();
    view.unmount();
  }
});

test("in English every word is there", async () => {
  const { user, view } = show("2026-08-30", { language: "en-US" });
  expect(await screen.findByText("The twelve weeks of 季度进度 ended on 2026-11-21")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Start the new quarter" }));
  expect(screen.getByRole("button", { name: "Clear the plan" })).toBeTruthy();
  expect(view.container.textContent).not.toMatch(/day\.\w+/u);
});
