/** 今日 asks for few rows, and says of them what it would say of all. */
import fc from "fast-check";
import { addDays, type CalendarDay } from "../../../../src/domain/kit/calendar-day";
import { formOf } from "../../../../src/domain/forms/index";
import { appointments } from "../../../../src/domain/register/follow-up/appointments";
import { openCare } from "../../../../src/domain/register/care/care-due";
import { careFigures } from "../../../../src/domain/register/care/care-figures";
import { type Chase, chasing } from "../../../../src/domain/register/sales/chasing";
import { dayAsked } from "../../../../src/domain/register/follow-up/day-asked";
import { dueList } from "../../../../src/domain/register/follow-up/due-list";
import { metToday } from "../../../../src/domain/register/follow-up/evening-meeting";
import { firstMessages } from "../../../../src/domain/register/care/first-messages";
import { careAhead } from "../../../../src/domain/register/care/generate-care";
import { ownerCalls } from "../../../../src/domain/register/care/owner-calls";
import type { RawCell } from "../../../../src/domain/register/register";
import type { SiteBook } from "../../../../src/domain/register/site";
import { onlyRows } from "../../../../src/domain/register/some-rows";
import { bookOf, type Cells, today } from "../book-of";

const ids = ["LY-ZS001", "LY-LS001", "LY-WW001", "LY-ZS002"];
const people = ["王强", "李娜", "赵敏"];
/** Around today, around the week before it and around the month's beginning. */
const days = [0, 0, 0, -1, 1, -6, -7, -8, -9, -10, -11, -40].map((n) => addDays(today, n));
const moments = days.map((day) => `${day} 10:30`);

/** Owners who are due are many. */
const often = { first: 0, earliest: 0, latest: 0 };

const rowsOf = (keys: Readonly<Record<string, readonly RawCell[]>>): fc.Arbitrary<Cells[]> =>
  fc.array(
    fc.record(
      Object.fromEntries(Object.entries(keys).map(([key, usual]) => [key, fc.constantFrom(...usual, null)])),
    ),
    { maxLength: 10 },
  );

const anyBook: fc.Arbitrary<SiteBook> = fc
  .record({
    visitors: rowsOf({
      clientId: ids,
      visitDate: days,
      consultant: people,
      name: ["张三", "李四"],
      gender: ["男", "女"],
      occupation: ["老师", "医生"],
      nextAppointment: [...moments, ...days],
      preferredUnits: ["1-1-101", "2-1-301"],
      referrerId: ids,
    }),
    calls: rowsOf({
      clientId: ids,
      calledAt: [...moments, ...days],
      consultant: people,
      name: ["张三", "王五"],
      gender: ["男", "女"],
    }),
    grades: rowsOf({
      clientId: ids,
      consultant: people,
      reachedD: days,
      reachedC: days,
      reachedB: days,
      reachedA: days,
      reachedDeal: days,
      reachedLost: days,
    }),
    followUps: rowsOf({
      clientId: ids,
      contactedAt: [...moments, ...days],
      method: ["来访", "电话", "上门拜访", "活动", "微信"],
      nextAt: days,
      consultant: people,
    }),
    invitations: rowsOf({
      clientId: ids,
      invitedFor: moments,
      event: ["开盘"],
      units: ["1-1-102"],
      result: ["到访"],
    }),
    deals: rowsOf({
      dealId: ids.map((id) => `C${id}`),
      unitNo: ["1-1-101", "1-1-102"],
      consultant: people,
      subscribedOn: days,
      signedOn: days,
      totalPrice: [276_000],
    }),
    profiles: rowsOf({ clientId: ids, position: ["老师"], consent: ["是", "是", "是", "否"] }),
    careTasks: rowsOf({
      clientId: ids,
      reason: ["生日"],
      dueOn: days,
      method: ["电话", "短信"],
      doneOn: [...days, "/"],
    }),
  })
  .map((registers) => bookOf(registers, { ownerCadence: { A: often, B: often, C: often } }));

/** Whatever a section of the page shows; phones and talks are read where a line is looked at. */
const shown = (book: SiteBook, day: CalendarDay) => ({
  due: dueList(book, day).map((line) => ({ ...line, phone: "", lastNote: "" })),
  messages: firstMessages(book, day),
  appointments: appointments(book, day),
  care: openCare(book, day),
  owners: ownerCalls(book, day).map((line) => ({ ...line, phone: "", lastNote: "" })),
  toGenerate: careAhead(book, day).tasks.length,
  // Where a row stands is shown, not the columns around it.
  chased: Object.values(chasing(book, day))
    .flat()
    .map((chase: Chase) => ({
      ...chase,
      register: chase.register.sheet,
    })),
  met: metToday(book, day),
  figures: careFigures(book, day),
});

test("of the columns and rows it asks for, the page says what it says of all", () => {
  const met = { message: 0, appointment: 0, method: 0, figure: 0, care: 0, owners: 0 };
  fc.assert(
    fc.property(anyBook, (book) => {
      const all = shown(book, today);
      expect(shown(onlyRows(book, dayAsked(today)), today)).toEqual(all);
      met.message += all.messages.length;
      met.appointment += all.appointments.filter(({ units }) => units !== "").length;
      met.method += all.met.filter(({ methods }) => methods.length > 0).length;
      met.care += all.care.length;
      met.owners += all.owners.length;
      met.figure += all.figures.filter(({ visits, events }) => visits + events > 0).length;
    }),
    { numRuns: 300 },
  );
  for (const count of Object.values(met)) expect(count).toBeGreaterThan(20);
});

test("what nobody looks at any more is not asked for", () => {
  const old = addDays(today, -40);
  const book = bookOf({
    visitors: [{ clientId: "LY-ZS001", visitDate: old, name: "张三", gender: "男", consultant: "王强" }],
    followUps: [
      { clientId: "LY-ZS001", contactedAt: old, method: "来访", consultant: "王强", notes: "看房" },
    ],
  });
  const { first, rowsOf: asked, wanted } = dayAsked(today);
  expect([...asked(book)].map(([form, rows]) => [form, rows.size])).toEqual([
    ["visitors", 0],
    ["calls", 0],
    ["followUps", 0],
  ]);
  // Talks and phones are longer than all the rest.
  const captions = [first, wanted].flatMap((each) =>
    Object.entries(each).flatMap(([form, keys]) =>
      keys === "all" ? [form] : keys.map((key) => formOf(form as "visitors").fields[key]?.caption),
    ),
  );
  expect(captions).not.toContain("洽谈内容");
  expect(captions).not.toContain("跟踪情况");
  expect(captions.filter((caption) => caption?.includes("电话") === true)).toEqual([]);
});
