/** @jest-environment ./test/jsdom-environment.js */
/** 打印 in the pane: asked in a dialog, made as a sheet of the open workbook. */
import { configure, screen, waitFor, within } from "@testing-library/react";
import { axe } from "jest-axe";
import { housePolicies } from "../../src/domain/register/settings/policies";
import { WorkbookRefused } from "../../src/workbook/port";
import { inventClients } from "./invented-clients";
import { gate, invented } from "./stand-in";
import { showPane, type Shown } from "./show";

// jsdom lays nothing out, so the focus trap takes an open dialog for one in the background and hides it from readers.
configure({ defaultHidden: true });

const texts = ({ book }: Shown): readonly string[] =>
  book.added.flatMap(({ sheets }) =>
    sheets.flatMap(({ blocks }) =>
      blocks.flatMap(({ rows }) =>
        rows.flatMap((row) => row.filter((cell): cell is string => typeof cell === "string")),
      ),
    ),
  );

const visitor = {
  clientId: "LY-ZS001",
  visitDate: "2026-11-08",
  consultant: "王芳",
  name: "张三",
  mobile: "138 0379 1234",
  channels: "路过",
};

const shown = (more: Parameters<typeof showPane>[1] = {}): Shown =>
  showPane("#/home", {
    today: "2026-11-22",
    ...more,
    prepare: (book) => {
      book.write([{ kind: "append", form: "visitors", row: visitor }]);
    },
  });

const dialog = async ({ user }: Shown, button: string | RegExp): Promise<HTMLElement> => {
  await user.click(await screen.findByRole("button", { name: button }));
  return screen.findByRole("dialog");
};

test("the client's card is made, and said", async () => {
  const pane = shown();
  const box = await dialog(pane, "打印");
  await pane.user.click(within(box).getByRole("button", { name: "生成打印表" }));
  await waitFor(() => {
    expect(pane.book.added).toHaveLength(1);
  });
  expect(pane.book.added[0]?.doing).toBe("打印来访登记");
  expect(pane.book.added[0]?.sheets[0]?.name).toBe("打印-来访登记");
  for (const word of ["张三", "138 0379 1234"]) expect(texts(pane)).toContain(word);
  expect(texts(pane).some((text) => text.includes("☑路过"))).toBe(true);
  expect(await screen.findByText("“打印-来访登记”已备好")).toBeTruthy();
  await waitFor(() => {
    expect(screen.queryByRole("dialog")).toBeNull();
  });
});

test("masked where it is asked for, and by itself where the site says so", async () => {
  const asked = shown();
  const box = await dialog(asked, "打印");
  const mask = within(box).getByRole("checkbox", { name: "电话、身份证号遮住中间" });
  expect((mask as HTMLInputElement).checked).toBe(false);
  await asked.user.click(mask);
  await asked.user.click(within(box).getByRole("button", { name: "生成打印表" }));
  await waitFor(() => {
    expect(texts(asked)).toContain("138****1234");
  });
  expect(texts(asked).join()).not.toMatch(/0379 ?1234/u);
  asked.view.unmount();
  const house = shown({ site: { ...invented, policies: { ...housePolicies, maskPhones: true } } });
  expect(
    within(await dialog(house, "打印")).getByRole<HTMLInputElement>("checkbox", { name: /遮住中间/u })
      .checked,
  ).toBe(true);
});

test("copies, another card, and nothing to print is said with a way on", async () => {
  const pane = shown();
  const box = await dialog(pane, "打印");
  const copies = within(box).getByRole("spinbutton");
  await pane.user.clear(copies);
  await pane.user.type(copies, "3{Tab}");
  await pane.user.click(within(box).getByRole("button", { name: "生成打印表" }));
  await waitFor(() => {
    expect(pane.book.added).toHaveLength(1);
  });
  expect(texts(pane).filter((text) => text === "张三")).toHaveLength(3);
  await waitFor(() => {
    expect(screen.queryByRole("dialog")).toBeNull();
  });
  const again = await dialog(pane, "打印");
  await pane.user.selectOptions(within(again).getByRole("combobox", { name: "打印什么" }), "退房申请");
  expect(within(again).getByText(/一式 2 份/u)).toBeTruthy();
  expect(within(again).queryByRole("spinbutton")).toBeNull();
  await pane.user.click(within(again).getByRole("button", { name: "生成打印表" }));
  expect(await within(again).findByText(/没有可打印的退房申请/u)).toBeTruthy();
  await pane.user.click(within(again).getByRole("checkbox", { name: /空白表/u }));
  await pane.user.click(within(again).getByRole("button", { name: "生成打印表" }));
  await waitFor(() => {
    expect(pane.book.added).toHaveLength(2);
  });
});

