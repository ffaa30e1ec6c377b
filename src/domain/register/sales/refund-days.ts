/** R13 in time over a 退款: not before any money came in, and hardly before the 退房 was approved. */
import { receipts } from "../../forms/receipts";
import type { CalendarDay } from "../../kit/calendar-day";
import { isPayment } from "../../rules/money-adds-up";
import { approvedOn, daysOf } from "./application-days";
import { type Finding, finding } from "../problem";
import type { ReceiptRow } from "./sale-rows";
import type { Application } from "./sales-ledger";

/**
 * @param others the receipts of its deal, or of its client and unit where there is none.
 * @param asked the approved 退房 it follows, where there is one. Money that was paid anew after it went back was given
 * back for another reason.
 */
export const refundDayFindings = (
  on: CalendarDay,
  others: readonly ReceiptRow[],
  asked: Application | undefined,
  today: CalendarDay,
): readonly Finding[] => {
  const where = { key: "date", caption: receipts.fields.date.caption, value: on } as const;
  const paid = others.filter(({ item }) => isPayment(item));
  const dated = paid.flatMap(({ date, row }) => (date === undefined ? [] : [{ date, row }]));
  const [first] = dated.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.row - b.row));
  if (first !== undefined && dated.length === paid.length && on < first.date)
    return [finding("refundBeforePaid", { ...where, facts: { on, paidOn: first.date, other: first.row } })];
  const days = asked && daysOf(asked, today);
  const approved = days && approvedOn(days);
  if (approved === undefined || on >= approved || dated.some(({ date }) => date > on)) return [];
  return [
    finding("refundBeforeApproved", {
      ...where,
      facts: { on, approved, no: asked?.no ?? "", other: asked?.row ?? 0 },
    }),
  ];
};
