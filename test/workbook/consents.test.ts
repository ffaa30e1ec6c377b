/** 同意接收信息 as people write it: the sheet's 事项状态, run by LibreOffice, leaves alone whom the program leaves alone (R15). */
import type { Book } from "../../src/book/book";
import { careCounts, careGroups, openCare } from "../../src/domain/register/care/care-due";
import type { Change } from "../../src/domain/register/change";
import { type Answer, cellAt, type Register } from "../../src/domain/register/register";
import { withSheetAnswers } from "../../src/domain/register/card/sheet-answers";
import { readConsent, refusingAlone, refusingAnywhere } from "../../src/domain/rules/consent";
import { careFormulas } from "../../src/workbook/plan/formulas/care";
import { fillBook } from "../../src/workbook/plan/fill-book";
import { readSiteFile } from "../../src/workbook/xlsx/site-file";
import { readSheets, valueAt } from "../../src/xlsx/read";
import { writeBook } from "../../src/xlsx/write";
import { bareSheet } from "../xlsx/every-feature";
import { describeWith, hasLibreOffice, recalculate, temporaryFiles } from "../xlsx/tools";
import { freshBook, onDay, today } from "./planned-site";

const files = temporaryFiles();
afterAll(() => {
  files.remove();
});

type Said = readonly (Answer | null)[];

/** What stands in the cells of a client, a row each; who says no. */
const no: readonly Said[] = [
  ...refusingAnywhere.map((word) => [word]),
  ...refusingAlone.map((word) => [word]),
  ...refusingAlone.map((word) => [word.toUpperCase()]),
  ["不同意"],
  [" 否 "],
  ["　否"],
  ["客户拒绝"],
  ["请勿打扰"],
  ["是，别发短信"],
  [" NO　"],
  ["ＮＯ"],
  ["ｎ"],
  ["\u00a0No"],
  ["x\n"],
  ["０"],
  [0],
  ["未同意 "],
  ["不同意", "是"],
  ["是", "不同意"],
  [null, "N"],
];
const notNo: readonly Said[] = [
  ["是"],
  ["是 "],
  ["同意"],
  ["愿意"],
  ["YES"],
  ["√"],
  ["/"],
  ["*"],
  ["?"],
  ["10"],
  [10],
  ["待问"],
  ["none"],
  ["n/a"],
  ["x光科"],
  [null],
  [],
  ["是", null],
];

const saysNo = (cells: Said): boolean =>
  cells.some((cell) => cell !== null && readConsent(String(cell)) === "no");

test("what the domain reads is what was meant", () => {
  for (const cells of no) expect([cells, saysNo(cells)]).toEqual([cells, true]);
  for (const cells of notNo) expect([cells, saysNo(cells)]).toEqual([cells, false]);
});

test("Excel takes the formula: no more than 8192 signs", () => {
  expect(careFormulas.careTasks.status.length).toBeLessThanOrEqual(8192);
});

const redSheet = "红";

/** What is red in 客户档案, row by row: its highlights as formulas of a sheet. */
const withReds = (book: Book): Book => {
  const register = book.sheets.find(({ name }) => name === "客户档案");
  const [table] = register?.tables ?? [];
  const last = Number(/\d+$/u.exec(table?.range ?? "")?.[0]);
  const held = register?.highlights.filter(({ formula }) => /不|未同意/u.test(formula)) ?? [];
  const rows = Array.from({ length: last - 4 }, (_, at) => [
    {
      formula: `=OR(${held
        .map(({ formula }) => formula.slice(1).replace(/(\$[A-Z]+)5\b/gu, `客户档案!$1${at + 5}`))
        .join(",")})`,
    },
  ]);
  return {
    ...book,
    sheets: [...book.sheets, { ...bareSheet, name: redSheet, blocks: [{ at: "A1", rows }] }],
  };
};

describeWith("LibreOffice", hasLibreOffice)("事项状态", () => {
  test("is what the domain says, spelling by spelling; 首页 counts the rest", async () => {
    const clients = [...no, ...notNo].map((cells, at) => ({
      clientId: `LY-ZS${String(at + 1).padStart(3, "0")}`,
      cells,
    }));
    const changes = clients.flatMap(({ clientId, cells }): readonly Change[] => [
      ...cells.map((consent): Change => {
        const row = { clientId, ...(consent !== null && { consent }) };
        return { kind: "append", form: "profiles", row };
      }),
      {
        kind: "append",
        form: "careTasks",
        row: { clientId, reason: "节气", detail: "小雪健康提醒", dueOn: today, method: "短信" },
      },
    ]);
    const filled = fillBook(freshBook(), changes);
    const path = files.write("consents.xlsx", await writeBook(onDay(withReds(filled), today)));
    const [bytes = new Uint8Array()] = recalculate([path], files.folder);
    const book = await readSiteFile(bytes);
    const status = (register: Register | undefined): readonly unknown[] =>
      clients.map(({ cells }, at) => [cells, register && cellAt(register, "status", at)]);
    const wanted = clients.map(({ cells }) => [cells, saysNo(cells) ? "不联系" : "今日"]);
    expect(status(book.registers.careTasks)).toEqual(wanted);
    expect(status(withSheetAnswers(book, today).registers.careTasks)).toEqual(wanted);
    expect(openCare(book, today)).toHaveLength(notNo.length);
    const reds = (await readSheets(bytes)).sheets.find(({ name }) => name === redSheet)?.rows ?? [];
    const profiles = clients.flatMap(({ cells }) => cells);
    expect(profiles.map((cell, at) => [cell, reds[at] && valueAt(reds[at], 0)])).toEqual(
      profiles.map((cell) => [cell, saysNo([cell])]),
    );
    const home = (await readSheets(bytes)).sheets.find(({ name }) => name === "首页")?.rows ?? [];
    const label = home.find((row) =>
      Array.from({ length: 14 }, (_, at) => valueAt(row, at)).includes("到期维护"),
    );
    const column = Array.from({ length: 14 }, (_, at) => at).find(
      (at) => label && valueAt(label, at) === "到期维护",
    );
    const figure = home.find(({ row }) => row === (label?.row ?? 0) + 1);
    expect(figure && valueAt(figure, column ?? 0)).toBe(notNo.length);
    expect(careCounts(careGroups(openCare(book, today)), today)).toEqual({ due: notNo.length, early: 0 });
  });
});
