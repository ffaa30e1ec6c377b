/** @jest-environment ./test/jsdom-environment.js */
import { act, waitFor, within } from "@testing-library/react";
import { axe } from "jest-axe";
import type { RawCell } from "../../src/domain/register/register";
import { serialOfDay, type CalendarDay } from "../../src/domain/kit/calendar-day";
import { inventClients } from "./invented-clients";
import { screen, type Shown, type ShowOptions, showPane } from "./show";
import type { StandIn } from "./stand-in";

const faults = async (view: Shown["view"]): Promise<readonly string[]> =>
  (await axe(view.container)).violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`,
  );

const day = (text: string): number => serialOfDay(text as CalendarDay);

/** 张三, twice: seen by 王芳 first, then registered again by 李强 with another number. */
const twice = (book: StandIn): void => {
  const rows = book.rows as Record<string, Record<string, RawCell>[]>;
  const visit = (over: Record<string, RawCell>): Record<string, RawCell> => ({
    visitDate: day("2026-11-02"),
    consultant: "王芳",
    name: "张三",
    gender: "男",
    mobile: "138 0379 1234",
    channels: "路过",
    areaBand: "101–120",
    notes: "看了三房样板间，满意朝南的客厅。",
    ...over,
  });
  rows["visitors"]?.push(
    visit({ clientId: "LY-ZS001", age: 35 }),
    visit({
      clientId: "LY-ZS002",
      age: 38,
      visitDate: day("2026-11-08"),
      consultant: "李强",
      address: "涧西区",
    }),
  );
  rows["grades"]?.push(
    { clientId: "LY-ZS001", consultant: "王芳", reachedC: day("2026-11-02") },
    { clientId: "LY-ZS002", consultant: "李强", reachedB: day("2026-11-08") },
  );
  rows["followUps"]?.push({
    clientId: "LY-ZS002",
    contactedAt: day("2026-11-10"),
    method: "电话",
    notes: "电话里说首付还差十万。",
    consultant: "李强",
  });
};

const show = (hash: string, options: ShowOptions = {}): Shown =>
  showPane(hash, { role: "manager", ...options });

describe("looking for a client", () => {
  test("by initials as one types, with the keyboard; Enter opens the first", async () => {
    const { user, view } = show("#/client", { prepare: (book) => inventClients(book, 20) });
    const find = await screen.findByRole("searchbox", { name: "找客户" });
    expect(screen.getByText("共 20 位")).toBeTruthy();
    await user.type(find, "wjg");
    expect(await screen.findByText("找到 1 位")).toBeTruthy();
    expect(await faults(view)).toEqual([]);
    await user.keyboard("{ArrowDown}");
    expect(document.activeElement?.textContent).toContain("王建国");
    await user.keyboard("{ArrowUp}");
    expect(document.activeElement).toBe(find);
    await user.keyboard("{Enter}");
    expect(window.location.hash).toBe("#/client?client=LY-WJ001");
    expect(await screen.findByRole("heading", { name: "王建国" })).toBeTruthy();
  });

  test("whoever comes back from a client finds the search and the line they left", async () => {
    const { user } = show("#/client", { prepare: (book) => inventClients(book, 20) });
    const find = (): Promise<HTMLInputElement> => screen.findByRole("searchbox", { name: "找客户" });
    await user.type(await find(), "wjg");
    await screen.findByText("找到 1 位");
    await user.keyboard("{Enter}");
    await screen.findByRole("heading", { name: "王建国" });
    await user.click(screen.getByRole("button", { name: "找别的客户" }));
    expect((await find()).value).toBe("wjg");
    expect(document.activeElement).toBe(await find());
    await user.keyboard("{ArrowDown}{Enter}");
    await screen.findByRole("heading", { name: "王建国" });
    act(() => document.body.focus());
    await user.click(screen.getByRole("button", { name: "找别的客户" }));
    expect((await find()).value).toBe("wjg");
    await waitFor(() => expect(document.activeElement?.getAttribute("data-client")).toBe("LY-WJ001"));
    await user.click(screen.getByRole("tab", { name: /^今日/u }));
    await user.click(screen.getByRole("tab", { name: /^客户/u }));
    expect((await find()).value).toBe("");
  });

  test("forty of many are shown, and how many more there are", async () => {
    show("#/client", { prepare: (book) => inventClients(book, 45) });
    expect(await screen.findByText("还有 5 位，再多打几个字")).toBeTruthy();
    expect(within(screen.getByRole("list", { name: "客户" })).getAllByRole("button")).toHaveLength(40);
  });

  test("nobody like that: to the door with what was typed", async () => {
    const { user } = show("#/client", { prepare: (book) => inventClients(book, 2) });
    await user.type(await screen.findByRole("searchbox"), "诸葛亮");
    await user.click((await screen.findAllByRole("button", { name: "门口判客" }))[1] as HTMLElement);
    expect(await screen.findByLabelText("客户姓名")).toHaveProperty("value", "诸葛亮");
    expect(await screen.findByText(/不归任何人，轮到谁谁接待/u)).toBeTruthy();
  });

  test("an empty book says what to do", async () => {
    show("#/client");
    expect(await screen.findByText("还没有客户")).toBeTruthy();
  });
});

describe("one client", () => {
  test("card, verdict with its line and rows, life; all of it accessible, in both languages", async () => {
    const { book, user, view } = show("#/client?client=LY-ZS001", { prepare: twice });
    expect(await screen.findByRole("heading", { name: "张三" })).toBeTruthy();
    expect(screen.getByText("归 王芳：首次接待的人是 王芳")).toBeTruthy();
    expect(screen.getByText(/^依据 000 第二章三（一）1/u)).toBeTruthy();
    expect(screen.getByText("首次来访")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "到 来访登记 第 5 行" }));
    expect(book.jumped).toMatchObject([{ form: "visitors", row: 5 }]);
    await user.click(screen.getByRole("button", { name: "首次来访" }));
    expect(book.jumped[1]).toMatchObject({ form: "visitors", row: 5, key: "visitDate" });
    expect(await faults(view)).toEqual([]);
    await user.click(screen.getByRole("button", { name: "跟踪" }));
    expect(window.location.hash).toBe("#/follow?client=LY-ZS001");
  });

  test("in English", async () => {
    show("#/client?client=LY-ZS001", { prepare: twice, language: "en-US" });
    expect(await screen.findByText("王芳's client: 王芳 was the first to receive the visit")).toBeTruthy();
    expect(screen.getByText("First visit")).toBeTruthy();
  });

  test("R15: a task that nobody has done says so and since when; what lies ahead needs no word", async () => {
    const prepare = (book: StandIn): void => {
      twice(book);
      const task = (reason: string, dueOn: string, doneOn: string | null = null) => ({
        clientId: "LY-ZS001",
        reason,
        dueOn: day(dueOn),
        doneOn,
      });
      (book.rows as Record<string, Record<string, RawCell>[]>)["careTasks"]?.push(
        task("答谢饭局", "2026-11-08"),
        task("样板区活动", "2026-11-22"),
        task("生日", "2026-12-01"),
        task("电影周", "2026-11-10", "/"),
      );
    };
    show("#/client?client=LY-ZS001", { prepare });
    const past = within(await screen.findByRole("region", { name: "全部记录" }));
    const said = (what: string) => past.getByRole("button", { name: what }).closest("li")?.textContent;
    expect(said("维护 答谢饭局")).toContain("未做，逾期 14 天");
    expect(said("维护 样板区活动")).toContain("今日未做");
    expect(said("首次来访")).not.toContain("未做");
    const ahead = screen.getByRole("region", { name: "将要" }).textContent;
    expect(ahead).toContain("维护 生日");
    expect(ahead).not.toContain("未做");
    expect(screen.queryByText(/电影周/u)).toBeNull();
  });

  test("a number nobody has", async () => {
    show("#/client?client=LY-QQ009", { prepare: twice });
    expect(await screen.findByText("没有 LY-QQ009 这位客户")).toBeTruthy();
  });

  test("what is missing is said, and what the rule says beside the manager's word", async () => {
    const prepare = (book: StandIn): void => {
      twice(book);
      Object.assign(book.rows["visitors"]?.[0] ?? {}, { gender: null });
      Object.assign(book.rows["grades"]?.[1] ?? {}, { consultant: "赵敏" });
    };
    show("#/client?client=LY-ZS001", { prepare });
    expect(await screen.findByText(/王芳 的记录没有性别/u)).toBeTruthy();
    act(() => {
      window.location.hash = "#/client?client=LY-ZS002";
    });
    expect(await screen.findByText(/^按规则应归 李强：首次接待的人是 李强。 ?经理已经定了/u)).toBeTruthy();
  });
});

describe("修改", () => {
  test("an answer put right; a wrong one is said and nothing is written", async () => {
    const { book, user } = show("#/client?client=LY-ZS001&do=edit", { prepare: twice });
    const age = await screen.findByLabelText(/^年龄/u);
    expect(screen.getByRole("button", { name: "保存" })).toHaveProperty("disabled", true);
    await user.clear(age);
    await user.type(age, "200");
    await user.click(screen.getByRole("button", { name: "保存" }));
    expect((await screen.findAllByText(/1 到 120|1–120/u)).length).toBeGreaterThan(0);
    expect(book.rows["visitors"]?.[0]?.["age"]).toBe(35);
    await user.clear(age);
    await user.type(age, "36");
    await user.click(screen.getByRole("button", { name: "保存" }));
    expect(await screen.findByText("已修改 张三 LY-ZS001")).toBeTruthy();
    expect(book.rows["visitors"]?.[0]?.["age"]).toBe(36);
    expect(window.location.hash).toBe("#/client?client=LY-ZS001");
  });

  test("a colleague's answer is not overwritten unseen; what was typed outlives the page with what it stood over", async () => {
    const { book, user } = show("#/client?client=LY-ZS001&do=edit", { prepare: twice });
    const type = async (text: string) => {
      const age = await screen.findByLabelText(/^年龄/u);
      await user.clear(age);
      await user.type(age, text);
    };
    await type("36");
    act(() => {
      window.location.hash = "#/client?client=LY-ZS002";
    });
    await waitFor(() => expect(screen.queryByLabelText(/^年龄/u)).toBeNull());
    Object.assign(book.rows["visitors"]?.[0] ?? {}, { age: 40 });
    act(() => {
      window.location.hash = "#/client?client=LY-ZS001&do=edit";
    });
    expect(await screen.findByLabelText(/^年龄/u)).toHaveProperty("value", "36");
    await user.click(screen.getByRole("button", { name: "保存" }));
    // The blank says where to look; what was changed is said once, in the notice.
    expect(await screen.findAllByText(/^同事刚改过这一格，没有覆盖/u)).toHaveLength(1);
    expect(screen.queryByText(/由“35”改成了“40”/u)).toBeNull();
    expect(book.rows["visitors"]?.[0]?.["age"]).toBe(40);
    const bar = screen.getByRole("group", { name: /^年龄：同事刚改过/u });
    const sides = [...bar.querySelectorAll("dt, dd")].map((each) => each.textContent);
    expect(sides).toEqual(["原来的", "35", "同事的", "40", "您填的", "36"]);
    // Theirs is taken: nothing is left to save.
    await user.click(screen.getByRole("button", { name: "年龄 用同事的" }));
    expect(screen.getByLabelText(/^年龄/u)).toHaveProperty("value", "40");
    expect(screen.getByRole("button", { name: "保存" })).toHaveProperty("disabled", true);
    await type("36");
    await user.click(screen.getByRole("button", { name: "保存" }));
    expect(await screen.findByText("已修改 张三 LY-ZS001")).toBeTruthy();
    expect(book.rows["visitors"]?.[0]?.["age"]).toBe(36);
  });

  test("accessible", async () => {
    const { view } = show("#/client?client=LY-ZS001&do=edit", { prepare: twice });
    await screen.findByLabelText(/^年龄/u);
    expect(await faults(view)).toEqual([]);
  });
});

describe("合并", () => {
  test("chosen answers and the owner, then one client; undone in one step", async () => {
    const { book, user } = show("#/client?client=LY-ZS002&do=merge&other=LY-ZS001", { prepare: twice });
    expect(await screen.findByText("停用，不再使用")).toBeTruthy();
    expect(screen.getByText("跟踪记录 1 行")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "合并为 LY-ZS001" }));
    expect(await screen.findByText("两个编号的置业顾问不同：王芳 和 李强")).toBeTruthy();
    await user.click(screen.getByLabelText("李强"));
    await user.click(screen.getByLabelText("38"));
    await user.click(screen.getByRole("button", { name: "合并为 LY-ZS001" }));
    expect(await screen.findByText("LY-ZS002 已并入 LY-ZS001")).toBeTruthy();
    expect(book.rows["visitors"]).toMatchObject([
      { clientId: "LY-ZS001", age: 38, address: "涧西区" },
      { clientId: null, name: null },
    ]);
    expect(book.rows["grades"]).toMatchObject([
      { clientId: "LY-ZS001", consultant: "李强" },
      { clientId: null },
    ]);
    expect(book.rows["followUps"]?.every((row) => row["clientId"] === "LY-ZS001")).toBe(true);
    expect(book.site.value.highest.get("LY-ZS")).toBe(2);
    await user.click(await screen.findByRole("button", { name: "撤销" }));
    expect(await screen.findByText("已撤销")).toBeTruthy();
    expect(book.rows["visitors"]?.[1]?.["clientId"]).toBe("LY-ZS002");
  });

  test("accessible", async () => {
    const { view } = show("#/client?client=LY-ZS002&do=merge&other=LY-ZS001", { prepare: twice });
    await screen.findByText("停用，不再使用");
    expect(await faults(view)).toEqual([]);
  });

  test("what a colleague changes meanwhile is said, shown anew and chosen again; nothing is merged on an old choice", async () => {
    const { book, user } = show("#/client?client=LY-ZS002&do=merge&other=LY-ZS001", { prepare: twice });
    await user.click(await screen.findByLabelText("李强"));
    await user.click(screen.getByLabelText("38"));
    Object.assign(book.rows["visitors"]?.[1] ?? {}, { age: 40 });
    await user.click(screen.getByRole("button", { name: "合并为 LY-ZS001" }));
    expect(
      await screen.findByText("“年龄”刚被同事改过：您看到的是 35 / 38，现在是 35 / 40，还没有合并"),
    ).toBeTruthy();
    expect(book.rows["visitors"]?.[1]?.["clientId"]).toBe("LY-ZS002");
    await waitFor(() => expect(screen.getByLabelText("40")).toHaveProperty("checked", false));
    expect(screen.getByLabelText("李强")).toHaveProperty("checked", true);
    await user.click(screen.getByLabelText("40"));
    // Told by the workbook before one clicks.
    Object.assign(book.rows["visitors"]?.[0] ?? {}, { age: 36 });
    act(() => book.tell({ source: "colleague" }));
    expect(
      await screen.findByText("“年龄”刚被同事改过：您看到的是 35 / 40，现在是 36 / 40，还没有合并"),
    ).toBeTruthy();
    expect(screen.getByLabelText("40")).toHaveProperty("checked", false);
    await user.click(screen.getByLabelText("40"));
    await user.click(screen.getByRole("button", { name: "合并为 LY-ZS001" }));
    expect(await screen.findByText("LY-ZS002 已并入 LY-ZS001")).toBeTruthy();
    expect(book.rows["visitors"]?.[0]).toMatchObject({ clientId: "LY-ZS001", age: 40 });
  });

  test("the other way round where somebody says so", async () => {
    const { user } = show("#/client?client=LY-ZS002&do=merge&other=LY-ZS001", { prepare: twice });
    await user.click(await screen.findByRole("button", { name: "对调" }));
    expect(await screen.findByRole("button", { name: "合并为 LY-ZS002" })).toBeTruthy();
  });
});

describe("再分配和交接", () => {
  const lost = (book: StandIn): void => {
    twice(book);
    Object.assign(book.rows["grades"]?.[0] ?? {}, { reachedLost: day("2026-11-15") });
  };
  test("who may is said to those who may not; accessible", async () => {
    const { view } = show("#/client?client=LY-ZS001&do=assign", { prepare: lost, role: "consultant" });
    expect(await screen.findByText("这一步由案场经理决定。")).toBeTruthy();
    expect(await faults(view)).toEqual([]);
  });

  test("× to another with a reason; the former is not among them", async () => {
    const { book, user } = show("#/client?client=LY-ZS001&do=assign", { prepare: lost });
    const to = await screen.findByLabelText(/^新置业顾问/u);
    expect(screen.queryByText("这一步由案场经理决定。")).toBeNull();
    await user.click(to);
    expect(screen.queryByText("王芳")).toBeNull();
    await user.click(screen.getByText("赵敏"));
    await user.click(screen.getByLabelText(/^原因/u));
    await user.click(screen.getByText("再未来访"));
    await user.click(screen.getByLabelText("D"));
    await user.click(screen.getByText("再分配"));
    expect(await screen.findByText("张三 已分给 赵敏")).toBeTruthy();
    expect(book.rows["grades"]?.[0]).toMatchObject({ consultant: "赵敏", formerConsultant: "王芳" });
    expect(book.rows["grades"]?.[0]?.["reachedD"]).toBe(day("2026-11-22"));
    expect(await screen.findByText("原 王芳")).toBeTruthy();
  });

  test("one is handed over to another", async () => {
    const { book, user } = show("#/client?client=LY-ZS001&do=assign", { prepare: twice });
    await user.click(await screen.findByLabelText(/^新置业顾问/u));
    await user.click(screen.getByText("赵敏"));
    await user.click(screen.getByRole("button", { name: "交接" }));
    expect(await screen.findByText("张三 已交接给 赵敏")).toBeTruthy();
    expect(book.rows["grades"]).toMatchObject([{ consultant: "赵敏" }, { consultant: "李强" }]);
  });

  test("all of a consultant's are shared among those who are ticked, shown before it is done; 撤销 takes it back", async () => {
    const prepare = (book: StandIn): void => {
      twice(book);
      Object.assign(book.rows["grades"]?.[1] ?? {}, { consultant: "王芳" });
    };
    const { book, user, view } = show("#/client?client=LY-ZS001&do=assign", { prepare });
    await user.click(await screen.findByRole("button", { name: "交接 王芳 的全部 2 位…" }));
    expect(await screen.findByRole("heading", { name: "交接 王芳 的客户" })).toBeTruthy();
    expect(screen.queryByRole("checkbox", { name: "王芳" })).toBeNull();
    const save = (): HTMLButtonElement => screen.getByRole("button", { name: "交接" });
    expect(save().disabled).toBe(true);
    await user.click(screen.getByRole("checkbox", { name: "赵敏" }));
    expect(screen.getByText(/^分到 2 位：/u)).toBeTruthy();
    await user.click(screen.getByRole("checkbox", { name: "李强" }));
    expect(screen.getAllByText(/^分到 1 位：/u)).toHaveLength(2);
    expect(await faults(view)).toEqual([]);
    await user.type(screen.getByLabelText(/^原因/u), "离职");
    await user.click(save());
    expect(await screen.findByText("已交接：赵敏 1、李强 1")).toBeTruthy();
    expect(book.rows["grades"]).toMatchObject([
      { consultant: "李强", remarks: "2026-11-22 交接：王芳 → 李强，离职" },
      // The keener one goes first.
      { consultant: "赵敏", remarks: "2026-11-22 交接：王芳 → 赵敏，离职" },
    ]);
    expect(window.location.hash).toBe("#/client?client=LY-ZS001");
    await user.click(screen.getByRole("button", { name: "撤销" }));
    await waitFor(() =>
      expect(book.rows["grades"]).toMatchObject([{ consultant: "王芳" }, { consultant: "王芳" }]),
    );
  });

  test("who has no grade is counted with the others; begun in 设置, it goes back there", async () => {
    const prepare = (book: StandIn): void => {
      twice(book);
      Object.assign(book.rows["grades"]?.[0] ?? {}, { reachedC: null });
    };
    const { user } = show("#/client?do=handover&from=王芳", { prepare });
    expect(await screen.findByText("1 位：未定级 1")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "返回设置" }));
    expect(window.location.hash).toBe("#/settings");
  });

  test("in English: no plural of one, and commas", async () => {
    const prepare = (book: StandIn): void => {
      twice(book);
      Object.assign(book.rows["grades"]?.[1] ?? {}, { consultant: "王芳" });
    };
    show("#/client?do=handover&from=王芳&back=LY-ZS001", { prepare, language: "en-US" });
    expect(await screen.findByText(/^Clients: 2 \([A-D] 1, [A-D] 1\)$/u)).toBeTruthy();
    expect(screen.getByRole("button", { name: "Back to 张三" })).toBeTruthy();
  });

  test("who has none left to hand over", async () => {
    show("#/client?do=handover&from=赵敏", { prepare: twice });
    expect(await screen.findByText("赵敏 名下没有要交接的客户")).toBeTruthy();
    expect(screen.queryByRole("button", { name: "交接" })).toBeNull();
  });
});

describe("门口判客", () => {
  test("by phone, with the owner and why; who is claimed by two, and the way to merge them", async () => {
    const { user } = show("#/client?do=door&who=13803791234", { prepare: twice });
    expect((await screen.findAllByText("电话相同")).length).toBe(2);
    expect(screen.getByText("归属有争议 1")).toBeTruthy();
    expect(screen.getByText("两边：王芳、李强")).toBeTruthy();
    await user.click(screen.getByText("合并这两个编号"));
    expect(window.location.hash).toBe("#/client?client=LY-ZS001&do=merge&other=LY-ZS002");
  });

  test("asked for by name", async () => {
    const { user } = show("#/client?do=door&who=李四", { prepare: twice });
    expect(await screen.findByText(/不归任何人，轮到谁谁接待/u)).toBeTruthy();
    await user.click(screen.getByLabelText("指名找谁"));
    await user.click(screen.getByText("赵敏"));
    expect(await screen.findByText("归 赵敏：客户进门指名找 赵敏")).toBeTruthy();
  });

  test("whose kin they are, and whether such kin count", async () => {
    const { user } = show("#/client?do=door&who=李四", { prepare: twice });
    await screen.findByText("没有记录");
    expect(screen.queryByLabelText("什么亲属")).toBeNull();
    await user.type(screen.getByLabelText("是谁的亲属"), "LY-ZS001");
    await user.click(await screen.findByLabelText("什么亲属"));
    await user.click(screen.getByText("父母"));
    // Once for the two who are in dispute, once for whoever stands at the door.
    await waitFor(() => {
      expect(screen.getAllByText("归 王芳：首次接待的人是 王芳")).toHaveLength(2);
    });
    await user.click(screen.getByLabelText("什么亲属", { selector: "button" }));
    await user.click(screen.getByText("兄弟姐妹"));
    expect(await screen.findByText("兄弟姐妹不算同户亲属（设置），按新客户算")).toBeTruthy();
    expect(screen.getByText(/轮到谁谁接待/u)).toBeTruthy();
  });

  test("accessible", async () => {
    const { view } = show("#/client?do=door&who=13803791234", { prepare: twice });
    await screen.findAllByText("电话相同");
    expect(await faults(view)).toEqual([]);
  });
});
