/** R13, R15: what is still the former owner's after 更名. All people are invented. */
import { carryOut, carryOutWants } from "../../../../src/domain/register/sales/carry-out";
import { checkWorkbook } from "../../../../src/domain/register/check/check-workbook";
import type { Problem } from "../../../../src/domain/register/problem";
import type { SiteBook } from "../../../../src/domain/register/site";
import { say } from "../../../../src/domain/register/wording";
import { draw } from "../../draw";
import { bookOf, type Cells, cellsOf, now, today, written } from "../book-of";

const no = "SQ-20240305-01";
const rename: Cells = {
  no,
  kind: "更名申请",
  clientId: "LY-ZS001",
  unitNo: "1-101",
  appliedOn: "2024-03-05",
  reason: "转给弟弟",
  newName: "李四",
  ownerSignedOn: "2024-03-05",
  salesOpinion: "同意",
  salesSigner: "陈经理",
  managerOpinion: "同意",
  managerSigner: "刘总",
  financeOpinion: "同意",
  financeSigner: "钱会计",
};
const owner: Cells = { gender: "男", age: 40, birthday: "1984-01-02", phone: "13803791234", address: "/" };

const bookIn = (deal: Cells = {}, application: Cells = {}, profile: Cells = {}): SiteBook =>
  bookOf({
    visitors: `
      | clientId | name | gender | mobile      | consultant |
      | LY-ZS001 | 张三 | 男     | 13803791234 | 王强       |
    `,
    profiles: [{ clientId: "LY-ZS001", birthday: "1984-01-02", consent: "是", ...profile }],
    deals: [
      { dealId: "CLY-ZS001", name: "张三", unitNo: "1-101", subscribedOn: "2024-03-01", ...owner, ...deal },
    ],
    applications: [{ ...rename, ...application }],
  });

const ours = new Set(["renamedBlanksLeft", "renamedCareLeft", "ownerStillFormer"]);
const found = (problems: readonly Problem[]): readonly Problem[] =>
  problems.filter(({ code }) => ours.has(code));
const close = (book: SiteBook) => carryOut(book, { no, on: today }, { today, now });

test("as it is carried out the pane says which blanks are still the former owner's, and that care and consent are", () => {
  const book = bookIn();
  const decision = close(book);
  if (!decision.ok) throw new Error("refused");
  const told = found(decision.hints);
  expect(told.map(({ code, facts }) => [code, facts?.["blanks"] ?? ""])).toEqual([
    ["renamedBlanksLeft", "性别、年龄、出生日期、联系电话"],
    ["renamedCareLeft", ""],
  ]);
  expect(told.map((each) => say(each, "zh").says)).toEqual([
    "成交报告第 5 行的性别、年龄、出生日期、联系电话还是原业主 张三 的",
    "LY-ZS001 的来访登记、客户档案和老客户维护还是原业主 张三 的，原业主同意接收信息不等于 李四 同意",
  ]);
  // Nothing of theirs is taken away, nothing made up.
  const after = written(book, decision.changes);
  expect(cellsOf(after, "deals")[0]).toMatchObject({ ...owner, name: "李四" });
  expect(cellsOf(after, "profiles")).toEqual(cellsOf(book, "profiles"));
  expect(found(checkWorkbook(after, today)).map(({ code, key }) => `${code} ${key ?? ""}`)).toEqual([
    "ownerStillFormer birthday",
  ]);
});

test("what the pane asks the workbook for has all of those blanks", () => {
  expect(carryOutWants.deals).toEqual(expect.arrayContaining(["gender", "age", "birthday", "phone"]));
});

test.each([
  ["a spouse joins", "张三、李四"],
  ["a spouse joins, the other way round", "李四、张三"],
])("%s: the first owner is still one, nothing is said", (_, newName) => {
  const book = bookIn({}, { newName });
  const decision = close(book);
  if (!decision.ok) throw new Error("refused");
  expect(found(decision.hints)).toEqual([]);
  expect(found(checkWorkbook(written(book, decision.changes), today))).toEqual([]);
});

const cases = draw(`
  | deal                                            | born       | closedOn   | blanks                 |
  | name=李四                                       | 1984-01-02 | 2024-03-06 | 性别、出生日期、联系电话 |
  | name=李四,gender=女                             | 1984-01-02 | 2024-03-06 | 出生日期、联系电话     |
  | name=李四,phone=13903791234                     | 1984-01-02 | 2024-03-06 | 性别、出生日期         |
  | name=李四,birthday=1990-05-06                   | 1984-01-02 | 2024-03-06 |                        |
  | name=李四,birthday=/                            | 1984-01-02 | 2024-03-06 | 性别、联系电话         |
  | name=李四,birthday=/,phone=/                    | 1984-01-02 | 2024-03-06 |                        |
  | name=李四,birthday=1990-05-06,phone=13903791234 | 1984-01-02 | 2024-03-06 |                        |
  | name=李四                                       |            | 2024-03-06 | 性别、联系电话         |
  | name=李四,phone=13903791234                     |            | 2024-03-06 |                        |
  | name=张三                                       | 1984-01-02 | 2024-03-06 |                        |
  | name=李四                                       | 1984-01-02 |            |                        |
  | name=李四,subscribedOn=2024-03-08               | 1984-01-02 | 2024-03-06 |                        |
`);
test.each(cases)("$deal, 客户档案 $born, closed $closedOn: “$blanks”", ({ deal, born, closedOn, blanks }) => {
  const over = Object.fromEntries((deal ?? "").split(",").map((each) => each.split("=") as [string, string]));
  const book = bookIn(over, { closedOn: closedOn || null }, { birthday: born || null });
  const told = found(checkWorkbook(book, today));
  expect(told.map(({ facts }) => facts?.["blanks"]).join()).toBe(blanks);
  for (const { facts } of told) expect(facts).toMatchObject({ was: "张三", name: "李四", other: 5, no });
});
