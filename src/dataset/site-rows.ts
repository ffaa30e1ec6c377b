/** A site's share as rows of the data set. Pure: the same share and key give the same rows. */
import type { Field } from "../domain/form/field";
import { formOf, type RegisterKey } from "../domain/forms/index";
import { maskCell } from "../domain/head-office/mask-share";
import type { SharedRegister, SiteShare } from "../domain/head-office/share";
import type { ClientFacts, DealFacts } from "../domain/head-office/site-facts";
import type { RawCell } from "../domain/register/register";
import { ageBand } from "../domain/report/bands";
import { choicesIn, inFirmsName, joined } from "../domain/report/clients";
import { firms } from "../domain/report/report";
import { parseClientNumber } from "../domain/rules/client-number";
import { maskPhone, maskTalk } from "../domain/rules/masking";
import { fit, type Misfit, type Value, wellFormed } from "./cell";
import { type FoundRow, type Gathering, gathering, type TableRows } from "./gathering";
import { quarantineColumns, type TableName, tableNames, tables } from "./tables";

export interface SiteRows {
  readonly tables: Readonly<Record<TableName, TableRows>>;
  readonly quarantine: TableRows;
}

const reasons: Readonly<Record<Misfit, string>> = {
  day: "不是日期",
  number: "不是整数",
  amount: "不是金额或面积",
  rounded: "多于两位小数，已四舍五入",
  phone: "不是号码",
};

interface KnownPhone {
  readonly key: string;
  readonly shown: string;
}

/** What every table's rows of a share are made from. */
interface Making {
  readonly share: SiteShare;
  readonly quarantine: Gathering;
  /** Of a row's first number, by "visitors 12". */
  readonly phoneAt: ReadonlyMap<string, KnownPhone>;
  readonly phoneOf: ReadonlyMap<string, KnownPhone>;
  readonly factsOf: ReadonlyMap<string, ClientFacts>;
  readonly dealAt: ReadonlyMap<number, DealFacts>;
}

const text = (said: string): Value => (said === "" ? null : wellFormed(maskTalk(said)));

const firstOf = (channels: Value): Value =>
  typeof channels === "string" ? (choicesIn(channels)[0] ?? null) : null;

/** The number as it is spelled everywhere; what is none of ours stays as it stands. */
const clientIn = (cell: RawCell): string | undefined => {
  if (typeof cell !== "string") return undefined;
  return (
    parseClientNumber(cell)?.client ?? (fit("text", maskTalk(cell.trim())).value?.toString() || undefined)
  );
};

const place = (
  { share, phoneOf }: Making,
  sheet: string,
  row: number,
  client: string | undefined,
  own?: KnownPhone,
): FoundRow => {
  const phone = own ?? (client === undefined ? undefined : phoneOf.get(client));
  return {
    site_id: wellFormed(share.site),
    client_no: client ?? null,
    phone_key: phone?.key ?? null,
    phone_shown: phone?.shown ?? null,
    source_file: wellFormed(share.source.file),
    source_sheet: wellFormed(sheet),
    source_row: row,
  };
};

const setApart = (
  { share, quarantine }: Making,
  table: TableName,
  column: { readonly name: string; readonly says: string },
  where: { readonly sheet: string; readonly row: number },
  misfit: Misfit,
  field: Field | undefined,
  raw: RawCell,
): void => {
  const shown = field === undefined ? raw : maskCell(field, raw);
  quarantine.add({
    site_id: wellFormed(share.site),
    source_file: wellFormed(share.source.file),
    source_sheet: wellFormed(where.sheet),
    source_row: where.row,
    table_name: table,
    column_name: column.name,
    caption: column.says,
    reason: reasons[misfit],
    raw: wellFormed(String(shown)),
  });
};

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
    row[name] = value;
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

const registerTables = [
  ["visits", "visitors", (_, row) => ({ age_band: bandOf(row), channel: firstOf(row.channels ?? null) })],
  ["calls", "calls", (_, row) => ({ channel: firstOf(row.channels ?? null) })],
  ["followups", "followUps", () => ({})],
  ["grades", "grades", ({ share }, _, { row }) => ({ grade: share.facts?.grades.get(row) ?? null })],
  ["deals", "deals", dealBeyond],
] as const satisfies readonly (readonly [TableName, RegisterKey, Beyond])[];

