import { jumpTo } from "../../../src/workbook/office/jump";
import { readStructure, refuseNewer } from "../../../src/workbook/office/structure";
import { fileList } from "../../../src/workbook/plan/hq-lists";
import { listFirstRow, listSheet } from "../../../src/workbook/plan/hq-sheets";
import { WorkbookRefused } from "../../../src/workbook/port";
import { modelOf, sitDown } from "./desk";
import { plainSite } from "./plain-site";

const meta = [
  { key: "版本", value: "1" },
  { key: "编号", value: "示例-1" },
];

test("a workbook of ours, with its version, id and what it has lost, in one round trip", async () => {
  const model = await modelOf(plainSite({ filled: { meta } }));
  const desk = sitDown(model);
  await model.userRenamesSheet("来访登记", "来访");
  await model.userDeletesSheet("成交报告");
  const structure = await readStructure();
  expect(desk.traffic().requests).toBe(1);
  expect(structure).toMatchObject({
    kind: "ours",
    version: 1,
    id: "示例-1",
    absent: ["deals"],
    sheets: { visitors: "来访" },
  });
  expect(() => refuseNewer(structure)).not.toThrow();
});

test("a newer one is refused politely", async () => {
  sitDown(await modelOf(plainSite({ filled: { meta: [{ key: "版本", value: "9" }] } })));
  const structure = await readStructure();
  expect(() => refuseNewer(structure)).toThrow(new WorkbookRefused("newerVersion", "打开工作簿", "9"));
});

test("an empty one, and somebody else's with a sheet of our name", async () => {
  const model = await modelOf({
    sheets: [{ ...plainSite().sheets[0]!, name: "Sheet1", blocks: [], tables: [] }],
    names: [],
  });
  sitDown(model);
  expect(await readStructure()).toEqual({ kind: "empty" });
  await model.userAddsSheet("来访登记");
  await model.userEdits({ sheet: "来访登记", top: 0, left: 0, cells: [["姓名"]] }, { from: "typed" });
  expect(await readStructure()).toEqual({ kind: "other", sheets: ["来访登记"] });
});

test("head office's, which has no mark of a site", async () => {
  const { list, rows } = fileList([{ file: "东.xlsx", site: "洛阳-东区", fate: { kind: "merged" } }], 1);
  const sheet = listSheet(list);
  const merged = { ...sheet, blocks: [...sheet.blocks, { at: `A${listFirstRow + 1}`, rows }] };
  sitDown(await modelOf({ names: [], sheets: [merged] }));
  expect(await readStructure()).toEqual({ kind: "headOffices" });
});

test("jumping brings the sheet to the front, shows a hidden one, and says when it is gone", async () => {
  const model = await modelOf(plainSite());
  sitDown(model);
  await jumpTo("等级跟踪", "C5");
  expect(model.selection()).toEqual({ sheet: "等级跟踪", area: { top: 4, left: 2, bottom: 4, right: 2 } });
  await model.userShowsSheet("来访登记", "hidden");
  await jumpTo("来访登记", "A5:C5");
  expect(model.selection()).toMatchObject({ sheet: "来访登记", area: { right: 2 } });
  await expect(jumpTo("没有的表", "A1")).rejects.toMatchObject({ code: "sheetMissing", where: "没有的表" });
  await expect(jumpTo("_案场簿")).rejects.toMatchObject({ code: "sheetMissing" });
});
