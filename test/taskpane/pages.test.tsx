/** @jest-environment ./test/jsdom-environment.js */
import { act, waitFor } from "@testing-library/react";
import { axe } from "jest-axe";
import { WorkbookRefused } from "../../src/workbook/port";
import { inventClients } from "./invented-clients";
import { screen, showPane } from "./show";

const named = (
  violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[],
) => violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);

describe("today", () => {
  test("worst first, with phone, last note and when to call; a click goes to the row", async () => {
    const { book, user, view } = showPane("#/today", { prepare: (each) => inventClients(each, 9) });
    const names = await screen.findAllByTitle(/^到 .* 所在的行$/u);
    expect(names.length).toBeGreaterThan(3);
    const days = screen
      .getAllByText(/^逾期 \d+ 天$/u)
      .map((each) => Number(/\d+/u.exec(each.textContent ?? "")?.[0]));
    expect(days).toEqual([...days].sort((a, b) => b - a));
    await user.click(names[0] as HTMLElement);
    expect(book.jumped).toMatchObject([{ form: "grades", key: "name" }]);
    expect(named((await axe(view.container)).violations)).toEqual([]);
  });

  test("跟踪 opens the entry for that client", async () => {
    const { user } = showPane("#/today", { prepare: (each) => inventClients(each, 3) });
    const [first] = await screen.findAllByRole("button", { name: /^跟踪 /u });
    await user.click(first as HTMLElement);
    expect(window.location.hash).toMatch(/^#\/follow\?client=LY-/u);
    expect(await screen.findByLabelText(/跟踪情况/u)).toBeTruthy();
  });

  test("an empty book says what to do", async () => {
    showPane("#/today");
    expect(await screen.findByText("还没有客户")).toBeTruthy();
    expect(screen.getByRole("button", { name: "填入示例" })).toBeTruthy();
  });

  test("a colleague's change shows without a dialog", async () => {
    const { book } = showPane("#/today");
    await screen.findByText("还没有客户");
    inventClients(book, 2);
    act(() => book.tell({ source: "colleague" }));
    expect(await screen.findAllByTitle(/^到 .* 所在的行$/u)).toHaveLength(2);
    expect(screen.queryByRole("dialog")).toBeNull();
  });
});

describe("follow", () => {
  test("a contact is logged with a new grade, and a demotion says it needs a reason", async () => {
    const { book, user } = showPane("#/follow?client=LY-LZ001", {
      me: "王芳",
      prepare: (each) => inventClients(each, 2),
    });
    const client = String(book.rows["visitors"]?.[1]?.["clientId"]);
    act(() => {
      window.location.hash = `#/follow?client=${client}`;
    });
    await screen.findByLabelText(/跟踪情况/u);
    await user.click(screen.getByRole("radio", { name: "D" }));
    expect(await screen.findByText(/跨级：B → D|降级：B → D/u)).toBeTruthy();
    await user.click(screen.getByLabelText(/跟踪情况/u));
    await user.paste(
      "客户来电说家里反对买房，今年不考虑了，等明年有活动再联系，已劝过两次没有用，先放一放。",
    );
    await user.click(screen.getByRole("button", { name: "保存" }));
    expect(await screen.findByText(/^已记录 /u)).toBeTruthy();
    expect(book.rows["followUps"]?.at(-1)).toMatchObject({ clientId: client, newGrade: "D", grade: "B" });
    expect(book.rows["grades"]?.[1]?.["reachedD"]).not.toBeNull();
  });

  test("R10: who is given up is given a reason of the list; what was written stays behind it", async () => {
    const { book, user } = showPane("#/follow", { me: "王芳", prepare: (each) => inventClients(each, 2) });
    const client = String(book.rows["visitors"]?.[1]?.["clientId"]);
    act(() => {
      window.location.hash = `#/follow?client=${client}`;
    });
    const notes = await screen.findByLabelText<HTMLTextAreaElement>(/跟踪情况/u);
    expect(screen.queryByRole("group", { name: "放弃原因" })).toBeNull();
    await user.click(notes);
    await user.paste("三次来电都说不买了。");
    await user.click(screen.getByRole("radio", { name: /^无望|^×/u }));
    const reason = await screen.findByRole("button", { name: "多次联系仍拒绝" });
    await user.click(reason);
    await user.click(reason);
    expect(notes.value).toBe("多次联系仍拒绝：三次来电都说不买了。");
  });
});

describe("deal", () => {
  test("the total is computed as price and area are typed, the difference shown, and a wrong one refused", async () => {
    const { book, user } = showPane("#/today", { me: "王芳", prepare: (each) => inventClients(each, 1) });
    act(() => {
      window.location.hash = "#/deal?client=LY-WJ001";
    });
    expect(await screen.findByText("CLY-WJ001")).toBeTruthy();
    await user.type(screen.getByLabelText(/房源编号/u), "3-1-1202");
    await user.type(screen.getByLabelText(/建筑面积/u), "89.5");
    await user.type(screen.getByLabelText(/成交单价/u), "3800");
    expect(screen.getByText("单价 × 面积 = 340,100 元")).toBeTruthy();
    await user.type(screen.getByLabelText(/成交总价/u), "340000");
    expect(screen.getByText(/差 100 元/u)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "保存" }));
    expect((await screen.findAllByText(/相差 100 元/u)).length).toBeGreaterThan(0);
    await user.click(screen.getByRole("button", { name: "用这个数" }));
    await user.click(screen.getByRole("button", { name: "保存" }));
    expect(await screen.findByText("已写成交报告 CLY-WJ001")).toBeTruthy();
    expect(book.rows["deals"]).toMatchObject([{ dealId: "CLY-WJ001", totalPrice: 340_100 }]);
    expect(book.rows["grades"]?.[0]?.["reachedDeal"]).not.toBeNull();
  });
});

