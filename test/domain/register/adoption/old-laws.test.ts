/** The law of 收编: what is known, written down in any of the ways people do, is read back equal, or refused with a reason. */
import fc from "fast-check";
import { addDays, type CalendarDay, momentAt } from "../../../../src/domain/kit/calendar-day";
import { plain } from "../../../../src/domain/kit/text";
import { adoptCalls } from "../../../../src/domain/register/adoption/adopt-calls";
import { adoptDeals } from "../../../../src/domain/register/adoption/adopt-deals";
import { adoptGrades } from "../../../../src/domain/register/adoption/adopt-grades";
import { adoptTalks } from "../../../../src/domain/register/adoption/adopt-talks";
import { adoptVisits } from "../../../../src/domain/register/adoption/adopt-visits";
import { reachedKey, reachedOrder } from "../../../../src/domain/register/grade-rows";
import type { OldTable } from "../../../../src/domain/register/old-sheet/old-cells";
import type { OldPaper } from "../../../../src/domain/register/old-sheet/old-phones";
import type { OldEntry } from "../../../../src/domain/register/old-sheet/old-entry";
import { readOldRow } from "../../../../src/domain/register/old-sheet/old-row";
import { oldTableAt, oldTablesIn } from "../../../../src/domain/register/old-sheet/old-tables";
import { yearOfOldRow } from "../../../../src/domain/register/old-sheet/old-year";
import { isEmptyCell } from "../../../../src/domain/register/read-answer";
import type { RawCell } from "../../../../src/domain/register/register";
import type { Grade } from "../../../../src/domain/rules/grade";
import { site } from "../book-of";
import type { Dice, Known } from "./old-spellings";
import { type PeopleForm, type Written, type WrittenSheet, writeSheet } from "./old-writer";

const papers: Readonly<Record<PeopleForm, OldPaper>> = {
  visitors: adoptVisits.paper,
  calls: adoptCalls.paper,
  followUps: adoptTalks.paper,
  deals: adoptDeals.paper,
  grades: adoptGrades.paper,
};
const house = site();
const today = "2026-11-22" as CalendarDay;

const rungs: readonly Grade[] = ["D", "C", "B", "A", "√"];

/** The way up to a grade, some steps left out; days go on. */
const ladderTo = (dice: Dice, grade: Grade, from: CalendarDay): Known["ladder"] => {
  const way = grade === "×" ? rungs.slice(0, 1 + dice.below(4)) : rungs.slice(0, rungs.indexOf(grade));
  const days: Partial<Record<Grade, CalendarDay>> = {};
  let day = from;
  for (const each of [...way.filter(() => dice.onceIn(2)), grade]) {
    days[each] = day;
    day = addDays(day, 1 + dice.below(20));
  }
  return days;
};

const people = (dice: Dice, first: number): Known[] => {
  let day = addDays("2022-01-01" as CalendarDay, dice.below(700));
  let consultant = "王强";
  return Array.from({ length: 1 + dice.below(9) }, (_, at): Known => {
    if (dice.onceIn(2)) day = addDays(day, 1 + dice.below(12));
    if (dice.onceIn(2)) consultant = dice.one(["王强", "李娜", "赵敏"]);
    const no = first + at;
    const mobile = (block: string, from = 1000): string => block + String(from + no);
    const grade = dice.one<Grade>(["A", "B", "C", "D", "√", "×"]);
    const second = dice.onceIn(2) ? mobile("1380379", 2000) : mobile("1390379");
    return {
      name: dice.one(["张三", "李思思", "欧阳修", "王先生", "买买提"]),
      gender: dice.one(["男", "女"]),
      age: 21 + dice.below(40),
      phones: dice.onceIn(4) ? [mobile("1380379"), second] : [mobile("1380379")],
      channels: dice.one<readonly string[]>([["路过"], ["日报", "晚报"], ["老带新", "户外", "听说"]]),
      consultant,
      day,
      grade,
      ladder: ladderTo(dice, grade, day),
      isTicked: dice.onceIn(4),
      notes: dice.one(["问三房，周末再来", "嫌总价高，要和家人商量", "看过样板间，比较别的盘"]),
      method: dice.one(["电话", "短信", "微信", "上门拜访"]),
      unitNo: `3-1-${String(1201 + no)}`,
      area: dice.one([95, 120.5, 88.25]),
      price: dice.one([850_000, 1_200_000, 765_000]),
    };
  });
};

