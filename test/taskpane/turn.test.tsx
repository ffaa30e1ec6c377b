/** @jest-environment ./test/jsdom-environment.js */
import { act, waitFor, within } from "@testing-library/react";
import { axe } from "jest-axe";
import type { CalendarDay } from "../../src/domain/kit/calendar-day";
import { housePolicies } from "../../src/domain/register/settings/policies";
import { WorkbookRefused } from "../../src/workbook/port";
import { inventClients } from "./invented-clients";
import { screen, showPane, type ShowOptions, turnTo } from "./show";
import type { StandIn } from "./stand-in";

const names = ["王芳", "李强", "赵敏"];

const setUp = (book: StandIn): void => {
  book.rows["rotation"] = names.map((consultant, at) => ({
    order: at + 1,
    consultant,
    group: "一组",
    state: "当值",
  }));
};

const showTurn = (options: ShowOptions = {}) =>
  showPane("#/turn", {
    ...options,
    prepare: (book) => {
      setUp(book);
      options.prepare?.(book);
    },
  });

const log = (book: StandIn): readonly string[] =>
  (book.rows["receptions"] ?? []).map(({ receiver, kind, counts, remarks, clientId }) =>
    [receiver, kind, counts, remarks, clientId]
      .filter((each) => each !== null && each !== undefined)
      .join(" "),
  );

const line = (): readonly string[] =>
  within(screen.getByRole("region", { name: "排队" }))
    .getAllByRole("listitem")
    .map((each) => each.textContent ?? "");

/** A button by its words, or by its label: a search by role looks at every element of the page. */
const button = async (name: string): Promise<HTMLElement> => {
  const found = await screen.findByText(
    (_, element) =>
      element?.tagName === "BUTTON" && (element.getAttribute("aria-label") ?? element.textContent) === name,
  );
  expect(found.closest("[aria-hidden=true]")).toBeNull();
  return found;
};
const hasButton = (name: string): boolean =>
  [...document.querySelectorAll("button")].some(
    (each) => (each.getAttribute("aria-label") ?? each.textContent) === name,
  );

const named = (
  violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[],
) => violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);

test("first use: one click sets the order up from the roster", async () => {
  const { book, user } = showPane("#/turn");
  await user.click(await button("按名单排好"));
  expect(await button("新客户到访：王芳接待")).toBeTruthy();
  expect(book.rows["rotation"]?.map(({ order, consultant }) => `${order}${consultant}`)).toEqual([
    "1王芳",
    "2李强",
    "3赵敏",
  ]);
});

test("a new client: one click, the next one receives, the line moves on, and 撤销 takes it back", async () => {
  const { book, user } = showTurn();
  await user.click(await button("新客户到访：王芳接待"));
  expect(await button("新客户到访：李强接待")).toBeTruthy();
  expect(log(book)).toEqual(["王芳 新客户 是"]);
  expect(book.rows["rotation"]?.[0]?.["state"]).toBe("接待中");
  expect(line()[2]).toMatch(/王芳.*接待中.*接 1/u);
  await user.click(await button("撤销"));
  expect(await button("新客户到访：王芳接待")).toBeTruthy();
  expect(log(book)).toEqual([]);
});

test("why it is whose turn opens under it", async () => {
  const { user } = showTurn();
  const why = await button("为什么轮到王芳");
  expect(why.getAttribute("aria-expanded")).toBe("false");
  await user.click(why);
  expect(screen.getByText("固定顺序：王芳、李强、赵敏。")).toBeTruthy();
  expect(screen.getByText("王芳 还没有轮过，排在最前。")).toBeTruthy();
});

test("a colleague was faster: it is said, nothing is written, and the page shows who is next now", async () => {
  const { book, user } = showTurn();
  const receive = await button("新客户到访：王芳接待");
  book.write([
    {
      kind: "append",
      form: "receptions",
      row: { at: "2026-11-22 10:29", receiver: "王芳", kind: "新客户", counts: "是" },
    },
  ]);
  await user.click(receive);
  expect(await screen.findByText("现在轮到 李强，不是 王芳")).toBeTruthy();
  expect(log(book)).toHaveLength(1);
  expect(await button("新客户到访：李强接待")).toBeTruthy();
});

