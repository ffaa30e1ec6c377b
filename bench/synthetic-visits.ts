/** A made-up data set of any size, written by DuckDB itself: ten million visits in a few minutes, always the same. */
import { createHash } from "node:crypto";
import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { duckdb } from "../src/dataset/engines/duckdb";
import { format, parquetFile, writeDatasetLine, writeSiteLine } from "../src/dataset/manifest";
import { openEngine, quoted } from "../src/dataset/open-dataset";
import { keyMark } from "../src/dataset/phone-key";
import { type Column, type TableName, tableNames, tables } from "../src/dataset/tables";
import { formOf } from "../src/domain/forms/index";
import { lists } from "../src/domain/forms/lists";

export interface Synthetic {
  /** Rows of `visits`; each is a client of its site. */
  readonly visits: number;
  readonly sites: number;
  /** Of each client. */
  readonly followups?: number;
  readonly memory?: string;
}

/** The key of everything made up. */
export const syntheticKey = new TextEncoder().encode("a key for made-up numbers only");

const today = "DATE '2026-11-22'";
const places = ["洛阳", "重庆", "厦门", "六安", "蔚县", "温州", "兰州", "佛山", "台州", "亳州"] as const;

export const syntheticSite = (at: number): string =>
  `${places[at % places.length] ?? ""}-样板${String(Math.floor(at / places.length) + 1).padStart(3, "0")}`;

const seedOf = (what: string): number => createHash("sha256").update(what).digest().readUIntBE(0, 5);

/** A number that looks drawn for the row; another `what` draws anew. */
const drawn = (what: string, below: number): string =>
  `(hash(xor(seed, ${seedOf(what)}::BIGINT)) % ${below})::INTEGER`;
const oneOf = (what: string, choices: readonly string[]): string =>
  `[${choices.map(quoted).join(", ")}][1 + ${drawn(what, choices.length)}]`;
/** Nothing for `percent` of a hundred. */
const sometimes = (what: string, percent: number, value: string): string =>
  `CASE WHEN ${drawn(`no ${what}`, 100)} < ${percent} THEN NULL ELSE ${value} END`;

/** How far people have come, in a hundred: 35 have called alone, …, 6 have signed. */
const stage = `CASE WHEN luck < 35 THEN 0 WHEN luck < 55 THEN 1 WHEN luck < 70 THEN 2 WHEN luck < 82 THEN 3
  WHEN luck < 91 THEN 4 WHEN luck < 94 THEN 5 ELSE 6 END`;
const ageBand = `CASE WHEN years <= 30 THEN '19–30' WHEN years <= 40 THEN '31–40' WHEN years <= 50 THEN '41–50' ELSE '51以上' END`;
const lastDay = `least(${today}, first + ${drawn("last", 60)})`;
const dealDay = `least(${today}, first + ${drawn("deal", 90)})`;
const price = `${drawn("price", 3_000_000)} + 400000`;
const unit = `format('{}-1-{}', 1 + ${drawn("building", 12)}, i)`;

/** By column name; the rest is drawn by its form's list or its type. */
const known: Readonly<Record<string, string>> = {
  site_id: "site",
  client_no: "format('LY-ZS{:03d}', i)",
  phone_key: "md5(format('person {}', person))::UUID",
  phone_shown: "format('138****{:04d}', person % 10000)",
  source_file: "site || '.xlsx'",
  source_row: "row",
  deal_no: "format('CLY-ZS{:03d}', i)",
  referrer_no: sometimes("referrer", 85, `format('LY-ZS{:03d}', 1 + (hash(seed) % i)::BIGINT)`),
  consultant: `format('顾问{:02d}', ${drawn("consultant", 20)})`,
  name: "format('客户{}', person)",
  age: "years",
  age_band: sometimes("age", 5, ageBand),
  visit_date: "first",
  called_at: `first::TIMESTAMP + to_minutes(540 + ${drawn("minute", 540)})`,
  contacted_at: `least(${today}, first + ${drawn("after", 60)} * (1 + row % 4)::INTEGER)::TIMESTAMP + to_minutes(540 + ${drawn("minute", 540)})`,
  channel: oneOf("channels", lists.channels.choices),
  channels: oneOf("channels", lists.channels.choices),
  grade: sometimes("grade", 10, oneOf("grade", lists.grade.choices)),
  stage,
  came: "luck >= 35",
  first_contact: "first",
  first_visit: "first",
  last_contact: lastDay,
  due_from: `${lastDay} + 1`,
  due_to: `${lastDay} + ${drawn("due", 14)}`,
  state: oneOf("state", ["due", "due", "due", "occasion", "deal", "reassignment", "ungraded"]),
  deals: "CASE WHEN luck >= 91 THEN 1 ELSE 0 END",
  sold: `CASE WHEN luck >= 91 THEN ${price} ELSE 0 END`,
  since: "first",
  day: "first",
  form: "'visitors'",
  building: sometimes("building", 3, `format('{}栋', 1 + ${drawn("building", 12)})`),
  unit_no: unit,
  unit_now: unit,
  deal_day: dealDay,
  subscribed_on: dealDay,
  total_price: price,
  floor_area: `60 + ${drawn("area", 14000)} / 100.0`,
  refunded: `${drawn("refund", 100)} < 4`,
};

