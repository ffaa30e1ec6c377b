import fc from "fast-check";
import { formOf } from "../../../src/domain/forms/index";
import { dayOfSerial } from "../../../src/domain/kit/calendar-day";
import { readRow } from "../../../src/domain/register/check-row";
import { checkWorkbook } from "../../../src/domain/register/check/check-workbook";
import { applyFixes } from "../../../src/domain/register/check/fixes";
import { registerVisit } from "../../../src/domain/register/client/register-visit";
import { say } from "../../../src/domain/register/wording";
import { draw } from "../draw";
import { bookOf, firstRow, now, site, today } from "./book-of";

const about = { site: site(), today };
const read = (
  form: "visitors" | "calls" | "deals" | "followUps",
  cells: Readonly<Record<string, string | number>>,
) => readRow(formOf(form), cells, about);
const codes = (form: "visitors" | "calls" | "deals" | "followUps", key: string, cell: string): string =>
  read(form, { [key]: cell })
    .findings.filter((each) => each.key === key)
    .map(({ code }) => code)
    .join();

describe("words beside a phone or a day are never dropped (R2, R14)", () => {
  test.each(
    draw(`
    | form      | blank           | cell                                  | found       |
    | visitors  | mobile          | 13803791234（妻子的，晚上打）         | wordsBeside |
    | visitors  | mobile          | 13803791234（停机）                   | wordsBeside |
    | visitors  | mobile          | 13803791234空号                       | wordsBeside |
    | visitors  | mobile          | 13803791234 王太                      | wordsBeside |
    | visitors  | mobile          | 13803791234=微信                      | wordsBeside |
    | visitors  | mobile          | 13803791234（本人）13903791234（妻）  | wordsBeside |
    | visitors  | mobile          | 电话：13803791234                     | spelling    |
    | visitors  | mobile          | 手机号13803791234（本人）             | spelling    |
    | visitors  | mobile          | 13803791234#2                         | spelling    |
    | visitors  | phone           | 61284567(香港)                        | numberAbroad |
    | visitors  | phone           | +852 6128 4567(香港)                  | wordsBeside |
    | visitors  | phone           | 0379-63912345转12                     | spelling    |
    | visitors  | visitDate       | 2023-9-27（第二次来，丈夫陪同）       | wordsBeside |
    | visitors  | visitDate       | 2023-9-27 星期三                      | spelling    |
    | visitors  | visitDate       | 2023年9月27日                         | spelling    |
    | visitors  | nextAppointment | 2024-03-16 14:30（带父母）            | wordsBeside |
    | visitors  | nextAppointment | 2024-03-16 14:30-16:00                | wordsBeside |
    | followUps | nextAt          | 2024-03-16 14:30                      | wordsBeside |
    | deals     | signedOn        | 2024-03-01（补签）                    | wordsNowhere |
    | calls     | otherContact    | 0379-63912345（公司）                 |             |
    `),
  )("$form.$blank: $cell is $found", ({ form, blank, cell, found }) => {
    expect(codes(form as "visitors", blank ?? "", cell ?? "")).toBe(found);
  });

  test.each(["/", "", "手机：13803791234（停机）"])("notes of “%s” become that one line", (notes) => {
    const found = read("visitors", { mobile: "13803791234（停机）", notes }).findings;
    const moved = found.find(({ code }) => code === "wordsBeside");
    expect(moved?.becomes?.["notes"]).toBe("手机：13803791234（停机）");
  });

  test("the fix of a check moves the words to the row's notes, of two blanks together", () => {
    const [mobile, visitDate] = ["13803791234（停机）", "2023-9-27（第二次来）"];
    const book = bookOf({
      visitors: [{ clientId: "LY-ZS001", name: "张三", mobile, visitDate, notes: "看了三房。" }],
    });
    const found = checkWorkbook(book, today).filter(({ code }) => code === "wordsBeside");
    expect(found.map(({ key, row }) => [key, row])).toEqual([
      ["visitDate", firstRow],
      ["mobile", firstRow],
    ]);
    for (const one of [found, found.slice(0, 1), found.slice(1)]) {
      const becomes = Object.fromEntries(
        applyFixes(one).flatMap((change) => (change.kind === "set" ? [[change.key, change.value]] : [])),
      );
      expect(becomes).toEqual({
        mobile: "138 0379 1234",
        visitDate: "2023-09-27",
        notes: "看了三房。\n来访日期：2023-9-27（第二次来）\n手机：13803791234（停机）",
      });
    }
    const [first] = found;
    if (first === undefined) throw new Error("nothing found");
    expect([say(first, "zh"), say(first, "en")].map(({ remedy }) => remedy)).toEqual([
      "请移到“其他洽谈内容及洽谈结果”，这里只留“2023-09-27”",
      "Move it to “其他洽谈内容及洽谈结果”; leave “2023-09-27” here",
    ]);
  });

  test("a visit that would lose words is not written", () => {
    const answers = {
      name: "张三",
      gender: "男",
      channels: "路过",
      consultant: "王强",
      visitDate: String(today),
      mobile: "13803791234（妻子的，晚上打）",
    };
    const decision = registerVisit(bookOf({}), answers, { today, now });
    expect(decision).toMatchObject({ ok: false, problems: [{ code: "wordsBeside", key: "mobile" }] });
  });

  test("law: every word typed behind a phone stands in the row after whatever fix", () => {
    const word = fc.string({
      unit: fc.constantFrom(..."妻子停机空王太的晚上打微信父母家里单位"),
      minLength: 1,
      maxLength: 8,
    });
    const around = fc.constantFrom(["（", "）"], ["(", ")"], [" ", ""], ["，", ""], ["=", ""]);
    fc.assert(
      fc.property(word, around, fc.constantFrom("", "/", "看了三房"), (words, [open, close], notes) => {
        const cell = `13803791234${open}${words}${close}`;
        const { findings, answers } = read("visitors", { mobile: cell, notes });
        const fixed = { ...answers, ...findings.find((each) => each.key === "mobile")?.becomes };
        expect(`${String(fixed["mobile"])}\n${String(fixed["notes"])}`).toContain(words);
      }),
    );
  });
});

