import fc from "fast-check";
import { fieldsOf } from "../../../src/domain/form/form";
import { formOf, registerKeys } from "../../../src/domain/forms/index";
import { addDays, type CalendarDay, dayOfMonth, monthOf } from "../../../src/domain/kit/calendar-day";
import { agreedFrom } from "../../../src/domain/register/agreed-on";
import { appointments } from "../../../src/domain/register/follow-up/appointments";
import { openCare } from "../../../src/domain/register/care/care-due";
import { cardRecords } from "../../../src/domain/register/card/card-records";
import { caseBook } from "../../../src/domain/register/ownership/case-book";
import { lifeOf } from "../../../src/domain/register/client/client-life";
import { contactHistories } from "../../../src/domain/register/follow-up/contact-history";
import { timeAt } from "../../../src/domain/register/day-at";
import { dueList } from "../../../src/domain/register/follow-up/due-list";
import { readRegister } from "../../../src/domain/register/register-reading";
import { instalmentRows, paperRows } from "../../../src/domain/register/sales/sale-rows";
import { salesLedger } from "../../../src/domain/register/sales/sales-ledger";
import type { ClientNumber } from "../../../src/domain/rules/client-number";
import { soldOf } from "../../../src/domain/report/deal-analysis";
import { bookOf, site } from "./book-of";

const today = "2026-11-22" as CalendarDay;
const client = "LY-ZS001" as ClientNumber;

/** 张三 came, is to be called and expected tomorrow; everything agreed is typed without its year, as text. */
const book = bookOf({
  visitors: `
    | clientId | visitDate  | name | consultant | nextAppointment |
    | LY-ZS001 | 2026-11-10 | 张三 | 王强       | 11-23 10:00     |
  `,
  grades: `
    | clientId | consultant | reachedC   |
    | LY-ZS001 | 王强       | 2026-11-10 |
  `,
  followUps: `
    | clientId | contactedAt      | method | consultant | notes    | nextAt | nextReason |
    | LY-ZS001 | 2026-11-20 10:00 | 来访   | 王强       | 看了样板 | 11-23  | 再来看房   |
  `,
  careTasks: `
    | clientId | reason | dueOn | method |
    | LY-ZS001 | 节日   | 11-21 | 短信   |
  `,
  instalments: `
    | clientId | unitNo | dueOn | amount |
    | LY-ZS001 | 1-101  | 12-1  | 100    |
  `,
  mortgagePapers: `
    | clientId | unitNo | paper | dueOn |
    | LY-ZS001 | 1-101  | 身份证 | 12.6 |
  `,
});

describe("what is agreed on a day without its year lies ahead, whoever reads it (R5)", () => {
  test("who is expected", () => {
    expect(appointments(book, today).map(({ name, at }) => [name, at])).toEqual([
      ["张三", "2026-11-23 10:00"],
    ]);
  });

  test("when the next contact is due", () => {
    expect(contactHistories(book, today).get(client)?.agreedNext).toBe("2026-11-23");
    expect(dueList(book, today).map(({ due, statusText }) => [due, statusText])).toEqual([
      ["2026-11-23", "未到期"],
    ]);
  });

  test("the client's life shows it as what comes next", () => {
    const told = lifeOf(book, client, today).map(({ kind, at }) => [kind, at]);
    expect(told).toContainEqual(["next", "2026-11-23"]);
    expect(told).toContainEqual(["appointment", "2026-11-23 10:00"]);
  });

  test("whose client it is: the appointment stands", () => {
    const agreed = caseBook(book, today)
      .of.get(client)
      ?.contacts.map((each) => each.agreedFor);
    expect(agreed).toEqual(["2026-11-23", "2026-11-23"]);
  });

  test("care, instalments and papers", () => {
    expect(openCare(book, today).map(({ due }) => due)).toEqual(["2026-11-21"]);
    expect(instalmentRows(book, today).map(({ dueOn }) => dueOn)).toEqual(["2026-12-01"]);
    expect(paperRows(book, today).map(({ dueOn }) => dueOn)).toEqual(["2026-12-06"]);
  });

  test("the printed card; one nobody can tell stands as it was written", () => {
    const printed = (nextAppointment: string): string | undefined =>
      cardRecords(
        bookOf({
          visitors: [
            {
              clientId: client,
              name: "张三",
              consultant: "王强",
              visitDate: "2025-11-20",
              nextAppointment,
            },
          ],
        }),
        { card: "visitors", masked: false },
        today,
      )[0]?.answers.get("nextAppointment");
    expect(printed("11-23 10:00")).toBe("2025年11月23日 10:00");
    expect(printed("9-1 10:00")).toBe("9-1 10:00");
  });
});

test("a birthday without its year says no age: 来访登记's stands in the analysis of deals (R18)", () => {
  const sold = bookOf({
    visitors: `
      | clientId | name | age |
      | LY-ZS001 | 张三 | 45  |
    `,
    deals: `
      | dealId    | name | unitNo | subscribedOn | birthday  |
      | CLY-ZS001 | 张三 | 1-101  | 2026-11-20   | 3月5日    |
      | CLY-LS001 | 李四 | 1-102  | 2026-11-20   | 1990-3-5  |
    `,
  });
  const ledger = salesLedger(sold, today);
  expect(soldOf(sold, ledger, ledger.deals, today).map(({ age }) => age)).toEqual(["41–50", "31–40"]);
});

const dayBlanks = registerKeys.flatMap((form) =>
  fieldsOf(formOf(form)).flatMap(([key, field]) =>
    field.kind === "day" || field.kind === "moment" ? [{ form, key, moment: field.kind === "moment" }] : [],
  ),
);
const days = fc.integer({ min: 0, max: 4000 }).map((n) => addDays("2020-01-01" as CalendarDay, n));

test("law: a question reads a day without its year as the check reads it, in whatever blank", () => {
  let read = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...dayBlanks),
      days,
      days,
      fc.integer({ min: -300, max: 0 }),
      ({ form, key, moment }, now, typed, ago) => {
        const from = agreedFrom(formOf(form), key);
        const cells = {
          ...(from === undefined ? {} : { [from]: addDays(now, ago) }),
          [key]: `${monthOf(typed)}-${dayOfMonth(typed)}${moment ? " 10:15" : ""}`,
        };
        const register = bookOf({ [form]: [cells] }).registers[form];
        if (register === undefined) throw new Error(`no ${form}`);
        const checked = readRegister(register, { site: site(), today: now }).answer(key, 0);
        if (checked !== undefined) read++;
        const asked = timeAt(register, key, 0, now);
        expect(moment ? asked : asked?.slice(0, 10)).toBe(checked);
      },
    ),
    { numRuns: 1000 },
  );
  expect(read).toBeGreaterThan(300);
});
