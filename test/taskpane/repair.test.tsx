/** @jest-environment ./test/jsdom-environment.js */
import { screen, waitFor } from "@testing-library/react";
import { problem } from "../../src/domain/register/problem";
import type { Damage } from "../../src/workbook/plan/damage";
import { WorkbookRefused } from "../../src/workbook/port";
import { showPane } from "./show";

const gone: Damage = {
  problem: problem("validationGone", {
    form: "visitors",
    sheet: "来访登记",
    key: "gender",
    caption: "性别",
    facts: {},
  }),
  repair: [{ kind: "restoreValidation", form: "visitors", key: "gender" }],
  sure: true,
};
const perhaps: Damage = {
  problem: problem("columnRenamedPerhaps", {
    form: "visitors",
    sheet: "来访登记",
    key: "address",
    caption: "地址",
    facts: { column: "地址", header: "住哪" },
  }),
  repair: [{ kind: "renameColumn", form: "visitors", from: "住哪", to: "地址" }],
  instead: [{ kind: "addColumn", form: "visitors", key: "address" }],
  sure: false,
};
const sheet: Damage = {
  problem: problem("sheetMissing", { form: "units", sheet: "销控表", facts: { name: "销控表" } }),
  repair: [{ kind: "addSheet", sheet: "销控表" }],
  sure: false,
};

const fixed: Damage = {
  problem: problem("todayFixed", {
    form: "settingLines",
    sheet: "设置",
    facts: { cells: "B22“2026-01-01”" },
  }),
  repair: [
    {
      kind: "restoreCells",
      what: "today",
      sheet: "设置",
      cells: [{ at: "B22", put: "=TODAY()", format: "yyyy-mm-dd" }],
    },
  ],
  sure: true,
};

test("what the workbook has lost comes first, with what will be done; unclear things wait for an answer", async () => {
  const { book, user } = showPane("#/check", {
    prepare: (each) => {
      each.damages = [gone, perhaps, sheet, fixed];
    },
  });
  await user.click(await screen.findByRole("button", { name: "开始校验" }));
  expect(await screen.findByText("恢复“性别”的下拉列表或填写检查")).toBeTruthy();
  expect(screen.getByText("恢复 1 格公式")).toBeTruthy();
  expect(screen.getByRole("button", { name: "修复 2 处" })).toBeTruthy();
  await user.click(screen.getByRole("radio", { name: "改回列名“地址”" }));
  await user.click(screen.getByRole("button", { name: "修复 3 处" }));
  await waitFor(() => expect(book.repaired).toEqual([...gone.repair, ...perhaps.repair, ...fixed.repair]));
  expect(await screen.findByText("已修复 3 处")).toBeTruthy();
  // A missing sheet is offered, and a site may do without it.
  await user.click(await screen.findByRole("button", { name: "不用这张表" }));
  await waitFor(() => expect(screen.queryByText(/没有“销控表”这张表/u)).toBeNull());
  expect(book.repaired).toHaveLength(3);
});

test("an older workbook is offered its upgrade, later or now; a refusal keeps the offer", async () => {
  const { book, user } = showPane("#/visit", {
    prepare: (each) => {
      each.version = 1;
    },
  });
  await user.click(await screen.findByRole("button", { name: "以后再说" }));
  expect(screen.queryByText("这是旧版的案场簿")).toBeNull();
  expect(book.version).toBe(1);
});

test("upgraded in one click", async () => {
  const { book, user } = showPane("#/visit", {
    prepare: (each) => {
      each.version = 1;
    },
  });
  await screen.findByText("这是旧版的案场簿");
  book.refuse = new WorkbookRefused("protected", "升级", "来访登记");
  await user.click(screen.getByRole("button", { name: "升级" }));
  expect(await screen.findByText(/受保护/u)).toBeTruthy();
  expect(book.version).toBe(1);
  const retry = screen.getAllByRole("button").find((each) => /保护/u.test(each.textContent ?? ""));
  if (retry) await user.click(retry);
  expect(await screen.findByText("已升级，内容都在")).toBeTruthy();
  expect(book.version).toBeUndefined();
});
