/** @jest-environment ./test/jsdom-environment.js */
import { waitFor, within } from "@testing-library/react";
import { axe } from "jest-axe";
import type { Moment } from "../../src/domain/kit/calendar-day";
import { serialOfDay, serialOfMoment } from "../../src/domain/kit/calendar-day";
import { WorkbookRefused } from "../../src/workbook/port";
import { inventClients } from "./invented-clients";
import { screen, showPane, type ShowOptions } from "./show";
import type { StandIn } from "./stand-in";

/** The stand-in's day is Sunday 2026-11-22, 10:30. */
const at = (text: string): number => serialOfMoment(text as Moment);
const on = (text: string): number => serialOfDay(text as never);

const ids = (book: StandIn): string[] => (book.rows["visitors"] ?? []).map((row) => String(row["clientId"]));
const nameOf = (book: StandIn, n: number): string => String(book.rows["visitors"]?.[n]?.["name"]);

/** Nine clients, and something in every register the day asks. */
const busyDay = (book: StandIn): void => {
  inventClients(book, 9);
  const [a = "", b = "", c = ""] = ids(book);
  Object.assign(book.rows["visitors"]?.[1] ?? {}, { nextAppointment: at("2026-11-22 14:00") });
  book.rows["invitations"]?.push({ clientId: c, invitedFor: at("2026-11-23 10:00"), units: "3-1-1202" });
  book.rows["careTasks"]?.push(
    { clientId: a, reason: "成交次日", detail: "电话慰问并答谢", dueOn: on("2026-11-20"), method: "电话" },
    { clientId: a, reason: "节气", detail: "小雪健康提醒", dueOn: on("2026-11-22"), method: "短信" },
    { clientId: b, reason: "节气", detail: "小雪健康提醒", dueOn: on("2026-11-22"), method: "短信" },
  );
  book.rows["deals"]?.push({
    dealId: `C${c}`,
    name: nameOf(book, 2),
    consultant: "赵敏",
    subscribedOn: on("2026-11-01"),
    unitNo: "3-1-1202",
    totalPrice: 400_000,
  });
  book.rows["instalments"]?.push({
    clientId: c,
    unitNo: "3-1-1202",
    term: "首付",
    dueOn: on("2026-11-15"),
    amount: 120_000,
  });
};

const show = (options: ShowOptions = {}) => showPane("#/today", { prepare: busyDay, ...options });
const part = async (name: string) => within(await screen.findByRole("region", { name }));
const named = (
  violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[],
) => violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);