describe("check", () => {
  test("problems by sheet, a click goes there, and what has one right answer is shown and fixed", async () => {
    const { book, user } = showPane("#/check", { prepare: (each) => inventClients(each, 3) });
    const [first, second] = book.rows["visitors"] ?? [];
    Object.assign(first ?? {}, { mobile: "138 0379 123" });
    Object.assign(second ?? {}, { mobile: "138-3791-0037" });
    await user.click(await screen.findByRole("button", { name: "开始校验" }));
    await user.click(await screen.findByText(/有 10 位，手机号应为 11 位/u));
    expect(book.jumped).toMatchObject([{ sheet: "来访登记", row: 5, key: "mobile" }]);
    await user.click(screen.getByRole("button", { name: "修正…" }));
    expect(await screen.findByText("138-3791-0037")).toBeTruthy();
    expect(screen.getByText("138 3791 0037")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: /^修正 \d+ 处$/u }));
    expect(await screen.findByText(/^已修正 \d+ 处$/u)).toBeTruthy();
    expect(second?.["mobile"]).toBe("138 3791 0037");
    // Nobody said that there was nothing to ask: those cells stay empty.
    expect(second?.["address"] ?? null).toBeNull();
  });
});

describe("new", () => {
  test("project, place and consultants build a workbook; the letters show as the place is typed", async () => {
    const { book, user } = showPane("#/new", { opened: "empty" });
    await user.type(await screen.findByLabelText(/^项目/u), "洛阳牡丹城");
    await user.type(screen.getByLabelText(/^地点/u), "洛阳");
    expect(screen.getByText(/编号区域字母 LY/u)).toBeTruthy();
    await user.type(screen.getByLabelText(/^置业顾问/u), "王芳、李强");
    await user.click(screen.getByRole("button", { name: "新建" }));
    expect(await screen.findByText("案场簿已建好")).toBeTruthy();
    expect(book.site.value).toMatchObject({ project: "洛阳牡丹城", region: "LY" });
    expect(window.location.hash).toBe("#/visit");
  });

  test("a workbook that is ours already is refused politely", async () => {
    showPane("#/new");
    expect(await screen.findByText("这个工作簿已经是案场簿")).toBeTruthy();
  });

  test("what Excel refuses is said with a remedy, and what was typed stays", async () => {
    const { book, user } = showPane("#/new", { opened: "empty" });
    await user.type(await screen.findByLabelText(/^项目/u), "牡丹城");
    await user.type(screen.getByLabelText(/^地点/u), "洛阳");
    await user.type(screen.getByLabelText(/^置业顾问/u), "王芳");
    book.refuse = new WorkbookRefused("cellBeingEdited", "新建案场簿", "Excel");
    await user.click(screen.getByRole("button", { name: "新建" }));
    expect(await screen.findByText("有单元格正在编辑")).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>(/^项目/u).value).toBe("牡丹城");
  });
});

