/** 签约: a live deal is signed; its unit goes from 认购 to 签约, or to 已售 when all is paid (R13). */
import { deals } from "../../forms/deals";
import type { CalendarDay, Moment } from "../../kit/calendar-day";
import type { ClientNumber } from "../../rules/client-number";
import { stepUnit } from "../../rules/unit-life";
import type { Decision } from "../decision";
import { finding } from "../problem";
import { ofEntry, refused } from "../registration";
import { liveDeal, salesLedger, salesWants } from "./sales-ledger";
import type { SiteBook } from "../site";
import { lifeOf, setCell, unitChanges, unitFinding } from "./unit-standing";
import type { Wanted } from "../wanted";

export const signWants: Wanted = salesWants;

export interface Signing {
  readonly clientId: ClientNumber;
  readonly unitNo: string;
  /** 签约日期. */
  readonly on: CalendarDay;
}

export const signDeal = (
  book: SiteBook,
  { clientId, unitNo, on }: Signing,
  { today }: { readonly today: CalendarDay; readonly now: Moment },
): Decision => {
  const place = ofEntry(book, "deals");
  const where = { key: "signedOn", caption: deals.fields.signedOn.caption, value: on };
  if (on > today) return refused([place(finding("future", { ...where, facts: { today } }))]);
  const ledger = salesLedger(book, today);
  const deal = liveDeal(ledger, unitNo, clientId);
  if (deal === undefined)
    return refused([place(finding("noLiveDeal", { ...where, facts: { client: clientId, unit: unitNo } }))]);
  const life = lifeOf(ledger, unitNo, clientId);
  const stepped = stepUnit(life, { kind: "签约", client: clientId, on });
  if (!stepped.ok) return refused([place(unitFinding(ledger, stepped.why, unitNo, life, { on }, where))]);
  return {
    ok: true,
    clientId,
    changes: [
      ...setCell("deals", deal, "signedOn", on),
      ...unitChanges(ledger.unitOf.get(deal.keyNow), { state: stepped.life.state, client: clientId }, today),
    ],
    hints: [],
  };
};
