/** 保留 and 释放: a unit set aside for a client, and put on sale again (R13). */
import { units } from "../../forms/units";
import type { CalendarDay, Moment } from "../../kit/calendar-day";
import type { ClientNumber } from "../../rules/client-number";
import { stepUnit } from "../../rules/unit-life";
import { type Decision, nobody } from "../decision";
import { isClient } from "../follow-up/log-contact";
import { finding } from "../problem";
import { ofEntry, refused } from "../registration";
import { unitKey } from "./sale-rows";
import { salesLedger, salesWants } from "./sales-ledger";
import type { SiteBook } from "../site";
import { lifeOf, unitChanges, unitFinding } from "./unit-standing";
import type { Wanted } from "../wanted";

export const holdWants: Wanted = {
  ...salesWants,
  visitors: ["clientId", "name"],
  calls: ["clientId", "name"],
};

interface Now {
  readonly today: CalendarDay;
  readonly now: Moment;
}

const at = (key: "unitNo" | "clientId") => ({ key, caption: units.fields[key].caption }) as const;

export const holdUnit = (
  book: SiteBook,
  { unitNo, clientId }: { readonly unitNo: string; readonly clientId: ClientNumber },
  { today }: Now,
): Decision => {
  const place = ofEntry(book, "units");
  const ledger = salesLedger(book, today);
  const unit = ledger.unitOf.get(unitKey(unitNo));
  if (unit === undefined)
    return refused([place(finding("unitNotThere", { ...at("unitNo"), value: unitNo }))]);
  if (!isClient(book, clientId))
    return refused([place(finding("clientUnknown", { ...at("clientId"), value: clientId }))]);
  const life = lifeOf(ledger, unitNo);
  const stepped = stepUnit(life, { kind: "保留", client: clientId, on: today });
  if (!stepped.ok)
    return refused([
      place(
        unitFinding(ledger, stepped.why, unitNo, life, { on: today }, { ...at("unitNo"), value: unitNo }),
      ),
    ]);
  return {
    ok: true,
    clientId,
    changes: unitChanges(unit, { state: "保留", client: clientId }, today),
    hints: [],
  };
};

export interface Releasing {
  readonly unitNo: string;
  /** Whose the board showed it to be; nothing where it named nobody. */
  readonly holder: ClientNumber | undefined;
}

/** For whoever it was seen to be held. A deposit that was paid for it is a hint: it has to go back. */
export const releaseUnit = (book: SiteBook, { unitNo, holder }: Releasing, { today }: Now): Decision => {
  const place = ofEntry(book, "units");
  const ledger = salesLedger(book, today);
  const unit = ledger.unitOf.get(unitKey(unitNo));
  if (unit === undefined)
    return refused([place(finding("unitNotThere", { ...at("unitNo"), value: unitNo }))]);
  const life = lifeOf(ledger, unitNo);
  const client = life.client ?? nobody;
  const where = { ...at("unitNo"), value: unitNo };
  const stepped = stepUnit(life, { kind: "释放", client, on: today });
  if (!stepped.ok)
    return refused([place(unitFinding(ledger, stepped.why, unitNo, life, { on: today }, where))]);
  if (client !== (holder ?? nobody)) {
    const facts = { unit: unitNo, holder: client || "—", seen: holder ?? "—" };
    return refused([place(finding("heldByAnother", { ...where, facts }))]);
  }
  return {
    ok: true,
    clientId: client,
    changes: unitChanges(unit, { state: "可售", client: undefined }, today),
    hints:
      life.paid > 0
        ? [place(finding("depositOnReleased", { ...where, facts: { client, paid: life.paid } }))]
        : [],
  };
};
