/** @jest-environment ./test/jsdom-environment.js */
import { waitFor, within } from "@testing-library/react";
import { axe } from "jest-axe";
import { visitors } from "../../src/domain/forms/visitors";
import { cellOf } from "../../src/workbook/plan/cells";
import { WorkbookRefused } from "../../src/workbook/port";
import { inventClients } from "./invented-clients";
import { screen, showPane, turnTo } from "./show";

const talk =
  "看了三房样板间，满意朝南的客厅，担心总价超出预算，想和爱人再商量，约好周末带父母一起来看小区环境和学校。";

const fillVisit = async (user: ReturnType<typeof showPane>["user"], name = "张三"): Promise<void> => {
  await user.type(await screen.findByLabelText(/客户姓名/u), name);
  await user.click(screen.getByRole("radio", { name: "男" }));
  await user.click(screen.getByRole("checkbox", { name: "路过" }));
  await user.type(screen.getByLabelText("手机"), "13803791234");
  await user.click(screen.getByLabelText(/其他洽谈内容/u));
  await user.paste(talk);
};

test("the number to come shows as the name is typed, and saving writes register, grade and first contact", async () => {
  const { book, user } = showPane("#/visit", { me: "王芳" });
  await fillVisit(user);
  expect(screen.getByText("LY-ZS001")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "保存" }));
  expect(await screen.findByText("已登记 张三 LY-ZS001")).toBeTruthy();
  expect(book.rows["visitors"]).toMatchObject([
    { clientId: "LY-ZS001", name: "张三", mobile: "138 0379 1234", consultant: "王芳", channels: "路过" },
  ]);
  expect(book.rows["grades"]).toHaveLength(1);
  expect(book.rows["followUps"]).toMatchObject([{ clientId: "LY-ZS001", method: "来访", notes: talk }]);
});

test("what was said of a page goes with it; 撤销 stays in the menu", async () => {
  const { user } = showPane("#/visit", { me: "王芳" });
  await fillVisit(user);
  await user.click(screen.getByRole("button", { name: "保存" }));
  const toast = await screen.findByText("已登记 张三 LY-ZS001");
  // It lies over nothing: it stands in the pane's own column.
  expect(document.querySelector("#anchang-page")?.parentElement?.contains(toast)).toBe(true);
  turnTo("client");
  await screen.findByRole("searchbox", { name: "找客户" });
  await waitFor(() => expect(screen.queryByText("已登记 张三 LY-ZS001")).toBeNull());
});

test("撤销 in the toast takes the registration back", async () => {
  const { book, user } = showPane("#/visit", { me: "王芳" });
  await fillVisit(user);
  await user.click(screen.getByRole("button", { name: "保存" }));
  await user.click(await screen.findByRole("button", { name: "撤销" }));
  expect(await screen.findByText("已撤销")).toBeTruthy();
  expect(book.rows["visitors"]).toEqual([]);
});

test("what is thin about a visit just saved is said in full, and is filled in from there and from the client's page", async () => {
  const { user } = showPane("#/visit", { me: "王芳" });
  await fillVisit(user);
  await user.click(screen.getByRole("button", { name: "保存" }));
  const bar = (await screen.findByText("张三 LY-ZS001 已登记，还有 3 处不全")).parentElement as HTMLElement;
  expect(within(bar).getAllByRole("listitem")).toHaveLength(3);
  expect(within(bar).getByText(/没有写意向产品，这次接待不计归属/u)).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "补上" }));
  expect(window.location.hash).toBe("#/client?client=LY-ZS001&do=edit");

  window.location.hash = "#/client?client=LY-ZS001";
  expect(await screen.findByText(/^本案场按 000，000 没有写这一条，依据 004 第一部分一/u)).toBeTruthy();
  const verdict = screen.getByRole("region", { name: "归谁，为什么" });
  await user.click(within(verdict).getByRole("button", { name: "补上" }));
  expect(window.location.hash).toBe("#/client?client=LY-ZS001&do=edit");
  window.location.hash = "#/client?client=LY-ZS001";
  await user.click(
    within(await screen.findByRole("region", { name: "归谁，为什么" })).getByRole("button", { name: "交接" }),
  );
  expect(window.location.hash).toBe("#/client?client=LY-ZS001&do=assign");
});

