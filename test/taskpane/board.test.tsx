/** @jest-environment ./test/jsdom-environment.js */
import { act, waitFor, within } from "@testing-library/react";
import { axe } from "jest-axe";
import { generateUnits } from "../../src/domain/register/sales/generate-units";
import { yuanOf } from "../../src/domain/kit/money";
import { salesLedger } from "../../src/domain/register/sales/sales-ledger";
import { keepDraft } from "../../src/taskpane/entry/drafts";
import { inventClients } from "./invented-clients";
import { screen, showPane, type ShowOptions } from "./show";
import type { StandIn } from "./stand-in";

const named = (
  violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[],
) => violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);

/** Two floors of three doors in building 1, and one unit of building 2. */
const units = (book: StandIn, over: readonly Readonly<Record<string, string | number>>[] = []): void => {
  const rows = [
    ...["0201", "0202", "0203", "0301", "0302"].map((door) => ({
      unitNo: `1-1-${door}`,
      building: "1",
      section: "1",
      floor: door.slice(1, 2),
      door: door.slice(2),
      layout: door.endsWith("1") ? "3/2" : "2/2",
      floorArea: 100,
      unitPrice: 3000,
      status: "可售",
    })),
    {
      unitNo: "2-1-0101",
      building: "2",
      section: "1",
      floor: "1",
      door: "01",
      floorArea: 80,
      unitPrice: 3500,
      status: "不可售",
    },
  ];
  book.write(rows.map((row, at) => ({ kind: "append", form: "units", row: { ...row, ...over[at] } })));
};
const sold = {
  dealId: "CLY-WJ001",
  name: "王建国",
  consultant: "王芳",
  unitNo: "1-1-0201",
  subscribedOn: "2026-11-01",
  floorArea: 100,
  unitPrice: 3000,
  totalPrice: 300000,
};
const shown = (options: ShowOptions = {}, prepare: (book: StandIn) => void = () => undefined) => {
  keepDraft("board-receipt 1-1-0201", {});
  return showPane("#/board", {
    me: "王芳",
    ...options,
    prepare: (book) => {
      inventClients(book, 2);
      units(book);
      prepare(book);
    },
  });
};
const unit = (no: string) => screen.findByRole("button", { name: new RegExp(`^${no} `, "u") });

