/** R14 in a file: sheets and tables that are gone, made again; plain cells made a table again. */
import { type Area, areaAddress, parseArea } from "../../book/address";
import type { Sheet, Table } from "../../book/book";
import { type FormKey, formOf, registerKeys } from "../../domain/forms/index";
import type { Ground } from "../plan/ground";
import type { Of } from "../plan/repair-order";
import { homeSheet } from "../plan/site-sheet";
import { partOf } from "../plan/table-part";
import { WorkbookRefused } from "../port";
import { amend, type Draft, type DraftSheet, openGrid, setCell, sparse, textAt } from "./draft";
import { followName } from "./follow";
import { changeEverywhere } from "./move-cells";

export const doing = "修复表格";

export interface StandingTable {
  readonly form: FormKey;
  readonly sheet: DraftSheet;
  readonly table: Table;
  readonly area: Area;
}

const tableNamed = (draft: Draft, name: string): Omit<StandingTable, "form"> | undefined => {
  for (const sheet of draft.sheets)
    for (const table of sheet.sheet.tables) {
      const area = parseArea(table.range);
      if (area && table.name.toLowerCase() === name.toLowerCase()) return { sheet, table, area };
    }
  return undefined;
};

/** @throws WorkbookRefused "tableMissing" */
export const standingTable = (draft: Draft, form: FormKey): StandingTable => {
  const found = tableNamed(draft, formOf(form).table);
  if (found === undefined) throw new WorkbookRefused("tableMissing", doing, formOf(form).sheet);
  return { form, ...found };
};

/** @throws WorkbookRefused "sheetMissing" */
export const sheetNamed = (draft: Draft, name: string): DraftSheet => {
  const found = draft.sheets.find(({ sheet }) => sheet.name === name);
  if (found === undefined) throw new WorkbookRefused("sheetMissing", doing, name);
  return found;
};

export const changeTable = (sheet: DraftSheet, table: Table, parts: Partial<Table>): void => {
  amend(sheet, {
    tables: sheet.sheet.tables.map((each) => (each === table ? { ...each, ...parts } : each)),
  });
};

/** Planned sheets, each at its place among the others; tables of ours that stand elsewhere are left out. */
export const addSheets = (draft: Draft, names: readonly string[], { plan }: Pick<Ground, "plan">): void => {
  plan.sheets.forEach((planned, at) => {
    const there = draft.sheets.some(({ sheet }) => sheet.name === planned.name);
    if (there || !names.includes(planned.name)) return;
    const sheet: Sheet = {
      ...planned,
      tables: planned.tables.filter(({ name }) => tableNamed(draft, name) === undefined),
    };
    const before = plan.sheets.slice(0, at).map(({ name }) => name);
    const position = Math.max(
      -1,
      ...before.map((name) => draft.sheets.findIndex((each) => each.sheet.name === name)),
    );
    draft.sheets.splice(position + 1, 0, { sheet, grid: undefined });
  });
};

const usedIn = (sheet: DraftSheet, left: number, right: number): number =>
  sparse(openGrid(sheet)).reduce(
    (most, [row, line]) =>
      sparse(line).some(([column, cell]) => column >= left && column <= right && cell !== null && cell !== "")
        ? row
        : most,
    -1,
  );