test("what is thin is not said any more of a registration that was taken back", async () => {
  const { user } = showPane("#/visit", { me: "王芳" });
  await fillVisit(user);
  await user.click(screen.getByRole("button", { name: "保存" }));
  expect(await screen.findByText(/还有 3 处不全/u)).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "撤销" }));
  expect(await screen.findByText("已撤销")).toBeTruthy();
  expect(screen.queryByText(/还有 3 处不全/u)).toBeNull();
});

test("a phone that is known shows whose it is before anything is written", async () => {
  const { book, user } = showPane("#/visit", { me: "王芳", prepare: (each) => inventClients(each, 1) });
  await user.type(await screen.findByLabelText("手机"), "13837910000");
  await user.tab();
  const card = await screen.findByText("138 3791 0000 已有登记");
  expect(within(card.parentElement as HTMLElement).getByText(/王建国 · LY-WJ001/u)).toBeTruthy();
  expect(book.rows["visitors"]).toHaveLength(1);
  await user.click(screen.getByRole("button", { name: "用这位客户" }));
  expect(screen.getByText("登记给 王建国 LY-WJ001")).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>(/客户姓名/u).value).toBe("王建国");
});

test.each([
  ["用这位客户", undefined, "已登记 王建国 LY-WJ001"],
  ["是另一位", "夫妻", "已登记 张三 LY-ZS001"],
])("saving before the card is answered is no dead end: %s, then saved", async (answer, reason, saved) => {
  const { user } = showPane("#/visit", { me: "王芳", prepare: (each) => inventClients(each, 1) });
  await fillVisit(user);
  await user.clear(screen.getByLabelText("手机"));
  await user.type(screen.getByLabelText("手机"), "13837910000");
  await user.tab();
  await user.click(screen.getByRole("button", { name: "保存" }));
  expect((await screen.findAllByText(/已登记为/u)).length).toBeGreaterThan(0);
  if (reason === undefined) {
    await user.clear(screen.getByLabelText(/客户姓名/u));
    await user.type(screen.getByLabelText(/客户姓名/u), "王建国");
  }
  await user.click(screen.getByRole("button", { name: answer }));
  if (reason !== undefined) await user.type(screen.getByLabelText("为什么共用电话"), reason);
  expect(screen.queryByText(/已登记为/u)).toBeNull();
  await user.click(screen.getByRole("button", { name: "保存" }));
  expect(await screen.findByText(saved)).toBeTruthy();
});

test("a number near somebody else's is told beside its blank, and asks nothing", async () => {
  const { book, user } = showPane("#/visit", { me: "王芳", prepare: (each) => inventClients(each, 1) });
  await fillVisit(user);
  await user.clear(screen.getByLabelText("手机"));
  await user.type(screen.getByLabelText("手机"), "13837910001");
  const hint = /138 3791 0001 与 来访登记第 5 行 王建国（LY-WJ001，.+）的 138 3791 0000 只差一位/u;
  expect(await screen.findByText(hint)).toBeTruthy();
  expect(screen.getByText(/也可能只是号码相近的两个人/u)).toBeTruthy();
  expect(screen.queryByRole("alert")).toBeNull();
  await user.click(screen.getByRole("button", { name: "保存" }));
  expect(await screen.findByText("已登记 张三 LY-ZS001")).toBeTruthy();
  expect(book.rows["visitors"]).toHaveLength(2);
});

test("是另一位 asks why they share a phone and gives a number of its own", async () => {
  const { book, user } = showPane("#/visit", { me: "王芳", prepare: (each) => inventClients(each, 1) });
  await fillVisit(user);
  await user.clear(screen.getByLabelText("手机"));
  await user.type(screen.getByLabelText("手机"), "13837910000");
  await user.tab();
  await user.click(await screen.findByRole("button", { name: "是另一位" }));
  expect(document.activeElement).toBe(screen.getByLabelText("为什么共用电话"));
  await user.type(screen.getByLabelText("为什么共用电话"), "夫妻");
  await user.click(screen.getByRole("button", { name: "保存" }));
  expect(await screen.findByText("已登记 张三 LY-ZS001")).toBeTruthy();
  expect(book.rows["grades"]?.[1]?.["remarks"]).toContain("夫妻");
});

test("what is missing is said beside its blank and in a summary, and the first blank gets the focus", async () => {
  const { user } = showPane("#/visit");
  await user.type(await screen.findByLabelText(/客户姓名/u), "张三");
  await user.click(screen.getByRole("button", { name: "保存" }));
  expect(screen.getByText("还有 4 处要改")).toBeTruthy();
  expect(document.activeElement?.id).toBe("visitors-consultant");
  expect(screen.getByRole("button", { name: "性别" })).toBeTruthy();
});