describe("the first page of a day", () => {
  test("every part is there with its count, and nothing of it is out of reach", async () => {
    const { view } = show({ role: "manager" });
    expect(await screen.findByRole("button", { name: /^预约\s*2$/u, pressed: false })).toBeTruthy();
    expect(screen.getByRole("button", { name: /^到期维护\s*3$/u, pressed: false })).toBeTruthy();
    expect(screen.getByRole("button", { name: /^催款\s*2$/u, pressed: false })).toBeTruthy();
    expect(screen.getByRole("button", { name: /^晚例会/u, expanded: true })).toBeTruthy();
    expect(screen.getByRole("button", { name: /^拜访与完整度/u, expanded: false })).toBeTruthy();
    expect(named((await axe(view.container)).violations)).toEqual([]);
  });

  test("care says what is due as 首页 does, what may be done already, and whose call the rhythm asks for", async () => {
    const prepare = (book: StandIn): void => {
      busyDay(book);
      const [a = ""] = ids(book);
      book.rows["careTasks"]?.push({ clientId: a, reason: "生日", dueOn: on("2026-11-25"), method: "上门" });
    };
    show({ prepare });
    expect(await screen.findByRole("button", { name: /^到期维护\s*3$/u, pressed: false })).toBeTruthy();
    expect(
      screen.getByRole("button", { name: /^维护\s*到期 3 · 可以先做 1$/u, expanded: true }),
    ).toBeTruthy();
  });

  test("what is late stands before what is due in seven days, and each part has a tile", async () => {
    const { user } = show({ role: "manager" });
    await part("维护");
    const parts = screen.getAllByRole("region").map((each) => each.getAttribute("aria-label") ?? "");
    const at = (name: string): number => parts.findIndex((each) => each.startsWith(name));
    const week = at("七天内");
    expect(week).toBeGreaterThan(0);
    for (const late of ["逾期", "维护", "催款"]) {
      expect(at(late)).toBeGreaterThanOrEqual(0);
      expect(at(late)).toBeLessThan(week);
    }
    expect(screen.getByRole("button", { name: /^老客户电话\s*\d+$/u, pressed: false })).toBeTruthy();
    await user.click(screen.getByRole("button", { name: /^晚例会\s*\d+$/u, pressed: false }));
    expect(screen.getAllByRole("region").map((each) => each.getAttribute("aria-label"))).toEqual([
      "今日",
      "晚例会",
    ]);
  });

  test("a tile shows its part alone, and says when there is nothing", async () => {
    const { user } = showPane("#/today", { prepare: (book) => inventClients(book, 3) });
    await user.click(await screen.findByRole("button", { name: /^催款\s*0$/u, pressed: false }));
    expect(await screen.findByText("没有逾期未付和未签约")).toBeTruthy();
    expect(screen.queryByRole("region", { name: "拜访与完整度" })).toBeNull();
    await user.click(screen.getByRole("button", { name: /^催款\s*0$/u, pressed: true }));
    expect(screen.queryByText("没有逾期未付和未签约")).toBeNull();
  });

  test("my own, or everybody's", async () => {
    const { user } = show({ me: "李强" });
    const care = await part("维护");
    expect(care.getAllByRole("listitem")).toHaveLength(1);
    await user.click(screen.getByRole("combobox", { name: "置业顾问" }));
    await user.click(await screen.findByRole("option", { name: "全部顾问" }));
    expect((await part("维护")).getAllByRole("listitem")).toHaveLength(2);
  });

  test("a part folds, and its count stays", async () => {
    const { user } = show();
    const unpaid = await part("催款");
    await user.click(unpaid.getByRole("button", { name: /^催款/u }));
    expect(unpaid.queryAllByRole("listitem")).toHaveLength(0);
    expect(unpaid.getByRole("button", { name: /^催款\s*2$/u, expanded: false })).toBeTruthy();
  });
});

describe("what was said last", () => {
  /** Whose rows were asked for, one list a round trip. */
  const asking = (book: StandIn): readonly (readonly string[])[] => {
    const asked: string[][] = [];
    const { workbook } = book.services;
    const { readRows } = workbook;
    Object.assign(workbook, {
      readRows: (...[rows, ...rest]: Parameters<typeof readRows>) => {
        const whole = book.book();
        const clients = [...rows.rowsOf(whole)].flatMap(([form, own]) =>
          [...own].map((index) => String(whole.registers[form]?.columns.get("clientId")?.[index])),
        );
        // The day's own reading asks for rows of these days.
        if (rest[0] === "读取洽谈内容") asked.push([...new Set(clients)]);
        return readRows(rows, ...rest);
      },
    });
    return asked;
  };

  test("is read for the lines on the screen, all of them at once, and for more when more are shown", async () => {
    let asked: readonly (readonly string[])[] = [];
    const { user } = showPane("#/today", {
      today: "2027-02-01",
      prepare: (book) => {
        inventClients({ ...book, services: { ...book.services, today: () => "2026-11-22" as never } }, 45);
        asked = asking(book);
      },
    });
    const late = await part("逾期");
    expect(late.getAllByRole("listitem")).toHaveLength(40);
    const [first] = late.getAllByRole("listitem");
    await waitFor(() => expect(first?.textContent).toMatch(/老人同住|隔壁楼盘|首付|样板间|公积金/u));
    expect(late.queryByText(/还没有跟踪记录/u)).toBeNull();
    expect(asked.map((clients) => clients.length)).toEqual([40]);
    await user.click(late.getByRole("button", { name: "再显示 5 条" }));
    await waitFor(() => expect(asked.map((clients) => clients.length)).toEqual([40, 5]));
    expect(new Set(asked.flat()).size).toBe(45);
  });

  test("cannot be read: the page stands, says so, and asks again", async () => {
    let busy = true;
    const { book, user } = showPane("#/today", {
      prepare: (prepared) => {
        inventClients(prepared, 3);
        const { workbook } = prepared.services;
        const { readRows } = workbook;
        Object.assign(workbook, {
          readRows: (...asked: Parameters<typeof readRows>) =>
            busy ? Promise.reject(new WorkbookRefused("busy", "读取洽谈内容", "Excel")) : readRows(...asked),
        });
      },
    });
    const retry = await screen.findByText("重试");
    busy = false;
    await user.click(retry);
    const said = String(book.rows["visitors"]?.[0]?.["notes"]).slice(0, 12);
    expect((await screen.findAllByText(new RegExp(said, "u"))).length).toBeGreaterThan(0);
    expect(screen.queryByText("重试")).toBeNull();
  });
});

