/** The reports' texts, as they stand: shapes that Citus takes, spellings that every engine reads alike. */
import { datasetReportKeys } from "../../src/dataset/reports/definition";
import { datasetReports } from "../../src/dataset/reports/reports";
import { citus } from "../../src/dataset/engines/citus";
import { numbered, parameterNames } from "../../src/dataset/engines/question";
import { tableNames } from "../../src/dataset/tables";
import { citusFaults, engineFaults } from "./reports/text-faults";

test.each(datasetReportKeys)(
  "%s: shapes that Citus takes, spellings that every engine reads alike",
  (key) => {
    const { text } = datasetReports[key];
    expect([...citusFaults(text), ...engineFaults(text)]).toEqual([]);
  },
);

test.each(datasetReportKeys)("%s: is given the days it asks for, and no others", (key) => {
  const { text, parameters } = datasetReports[key];
  const today = "2026-11-22" as Parameters<typeof parameters>[1];
  expect(Object.keys(parameters({ from: undefined, to: today }, today)).toSorted()).toEqual(
    [...parameterNames(text)].toSorted(),
  );
});

const order = 'order by site_id collate "C"';
const badShapes: readonly (readonly [fault: string, text: string])[] = [
  ["GROUPING SETS", `select site_id, count(*) from deals group by grouping sets ((site_id), ()) ${order}`],
  ["ROLLUP", `select site_id, count(*) from deals group by rollup (site_id) ${order}`],
  ["CUBE", `select site_id, count(*) from deals group by cube (site_id, layout) ${order}`],
  [
    "recursion",
    `with recursive down as (select client_no from referrals union all select c.client_no from down as d join clients as c on c.name = d.client_no) select client_no from down order by client_no collate "C"`,
  ],
  ["count(distinct)", `select site_id, count(distinct phone_key) from visits group by site_id ${order}`],
  [
    "count(distinct)",
    `with some as (select site_id, phone_key from visits) select site_id, count(distinct phone_key) as n from some group by site_id ${order}`,
  ],
  [
    "a window over spread rows",
    `select site_id, row_number() over (partition by site_id order by source_row) as n from visits ${order}`,
  ],
  [
    "a window over spread rows",
    `select site_id, sum(deals) over (order by first_contact) as n from clients ${order}`,
  ],
  [
    "joined not on phone_key",
    `select v.site_id from visits as v join deals as d on d.site_id = v.site_id and d.client_no = v.client_no order by v.site_id collate "C"`,
  ],
  [
    "joined not on phone_key",
    `with some as (select site_id, phone_key from deals) select v.site_id from visits as v join some as d on d.site_id = v.site_id order by v.site_id collate "C"`,
  ],
  [
    "without ON",
    `select v.site_id from visits as v, deals as d where d.phone_key = v.phone_key order by v.site_id collate "C"`,
  ],
  [
    "full join",
    `select v.site_id from visits as v full join deals as d on d.phone_key = v.phone_key order by v.site_id collate "C"`,
  ],
  [
    "outer side",
    `select r.site_id from referrals as r left join clients as c on c.client_no = r.client_no order by r.site_id collate "C"`,
  ],
  [
    "inside an expression",
    `select v.site_id from visits as v where exists (select 1 from deals as d where d.client_no = v.client_no) order by v.site_id collate "C"`,
  ],
  [
    "inside an expression",
    `select v.site_id, (select count(*) from deals as d where d.site_id = v.site_id) as n from visits as v order by v.site_id collate "C"`,
  ],
  ["LIMIT", `select phone_key from visits union all select phone_key from calls order by phone_key limit 10`],
  [
    "UNION",
    `select phone_key, site_id from visits union all select site_id, phone_key from calls order by phone_key`,
  ],
  ["UNION", `select site_id from visits union all select site_id from calls ${order}`],
];

test.each(badShapes)("a bad shape is found: %s", (fault, text) => {
  expect(citusFaults(text).join("; ").toLowerCase()).toContain(fault.toLowerCase());
});

test.each([
  `select phone_key, count(distinct site_id) as n from phones group by phone_key order by phone_key`,
  `with a as materialized (select site_id, count(*) as n from visits group by site_id) select site_id, sum(n) over (order by n) as all_of_them from a ${order}`,
  `select v.site_id from visits as v where exists (select 1 from deals as d where d.phone_key = v.phone_key) order by v.site_id collate "C"`,
  `with recursive down as (select client_no, 1 as depth from referrals union all select r.client_no, d.depth + 1 from down as d join referrals as r on r.referrer_no = d.client_no where d.depth < 9) select client_no from down order by client_no collate "C"`,
  `select site_id from (select phone_key, site_id from visits union all select phone_key, site_id from calls) as both_of_them ${order} limit 10`,
])("a good shape is let be: %s", (text) => {
  expect(citusFaults(text)).toEqual([]);
});

const badSpellings: readonly (readonly [fault: string, text: string])[] = [
  ["one engine's own", `select visit_date::date as day from visits ${order}`],
  ["one engine's own", `select distinct on (phone_key) site_id from visits ${order}`],
  ["the clock", `select site_id from clients where due_to < current_date ${order}`],
  ["locale", `select lower(name) as name from clients ${order}`],
  ["rounding", `select site_id, avg(total_price) as n from deals group by site_id ${order}`],
  ["rounding", `select site_id, round(sum(total_price), 2) as n from deals group by site_id ${order}`],
  ["divided", `select site_id, count(deals) / count(*) as n from clients group by site_id ${order}`],
  ["without its type", `select site_id from clients where due_to < $today ${order}`],
  ["sorted without", `select site_id, name from clients order by site_id`],
  ["sorted without", `select site_id, name from clients order by source_row, name desc nulls last`],
  ["sorted without", `select site_id from clients order by cast(phone_key as text)`],
  [
    "sorted without",
    `select row_number() over (partition by phone_key order by site_id) as n from visits ${order}`,
  ],
  ["the least text", `select phone_key, min(name) as name from visits group by phone_key order by phone_key`],
  ["no order", `select site_id from clients`],
  ["positions", `select site_id, count(*) as n from clients group by 1 ${order}`],
];

test.each(badSpellings)("a spelling that engines read unlike is found: %s", (fault, text) => {
  expect(engineFaults(text).join("; ")).toContain(fault);
});

test("parameters are numbered for PostgreSQL; texts, names and comments that look like them are not", () => {
  expect(
    numbered(`-- $no\nselect '$no''$no', "$no" where a > $from and b < $to and c > $from`, {
      from: "2026-01-01",
      to: null,
    }),
  ).toEqual({
    text: `-- $no\nselect '$no''$no', "$no" where a > $1 and b < $2 and c > $1`,
    values: ["2026-01-01", null],
  });
  expect(() => numbered("select $nothing", {})).toThrow("nothing");
});

test("Citus: every table is spread by phone_key beside the first, or small and everywhere", () => {
  const statements = citus.spread.join("\n");
  for (const name of tableNames)
    expect(statements).toContain(
      name === "referrals"
        ? `create_reference_table('anchang.referrals')`
        : `create_distributed_table('anchang.${name}', 'phone_key', colocate_with => ${name === "visits" ? "'none'" : "'anchang.visits'"})`,
    );
});