test("a mobile with ten digits is an error that says so", async () => {
  const { user } = showPane("#/visit");
  await user.type(await screen.findByLabelText("手机"), "1380379123");
  await user.tab();
  expect(await screen.findByText(/有 10 位，手机号应为 11 位/u)).toBeTruthy();
});

test("a name without a reading asks for two letters", async () => {
  const { user } = showPane("#/visit", { me: "王芳" });
  await user.type(await screen.findByLabelText(/客户姓名/u), "😀");
  await user.type(await screen.findByLabelText("姓名字母"), "zs");
  expect(await screen.findByText("LY-ZS001")).toBeTruthy();
});

test("介绍人 is asked when 老带新 brought them, and found by name", async () => {
  const { user } = showPane("#/visit", { prepare: (each) => inventClients(each, 2) });
  await screen.findByLabelText(/客户姓名/u);
  expect(screen.queryByLabelText("介绍人编号")).toBeNull();
  await user.click(screen.getByRole("checkbox", { name: "老带新" }));
  await user.type(screen.getByLabelText("介绍人编号"), "李");
  await user.click(await screen.findByRole("option", { name: /LY-LX001|LY-L/u }));
  expect(screen.getByLabelText<HTMLInputElement>("介绍人编号").value).toMatch(/^李\S+ LY-L/u);
});

test("an entry survives switching pages", async () => {
  const { user } = showPane("#/visit");
  await user.type(await screen.findByLabelText(/客户姓名/u), "张三");
  turnTo("today");
  await screen.findByText("还没有客户");
  turnTo("visit");
  expect((await screen.findByLabelText<HTMLInputElement>(/客户姓名/u)).value).toBe("张三");
});

test("a page that stood open since the morning gives a call the time it is begun", async () => {
  let time = "09:00";
  const { user } = showPane("#/call", {
    me: "王芳",
    prepare: (book) => Object.assign(book.services, { now: () => `2026-11-22 ${time}` }),
  });
  const shown = (): string => screen.getByLabelText<HTMLInputElement>("来电时间的时间").value;
  await screen.findByLabelText(/客户姓名/u);
  expect(shown()).toBe("09:00");
  time = "11:40";
  await user.type(screen.getByLabelText(/客户姓名/u), "周");
  expect(shown()).toBe("11:40");
  time = "11:50";
  await user.type(screen.getByLabelText(/客户姓名/u), "先生");
  expect(shown()).toBe("11:40");
});

test("跟踪 asks for the client at once, and is written down with the time the client is chosen", async () => {
  let time = "09:00";
  const { user } = showPane("#/follow", {
    me: "王芳",
    prepare: (book) => {
      inventClients(book, 1);
      Object.assign(book.services, { now: () => `2026-11-22 ${time}` });
    },
  });
  await screen.findByText("先选客户：输入姓名、编号或电话");
  expect(document.activeElement?.id).toBe("followUps-clientId");
  time = "11:40";
  await user.keyboard("王");
  await user.click(await screen.findByRole("option", { name: /LY-WJ001/u }));
  expect((await screen.findByLabelText<HTMLInputElement>("跟进日期的时间")).value).toBe("11:40");
});

test("a filter in the way is said, nothing is lost, and one button clears it and saves", async () => {
  const { book, user } = showPane("#/visit", { me: "王芳" });
  await fillVisit(user);
  book.refuse = new WorkbookRefused("filtered", "登记来访", "来访登记");
  await user.click(screen.getByRole("button", { name: "保存" }));
  expect(await screen.findByText("来访登记正在筛选，写入会错行")).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>(/客户姓名/u).value).toBe("张三");
  await user.click(screen.getByRole("button", { name: "清除筛选后重试" }));
  expect(await screen.findByText("已登记 张三 LY-ZS001")).toBeTruthy();
  expect(book.lifted).toEqual(["filtered"]);
});

test("the page has no violations a machine can find, in both languages", async () => {
  for (const language of ["zh-CN", "en-US"] as const) {
    const { view } = showPane("#/visit", { language });
    await screen.findByLabelText(language === "zh-CN" ? /客户姓名/u : /^Name/u);
    const { violations } = await axe(view.container);
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual(
      [],
    );
    view.unmount();
  }
});

