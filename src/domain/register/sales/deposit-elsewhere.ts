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

/** Of each unit but the one they buy. */
const waitingElsewhere = (ledger: SalesLedger, client: ClientNumber, key: string): readonly Elsewhere[] => {
  const theirs = ledger.loose.filter((each) => each.clientId === client && each.key !== key);
  if (theirs.length === 0) return [];
  const statuses = depositStatuses(ledger);
  const waiting = theirs.filter((each) => statuses.get(each) === depositStates.waiting);
  return [...byPair(waiting).values()].flatMap((of) => {
    const last = of.at(-1);
    return last === undefined ? [] : [{ last, paid: sumOf(of.map(({ amount }) => amount)) }];
  });
};

export const elsewhereFindings = (
  ledger: SalesLedger,
  client: ClientNumber,
  to: { readonly unitNo: string; readonly key: string },
): readonly { readonly last: ReceiptRow; readonly found: Finding }[] =>
  (to.key === "" || to.key === nothing ? [] : waitingElsewhere(ledger, client, to.key)).map(
    ({ last, paid }) => ({
      last,
      found: finding("depositElsewhere", {
        key: "unitNo",
        caption: receipts.fields.unitNo.caption,
        value: last.unitNo,
        facts: { client, unit: last.unitNo, paid, other: last.row, to: to.unitNo },
      }),
    }),
  );
