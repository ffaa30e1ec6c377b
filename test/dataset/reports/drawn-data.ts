/** Head office's data set, drawn: few people at few sites in few days, so that everything ties with something. */
import fc from "fast-check";
import type { Value } from "../../../src/dataset/cell";
import { type TableName, tableNames } from "../../../src/dataset/tables";

/** By column; what is absent is null. */
export type DrawnRow = Readonly<Record<string, Value>>;

export interface DrawnSite {
  readonly site: string;
  readonly rows: Readonly<Record<TableName, readonly DrawnRow[]>>;
}

export const hostileTexts = [
  "'; drop table visits; --",
  '"',
  "\\",
  "\\N",
  "{1,NULL}",
  "NULL",
  "line\r\nbreak\ttab",
  " blank ",
  "a",
  "B",
  "b",
  "A",
  "é",
  "ｅ",
  "z",
  "$1",
  "$today",
  "%_",
  "=1+1",
  "张三",
  "張三",
  "阿",
  "重庆",
  "-- ",
  "/* x */",
  "\u{1F600}",
  "\uFFFD",
  "x".repeat(3000),
] as const;

export const siteNames = [
  "洛阳-新天地",
  "重庆-江湾",
  "a'b",
  'B"c',
  "b%20_",
  "\u{1F3E0}-房",
  "阿-阿",
] as const;
const clientNumbers = [
  "LY-ZS001",
  "LY-ZS002",
  "LY-ZS010",
  "LY-ZS9",
  "ly-a",
  "CQ-É1",
  "CQ-A",
  "CQ-B",
  "CQ-C",
  "CQ-D",
  "CQ-E",
  "CQ-F",
] as const;
const days = [
  "2023-12-31",
  "2024-02-29",
  "2024-03-01",
  "2024-03-31",
  "2024-04-01",
  "2026-10-23",
  "2026-11-07",
  "2026-11-22",
];

/** E.164 never stands in it: a key, and what may be shown. */
const people = Array.from({ length: 7 }, (_, index) => ({
  phone_key: `${index === 3 ? "ffffffff" : `0000000${index}`}-0000-4000-8000-0000000000${index}a`,
  phone_shown: `138****000${index}`,
}));

const maybe = <Drawn>(arbitrary: fc.Arbitrary<Drawn>): fc.Arbitrary<Drawn | null> =>
  fc.option(arbitrary, { freq: 5, nil: null });