describe("the board", () => {
  test("floors downwards, doors across, states in words; the legend counts; no barrier", async () => {
    const { view } = shown({}, (book) => book.write([{ kind: "append", form: "deals", row: sold }]));
    const table = await screen.findByRole("table", { name: "1 栋 房源" });
    const rows = within(table).getAllByRole("row");
    expect(rows.map((row) => row.querySelector("th")?.textContent)).toEqual(["层", "3", "2"]);
    expect((await unit("1-1-0201")).getAttribute("aria-label")).toBe("1-1-0201 认购 3/2 100 ㎡ 300,000 元");
    const legend = screen.getByRole("list", { name: "状态" });
    expect(
      within(legend)
        .getAllByRole("listitem")
        .map((each) => each.textContent),
    ).toEqual(["可可售4", "留保留0", "认认购1", "签签约0", "售已售0", "停不可售0"]);
    expect(named((await axe(view.container)).violations)).toEqual([]);
  });

  test("one tab stop; arrows move over gaps; a tap opens the card, Esc closes it", async () => {
    // Above 0203 the third floor has no door 03, the fourth has no other.
    const { user, view } = shown({}, (book) =>
      book.write([
        {
          kind: "append",
          form: "units",
          row: { unitNo: "1-1-0403", building: "1", section: "1", floor: "4", door: "03" },
        },
      ]),
    );
    const first = await unit("1-1-0403");
    const tabbable = screen
      .getAllByRole("button")
      .filter((each) => each.dataset["at"] !== undefined && each.tabIndex === 0);
    expect(tabbable).toEqual([first]);
    act(() => first.focus());
    const at = () => document.activeElement?.getAttribute("aria-label")?.slice(0, 8);
    const ways: (string | undefined)[] = [];
    for (const key of [
      "ArrowLeft",
      "ArrowDown",
      "ArrowLeft",
      "ArrowUp",
      "ArrowRight",
      "ArrowDown",
      "ArrowRight",
      "ArrowUp",
      "ArrowDown",
    ]) {
      await user.keyboard(`{${key}}`);
      ways.push(at()?.slice(-4));
    }
    expect(ways).toEqual(["0403", "0203", "0202", "0302", "0302", "0202", "0203", "0403", "0203"]);
    await user.keyboard("{Enter}");
    const card = await screen.findByRole("region", { name: "房源 1-1-0203" });
    expect(within(card).getByText("2/2 · 100 ㎡")).toBeTruthy();
    expect(named((await axe(view.container)).violations)).toEqual([]);
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("region", { name: "房源 1-1-0203" })).toBeNull();
  });

  test("the filter counts what matches and says so; another building is chosen by name", async () => {
    const { user } = shown({}, (book) => book.write([{ kind: "append", form: "deals", row: sold }]));
    await unit("1-1-0201");
    expect(screen.getByText("5 套符合，共 5 套")).toBeTruthy();
    await user.click(screen.getByRole("checkbox", { name: "只看可售" }));
    expect(screen.getByText("4 套符合，共 5 套")).toBeTruthy();
    await user.type(screen.getByLabelText("总价不超过（万元）"), "29.9");
    expect(screen.getByText("0 套符合，共 5 套")).toBeTruthy();
    await user.click(screen.getByRole("combobox", { name: "楼栋" }));
    await user.click(await screen.findByRole("option", { name: /^2 栋/u }));
    expect(await screen.findByRole("table", { name: "2 栋 房源" })).toBeTruthy();
  });

  test("a unit is held for a client, and released", async () => {
    const { book, user } = shown();
    await user.click(await unit("1-1-0202"));
    await user.click(screen.getByRole("button", { name: "保留" }));
    await user.type(screen.getByRole("combobox", { name: /为哪位客户保留/u }), "WJ001");
    await user.click(await screen.findByRole("option", { name: /LY-WJ001/u }));
    await user.click(screen.getByRole("button", { name: "保存" }));
    expect(await screen.findByText(/^1-1-0202 已为 .* 保留$/u)).toBeTruthy();
    expect(book.rows["units"]?.[1]).toMatchObject({ status: "保留", clientId: "LY-WJ001" });
    await user.click(await screen.findByRole("button", { name: "释放保留" }));
    expect(await screen.findByText("1-1-0202 已释放，回到可售")).toBeTruthy();
    expect(book.rows["units"]?.[1]).toMatchObject({ status: "可售", clientId: null });
  });

  test("held for another since the board was read: said, and released on a second click", async () => {
    const held = { status: "保留", clientId: "LY-WJ001" };
    const { book, user } = shown({}, (sheet) =>
      sheet.write([
        { kind: "set", form: "units", row: 6, key: "status", was: "可售", value: "保留" },
        { kind: "set", form: "units", row: 6, key: "clientId", was: null, value: held.clientId },
      ]),
    );
    await user.click(await unit("1-1-0202"));
    book.write([
      { kind: "set", form: "units", row: 6, key: "clientId", was: held.clientId, value: "LY-LN001" },
    ]);
    await user.click(await screen.findByRole("button", { name: "释放保留" }));
    expect((await screen.findByRole("alert")).textContent).toContain(
      "现在是为 LY-LN001 保留的，您看到的还是 LY-WJ001",
    );
    expect(book.rows["units"]?.[1]).toMatchObject({ status: "保留", clientId: "LY-LN001" });
    await user.click(screen.getByRole("button", { name: "释放保留" }));
    expect(await screen.findByText("1-1-0202 已释放，回到可售")).toBeTruthy();
    expect(book.rows["units"]?.[1]).toMatchObject({ status: "可售", clientId: null });
  });

  test("成交 takes the unit along, 退房 the client too", async () => {
    const { user } = shown({}, (book) => {
      book.write([{ kind: "append", form: "deals", row: sold }]);
    });
    await user.click(await unit("1-1-0202"));
    await user.click(screen.getByRole("button", { name: "成交" }));
    expect(window.location.hash).toBe("#/deal?unit=1-1-0202");
    act(() => {
      window.location.hash = "#/board?unit=1-1-0201";
    });
    await user.click(await screen.findByRole("button", { name: "申请" }));
    await user.click(await screen.findByRole("menuitem", { name: "退房申请" }));
    expect(decodeURIComponent(window.location.hash)).toBe(
      "#/apply?kind=退房申请&client=LY-WJ001&unit=1-1-0201",
    );
  });

  test("signing: the deal has the day, the unit follows; a day before 认购 is refused with the reason", async () => {
    const { book, user } = shown({}, (each) => each.write([{ kind: "append", form: "deals", row: sold }]));
    await user.click(await unit("1-1-0201"));
    await user.click(screen.getByRole("button", { name: "签约" }));
    const day = screen.getByLabelText(/^签约日期/u);
    await user.clear(day);
    await user.type(day, "2026-10-31");
    await user.click(screen.getByRole("button", { name: "保存" }));
    expect(await screen.findByText(/早于认购日期 2026-11-01/u)).toBeTruthy();
    await user.clear(day);
    await user.type(day, "2026-11-20");
    await user.click(screen.getByRole("button", { name: "保存" }));
    expect(await screen.findByText("1-1-0201 已签约")).toBeTruthy();
    expect(book.rows["units"]?.[0]).toMatchObject({ status: "签约", clientId: "LY-WJ001" });
    expect(salesLedger(book.book(), book.services.today()).deals[0]?.signedOn).toBe("2026-11-20");
  });

  test("a receipt: number and client are there; more than the price is refused with the figures", async () => {
    const { book, user } = shown({}, (each) => each.write([{ kind: "append", form: "deals", row: sold }]));
    await user.click(await unit("1-1-0201"));
    await user.click(screen.getByRole("button", { name: "收款" }));
    expect(screen.getByLabelText<HTMLInputElement>(/^收据号/u).value).toBe("0000001");
    const amount = screen.getByLabelText(/^金额/u);
    await user.type(amount, "300000.01");
    await user.click(screen.getByRole("button", { name: "保存" }));
    expect(await screen.findByText(/多出 0.01 元/u)).toBeTruthy();
    await user.clear(amount);
    await user.type(amount, "2万");
    await user.click(screen.getByRole("button", { name: "保存" }));
    expect(await screen.findByText(/^已收款 /u)).toBeTruthy();
    expect(book.rows["receipts"]).toMatchObject([
      {
        no: "0000001",
        clientId: "LY-WJ001",
        unitNo: "1-1-0201",
        item: "大定金",
        amount: 20000,
        receivedBy: "王芳",
      },
    ]);
    expect(await screen.findByText("20,000 元")).toBeTruthy();
  });

  test("催款: who owes what, how late; 客户拒付 hands it to finance", async () => {
    const { book, user, view } = shown({}, (each) =>
      each.write([
        { kind: "append", form: "deals", row: sold },
        {
          kind: "append",
          form: "instalments",
          row: { clientId: "LY-WJ001", unitNo: "1-1-0201", term: "首付", dueOn: "2026-11-12", amount: 90000 },
        },
      ]),
    );
    await user.click(await screen.findByRole("tab", { name: /^催款\s*2$/u }));
    expect(screen.getAllByText(/^逾期 \d+ 天$/u).map((each) => each.textContent)).toEqual([
      "逾期 14 天",
      "逾期 10 天",
    ]);
    expect(screen.getByText("首付欠 90,000 元")).toBeTruthy();
    expect(named((await axe(view.container)).violations)).toEqual([]);
    await user.click(screen.getByRole("button", { name: "王建国 客户拒付" }));
    expect(screen.getByText(/^王建国 拒付？/u)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "确定" }));
    expect(await screen.findByText("转财务催款")).toBeTruthy();
    expect(book.rows["instalments"]?.[0]).toMatchObject({ refused: "是" });
    await user.click(screen.getByRole("button", { name: "王建国 撤回拒付" }));
    await waitFor(() => expect(book.rows["instalments"]?.[0]).toMatchObject({ refused: "否" }));
  });

  test("催款: a paper past its day stands below, and is not counted as money", async () => {
    const { user } = shown({}, (each) =>
      each.write([
        { kind: "append", form: "deals", row: sold },
        {
          kind: "append",
          form: "mortgagePapers",
          row: { clientId: "LY-WJ001", unitNo: "1-1-0201", paper: "户口本", dueOn: "2026-11-12" },
        },
      ]),
    );
    await user.click(await screen.findByRole("tab", { name: /^催款\s*1$/u }));
    expect(screen.getByRole("heading", { name: "按揭资料 1" })).toBeTruthy();
    expect(screen.getByText("户口本没有交")).toBeTruthy();
  });

  test("an empty board says how to fill it, and generates a building", async () => {
    const { book, user, view } = showPane("#/board", { me: "王芳" });
    expect(await screen.findByText("销控表还没有房源")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "批量生成房源" }));
    expect(screen.getByText("请填楼栋、楼层，每户填面积和单价")).toBeTruthy();
    await user.type(screen.getByLabelText("面积 ㎡ 1"), "92.5");
    await user.type(screen.getByLabelText("单价 1"), "3600");
    await user.click(screen.getByRole("button", { name: "删去 02 户" }));
    await user.click(screen.getByRole("button", { name: "添一户" }));
    expect(screen.getByText("将添 12 套：1-1-0101 … 1-1-0602")).toBeTruthy();
    expect(named((await axe(view.container)).violations)).toEqual([]);
    await user.click(screen.getByRole("button", { name: "生成" }));
    expect(await screen.findByText("已添 12 套房源")).toBeTruthy();
    expect(book.rows["units"]).toHaveLength(12);
    expect(await screen.findByRole("table", { name: "1 栋 房源" })).toBeTruthy();
  });

  test("in English", async () => {
    shown({ language: "en-US" });
    expect((await unit("1-1-0201")).getAttribute("aria-label")).toBe(
      "1-1-0201 For sale 3/2 100 ㎡ 300,000 yuan",
    );
    expect(screen.getByText("5 of 5 units")).toBeTruthy();
  });
});

