/** @jest-environment ./test/jsdom-environment.js */
import { waitFor, within } from "@testing-library/react";
import { axe } from "jest-axe";
import { inventClients } from "./invented-clients";
import type { StandIn } from "./stand-in";
import { screen, showPane } from "./show";

/** The first client has bought 1-1-101 and paid a deposit; 1-1-102 is free. */
const sold = (book: StandIn): string => {
  inventClients(book, 2);
  const client = String(book.rows["visitors"]?.[0]?.["clientId"]);
  const unit = { building: "1", section: "1", floor: "1", layout: "3/2", floorArea: 100, unitPrice: 8000 };
  book.rows["units"] = [
    { ...unit, unitNo: "1-1-101", door: "01", status: "认购", clientId: client },
    { ...unit, unitNo: "1-1-102", door: "02", status: "可售" },
  ];
  book.rows["deals"] = [
    {
      dealId: `C${client}`,
      consultant: "王芳",
      subscribedOn: 46_330,
      name: "示例客户",
      unitNo: "1-1-101",
      floorArea: 100,
      unitPrice: 8000,
      totalPrice: 800_000,
    },
  ];
  book.rows["receipts"] = [
    { no: "SJ001", date: 46_330, clientId: client, unitNo: "1-1-101", item: "大定金", amount: 50_000 },
  ];
  for (const row of book.rows["grades"] ?? []) if (row["clientId"] === client) row["reachedDeal"] = 46_330;
  return client;
};

const special = async (prepare: (book: StandIn) => void): Promise<ReturnType<typeof showPane>> => {
  const shown = showPane("#/apply?new=1", { role: "manager", me: "王芳", prepare });
  const { user, book } = shown;
  const other = String(book.rows["visitors"]?.[1]?.["clientId"]);
  await user.click(await screen.findByRole("radio", { name: "特惠申请" }));
  await user.click(screen.getByRole("combobox", { name: /^客户编号/u }));
  await user.paste(other);
  await user.click(await screen.findByRole("option", { name: new RegExp(other, "u") }));
  return shown;
};
const valueOf = (name: RegExp): string => screen.getByRole<HTMLInputElement>("textbox", { name }).value;

test("who has no deal yet: it is said, and the unit brings its layout, area and prices from 销控表", async () => {
  const { user } = await special((book) => {
    sold(book);
    book.rows["units"]?.push({
      unitNo: "1-1-103",
      building: "1",
      section: "1",
      floor: "1",
      door: "03",
      layout: "2/2",
      floorArea: 80,
      unitPrice: 7000,
      status: "可售",
    });
  });
  expect(await screen.findByText(/^这位客户还没有成交：请填房号/u)).toBeTruthy();
  const unit = screen.getByRole("combobox", { name: /^房号/u });
  await user.type(unit, "1-1-102");
  await user.tab();
  await waitFor(() => expect(valueOf(/^总房款/u)).toBe("800,000"));
  expect(valueOf(/^面积/u)).toBe("100");
  expect(valueOf(/^单价/u)).toBe("8,000");
  // Another unit takes the place of what the first filled in, not of what somebody typed.
  await user.clear(screen.getByRole("textbox", { name: /^单价/u }));
  await user.type(screen.getByRole("textbox", { name: /^单价/u }), "6900");
  await user.tab();
  await user.clear(unit);
  await user.type(unit, "1-1-103");
  await user.tab();
  await waitFor(() => expect(valueOf(/^面积/u)).toBe("80"));
  expect(valueOf(/^单价/u)).toBe("6,900");
});

/** A paper of this kind for the client who has bought 1-1-101. */
const begun = async (kind: string): Promise<ReturnType<typeof showPane>> => {
  let client = "";
  const shown = showPane("#/apply?new=1", {
    role: "manager",
    me: "王芳",
    prepare: (each) => void (client = sold(each)),
  });
  const { user } = shown;
  await user.click(await screen.findByRole("radio", { name: kind }));
  await user.click(screen.getByRole("combobox", { name: /^客户编号/u }));
  await user.paste(client);
  await user.click(await screen.findByRole("option", { name: new RegExp(client, "u") }));
  await waitFor(() => expect(valueOf(/^总房款/u)).toBe("800,000"));
  return shown;
};

