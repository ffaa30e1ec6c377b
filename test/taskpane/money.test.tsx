/** @jest-environment ./test/jsdom-environment.js */
import { act, configure, fireEvent, waitFor, within } from "@testing-library/react";
import { axe } from "jest-axe";
import { keepDraft } from "../../src/taskpane/entry/drafts";
import { inventClients } from "./invented-clients";
import { screen, showPane, type ShowOptions } from "./show";
import type { StandIn } from "./stand-in";

const named = (
  violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[],
) => violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);

// Nothing here is hidden, and asking each element of a large page for its style takes seconds.
configure({ defaultHidden: true });

type Row = Readonly<Record<string, string | number>>;
const [wang, unitNo] = ["LY-WJ001", "1-1-0201"];
const sold = {
  dealId: `C${wang}`,
  name: "王建国",
  consultant: "王芳",
  unitNo,
  subscribedOn: "2026-11-01",
  floorArea: 100,
  unitPrice: 3000,
  totalPrice: 300000,
  payment: "按揭贷款",
};
const term = (name: string, dueOn: string, amount: number, over: Row = {}): Row => ({
  clientId: wang,
  unitNo,
  term: name,
  dueOn,
  amount,
  ...over,
});
const planned = [term("首付", "2026-11-12", 90000), term("按揭", "2026-12-12", 210000)];

interface Given {
  readonly deals?: readonly Row[];
  readonly instalments?: readonly Row[];
  readonly receipts?: readonly Row[];
  readonly applications?: readonly Row[];
  readonly mortgagePapers?: readonly Row[];
}

const shown = (
  given: Given = {},
  hash = `#/money?client=${wang}&unit=${unitNo}`,
  options: ShowOptions = {},
) => {
  keepDraft(`money ${wang} ${unitNo}`, {});
  return showPane(hash, {
    me: "王芳",
    ...options,
    prepare: (book: StandIn) => {
      inventClients(book, 2);
      const unit = { unitNo, building: "1", section: "1", floor: "2", door: "01", floorArea: 100 };
      book.write([
        { kind: "append", form: "units", row: { ...unit, unitPrice: 3000, status: "认购", clientId: wang } },
      ]);
      for (const [form, rows] of Object.entries({ deals: [sold], ...given }))
        book.write(rows.map((row) => ({ kind: "append", form: form as "deals", row })));
    },
  });
};
const plan = () => screen.findByRole("region", { name: "付款计划" });
const linesOf = (section: HTMLElement): readonly string[] =>
  within(section)
    .getAllByRole("listitem")
    .map((each) => each.textContent);
/** What is typed letter by letter elsewhere: each letter draws the page again. */
const fill = (blank: HTMLElement, value: string): void => {
  fireEvent.change(blank, { target: { value } });
};
const amountOf = (name: string) =>
  within(screen.getByRole("group", { name })).getByLabelText<HTMLInputElement>(/^应收金额/u);

