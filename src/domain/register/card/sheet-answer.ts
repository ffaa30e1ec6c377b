/** A cell the sheet would compute, asked of the domain. */
import type { RegisterKey } from "../../forms/index";
import type { CalendarDay } from "../../kit/calendar-day";
import { dueStatus, statusWording } from "../../rules/overdue";
import type { RawCell, Register } from "../register";

export type SheetAnswer = (register: Register, index: number) => RawCell;
/** By register and key; a column that is not here stays as it stands. */
export type SheetAnswers = Readonly<
  Partial<Record<RegisterKey, Readonly<Partial<Record<string, SheetAnswer>>>>>
>;

/** Made when it is first asked for: most files have nothing to fill. */
export const lazily = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
};

/** 逾期n天, 今日, 未到期. */
export const latenessOf = (due: CalendarDay, today: CalendarDay): string =>
  statusWording(dueStatus({ due, opens: due }, today));
