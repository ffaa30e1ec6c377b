/**
 * R13: who buys one home while a deposit of theirs still waits on another: the deposit may be meant for the one they buy,
 * and then it has to follow by hand, for 调房 is of deals.
 */
import { depositStates, receipts } from "../../forms/receipts";
import type { Yuan } from "../../kit/money";
import type { ClientNumber } from "../../rules/client-number";
import { nothing } from "../../rules/nothing-to-say";
import { sumOf } from "../../rules/money-adds-up";
import { byPair } from "./client-and-unit";
import { depositStatuses } from "./deposits";
import { type Finding, finding } from "../problem";
import type { ReceiptRow } from "./sale-rows";
import type { SalesLedger } from "./sales-ledger";

/** A client's deposits, without a deal, that wait on one unit. */
interface Elsewhere {
  readonly last: ReceiptRow;
  readonly paid: Yuan;
}

/** Deposits without a deal that still wait, by client: gathered once of a ledger, however many deals are asked about. */
export const waitingDeposits = (ledger: SalesLedger): ReadonlyMap<ClientNumber, readonly ReceiptRow[]> => {
  const found = new Map<ClientNumber, ReceiptRow[]>();
  if (ledger.loose.length === 0) return found;
  const statuses = depositStatuses(ledger);
  for (const each of ledger.loose) {
    if (each.clientId === undefined || statuses.get(each) !== depositStates.waiting) continue;
    const known = found.get(each.clientId);
    if (known) known.push(each);
    else found.set(each.clientId, [each]);
  }
  return found;
};

/** Of each unit but the one they buy. */
const elsewhereOf = (theirs: readonly ReceiptRow[], key: string): readonly Elsewhere[] =>
  [...byPair(theirs.filter((each) => each.key !== key)).values()].flatMap((of) => {
    const last = of.at(-1);
    return last === undefined ? [] : [{ last, paid: sumOf(of.map(({ amount }) => amount)) }];
  });

/** `theirs`: deposits of the client that wait. */
export const elsewhereFindings = (
  theirs: readonly ReceiptRow[],
  client: ClientNumber,
  to: { readonly unitNo: string; readonly key: string },
): readonly { readonly last: ReceiptRow; readonly found: Finding }[] =>
  (to.key === "" || to.key === nothing ? [] : elsewhereOf(theirs, to.key)).map(({ last, paid }) => ({
    last,
    found: finding("depositElsewhere", {
      key: "unitNo",
      caption: receipts.fields.unitNo.caption,
      value: last.unitNo,
      facts: { client, unit: last.unitNo, paid, other: last.row, to: to.unitNo },
    }),
  }));