test("休息, 外派 and 回来 are one click each; the turn passes over, and a make-up comes first", async () => {
  const { book, user } = showTurn();
  await user.click(await button("外派 王芳"));
  expect(await screen.findByText("王芳不在，接下后记轮空")).toBeTruthy();
  await user.click(await button("新客户到访：李强接待"));
  expect(await screen.findByText(/欠补接 1/u)).toBeTruthy();
  await user.click(await button("回来 王芳"));
  await user.click(await button("新客户到访：王芳接待"));
  expect(await screen.findByText("王芳补接，已记下")).toBeTruthy();
  await user.click(await button("休息 赵敏"));
  expect(await button("回来 赵敏")).toBeTruthy();
  expect(log(book)).toEqual([
    "王芳 轮空 否 外派",
    "王芳 轮空 是 外派",
    "李强 新客户 是",
    "王芳 轮空 否 回来",
    "王芳 补接 否",
    "赵敏 轮空 否 休息",
  ]);
});

test("a returning client goes to the owner; when the owner is away the one on turn helps", async () => {
  const { book, user } = showTurn({ prepare: (each) => inventClients(each, 2) });
  const client = book.rows["visitors"]?.[1];
  const owner = String(book.rows["grades"]?.[1]?.["consultant"]);
  await user.click(await button(`休息 ${owner}`));
  const onTurn = names.find((name) => name !== owner) ?? "";
  await button(`新客户到访：${onTurn}接待`);
  await user.click(await button("老客户"));
  await user.type(await screen.findByLabelText(/^客户/u), String(client?.["name"]));
  await user.click(
    await screen.findByRole("option", { name: new RegExp(String(client?.["clientId"]), "u") }),
  );
  expect(screen.getByText(`${owner}不在，由轮到的${onTurn}义务接待，轮次保留`)).toBeTruthy();
  await user.click(await button(`${onTurn}义务接待`));
  expect(await screen.findByText(`${onTurn}义务接待，已记下`)).toBeTruthy();
  expect(log(book).at(-1)).toBe(`${onTurn} 义务接待 否 代${owner}（休息） ${String(client?.["clientId"])}`);
  expect(await button(`新客户到访：${onTurn}接待`)).toBeTruthy();
});

test("by name, and as a caller", async () => {
  const { book, user } = showTurn();
  await user.click(await button("指名"));
  await user.click(await button("赵敏"));
  expect(await screen.findByText("赵敏接待，已记下")).toBeTruthy();
  await user.click(await button("指名"));
  await user.click(screen.getByRole("checkbox", { name: /来过电话/u }));
  await user.click(await button("王芳"));
  expect(await button("新客户到访：李强接待")).toBeTruthy();
  expect(log(book)).toEqual(["赵敏 指名 否", "王芳 指名 是 电话客户"]);
});

test("on turn but signing: helped, filled in for or given up, as they say; 轮空 in one click", async () => {
  const { book, user } = showTurn();
  await user.click(await button("他在忙"));
  await user.click(await button("签约"));
  await user.click(await button("李强代接（义务），王芳轮次保留"));
  expect(await screen.findByText("李强义务接待，已记下")).toBeTruthy();
  await user.click(await button("他在忙"));
  await user.click(await button("王芳放弃，李强接"));
  await button("新客户到访：赵敏接待");
  expect(screen.getByText("赵敏 放弃或错过这一次，不补")).toBeTruthy();
  await user.click(await button("轮空"));
  expect(await screen.findByText("赵敏轮空，已记下")).toBeTruthy();
  expect(log(book)).toEqual([
    "李强 义务接待 否 代王芳（签约），轮次保留",
    "王芳 轮空 是 放弃（接老客户）",
    "李强 新客户 是",
    "赵敏 轮空 是 放弃",
  ]);
});

test("轮空 stands apart from what opens a panel, and says beforehand and afterwards who all loses the turn", async () => {
  const { book, user } = showTurn();
  const doors = await screen.findByRole("group", { name: "到访的是" });
  expect(
    within(doors)
      .getAllByRole("button")
      .map(({ textContent }) => textContent),
  ).toEqual(["老客户", "指名", "他在忙"]);
  await user.click(await button("休息 王芳"));
  expect(await screen.findByText("王芳、李强 放弃或错过这一次，不补")).toBeTruthy();
  await user.click(await button("轮空"));
  expect(await screen.findByText("王芳、李强轮空，已记下")).toBeTruthy();
  expect(log(book)).toEqual(["王芳 轮空 否 休息", "王芳 轮空 是 休息", "李强 轮空 是 放弃"]);
});

test.each([
  ["指名", "checkbox", /来过电话/u],
  ["他在忙", "button", "接老客户"],
  ["老客户", "combobox", "客户"],
] as const)(
  "%s opens with the focus in it; Esc closes it and stays on the page",
  async (name, role, first) => {
    const { user } = showTurn();
    await user.click(await button(name));
    const control = await screen.findByRole(role, { name: first });
    await waitFor(() => expect(document.activeElement).toBe(control));
    await user.keyboard("{Escape}");
    expect(window.location.hash).toBe("#/turn");
    expect(document.activeElement).toBe(await button(name));
    expect(document.activeElement?.getAttribute("aria-expanded")).toBe("false");
    await user.keyboard("{Escape}");
    expect(window.location.hash).toBe("#/today");
  },
);

