/** R9 at the door: a number near somebody else's is told, and stops nobody. */
import fc from "fast-check";
import { amendClient } from "../../../../src/domain/register/client/amend-client";
import type { Decision } from "../../../../src/domain/register/decision";
import { nearClients, nearHints } from "../../../../src/domain/register/client/near-client";
import { registerCall } from "../../../../src/domain/register/client/register-call";
import { registerVisit } from "../../../../src/domain/register/client/register-visit";
import { say } from "../../../../src/domain/register/wording";
import type { ClientNumber } from "../../../../src/domain/rules/client-number";
import { readPhones } from "../../../../src/domain/rules/phone";
import { sharePhone, slipBetween } from "../../../../src/domain/rules/same-person";
import { draw } from "../../draw";
import { bookOf, now, today } from "../book-of";

const book = bookOf({
  visitors: `
    | clientId  | visitDate  | name   | consultant | mobile        | phone          | gender | channels |
    | LY-ZS001  | 2024-03-01 | 张三   | 王强       | 138 0379 1234 | 0379-6391 2345 | 男     | 路过     |
    | LY-LS001  | 2024-03-01 | 李四   | 李娜       | 138 0379 9999 | /              | 男     | 路过     |
  `,
  calls: `
    | clientId  | calledAt         | name   | consultant | mobile        | otherContact |
    | LY-WA001  | 2024-03-01 09:00 | 王先生 | 李娜       | 139 0379 5555 | 63918801     |
  `,
});
const near = nearClients;

test.each(
  draw(`
    | name   | mobile        | phone        | hint                                           |
    | 李五   | 13803791243   |              | numbersNear mobile 张三 138 0379 1234          |
    | 张三   | 13803791243   |              | numberNearOwn mobile 张三 138 0379 1234        |
    | 张女士 | 13803791235   |              | numberNearOwn mobile 张三 138 0379 1234        |
    |        | 13803791235   |              | numbersNear mobile 张三 138 0379 1234          |
    | 李五   | 13803798888   | 63912346     | numbersNear phone 张三 0379-6391 2345          |
    | 王芳   | 13903795556   |              | numberNearOwn mobile 王先生 139 0379 5555      |
    | 李五   | 13803791235   | 0379-63918802 | manyNumbersNear mobile 张三 138 0379 1234     |
    | 王芳   | 13803791235   | 0379-63918802 | numberNearOwn phone 王先生 0379-6391 8801     |
    | 李五   | 13803791234   | 63912346     |                                                |
    | 李五   | 13803792143   |              |                                                |
    | 李五   | 1380379123    |              |                                                |
    | 李五   | /             |              |                                                |
  `),
)("$name, $mobile, $phone: $hint", ({ name = "", mobile = "", phone = "", hint }) => {
  const found = nearHints(book, "visitors", name, near(book, "visitors", { mobile, phone }));
  const told = found.map(
    ({ code, key, facts }) => `${code} ${key} ${facts?.["otherName"]} ${facts?.["otherPhone"]}`,
  );
  expect(told.join()).toBe(hint);
  expect(found.filter(({ severity, rule }) => severity !== "hint" || rule !== "R9")).toEqual([]);
});

const spelt = fc.tuple(
  fc.oneof(
    fc.stringMatching(/^138[12]0379[01]2[0-3]{2}$/u),
    fc.stringMatching(/^0379-6391[12]3[4-6]5$/u),
    fc.stringMatching(/^6391[12]3[4-6]5$/u),
  ),
  fc.constantFrom<(digits: string) => string>(
    (digits) => digits,
    (digits) => `${digits.slice(0, -4)} ${digits.slice(-4)}`,
    (digits) => `${digits}-801`,
    (digits) => `${digits}转801`,
    (digits) => `${digits}、13900000000`,
    (digits) => digits.replace(/\d/gu, (digit) => String.fromCharCode(0xff10 + Number(digit))),
  ),
);

test("in whatever spelling, it finds whom reading every row would find", () => {
  let found = 0;
  fc.assert(
    fc.property(fc.array(spelt, { maxLength: 8 }), spelt, (cells, [typed]) => {
      const rows = cells.map(([digits, as], at) => ({
        clientId: `LY-ZS${String(at + 1).padStart(3, "0")}`,
        name: `甲乙${at}`,
        consultant: "王强",
        mobile: as(digits),
      }));
      const person = (cell: string) => ({ name: "", phones: readPhones(cell, { areaCode: "0379" }).phones });
      const expected = rows.filter(({ mobile }) => {
        const [one, other] = [person(typed), person(mobile)];
        return !sharePhone(one, other) && slipBetween(one, other) !== undefined;
      });
      found += expected.length;
      expect(
        near(bookOf({ visitors: rows }), "visitors", { mobile: typed }).map(({ clientId }) => clientId),
      ).toEqual(expected.map(({ clientId }) => clientId));
    }),
    { numRuns: 400 },
  );
  expect(found).toBeGreaterThan(100);
});

const said = (decision: Decision): readonly string[] => {
  if (!decision.ok) throw new Error(decision.problems.map(({ code }) => code).join());
  return decision.hints.filter(({ code }) => /near/iu.test(code)).map(({ code, key }) => `${code} ${key}`);
};
const person = { name: "李五", gender: "男", consultant: "王强", channels: "路过", notes: "看了三房" };

test("a visit and a call are registered all the same, with a hint; a number nobody is near has none", () => {
  const visit = (mobile: string) =>
    registerVisit(book, { ...person, visitDate: today, mobile, phone: "/" }, { today, now });
  const call = (mobile: string) =>
    registerCall(book, { ...person, calledAt: now, mobile, otherContact: "/" }, { today, now });
  for (const register of [visit, call]) {
    expect(said(register("13803791243"))).toEqual(["numbersNear mobile"]);
    expect(said(register("13803797777"))).toEqual([]);
  }
  // Who comes is the caller: their number stands in the book already.
  const caller = { ...person, name: "王先生", visitDate: today, mobile: "13903795555", phone: "13803791243" };
  expect(said(registerVisit(book, caller, { today, now }))).toEqual([]);
});

test("a number put right is compared with others', not with the client's own", () => {
  const amend = (answers: Record<string, string>) =>
    amendClient(
      book,
      {
        form: "visitors",
        row: 6,
        clientId: "LY-LS001" as ClientNumber,
        answers,
        seen: { name: "李四", mobile: "13803799999" },
      },
      { today },
    );
  expect(said(amend({ mobile: "13803791235" }))).toEqual(["numbersNear mobile"]);
  expect(said(amend({ mobile: "13803799998" }))).toEqual([]);
  expect(said(amend({ name: "李思" }))).toEqual([]);
});

test("the hint shows both numbers and the record, and says that it may be chance", () => {
  const [hint] = nearHints(book, "visitors", "李五", near(book, "visitors", { mobile: "13803791243" }));
  expect(hint && say(hint, "zh")).toEqual({
    where: "来访登记“手机”",
    says: "138 0379 1243 与 来访登记第 5 行 张三（LY-ZS001，王强）的 138 0379 1234 只差一位或有两位颠倒",
    remedy: "请核对有没有记错；也可能只是号码相近的两个人，那就不用改",
  });
});