/** At its planned place where that is free, else right of everything. */
const addTable = (draft: Draft, { form, sheet: name }: Of<"addTable">, { planned }: Ground): void => {
  const own = planned.get(form);
  if (own === undefined) return;
  const sheet = sheetNamed(draft, name);
  const { area } = own;
  const right = sparse(openGrid(sheet)).reduce((most, [, line]) => Math.max(most, line.length - 1), -1);
  const by = usedIn(sheet, area.left, area.right) < 0 ? 0 : right + 2 - area.left;
  const part = partOf(own, name, by);
  for (const { at, rows } of part.blocks) {
    const place = parseArea(at);
    if (place === undefined) continue;
    rows.forEach((cells, down) => {
      cells.forEach((cell, across) => {
        if (cell !== null) setCell(sheet, place.top + down, place.left + across, cell);
      });
    });
  }
  const { looks, columns, tables, validations, highlights } = sheet.sheet;
  const fresh = new Set(part.columns.map(({ column }) => column));
  amend(sheet, {
    looks: [...looks, ...part.looks],
    columns: [...columns.filter(({ column }) => !fresh.has(column)), ...part.columns],
    tables: [...tables, ...part.tables],
    validations: [...validations, ...part.validations],
    highlights: [...highlights, ...part.highlights],
  });
};

/** Headers as a table may have them: texts, each once, none empty. */
const headersFrom = (sheet: DraftSheet, { top, left, right }: Area): readonly string[] => {
  const taken = new Set<string>();
  return Array.from({ length: right - left + 1 }, (_, at) => {
    const said = textAt(sheet, top, left + at);
    const plain = said.trim() === "" ? `列${at + 1}` : said;
    let name = plain;
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${plain}${n}`;
    taken.add(name.toLowerCase());
    return name;
  });
};

/** Down to the last row with anything in it; the small tables end where a row is empty. */
const remakeTable = (
  draft: Draft,
  { form, sheet: name, range }: Of<"remakeTable">,
  { planned }: Ground,
): void => {
  const own = planned.get(form);
  const area = parseArea(range);
  if (own === undefined || area === undefined) return;
  const sheet = sheetNamed(draft, name);
  const bottom = (registerKeys as readonly string[]).includes(form)
    ? Math.max(area.top + 1, usedIn(sheet, area.left, area.right))
    : area.bottom;
  const headers = headersFrom(sheet, area);
  headers.forEach((header, at) => {
    setCell(sheet, area.top, area.left + at, header);
  });
  const columns = headers.map((header) => {
    const formula = own.table.columns.find((each) => each.name === header)?.formula;
    return { name: header, ...(formula === undefined ? {} : { formula }) };
  });
  const table: Table = { ...own.table, range: areaAddress({ ...area, bottom }), columns };
  amend(sheet, { tables: [...sheet.sheet.tables, table] });
};

const renameTable = (draft: Draft, { form, from }: Of<"renameTable">, { planned }: Ground): void => {
  const own = planned.get(form)?.table.name;
  const found = tableNamed(draft, from);
  if (own === undefined || found === undefined) return;
  changeEverywhere(draft, (formula, _, table) => followName(formula, table, from, { table: own }));
  const now = tableNamed(draft, from);
  if (now) changeTable(now.sheet, now.table, { name: own });
};

export const repairTable = (
  draft: Draft,
  repair: Of<"addTable" | "remakeTable" | "renameTable">,
  ground: Ground,
): void => {
  if (repair.kind === "addTable") addTable(draft, repair, ground);
  else if (repair.kind === "remakeTable") remakeTable(draft, repair, ground);
  else renameTable(draft, repair, ground);
};

/** 首页 anew. It is ours alone while it is protected; otherwise the former one stays under another name. */
export const renewHome = (draft: Draft, ground: Pick<Ground, "plan">): void => {
  const names = draft.sheets.map(({ sheet }) => sheet.name);
  const at = names.indexOf(homeSheet);
  const former = draft.sheets[at];
  if (former?.sheet.protection !== undefined) draft.sheets.splice(at, 1);
  else if (former !== undefined) {
    let aside = `${homeSheet}（旧）`;
    for (let number = 2; names.includes(aside); number++) aside = `${homeSheet}（旧${number}）`;
    amend(former, { name: aside });
  }
  addSheets(draft, [homeSheet], ground);
  const fresh = draft.sheets.findIndex(({ sheet }) => sheet.name === homeSheet);
  draft.sheets.unshift(...draft.sheets.splice(fresh, 1));
};