test("登记 opens 来访 with the reception it comes from, and its consultant", async () => {
  const { user } = showTurn({ me: "赵敏" });
  await user.click(await button("新客户到访：王芳接待"));
  await user.click(await button("登记 10:30 王芳接的客户"));
  expect(await screen.findByText("接待：10:30 王芳接的新客户，保存时一并填上编号")).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>(/^置业顾问/u).value).toBe("王芳");
});

test("a half-filled 来访 keeps its reception when the page is left and come back to", async () => {
  const { user } = showTurn();
  await user.click(await button("新客户到访：王芳接待"));
  await user.click(await button("登记 10:30 王芳接的客户"));
  await user.click(await screen.findByLabelText(/客户姓名/u));
  await user.paste("张三");
  turnTo("today");
  await screen.findByText("还没有客户");
  turnTo("visit");
  expect(await screen.findByText("接待：10:30 王芳接的新客户，保存时一并填上编号")).toBeTruthy();
});

test("two received in one minute by one consultant stand apart, and one is opened alone", async () => {
  const errors = jest.spyOn(console, "error");
  const { user } = showTurn({
    prepare: (each) => {
      setUp(each);
      each.write(
        ["新客户", "指名"].map((kind) => ({
          kind: "append",
          form: "receptions",
          row: { at: "2026-11-22 10:20", receiver: "王芳", kind, counts: "是" },
        })),
      );
    },
  });
  const [, second] = await screen.findAllByRole("button", { name: /10:20.*王芳/u, expanded: false });
  if (second !== undefined) await user.click(second);
  expect(screen.getAllByRole("button", { expanded: true })).toHaveLength(1);
  expect(errors.mock.calls.filter(([said]) => String(said).includes("same key"))).toEqual([]);
  errors.mockRestore();
});

test("registering fills the number into the reception's row", async () => {
  const { book, user } = showPane(`#/visit?${new URLSearchParams({ reception: "2026-11-22 10:20|王芳" })}`, {
    prepare: (each) => {
      setUp(each);
      each.write([
        {
          kind: "append",
          form: "receptions",
          row: { at: "2026-11-22 10:20", receiver: "王芳", kind: "新客户", counts: "是" },
        },
      ]);
    },
  });
  await screen.findByText("接待：10:20 王芳接的新客户，保存时一并填上编号");
  // Pasted: a keystroke draws the whole form again.
  const fill = async (label: RegExp | string, text: string): Promise<void> => {
    await user.click(screen.getByLabelText(label));
    await user.paste(text);
  };
  await fill(/客户姓名/u, "张三");
  await user.click(screen.getByLabelText("男"));
  await user.click(screen.getByLabelText("路过"));
  await fill("手机", "13803791234");
  await fill(
    /其他洽谈内容/u,
    "看了三房样板间，满意朝南的客厅，担心总价超出预算，想和爱人再商量，约好周末带父母一起来看小区环境和学校。",
  );
  await user.click(await button("保存"));
  expect(await screen.findByText("已登记 张三 LY-ZS001")).toBeTruthy();
  expect(book.rows["receptions"]?.[0]?.["clientId"]).toBe("LY-ZS001");
  expect(book.rows["visitors"]).toMatchObject([{ clientId: "LY-ZS001", consultant: "王芳" }]);
});

test("来访 says whose turn it is, and offers them where nobody said who sits here", async () => {
  showPane("#/visit", { prepare: setUp });
  expect(await screen.findByText("接待：轮到 王芳")).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>(/^置业顾问/u).value).toBe("王芳");
});

test("a reception of a client who has a number already is joined to them", async () => {
  const { book, user } = showTurn({ prepare: (each) => inventClients(each, 1) });
  const id = String(book.rows["visitors"]?.[0]?.["clientId"]);
  await user.click(await button("新客户到访：王芳接待"));
  await user.click(await button("给 10:30 王芳接的客户填编号"));
  // A whole number is the client: nothing is left to choose.
  await user.type(await screen.findByLabelText(/^客户/u), id);
  await user.click(await button(`已有编号 ${id}`));
  expect(await screen.findByText(`已填编号 ${id}`)).toBeTruthy();
  expect(log(book)).toEqual([`王芳 新客户 是 ${id}`]);
});