describe("the due list by who can be called now (R7)", () => {
  test("those who can be called stand first, the others with the minute and the reason", async () => {
    const { user } = showPane("#/today", {
      today: "2026-11-23",
      time: "10:45",
      prepare: (book) => inventClients(book, 9),
    });
    await user.click(await screen.findByRole("combobox", { name: "排序" }));
    await user.click(await screen.findByRole("option", { name: "按现在能打" }));
    const now = await part("现在可打");
    const later = await part("稍后可打");
    expect(now.getAllByText(/^现在可打，到 /u).length).toBe(now.getAllByRole("listitem").length);
    // A civil servant at 10:45 on a Monday; a teacher before school is out.
    expect(later.getAllByText("16:00 起可打 · 避开 10:30–16:00").length).toBeGreaterThan(0);
    expect(later.getAllByText("16:30 起可打 · 放学后").length).toBeGreaterThan(0);
    const starts = later.getAllByText(/起可打/u).map((each) => each.textContent ?? "");
    expect(starts.map((each) => each.slice(0, 5))).toEqual(starts.map((each) => each.slice(0, 5)).sort());
  });

  test("× is for the manager to reassign: the button leads to the client", async () => {
    const { user } = showPane("#/today", {
      prepare: (book) => {
        inventClients(book, 2);
        Object.assign(book.rows["grades"]?.[0] ?? {}, { reachedLost: on("2026-11-22") });
      },
    });
    await user.click((await part("待再分配")).getByRole("button", { name: /^再分配 /u }));
    expect(window.location.hash).toMatch(/^#\/client\?client=LY-/u);
  });
});

describe("appointments", () => {
  test("a day without a time is no appointment at midnight, and is not over while the day lasts", async () => {
    show({
      prepare: (book) => {
        inventClients(book, 3);
        ["2026-11-22", "2026-11-23"].forEach((day, n) =>
          Object.assign(book.rows["visitors"]?.[n + 1] ?? {}, { nextAppointment: on(day) }),
        );
      },
    });
    const lines = await part("预约");
    expect(lines.getByText("时间未定")).toBeTruthy();
    expect(lines.getByText("明天")).toBeTruthy();
    expect(lines.queryByText(/00:00/u)).toBeNull();
    expect(lines.queryByText(/未登记结果/u)).toBeNull();
  });

  test("came: the invitation says so, and the talk is asked for", async () => {
    const { book, user } = show();
    const name = nameOf(book, 2);
    await user.click((await part("预约")).getByRole("button", { name: `${name} 已到` }));
    expect(await screen.findByLabelText(/跟踪情况/u)).toBeTruthy();
    expect(screen.getByRole<HTMLInputElement>("radio", { name: "来访" }).checked).toBe(true);
    expect(book.rows["invitations"]?.[0]).toMatchObject({ result: "已到访" });
  });

  test("not come: a trace and no contact; put off: the new time in one click", async () => {
    const { book, user } = show();
    const contacts = book.rows["followUps"]?.length;
    const [, second, third] = ids(book);
    await user.click((await part("预约")).getByRole("button", { name: `${nameOf(book, 1)} 未到` }));
    expect(await screen.findByText(`已记 ${nameOf(book, 1)} 未到`)).toBeTruthy();
    const row = book.rows["grades"]?.find(({ clientId }) => clientId === second);
    expect(row).toMatchObject({ remarks: "2026-11-22 14:00 约看房未到" });
    expect(book.rows["followUps"]).toHaveLength(contacts ?? 0);
    await user.click(await screen.findByRole("button", { name: `${nameOf(book, 2)} 改期` }));
    await user.click(await screen.findByRole("menuitem", { name: "11-24 10:00" }));
    expect(await screen.findByText(`${nameOf(book, 2)} 改到 11-24 10:00`)).toBeTruthy();
    expect(book.rows["invitations"]).toMatchObject([
      { clientId: third, result: "改期" },
      { clientId: third, invitedFor: at("2026-11-24 10:00"), units: "3-1-1202" },
    ]);
  });
});

describe("care", () => {
  test("done in one click, with a note that becomes a contact", async () => {
    const { book, user } = show({ me: "王芳" });
    const [first] = ids(book);
    const care = await part("维护");
    await user.click(care.getByRole("button", { name: /^写记录：.*电话慰问并答谢$/u }));
    await user.click(care.getByRole("textbox"));
    await user.paste("客户说收楼很满意，问了物业费和车位，答应周六带弟弟一家来看三房，愿意收节日短信。");
    await user.click(care.getByRole("button", { name: /^完成 .*电话慰问并答谢$/u }));
    expect(await screen.findByText("已完成：电话慰问并答谢")).toBeTruthy();
    expect(book.rows["careTasks"]?.[0]).toMatchObject({ doneOn: on("2026-11-22") });
    expect(book.rows["followUps"]?.at(-1)).toMatchObject({
      clientId: first,
      method: "电话",
      consultant: "王芳",
    });
  });

  test("a greeting to several is one line, and done for all at once", async () => {
    const { book, user } = show();
    const care = await part("维护");
    expect(care.getByText("2 位客户")).toBeTruthy();
    await user.click(care.getByRole("button", { name: /小雪健康提醒$/u }));
    expect(await screen.findByText("已完成：小雪健康提醒")).toBeTruthy();
    expect(book.rows["careTasks"]?.map(({ doneOn }) => doneOn ?? "")).toEqual([
      "",
      on("2026-11-22"),
      on("2026-11-22"),
    ]);
  });

  test("what the days ahead ask for is written once", async () => {
    const { book, user } = show();
    const care = await part("维护");
    const said = (await care.findByText(/^30 天内还有 \d+ 件未生成$/u)).textContent ?? "";
    await user.click(care.getByRole("button", { name: "生成" }));
    expect(await screen.findByText(/^已生成 \d+ 件维护事项$/u)).toBeTruthy();
    expect(book.rows["careTasks"]).toHaveLength(3 + Number(/还有 (\d+) 件/u.exec(said)?.[1]));
    await waitFor(() => expect(screen.queryByText(/件未生成$/u)).toBeNull());
  });
});

test("what the days ahead ask for is counted and written for the chosen person", async () => {
  const { user } = show({ role: "manager" });
  expect(await screen.findByText(/^30 天内还有 \d+ 件未生成$/u)).toBeTruthy();
  // The one who has bought is 赵敏's.
  await user.click(screen.getByRole("combobox", { name: "置业顾问" }));
  await user.click(await screen.findByRole("option", { name: "李强" }));
  await waitFor(() => expect(screen.queryByText(/件未生成$/u)).toBeNull());
  await user.click(screen.getByRole("combobox", { name: "置业顾问" }));
  await user.click(await screen.findByRole("option", { name: "赵敏" }));
  const said = (await screen.findByText(/^30 天内还有 \d+ 件未生成$/u)).textContent ?? "";
  await user.click(screen.getByRole("button", { name: "生成" }));
  expect(await screen.findByText(`已生成 ${/还有 (\d+) 件/u.exec(said)?.[1] ?? ""} 件维护事项`)).toBeTruthy();
});

describe("the badge of 今日", () => {
  const late = (n: number): string => `${n} 位逾期`;
  const overdueOf = async (): Promise<number> =>
    Number(
      /\d+$/u.exec(
        (await screen.findByRole("button", { name: /^逾期/u, pressed: false })).textContent ?? "",
      )?.[0],
    );

  test("counts the clients of whoever sits here; everybody's for a manager", async () => {
    const { user } = show({ me: "王芳" });
    const own = await overdueOf();
    expect(own).toBeGreaterThan(0);
    expect(await screen.findByLabelText(late(own))).toBeTruthy();
    await user.click(screen.getByRole("combobox", { name: "置业顾问" }));
    await user.click(await screen.findByRole("option", { name: "全部顾问" }));
    const all = await overdueOf();
    expect(all).toBeGreaterThan(own);
    expect(screen.getByLabelText(late(own))).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "王芳" }));
    await user.click(await screen.findByRole("menuitemradio", { name: "案场经理" }));
    expect(await screen.findByLabelText(late(all))).toBeTruthy();
  });

  test("is counted anew after a write on another page", async () => {
    const { book, user } = show({ me: "王芳" });
    const own = await overdueOf();
    await screen.findByLabelText(late(own));
    await user.click(screen.getByRole("tab", { name: /^来访/u }));
    await user.type(await screen.findByLabelText(/客户姓名/u), "张三");
    for (const row of book.rows["grades"] ?? []) if (row["consultant"] === "王芳") row["consultant"] = "赵敏";
    book.tell({ source: "colleague" });
    await waitFor(() => expect(screen.queryByLabelText(late(own))).toBeNull());
  });
});