describe("the shell", () => {
  test("where no workbook of ours is open, it says what this is and how to begin", async () => {
    showPane("#/today", { opened: "other" });
    expect(await screen.findByText("把案场的纸表，变成不会乱的工作簿")).toBeTruthy();
    expect(screen.queryByRole("tab")).toBeNull();
  });

  test("收编旧登记表 of the first screen is pressed, and goes on to 收编 when the workbook is built", async () => {
    const { user } = showPane("#/home", { opened: "empty" });
    await user.click(await screen.findByRole("button", { name: /^收编旧登记表/u }));
    await user.type(await screen.findByLabelText(/^项目/u), "洛阳牡丹城");
    await user.type(screen.getByLabelText(/^地点/u), "洛阳");
    await user.type(screen.getByLabelText(/^置业顾问/u), "王芳");
    await user.click(screen.getByRole("button", { name: "新建" }));
    await waitFor(() => expect(window.location.hash).toBe("#/adopt"));
  });

  test.each([
    ["zh-CN", "这是总部汇总簿", "接着汇总", /新建/u],
    ["en-US", "This is head office's workbook", "Merge sites again", /^new/iu],
  ] as const)(
    "head office's workbook says so and goes on with 汇总: %s",
    async (language, says, goOn, begin) => {
      const { user, view } = showPane("#/new", { opened: "headOffices", language });
      expect(await screen.findByRole("heading", { name: says })).toBeTruthy();
      expect(screen.queryByRole("button", { name: begin })).toBeNull();
      expect((await axe(view.container)).violations).toEqual([]);
      await user.click(screen.getByRole("button", { name: goOn }));
      expect(window.location.hash).toBe("#/hq");
    },
  );

  test("what was typed into the grid and is wrong is said at the foot, without a dialog", async () => {
    const { book, user } = showPane("#/today", { prepare: (each) => inventClients(each, 1) });
    await screen.findAllByTitle(/^到 .* 所在的行$/u);
    act(() =>
      book.tell({
        source: "here",
        rows: [{ form: "visitors", row: 5 }],
        problems: [
          // Still empty, and further left: what is wrong is said first.
          {
            code: "required",
            rule: "R3",
            severity: "error",
            form: "visitors",
            sheet: "来访登记",
            row: 5,
            key: "gender",
            caption: "性别",
            value: "",
            facts: {},
          },
          {
            code: "mobileDigits",
            rule: "R2",
            severity: "error",
            form: "visitors",
            sheet: "来访登记",
            row: 5,
            key: "mobile",
            caption: "手机",
            value: "138",
            facts: { raw: "138", digits: 3 },
          },
        ],
      }),
    );
    expect(await screen.findByText("来访登记 第 5 行“手机”")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "查看" }));
    expect(book.jumped).toMatchObject([{ row: 5, key: "mobile" }]);
    expect(screen.queryByRole("dialog")).toBeNull();
  });
});

describe("rows typed into the grid", () => {
  test("that cannot be numbered yet are said, with what helps, until they are", async () => {
    const { book, user } = showPane("#/today");
    await screen.findByText("还没有客户");
    const retry = jest.fn();
    const refusal = new WorkbookRefused("filtered", "登记手填的行", "来访登记");
    act(() => book.tell({ source: "here", rows: [], held: { refusal, retry } }));
    const bar = await screen.findByText(/来访登记.*筛选/u);
    expect(bar).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "清除筛选后重试" }));
    expect(retry).toHaveBeenCalled();
    act(() => book.tell({ source: "here", rows: [], registered: 1 }));
    await waitFor(() => expect(screen.queryByText(/来访登记.*筛选/u)).toBeNull());
  });
});
