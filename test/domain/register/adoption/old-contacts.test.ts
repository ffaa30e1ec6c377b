/** 收编: what stands in a column of phones and is none, or more than one says. */
import { adopt } from "../../../../src/domain/register/adoption/adopt";
import { guessedMapping } from "../../../../src/domain/register/old-sheet/old-mapping";
import { oldTablesIn } from "../../../../src/domain/register/old-sheet/old-tables";
import { bookOf, today } from "../book-of";
import { sheetOf } from "../old-sheet/old-sheets-of";

const takeIn = (form: "来电" | "来访", phone: string, more = "") => {
  const [table] = oldTablesIn(
    sheetOf(`
      | ${form}登记 | < | < | < | < | < |
      | ${form}日期 | 姓名 | 手机 | ${form === "来电" ? "其他联系方式" : "联系电话"} | 业务员 | 备注 |
      | 2024.3.5 | 张三 | '${phone} | ${more} | 王强 | 问价 |
    `),
  );
  if (table === undefined) throw new Error("no table");
  const book = bookOf({ visitors: "| clientId | name |", calls: "| clientId | name |" });
  const mapping = guessedMapping(table, table.form, table.matches);
  const { changes, fates } = adopt(book, { ...table, mapping }, { today });
  const [fate] = fates;
  const key = form === "来电" ? "calls" : "visitors";
  const row = changes.flatMap((change) =>
    change.kind === "append" && change.form === key ? [change.row] : [],
  )[0];
  const codes =
    fate?.kind === "rejected"
      ? fate.reasons.map(({ code }) => code)
      : fate?.kind === "taken"
        ? fate.hints.flatMap(({ code, value }) => (code === "rosterToGrow" ? [] : [`${code} ${value}`]))
        : [];
  return [row?.["mobile"], row?.["otherContact"] ?? row?.["phone"], row?.["notes"], codes];
};

const shown = "138 0379 1234";

test.each([
  ["微信abc123", "", [undefined, "微信abc123", "问价", []]],
  ["微信号：abc_123", "", [undefined, "微信号:abc_123", "问价", []]],
  ["QQ 12345678", "", [undefined, "QQ 12345678", "问价", []]],
  ["Zhang.San@example.com", "", [undefined, "Zhang.San@example.com", "问价", []]],
  ["wxid_a1b2c3", "", [undefined, "wxid_a1b2c3", "问价", []]],
  ["微信abc123", "13803791234", [shown, "微信abc123", "问价", []]],
  ["13803791234 微信abc123", "", [shown, "微信abc123", "问价", []]],
  ["13803791234、QQ:12345678", "", [shown, "QQ:12345678", "问价", []]],
  [
    "微信13803791234",
    "",
    [shown, undefined, "问价\n原表“手机”：微信13803791234", ["keptInNotes 微信13803791234"]],
  ],
  ["13803791234", "微信abc123", [shown, "微信abc123", "问价", []]],
  ["不肯留", "13803791234", [shown, undefined, "问价\n原表“手机”：不肯留", ["keptInNotes 不肯留"]]],
  ["不肯留", "", [undefined, undefined, undefined, ["notAPhone"]]],
] as const)("来电 %p, beside it %p", (phone, more, expected) => {
  expect(takeIn("来电", phone, more)).toEqual(expected);
});