/** What a row says, by what the writer calls it. */
const said = (entry: OldEntry): Readonly<Record<string, unknown>> => ({
  ...entry.answers,
  name: entry.name,
  ...Object.fromEntries(
    reachedOrder.map((grade) => [
      reachedKey[grade],
      entry.ladder?.days[grade] ?? (entry.ladder?.ticked.includes(grade) === true ? "√" : undefined),
    ]),
  ),
  mobile: entry.phones.map(({ e164 }) => e164.slice(3)).join(),
  phone: entry.phones.map(({ e164 }) => e164.slice(3)).join(),
  grade: entry.grade,
  notes: String(entry.answers["notes"] ?? "").split("\n原表")[0],
  remarks: String(entry.answers["remarks"] ?? "").split("\n原表")[0],
});

const expected = ({ form, known }: Written): Readonly<Record<string, unknown>> => {
  const { name, phones, channels, notes, consultant } = known;
  const common = { name, consultant };
  // A line break stands in a comma's place.
  const lines = [notes, notes.replace("，", "\n")];
  switch (form) {
    case "visitors":
      return {
        ...common,
        visitDate: known.day,
        gender: known.gender,
        age: known.age,
        mobile: phones.join(),
        channels: channels.join("、"),
        grade: known.grade,
        notes: lines,
      };
    case "calls":
      return {
        ...common,
        calledAt: known.day,
        mobile: phones.join(),
        channels: channels.join("、"),
        notes: lines,
      };
    case "followUps":
      return {
        consultant,
        contactedAt: known.day,
        mobile: phones.join(),
        method: known.method,
        notes: lines,
      };
    case "deals":
      return {
        ...common,
        subscribedOn: known.day,
        phone: phones.join(),
        unitNo: known.unitNo,
        floorArea: known.area,
        unitPrice: Math.round(known.price / known.area),
        totalPrice: known.price,
      };
    case "grades":
      return {
        ...common,
        date: known.day,
        mobile: phones.join(),
        grade: known.grade,
        remarks: lines,
        ...Object.fromEntries(
          reachedOrder.map((grade) => {
            const day = known.ladder[grade];
            return [reachedKey[grade], day !== undefined && known.isTicked ? "√" : day];
          }),
        ),
      };
  }
};

const isSame = (found: unknown, known: unknown): boolean => {
  if (Array.isArray(known)) return known.includes(found);
  // A time of the day may stand with it.
  return (
    found === known ||
    (typeof found === "string" && typeof known === "string" && found.startsWith(`${known} `))
  );
};

const tableFor = (
  sheet: WrittenSheet,
  tables: readonly OldTable[],
  { row, left, form }: Written,
): OldTable => {
  const holds = ({ rows, setAside, firstColumn }: OldTable): boolean =>
    firstColumn - 1 === left && [...rows, ...setAside].some((each) => each.row === row);
  const table = tables.find(holds);
  if (table === undefined) throw new Error(`row ${row} is in no table`);
  if (table.form === form) return table;
  const asked = { fileName: sheet.fileName, firstColumn: table.firstColumn };
  const again = oldTableAt(sheet.cells, table.headerRow, form, asked);
  if (again === undefined) throw new Error(`no table of ${form} at ${table.headerRow}`);
  return again;
};

