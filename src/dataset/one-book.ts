/** Sites of the data set that may be one workbook under two names: by its id, and by the phones they have in common. */
import type { DuckDBConnection } from "@duckdb/node-api";
import { oneBook, type OneBook } from "../domain/head-office/one-book";
import { parquetFile, type SiteLine } from "./manifest";
import { quoted } from "./open-dataset";

const table = "phones";

/** How many phones each has, and each two of one workbook have in common: by "3", "3 5". */
const phonesOf = async (
  folder: string,
  connection: DuckDBConnection,
  lines: readonly SiteLine[],
): Promise<ReadonlyMap<string, number>> => {
  const seen = lines.flatMap(({ site, hash, files, book = "" }, at) =>
    files.includes(table)
      ? [
          `SELECT DISTINCT ${at} AS place, ${quoted(book)} AS book, phone_key FROM read_parquet(${quoted(parquetFile(folder, table, site, hash))}, hive_partitioning = false) WHERE phone_shown IS NOT NULL`,
        ]
      : [],
  );
  if (seen.length === 0) return new Map();
  const result = await connection.runAndReadAll(
    `WITH seen AS MATERIALIZED (${seen.join(" UNION ALL ")})
     SELECT CASE WHEN a.place = b.place THEN a.place::VARCHAR ELSE a.place || ' ' || b.place END, count(*)::INTEGER
     FROM seen AS a JOIN seen AS b ON b.book = a.book AND b.phone_key = a.phone_key AND b.place >= a.place
     GROUP BY 1`,
  );
  return new Map(result.getRowsJson().map(([places, count]) => [places as string, count as number]));
};

/** @param given files of this run, by the hash of their content */
export const namesOf = async (
  folder: string,
  connection: DuckDBConnection,
  lines: readonly SiteLine[],
  given: ReadonlyMap<string, readonly string[]>,
): Promise<OneBook> => {
  const books = new Map<string, number>();
  for (const { book = "" } of lines) books.set(book, (books.get(book) ?? 0) + 1);
  const doubtful = lines.filter(({ book }) => book !== undefined && (books.get(book) ?? 0) > 1);
  if (doubtful.length === 0) return { renamed: new Map(), alike: new Map() };
  const counts = await phonesOf(folder, connection, doubtful);
  return oneBook(
    doubtful.map(({ site, file, book, modified, hash, older }, at) => {
      const own = given.get(hash);
      const others = older.some((each) => given.has(each));
      return {
        ...{ site, file: own?.[0] ?? file, modified, phones: counts.get(String(at)) ?? 0 },
        ...(book !== undefined && { book }),
        given: own !== undefined ? "this" : others ? "others" : "none",
      };
    }),
    (one, other) => counts.get(`${Math.min(one, other)} ${Math.max(one, other)}`) ?? 0,
  );
};
