/**
 * The data set's tables: what head office asks SQL about. Columns that stand in a form are taken from its definition,
 * name and type; the rest says where it comes from. The Parquet files, PostgreSQL's tables and the loader read this.
 */
import { answerKind, type Field, type PerKind } from "../domain/form/field";
import { fieldsOf } from "../domain/form/form";
import { formOf, type RegisterKey } from "../domain/forms/index";

/** `decimal`: two places, 18 digits. `moment`: a minute of the site's wall clock, no zone; midnight where only the day is known. */
export type ColumnType = "text" | "date" | "moment" | "integer" | "decimal" | "boolean" | "uuid";

export interface Column {
  /** Snake case, the field's key: "visit_date". */
  readonly name: string;
  readonly type: ColumnType;
  /** The form's blank it is copied from; nothing where it is found out otherwise. */
  readonly key: string | undefined;
  /** The paper's caption, or what it says, for people. */
  readonly says: string;
}

export interface Table {
  readonly name: TableName;
  /** The register that most of it comes from. One row of it, one row here; nothing where rows are found out. */
  readonly form: RegisterKey | undefined;
  readonly columns: readonly Column[];
}

export const tableNames = [
  "visits",
  "calls",
  "followups",
  "grades",
  "deals",
  "clients",
  "referrals",
  "phones",
] as const;
export type TableName = (typeof tableNames)[number];

const column = (name: string, type: ColumnType, says: string): Column => ({
  name,
  type,
  key: undefined,
  says,
});

/** Stand in every table, in this order. One file, sheet and row: one row of a table (`phones`: one a number). */
const placeColumns: readonly Column[] = [
  column("site_id", "text", "案场：地点-项目，如 洛阳-新天地"),
  column("client_no", "text", "客户编号；没有编号的行为空"),
  column("phone_key", "uuid", "号码的密钥散列，前 128 位；同一号码在各案场相同；没有号码为空"),
  column("phone_shown", "text", "遮住中间的号码"),
  column("source_file", "text", "来源文件"),
  column("source_sheet", "text", "来源工作表"),
  column("source_row", "integer", "来源行，从 1 数起"),
];

const gives = {
  text: "text",
  number: "integer",
  day: "date",
  moment: "moment",
  money: "decimal",
  share: "decimal",
} as const;

/** Nothing: numbers of people stand in `phone_key` and `phone_shown`; what a sheet's formula says is reckoned anew. */
const typeOf: PerKind<ColumnType | undefined> = {
  numberStamp: () => "text",
  clientRef: () => "text",
  computed: (field) => (field.by === "program" ? gives[field.gives] : undefined),
  oneLine: () => "text",
  lines: () => "text",
  day: () => "date",
  moment: () => "moment",
  number: ({ whole }) => (whole ? "integer" : "decimal"),
  money: () => "decimal",
  area: () => "decimal",
  phone: () => undefined,
  contact: () => undefined,
  digits: () => "text",
  tickOne: () => "text",
  tickMany: () => "text",
  rowRef: () => "text",
  idCard: () => undefined,
  fromRoster: () => "text",
};

/** Keys that are called otherwise here: a client's number is `client_no` in every table. */
const renamed: Readonly<Record<string, string>> = { referrerId: "referrer_no", dealId: "deal_no" };

const snake = (key: string): string => key.replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);

const fromForm = (form: RegisterKey): readonly Column[] =>
  fieldsOf(formOf(form)).flatMap(([key, field]: readonly [string, Field]): readonly Column[] => {
    const type = answerKind(typeOf, field);
    return type === undefined || key === "clientId"
      ? []
      : [{ name: renamed[key] ?? snake(key), type, key, says: field.caption }];
  });

const table = (
  name: TableName,
  form: RegisterKey | undefined,
  found: readonly Column[] = [],
): readonly [TableName, Table] => [
  name,
  { name, form, columns: [...placeColumns, ...(form === undefined ? [] : fromForm(form)), ...found] },
];

const ageBand = column("age_band", "text", "年龄段：18以下、19–30、31–40、41–50、51以上、单位名义；不知为空");
const channel = column("channel", "text", "几项渠道中的第一项");

const all: readonly (readonly [TableName, Table])[] = [
  /** 来访登记: a client's registration at the door; `layout`, `area_band` … are what they want. Later visits: `followups`. */
  table("visits", "visitors", [ageBand, channel]),
  table("calls", "calls", [channel]),
  table("followups", "followUps"),
  table("grades", "grades", [column("grade", "text", "现在的级别：A B C D √ ×")]),
  /** `layout` is what was bought, of the unit the deal stands on now; `consultant` as the report says. */
  table("deals", "deals", [
    ageBand,
    channel,
    column("unit_now", "text", "现在的房源编号：调房后的"),
    column("building", "text", "楼栋，如 3栋"),
    column("deal_day", "date", "成交日：认购日期"),
    column("paid", "decimal", "已收款，元"),
    column("state", "text", "认购、签约、已售；已退房"),
    column("refunded", "boolean", "已退房：不算成交"),
  ]),
  /** One row a client number of a site; `source_*`: the row it was first written in. */
  table("clients", undefined, [
    column("name", "text", "客户姓名"),
    column("consultant", "text", "现在的置业顾问"),
    column("grade", "text", "现在的级别；等级跟踪没有的为空"),
    column("stage", "integer", "走到过哪一步：0 登记 1 到访 2 C级 3 B级 4 A级 5 认购 6 签约"),
    column("came", "boolean", "来过案场"),
    column("first_contact", "date", "第一次来电或来访"),
    column("first_visit", "date", "第一次来访"),
    column("last_contact", "date", "最近一次联系"),
    column("due_from", "date", "从这一天起可以跟进"),
    column("due_to", "date", "最迟这一天跟进；今天在它之后就是逾期"),
    column(
      "state",
      "text",
      "due 有期限，occasion 待活动，deal 已成交，reassignment 待再分配，ungraded 未评级，undated 没有日期",
    ),
    column("channel", "text", "第一次来的渠道，几项中的第一项"),
    column("channels", "text", "第一次来的渠道，用、隔开"),
    column("referrer_no", "text", "介绍人编号"),
    ageBand,
    column("occupation", "text", "客户类别"),
    column("residence_area", "text", "现住区域"),
    column("deals", "integer", "没有退的成交"),
    column("sold", "decimal", "没有退的成交总价之和，元"),
  ]),
  /** Edges, small: `client_no` was brought by `referrer_no` of the same site. A client once; loops may be in it. */
  table("referrals", undefined, [
    column("referrer_no", "text", "介绍人编号"),
    column("since", "date", "被介绍人第一次来的日期"),
  ]),
  /** Every number of every row of 来访登记 and 来电登记: a person may be known by the second of two. */
  table("phones", undefined, [
    column("name", "text", "客户姓名"),
    column("consultant", "text", "置业顾问"),
    column("day", "date", "来访或来电日期"),
    column("form", "text", "visitors 来访登记，calls 来电登记"),
  ]),
];

export const tables = Object.fromEntries(all) as Readonly<Record<TableName, Table>>;

/** Cells that did not fit their column, with what stood there; the row itself is in its table without them. */
export const quarantineColumns: readonly Column[] = [
  column("site_id", "text", "案场"),
  column("source_file", "text", "来源文件"),
  column("source_sheet", "text", "来源工作表"),
  column("source_row", "integer", "来源行"),
  column("table_name", "text", "表"),
  column("column_name", "text", "列"),
  column("caption", "text", "表头"),
  column("reason", "text", "为什么没有收进"),
  column("raw", "text", "原来写的；号码遮住"),
];