describe("the plan", () => {
  test("each instalment: what, when, how much, paid so far, how late; a receipt fills them in order", async () => {
    const { view } = shown({
      instalments: planned,
      receipts: [{ no: "7", date: "2026-11-02", clientId: wang, unitNo, item: "大定金", amount: 20000 }],
    });
    expect(linesOf(await plan())).toEqual([
      "首付90,000 元逾期 10 天应收 2026-11-12 · 已收 20,000 元 · 尚欠 70,000 元收款客户拒付",
      "按揭210,000 元20 天后应收 2026-12-12收款",
    ]);
    const card = screen.getByRole("region", { name: "王建国 1-1-0201 的回款" });
    expect(within(card).getByText("20,000 元，6.6%")).toBeTruthy();
    expect(within(card).getByText("280,000 元")).toBeTruthy();
    expect(within(card).getByText("还没签约")).toBeTruthy();
    expect(named((await axe(view.container)).violations)).toEqual([]);
  });

  test("a receipt against an instalment: item and amount are there; undone by 撤销", async () => {
    const { book, user } = shown({ instalments: planned });
    const receive = await screen.findByRole("button", { name: "收款：首付" });
    const seen = jest.spyOn(Element.prototype, "scrollIntoView");
    await user.click(receive);
    // The form opens below what was pressed, often under the edge of the pane.
    expect(seen.mock.contexts).toContain(screen.getByLabelText(/^金额/u).closest("form"));
    seen.mockRestore();
    expect(screen.getByLabelText<HTMLInputElement>(/^金额/u).value).toBe("90,000");
    expect(screen.getByLabelText<HTMLInputElement>(/^收据号/u).value).toBe("0000001");
    await user.click(screen.getByRole("button", { name: "保存" }));
    expect(await screen.findByText("已收款 90,000 元，收据 0000001")).toBeTruthy();
    expect(book.rows["receipts"]).toMatchObject([
      { no: "0000001", clientId: wang, unitNo, item: "首付", amount: 90000, receivedBy: "王芳" },
    ]);
    expect(await screen.findByText("90,000 元，30%")).toBeTruthy();
    expect(linesOf(await plan())[0]).toBe("首付90,000 元已收应收 2026-11-12");
    await user.click(screen.getByRole("button", { name: "撤销" }));
    await waitFor(() =>
      expect(linesOf(screen.getByRole("region", { name: "付款计划" }))[0]).toContain("逾期"),
    );
    expect(book.rows["receipts"]).toEqual([]);
  });

  test("R12: what an approved discount leaves overpaid: said here and on its paper, refunded in two clicks, undone by 撤销", async () => {
    const agreed = Object.fromEntries(
      ["sales", "manager", "finance"].map((signer) => [`${signer}Opinion`, "同意"]),
    );
    const no = "SQ-20261110-01";
    const discount = {
      no,
      kind: "特惠申请",
      clientId: wang,
      unitNo,
      appliedOn: "2026-11-10",
      reason: "示例",
    };
    const { book, user, view } = shown(
      {
        receipts: [{ no: "1", date: "2026-11-02", clientId: wang, unitNo, item: "房款", amount: 300000 }],
        applications: [{ ...discount, totalPrice: 300000, discountAsked: 5000, ...agreed }],
      },
      `#/apply?no=${no}`,
      { role: "manager" },
    );
    expect(
      await screen.findByText("已收 300000 元，超过变更后的总房款 295000 元，多收 5000 元"),
    ).toBeTruthy();
    expect((await axe(view.container)).violations).toEqual([]);
    await user.click(screen.getByRole("button", { name: "去退多收的款" }));
    await user.click(await screen.findByRole("button", { name: "退多收的款" }));
    expect(screen.getByLabelText<HTMLInputElement>(/^金额/u).value).toBe("5,000");
    expect(named((await axe(view.container)).violations)).toEqual([]);
    await user.click(screen.getByRole("button", { name: "保存" }));
    await waitFor(() =>
      expect(book.rows["receipts"]?.[1]).toMatchObject({
        item: "退款",
        amount: 5000,
        clientId: wang,
        unitNo,
      }),
    );
    expect(await screen.findByText("已登记退款 5,000 元，收据 2")).toBeTruthy();
    await waitFor(() => expect(screen.queryByRole("button", { name: no })).toBeNull());
    await user.click(await screen.findByRole("button", { name: "撤销" }));
    expect(await screen.findByRole("button", { name: "退多收的款" })).toBeTruthy();
    expect(book.rows["receipts"]).toHaveLength(1);
    await user.click(screen.getByRole("button", { name: no }));
    expect(window.location.hash).toBe(`#/apply?no=${no}`);
  });

  test("客户拒付 goes to finance, and comes back", async () => {
    const { book, user } = shown({ instalments: planned });
    await user.click(await screen.findByRole("button", { name: "客户拒付：首付" }));
    expect(await screen.findByText("首付记为客户拒付，转财务催款")).toBeTruthy();
    expect(book.rows["instalments"]?.[0]).toMatchObject({ refused: "是" });
    expect(linesOf(await plan())[0]).toContain("客户拒付，转财务");
    await user.click(await screen.findByRole("button", { name: "撤回拒付：首付" }));
    await waitFor(() => expect(book.rows["instalments"]?.[0]).toMatchObject({ refused: "否" }));
  });

  test("客户拒付 of a plan that a colleague has sorted goes to the term that was shown; changed, it is not marked", async () => {
    const { book, user } = shown({ instalments: planned });
    const button = await screen.findByRole("button", { name: "客户拒付：首付" });
    const rows = book.rows["instalments"] ?? [];
    rows.reverse();
    await user.click(button);
    expect(await screen.findByText("首付记为客户拒付，转财务催款")).toBeTruthy();
    expect(rows.map(({ term: name, refused }) => [name, refused])).toEqual([
      ["按揭", undefined],
      ["首付", "是"],
    ]);
    rows.splice(1, 1, { ...rows[1], amount: 95000 });
    await user.click(await screen.findByRole("button", { name: "撤回拒付：首付" }));
    expect(
      await screen.findByText("1-1-0201 的“首付”（应收 2026-11-12，90000 元）已被同事改过或删去，没有标记"),
    ).toBeTruthy();
    expect(rows[1]).toMatchObject({ refused: "是" });
  });

  test("客户拒签 of an unsigned deal stands with its receipts; signed, nobody asks", async () => {
    const deposit = { no: "1", date: "2026-11-01", clientId: wang, unitNo, item: "大定金", amount: 20000 };
    const first = shown({ receipts: [deposit] });
    await first.user.click(await screen.findByRole("button", { name: "王建国 客户拒签" }));
    await first.user.click(screen.getByRole("button", { name: "确定" }));
    expect(await screen.findByText("客户拒签，转财务")).toBeTruthy();
    expect(first.book.rows["receipts"]?.[0]).toMatchObject({ refused: "是" });
    first.view.unmount();
    shown({ receipts: [deposit], deals: [{ ...sold, signedOn: "2026-11-10" }] });
    expect(await screen.findByText("20,000 元")).toBeTruthy();
    expect(screen.queryByRole("button", { name: /拒签/u })).toBeNull();
  });
});

