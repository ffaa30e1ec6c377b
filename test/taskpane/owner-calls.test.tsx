/** @jest-environment jsdom */
import { waitFor, within } from "@testing-library/react";
import { axe } from "jest-axe";
import { type CalendarDay, serialOfDay } from "../../src/domain/kit/calendar-day";
import { inventClients } from "./invented-clients";
import { screen, showPane, type ShowOptions } from "./show";
import type { StandIn } from "./stand-in";

const on = (text: string): number => serialOfDay(text as CalendarDay);
const ids = (book: StandIn): string[] => (book.rows["visitors"] ?? []).map((row) => String(row["clientId"]));
const nameOf = (book: StandIn, n: number): string => String(book.rows["visitors"]?.[n]?.["name"]);

/** The stand-in's day is Sunday 2026-11-22. Of five clients the first four have signed: A, B and C who agreed, and one who said no. */
const owners = (book: StandIn): void => {
  inventClients(book, 5);
  const before = ["reachedA", "reachedB", "reachedC", "reachedA"];
  ids(book)
    .slice(0, 4)
    .forEach((client, n) => {
      const row = book.rows["grades"]?.find(({ clientId }) => clientId === client);
      for (const key of ["reachedD", "reachedC", "reachedB", "reachedA"])
        if (row) row[key] = key === before[n] ? on("2026-09-01") : null;
      Object.assign(row ?? {}, { reachedDeal: on("2026-09-10") });
      book.rows["deals"]?.push({
        dealId: `C${client}`,
        name: nameOf(book, n),
        consultant: row?.["consultant"] ?? null,
        subscribedOn: on("2026-09-10"),
        signedOn: on("2026-09-12"),
        unitNo: `3-1-110${n}`,
        totalPrice: 400_000,
      });
      book.rows["profiles"]?.push({ clientId: client, consent: n === 3 ? "否" : "是" });
    });
  for (const [n, day] of ["2026-11-10", "2026-11-01", "2026-11-07", "2026-10-01"].entries()) {
    const followUps = book.rows["followUps"] ?? [];
    const client = ids(book)[n] ?? "";
    book.rows["followUps"] = followUps.filter(({ clientId }) => clientId !== client);
    book.rows["visitors"]?.splice(n, 1, { ...book.rows["visitors"][n], visitDate: on("2026-09-01") });
    book.rows["followUps"].push({
      clientId: client,
      contactedAt: on(day),
      method: "电话",
      notes: "问了装修进度，说周末带朋友来看样板间。",
      consultant: book.rows["visitors"]?.[n]?.["consultant"] ?? null,
    });
  }
};

const show = (options: ShowOptions = {}) => showPane("#/today", { prepare: owners, ...options });
const title = "该打电话的老客户";
const part = async (name = title) => within(await screen.findByRole("region", { name }));

test("who agreed and is due stands there with why, how late, phone and when to call; the tile of tasks does not count them", async () => {
  const { book, view } = show();
  const lines = (await part()).getAllByRole("listitem").map((each) => each.textContent ?? "");
  expect(lines).toHaveLength(3);
  [
    [nameOf(book, 1), "逾期 6 天", "成交前 B 级，15 天内要打一次"],
    [nameOf(book, 0), "逾期 5 天", "成交前 A 级，7 天内要打一次"],
    [nameOf(book, 2), "今日", "成交前 C 级，15 天内要打一次"],
  ].forEach((said, n) => said.forEach((words) => expect(lines[n]).toContain(words)));
  const first = (await part()).getAllByRole("listitem")[0];
  await waitFor(() => expect(first?.textContent).toMatch(/138 3791 0037/u));
  expect(first?.textContent).toMatch(/可打/u);
  expect(first?.textContent).toContain("问了装修进度");
  // 首页 counts tasks alone, and so does the tile; calls by rhythm are said beside them.
  expect(screen.getByRole("button", { name: /^到期维护\s*0$/u, pressed: false })).toBeTruthy();
  expect((await axe(view.container)).violations.map(({ id }) => id)).toEqual([]);
});

test("in English", async () => {
  show({ language: "en-US" });
  expect(
    (await part("Owners to call")).getByText("Grade A before the deal: a call within 7 days"),
  ).toBeTruthy();
});

test("my own alone; with the tile the part stands alone", async () => {
  const { book, user } = show({ me: "李强" });
  expect((await part()).getAllByRole("listitem")).toHaveLength(1);
  await user.click(screen.getByRole("button", { name: /^到期维护\s*0$/u, pressed: false }));
  expect((await part()).getByText(nameOf(book, 1))).toBeTruthy();
  expect(screen.queryByRole("region", { name: "催款" })).toBeNull();
});

test("by who can be called now, where the day is ordered so (R7)", async () => {
  const { book, user } = show({ today: "2026-11-23", time: "10:45" });
  // The first is a doctor, the second a teacher, the third has a firm of their own.
  const names = async () => (await part()).getAllByRole("listitem").map((each) => each.textContent ?? "");
  expect((await names())[0]).toContain(nameOf(book, 1));
  await user.click(screen.getByRole("combobox", { name: "排序" }));
  await user.click(await screen.findByRole("option", { name: "按现在能打" }));
  const ordered = await names();
  expect([2, 0, 1].map((n, at) => ordered[at]?.includes(nameOf(book, n)))).toEqual([true, true, true]);
});

test("one click leads to 登记跟踪; once it is entered the owner leaves the list", async () => {
  const { book, user } = show({ me: "王芳" });
  const name = nameOf(book, 0);
  await user.click((await part()).getByRole("button", { name: `跟踪 ${name}` }));
  expect(window.location.hash).toContain(`#/follow?client=${ids(book)[0] ?? ""}`);
  expect((await screen.findByRole<HTMLInputElement>("radio", { name: "电话" })).checked).toBe(true);
  await user.click(screen.getByLabelText(/跟踪情况/u));
  await user.paste("客户说收楼满意，问了物业费和车位，答应周六带弟弟一家来看三房。");
  await user.click(screen.getByRole("button", { name: "保存" }));
  await waitFor(() => expect(window.location.hash).toBe("#/today"));
  await waitFor(() => expect(screen.queryByRole("region", { name: title })).toBeNull());
  expect(book.rows["followUps"]?.at(-1)).toMatchObject({ clientId: ids(book)[0], method: "电话" });
});
