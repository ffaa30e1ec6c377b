/** 催款: the client refuses to pay an instalment, and so finance is to call (R13); or pays after all. */
import { instalments } from "../../forms/receipts";
import type { CalendarDay } from "../../kit/calendar-day";
import type { Decision } from "../decision";
import { finding } from "../problem";
import { ofEntry, refused } from "../registration";
import type { InstalmentRow } from "./sale-rows";
import { salesLedger } from "./sales-ledger";
import type { SiteBook } from "../site";
import { setCell } from "./unit-standing";

/** An instalment as it was shown, and the row it stood on then: somebody may sort the sheet before the click. */
export type ShownInstalment = Pick<
  InstalmentRow,
  "row" | "clientId" | "unitNo" | "key" | "term" | "dueOn" | "amount"
>;

export const shownInstalment = ({
  row,
  clientId,
  unitNo,
  key,
  term,
  dueOn,
  amount,
}: ShownInstalment): ShownInstalment => ({ row, clientId, unitNo, key, term, dueOn, amount });

const isAsShown = (now: InstalmentRow, shown: ShownInstalment): boolean =>
  now.clientId === shown.clientId &&
  now.key === shown.key &&
  now.term === shown.term &&
  now.dueOn === shown.dueOn &&
  now.amount === shown.amount;

/**
 * On the row that says what was shown, wherever it stands now. Nothing is written where no row says so any more, or
 * where several do and none stands where it was shown.
 */
export const refusePayment = (
  book: SiteBook,
  { shown, refused: says }: { readonly shown: ShownInstalment; readonly refused: boolean },
  { today }: { readonly today: CalendarDay },
): Decision => {
  const found = salesLedger(book, today).instalments.filter((each) => isAsShown(each, shown));
  const instalment =
    found.find(({ row }) => row === shown.row) ?? (found.length === 1 ? found[0] : undefined);
  if (instalment?.clientId === undefined) {
    const { unitNo, dueOn, amount } = shown;
    const facts = {
      unit: unitNo,
      term: shown.term || "一期应收",
      due: dueOn ?? "/",
      amount,
      n: found.length,
    };
    const { caption } = instalments.fields.refused;
    const code = found.length > 1 ? "instalmentTwice" : "instalmentGone";
    return refused([ofEntry(book, "instalments")(finding(code, { key: "refused", caption, facts }))]);
  }
  return {
    ok: true,
    clientId: instalment.clientId,
    changes: setCell("instalments", instalment, "refused", says ? "是" : "否"),
    hints: [],
  };
};
