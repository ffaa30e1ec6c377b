/** What lies open: a workbook of ours, of which version, and what it has lost. */
import { type FormKey, formKeys, formOf } from "../../domain/forms/index";
import type { RawCell } from "../../domain/register/register";
import { filesTable } from "../plan/hq-lists";
import { metaKeys, schemaVersion } from "../plan/ledger-sheet";
import { WorkbookRefused } from "../port";
import { type Run, roundTrip } from "./excel-run";
import { once, tableOf } from "./table-shape";

export type Structure =
  /** Nothing in it: it can become a site's workbook. */
  | { readonly kind: "empty" }
  /** Somebody's own; `sheets` of theirs bear names we would need. */
  | { readonly kind: "other"; readonly sheets: readonly string[] }
  /** 总部汇总簿. */
  | { readonly kind: "headOffices" }
  | {
      readonly kind: "ours";
      readonly version: number;
      /** The workbook's own id; empty where it has lost it. */
      readonly id: string;
      /** The forms whose table is gone. */
      readonly absent: readonly FormKey[];
      /** Sheets by form as they are called now, of the tables that are there. */
      readonly sheets: Readonly<Partial<Record<FormKey, string>>>;
      /** Excel's ids of those sheets, which stay when they are renamed. */
      readonly sheetIds: Readonly<Partial<Record<FormKey, string>>>;
    };

const metaValue = (rows: readonly (readonly RawCell[])[], key: string): string =>
  String(rows.find(([name]) => String(name).trim() === key)?.[1] ?? "").trim();

const doing = "打开工作簿";

/** One round trip. */
export const readStructure = (run: Run = {}): Promise<Structure> =>
  roundTrip(
    doing,
    (context) => {
      const { worksheets } = context.workbook;
      worksheets.load("items/name");
      const used = once(worksheets.getFirst().getUsedRangeOrNullObject(true));
      used.load("address");
      const meta = once(tableOf(context, "meta").getDataBodyRange());
      meta.load("values");
      const merged = context.workbook.tables.getItemOrNullObject(filesTable.name);
      merged.load("name");
      const tables = formKeys.map((key) => {
        const table = tableOf(context, key);
        table.load("name");
        table.worksheet.load("name,id");
        return { key, table };
      });
      return (): Structure => {
        const there = tables.filter(({ table }) => !table.isNullObject);
        const names = worksheets.items.map(({ name }) => name);
        // It has the registers too, and is no site's workbook.
        if (meta.isNullObject && !merged.isNullObject) return { kind: "headOffices" };
        if (meta.isNullObject && there.length === 0) {
          if (names.length === 1 && used.isNullObject) return { kind: "empty" };
          const ours = new Set(formKeys.map((key) => formOf(key).sheet));
          return { kind: "other", sheets: names.filter((name) => ours.has(name)) };
        }
        const rows = meta.isNullObject ? [] : (meta.values as RawCell[][]);
        return {
          kind: "ours",
          version: Number(metaValue(rows, metaKeys.version)) || 0,
          id: metaValue(rows, metaKeys.id),
          absent: formKeys.filter((key) => !there.some((each) => each.key === key)),
          sheets: Object.fromEntries(there.map(({ key, table }) => [key, table.worksheet.name])),
          sheetIds: Object.fromEntries(there.map(({ key, table }) => [key, table.worksheet.id])),
        };
      };
    },
    run,
  );

/** @throws WorkbookRefused "newerVersion": what a newer program made is not ours to change. */
export const refuseNewer = (structure: Structure): void => {
  if (structure.kind === "ours" && structure.version > schemaVersion)
    throw new WorkbookRefused("newerVersion", doing, String(structure.version));
};