/** What of a written row does not come back. */
const lostOf = (sheet: WrittenSheet, tables: readonly OldTable[], one: Written): readonly string[] => {
  const table = tableFor(sheet, tables, one);
  const row = table.rows.find((each) => each.row === one.row);
  if (row === undefined) return [`row ${one.row} is set aside`];
  const keys = table.matches.map(({ key }) => key);
  const about = { site: house, today, year: yearOfOldRow(row, table.year) };
  const read = readOldRow(papers[one.form], row, { headers: table.headers, keys, own: [] }, about);
  if (!("answers" in read)) {
    if (read.findings.length === 0) return [`row ${one.row} is refused for nothing`];
    return one.damaged.size > 0
      ? []
      : [`row ${one.row} is refused: ${read.findings.map(({ code }) => code).join()}`];
  }
  const found = said(read);
  const wrong = Object.entries(expected(one)).filter(([key, known]) => {
    if (isSame(found[key], known)) return false;
    const isNothing = found[key] === undefined || found[key] === "";
    return !(one.damaged.has(key) && isNothing);
  });
  const { moment, answers, kept }: OldEntry = read;
  const at = one.minutes === undefined ? undefined : momentAt(one.known.day, one.minutes);
  const late = at === undefined || moment === at ? [] : [`row ${one.row} at ${moment}, was ${at}`];
  const notes = [String(answers["notes"] ?? answers["remarks"] ?? ""), ...kept].join("\n");
  const words = row.cells.flatMap((cell) =>
    typeof cell === "string" && beside.test(cell) && !notes.includes(cell)
      ? [`row ${one.row} lost the words of ${cell}`]
      : [],
  );
  const comments = (row.comments ?? []).flatMap((each) =>
    notes.includes(each.said) ? [] : [`row ${one.row} lost the comment ${each.said}`],
  );
  const remark =
    one.remark === undefined || row.cells.includes(one.remark) ? [] : [`row ${one.row} lost a remark`];
  return [
    ...remark,
    ...words,
    ...comments,
    ...late,
    ...wrong.map(([key, known]) => `row ${one.row} ${key}: ${String(found[key])}, was ${String(known)}`),
  ];
};

/** Words beside a phone or a grade that no blank takes. */
const beside =
  /（微信同号）| 2号楼| 2-1-1001|（老婆）|本人\d+ 家人|（意向）|（等房票，急）|-价格异议|[CD]→[A-D]|\/\d{4}$/u;

/** Cells of the sheet, each and every one, that no table, title or row set aside accounts for. */
const unaccounted = ({ cells }: WrittenSheet, tables: readonly OldTable[]): readonly string[] => {
  const spelt = (cell: RawCell): string => plain(String(cell));
  const said = new Map<number, Set<string>>();
  for (const { row, original } of tables.flatMap(({ rows, setAside }) => [...rows, ...setAside]))
    said.set(row, new Set([...(said.get(row) ?? []), ...original.map((cell) => spelt(cell ?? ""))]));
  // Of a name's several rows, the first says it all.
  const inDigits = (text: string): string => text.replace(/^(\d)\.(\d{10})E\+10$/u, "$1$2");
  const joined = tables.flatMap(({ rows }) => rows.filter(({ through }) => through !== undefined));
  const isJoined = (number: number, text: string): boolean =>
    joined.some(
      ({ row, through = row, original }) =>
        row <= number &&
        number <= through &&
        original.some((cell) => spelt(cell ?? "").includes(inDigits(text))),
    );
  const isCaption = (row: number, text: string): boolean =>
    tables.some(
      ({ headerRow, headers }) =>
        (row === headerRow || row === headerRow - 1) &&
        headers.some((header) => header !== null && spelt(header).includes(text)),
    );
  const isTitle = (row: number, text: string): boolean =>
    tables.some(
      ({ headerRow, titles = [] }) => row < headerRow && titles.some((each) => each.includes(text)),
    );
  return cells.rows.flatMap((row, at) => {
    const number = cells.firstRow + at;
    return row.flatMap((cell) => {
      if (isEmptyCell(cell)) return [];
      const text = spelt(cell);
      const isPrinted = /^\d{1,2}$/u.test(text);
      const isSaid = said.get(number)?.has(text) === true;
      return isSaid || isJoined(number, text) || isPrinted || isCaption(number, text) || isTitle(number, text)
        ? []
        : [`${number} ${text} is lost`];
    });
  });
};