test("another unit typed over the deal's own: its layout and prices come, what somebody typed stays", async () => {
  const { user, book } = await begun("特惠申请");
  Object.assign(book.rows["units"]?.[1] ?? {}, { floorArea: 80, layout: "2/2" });
  book.tell({ source: "colleague" });
  const price = screen.getByRole("textbox", { name: /^单价/u });
  await user.clear(price);
  await user.type(price, "7900");
  await user.tab();
  const unit = screen.getByRole("combobox", { name: /^房号/u });
  await user.clear(unit);
  expect(valueOf(/^面积/u)).toBe("");
  await user.type(unit, "1-1-102");
  await user.tab();
  await waitFor(() => expect(valueOf(/^面积/u)).toBe("80"));
  expect(valueOf(/^总房款/u)).toBe("640,000");
  expect(valueOf(/^单价/u)).toBe("7,900");
  // A unit the board does not know: nothing of another stays.
  await user.clear(unit);
  await user.type(unit, "9-9-909");
  await user.tab();
  expect([/^面积/u, /^总房款/u, /^单价/u].map(valueOf)).toEqual(["", "", "7,900"]);
});

test("a client without a deal: a refund asks nothing further, and leads to the report of the deal", async () => {
  const { book, user, view } = showPane("#/apply?new=1", {
    role: "manager",
    prepare: (each) => void sold(each),
  });
  const other = String(book.rows["visitors"]?.[1]?.["clientId"]);
  await user.click(await screen.findByRole("radio", { name: "退房申请" }));
  await user.click(screen.getByRole("combobox", { name: /^客户编号/u }));
  await user.paste(other);
  await user.click(await screen.findByRole("option", { name: new RegExp(other, "u") }));
  expect(await screen.findByText(`${other} 没有正在履行的成交`)).toBeTruthy();
  expect(screen.queryByRole("textbox", { name: /^退房原因/u })).toBeNull();
  expect(screen.queryByRole("button", { name: "提交申请" })).toBeNull();
  expect((await axe(view.container)).violations).toEqual([]);
  await user.click(screen.getByRole("button", { name: "填成交报告" }));
  expect(window.location.hash).toBe(`#/deal?client=${other}`);
});

test("a unit that is not the client's is said as it is typed, with the units that are", async () => {
  const { user } = await begun("退房申请");
  const unit = screen.getByRole("combobox", { name: /^房号/u });
  await user.clear(unit);
  await user.type(unit, "1-1-10");
  expect(screen.queryByText(/没有有效的成交/u)).toBeNull();
  await user.type(unit, "2");
  expect(await screen.findByText(/在 1-1-102 没有有效的成交/u)).toBeTruthy();
  expect(screen.getByText("这位客户成交的房号：1-1-101。请改房号，或核对客户。")).toBeTruthy();
});

test("a blank the paper cannot do without is one error from the first, and / is not enough", async () => {
  const { user } = await special((book) => void sold(book));
  await user.click(screen.getByRole("button", { name: "提交申请" }));
  const asked = await screen.findByRole("button", { name: /^申请优惠额/u });
  expect(asked).toBeTruthy();
  expect(screen.queryByText(/选了“特惠申请”/u)).toBeNull();
  const errors = (): string => screen.getByText(/^还有 \d+ 处要改$/u).textContent ?? "";
  const before = errors();
  const blank = screen.getByRole("textbox", { name: /^申请优惠额/u });
  await user.type(blank, "/");
  await user.tab();
  expect(errors()).toBe(before);
  await user.clear(blank);
  await user.type(blank, "20000");
  await user.tab();
  await waitFor(() => expect(errors()).not.toBe(before));
});

