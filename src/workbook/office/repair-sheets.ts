/** R14: sheets and tables that are gone, made again; plain cells made a table again. */
import { areaAddress, parseArea } from "../../book/address";
import type { Sheet } from "../../book/book";
import type { FormKey } from "../../domain/forms/index";
import { registerKeys } from "../../domain/forms/index";
import type { Repair } from "../plan/repair";
import { WorkbookRefused } from "../port";
import { rangeAt } from "./build-look";
import { batchesOf, buildSteps, fillSteps, roundTripOf, type Step } from "./build-steps";
import { inExcel, type Run, roundTrip } from "./excel-run";
import type { Ground } from "../plan/ground";
import { partOf } from "../plan/table-part";
import { doing } from "./repairing";
import { once } from "./table-shape";

const inBatches = async (steps: readonly Step[], run: Run): Promise<void> => {
  for (const batch of batchesOf(steps)) await inExcel(doing, (context) => roundTripOf(context, batch), run);
};

/** Planned sheets, each at its place among the others; tables of ours that stand elsewhere are left out. */
export const addSheets = async (
  names: readonly string[],
  { plan, seen, planned }: Ground,
  run: Run,
): Promise<void> => {
  const there = new Set([...seen.tables.keys()].map((key) => planned.get(key)?.table.name));
  const wanted = plan.sheets
    .filter(({ name }) => names.includes(name) && !seen.sheets.some((each) => each.name === name))
    .map((sheet): Sheet => ({ ...sheet, tables: sheet.tables.filter((table) => !there.has(table.name)) }));
  if (wanted.length === 0) return;
  await inBatches(buildSteps({ sheets: wanted, names: [] }), run);
  const order = [...seen.sheets].sort((a, b) => a.position - b.position).map(({ name }) => name);
  await roundTrip(
    doing,
    (context) => {
      for (const { name, visibility } of wanted) {
        const before = plan.sheets.slice(
          0,
          plan.sheets.findIndex((each) => each.name === name),
        );
        const position = Math.max(-1, ...before.map((each) => order.indexOf(each.name))) + 1;
        order.splice(position, 0, name);
        if (visibility === "visible") context.workbook.worksheets.getItem(name).position = position;
      }
      return () => undefined;
    },
    run,
  );
};

/** At its planned place where that is free, else right of everything. */
const addTable = async (key: FormKey, sheet: string, { planned }: Ground, run: Run): Promise<void> => {
  const own = planned.get(key);
  if (own === undefined) return;
  const { area } = own;
  const by = await roundTrip(
    doing,
    (context) => {
      const live = context.workbook.worksheets.getItem(sheet);
      const columns = once(
        once(live.getRangeByIndexes(0, area.left, 1, area.right - area.left + 1)).getEntireColumn(),
      );
      const there = once(columns.getUsedRangeOrNullObject(true));
      const all = once(live.getUsedRangeOrNullObject(true));
      there.load("address");
      all.load("columnIndex,columnCount");
      return () => (there.isNullObject ? 0 : all.columnIndex + all.columnCount + 1 - area.left);
    },
    run,
  );
  await inBatches(fillSteps({ sheets: [partOf(own, sheet, by)], names: [] }), run);
};

/** Down to the last row with anything in it; the small tables end where a row is empty. */
const remakeTable = async (
  { form, sheet, range }: Extract<Repair, { readonly kind: "remakeTable" }>,
  { planned }: Ground,
  run: Run,
): Promise<void> => {
  const own = planned.get(form);
  const area = parseArea(range);
  if (own === undefined || area === undefined) return;
  const bottom = await roundTrip(
    doing,
    (context) => {
      const live = context.workbook.worksheets.getItem(sheet);
      const columns = once(
        once(live.getRangeByIndexes(0, area.left, 1, area.right - area.left + 1)).getEntireColumn(),
      );
      const used = once(columns.getUsedRangeOrNullObject(true));
      used.load("rowIndex,rowCount");
      return () =>
        (registerKeys as readonly string[]).includes(form) && !used.isNullObject
          ? Math.max(area.top + 1, used.rowIndex + used.rowCount - 1)
          : area.bottom;
    },
    run,
  );
  await roundTrip(
    doing,
    (context) => {
      const live = context.workbook.worksheets.getItem(sheet);
      const made = live.tables.add(rangeAt(live, areaAddress({ ...area, bottom })), true);
      made.name = own.table.name;
      made.style = own.table.style;
      made.showBandedRows = own.table.bandedRows;
      made.showFilterButton = own.table.filterButtons;
      return () => undefined;
    },
    { ...run, undoStep: true },
  );
};

type SheetRepair = Extract<Repair, { readonly kind: "addTable" | "remakeTable" | "renameTable" }>;

export const repairSheet = async (repair: SheetRepair, ground: Ground, run: Run): Promise<void> => {
  switch (repair.kind) {
    case "addTable":
      await addTable(repair.form, repair.sheet, ground, run);
      return;
    case "remakeTable":
      await remakeTable(repair, ground, run);
      return;
    case "renameTable": {
      const own = ground.planned.get(repair.form);
      if (own === undefined) throw new WorkbookRefused("tableMissing", doing, repair.from);
      await roundTrip(
        doing,
        (context) => {
          context.workbook.tables.getItem(repair.from).name = own.table.name;
          return () => undefined;
        },
        run,
      );
    }
  }
};