/** Comments that neither a record of their own row has, nor anything set aside. */
const commentsLost = ({ cells }: WrittenSheet, tables: readonly OldTable[]): readonly string[] =>
  (cells.comments ?? []).flatMap(({ row, column, said }) => {
    const number = cells.firstRow + row;
    const found = tables.flatMap(({ rows, setAside, firstColumn }) => [
      ...rows
        .filter(({ row: first, through = first }) => first <= number && number <= through)
        .flatMap(({ comments = [] }) => comments)
        .filter((each) => each.said === said && each.column + firstColumn - 1 === column),
      ...setAside.filter(
        (each) => each.row === number && each.original.some((cell) => String(cell).endsWith(`批注：${said}`)),
      ),
    ]);
    return found.length === 1 ? [] : [`${said} is there ${found.length} times`];
  });

/** Records that nobody wrote. */
const madeUp = (sheet: WrittenSheet, tables: readonly OldTable[]): readonly string[] => {
  const written = new Set(sheet.written.map(({ row, left }) => `${row} ${left}`));
  // Until people have said its form, a table may not know its names.
  const isBelow = (of: OldTable["form"], row: number): boolean =>
    sheet.written.some(({ form, below }) => below === row && form !== of);
  return tables.flatMap(({ form, rows, firstColumn }) =>
    rows
      .filter(({ row }) => !written.has(`${row} ${firstColumn - 1}`) && !isBelow(form, row))
      .map(({ row }) => `${row} is made up`),
  );
};

/** Nothing, or what is lost and the sheet it is lost from. */
const shownWith = ({ cells }: WrittenSheet, lost: readonly string[]): readonly string[] =>
  lost.length === 0
    ? []
    : [
        ...lost,
        ...cells.rows.map(
          (row, at) => `${cells.firstRow + at}| ${row.map((cell) => cell ?? "").join(" | ")}`,
        ),
      ];

/** Each of them really occurs in a run. */
const kinds = [
  "age 35岁左右",
  "age 三十多",
  "age 三十五",
  "age ３５",
  "blank row",
  "blank that may be forgotten",
  "caption spread or starred",
  'choices by "\\n"',
  'choices by " "',
  'choices by "+"',
  'choices by "/"',
  'choices by "。"',
  'choices by "和"',
  'choices by "，"',
  "choices counted",
  "choices ticked",
  "comments",
  "consultant beside the page's number",
  "consultant beside the project",
  "consultant beside the title",
  "consultant in a line above",
  "consultant in a line",
  "consultant in label | value",
  "consultant with a page",
  "consultant written once",
  "day in a head of label | value",
  "day of a grade",
  "day of a grade ticked",
  "day of a page's month",
  "day 03-05",
  "day 20230305",
  "day 20230305 as number",
  "day 2023.3.5",
  "day 2023/3/5",
  "day 2023/3/5/",
  "day with a length of time",
  "day with 14.30",
  "day 2023年3月5号",
  "day 23.3.5",
  "day 230305",
  "day 3.5",
  "day 3/5",
  "day 3月5日",
  "day 三月五日",
  "day 二〇二三年三月五日",
  "day full width",
  "day serial",
  "day serial as text",
  "day serial with time",
  "day that may be two",
  "day with 下午3点",
  "day with line break",
  "day with time",
  "day with weekday",
  "day written once",
  "ditto",
  "ditto of choices",
  "formula error",
  "grade ticked",
  "grade b级",
  "grade B级-价格异议",
  "grade D→B",
  "grade A（等房票，急）",
  "grade √",
  "grade 成交",
  "grade Ａ类",
  "head of label | value",
  "header again",
  "header bands",
  "header bare",
  "header groups alone merged",
  "header merged",
  "header one",
  "headers side by side in rows of their own",
  "line break in a cell",
  "line of names above",
  "merged consultant",
  "merged day",
  "merged title",
  "mistyped caption",
  "month beside the page's number",
  "month beside the project",
  "month in a line",
  "month in brackets",
  "month in label | value",
  "month in the second cell",
  "name merged over two phones",
  "name with its phone",
  "not at A1",
  "note below",
  "numbers printed beforehand",
  "own column",
  "phones short",
  "page of another",
  "rows above the header",
  "slip outside",
  "somebody else's phone",
  "phone +86",
  "phone 2-1-1001",
  "phone 2号楼",
  "phone 1.38E+10",
  "phone 1.3803791234E+10",
  "phone as number",
  "phone full width",
  "phone of ten digits",
  "phone with blank before",
  "phone with remark",
  "phones by name",
  "phones in two columns",
  "phones on lines",
  "phones with remarks",
  "price 8500元/㎡",
  "price 85w",
  "price 85万",
  "price ８５万",
  "price ￥850,000",
  "signatures",
  "subtotal",
  "tables one under another",
  "tables side by side",
  "time 09:05:00",
  "time 9:05",
  "time as Excel keeps it",
  "time full width",
  "time in a column of its own",
  "time nobody can read",
  "time 下午2点05分",
  "title again",
  "total",
  "year in file",
  "year in sheet",
  "year in title",
];