test("who comes again begins from the row that is there: what is new goes into it, what differs waits for a tick", async () => {
  const { book, user } = showPane("#/visit", { me: "王芳", prepare: (each) => inventClients(each, 1) });
  const before = { ...book.rows["visitors"]?.[0] };
  const talks = (book.rows["followUps"] ?? []).length;
  await user.type(await screen.findByLabelText("手机"), "13837910000");
  await user.tab();
  const complete = (): number => Number(/\d+/u.exec(screen.getByText(/^完整度/u).textContent)?.[0]);
  const few = complete();
  await user.click(await screen.findByRole("button", { name: "用这位客户" }));
  const area = await screen.findByDisplayValue("涧西区");
  expect(screen.getByLabelText<HTMLInputElement>("手机").value).toBe("138 3791 0000");
  expect(complete()).toBeGreaterThan(few + 20);
  expect(screen.queryByRole("group", { name: "和登记不一样的" })).toBeNull();
  await user.type(screen.getByLabelText(/^地址/u), "龙门大道 1 号");
  await user.clear(area);
  await user.type(area, "洛龙区");
  await user.clear(screen.getByLabelText(/^年龄/u));
  await user.type(screen.getByLabelText(/^年龄/u), "41");
  const differs = screen.getByRole("group", { name: "和登记不一样的" });
  expect(within(differs).getByText("年龄：26 → 41")).toBeTruthy();
  expect(within(differs).getByText("现住区域：涧西区 → 洛龙区")).toBeTruthy();
  await user.click(within(differs).getByRole("checkbox", { name: "年龄 改登记" }));
  await user.type(screen.getByLabelText("下次看房时间的日期"), "2026-11-24");
  await user.type(screen.getByLabelText("下次看房时间的时间"), "14:30");
  await user.tab();
  await user.click(screen.getByLabelText(/其他洽谈内容/u));
  await user.paste(talk);
  await user.click(screen.getByRole("button", { name: "保存" }));
  expect(await screen.findByText(/^已登记 王建国 LY-WJ001$/u)).toBeTruthy();
  expect(book.rows["visitors"]).toHaveLength(1);
  const after = book.rows["visitors"]?.[0];
  expect(after).toMatchObject({
    age: 41,
    address: "龙门大道 1 号",
    residenceArea: "涧西区",
    notes: before["notes"],
  });
  expect(after?.["nextAppointment"]).toBe(cellOf(visitors.fields.nextAppointment, "2026-11-24 14:30"));
  const said = String(book.rows["followUps"]?.at(-1)?.["notes"]);
  expect(said).toBe(`${talk}\n登记内容：现住区域 洛龙区\n登记修改：年龄 26 → 41`);
  await user.click(await screen.findByRole("button", { name: "撤销" }));
  expect(await screen.findByText("已撤销")).toBeTruthy();
  expect(book.rows["visitors"]?.[0]).toEqual(before);
  expect(book.rows["followUps"]).toHaveLength(talks);
});

test("a client who calls begins from what is known, and what is new fills the visitor's row", async () => {
  const { book, user } = showPane("#/call", { me: "王芳", prepare: (each) => inventClients(each, 1) });
  await user.type(await screen.findByLabelText("手机"), "13837910000");
  await user.tab();
  await user.click(await screen.findByRole("button", { name: "用这位客户" }));
  expect(await screen.findByDisplayValue("涧西区")).toBeTruthy();
  expect(screen.getByRole("radio", { name: "男", checked: true })).toBeTruthy();
  expect(screen.getByRole("checkbox", { name: "路过", checked: true })).toBeTruthy();
  await user.click(screen.getByRole("combobox", { name: "购房用途" }));
  await user.click(await screen.findByRole("option", { name: "自用" }));
  await user.click(screen.getByLabelText(/咨询洽谈内容/u));
  await user.paste("问三房还有没有，能不能用公积金，周末带家人再来看，留意东边套。");
  await user.click(screen.getByRole("button", { name: "保存" }));
  expect(await screen.findByText(/^已登记 王建国 LY-WJ001$/u)).toBeTruthy();
  expect(book.rows["calls"]).toMatchObject([
    { clientId: "LY-WJ001", residenceArea: "涧西区", motive: "自用" },
  ]);
  expect(book.rows["visitors"]).toMatchObject([{ motive: "自用", residenceArea: "涧西区" }]);
});
