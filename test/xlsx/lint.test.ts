import { writeBook } from "../../src/xlsx/write";
import { everyFeature } from "./every-feature";
import { lint } from "./lint";
import { withPart } from "./rezip";

const sheet = "xl/worksheets/sheet1.xml";
const table = "xl/tables/table1.xml";

it.each<[part: string, from: string, to: string, finding: string | RegExp]>([
  [table, 'name="姓名"', 'name="名"', "table Visits: header C3 姓名 is not 名"],
  [table, 'name="姓名"', 'name="编号"', "table Visits: a column name twice"],
  [table, 'ref="A3:H6" totals', 'ref="A3:I6" totals', "table Visits: 8 columns in A3:I6"],
  [table, 'autoFilter ref="A3:H6"', 'autoFilter ref="A3:H5"', "table Visits: filter A3:H5"],
  [table, 'displayName="Visits"', 'displayName="A1"', "table name A1"],
  [table, 'displayName="Visits"', 'displayName="teams"', "two names teams"],
  ["xl/workbook.xml", 'name="今天"', 'name="R1C1"', "name R1C1"],
  [sheet, '<c r="B4" s="18">', '<c r="B4" s="999">', /^来访登记: style 999 of /u],
  [sheet, 'dxfId="2"', 'dxfId="3"', "来访登记: dxf 3 of 3"],
  [
    sheet,
    '<c r="C4" s="17" t="s"><v>11<',
    '<c r="C4" s="17" t="s"><v>911<',
    /^来访登记: C4 has string 911 of /u,
  ],
  [sheet, '<c r="C4"', '<c r="B4"', "来访登记: two cells B4"],
  [sheet, '<c r="C4"', '<c r="A5"', "来访登记: A5 out of order"],
  [sheet, '<row r="4"', '<row r="3"', "来访登记: row 3 after row 3"],
  [sheet, 'sqref="C4:C6"><formula1>', 'sqref="C4:D6"><formula1>', /validations .* overlap$/u],
  [sheet, 'mergeCell ref="A2:H2"', 'mergeCell ref="A1:H2"', "来访登记: merges A1:H1 and A1:H2 overlap"],
  [
    sheet,
    "<formula1>列表_性别<",
    `<formula1>"${"长".repeat(256)}"<`,
    "来访登记: validation over 255 characters",
  ],
])("%s: %s → %s is found", async (part, from, to, finding) => {
  const findings = await lint(
    await withPart(await writeBook(everyFeature), part, (xml) => xml.replace(from, to)),
  );
  expect(findings).toContainEqual(typeof finding === "string" ? finding : expect.stringMatching(finding));
});
