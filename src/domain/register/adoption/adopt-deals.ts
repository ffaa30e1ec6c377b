/** 成交报告: every row is a deal of a client who is there, numbered after them (R1); it makes them √ (R4). */
import { deals } from "../../forms/deals";
import { nothing } from "../../rules/nothing-to-say";
import { type ClientNumber, dealNumber } from "../../rules/client-number";
import { type Adopter, besides, type Ground, joined, otherNameHere, rejected } from "./adopter";
import type { Fate } from "./adoption";
import { adoptTalks } from "./adopt-talks";
import { gradeWants } from "../grade-rows";
import type { OldEntry } from "../old-sheet/old-row";
import { withAgreedMetre, withTotalInYuan } from "./old-totals";
import { unitSpeller } from "../old-sheet/old-units";
import { finding, type Finding } from "../problem";
import type { Answer, Row } from "../register";
import { remarkInRow } from "./remark-in-row";
import { totalFindings } from "../sales/report-deal";
import { smallPriceFindings } from "../sales/small-prices";
import { unitKey } from "../sales/sale-rows";
import { liveDeal, type SalesLedger, salesLedger, salesWants } from "../sales/sales-ledger";
import { holderOf, unitChanges } from "../sales/unit-standing";
import { isMet, whoseRow } from "./whose-row";

const unitAt = { key: "unitNo", caption: deals.fields.unitNo.caption } as const;

interface Sold {
  readonly sales: SalesLedger;
  /** Units of rows taken in so far, and whose they are. */
  readonly now: Map<
    string,
    {
      readonly client: ClientNumber;
      readonly name: string;
      /** As it will be written. */
      readonly row: Record<string, Answer>;
    }
  >;
}

const withUnitAs = (spelled: (unitNo: string) => string, entry: OldEntry): OldEntry => ({
  ...entry,
  answers: { ...entry.answers, unitNo: spelled(String(entry.answers["unitNo"])) },
});

/** Fills what the earlier row of the same file leaves open. @returns nothing where the two differ. */
const toldTwice = (first: Record<string, Answer>, again: Row): "same" | "filled" | undefined => {
  const more = Object.entries(again).filter(([key]) => first[key] === undefined);
  if (Object.entries(again).some(([key, answer]) => first[key] !== undefined && first[key] !== answer))
    return undefined;
  Object.assign(first, Object.fromEntries(more));
  return more.length > 0 ? "filled" : "same";
};

/** R13: a unit has one live deal. */
const taken = ({ sales, now }: Sold, unitNo: string, client: ClientNumber): Finding | undefined => {
  const facts = (state: string, holder: string) => ({
    ...unitAt,
    value: unitNo,
    facts: { unit: unitNo, state, holder },
  });
  const before = now.get(unitKey(unitNo));
  const theirs = sales.dealsOf.get(client)?.some(({ key }) => key === unitKey(unitNo)) === true;
  if (theirs || before?.client === client) return finding("dealAlready", facts("", ""));
  if (before) return finding("unitTaken", facts("成交", `${before.name}（${before.client}）`));
  const live = liveDeal(sales, unitNo);
  if (live && live.clientId !== client)
    return finding("unitTaken", facts(live.state, holderOf(sales, unitNo)));
  const unit = sales.unitOf.get(unitKey(unitNo));
  const held = unit?.status !== undefined && unit.status !== "可售" && unit.status !== "不可售";
  return held && unit.clientId !== undefined && unit.clientId !== client
    ? finding("unitTaken", facts(unit.status, unit.clientId))
    : undefined;
};

const takenBack = /退房|退订|退定|退认购|挞定|撤单|作废/u;
const notAtAll = /[不未无没免率]/u;

/** 退房 beside a sale: old registers leave the row where it is, and a unit would stay sold (R13). */
const takenBackSaid = (entry: OldEntry): readonly Finding[] => {
  const value = remarkInRow(entry, takenBack, notAtAll);
  return value === "" ? [] : [finding("dealTakenBack", { value })];
};

/** R12. */
const priceFindings = (answers: Row): readonly Finding[] => [
  ...totalFindings(answers),
  ...smallPriceFindings("deals", answers),
];

const phoneOf = ({ phones }: OldEntry): Row =>
  phones.length === 0 ? {} : { phone: phones.map(({ shown }) => shown).join("、") };

const sold = (ground: Ground, { sales }: Sold, answers: Row, client: ClientNumber): void => {
  const unit = sales.unitOf.get(unitKey(String(answers["unitNo"])));
  const signed = answers["signedOn"] !== undefined && answers["signedOn"] !== nothing;
  const open = unit?.status === undefined || unit.status === "可售" || unit.status === "保留";
  const state = open || unit.status === "不可售" ? (signed ? "签约" : "认购") : unit.status;
  ground.ledger.put(unitChanges(unit, { state, client }, ground.today));
};

export const adoptDeals: Adopter = {
  paper: {
    form: deals,
    when: "subscribedOn",
    required: ["subscribedOn", "consultant", "unitNo"],
    phones: ["phone", "mobile"],
    number: "dealId",
    notes: undefined,
  },
  wants: {
    ...adoptTalks.wants,
    ...salesWants,
    grades: [...gradeWants, "remarks"],
    deals: "all",
  },
  start: (ground) => {
    const ledger = ground.ledger;
    const known: Sold = { sales: salesLedger(ground.book, ground.today), now: new Map() };
    const spelled = unitSpeller(known.sales.units.map(({ unitNo }) => unitNo));
    return (read) => {
      const entry = withUnitAs(spelled, withAgreedMetre(withTotalInYuan(read)));
      const met = whoseRow(ground, entry);
      if (!isMet(met)) return rejected(entry, ...met);
      const { client } = met;
      const unitNo = String(entry.answers["unitNo"]);
      const answers: Row = {
        name: client.name,
        ...entry.answers,
        ...phoneOf(entry),
        consultant: entry.consultant,
      };
      const row: Record<string, Answer> = { ...answers, ...entry.own, dealId: dealNumber(client.id) };
      const there = ledger.recordOf("deals", client.id, entry.day, row);
      const keep = (): void => {
        if (entry.kept.length > 0) ledger.remark(client, `${unitNo} ${entry.kept.join("；")}`);
      };
      const again = (told: "same" | "filled"): Fate => {
        if (told === "filled") keep();
        const hints = told === "filled" ? [...entry.findings, ...priceFindings(answers)] : entry.findings;
        return joined(entry, met, told === "same", hints);
      };
      if (there !== undefined) return again(there);
      const twin = known.now.get(unitKey(unitNo));
      const told = twin?.client === client.id ? toldTwice(twin.row, row) : undefined;
      if (told !== undefined) return again(told);
      // Another report of a deal that is there: people have to compare.
      const wrong = taken(known, unitNo, client.id);
      if (wrong) return rejected(entry, wrong);
      known.now.set(unitKey(unitNo), { client: client.id, name: client.name, row });
      ledger.append("deals", row);
      const closed = ledger.close(client, entry.day);
      sold(ground, known, answers, client.id);
      keep();
      return joined(entry, met, false, [
        ...entry.findings,
        ...priceFindings(answers),
        ...otherNameHere(entry, met),
        ...besides(entry, met, ledger).found,
        ...takenBackSaid(entry),
        ...closed.found,
      ]);
    };
  },
};