test("owners who were not asked whether they may be contacted: how many, who, and one click to fill it in", async () => {
  const { book, user } = show();
  const third = nameOf(book, 2);
  const unasked = await part("待问同意");
  expect(unasked.getByText("1 位业主还没有问过是否同意接收信息，先问一声再安排")).toBeTruthy();
  expect(unasked.getByRole("button", { name: third })).toBeTruthy();
  // A task that somebody added for who was not asked says so; the call that asks does not say it twice.
  const care = await part("维护");
  expect(care.getByText("电话慰问并答谢 · 还没有问过是否同意接收信息")).toBeTruthy();
  await user.click(care.getByRole("button", { name: "生成" }));
  await screen.findByText("已生成 1 件维护事项");
  expect(screen.getByText(`1 位业主还没有问过是否同意接收信息，先问一声再安排：${third}`)).toBeTruthy();
  expect(care.getByText("成交次日电话，并问是否同意接收信息")).toBeTruthy();
  await user.click(unasked.getByRole("button", { name: `填 ${third} 是否同意接收信息` }));
  expect(await screen.findByRole("form", { name: "客户档案" })).toBeTruthy();
  expect(document.querySelector('[data-blank="profiles-consent"]')).not.toBeNull();
});

test("who has agreed is not asked again", async () => {
  show({
    prepare: (each) => {
      busyDay(each);
      each.rows["profiles"]?.push({ clientId: ids(each)[2] ?? "", consent: "是" });
    },
  });
  await (await part("维护")).findByText(/^30 天内还有 \d+ 件未生成$/u);
  expect(screen.queryByRole("region", { name: "待问同意" })).toBeNull();
});

