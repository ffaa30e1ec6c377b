/** What rows of every table are made from, and what stands in all of them. */
import type { Field } from "../domain/form/field";
import { formOf, type RegisterKey } from "../domain/forms/index";
import { maskCell } from "../domain/head-office/mask-share";
import type { SiteShare } from "../domain/head-office/share";
import type { ClientFacts, DealFacts } from "../domain/head-office/site-facts";
import type { RawCell } from "../domain/register/register";
import { choicesIn } from "../domain/report/clients";
import { parseClientNumber } from "../domain/rules/client-number";
import { maskTalk } from "../domain/rules/masking";
import { fit, type Misfit, type Value, wellFormed } from "./cell";
import type { FoundRow, Gathering } from "./gathering";
import type { TableName } from "./tables";

const reasons: Readonly<Record<Misfit, string>> = {
  day: "不是日期",
  number: "不是整数",
  amount: "不是金额或面积",
  rounded: "多于两位小数，已四舍五入",
  phone: "不是号码",
};

export interface KnownPhone {
  readonly key: string;
  readonly shown: string;
}

/** What every table's rows of a share are made from. */
export interface Making {
  readonly share: SiteShare;
  readonly quarantine: Gathering;
  /** Of a row's first number, by "visitors 12". */
  readonly phoneAt: ReadonlyMap<string, KnownPhone>;
  /** A client's first number, of 来访 before 来电, by client number. */
  readonly phoneOf: ReadonlyMap<string, KnownPhone>;
  readonly clients: readonly ClientFacts[];
  readonly dealAt: ReadonlyMap<number, DealFacts>;
}

/** Nothing shorter is a phone or an ID card. */
const sevenDigits =
  /[\d０-９〇零一二三四五六七八九幺](?:[^\d０-９〇零一二三四五六七八九幺]*[\d０-９〇零一二三四五六七八九幺]){6}/u;

export const text = (said: string): Value =>
  said === "" ? null : wellFormed(sevenDigits.test(said) ? maskTalk(said) : said);

export const firstOf = (channels: Value): Value =>
  typeof channels === "string" ? (choicesIn(channels)[0] ?? null) : null;

/** The number as it is spelled everywhere; what is none of ours stays as it stands. */
export const clientIn = (cell: RawCell): string | undefined => {
  if (cell === null) return undefined;
  const said = String(cell).trim();
  return parseClientNumber(said)?.client ?? fit("text", maskTalk(said)).value?.toString();
};

/**
 * @param own the row's own number: a client who called from a landline and came with a mobile is one person, so it is
 * theirs only where the row has no client number, or the client no number.
 */
export const place = (
  { share, phoneOf }: Making,
  sheet: string,
  row: number,
  client: string | undefined,
  own?: KnownPhone,
): FoundRow => {
  const phone = (client === undefined ? undefined : phoneOf.get(client)) ?? own;
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

export const setApart = (
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

export const sheetOf = ({ share }: Making, form: RegisterKey): string =>
  share.registers[form]?.sheet ?? formOf(form).sheet;
