import { amendable, amendClient, type Amending } from "../../../../src/domain/register/client/amend-client";
import type { Decision } from "../../../../src/domain/register/decision";
import type { SiteBook } from "../../../../src/domain/register/site";
import type { ClientNumber } from "../../../../src/domain/rules/client-number";
import { draw } from "../../draw";
import { bookOf, type Cells, cellsOf, today, written } from "../book-of";

const id = "LY-ZS001" as ClientNumber;
const row: Cells = {
  clientId: id,
  visitDate: 45_356,
  consultant: "王强",
  name: "张先生",
  gender: "男",
  mobile: "138 0379 1234",
  channels: "路过、晚报",
  age: 35,
  notes: "看了三房。",
};
const book = (over: Cells = {}): SiteBook =>
  bookOf({
    visitors: [
      { ...row, ...over },
      { ...row, clientId: "LY-LS001", name: "李四", mobile: "139 0379 1234" },
    ],
    calls: [
      {
        clientId: id,
        calledAt: "2024-03-04 10:00",
        name: "张先生",
        mobile: "138 0379 1234",
        consultant: "王强",
      },
    ],
  });
const amending = (answers: Cells, over: Partial<Amending> = {}): Amending => ({
  form: "visitors",
  row: 5,
  clientId: id,
  answers,
  seen: row,
  ...over,
});
const outcome = (decision: Decision): readonly string[] =>
  decision.ok
    ? decision.changes.map((each) =>
        each.kind === "set" ? `${each.key}: ${each.was} → ${each.value}` : each.kind,
      )
    : decision.problems.map(({ code }) => code);

describe("修改", () => {
  test.each(
    draw(`
    | typed                                  | outcome                                    |
    | name=张三                              | name: 张先生 → 张三                        |
    | mobile=13803791234                     | nothingAmended                             |
    | visitDate=2024-03-05 channels=路过,晚报 | nothingAmended                             |
    | visitDate=2024-03-06                   | visitDate: 45356 → 2024-03-06              |
    | mobile=13703790000                     | mobile: 138 0379 1234 → 137 0379 0000      |
    | mobile=1370379000                      | mobileDigits                               |
    | mobile=13903791234                     | phoneKnown                                 |
    | age=                                   | age: 35 → null                             |
    | age=/                                  | age: 35 → /                                |
    | age=很大                               | notANumber                                 |
    | name=                                  | requiredReally                             |
    | gender=女 age=36                       | gender: 男 → 女,age: 35 → 36               |
    | mobile=                                | oneOfRequired                              |
    | clientId=LY-ZS009                      | nothingAmended                             |
  `),
  )("$typed: $outcome", ({ typed, outcome: expected }) => {
    const answers = Object.fromEntries(
      (typed ?? "").split(" ").map((each) => each.split("=") as [string, string]),
    );
    expect(outcome(amendClient(book(), amending(answers), { today })).join()).toBe(expected);
  });

  test.each(
    draw(`
    | typed              | cell               | seen               | outcome                             |
    | mobile=13703790000 | mobile=13803790009 | mobile=13803791234 | blankOutrun                         |
    | mobile=13703790000 | mobile=13803790009 | mobile=13803790009 | mobile: 13803790009 → 137 0379 0000 |
    | mobile=13703790000 | mobile=13803791234 | mobile=138 0379 1234 | mobile: 13803791234 → 137 0379 0000 |
    | mobile=13803790009 | mobile=13803790009 | mobile=13803791234 | nothingAmended                      |
    | age=36             | age=40             | age=               | blankOutrun                         |
    | age=36             | age=               | age=35             | blankOutrun                         |
    | age=               | age=40             | age=35             | blankOutrun                         |
    | age=36             | age=很大           | age=很大           | age: 很大 → 36                      |
    | age=36             | age=40             | age=40 mobile=1    | age: 40 → 36                        |
    | name=张三          | age=40             | name=张先生 age=35 | name: 张先生 → 张三                 |
  `),
  )("$typed over $cell, seen as $seen: $outcome", ({ typed, cell, seen, outcome: expected }) => {
    const cells = (said: string | undefined): Cells =>
      Object.fromEntries(
        [...(said ?? "").matchAll(/(\w+)=(.*?)(?= \w+=|$)/gu)].map(([, key, value]) => [
          key ?? "",
          value || null,
        ]),
      );
    const decision = amendClient(book(cells(cell)), amending(cells(typed), { seen: cells(seen) }), { today });
    expect(outcome(decision).join()).toBe(expected);
    if (!decision.ok && expected === "blankOutrun")
      expect(decision.problems[0]?.value ?? null).toBe(
        Object.values(cells(cell))[0] === null ? null : decision.problems[0]?.facts?.["now"],
      );
  });

  test("a colleague's talk is told by how it begins, and given whole", () => {
    const talk = "看了三房样板间，满意朝南的客厅，嫌总价高，想等月底的活动，再带父母来看。";
    const decision = amendClient(book({ notes: talk }), amending({ notes: "只看了户型图" }, { seen: {} }), {
      today,
    });
    const [told] = decision.ok ? [] : decision.problems;
    expect(told).toMatchObject({ code: "blankOutrun", value: talk });
    expect(told?.facts).toEqual({ seen: "—", now: "看了三房样板间，满意朝南的客厅，嫌总价高…" });
  });

  test("an old fault elsewhere in the row stands in nobody's way", () => {
    const old = book({ mobile: "1380379", channels: null });
    const decision = amendClient(old, amending({ name: "张三" }), { today });
    expect(outcome(decision)).toEqual(["name: 张先生 → 张三"]);
    expect(cellsOf(written(old, decision.ok ? decision.changes : []), "visitors")[0]).toMatchObject({
      name: "张三",
      mobile: "1380379",
    });
  });

  test("a call's row; a row that is another's by now", () => {
    expect(
      outcome(amendClient(book(), amending({ otherContact: "zs_1980" }, { form: "calls" }), { today })),
    ).toEqual(["otherContact: null → zs_1980"]);
    expect(outcome(amendClient(book(), amending({ name: "张三" }, { row: 6 }), { today }))).toEqual([
      "rowNoLongerTheirs",
    ]);
    expect(outcome(amendClient(book(), amending({ name: "张三" }, { row: 99 }), { today }))).toEqual([
      "rowNoLongerTheirs",
    ]);
  });

  test("the number and what is computed are not to be changed", () => {
    expect(amendable("visitors")).not.toContain("clientId");
    expect(amendable("calls")).not.toContain("no");
  });
});
