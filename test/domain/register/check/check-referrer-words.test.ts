/** R16: a name or phone where 介绍人编号 belongs. */
import { checkWorkbook, countFaults } from "../../../../src/domain/register/check/check-workbook";
import { applyFixes, previewFixes } from "../../../../src/domain/register/check/fixes";
import type { Problem } from "../../../../src/domain/register/problem";
import type { SiteBook } from "../../../../src/domain/register/site";
import { say } from "../../../../src/domain/register/wording";
import { bookOf, type Cells, cellsOf, today, written } from "../book-of";

const rows: readonly Cells[] = [
  { clientId: "LY-LF001", name: "李芳", mobile: "13812345678" },
  { clientId: "LY-ZS001", name: "张三", mobile: "13803791231", referrerId: "李芳" },
  { clientId: "LY-ZW001", name: "张伟", mobile: "13803791232", referrerId: "老业主李芳", notes: "问价" },
  { clientId: "LY-ZW002", name: "张伟", mobile: "13803791233", referrerId: 13812345678 },
  { clientId: "LY-WW001", name: "王五", mobile: "13803791234", referrerId: "张伟" },
  { clientId: "LY-ZL001", name: "赵六", mobile: "13803791235", referrerId: "孙九" },
  { clientId: "LY-QQ001", name: "钱七", mobile: "13803791236", referrerId: "钱七" },
  { clientId: "LY-ZB001", name: "周八", mobile: "13803791237", referrerId: "吴九" },
  { clientId: "LY-WJ001", name: "吴九", mobile: "13803791238", referrerId: "LY-ZB001" },
  { clientId: "LY-ZY001", name: "郑乙", mobile: "13803791239", referrerId: "李芳 13503791239" },
  { clientId: "LY-FB001", name: "冯丙", mobile: "13803791240", referrerId: "朋友" },
  { name: "陈丁", mobile: "13803791241", referrerId: "李芳" },
];
const book = bookOf({ visitors: rows });

const found = (of: SiteBook): readonly Problem[] =>
  checkWorkbook(of, today).filter(({ form, key }) => form === "visitors" && key === "referrerId");

test("it is told whose number belongs there, or why nobody can tell", () => {
  expect(found(book).map(({ row, code, fix }) => `${row} ${code}${fix ? " fix" : ""}`)).toEqual([
    "6 referrerNamed fix",
    "7 referrerNamed fix",
    "8 referrerNamed fix",
    "9 referrerSeveral",
    "10 referrerNobody",
    "11 referrerSelf",
    "12 referrerLoop",
    "14 referrerOtherPhone",
    "15 referrerUnclear",
    "16 notAClientNumber",
  ]);
  expect(found(book).every(({ severity }) => severity === "error")).toBe(true);
  const [named, , , several] = found(book);
  expect(named && say(named, "zh")).toMatchObject({
    says: "“李芳”是 李芳（LY-LF001），这里要填客户编号",
    remedy: "点“修正”换成 LY-LF001",
  });
  expect(several && say(several, "en").says).toBe("“张伟” may be 张伟（LY-ZW001）、张伟（LY-ZW002）");
});

test("as many faults as before are counted", () => {
  const faults = checkWorkbook(book, today, "faults");
  expect(countFaults(book, today).error).toBe(faults.filter(({ severity }) => severity === "error").length);
});

test("the fix writes the number, and words that tell more go to the notes", () => {
  const fixed = written(book, applyFixes(found(book)));
  const after = cellsOf(fixed, "visitors");
  expect(after.slice(1, 4).map(({ referrerId }) => referrerId)).toEqual(["LY-LF001", "LY-LF001", "LY-LF001"]);
  expect(after.slice(1, 4).map(({ notes }) => notes)).toEqual([null, "问价\n介绍人：老业主李芳", null]);
  expect(previewFixes(found(book)).map(({ was, becomes }) => [was, becomes])).toContainEqual([
    "李芳",
    "LY-LF001",
  ]);
  // Done once, nothing more is told of them.
  expect(found(fixed).map(({ row }) => row)).toEqual([9, 10, 11, 12, 14, 15, 16]);
});

test("beside words that another fix of the row moves to the notes nothing is lost, whichever comes first", () => {
  const both = bookOf({
    visitors: [...rows.slice(0, 1), { ...rows[2], mobile: "13803791232（妻子的）", notes: "问价" }],
  });
  const fixable = checkWorkbook(both, today).filter(
    ({ row, code }) => row === 6 && (code === "referrerNamed" || code === "wordsBeside"),
  );
  expect(fixable).toHaveLength(2);
  for (const some of [fixable, [...fixable].reverse(), fixable.slice(0, 1), fixable.slice(1)]) {
    const [, row] = cellsOf(written(both, applyFixes(some)), "visitors");
    expect(String(row?.["notes"]).split("\n").sort()).toEqual(
      ["问价", "介绍人：老业主李芳", "手机：13803791232（妻子的）"].sort(),
    );
  }
});

test("fixes of two rows never close a loop together", () => {
  const circle = bookOf({
    visitors: [
      { clientId: "LY-LF001", name: "李芳", mobile: "13812345678", referrerId: "张三" },
      { clientId: "LY-ZS001", name: "张三", mobile: "13803791231", referrerId: "李芳" },
    ],
  });
  expect(found(circle).map(({ code }) => code)).toEqual(["referrerLoop", "referrerLoop"]);
});

test.each([
  ["/", "介绍人：老业主李芳"],
  ["问价\n介绍人：老业主李芳", "问价\n介绍人：老业主李芳"],
])("the words go to the notes once, and / is no note: %j", (notes, after) => {
  const of = bookOf({
    visitors: [
      { clientId: "LY-LF001", name: "李芳", mobile: "13812345678" },
      { clientId: "LY-ZS001", name: "张三", mobile: "13803791231", referrerId: "老业主李芳", notes },
    ],
  });
  const fixed = written(of, applyFixes(found(of)));
  expect(cellsOf(fixed, "visitors")[1]).toMatchObject({ referrerId: "LY-LF001", notes: after });
});