const fromRegister = (making: Making, table: TableName, form: RegisterKey, beyond: Beyond): TableRows => {
  const rows = gathering(tables[table].columns);
  const register = making.share.registers[form];
  const numberKey = form === "deals" ? "dealId" : "clientId";
  register?.rows.forEach((row, at) => {
    const client = clientIn(register.columns.get(numberKey)?.[at] ?? null);
    const own = copied(making, table, form, register, at);
    rows.add({
      ...place(making, register.sheet, row, client, making.phoneAt.get(`${form} ${row}`)),
      ...own,
      ...beyond(making, own, { row, ...(client !== undefined && { client }) }),
    });
  });
  return rows.done();
};

const sheetOf = ({ share }: Making, form: RegisterKey): string =>
  share.registers[form]?.sheet ?? formOf(form).sheet;

const clientRows = (making: Making): TableRows => {
  const rows = gathering(tables.clients.columns);
  for (const facts of making.factsOf.values())
    rows.add({
      ...place(
        making,
        sheetOf(making, facts.form),
        facts.row,
        facts.client,
        making.phoneAt.get(`${facts.form} ${facts.row}`),
      ),
      name: text(facts.name),
      consultant: text(facts.consultant),
      grade: facts.grade ?? null,
      stage: facts.stage,
      came: facts.came,
      first_contact: facts.firstContact ?? null,
      first_visit: facts.firstVisit ?? null,
      last_contact: facts.lastContact ?? null,
      due_from: facts.dueFrom ?? null,
      due_to: facts.dueTo ?? null,
      state: facts.state,
      channel: text(facts.channels[0] ?? ""),
      channels: text(joined(facts.channels)),
      referrer_no: facts.referrer ?? null,
      age_band: text(facts.ageBand),
      occupation: text(facts.occupation),
      residence_area: text(facts.residenceArea),
      deals: facts.deals,
      sold: fit("decimal", facts.sold).value,
    });
  return rows.done();
};

const referralTable = (making: Making): TableRows => {
  const rows = gathering(tables.referrals.columns);
  for (const { client, referrer, referrerRow, firstContact } of making.factsOf.values())
    if (referrer !== undefined && referrerRow !== undefined)
      rows.add({
        ...place(making, sheetOf(making, "visitors"), referrerRow, client),
        referrer_no: referrer,
        since: firstContact ?? null,
      });
  return rows.done();
};

const phoneTable = (making: Making, keyOf: (phone: string) => string): TableRows => {
  const rows = gathering(tables.phones.columns);
  for (const seen of making.share.phones)
    rows.add({
      ...place(making, sheetOf(making, seen.form), seen.row, clientIn(seen.client), {
        key: keyOf(seen.phone),
        shown: maskPhone(seen.shown),
      }),
      name: text(seen.name),
      consultant: text(seen.consultant),
      day: seen.day ?? null,
      form: seen.form,
    });
  return rows.done();
};

/** Numbers that nobody can read: their cells stand in no table, so what was written there is kept here, masked. */
const unreadPhones = (making: Making): void => {
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

/** `keyOf`: the keyed hash of a phone as the share spells it. */
export const siteRows = (share: SiteShare, keyOf: (phone: string) => string): SiteRows => {
  const phoneAt = new Map<string, KnownPhone>();
  const phoneOf = new Map<string, KnownPhone>();
  for (const { phone, shown, form, row, client } of share.phones) {
    const known = { key: keyOf(phone), shown: maskPhone(shown) };
    const at = `${form} ${row}`;
    if (!phoneAt.has(at)) phoneAt.set(at, known);
    const number = clientIn(client);
    if (number !== undefined && !phoneOf.has(number)) phoneOf.set(number, known);
  }
  const quarantine = gathering(quarantineColumns);
  const making: Making = {
    share,
    quarantine,
    phoneAt,
    phoneOf,
    factsOf: new Map((share.facts?.clients ?? []).map((each) => [each.client, each])),
    dealAt: new Map((share.facts?.deals ?? []).map((each) => [each.row, each])),
  };
  const found: Partial<Record<TableName, TableRows>> = {
    clients: clientRows(making),
    referrals: referralTable(making),
    phones: phoneTable(making, keyOf),
  };
  for (const [table, form, beyond] of registerTables)
    found[table] = fromRegister(making, table, form, beyond);
  unreadPhones(making);
  const none: TableRows = { count: 0, columns: [] };
  return {
    tables: Object.fromEntries(tableNames.map((name) => [name, found[name] ?? none])) as SiteRows["tables"],
    quarantine: quarantine.done(),
  };
};