const drawnBy = (table: TableName, { name, key, type }: Column): string => {
  const { form } = tables[table];
  const field = form === undefined || key === undefined ? undefined : formOf(form).fields[key];
  if (field?.kind === "tickOne" || field?.kind === "tickMany") {
    const { choices } = lists[field.list];
    if (choices.length > 0) return sometimes(name, 8, oneOf(name, choices));
  }
  if (table === "deals" && name === "state") return oneOf(name, ["认购", "签约", "已售"]);
  if (known[name] !== undefined) return known[name];
  switch (type) {
    case "text":
      return sometimes(
        name,
        50,
        oneOf(name, ["/ 无", "已沟通，周末再来", "担心总价，算过月供", "涧西", "老城"]),
      );
    case "integer":
      return sometimes(name, 30, drawn(name, 40));
    case "decimal":
      return sometimes(name, 30, `${drawn(name, 1_000_000)} / 100.0`);
    case "date":
      return sometimes(name, 60, `least(${today}, first + ${drawn(name, 120)})`);
    case "moment":
      return sometimes(name, 60, `(first + ${drawn(name, 20)})::TIMESTAMP`);
    default:
      return "NULL";
  }
};

/** Which of a site's clients have a row. */
const rowsOf = (table: TableName): string => {
  switch (table) {
    case "calls":
      return `WHERE ${drawn("called", 100)} < 40`;
    case "deals":
      return "WHERE luck >= 91";
    case "referrals":
      return `WHERE ${drawn("no referrer", 100)} >= 85`;
    default:
      return "";
  }
};

interface Place {
  readonly site: string;
  /** Of the sites, from 0. */
  readonly at: number;
  readonly clients: number;
}

/** A third of the people have been to several sites. */
const siteSql = (
  table: TableName,
  { site, at, clients }: Place,
  { visits, followups = 1 }: Synthetic,
): string => {
  const { form } = tables[table];
  const columns = tables[table].columns.map((column) => {
    const sql =
      column.name === "source_sheet"
        ? quoted(form === undefined ? "来访登记" : formOf(form).sheet)
        : drawnBy(table, column);
    return `(${sql})::${duckdb.types[column.type]} AS ${column.name}`;
  });
  const several = table === "followups" ? Math.max(1, followups) : 1;
  return `SELECT ${columns.join(", ")} FROM (
    SELECT ${quoted(site)} AS site, i, row, seed,
      (hash(seed) % ${Math.max(1, Math.floor(visits * 0.7))})::BIGINT AS person,
      DATE '2021-01-01' + ${drawn("first", 2150)} AS first,
      ${drawn("luck", 100)} AS luck,
      18 + ${drawn("years", 55)} AS years
    FROM (
      SELECT 1 + n // ${several} AS i, n + 5 AS row, 1 + n // ${several} + ${at} * 1000000000::BIGINT AS seed
      FROM range(${clients * several}) AS rows(n)
    )) ${rowsOf(table)}`;
};

const writeSite = async (
  connection: DuckDBConnection,
  folder: string,
  place: Place,
  options: Synthetic,
): Promise<void> => {
  const { site, clients } = place;
  const hash = createHash("sha256").update(`${site} ${clients}`).digest("hex");
  const rows: Partial<Record<TableName, number>> = {};
  for (const table of tableNames) {
    const file = parquetFile(folder, table, site, hash);
    await mkdir(path.dirname(file), { recursive: true });
    const written = await connection.run(
      `COPY (${siteSql(table, place, options)}) TO ${quoted(file)} (FORMAT parquet, COMPRESSION snappy)`,
    );
    rows[table] = written.rowsChanged;
  }
  await writeSiteLine(folder, {
    site,
    project: site.split("-")[1] ?? "",
    asOf: "2026-11-22",
    hash,
    file: `${site}.xlsx`,
    modified: "2026-11-22T08:00:00Z",
    rows: Object.fromEntries(tableNames.map((name) => [name, rows[name] ?? 0])) as Record<TableName, number>,
    quarantined: 0,
    files: tableNames,
    older: [],
  });
};

/** Writes the data set into a folder of its own, which is emptied first. */
export const writeSyntheticDataset = async (folder: string, options: Synthetic): Promise<void> => {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeDatasetLine(folder, { format, keyMark: keyMark(syntheticKey) });
  const engine = await openEngine(folder, { memory: options.memory ?? "2GB" });
  try {
    for (let at = 0; at < options.sites; at++) {
      const from = Math.floor((options.visits * at) / options.sites);
      const to = Math.floor((options.visits * (at + 1)) / options.sites);
      const place = { site: syntheticSite(at), at, clients: to - from };
      await writeSite(engine.connection, folder, place, options);
    }
  } finally {
    engine.close();
  }
};
