/** 收编: what stands with a name in its cell is told apart where it is sure, and asked about where not (R1, R2). */
import { adopt } from "../../../../src/domain/register/adoption/adopt";
import { guessedMapping } from "../../../../src/domain/register/old-sheet/old-mapping";
import { oldTablesIn } from "../../../../src/domain/register/old-sheet/old-tables";
import { bookOf, cellsOf, today, written } from "../book-of";
import { sheetOf } from "./old-sheets-of";

const takenIn = (drawn: string) => {
  const [table] = oldTablesIn(sheetOf(drawn));
  if (table === undefined) throw new Error("no table");
  const mapping = guessedMapping(table, table.form, table.matches);
  const book = bookOf({});
  const { changes, fates } = adopt(book, { ...table, mapping }, { today });
  const after = written(book, changes);
  return {
    fates,
    clients: (["visitors", "calls"] as const).flatMap((form) =>
      cellsOf(after, form).map(({ name, mobile, phone, otherContact }) =>
        [name, mobile, phone, otherContact].filter((each) => each !== null && each !== undefined).join(" "),
      ),
    ),
    said: fates.flatMap((fate) =>
      fate.kind === "rejected" ? fate.reasons.map(({ code }) => code) : [fate.kind],
    ),
  };
};

const row = (form: string, name: string, phone: string): string => `
  | ${form}登记 | < | < | < |
  | ${form}日期 | 姓名 | 电话 | 业务员 |
  | 2024.3.5 | ${name} | ${phone} | 王强 |
`;

describe.each(["来访", "来电"])("%s", (form) => {
  test.each([
    ["示例甲 13900001111", "示例甲 139 0000 1111"],
    ["示例甲13900001111", "示例甲 139 0000 1111"],
    ["示例甲（139-0000-1111）", "示例甲 139 0000 1111"],
    ["示例甲：１３９００００１１１１", "示例甲 139 0000 1111"],
    ["示例甲/13900001111", "示例甲 139 0000 1111"],
    ["王先生 电话:13900001111", "王先生 139 0000 1111"],
    ["13900001111 示例甲", "示例甲 139 0000 1111"],
    ["示例甲0379-63912345", "示例甲 0379-6391 2345"],
    ["John Smith 13900001111", "John Smith 139 0000 1111"],
  ])("%s is a name and a phone, and says so", (name, client) => {
    const { clients, fates } = takenIn(row(form, name, ""));
    expect(clients).toEqual([client]);
    const [fate] = fates;
    expect(fate?.kind === "taken" ? fate.hints.map(({ code }) => code) : fate).toEqual(["nameParted"]);
  });

  test("a phone that stands in its own column as well is the one", () => {
    expect(takenIn(row(form, "示例甲 13900001111", "'139 0000 1111")).clients).toEqual([
      "示例甲 139 0000 1111",
    ]);
  });

  test.each([
    ["示例甲 13900001111", "13900002222", "nameNotAlone"],
    ["示例甲 1390000111", "13900002222", "nameNotAlone"],
    ["示例甲 13900001111 示例乙 13900003333", "13900001111", "nameNotAlone"],
    ["示例甲 13900001111 老客户", "13900001111", "nameNotAlone"],
    ["13900001111", "13900001111", "nameNotAlone"],
    ["示例甲/示例乙", "13900001111", "namesOfSeveral"],
    ["示例甲、示例乙、示例丙", "13900001111", "namesOfSeveral"],
    ["示例甲，示例乙", "13900001111", "namesOfSeveral"],
  ])("whose %s beside %s is, people are asked", (name, phone, code) => {
    const { clients, fates, said } = takenIn(row(form, name, phone));
    expect([clients, said]).toEqual([[], [code]]);
    expect(fates.map((fate) => (fate.kind === "rejected" ? fate.cells.slice(1, 2) : []))).toEqual([
      [name === "13900001111" ? 13900001111 : name],
    ]);
  });

  test.each(["示例甲2", "阿卜杜拉·买买提", "三十八号店", "A座示例甲"])("%s is a name as it is", (name) => {
    expect(takenIn(row(form, name, "13900001111")).clients).toEqual([`${name} 139 0000 1111`]);
  });
});

test("姓名/电话 is one column of both", () => {
  const { clients, said } = takenIn(`
    | 来访登记 | < | < | < |
    | 来访日期 | 姓名/电话 | 业务员 | 洽谈内容 |
    | 2024.3.5 | 示例甲 13900001111 | 王强 | 问三房 |
    | 2024.3.6 | 示例乙：139-0000-1112 | 王强 | 问两房 |
    | 2024.3.7 | 13900001113 | 王强 | 问两房 |
  `);
  expect(clients).toEqual(["示例甲 139 0000 1111", "示例乙 139 0000 1112"]);
  expect(said).toEqual(["taken", "taken", "requiredReally"]);
});

test("of a deal several are the buyers", () => {
  const { said } = takenIn(`
    | 成交登记 | < | < | < | < |
    | 认购日期 | 客户姓名 | 房号 | 置业顾问 | 成交总价 |
    | 2024.3.5 | 示例甲、示例乙 | 3-1-1201 | 王强 | 850000 |
  `);
  expect(said).not.toContain("namesOfSeveral");
});
