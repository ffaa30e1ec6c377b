/** Some clients' rows out of the open workbook: the columns that say whose rows they are, then the rows themselves. */
import { type FormKey, formKeys } from "../../domain/forms/index";
import { rowKeyOf } from "../../domain/register/client-keys";
import { numberOfCell } from "../../domain/register/raw-cell";
import type { RawCell, Register } from "../../domain/register/register";
import type { SiteBook } from "../../domain/register/site";
import {
  type ClientsAsked,
  indicesOf,
  keysOfRows,
  whoseWants,
  withRowsOnly,
} from "../../domain/register/some-clients";
import type { Wanted } from "../../domain/register/wanted";
import type { ClientNumber } from "../../domain/rules/client-number";
import { type OpenWorkbook, WorkbookRefused } from "../port";
import type { Run } from "./excel-run";
import { cellsByKey, seeRows, type TableSeen } from "./see-rows";

/** Rows of one request; whole rows with their formulas, of which the longest takes some 2 kB. */
const rowsPerRequest = 800;
const tries = 3;

type Rows = ReadonlyMap<FormKey, ReadonlyMap<number, ClientNumber>>;

interface Reader {
  readonly run: Run;
  readonly read: OpenWorkbook["read"];
  readonly seen: SiteBook | undefined;
}

const inRequests = (seen: SiteBook, rows: Rows): readonly ReadonlyMap<FormKey, readonly number[]>[] => {
  const all = [...rows].flatMap(([form, indices]) =>
    [...indices.keys()].map((index) => [form, (seen.registers[form]?.firstRow ?? 1) + index] as const),
  );
  const requests: Map<FormKey, number[]>[] = [];
  for (const [at, [form, row]] of all.entries()) {
    if (at % rowsPerRequest === 0) requests.push(new Map());
    const request = requests.at(-1);
    const numbers = request?.get(form);
    if (numbers) numbers.push(row);
    else request?.set(form, [row]);
  }
  return requests;
};

const isLost = ({ form, missing }: Register, key: string): boolean =>
  missing.includes(form.fields[key]?.caption ?? "");

/** The register with these rows; nothing where they are somewhere else by now. */
const filled = (
  form: FormKey,
  register: Register,
  keys: readonly string[] | "all",
  rows: ReadonlyMap<number, ClientNumber>,
  tables: readonly TableSeen[],
): Register | undefined => {
  const cells = new Map<number, Readonly<Record<string, RawCell>>>();
  const rowKey = rowKeyOf(form) ?? "";
  for (const { shape, rows: found } of tables) {
    if (shape.count !== register.count || shape.firstRow !== register.firstRow) return undefined;
    for (const [row, { values }] of found) cells.set(row - shape.firstRow, cellsByKey(shape, values));
  }
  for (const [index, client] of rows)
    if (numberOfCell(cells.get(index)?.[rowKey] ?? null)?.client !== client) return undefined;
  const there = keysOfRows(form, keys).filter((key) => !isLost(register, key));
  return withRowsOnly(register, there, rows.keys(), (key, index) => cells.get(index)?.[key] ?? null);
};

const readRows = async (
  seen: SiteBook,
  { wanted, whose }: ClientsAsked,
  doing: string,
  run: Run,
): Promise<SiteBook | undefined> => {
  const indices = indicesOf(seen, whose(seen));
  const rows: Rows = new Map([...indices].filter(([form]) => wanted[form] !== undefined));
  const tables = new Map<FormKey, TableSeen[]>();
  for (const request of inRequests(seen, rows)) {
    const found = await seeRows(request, doing, run);
    for (const form of request.keys()) {
      const table = found.get(form);
      if (table === undefined) return undefined;
      tables.set(form, [...(tables.get(form) ?? []), table]);
    }
  }
  const registers: Partial<Record<FormKey, Register>> = {};
  for (const form of formKeys) {
    const [register, keys, own] = [seen.registers[form], wanted[form], rows.get(form)];
    if (register === undefined || keys === undefined) continue;
    const whole = own === undefined ? register : filled(form, register, keys, own, tables.get(form) ?? []);
    if (whole === undefined) return undefined;
    registers[form] = whole;
  }
  return { ...seen, registers };
};

/** Whether a reading has all that says whose rows are. */
const saysWhose = (seen: SiteBook, whose: Wanted): boolean =>
  formKeys.every((form) => {
    const [register, keys] = [seen.registers[form], whose[form]];
    if (keys === undefined || seen.absent.includes(form)) return true;
    return (
      register !== undefined &&
      keysOfRows(form, keys).every((key) => register.columns.has(key) || isLost(register, key))
    );
  });

/** @throws WorkbookRefused as `OpenWorkbook.readClients` says. */
export const readClients = async (
  asked: ClientsAsked,
  doing: string,
  { run, read, seen }: Reader,
): Promise<SiteBook> => {
  const whose = whoseWants(asked.wanted);
  let known = seen !== undefined && saysWhose(seen, whose) ? seen : undefined;
  for (let time = 0; time < tries; time++) {
    const found = await readRows(known ?? (await read(whose, doing)), asked, doing, run);
    if (found !== undefined) return found;
    known = undefined;
  }
  throw new WorkbookRefused("outrun", doing, "工作簿");
};
