/** Tables that have a row for each row of a register. */
import { formOf, type RegisterKey } from "../domain/forms/index";
import { maskCell } from "../domain/head-office/mask-share";
import type { SharedRegister } from "../domain/head-office/share";
import { ageBand } from "../domain/report/bands";
import { inFirmsName } from "../domain/report/clients";
import { firms } from "../domain/report/report";
import { fit, type Value } from "./cell";
import { type FoundRow, gathering, type TableRows } from "./gathering";
import { clientIn, firstOf, type Making, place, setApart, sheetOf, text } from "./row-making";
import { type TableName, tables } from "./tables";

/** The cells of a row that stand in its form. */
const copied = (
  making: Making,
  table: TableName,
  form: RegisterKey,
  register: SharedRegister,
  at: number,
): FoundRow => {
  const { fields } = formOf(form);
  const row: Record<string, Value> = {};
  for (const column of tables[table].columns) {
    const { key, name, type } = column;
    const cell = key === undefined ? null : (register.columns.get(key)?.[at] ?? null);
    if (key === undefined || cell === null) continue;
    const field = fields[key];
    // A number finer than its column is looked at before it is masked: masking has no business with amounts.
    const masked = field === undefined || type !== "text" ? cell : maskCell(field, cell);
    const { value, misfit } = fit(type, masked);
    row[name] = field?.kind === "clientRef" ? (clientIn(cell) ?? null) : value;
    if (misfit !== undefined)
      setApart(
        making,
        table,
        column,
        { sheet: register.sheet, row: register.rows[at] ?? 0 },
        misfit,
        field,
        cell,
      );
  }
  return row;
};

const bandOf = (row: FoundRow): Value => {
  const name = typeof row.name === "string" ? row.name : "";
  const occupation = typeof row.occupation === "string" ? row.occupation : "";
  if (inFirmsName(name, occupation)) return firms;
  return text(ageBand(typeof row.age === "number" ? row.age : undefined));
};

/** What a table says of a row beyond its cells. */
type Beyond = (
  making: Making,
  row: FoundRow,
  at: { readonly row: number; readonly client?: string },
) => FoundRow;

const dealBeyond: Beyond = ({ dealAt }, row, at) => {
  const facts = dealAt.get(at.row);
  const own = { channel: firstOf(row.channels ?? null), deal_day: row.subscribed_on ?? null };
  if (facts === undefined) return { ...own, age_band: bandOf(row), refunded: false };
  return {
    ...own,
    age_band: text(facts.ageBand),
    layout: text(facts.layout) ?? row.layout ?? null,
    unit_category: text(facts.category) ?? row.unit_category ?? null,
    unit_now: text(facts.unitNow),
    building: text(facts.building),
    paid: fit("decimal", facts.paid).value,
    state: facts.state,
    refunded: facts.state === "已退房",
  };
};

export const registerTables = [
  ["visits", "visitors", (_, row) => ({ age_band: bandOf(row), channel: firstOf(row.channels ?? null) })],
  ["calls", "calls", (_, row) => ({ channel: firstOf(row.channels ?? null) })],
  ["followups", "followUps", () => ({})],
  ["grades", "grades", ({ share }, _, { row }) => ({ grade: share.facts?.grades.get(row) ?? null })],
  ["deals", "deals", dealBeyond],
] as const satisfies readonly (readonly [TableName, RegisterKey, Beyond])[];

export const fromRegister = (
  making: Making,
  table: TableName,
  form: RegisterKey,
  beyond: Beyond,
): TableRows => {
  const rows = gathering(tables[table].columns);
  const register = making.share.registers[form];
  const numberKey = form === "deals" ? "dealId" : "clientId";
  register?.rows.forEach((row, at) => {
    const client = clientIn(register.columns.get(numberKey)?.[at] ?? null);
    const own = copied(making, table, form, register, at);
    rows.add(
      place(making, register.sheet, row, client, making.phoneAt.get(`${form} ${row}`)),
      own,
      beyond(making, own, { row, ...(client !== undefined && { client }) }),
    );
  });
  return rows.done();
};

/** Numbers that nobody can read: their cells stand in no table, so what was written there is kept here, masked. */
export const unreadPhones = (making: Making): void => {
  for (const { form, row, key, raw } of making.share.notUnderstood) {
    const field = formOf(form).fields[key];
    const table = registerTables.find(([, of]) => of === form)?.[0];
    if (table === undefined || (field?.kind !== "phone" && field?.kind !== "contact")) continue;
    const name = key.replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);
    setApart(
      making,
      table,
      { name, says: field.caption },
      { sheet: sheetOf(making, form), row },
      "phone",
      field,
      raw,
    );
  }
};