test("an application begun and not handed in stands on top of the list, as a draft", async () => {
  await special((book) => void sold(book));
  window.location.hash = "#/apply";
  const line = await screen.findByRole("button", { name: /草稿/u });
  expect(line.textContent).toContain("特惠");
  expect(line.textContent).toContain("还没提交，继续填");
  line.click();
  await waitFor(() => expect(window.location.hash).toBe("#/apply?new=1"));
  expect(await screen.findByRole("radio", { name: "特惠申请", checked: true })).toBeTruthy();
});

describe("申请", () => {
  test("an empty book says what it is for", async () => {
    const { view } = showPane("#/apply", { role: "manager" });
    expect(await screen.findByText("还没有申请")).toBeTruthy();
    expect((await axe(view.container)).violations).toEqual([]);
  });

  test("a refund: filled from the deal, signed in the document's order, carried out in one act", async () => {
    let client = "";
    const { book, user, view } = showPane("#/apply?new=1", {
      role: "manager",
      me: "王芳",
      prepare: (each) => {
        client = sold(each);
      },
    });
    await user.click(await screen.findByRole("radio", { name: "退房申请" }));
    await user.click(screen.getByRole("combobox", { name: /^客户编号/u }));
    await user.paste(client);
    await user.click(await screen.findByRole("option", { name: new RegExp(client, "u") }));
    await waitFor(() =>
      expect(screen.getByRole<HTMLInputElement>("textbox", { name: /^已付房款/u }).value).toBe("50,000"),
    );
    // Where the home stands is asked of every paper, not under another paper's name.
    expect(screen.getByRole("group", { name: "房屋位置" })).toBeTruthy();
    expect(screen.queryByRole("group", { name: "户型结构变更" })).toBeNull();
    expect((await axe(view.container)).violations).toEqual([]);
    for (const [blank, typed] of [
      [/^退房原因/u, "家中急用钱，放弃购房"],
      [/^申请理由/u, "家中急用钱，放弃购房"],
      [/^违约金/u, "5000"],
    ] as const) {
      await user.click(screen.getByRole("textbox", { name: blank }));
      await user.paste(typed);
    }
    expect(screen.getByText("应退 45,000 元")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "提交申请" }));

    for (const [who, name] of [
      ["销售部", "赵敏"],
      ["总经理", "钱总"],
      ["财务部", "孙会计"],
    ] as const) {
      const panel = await screen.findByRole("form", { name: `轮到${who}签意见` });
      await user.click(within(panel).getByRole("radio", { name: "同意" }));
      await user.click(within(panel).getByRole("textbox", { name: "签字人" }));
      await user.paste(name);
      await user.click(within(panel).getByRole("button", { name: "签意见" }));
    }
    const carry = await screen.findByRole("form", { name: "办理" });
    await user.click(within(carry).getByRole("button", { name: "办结" }));
    await waitFor(() => expect(book.rows["applications"]?.[0]?.["closedOn"]).toBeTruthy());
    expect(book.rows["units"]?.[0]?.["status"]).toBe("可售");
    expect(book.rows["receipts"]?.at(-1)).toMatchObject({ item: "退款", amount: 45_000 });
  });

  test("nobody signs before their turn, and a no ends it", async () => {
    const { book, user } = showPane("#/apply?no=SQ-20261101-01", {
      role: "manager",
      prepare: (each) => {
        const client = sold(each);
        each.rows["applications"] = [
          {
            no: "SQ-20261101-01",
            kind: "更名申请",
            clientId: client,
            unitNo: "1-1-101",
            appliedOn: 46_327,
            reason: "改为配偶姓名",
            newName: "示例配偶",
          },
        ];
      },
    });
    const panel = await screen.findByRole("form", { name: "轮到销售部签意见" });
    await user.click(within(panel).getByRole("radio", { name: "不同意" }));
    await user.click(within(panel).getByRole("button", { name: "签意见" }));
    expect(await within(panel).findByText(/销售部负责人|必须填写|不能/u)).toBeTruthy();
    await user.type(within(panel).getByRole("textbox", { name: "签字人" }), "赵敏");
    const day = within(panel).getByRole("textbox", { name: "日期" });
    await user.clear(day);
    await user.type(day, "前几天");
    await user.click(within(panel).getByRole("button", { name: "签意见" }));
    expect(await within(panel).findByText(/“前几天”不是日期/u)).toBeTruthy();
    await user.clear(day);
    await user.type(day, "2026.11.20");
    await user.click(within(panel).getByRole("button", { name: "签意见" }));
    await waitFor(() => expect(book.rows["applications"]?.[0]?.["salesOpinion"]).toBe("不同意"));
    expect(book.rows["applications"]?.[0]?.["salesOn"]).toBe(46_346);
    await waitFor(() => expect(screen.queryByRole("form", { name: /签意见/u })).toBeNull());
    expect(screen.queryByRole("form", { name: "办理" })).toBeNull();
  });

  test("a home made over: what is still the former owner's is said, each of it", async () => {
    let client = "";
    const { book, user } = showPane("#/apply?no=SQ-20261101-01", {
      role: "manager",
      prepare: (each) => {
        client = sold(each);
        Object.assign(each.rows["deals"]?.[0] ?? {}, { gender: "男", phone: "13803791234" });
        each.rows["applications"] = [
          {
            no: "SQ-20261101-01",
            kind: "更名申请",
            clientId: client,
            unitNo: "1-1-101",
            appliedOn: 46_331,
            reason: "转给弟弟",
            newName: "另一业主",
            ownerSignedOn: 46_331,
            ...{ salesOpinion: "同意", salesSigner: "赵敏" },
            ...{ managerOpinion: "同意", managerSigner: "钱总" },
            ...{ financeOpinion: "同意", financeSigner: "孙会计" },
          },
        ];
      },
    });
    const carry = await screen.findByRole("form", { name: "办理" });
    await user.click(within(carry).getByRole("button", { name: "办结" }));
    expect(
      await screen.findByText(
        `成交报告第 5 行的性别、联系电话还是原业主 示例客户 的；${client} 的来访登记、客户档案和老客户维护还是原业主 示例客户 的，原业主同意接收信息不等于 另一业主 同意`,
      ),
    ).toBeTruthy();
    expect(book.rows["deals"]?.[0]).toMatchObject({ name: "另一业主", gender: "男", phone: "13803791234" });
  });

  test("R13: what else is open of the deal is said, and one click away; after a discount the plan is", async () => {
    let client = "";
    const { book, user, view } = showPane("#/apply?no=SQ-20261101-01", {
      role: "manager",
      prepare: (each) => {
        client = sold(each);
        const about = { clientId: client, unitNo: "1-1-101", appliedOn: 46_331, reason: "示例" };
        const agreed = {
          ...{ salesOpinion: "同意", salesSigner: "赵敏" },
          ...{ managerOpinion: "同意", managerSigner: "钱总" },
          ...{ financeOpinion: "同意", financeSigner: "孙会计" },
        };
        each.rows["instalments"] = [
          { clientId: client, unitNo: "1-1-101", term: "首付", dueOn: 46_400, amount: 800_000 },
        ];
        each.rows["applications"] = [
          {
            ...{ ...about, ...agreed, no: "SQ-20261101-01", kind: "特惠申请" },
            ...{ totalPrice: 800_000, discountAsked: 8000 },
          },
          { ...about, no: "SQ-20261101-02", kind: "更名申请", newName: "示例配偶" },
        ];
      },
    });
    expect(await screen.findByText(/1 份申请没有办结：SQ-20261101-02 更名申请（草稿）/u)).toBeTruthy();
    expect((await axe(view.container)).violations).toEqual([]);
    await user.click(screen.getByRole("button", { name: "SQ-20261101-02" }));
    expect(await screen.findByText(/没有办结：SQ-20261101-01 特惠申请（已批准）/u)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "SQ-20261101-01" }));
    const carry = await screen.findByRole("form", { name: "办理" });
    await user.click(within(carry).getByRole("button", { name: "办结" }));
    expect(await screen.findByText(/^总房款由 800000 元变为 792000 元；这一单还有 1 份申请/u)).toBeTruthy();
    await user.click(await screen.findByRole("button", { name: "修改付款计划" }));
    expect(window.location.hash).toBe(`#/money?client=${client}&unit=1-1-101`);
    expect(book.rows["deals"]?.[0]).toMatchObject({ totalPrice: 792_000 });
  });

  test("R13: one who applies sees before it is handed in what is open of the deal already", async () => {
    let client = "";
    const { user } = showPane("#/apply?new=1", {
      role: "manager",
      prepare: (each) => {
        client = sold(each);
        const about = { clientId: client, unitNo: "1-1-101", appliedOn: 46_331, reason: "示例" };
        each.rows["applications"] = [
          {
            ...{ ...about, no: "SQ-20261101-01", kind: "退房申请", paid: 50_000, refundReason: "示例" },
            ...{ salesOpinion: "同意", salesSigner: "赵敏" },
            ...{ managerOpinion: "同意", managerSigner: "钱总" },
            ...{ financeOpinion: "同意", financeSigner: "孙会计" },
          },
        ];
      },
    });
    await user.click(await screen.findByRole("radio", { name: "调房申请" }));
    await user.click(screen.getByRole("combobox", { name: /^客户编号/u }));
    await user.paste(client);
    await user.click(await screen.findByRole("option", { name: new RegExp(client, "u") }));
    expect(
      await screen.findByText("这一单的退房申请 SQ-20261101-01 已经批准，调房申请不能再办结"),
    ).toBeTruthy();
  });

  test("who said neither yes nor no is asked again, and a remark that leaves it open is not taken", async () => {
    const { book, user } = showPane("#/apply?no=SQ-20261101-01", {
      role: "manager",
      prepare: (each) => {
        const about = { clientId: sold(each), unitNo: "1-1-101", appliedOn: 46_327, reason: "示例" };
        each.rows["applications"] = [
          { ...about, no: "SQ-20261101-01", kind: "更名申请", newName: "示例配偶", salesOpinion: "待定" },
        ];
      },
    });
    const panel = await screen.findByRole("form", { name: "轮到销售部签意见" });
    await user.click(within(panel).getByRole("radio", { name: "同意" }));
    await user.click(within(panel).getByRole("textbox", { name: "签字人" }));
    await user.paste("赵敏");
    const remark = within(panel).getByRole("textbox", { name: /说明|备注/u });
    await user.click(remark);
    await user.paste("是否退定金再议");
    await user.click(within(panel).getByRole("button", { name: "签意见" }));
    expect(await within(panel).findByText(/看不出同意还是不同意/u)).toBeTruthy();
    expect(book.rows["applications"]?.[0]?.["salesOpinion"]).toBe("待定");
    await user.clear(remark);
    await user.click(within(panel).getByRole("button", { name: "签意见" }));
    await screen.findByRole("form", { name: "轮到总经理签意见" });
    expect(book.rows["applications"]?.[0]?.["salesOpinion"]).toBe("同意");
  });

  test("the list puts what waits first", async () => {
    showPane("#/apply", {
      role: "manager",
      prepare: (each) => {
        const client = sold(each);
        const about = { clientId: client, unitNo: "1-1-101", appliedOn: 46_327, reason: "示例" };
        each.rows["applications"] = [
          { ...about, no: "SQ-20261101-01", kind: "特惠申请", salesOpinion: "不同意" },
          { ...about, no: "SQ-20261101-02", kind: "更名申请", salesOpinion: "同意" },
        ];
      },
    });
    const waiting = await screen.findByRole("region", { name: "待签与待办" });
    expect(within(waiting).getByText("等总经理签")).toBeTruthy();
    expect(within(screen.getByRole("region", { name: "已办结与已驳回" })).getByText("特惠申请")).toBeTruthy();
  });
});
