/** 收编: what is said of a table beside the fates of its rows. */
import { adopt } from "../../../../src/domain/register/adoption/adopt";
import { hintsOf } from "../../../../src/domain/register/adoption/adoption-hints";
import { matchOldHeaders } from "../../../../src/domain/register/old-sheet/like-headers";
import { adoptedForms, type AdoptedForm } from "../../../../src/domain/register/old-sheet/old-cells";
import { guessedMapping } from "../../../../src/domain/register/old-sheet/old-mapping";
import { needsUnmet } from "../../../../src/domain/register/adoption/old-needs";
import type { RawCell } from "../../../../src/domain/register/register";
import { bookOf, today } from "../book-of";

const mappingOf = (form: AdoptedForm, headers: readonly RawCell[]) =>
  guessedMapping({ headers, rows: [] }, form, matchOldHeaders(form, headers));

test.each<[AdoptedForm, string, readonly (readonly string[])[]]>([
  ["visitors", "日期 顾问 姓名 固话", []],
  ["visitors", "打印时间 跟进人 姓名 年龄", [["visitDate"], ["mobile", "phone"]]],
  ["calls", "来电时间 接听 客户 微信号", [["consultant"]]],
  ["followUps", "日期 销售 姓名", []],
  ["followUps", "日期 销售 情况", [["clientId", "mobile", "name"]]],
  ["grades", "D C B A √ × 姓名", []],
  ["units", "楼栋 户号 状态", []],
  ["units", "楼栋 面积 状态", [["unitNo", "door"]]],
  ["grades", "D C B A √ × 顾问", [["clientId", "mobile", "name"]]],
  // Of a deal, a name alone says nobody.
  ["deals", "认购日期 顾问 业主 总价", [["unitNo"], ["dealId", "phone"]]],
])("%s of %s lack %j", (form, headers, lacks) => {
  expect(needsUnmet(form, mappingOf(form, headers.split(" ")))).toEqual(lacks);
});

test("without a column, every form lacks all that its rows are rejected without", () => {
  for (const form of adoptedForms) {
    const rows = [{ row: 2, cells: ["随便"], original: ["随便"] }];
    const { fates } = adopt(
      bookOf(),
      { form, headers: ["甲"], rows, setAside: [], mapping: [{ use: "leave" }] },
      { today },
    );
    const missing = fates.flatMap((fate) =>
      fate.kind === "rejected" ? fate.reasons.map(({ key }) => key) : [],
    );
    const unmet = needsUnmet(form, []).flat();
    // 等级跟踪 asks for nothing but whose it is, 销控表 for nothing but the unit.
    expect(missing.length).toBeGreaterThan(form === "grades" || form === "units" ? 0 : 1);
    for (const key of missing) expect(unmet).toContain(key);
  }
});

test("cells nobody understood are told by column, of rows that are written; another name by its row", () => {
  const headers = ["日期", "顾问", "姓名", "手机", "年龄", "途径", "面积"];
  const rows: RawCell[][] = [
    ["2024.2.1", "王强", "新甲", "13803793001", "三十多", "抖音", "#REF!"],
    ["2024.2.2", "生人", "新乙", "13803793002", "三十多", "路过、抖音", null],
    ["2024.2.3", "王强", "旧甲", "13803793001", "40+", null, null],
    ["2024.2.4", "王强", "新丙", "1380379", "老", null, null],
  ];
  const { fates } = adopt(
    bookOf(),
    {
      form: "visitors",
      headers,
      rows: rows.map((cells, at) => ({ row: at + 2, cells, original: cells })),
      setAside: [],
      mapping: mappingOf("visitors", headers),
    },
    { today },
  );
  const { unread, others } = hintsOf(fates);
  expect(unread).toEqual([
    { caption: "年龄", kept: "notes", rows: 3, values: ["三十多", "40+"] },
    { caption: "途径", kept: "notes", rows: 2, values: ["抖音", "路过、抖音"] },
    { caption: "面积", kept: "nowhere", rows: 1, values: ["#REF!"] },
  ]);
  expect(others.map(({ row, name, hint }) => [row, name, hint.code])).toEqual([[4, "旧甲", "otherName"]]);
});