describe("a long register", () => {
  const begin = async (): Promise<{ readonly pane: Shown; readonly box: HTMLElement }> => {
    const pane = showPane("#/home", { prepare: (book) => inventClients(book, 60) });
    return { pane, box: await dialog(pane, "打印") };
  };

  test("says how many cards it is before it makes them; a consultant and days make them fewer", async () => {
    const { pane, box } = await begin();
    await pane.user.click(within(box).getByRole("button", { name: "生成打印表" }));
    expect(await within(box).findByText(/^一共 60 张/u)).toBeTruthy();
    expect(pane.book.added).toHaveLength(0);
    await pane.user.selectOptions(within(box).getByRole("combobox", { name: "置业顾问" }), "王芳");
    expect(within(box).queryByText(/^一共 60 张/u)).toBeNull();
    await pane.user.click(within(box).getByRole("button", { name: "生成打印表" }));
    await waitFor(() => {
      expect(pane.book.added).toHaveLength(1);
    });
    const names = texts(pane);
    expect(names.some((text) => text.includes("王芳"))).toBe(true);
    expect(names.some((text) => text.includes("李强"))).toBe(false);
  });

  test("all of them, when that is what is meant", async () => {
    const { pane, box } = await begin();
    await pane.user.click(within(box).getByRole("button", { name: "生成打印表" }));
    await pane.user.click(await within(box).findByRole("button", { name: "生成 60 张" }));
    await waitFor(() => {
      expect(pane.book.added).toHaveLength(1);
    });
  });

  test("取消 stops it, and nothing is left behind", async () => {
    const { pane, box } = await begin();
    const held = gate();
    pane.book.waits = held.shut;
    await pane.user.click(within(box).getByRole("button", { name: "生成打印表" }));
    await pane.user.click(within(box).getByRole("button", { name: "取消" }));
    expect(within(box).getByText("正在停下…")).toBeTruthy();
    held.open();
    expect(await within(box).findByText("已停下，工作簿没有变。")).toBeTruthy();
    expect(pane.book.added).toHaveLength(0);
    await pane.user.click(within(box).getByRole("button", { name: "取消" }));
    await waitFor(() => {
      expect(screen.queryByRole("dialog")).toBeNull();
    });
  });
});

test("blank forms, for a pen", async () => {
  const pane = shown();
  const box = await dialog(pane, "打印空白表");
  const offered = within(box)
    .getAllByRole("option")
    .map(({ textContent }) => textContent);
  expect(offered).toContain("客户成交报告");
  expect(offered).not.toContain("销控表");
  await pane.user.selectOptions(within(box).getByRole("combobox"), "客户成交报告");
  await pane.user.click(within(box).getByRole("button", { name: "生成打印表" }));
  await waitFor(() => {
    expect(texts(pane)).toContain("洛阳龙门花园项目客户成交报告");
  });
  expect(texts(pane).join()).not.toContain("☑");
});

test("a refusal of Excel's stands in the dialog, and its button tries again", async () => {
  const pane = shown();
  const box = await dialog(pane, "打印");
  pane.book.refuse = new WorkbookRefused("cellBeingEdited", "打印来访登记", "");
  await pane.user.click(within(box).getByRole("button", { name: "生成打印表" }));
  const bar = await within(box).findByText(/单元格/u);
  expect(bar).toBeTruthy();
  await pane.user.click(within(box).getByRole("button", { name: /再试|重试/u }));
  await waitFor(() => {
    expect(pane.book.added).toHaveLength(1);
  });
});

test("the dialog can be read out, in English too", async () => {
  const pane = shown({ language: "en-US" });
  const box = await dialog(pane, "Print");
  expect(within(box).getByRole("button", { name: "Make the print sheet" })).toBeTruthy();
  expect((await axe(box)).violations.map(({ id }) => id)).toEqual([]);
});
