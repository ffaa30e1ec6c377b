/** 催款: the client paid a deposit and refuses to sign, and so finance is to call (R13); or signs after all. */
import { depositStates, receipts } from "../../forms/receipts";
import type { CalendarDay } from "../../kit/calendar-day";
import type { ClientNumber } from "../../rules/client-number";
import { isDeposit } from "../../rules/money-adds-up";
import type { Decision } from "../decision";
import { depositStatuses } from "./deposits";
import { finding } from "../problem";
import { ofEntry, refused } from "../registration";
import { type ReceiptRow, unitKey } from "./sale-rows";
import { type Deal, liveDeal, type SalesLedger, salesLedger } from "./sales-ledger";
import type { SiteBook } from "../site";
import { setCell } from "./unit-standing";

/** Whether a receipt can say so: a deposit; another that says so already is heard too. */
const says = ({ item, refused: isRefused }: ReceiptRow): boolean => isDeposit(item) || isRefused;

/** Whether the refusal has a receipt to stand on. */
export const maySayRefused = ({ receipts: own }: Pick<Deal, "receipts">): boolean => own.some(says);

const waitingOn = (ledger: SalesLedger, clientId: ClientNumber, unitNo: string): readonly ReceiptRow[] => {
  const deal = liveDeal(ledger, unitNo, clientId);
  if (deal !== undefined) return deal.signedOn === undefined ? deal.receipts.filter(says) : [];
  const statuses = depositStatuses(ledger);
  return ledger.loose.filter(
    (each) =>
      each.clientId === clientId &&
      each.key === unitKey(unitNo) &&
      statuses.get(each) === depositStates.waiting,
  );
};

interface Refusing {
  readonly clientId: ClientNumber;
  /** Where the deal stands now, or the deposit without a deal. */
  readonly unitNo: string;
  readonly refused: boolean;
}

/** 客户拒签 on every deposit the client has on the unit that waits for 签约: they refuse the unit, not a receipt. */
export const refuseSigning = (
  book: SiteBook,
  { clientId, unitNo, refused: refuses }: Refusing,
  { today }: { readonly today: CalendarDay },
): Decision => {
  const { caption } = receipts.fields.refused;
  const at = { key: "refused", caption } as const;
  const place = ofEntry(book, "receipts");
  const waiting = waitingOn(salesLedger(book, today), clientId, unitNo);
  if (waiting.length === 0)
    return refused([place(finding("noWaitingDeposit", { ...at, facts: { unit: unitNo } }))]);
  if (!waiting.every(({ register }) => register.columns.has("refused")))
    return refused([place(finding("columnMissing", { ...at, facts: { column: caption } }))]);
  return {
    ok: true,
    clientId,
    changes: waiting
      .filter((each) => (refuses ? isDeposit(each.item) : each.refused))
      .flatMap((each) => setCell("receipts", each, "refused", refuses ? "是" : "否")),
    hints: [],
  };
};
