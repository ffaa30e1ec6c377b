/** R1 where a column went wrong as a whole: told once, and nobody is compared with everybody. */
import { checkNumbers, missingNumbers } from "../../../../src/domain/register/check/check-numbers";
import { groundOf } from "../../../../src/domain/register/check/check-ground";
import { checkWorkbook } from "../../../../src/domain/register/check/check-workbook";
import { settleNumbers } from "../../../../src/domain/register/check/settle-numbers";
import type { SiteBook } from "../../../../src/domain/register/site";
import { bookOf, type Cells, today } from "../book-of";

const visitor = (n: number, more: Cells = {}): Cells => ({
  clientId: "LY-ZS001",
  visitDate: 45359,
  consultant: "王强",
  name: "张三",
  mobile: `138 0379 ${String(1000 + n)}`,
  ...more,
});
const visitors = (count: number, more: (n: number) => Cells = () => ({})): SiteBook =>
  bookOf(
    {
      visitors: Array.from({ length: count }, (_, n) => visitor(n, more(n))),
      grades: [],
      calls: [],
      followUps: [],
      deals: [],
    },
    { highest: new Map([["LY-ZS", 999]]) },
  );

const about = (book: SiteBook): readonly string[] =>
  checkNumbers(groundOf(book, { site: book.site, today }, new Map())).problems.map(({ row, code, facts }) =>
    `${row} ${code} ${facts?.["count"] ?? ""}`.trim(),
  );

describe("a number in many rows", () => {
  test("of many people: the column was filled down, said once, and nothing is dealt out", () => {
    const book = visitors(21);
    expect(about(book)).toEqual(["5 numberFilledDown 21"]);
    expect(settleNumbers(book)).toEqual([]);
    const codes = checkWorkbook(book, today).map(({ code }) => code);
    expect(codes).not.toContain("rowTwice");
    expect(codes).not.toContain("numberTwice");
  });

  test("of as many people as may have come to it by registering: each but the first gets another", () => {
    const book = visitors(20);
    expect(new Set(about(book).map((each) => each.slice(2).trim()))).toEqual(new Set(["numberTwice"]));
    expect(settleNumbers(book).filter(({ kind }) => kind === "set")).toHaveLength(19);
  });

  test("of one person: a row each too many", () => {
    const found = about(visitors(25, () => ({ mobile: "138 0379 1234" })));
    expect(found).toHaveLength(24);
    expect(found[0]).toBe("6 rowTwice");
  });
});

test("a report of a deal or of a loss says whose it is", () => {
  const nobody = { name: "张三", consultant: "王强" };
  const book = bookOf({ grades: [{ consultant: "王强" }], deals: [nobody], lostClients: [nobody] });
  expect(
    checkWorkbook(book, today).flatMap(({ form, key, code }) =>
      code === "requiredReally" && /Id$/u.test(key ?? "") ? [`${form} ${key}`] : [],
    ),
  ).toEqual(["grades clientId", "deals dealId", "lostClients lostId"]);
});

describe("a phone that many without a number share", () => {
  const given = (book: SiteBook): readonly unknown[] =>
    missingNumbers(book, today).map(({ facts }) => facts?.["becomes"]);
  const shared = (names: readonly string[], caller: string): SiteBook =>
    bookOf(
      {
        visitors: names.map((name, n) => visitor(n, { clientId: null, name, mobile: "138 0379 1234" })),
        calls: [{ calledAt: 45359.5, consultant: "王强", name: caller, mobile: "138 0379 1234" }],
        grades: [],
        followUps: [],
        deals: [],
      },
      { highest: new Map() },
    );
  const names = Array.from({ length: 30 }, (_, n) => `${String.fromCharCode(0x4e00 + 7 * n)}一`);

  test("the caller is the visitor of that name, whatever others have that phone", () => {
    const numbers = given(shared(names.slice(0, 20), names[19] ?? ""));
    expect(numbers).toHaveLength(21);
    expect(numbers[20]).toBe(numbers[19]);
    expect(new Set(numbers).size).toBe(20);
  });

  test("a name that comes again and again leaves room for the others", () => {
    const again = [...Array.from({ length: 50 }, () => "张三"), "李四"];
    const numbers = given(shared(again, "李四"));
    expect(numbers[51]).toBe(numbers[50]);
  });

  test("beyond twenty names it tells nobody from anybody", () => {
    const numbers = given(shared(names, names[25] ?? ""));
    expect(new Set(numbers).size).toBe(31);
  });

  test("each new number comes with its own counter", () => {
    const fixes = missingNumbers(shared(["张三", "张松", "李四"], "王五"), today).map(({ fix }) =>
      fix?.flatMap((change) => (change.kind === "counter" ? [`${change.prefix} ${change.highest}`] : [])),
    );
    expect(fixes).toEqual([["LY-ZS 1"], ["LY-ZS 2"], ["LY-LS 1"], ["LY-WW 1"]]);
  });
});
