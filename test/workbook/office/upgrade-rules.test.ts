/** R14: a workbook of version 4 refuses, questions and outlines as a new one does once it is upgraded. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { parseArea } from "../../../src/book/address";
import type { Book } from "../../../src/book/book";
import { fieldsOf } from "../../../src/domain/form/form";
import { formOf, registerKeys } from "../../../src/domain/forms/index";
import { upgrade } from "../../../src/workbook/office/upgrade";
import { comparable } from "../../../src/workbook/plan/placement";
import { columnOf } from "../../../src/workbook/plan/references";
import { digitsArray, digitsName } from "../../../src/workbook/plan/site-sheet";
import { upgradeBook } from "../../../src/workbook/xlsx/repair-book";
import { readBook } from "../../../src/xlsx/read-book";
import { plan } from "./damaged";
import { modelOf, sitDown } from "./desk";

const version4 = (): Promise<Book> =>
  readBook(new Uint8Array(readFileSync(path.join(__dirname, "../../fixtures/version-4.xlsx"))));

/** Of each column of each register: the rule of its first record, and how it is held to. */
const held = (book: Book): Readonly<Record<string, string>> =>
  Object.fromEntries(
    registerKeys.flatMap((form) =>
      fieldsOf(formOf(form)).map(([key, { caption }]) => {
        const { validations = [] } = book.sheets.find(({ name }) => name === formOf(form).sheet) ?? {};
        const found = validations.find(({ rule, range }) => {
          const area = parseArea(range);
          return rule && area?.left === columnOf(form, key) && area.top <= 4 && area.bottom >= 4;
        });
        const { rule, alert } = found ?? {};
        const said = rule === undefined ? "" : comparable(Object.values(rule).map(String).join(" "));
        return [`${form} ${caption}`, `${said} ${alert?.style ?? "silent"}`];
      }),
    ),
  );

const outlined = (book: Book): readonly string[] =>
  book.sheets
    .filter(({ name }) => ["来访登记", "集中邀约", "申请单"].includes(name))
    .flatMap(({ highlights }) => highlights.map(({ formula }) => comparable(formula)))
    .filter((formula) => /COUNTIF\(|MATCH\(/u.test(formula))
    .sort();

const asItShouldBe = (now: Book): void => {
  expect(held(now)).toEqual(held(plan()));
  expect([...new Set(outlined(now))]).toEqual([...new Set(outlined(plan()))]);
  expect(now.names.find(({ name }) => name === digitsName)?.refersTo).toBe(digitsArray);
};

test("before, it stopped sound phones and let computed columns be typed in", async () => {
  const before = held(await version4());
  const planned = held(plan());
  for (const column of [
    "visitors 手机",
    "visitors 现住区域",
    "followUps 客户等级",
    "invitations 活动",
    "applications 置业顾问",
  ])
    expect(before[column]).not.toBe(planned[column]);
});

test("in Excel", async () => {
  const model = await modelOf(await version4());
  sitDown(model, { requirementSets: { ExcelApi: "1.9" } });
  expect((await upgrade(plan())).left).toEqual([]);
  asItShouldBe(model.toBook());
});

test("in a file", async () => {
  const { book, left } = upgradeBook(await version4(), plan());
  expect(left).toEqual([]);
  asItShouldBe(book);
});
