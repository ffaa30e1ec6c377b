/** A data set's folder out of drawn rows, as `anchang merge` leaves it. */
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import {
  format,
  parquetFile,
  type SiteLine,
  writeDatasetLine,
  writeSiteLine,
} from "../../../src/dataset/manifest";
import { openEngine } from "../../../src/dataset/open-dataset";
import { writeParquet } from "../../../src/dataset/parquet";
import { quarantineColumns, type TableName, tableNames, tables } from "../../../src/dataset/tables";
import type { DrawnRow, DrawnSite } from "./drawn-data";

export const newFolder = (): string => mkdtempSync(path.join(tmpdir(), "anchang-dataset-"));

const columnsOf = (rows: readonly DrawnRow[], names: readonly string[]) => ({
  count: rows.length,
  columns: names.map((name) => rows.map((row) => row[name] ?? null)),
});

export interface Writing {
  readonly keyMark?: string;
  readonly modified?: string;
  readonly copied?: string;
  readonly book?: string;
  readonly asOf?: string;
  readonly file?: string;
  /** Two of the same are the same workbook, whatever their rows; what they are else is told by their rows. */
  readonly content?: string;
}

/** Into an existing folder; a site that is there already is replaced. */
export const writeDataset = async (
  folder: string,
  sites: readonly DrawnSite[],
  writing: Writing = {},
): Promise<void> => {
  const { keyMark = "mark", modified = "2026-11-22T08:30:00Z", copied, book } = writing;
  await writeDatasetLine(folder, { format, keyMark });
  const engine = await openEngine(folder);
  try {
    for (const { site, rows } of sites) {
      const hash = createHash("sha256")
        .update(writing.content ?? JSON.stringify([modified, rows]))
        .digest("hex");
      const files: (TableName | "_quarantine")[] = [];
      const put = async (table: TableName | "_quarantine", own: readonly DrawnRow[]): Promise<void> => {
        if (own.length === 0) return;
        const columns = table === "_quarantine" ? quarantineColumns : tables[table].columns;
        const file = parquetFile(folder, table, site, hash);
        mkdirSync(path.dirname(file), { recursive: true });
        await writeParquet(
          engine.connection,
          columns,
          columnsOf(
            own,
            columns.map(({ name }) => name),
          ),
          file,
        );
        files.push(table);
      };
      for (const table of tableNames) await put(table, rows[table]);
      await put("_quarantine", [{ site_id: site, source_file: "x", source_row: 7, raw: "'…\\" }]);
      const line: SiteLine = {
        site,
        hash,
        modified,
        ...(copied !== undefined && { copied }),
        ...(book !== undefined && { book }),
        file: writing.file ?? `${site}.xlsx`,
        project: site,
        asOf: writing.asOf ?? "2026-11-22",
        rows: Object.fromEntries(tableNames.map((table) => [table, rows[table].length])) as SiteLine["rows"],
        quarantined: 1,
        files,
        older: [],
      };
      await writeSiteLine(folder, line);
    }
  } finally {
    engine.close();
  }
};
