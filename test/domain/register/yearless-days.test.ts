import fc from "fast-check";
import { fieldsOf } from "../../../src/domain/form/form";
import { formKeys, type FormKey, formOf } from "../../../src/domain/forms/index";
import {
  addDays,
  type CalendarDay,
  dayOfMonth,
  daysBetween,
  monthOf,
} from "../../../src/domain/kit/calendar-day";
import { agreedFrom } from "../../../src/domain/register/agreed-on";
import { readOne, readRow } from "../../../src/domain/register/check-row";
import { readRegister } from "../../../src/domain/register/register-reading";
import { amendClient } from "../../../src/domain/register/client/amend-client";
import { draw } from "../draw";
import { bookOf, site } from "./book-of";

const today = "2026-11-22" as CalendarDay;
const about = { site: site(), today };

const said = (
  form: FormKey,
  key: string,
  cell: string,
  more: Readonly<Record<string, string>> = {},
): string => {
  const { answers, findings } = readRow(formOf(form), { ...more, [key]: cell }, about);
  const unread = findings.find((each) => each.key === key && each.severity === "error");
  return unread?.code ?? String(answers[key]);
};

describe("a day typed without its year is the one its blank asks for", () => {
  test.each(
    draw(`
    | form           | blank           | typed          | is               |
    | visitors       | visitDate       | 11-22          | 2026-11-22       |
    | visitors       | visitDate       | 11-23          | 2025-11-23       |
    | visitors       | nextAppointment | 12-1 10:00     | 2026-12-01 10:00 |
    | visitors       | nextAppointment | 1月3日 下午2点 | 2027-01-03 14:00 |
    | visitors       | nextAppointment | 11-22 16:00    | 2026-11-22 16:00 |
    | followUps      | nextAt          | 11月25日       | 2026-11-25       |
    | followUps      | nextAt          | 1.5            | 2027-01-05       |
    | invitations    | invitedFor      | 11-28 10:00    | 2026-11-28 10:00 |
    | instalments    | dueOn           | 12月19日       | 2026-12-19       |
    | applications   | refundOn        | 12/6           | 2026-12-06       |
    | mortgagePapers | dueOn           | 12.6           | 2026-12-06       |
    | events         | date            | 12.24          | 2026-12-24       |
    | events         | date            | 10.1           | 2026-10-01       |
    | units          | updatedOn       | 11-20          | 2026-11-20       |
    | careTasks      | dueOn           | 12-1           | 2026-12-01       |
    | followUps      | nextAt          | 11-21          | ambiguousDay     |
    | followUps      | nextAt          | 5-24           | 2027-05-24       |
    | followUps      | nextAt          | 5-25           | ambiguousDay     |
    | instalments    | dueOn           | 10月19日       | ambiguousDay     |
    | profiles       | birthday        | 3月5日         | ambiguousDay     |
    | deals          | birthday        | 3月5日         | ambiguousDay     |
    | profiles       | weddingDay      | 5-20           | ambiguousDay     |
    `),
  )("$form.$blank: $typed is $is", ({ form, blank, typed, is }) => {
    expect(said(form as FormKey, blank ?? "", typed ?? "")).toBe(is);
  });

  test("what a row agreed on comes after the row's own day, however old it is", () => {
    expect(said("followUps", "nextAt", "11月25日", { contactedAt: "2024-11-20 10:00" })).toBe("2024-11-25");
    expect(said("followUps", "nextAt", "1月3日", { contactedAt: "2024-12-28" })).toBe("2025-01-03");
    expect(said("visitors", "nextAppointment", "3月9日 10:00", { visitDate: "3月5日" })).toBe(
      "2026-03-09 10:00",
    );
  });

  test("of one text in a column each row's own day tells which day it is", () => {
    const book = bookOf({
      followUps: [
        { contactedAt: "2024-11-20", nextAt: "11月25日" },
        { contactedAt: "2025-11-20", nextAt: "11月25日" },
        { contactedAt: "2026-11-21", nextAt: "11月25日" },
      ],
    });
    const register = book.registers.followUps;
    if (register === undefined) throw new Error("no 跟踪记录");
    const reading = readRegister(register, { site: book.site, today });
    expect([0, 1, 2].map((index) => reading.answer("nextAt", index))).toEqual([
      "2024-11-25",
      "2025-11-25",
      "2026-11-25",
    ]);
    expect(reading.findings(0)).toContainEqual(
      expect.objectContaining({ code: "spelling", becomes: { nextAt: "2024-11-25" } }),
    );
  });

  test("typed over an old row it is agreed now", () => {
    const row = {
      clientId: "LY-ZS001",
      name: "张三",
      visitDate: "2025-10-01",
      nextAppointment: "2025-10-08 10:00",
    };
    const book = bookOf({ visitors: [row] });
    const decision = amendClient(
      book,
      {
        form: "visitors",
        row: book.registers.visitors?.firstRow ?? 0,
        clientId: "LY-ZS001" as never,
        answers: { nextAppointment: "12-1 10:00" },
        seen: { nextAppointment: row.nextAppointment },
      },
      { today },
    );
    expect(decision).toMatchObject({
      ok: true,
      changes: [{ key: "nextAppointment", value: "2026-12-01 10:00" }],
    });
  });
});

const dayBlanks = formKeys.flatMap((form) =>
  fieldsOf(formOf(form)).flatMap(([key, field]) =>
    field.kind === "day" || field.kind === "moment" ? [{ form, key, field }] : [],
  ),
);
const days = fc.integer({ min: 0, max: 4000 }).map((n) => addDays("2020-01-01" as CalendarDay, n));

test("law: whatever day without a year is typed into whatever blank, what is written is within the blank's rule", () => {
  const halfAYear = 183;
  let written = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...dayBlanks),
      days,
      days,
      fc.integer({ min: -300, max: 0 }),
      (blank, now, typed, ago) => {
        const { form, key, field } = blank;
        const from = agreedFrom(formOf(form), key);
        const own = addDays(now, ago);
        const cells = {
          ...(from === undefined ? {} : { [from]: own }),
          [key]: `${monthOf(typed)}-${dayOfMonth(typed)}`,
        };
        const read = readOne(formOf(form), key, cells, { site: about.site, today: now });
        if (read?.answer === undefined) {
          expect(field.yearless).not.toBe("last");
          expect(read?.findings).toEqual([expect.objectContaining({ code: "ambiguousDay" })]);
          return;
        }
        written++;
        const day = String(read.answer).slice(0, 10) as CalendarDay;
        expect([monthOf(day), dayOfMonth(day)]).toEqual([monthOf(typed), dayOfMonth(typed)]);
        if (field.notAfterToday) expect(day <= now).toBe(true);
        if (field.yearless === "next") {
          const since = daysBetween(from === undefined ? now : own, day);
          expect(since).toBeGreaterThanOrEqual(0);
          expect(since).toBeLessThanOrEqual(halfAYear);
        }
        if (field.yearless === "nearest")
          expect(Math.abs(daysBetween(now, day))).toBeLessThanOrEqual(halfAYear);
      },
    ),
    { numRuns: 2000 },
  );
  expect(written).toBeGreaterThan(500);
});