test("the first message stands on top while it is owed, and is logged as sent", async () => {
  const { book, user } = show({
    me: "王芳",
    prepare: (each) => {
      inventClients(each, 1);
      each.rows["calls"]?.push({
        clientId: "LY-OY001",
        calledAt: at("2026-11-22 10:15"),
        name: "欧阳静",
        gender: "女",
        consultant: "王芳",
        mobile: "138 0379 4321",
      });
      each.rows["grades"]?.push({ clientId: "LY-OY001", consultant: "王芳", reachedC: on("2026-11-22") });
    },
  });
  const messages = await part("初次短信");
  expect(messages.getByText("10:25 前")).toBeTruthy();
  await user.click(messages.getByRole("button", { name: "给 欧阳静 的短信" }));
  expect(messages.getByRole<HTMLTextAreaElement>("textbox").value).toMatch(
    /^欧阳静女士您好，我是洛阳龙门花园的置业顾问王芳/u,
  );
  await user.click(messages.getByRole("button", { name: "记已发：给 欧阳静 的短信" }));
  expect(await screen.findByText("已记录给 欧阳静 的短信")).toBeTruthy();
  expect(book.rows["followUps"]?.at(-1)).toMatchObject({ clientId: "LY-OY001", method: "短信" });
  await waitFor(() => expect(screen.queryByRole("button", { name: "给 欧阳静 的短信" })).toBeNull());
});

