/** Merged rows by columns: nothing is lost by it, and equal rows are known again wherever they come from. */
import fc from "fast-check";
import type { Value } from "../../../src/book/book";
import { doubledNumbers } from "../../../src/domain/head-office/cross-site";
import { phonePrint, phonePrints } from "../../../src/domain/head-office/phone-print";
import type { PhoneSeen } from "../../../src/domain/head-office/share";
import type { CalendarDay } from "../../../src/domain/kit/calendar-day";
import type { RawCell } from "../../../src/domain/register/register";
import { columnsFrom, columnsOf, columnsText, rowsOf } from "../../../src/workbook/plan/hq-columns";
import {
  hqColumnsOf,
  hqRowsOf,
  numberedPerson,
  peopleWith,
  personIn,
  phonesOf,
  phonesOfPerson,
  sameNumbered,
} from "../../../src/workbook/plan/hq-rows";

const value = fc.oneof(
  fc.constantFrom<Value>(null, "", "李", "张", "1", 1, 0, true, "true", "/"),
  fc.string({ unit: "binary" }),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((drawn) => drawn + 0),
);
const rows = fc
  .integer({ min: 1, max: 5 })
  .chain((width) =>
    fc.array(fc.array(value, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
  );

test("rows come back as they were, from columns and from their text", () => {
  fc.assert(
    fc.property(rows, (drawn) => {
      expect(rowsOf(columnsOf(drawn))).toEqual(drawn);
      expect(rowsOf(columnsFrom(columnsText(columnsOf(drawn))))).toEqual(drawn);
    }),
  );
});

test("one cell changed is another text", () => {
  fc.assert(
    fc.property(rows, fc.nat(), fc.nat(), value, (drawn, row, column, now) => {
      const at = row % drawn.length;
      const changed = drawn.map((cells, place) =>
        place === at ? cells.with(column % cells.length, now) : cells,
      );
      const same = Object.is(drawn[at]?.[column % drawn[at].length] ?? null, now);
      expect(columnsText(columnsOf(changed)) === columnsText(columnsOf(drawn))).toBe(same);
    }),
  );
});

const visit = fc.record({
  client: fc.constantFrom("LY-ZS001", "LY-LS002", " LY-ZS001", "/", null),
  name: fc.constantFrom("张三", "李四", null),
  day: fc.constantFrom("2026-11-22", "昨天", null),
  phones: fc.array(fc.constantFrom("+8613803790001", "+8613803790002", "+8613803790003"), { maxLength: 3 }),
});

const registerOf = (visits: readonly (typeof visit extends fc.Arbitrary<infer T> ? T : never)[]) => {
  const numbers = visits.map((_, at) => at + 5);
  const register = {
    sheet: "来访登记",
    rows: numbers,
    columns: new Map<string, readonly RawCell[]>([
      ["clientId", visits.map(({ client }) => client)],
      ["name", visits.map(({ name }) => name)],
      ["visitDate", visits.map(({ day }) => day)],
      ["notes", visits.map(() => null)],
    ]),
  };
  const phones = visits.flatMap(({ phones: own }, at): readonly PhoneSeen[] =>
    own.map((phone) => ({
      ...{ phone, shown: phone.slice(3), form: "visitors", row: at + 5, client: "", name: "" },
      ...{ consultant: "", day: "2026-11-22" as CalendarDay },
    })),
  );
  return { register, phones };
};
const place = { site: "洛阳-花园", file: "一.xlsx" };

test("a share's rows, people, phones and doubled numbers are by columns what they are row by row", () => {
  const drawn = fc.tuple(
    fc.array(visit, { minLength: 1, maxLength: 8 }),
    fc.constantFrom("+8613803790001", "+8613803790009"),
  );
  fc.assert(
    fc.property(drawn, ([visits, wanted]) => {
      const { register, phones } = registerOf(visits);
      const columns = hqColumnsOf("visitors", register, phones);
      const byRow = hqRowsOf("visitors", register, phones);
      expect(columnsText(columnsOf(byRow))).toBe(columnsText(columns));
      const people = byRow.map(personIn("visitors"));
      const all = people.flatMap((person) => phonesOfPerson("visitors", person, place));
      expect(phonePrints(phonesOf("visitors", columns))).toEqual(phonePrints(all.map(({ phone }) => phone)));
      expect(peopleWith("visitors", columns, (phone) => phone === wanted)).toEqual(
        people.filter((person) =>
          phonesOfPerson("visitors", person, place).some(
            ({ phone }) => phonePrint(phone) === phonePrint(wanted),
          ),
        ),
      );
      const doubled = (some: readonly (typeof people)[number][]) =>
        doubledNumbers(some.map((person) => numberedPerson("visitors", person, place)));
      expect(doubled(sameNumbered("visitors", columns))).toEqual(doubled(people));
    }),
  );
});