test("a day's serial with a time is shown as people see it, and its time goes to the notes", () => {
  const found = read("visitors", { visitDate: 45_356 + 1 / 3 }).findings.find(
    ({ key }) => key === "visitDate",
  );
  expect(found).toMatchObject({
    code: "wordsBeside",
    value: "2024-03-05 08:00",
    becomes: { visitDate: "2024-03-05", notes: "来访日期：2024-03-05 08:00" },
  });
});

test("a day's serial with a time in a form without notes keeps it until people have noted it elsewhere", () => {
  const { findings } = read("deals", { signedOn: 45_356 + 1 / 3 });
  expect(findings.filter(({ key }) => key === "signedOn")).toEqual([
    expect.objectContaining({ code: "wordsNowhere", facts: { becomes: "2024-03-05" } }),
  ]);
  expect(codes("deals", "signedOn", "2024-03-05")).toBe("asText");
});

test("law: no fix of the check loses the time of a day's serial", () => {
  const minutes = fc.integer({ min: 1, max: 1439 });
  fc.assert(
    fc.property(fc.integer({ min: 45_000, max: 45_356 }), minutes, (day, minute) => {
      const book = bookOf({
        visitors: [{ clientId: "LY-ZS001", name: "张三", visitDate: day + minute / 1440 }],
      });
      const found = checkWorkbook(book, today).filter(({ key }) => key === "visitDate");
      const becomes = Object.fromEntries(
        applyFixes(found).flatMap((change) => (change.kind === "set" ? [[change.key, change.value]] : [])),
      );
      const clock = [Math.floor(minute / 60), minute % 60].map((n) => String(n).padStart(2, "0")).join(":");
      expect(String(becomes["notes"])).toContain(clock);
      expect(becomes["visitDate"]).toBe(dayOfSerial(day));
    }),
    { numRuns: 200 },
  );
});
