/** 收编: lists of units told from registers of deals, and of everybody else. */
import { guessForm } from "../../../../src/domain/register/old-sheet/guess-form";
import { oldTablesIn } from "../../../../src/domain/register/old-sheet/old-tables";
import { draw } from "../../draw";
import { sheetOf } from "./old-sheets-of";

const captions = (text: string): string[] => text.trim().split(/\s+/u);

describe("headers alone", () => {
  test.each(
    draw(`
      | form     | name       | headers                                                                                     |
      | units    |            | 楼栋 单元 楼层 房号 户型 建筑面积 套内面积 单价 总价 状态                                   |
      | units    |            | 楼栋 单元 楼层 房号 户型 建筑面积 套内面积 单价 总价 销控状态 客户 置业顾问                 |
      | units    |            | 幢号 室号 建面 单价 总价 状态 备注                                                          |
      | units    |            | 栋号 单元 房间号 户型 面积 表价 销售状态                                                    |
      | units    |            | 座 楼层 房号 面积 单价 总价 销控                                                            |
      | units    |            | 序号 楼号 房号 户型 建筑面积 套内建筑面积 公摊面积 总售价 建筑面积单价 备注                 |
      | units    |            | 房源编号 楼栋 单元 楼层 户号 房屋类别 物业类型 户型 建筑面积 单价 总价 状态 客户编号 更新日期 |
      | units    |            | 房号 户型 建筑面积 底价 表价 状态                                                           |
      | units    |            | 幢号 单元号 层号 房号 户型 建筑面积 套内面积                                                |
      | units    | 销控表     | 房号 户型 建筑面积 总价 客户 认购日期 置业顾问                                              |
      | units    | 一房一价表 | 楼栋 房号 建筑面积 备案单价 备案总价 姓名 签约日期                                          |
      | deals    |            | 认购日期 客户 房号 建筑面积 成交单价 成交总价 付款方式 置业顾问                             |
      | deals    |            | 认购日期 业主 联系电话 楼号 单元 房号 建筑面积 单价 总价                                    |
      | deals    |            | 序号 签约日期 客户姓名 楼栋 单元 房号 户型 建筑面积 成交单价 成交总价 付款方式              |
      | deals    | 成交台账   | 客户 电话 楼栋 房号 建筑面积 单价 总价 付款方式                                             |
      | deals    |            | 成交日期 业主姓名 手机 楼号 房号 面积 总价 状态                                             |
      | visitors |            | 来访日期 姓名 手机 置业顾问 意向户型 意向面积 单价 备注                                     |
      | visitors | 房源推介   | 来访日期 姓名 手机 置业顾问 房号 户型 面积 单价 备注                                        |
      | nothing  |            | 户型 面积 套数 均价                                                                         |
      | nothing  |            | 楼栋 户型 套数 已售 剩余                                                                    |
    `),
  )("$form: $headers", ({ form, name, headers }) => {
    expect(guessForm(captions(headers ?? ""), [name ?? "", "Sheet1"])?.form ?? "nothing").toBe(form);
  });
});

describe("with their rows", () => {
  const formsOf = (drawn: string, sheet = "Sheet1"): readonly string[] =>
    oldTablesIn(sheetOf(drawn, { sheet })).map(({ form }) => form);

  const headers = "| 楼栋 | 房号 | 建筑面积 | 单价 | 总价 | 客户 | 电话 | 认购日期 | 置业顾问 |";
  const sold = (room: number) =>
    `| 1 | ${room} | 89 | 8000 | 712000 | 客户${room} | '13803791${room} | 2024.3.5 | 王强 |`;
  const unsold = (room: number) => `| 1 | ${room} | 89 | 8000 | 712000 | | | | |`;

  test("rows without client and day are units nobody has bought", () => {
    expect(formsOf([headers, sold(101), unsold(102), sold(201), unsold(202)].join("\n"))).toEqual(["units"]);
  });

  test("a client and a day in every row are deals, whatever the sheet is called", () => {
    const all = [headers, ...[101, 102, 201, 202].map(sold)].join("\n");
    expect([formsOf(all), formsOf(all, "销控表")]).toEqual([["deals"], ["deals"]]);
  });
});

describe("where a list says the building once", () => {
  const rowsOf = (drawn: string, sheet = "Sheet1") => {
    const [table, ...more] = oldTablesIn(sheetOf(drawn, { sheet }));
    expect(more).toEqual([]);
    const at = (key: string): number => table?.matches.find((match) => match.key === key)?.column ?? -1;
    return table?.rows.map(({ cells }) =>
      ["building", "section", "unitNo"].map((key) => cells[at(key)] ?? "").join(" "),
    );
  };

  test("in a line above its units", () => {
    expect(
      rowsOf(`
        | 房源价格表 |      |          |      |
        | 房号       | 户型 | 建筑面积 | 单价 |
        | 1#楼1单元  |      |          |      |
        | 101        | 3/2  | 120      | 8000 |
        | 102        | 2/2  | 89       | 8100 |
        | 2号楼      | <    | <        | <    |
        | 101        | 3/2  | 120      | 8200 |
      `),
    ).toEqual(["1 1 101", "1 1 102", "2  101"]);
  });

  test.each([
    ["翠湖一期3号楼销控表", "Sheet1", "3"],
    ["销控表", "A座", "A"],
    ["销控表", "5#", "5"],
    ["1、2号楼销控表", "Sheet1", ""],
    ["1-3#楼销控表", "Sheet1", ""],
    ["翠湖销控表（1楼层起）", "Sheet1", ""],
  ])("in the title %s or the name %s: %s", (title, sheet, building) => {
    const rows = rowsOf(
      `
      | ${title} |      |          |      |
      | 房号     | 户型 | 建筑面积 | 状态 |
      | 101      | 3/2  | 120      | 未售 |
      | 102      | 2/2  | 89       | 已售 |
    `,
      sheet,
    );
    expect(rows).toEqual([`${building}  101`, `${building}  102`]);
  });

  test("in the first row of each, sections beginning anew", () => {
    expect(
      rowsOf(`
        | 楼栋 | 单元  | 房号 | 建筑面积 | 单价 |
        | 1    | 1单元 | 101  | 120      | 8000 |
        |      |       | 102  | 89       | 8000 |
        |      | 2单元 | 101  | 120      | 8000 |
        |      |       | 102  | 89       | 8000 |
        | 2    | 2单元 | 101  | 120      | 8000 |
        |      |       | 102  | 89       | 8000 |
        | 3    |       | 101  | 120      | 8000 |
        |      |       | 102  | 89       | 8000 |
      `),
    ).toEqual([
      "1 1单元 101",
      "1 1单元 102",
      "1 2单元 101",
      "1 2单元 102",
      "2 2单元 101",
      "2 2单元 102",
      "3  101",
      "3  102",
    ]);
  });

  test("merged over its rows", () => {
    expect(
      rowsOf(`
        | 楼栋 | 单元 | 房号 | 建筑面积 | 单价 |
        | 1    | 1    | 101  | 120      | 8000 |
        | ^    | ^    | 102  | 89       | 8000 |
        | ^    | 2    | 101  | 120      | 8000 |
      `),
    ).toEqual(["1 1 101", "1 1 102", "1 2 101"]);
  });
});