describe("making a plan", () => {
  test("without one: by the way of paying, saved with two clicks; by keyboard too", async () => {
    const { book, user, view } = shown();
    expect(await screen.findByText("这一宗还没有付款计划")).toBeTruthy();
    act(() => screen.getByRole("button", { name: "按揭" }).focus());
    await user.keyboard("{Enter}");
    // 认购 + seven days; the bank pays whole ten thousands a month later.
    expect(amountOf("首付").value).toBe("90,000");
    expect(amountOf("按揭").value).toBe("210,000");
    expect(screen.getByText("等于成交价")).toBeTruthy();
    expect(named((await axe(view.container)).violations)).toEqual([]);
    act(() => amountOf("按揭").focus());
    await user.keyboard("{Enter}");
    expect(await screen.findByText("付款计划已保存：2 期，合计 300,000 元")).toBeTruthy();
    expect(linesOf(await plan())).toEqual([
      "首付90,000 元逾期 14 天应收 2026-11-08收款客户拒付",
      "按揭210,000 元16 天后应收 2026-12-08收款",
    ]);
    expect(book.rows["instalments"]).toHaveLength(2);
    await user.click(screen.getByRole("button", { name: "撤销" }));
    expect(await screen.findByText("这一宗还没有付款计划")).toBeTruthy();
  });

  test("分期: share and count lay it out anew until something is changed by hand", async () => {
    const { user } = shown();
    await user.click(await screen.findByRole("button", { name: "分期" }));
    const groups = () =>
      screen
        .getAllByRole("group")
        .map((each) => each.getAttribute("aria-label"))
        .slice(1);
    expect(groups()).toEqual(["首付", "第一期", "第二期", "尾款"]);
    fill(screen.getByLabelText("首付后期数"), "2");
    expect(groups()).toEqual(["首付", "第一期", "尾款"]);
    fill(screen.getByLabelText("首付 %"), "50");
    expect(amountOf("首付").value).toBe("150,000");
    expect(amountOf("尾款").value).toBe("75,000");
    await user.clear(amountOf("首付"));
    await user.type(amountOf("首付"), "16万");
    await user.tab();
    expect(amountOf("首付").value).toBe("160,000");
    await user.type(screen.getByLabelText("首付后期数"), "3");
    expect(groups()).toEqual(["首付", "第一期", "尾款"]);
    // Asked for, it is laid out anew, and given back on a word.
    await user.click(screen.getByRole("button", { name: "一次性" }));
    expect(groups()).toEqual(["房款"]);
    await user.click(await screen.findByRole("button", { name: "恢复" }));
    expect(amountOf("首付").value).toBe("160,000");
  });

  test("R12: what does not add up is not saved; the difference goes to the last on a click", async () => {
    const { book, user } = shown({ instalments: planned });
    await user.click(await screen.findByRole("button", { name: "改计划" }));
    fill(amountOf("首付"), "100000");
    expect(screen.getByText("多 10,000 元")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "保存" }));
    expect(
      await screen.findByText(/付款计划合计 310000 元，超过成交总价 300000 元，多 10000 元/u),
    ).toBeTruthy();
    expect(book.rows["instalments"]?.[0]).toMatchObject({ amount: 90000 });
    await user.click(screen.getByRole("button", { name: "差额记入末期" }));
    expect(amountOf("按揭").value).toBe("200,000");
    expect(screen.getByText("等于成交价")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "保存" }));
    await screen.findByText("付款计划已保存：2 期，合计 300,000 元");
    expect(book.rows["instalments"]).toMatchObject([{ amount: 100000 }, { amount: 200000 }]);
  });

  test("an instalment is added and dropped; gaps are said where they are, and the focus goes there", async () => {
    const { book, user } = shown({ instalments: planned });
    await user.click(await screen.findByRole("button", { name: "改计划" }));
    await user.click(screen.getByRole("button", { name: "删去按揭" }));
    await user.click(screen.getByRole("button", { name: "添一期" }));
    expect(document.activeElement).toBe(
      within(screen.getByRole("group", { name: "第 2 期" })).getByLabelText("期次"),
    );
    await user.keyboard("尾款");
    await user.click(screen.getByRole("button", { name: "差额记入末期" }));
    await user.click(screen.getByRole("button", { name: "保存" }));
    const day = within(screen.getByRole("group", { name: "尾款" })).getByLabelText<HTMLInputElement>(
      /^应收日期/u,
    );
    expect(document.activeElement).toBe(day);
    expect(day.getAttribute("aria-invalid")).toBe("true");
    fill(day, "2026/12/31");
    await user.click(screen.getByRole("button", { name: "保存" }));
    await screen.findByText(/^付款计划已保存/u);
    const [, row] = book.rows["instalments"] ?? [];
    expect(row).toMatchObject({ term: "尾款", amount: 210000 });
    expect(linesOf(await plan())[1]).toContain("应收 2026-12-31");
  });

  test("leaving the page keeps what was typed; Esc drops it, and gives it back on a word", async () => {
    const { user } = shown({ instalments: planned });
    await user.click(await screen.findByRole("button", { name: "改计划" }));
    fill(amountOf("首付"), "1");
    act(() => {
      window.location.hash = "#/today";
    });
    await waitFor(() => expect(screen.queryByText("还少 89,999 元")).toBeNull());
    act(() => {
      window.location.hash = `#/money?client=${wang}&unit=${unitNo}`;
    });
    expect((await screen.findByText("还少 89,999 元")).textContent).toBeTruthy();
    expect(amountOf("首付").value).toBe("1");
    act(() => amountOf("首付").focus());
    await user.keyboard("{Escape}");
    expect(await plan()).toBeTruthy();
    await user.click(await screen.findByRole("button", { name: "恢复" }));
    expect(amountOf("首付").value).toBe("1");
  });

  test("somebody changed the plan meanwhile: nothing is overwritten", async () => {
    const { book, user } = shown({ instalments: planned });
    await user.click(await screen.findByRole("button", { name: "改计划" }));
    fill(amountOf("首付"), "80000");
    await user.click(screen.getByRole("button", { name: "差额记入末期" }));
    const [first] = book.rows["instalments"] ?? [];
    if (first) first["amount"] = 85000;
    await user.click(screen.getByRole("button", { name: "保存" }));
    expect(await screen.findByText(/在修改的时候被别人改过/u)).toBeTruthy();
    expect(book.rows["instalments"]?.[0]).toMatchObject({ amount: 85000 });
  });
});