describe("money", () => {
  test("an instalment past its day and a deal not signed in time, with the sum; a click goes to the row", async () => {
    const { book, user } = show();
    const unpaid = await part("催款");
    expect(unpaid.getByText("首付逾期 · 120,000 元")).toBeTruthy();
    expect(unpaid.getByText(/^未按期签约/u)).toBeTruthy();
    await user.click(unpaid.getAllByRole("button", { name: nameOf(book, 2) })[0] as HTMLElement);
    expect(book.jumped).toMatchObject([{ row: 5, key: "clientId" }]);
  });

  test("按揭资料 stands apart: no money is chased for a paper", async () => {
    show({
      prepare: (book) => {
        busyDay(book);
        book.rows["mortgagePapers"]?.push({
          clientId: ids(book)[2] ?? "",
          unitNo: "3-1-1202",
          paper: "户口本",
          dueOn: on("2026-11-18"),
        });
      },
    });
    expect(await screen.findByRole("button", { name: /^催款\s*2$/u, pressed: false })).toBeTruthy();
    expect(screen.getByRole("button", { name: /^按揭资料\s*1$/u, pressed: false })).toBeTruthy();
    expect((await part("按揭资料")).getByText("户口本未交")).toBeTruthy();
    expect((await part("催款")).queryByText("户口本未交")).toBeNull();
  });

  /** Of the third client a deal with a deposit, of the first a deposit without one: both late. */
  const deposits = (book: StandIn): void => {
    busyDay(book);
    const [a = "", , c = ""] = ids(book);
    book.rows["receipts"]?.push(
      { no: "1", date: on("2026-11-01"), clientId: c, unitNo: "3-1-1202", item: "大定金", amount: 20_000 },
      { no: "2", date: on("2026-11-02"), clientId: a, unitNo: "3-1-1203", item: "小定金", amount: 5_000 },
    );
  };
  const saidRefused = (book: StandIn) => book.rows["receipts"]?.map(({ refused }) => refused ?? "");

  test("R13: 客户拒签 is asked once more, goes to finance, and comes back; 撤销 takes it back too", async () => {
    const { book, user, view } = show({ prepare: deposits });
    const unpaid = await part("催款");
    const [dealt, lone] = [nameOf(book, 2), nameOf(book, 0)];
    const refuse = () => unpaid.getByRole("button", { name: `${dealt} 客户拒签` });
    await user.click(refuse());
    expect(unpaid.getByText(new RegExp(`^${dealt} 拒绝签约？`, "u"))).toBeTruthy();
    expect(named((await axe(view.container)).violations)).toEqual([]);
    await user.click(unpaid.getByRole("button", { name: "取消" }));
    await user.click(refuse());
    await user.keyboard("{Escape}");
    expect(saidRefused(book)).toEqual(["", ""]);

    await user.click(refuse());
    await user.keyboard("{Enter}");
    expect(await unpaid.findByText(/客户拒签，转财务/u)).toBeTruthy();
    expect(saidRefused(book)).toEqual(["是", ""]);
    await user.click(unpaid.getByRole("button", { name: `${dealt} 撤回拒签` }));
    await waitFor(() => expect(saidRefused(book)).toEqual(["否", ""]));

    await user.click(unpaid.getByRole("button", { name: `${lone} 客户拒签` }));
    await user.click(unpaid.getByRole("button", { name: "确定" }));
    await waitFor(() => expect(saidRefused(book)).toEqual(["否", "是"]));
    await user.click(await screen.findByRole("button", { name: "撤销" }));
    await waitFor(() => expect(saidRefused(book)).toEqual(["否", ""]));
  });

  test("an instalment: 客户拒付 in the same way; a deal without a deposit has nothing to say it on", async () => {
    const { book, user } = show();
    const unpaid = await part("催款");
    const name = nameOf(book, 2);
    expect(unpaid.queryByRole("button", { name: `${name} 客户拒签` })).toBeNull();
    await user.click(unpaid.getByRole("button", { name: `${name} 客户拒付` }));
    await user.click(unpaid.getByRole("button", { name: "确定" }));
    expect(await unpaid.findByText(/客户拒付，转财务/u)).toBeTruthy();
    expect(book.rows["instalments"]?.[0]).toMatchObject({ refused: "是" });
  });
});