const remark = "13803791234(妻) 13903791234(本人)";
test.each([
  ["微信abc123", "", [undefined, undefined, undefined, ["notAPhone"]]],
  [
    "微信abc123",
    "13803791234",
    [shown, undefined, "问价\n原表“手机”：微信abc123", ["keptInNotes 微信abc123"]],
  ],
  [
    "QQ 12345678",
    "13803791234",
    [shown, undefined, "问价\n原表“手机”：QQ 12345678", ["keptInNotes QQ 12345678"]],
  ],
  [
    "13803791234、微信abc123",
    "",
    [shown, undefined, "问价\n原表“手机”：13803791234、微信abc123", ["keptInNotes 13803791234、微信abc123"]],
  ],
  [remark, "", [shown, "139 0379 1234", `问价\n原表“手机”：${remark}`, [`keptInNotes ${remark}`]]],
  ["手机：13803791234", "", [shown, undefined, "问价", []]],
  ["1 3 8 0 3 7 9 1 2 3 4", "", [shown, undefined, "问价", []]],
  ["1-3-8-0-3-7-9-1-2-3-4", "", [shown, undefined, "问价", []]],
  ...(
    [
      "13803791234（老婆）",
      "13803791234（本人，晚上8点后打）",
      "13803791234（停机）",
      "张姐13803791234",
      "13803791234 微信同号",
      "13803791234（3）",
      "13803791234 2号楼",
      "13803791234 2 号楼",
      "13803791234 2-1-1001",
      "13803791234 2-11-1001",
      "2-1-1001 13803791234",
      "13803791234 2#-1001",
      "13803791234 3房",
      "138 0379 1234 2号楼",
      "138-0379-1234 2-1-1001",
      "+86 138 0379 1234 2号楼 3室2厅",
      "13803791234 3月5日来",
      "13803791234 18:00后",
      "13803791234 18:00-20:30",
      "13803791234 2024.3.5",
      "13803791234 85平 100万",
      "１３８０３７９１２３４　２号楼",
      "138 0379 1234张三",
      "13803791234？",
      "13803791234（×）",
    ] as const
  ).map(
    (said) => [said, "", [shown, undefined, `问价\n原表“手机”：${said}`, [`keptInNotes ${said}`]]] as const,
  ),
  ...(
    [
      ["13803791234/1236", "138 0379 1236"],
      ["13803791234、6", "138 0379 1236"],
      ["138-0379-1234，36", "138 0379 1236"],
      ["13803791234/36（老婆）", "138 0379 1236"],
      ["13803791234/35/36", "138 0379 1235、138 0379 1236"],
      ["13803791234  爱人13803791236", "138 0379 1236"],
      ["13803791234 2号楼 13803791236 3房", "138 0379 1236"],
      ["13803791234 2号楼13803791236", "138 0379 1236"],
      ["13803791234 儿子13803791236 女儿13803791237", "138 0379 1236、138 0379 1237"],
    ] as const
  ).map(
    ([said, others]) =>
      [said, "", [shown, others, `问价\n原表“手机”：${said}`, [`keptInNotes ${said}`]]] as const,
  ),
  [
    "13803791234",
    "0379-63912345/46",
    [
      shown,
      "0379-6391 2345、0379-6391 2346",
      "问价\n原表“联系电话”：0379-63912345/46",
      ["keptInNotes 0379-63912345/46"],
    ],
  ],
  ["13803791234 13803791236", "", [shown, "138 0379 1236", "问价", []]],
  ["13803791234", "0379-63912345 转 801", [shown, "0379-6391 2345 转 801", "问价", []]],
  [
    "13803791234",
    "63912345 2号楼",
    [shown, "0379-6391 2345", "问价\n原表“联系电话”：63912345 2号楼", ["keptInNotes 63912345 2号楼"]],
  ],
  // A number with a digit too few or too many stays a question, whatever stands beside it.
  ...(
    [
      ["1380379123 4", "mobileDigits"],
      ["1380379123 4号楼", "mobileDigits"],
      ["1380379123 2号楼", "mobileDigits"],
      ["138037912 34号楼", "mobileDigits"],
      ["1380379123 2-1-1001", "notAPhone"],
      ["138037912345 2号楼", "mobileDigits"],
      ["13803791234 2", "mobileDigits"],
      [`13803791234 ${"2号楼 ".repeat(60)}`, "mobileDigits"],
      ["13803791234 1380379567 8", "notAPhone"],
    ] as const
  ).map(([said, code]) => [said, "", [undefined, undefined, undefined, [code]]] as const),
  ["13803791234/13803791236", "(0379)63912345", [shown, "138 0379 1236、0379-6391 2345", "问价", []]],
  ["+86 138 0379 1234", "0379/63912345", [shown, "0379-6391 2345", "问价", []]],
  [
    "13803791234/2号楼",
    "",
    [shown, undefined, "问价\n原表“手机”：13803791234/2号楼", ["keptInNotes 13803791234/2号楼"]],
  ],
  ["13803791234(本人)", "0379-63912345转12", [shown, "0379-6391 2345 转 12", "问价", []]],
] as const)("来访 %p, beside it %p", (phone, more, expected) => {
  expect(takeIn("来访", phone, more)).toEqual(expected);
});

const clientsOf = (...phones: readonly string[]): readonly unknown[] => {
  const rows = phones.map((phone, at) => `| 2024.3.${at + 1} | 张三 | '${phone} | 王强 |`).join("\n");
  const [table] = oldTablesIn(
    sheetOf(`
      | 来访登记 | < | < | < |
      | 来访日期 | 姓名 | 联系电话 | 业务员 |
      ${rows}
    `),
  );
  if (table === undefined) throw new Error("no table");
  const mapping = guessedMapping(table, table.form, table.matches);
  const { fates } = adopt(bookOf({ visitors: "| clientId | name |" }), { ...table, mapping }, { today });
  return fates.map((fate) => ("clientId" in fate ? fate.clientId : fate.kind));
};

test("a mobile is one person's whatever is dialled behind it; behind a switchboard each desk is another's (R9)", () => {
  expect(new Set(clientsOf("13803790001", "13803790001 ext 12", "13803790001转13")).size).toBe(1);
  expect(clientsOf("13803790001、13803790001转12")).toEqual(clientsOf("13803790001"));
  expect(new Set(clientsOf("0379-63912345转12", "0379-63912345 ext 12")).size).toBe(1);
  expect(new Set(clientsOf("0379-63912345", "0379-63912345转12", "0379-63912345转13")).size).toBe(3);
});
