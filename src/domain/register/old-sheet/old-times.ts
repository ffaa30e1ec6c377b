/** 收编: a day in one column and its time in another (日期, 来电时间) are one answer. */
import { formOf } from "../../forms/index";
import { type CalendarDay, dayOf, minutesOf } from "../../kit/calendar-day";
import { readMoment } from "../../kit/read-day";
import { isDitto } from "./ditto";
import { bareCaption, type HeaderMatch, matchHeaders } from "../match-headers";
import type { AdoptedForm, Mapping, OldTable } from "./old-cells";
import type { Column, OldAbout } from "./old-phones";
import { oldTargetsOf } from "./old-targets";
import { writtenDay } from "./old-year";
import { isEmptyCell } from "../read-answer";
import type { RawCell } from "../register";

/** What happened on it: the answer may be a day alone, the time goes to the contact. */
export const dayKeys: Readonly<Record<AdoptedForm, string>> = {
  visitors: "visitDate",
  calls: "calledAt",
  followUps: "contactedAt",
  units: "updatedOn",
  deals: "subscribedOn",
  grades: "date",
};

/** A table's days, and how many years' ends it has gone over before each. */
export interface DaysInTable {
  readonly days: readonly { readonly cell: RawCell; readonly yearsLater?: number }[];
}

/** For `yearsInTurn`: the days of a table, as people have mapped it. */
export const daysInTable = ({
  table,
  form,
  mapping,
}: {
  readonly table: Pick<OldTable, "rows">;
  readonly form: AdoptedForm;
  readonly mapping: Mapping;
}): DaysInTable => {
  const at = mapping.findIndex((each) => each.use === "blank" && each.key === dayKeys[form]);
  return { days: table.rows.map(({ cells, ...row }) => ({ ...row, cell: cells[at] ?? null })) };
};

const someDay = "2024-01-01" as CalendarDay;

/** "10:30", 上午10点 and 0.4375 (as Excel keeps a time); not 2024-3-5 10:30. */
export const saysTimeAlone = (raw: RawCell | undefined): raw is string | number => {
  if (typeof raw === "number") return raw >= 0 && raw < 1;
  if (typeof raw !== "string" || raw === "") return false;
  return !readMoment(raw, { today: someDay }).ok && readMoment(raw, { today: someDay, day: someDay }).ok;
};

/** Captions of a time that are no other blank's; not 离开时间, nor 下次…. */
const timeCaption =
  /^(?:(?:来|到|接)访|来电|接听|接电|接待|跟进|跟踪|追踪|回访|联系|沟通|登记|访问|客户到访)?(?:具体)?(?:时间|时刻|钟点|时段|时分|几点)$/u;

/** Enough to tell a column of times from one of days. */
const mostLooked = 300;

/** "来电 时间" of two header rows by its last part too. */
const isTimeCaption = (header: string): boolean =>
  [header, header.slice(header.lastIndexOf(" ") + 1)].some((each) => timeCaption.test(bareCaption(each)));

const holds = (cells: readonly RawCell[]): "times" | "days" | "neither" => {
  let [times, days] = [0, 0];
  for (const cell of cells.slice(0, mostLooked))
    if (saysTimeAlone(cell)) times++;
    else if (writtenDay(cell) !== undefined) days++;
  return times === days ? "neither" : times > days ? "times" : "days";
};

/** 5, 5日: under the title of a month. */
const saysDayAlone = (cell: RawCell): boolean =>
  /^\s*(?:0?[1-9]|[12]\d|3[01])\s*[日号號]?\s*$/u.test(String(cell ?? "").normalize("NFKC"));

const mostlyDaysAlone = (cells: readonly RawCell[]): boolean => {
  const said = cells.slice(0, mostLooked).filter((cell) => !isEmptyCell(cell) && !isDitto(cell));
  return said.length > 0 && said.filter(saysDayAlone).length * 2 >= said.length;
};

export interface TimesJoined {
  readonly matches: readonly HeaderMatch[];
  /** Columns that only say the time of a day beside them. */
  readonly times: ReadonlySet<number>;
}

/** Columns of days and of times that go to one blank. @param cellsOf the records' cells of a column. */
export const joinTimes = (
  form: AdoptedForm,
  matches: readonly HeaderMatch[],
  cellsOf: (column: number) => readonly RawCell[],
): TimesJoined => {
  const found = [...matches];
  const times = new Set<number>();
  for (const target of oldTargetsOf(form)) {
    const { key } = target;
    const isWhen = key === dayKeys[form];
    if (!isWhen && formOf(form).fields[key]?.kind !== "moment") continue;
    const holder = matches.find((each) => each.key === key);
    if (holder === undefined) continue;
    const rivals = matches.filter(
      ({ key: taken, rival, header }) =>
        taken === undefined && (rival === key || (rival === undefined && isWhen && isTimeCaption(header))),
    );
    const holderSays = holds(cellsOf(holder.column));
    const daysAlone =
      holderSays !== "times"
        ? undefined
        : matches.find(
            ({ key: taken, rival, unlike, column }) =>
              taken === undefined && (rival ?? unlike?.key) === key && mostlyDaysAlone(cellsOf(column)),
          );
    if (rivals.length === 0 && daysAlone === undefined) continue;
    // What holds no day is no day's column, even where nobody can read its times.
    const holdsAs = (what: "times" | "days") => rivals.find(({ column }) => holds(cellsOf(column)) === what);
    const isDated =
      holderSays === "days" ||
      (holderSays === "neither" && holdsAs("days") === undefined && mostlyDaysAlone(cellsOf(holder.column)));
    const other =
      holdsAs(isDated ? "times" : "days") ??
      daysAlone ??
      // Times that nobody can read are said beside their day.
      rivals.find(
        ({ column, unlike }) => isDated && unlike?.key === key && holds(cellsOf(column)) === "neither",
      );
    if (other === undefined) continue;
    const { column, header } = other;
    const [known] = matchHeaders([{ ...target, also: [...target.also, ...(target.weak ?? [])] }], [header]);
    found[column] = { column, header, key, how: known?.key === undefined ? "likeness" : known.how };
    times.add(isDated ? column : holder.column);
  }
  return { matches: found, times };
};

/** Columns of one day or moment as they are read: the first says it. */
export interface Dated {
  readonly columns: readonly Column[];
  /** For reading the first: the day that a time written alone is of. */
  readonly day?: CalendarDay;
}

/** What a day stands for with the time beside it; a time that contradicts the day's own stays by itself. */
export const withTimeBeside = (columns: readonly Column[], about: OldAbout): Dated => {
  if (columns.length < 2) return { columns };
  const said = columns.map((column) => ({
    column,
    isTime: saysTimeAlone(column.raw),
    read: typeof column.raw === "boolean" ? undefined : readMoment(column.raw, about),
  }));
  const dated = said.find(({ isTime, read }) => !isTime && read?.ok === true);
  const first = dated ?? said.find(({ isTime }) => !isTime);
  if (first === undefined) return { columns };
  const others = columns.filter((column) => column !== first.column);
  const time = said.find(({ isTime }) => isTime)?.column;
  if (dated?.read?.ok !== true || time === undefined) return { columns: [first.column, ...others] };
  const { value } = dated.read;
  const day = dayOf(value);
  const rest = others.filter((column) => column !== time);
  if (minutesOf(value) === 0) return { columns: [time, ...rest], day };
  const beside = typeof time.raw === "boolean" ? undefined : readMoment(time.raw, { ...about, day });
  return { columns: [dated.column, ...(beside?.ok === true && beside.value === value ? rest : others)] };
};