describe("a deal that changed", () => {
  test("another price: by how much, and the way to put it right", async () => {
    const { user } = shown({ deals: [{ ...sold, totalPrice: 310000 }], instalments: planned });
    const said = await screen.findByText(/付款计划合计 300000 元，比成交总价 310000 元少 10000 元/u);
    const bar = said.closest<HTMLElement>('[role="group"], .fui-MessageBar');
    await user.click(within(bar ?? document.body).getByRole("button", { name: "改计划" }));
    expect(screen.getByText("还少 10,000 元")).toBeTruthy();
  });

  test("another unit by hand: the plan left behind is taken over", async () => {
    const { book, user } = shown({
      instalments: planned.map((row) => ({ ...row, unitNo: "1-1-0101" })),
    });
    expect(await screen.findByText(/还有 2 期应收记在 1-1-0101，在那里没有成交/u)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "移到这一单" }));
    await user.click(screen.getByRole("button", { name: "保存" }));
    await screen.findByText(/^付款计划已保存/u);
    expect(book.rows["instalments"]?.map((row) => row["unitNo"])).toEqual([unitNo, unitNo]);
  });
});

describe("按揭资料", () => {
  const papers = () => screen.findByRole("region", { name: /^按揭资料/u });
  const given = [
    { clientId: wang, unitNo, paper: "身份证", handedInOn: "2026-11-03" },
    { clientId: wang, unitNo, paper: "户口本", dueOn: "2026-11-20" },
  ];

  test("which are in and when, which are missing; one click says 已交, 撤销 takes it back", async () => {
    const { book, user } = shown({ mortgagePapers: given });
    expect(linesOf(await papers()).slice(0, 3)).toEqual([
      "身份证已交 11-03",
      "户口本逾期 2 天记已交",
      "结婚证未交记已交",
    ]);
    expect(screen.getByText(/已交 1 份，共 9 份要求了还没交：户口本/u)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "户口本 记已交" }));
    expect(await screen.findByText("户口本已交，2026-11-22")).toBeTruthy();
    expect(linesOf(await papers())[1]).toBe("户口本已交 11-22");
    expect(book.rows["mortgagePapers"]).toHaveLength(2);
    await user.click(screen.getByRole("button", { name: "撤销" }));
    await waitFor(() => expect(book.rows["mortgagePapers"]?.[1]?.["handedInOn"] ?? null).toBeNull());
    fill(screen.getByLabelText(/^交件日期/u), "2026-11-21");
    await user.click(await screen.findByRole("button", { name: "收入证明 记已交" }));
    expect(await screen.findByText("收入证明已交，2026-11-21")).toBeTruthy();
  });

  test("asked for by a day: those that are ticked, none that is in", async () => {
    const { book, user } = shown({ mortgagePapers: given });
    await papers();
    await user.click(screen.getByRole("button", { name: "定应交日期" }));
    expect(screen.getByRole<HTMLInputElement>("checkbox", { name: "其他" }).checked).toBe(false);
    expect(screen.queryByRole("checkbox", { name: "身份证" })).toBeNull();
    for (const each of ["结婚证", "银行流水"]) await user.click(screen.getByRole("checkbox", { name: each }));
    await user.click(screen.getByRole("button", { name: "要求在这天前交" }));
    expect(await screen.findByText("已要求 5 份在 2026-11-29 前交")).toBeTruthy();
    expect(book.rows["mortgagePapers"]?.map((row) => row["paper"])).toEqual([
      "身份证",
      "户口本",
      "收入证明",
      "首付收据",
      "购房合同",
      "征信授权",
    ]);
    expect(linesOf(await papers())[1]).toBe("户口本11-29 前交记已交");
  });

  test("paid at once: folded, and says why", async () => {
    const { user } = shown({ deals: [{ ...sold, payment: "一次性付款" }] });
    const section = await papers();
    expect(within(section).queryByText("身份证")).toBeNull();
    await user.click(within(section).getByRole("button", { name: /^按揭资料/u }));
    expect(within(section).getByText("付款方式是“一次性付款”，一般不用交按揭资料。")).toBeTruthy();
  });
});