test("a wrong row is made void and stays to be seen", async () => {
  const { book, user } = showTurn();
  await user.click(await button("新客户到访：王芳接待"));
  await user.click(await button("作废 10:30 王芳"));
  expect(await button("新客户到访：王芳接待")).toBeTruthy();
  expect(log(book)).toEqual(["王芳 新客户 否 作废"]);
  expect(hasButton("作废 10:30 王芳")).toBe(false);
});

test("the manager changes the order, takes somebody out and back in", async () => {
  const { book, user } = showTurn();
  await user.click(await button("改顺序"));
  await user.click(await button("上移 李强"));
  await user.click(await button("按这个顺序重排"));
  expect(await button("新客户到访：李强接待")).toBeTruthy();
  await user.click(await button("移出 李强"));
  expect(await button("新客户到访：王芳接待")).toBeTruthy();
  await user.click(await button("加入 李强"));
  expect(await screen.findByText("李强 已入列，排在最后")).toBeTruthy();
  expect(book.rows["rotation"]?.at(-1)).toMatchObject({ consultant: "李强", order: 4 });
});

test("two groups: who is on duty, who is not; without a first day it is said", async () => {
  const policies = { ...housePolicies, alternateDays: true, alternateFrom: "2026-11-21" as CalendarDay };
  const { view } = showTurn({
    site: { policies },
    prepare: (book) => Object.assign(book.rows["rotation"]?.[1] ?? {}, { group: "二组" }),
  });
  expect(await button("新客户到访：李强接待")).toBeTruthy();
  expect(screen.getByText("今天二组当班")).toBeTruthy();
  expect(screen.getByText("不当班：王芳、赵敏")).toBeTruthy();
  view.unmount();
  showTurn({ site: { policies: { ...policies, alternateFrom: undefined } } });
  expect(await screen.findByText(/没有填“一组起始日”/u)).toBeTruthy();
});

test("a filter in the way is said, and one button clears it and does what was asked", async () => {
  const { book, user } = showTurn();
  const receive = await button("新客户到访：王芳接待");
  book.refuse = new WorkbookRefused("filtered", "接待新客户", "接待轮序");
  await user.click(receive);
  await user.click(await button("清除筛选后重试"));
  expect(await button("新客户到访：李强接待")).toBeTruthy();
  expect(log(book)).toEqual(["王芳 新客户 是"]);
});

test("a colleague's reception shows by itself", async () => {
  const { book } = showTurn();
  await button("新客户到访：王芳接待");
  book.write([
    {
      kind: "append",
      form: "receptions",
      row: { at: "2026-11-22 10:29", receiver: "王芳", kind: "新客户", counts: "是" },
    },
  ]);
  act(() => book.tell({ source: "colleague" }));
  expect(await button("新客户到访：李强接待")).toBeTruthy();
});

test("nobody there: it is said, and nobody can be sent", async () => {
  const { user } = showTurn();
  for (const name of names) {
    await user.click(await button(`休息 ${name}`));
    await button(`回来 ${name}`);
  }
  expect(await screen.findByText("当班的人都不在")).toBeTruthy();
  expect(names.some((name) => hasButton(`新客户到访：${name}接待`))).toBe(false);
});

const words = {
  "zh-CN": {
    setUp: "按名单排好",
    receive: "新客户到访：王芳接待",
    why: "为什么轮到李强",
    order: "改顺序",
    panels: ["老客户", "指名", "他在忙"],
  },
  "en-US": {
    setUp: "Set up from the roster",
    receive: "New client: 王芳 receives",
    why: "Why it is 李强's turn",
    order: "Change the order",
    panels: ["Returning", "By name", "Busy"],
  },
} as const;

describe.each(["zh-CN", "en-US"] as const)("no violations a machine can find, in %s", (language) => {
  const said = words[language];

  test("before the order is set up", async () => {
    const { view } = showPane("#/turn", { language });
    await button(said.setUp);
    expect(named((await axe(view.container)).violations)).toEqual([]);
  });

  test("with a client received, the reasons and the order open", async () => {
    const { user, view } = showTurn({ language });
    await user.click(await button(said.receive));
    await user.click(await button(said.why));
    await user.click(await button(said.order));
    expect(named((await axe(view.container)).violations)).toEqual([]);
  });

  test.each(said.panels)("with %s open", async (panel) => {
    const { user, view } = showTurn({ language, prepare: (each) => inventClients(each, 2) });
    await user.click(await button(panel));
    if (panel === said.panels[0]) await screen.findByLabelText(/^(?:客户|Client)/u);
    expect(named((await axe(view.container)).violations)).toEqual([]);
  });
});