describe("晚例会", () => {
  const evening = (book: StandIn): void => {
    inventClients(book, 2);
    const [first = ""] = ids(book);
    book.rows["followUps"]?.push({
      contactedAt: at("2026-11-22 09:00"),
      clientId: first,
      method: "电话",
      notes: "客户问了贷款",
      consultant: "王芳",
    });
  };

  test("only for the manager", async () => {
    showPane("#/today", { prepare: evening });
    await screen.findByRole("region", { name: "拜访与完整度" });
    expect(screen.queryByRole("region", { name: "晚例会" })).toBeNull();
  });

  test("a step up in one click; down, the reason is asked where it was clicked", async () => {
    const { book, user } = showPane("#/today", { role: "manager", prepare: evening });
    const name = nameOf(book, 0);
    const meeting = await part("晚例会");
    await user.click(meeting.getByRole("button", { name: new RegExp(`^${name} 定为 B：近期会成交`, "u") }));
    expect(await screen.findByText(`${name}：C → B`)).toBeTruthy();
    expect(book.rows["grades"]?.[0]).toMatchObject({ reachedB: on("2026-11-22") });
    await user.click(await meeting.findByRole("button", { name: new RegExp(`^${name} 定为 D`, "u") }));
    const reason = await screen.findByRole("combobox", { name: "B → D 的原因" });
    await user.click(reason);
    await user.paste("家里反对，今年不买");
    await user.click(screen.getByRole("button", { name: "确定" }));
    expect(await screen.findByText(`${name}：B → D`)).toBeTruthy();
    expect(book.rows["followUps"]?.at(-1)).toMatchObject({
      newGrade: "D",
      notes: "客户问了贷款\n定级 D：家里反对，今年不买",
    });
  });

  test("× takes a reason of the list, in front of what is written (R10)", async () => {
    const { book, user } = showPane("#/today", { role: "manager", prepare: evening });
    const name = nameOf(book, 0);
    const meeting = await part("晚例会");
    await user.click(meeting.getByRole("button", { name: new RegExp(`^${name} 定为 ×`, "u") }));
    const reason = await screen.findByRole<HTMLInputElement>("combobox", { name: "C → × 的原因" });
    await user.click(reason);
    await user.paste("不想买了");
    const done = screen.getByRole<HTMLButtonElement>("button", { name: "确定" });
    expect(done.disabled).toBe(true);
    expect(screen.getByText("请从列表里选一项放弃原因，经过写在后面")).toBeTruthy();
    await user.click(await screen.findByRole("option", { name: "再未来访" }));
    expect(reason.value).toBe("再未来访：不想买了");
    expect(screen.queryByText("请从列表里选一项放弃原因，经过写在后面")).toBeNull();
    await user.click(done);
    expect(await screen.findByText(`${name}：C → ×`)).toBeTruthy();
    expect(book.rows["grades"]?.[0]).toMatchObject({ reachedLost: on("2026-11-22") });
    expect(book.rows["followUps"]?.at(-1)).toMatchObject({
      newGrade: "×",
      notes: "客户问了贷款\n定级 ×：再未来访：不想买了",
    });
  });

  test("√ without a deal report leads to it", async () => {
    const { book, user } = showPane("#/today", { role: "manager", prepare: evening });
    const name = nameOf(book, 0);
    await user.click(
      (await part("晚例会")).getByRole("button", { name: new RegExp(`^${name} 定为 √`, "u") }),
    );
    expect(await screen.findByText("还没有成交报告，不能定为 √")).toBeTruthy();
    expect(window.location.hash).toMatch(/^#\/deal\?client=/u);
  });
});

test("visits and events by consultant; whose records are thin is read when it is opened", async () => {
  const { user } = show();
  const figures = await part("拜访与完整度");
  await user.click(figures.getByRole("button", { name: /^拜访与完整度/u }));
  expect(figures.getAllByText("本周拜访 0/7 · 本月活动 0/1")).toHaveLength(3);
  expect(await figures.findByRole("button", { name: /^资料不全\s*\d+$/u })).toBeTruthy();
  expect(figures.getAllByText(/^待补：/u).length).toBeGreaterThan(0);
});

test("in English every word is there", async () => {
  const { view } = show({ language: "en-US", role: "manager" });
  expect(await screen.findByRole("region", { name: "Care" })).toBeTruthy();
  expect(view.container.textContent).not.toMatch(/day\.\w+|today\.\w+/u);
});
