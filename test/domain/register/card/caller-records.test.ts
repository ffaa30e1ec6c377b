/** 客户回访跟踪表 of somebody who has called and never been here (forms.md 5). */
import { cardRecords, cardWants } from "../../../../src/domain/register/card/card-records";
import type { ClientNumber } from "../../../../src/domain/rules/client-number";
import { printBook } from "../../../../src/workbook/plan/print-book";
import { bookOf, today } from "../book-of";

const book = bookOf({
  visitors: `
    | clientId | visitDate  | name | gender | consultant | mobile        | notes |
    | LY-ZS001 | 2024-03-01 | 张三 | 男     | 王强       | 138 0379 1234 | 看房  |
  `,
  calls: [
    {
      clientId: "LY-JX001",
      calledAt: "2024-03-02 10:15",
      name: "江雪",
      gender: "女",
      mobile: "139 0379 5678",
      channels: "日报、户外",
      propertyType: "小高层",
      acceptablePrice: "3000–3500",
      notes: "问三房还有没有朝南的",
      consultant: "李娜",
    },
    { clientId: "LY-ZS001", calledAt: "2024-02-28 09:00", name: "张三", notes: "问路", consultant: "王强" },
    {
      clientId: "LY-WD001",
      calledAt: "2024-03-03 09:00",
      name: "吴丹",
      notes: "只问价格",
      consultant: "王强",
    },
    {
      clientId: "LY-JX001",
      calledAt: "2024-03-04 16:00",
      name: "江小姐",
      gender: "女",
      otherContact: "0379-6391 2345",
      layout: "3/2",
      notes: "问首付",
      consultant: "李娜",
    },
  ],
  followUps: `
    | contactedAt      | clientId | method | notes            | consultant |
    | 2024-03-04 16:00 | LY-JX001 | 电话   | 问首付           | 李娜       |
    | 2024-03-03 09:00 | LY-WD001 | 电话   | 只问价格         | 王强       |
    | 2024-03-05 10:00 | LY-JX001 | 电话   | 答应周六带爱人来 | 李娜       |
    | 2024-03-07 10:00 | LY-JX001 | 微信   | 发了按揭测算     | 李娜       |
    | 2024-03-06 10:00 | LY-ZS001 | 电话   | 再约             | 王强       |
  `,
});

const asked = { card: "returnVisits", masked: false } as const;
const idsOf = (question: Partial<Parameters<typeof cardRecords>[1]>) =>
  cardRecords(book, { ...asked, ...question }, today).map(({ id }) => id);

test("what 来电登记 knows stands in the boxes of 来访登记, and every contact after it", () => {
  const [card] = cardRecords(book, { ...asked, clients: ["LY-JX001" as ClientNumber] }, today);
  expect(Object.fromEntries(card?.answers ?? [])).toEqual({
    clientId: "LY-JX001",
    name: "江雪",
    gender: "女",
    mobile: "139 0379 5678",
    phone: "0379-6391 2345",
    channels: "日报、户外",
    propertyType: "小高层",
    unitPriceBand: "3000–3500",
    layout: "3/2",
    notes: "来电 2024年3月2日：问三房还有没有朝南的\n来电 2024年3月4日：问首付",
    consultant: "李娜",
  });
  expect(card?.chosen.get("channels")).toEqual(["日报", "户外"]);
  expect(card?.chosen.get("propertyType")).toEqual(["小高层"]);
  expect(card?.contacts.map(({ method }) => method)).toEqual(["电话", "微信"]);
  expect(card).toMatchObject({ consultant: "李娜", day: "2024年3月2日", visit: undefined });
});

test("of all: callers who were called back; one who was not has a card where it is asked for by number", () => {
  expect(idsOf({})).toEqual(["LY-ZS001", "LY-JX001"]);
  expect(idsOf({ clients: ["LY-WD001" as ClientNumber] })).toEqual(["LY-WD001"]);
  expect(idsOf({ consultant: "李娜" })).toEqual(["LY-JX001"]);
  expect(idsOf({ from: "2024-03-02" as typeof today })).toEqual(["LY-JX001"]);
  expect(idsOf({ to: "2024-03-01" as typeof today })).toEqual(["LY-ZS001"]);
  expect(idsOf({ card: "visitors" })).toEqual(["LY-ZS001"]);
});

test("masked where asked, and of the columns the print reads alone (R20)", () => {
  const { calls } = book.registers;
  const read = new Set(cardWants("returnVisits").calls);
  expect([...(calls?.columns.keys() ?? [])].filter((key) => !read.has(key))).toEqual(["no", "advertisement"]);
  const [card] = cardRecords(book, { ...asked, masked: true, clients: ["LY-JX001" as ClientNumber] }, today);
  expect([card?.answers.get("mobile"), card?.answers.get("phone")]).toEqual(["139****5678", "0379-****2345"]);
});

test("it prints", () => {
  const made = printBook(
    book,
    { print: "returnVisits", clients: ["LY-JX001" as ClientNumber], masked: false },
    today,
  );
  const texts = (made?.sheets ?? []).flatMap(({ blocks }) => blocks.flatMap(({ rows }) => rows.flat()));
  const said = texts.filter((cell) => typeof cell === "string").join("");
  for (const text of ["LY-JX001", "江雪", "139 0379 5678", "问首付", "答应周六带爱人来", "发了按揭测算"])
    expect(said).toContain(text);
});