describe("成交 with a board", () => {
  test("the unit brings area, prices and layout; sold ones are not offered, and of many only some at once", async () => {
    const { user } = showPane("#/today", {
      me: "王芳",
      prepare: (book) => {
        inventClients(book, 1);
        const made = generateUnits(
          salesLedger(book.book(), book.services.today()),
          {
            buildings: "1-4",
            sections: 1,
            fromFloor: 1,
            toFloor: 25,
            without: "",
            propertyType: "小高层",
            doors: [{ door: "01", layout: "3/2", floorArea: 89.5, unitPrice: yuanOf(3800) }],
          },
          book.services.today(),
        );
        if (typeof made === "string") throw new Error(made);
        book.write(made.changes);
        book.write([{ kind: "set", form: "units", row: 5, key: "status", was: "可售", value: "不可售" }]);
      },
    });
    act(() => {
      window.location.hash = "#/deal?client=LY-WJ001";
    });
    const box = await screen.findByRole("combobox", { name: /房源编号/u });
    await user.click(box);
    await screen.findByText("1-1-0201");
    const options = () => [...document.querySelectorAll<HTMLElement>('[role="option"]')];
    const offered = options().map((each) => each.textContent);
    expect(offered).toHaveLength(41);
    expect(offered.at(-1)).toBe("还有 59 项，再输入几个字");
    expect(offered).not.toContain("1-1-0101");
    await user.type(box, "4-1-25");
    await user.click(await screen.findByText("4-1-2501"));
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>(/^建筑面积/u).value).toBe("89.5"));
    expect(screen.getByLabelText<HTMLInputElement>(/^成交单价/u).value).toBe("3,800");
    expect(screen.getByLabelText<HTMLInputElement>(/^成交总价/u).value).toBe("340,100");
    expect(screen.getByText(/单价 × 面积 = 340,100 元/u)).toBeTruthy();
  });
});