describe("the way there", () => {
  const target = `#/money?client=${wang}&unit=${unitNo}`;
  const ways = [
    ["销控", "#/board?unit=1-1-0201", "回款"],
    ["催款", "#/board?tab=chase", "打开 王建国 1-1-0201 的回款"],
    ["客户", `#/client?client=${wang}`, "打开 王建国 1-1-0201 的回款"],
    ["成交", `#/deal?client=${wang}`, "打开 王建国 1-1-0201 的回款"],
    ["今日", "#/today", "打开 王建国 1-1-0201 的回款"],
  ] as const;
  test.each(ways)("%s: one click", async (_, hash, name) => {
    const { user } = shown({ instalments: planned }, hash, { role: "manager" });
    const [button] = await screen.findAllByRole("button", { name });
    if (button === undefined) throw new Error("no button");
    await user.click(button);
    expect(window.location.hash).toBe(target);
    expect(await plan()).toBeTruthy();
  });

  test("all deals: the late first, found by name, number or unit; who has none is said", async () => {
    const other = { ...sold, dealId: "CLY-LX001", name: "李晓梅", consultant: "李强", unitNo: "1-1-0301" };
    const { user, view } = shown(
      {
        deals: [
          other,
          sold,
          { ...other, dealId: "CLY-QD001", name: "钱多多", unitNo: "1-1-0501" },
          { ...other, dealId: "CLY-ZZ001", name: "张志强", unitNo: "1-1-0401", totalPrice: 10 },
        ],
        instalments: [
          ...planned,
          { clientId: "LY-QD001", unitNo: "1-1-0501", term: "首付", dueOn: "2026-11-01", amount: 300000 },
        ],
        receipts: [
          { no: "1", date: "2026-11-02", clientId: "LY-ZZ001", unitNo: "1-1-0401", item: "房款", amount: 10 },
        ],
      },
      "#/money",
    );
    expect(await screen.findByText("4 宗符合，共 4 宗")).toBeTruthy();
    expect(screen.getAllByRole("region").map((each) => each.getAttribute("aria-label"))).toEqual([
      "回款",
      "逾期",
      "没有付款计划",
      "已收齐",
    ]);
    expect(linesOf(screen.getByRole("region", { name: "逾期" }))).toEqual([
      "钱多多1-1-0501 · 李强逾期 21 天首付欠 300,000 元",
      "王建国1-1-0201 · 王芳逾期 10 天首付欠 90,000 元",
    ]);
    expect(named((await axe(view.container)).violations)).toEqual([]);
    await user.type(screen.getByRole("searchbox", { name: "找成交" }), "lx001");
    expect(screen.getByText("1 宗符合，共 4 宗")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "李晓梅" }));
    expect(await screen.findByText("这一宗还没有付款计划")).toBeTruthy();
    await user.keyboard("{Escape}");
    act(() => {
      window.location.hash = "#/money?client=LY-QQ009";
    });
    expect(await screen.findByText(/^LY-QQ009 没有这一宗有效的成交/u)).toBeTruthy();
  });

  test("no deals at all: how to get one", async () => {
    const { user } = shown({ deals: [] }, "#/money");
    await user.click(await screen.findByRole("button", { name: "填成交报告" }));
    expect(window.location.hash).toBe("#/deal");
  });

  test("in English", async () => {
    shown({ instalments: planned, mortgagePapers: [] }, target, { language: "en-US" });
    expect(linesOf(await screen.findByRole("region", { name: "Payment plan" }))[0]).toBe(
      "首付90,000 yuan10 d lateDue 2026-11-12ReceiptRefuses",
    );
  });
});