describe("old registers in all the ways they are written", () => {
  test("what is known comes back equal, or is refused with a reason; nothing is lost, nothing made up", () => {
    const seen = new Map<string, number>();
    let [rows, refusable, guessed, titled] = [0, 0, 0, 0];
    fc.assert(
      fc.property(fc.gen(), (draw) => {
        const below = (limit: number): number => draw(fc.nat, { max: limit - 1 });
        const dice: Dice = {
          below,
          one: (some) => some[below(some.length)] ?? some[0],
          onceIn: (times) => below(times) === times - 1,
          met: (kind) => seen.set(kind, (seen.get(kind) ?? 0) + 1),
        };
        const groups = Array.from({ length: dice.onceIn(3) ? 2 : 1 }, (_, at) => people(dice, at * 100));
        const sheet = writeSheet(dice, groups);
        const tables = oldTablesIn(sheet.cells, { fileName: sheet.fileName });
        // Two of the same headers may be one, printed again.
        const isCount = tables.length > 0 && tables.length <= groups.length;
        expect(shownWith(sheet, isCount ? [] : [`${tables.length} tables of ${groups.length}`])).toEqual([]);
        expect(
          shownWith(
            sheet,
            sheet.written.flatMap((one) => lostOf(sheet, tables, one)),
          ),
        ).toEqual([]);
        expect(shownWith(sheet, unaccounted(sheet, tables))).toEqual([]);
        expect(shownWith(sheet, commentsLost(sheet, tables))).toEqual([]);
        expect(shownWith(sheet, madeUp(sheet, tables))).toEqual([]);
        rows += sheet.written.length;
        refusable += sheet.written.filter(({ damaged }) => damaged.size > 0).length;
        // Of tables side by side, some of them lower, in the order they were written.
        const inOrder = sheet.isBeside ? [...tables].sort((a, b) => a.firstColumn - b.firstColumn) : tables;
        for (const [at, form] of sheet.titled.entries()) {
          if (form === undefined || tables.length < groups.length) continue;
          titled++;
          if (inOrder[at]?.form === form) guessed++;
        }
      }),
      // Shown as it came: a sheet of hundreds of draws is not made smaller while anybody waits.
      { numRuns: 600, endOnFailure: true },
    );
    expect(kinds.filter((kind) => !seen.has(kind))).toEqual([]);
    // Most of it is no excuse, and a table that is named is known by its name.
    expect(refusable / rows).toBeLessThan(0.5);
    expect(guessed / titled).toBeGreaterThan(0.95);
  });
});