const text = maybe(fc.constantFrom(...hostileTexts));
const day = maybe(fc.constantFrom(...days));
const at = maybe(
  fc
    .tuple(fc.constantFrom(...days), fc.constantFrom("00:00", "10:30", "23:59"))
    .map((both) => both.join(" ")),
);
const amount = maybe(
  fc.oneof(
    fc.constantFrom("0.00", "0.01", "1234567890123.45", "99.99", "120.50"),
    fc
      .integer({ min: 1, max: 99_999_999 })
      .map((fen) => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, "0")}`),
  ),
);
const person = fc
  .option(fc.constantFrom(...people), { freq: 6, nil: null })
  .map((known) => known ?? { phone_key: null, phone_shown: null });
const number = maybe(fc.constantFrom(...clientNumbers));
const consultant = maybe(fc.constantFrom("李娜", "王强", "a", "B", "赵敏"));
const channel = maybe(fc.constantFrom("路过", "老带新", "听说", "电视", "未知", "b", "A"));
const grade = maybe(fc.constantFrom("A", "B", "C", "D", "√", "×"));

const recordOf = (fields: Readonly<Record<string, fc.Arbitrary<Value>>>): fc.Arbitrary<DrawnRow> =>
  fc.tuple(person, fc.record({ client_no: number, ...fields })).map(([known, row]) => ({ ...known, ...row }));

const client = {
  name: text,
  consultant,
  grade,
  stage: maybe(fc.integer({ min: 0, max: 6 })),
  came: maybe(fc.boolean()),
  first_contact: day,
  first_visit: day,
  last_contact: day,
  due_from: day,
  due_to: maybe(
    fc.constantFrom(
      ...["2026-10-22", "2026-10-23", "2026-11-06", "2026-11-07", "2026-11-14", "2026-11-15"],
      ...["2026-11-18", "2026-11-19", "2026-11-21", "2026-11-22", "2026-12-01"],
    ),
  ),
  state: maybe(
    fc.constantFrom("due", "due", "due", "occasion", "deal", "reassignment", "ungraded", "undated"),
  ),
  channel,
  deals: maybe(fc.integer({ min: 0, max: 3 })),
  sold: amount,
};

const tableRows: Readonly<Record<TableName, fc.Arbitrary<DrawnRow>>> = {
  visits: recordOf({
    visit_date: day,
    name: text,
    consultant,
    notes: text,
    age: maybe(fc.integer({ min: 1, max: 99 })),
  }),
  calls: recordOf({ called_at: at, name: text, consultant, notes: text }),
  followups: recordOf({
    contacted_at: at,
    method: maybe(fc.constantFrom("电话", "来访", "微信")),
    consultant,
    notes: text,
  }),
  grades: recordOf({ consultant, grade, remarks: text, reached_d: day }),
  deals: recordOf({
    age_band: maybe(fc.constantFrom("18以下", "19–30", "31–40", "51以上", "单位名义")),
    layout: maybe(fc.constantFrom("1/1", "3/2", "小复式", "b", "A")),
    building: maybe(fc.constantFrom("1栋", "10栋", "2栋", "阿楼")),
    floor_area: amount,
    total_price: amount,
    deal_day: day,
    refunded: maybe(fc.boolean()),
  }),
  clients: recordOf(client),
  referrals: recordOf({ referrer_no: fc.constantFrom(...clientNumbers), since: day }),
  phones: recordOf({ name: text, consultant, day, form: fc.constantFrom("visitors", "calls") }),
};

/** A client once, as the data set promises. */
const once = new Set<TableName>(["clients", "referrals"]);

const rowsOf = (table: TableName): fc.Arbitrary<readonly DrawnRow[]> =>
  once.has(table)
    ? fc
        .uniqueArray(tableRows[table], {
          maxLength: 12,
          selector: (row) => row.client_no,
        })
        .map((rows) => rows.filter((row) => row.client_no !== null))
    : fc.array(tableRows[table], { maxLength: 14 });

/** Where rows stand: a sheet a table, as in a workbook. */
const placed = (site: string, rows: Readonly<Record<TableName, readonly DrawnRow[]>>): DrawnSite["rows"] =>
  Object.fromEntries(
    tableNames.map((table) => [
      table,
      rows[table].map((row, index) => ({
        ...row,
        site_id: site,
        // Sorted unlike the sites themselves.
        source_file: `${[...site].reverse().join("")}.xlsx`,
        source_sheet: `表 ${table}`,
        source_row: 5 + index,
      })),
    ]),
  ) as unknown as DrawnSite["rows"];

const site = (name: string): fc.Arbitrary<DrawnSite> =>
  fc
    .record(
      Object.fromEntries(tableNames.map((table) => [table, rowsOf(table)])) as Record<
        TableName,
        fc.Arbitrary<readonly DrawnRow[]>
      >,
    )
    .map((rows) => ({ site: name, rows: placed(name, rows) }));

export const drawnSites: fc.Arbitrary<readonly DrawnSite[]> = fc
  .subarray([...siteNames], { minLength: 2, maxLength: 5 })
  .chain((names) => fc.tuple(...names.map(site)));

/** Drawn rows over and over, under client numbers that count up where a client stands once. */
const repeated = (table: TableName, drawn: readonly DrawnRow[], rows: number): readonly DrawnRow[] =>
  Array.from({ length: rows }, (_, at) => ({
    ...drawn[at % drawn.length],
    client_no: `N${once.has(table) ? at : at % Math.max(1, Math.floor(rows / 3))}`,
    ...(table === "referrals" && { referrer_no: `N${Math.floor((at * 7) / 11)}` }),
  }));

/** Of a middling size: so many rows of every table at every site, the same each time. */
export const manyRows = (rows: number): readonly DrawnSite[] =>
  siteNames.map((name, index) => {
    const drawn = Object.fromEntries(
      tableNames.map((table) => [
        table,
        repeated(table, fc.sample(tableRows[table], { numRuns: 40 + index, seed: 1000 + index }), rows),
      ]),
    ) as Record<TableName, readonly DrawnRow[]>;
    return { site: name, rows: placed(name, drawn) };
  });
