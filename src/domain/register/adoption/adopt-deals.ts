/** 成交报告: every row is a deal of a client who is there, numbered after them (R1); it makes them √ (R4). */
import { deals } from "../../forms/deals";
import type { CalendarDay } from "../../kit/calendar-day";
import { nothing } from "../../rules/nothing-to-say";
import { type ClientNumber, dealNumber } from "../../rules/client-number";
import { type Adopter, besides, type Ground, joined, otherNameHere, rejected } from "./adopter";
import type { Fate } from "./adoption";
import { adoptTalks } from "./adopt-talks";
import { givesBack, strangeStates, takenBackIn } from "./deal-standing";
import { namesAgree } from "../../rules/same-person";
import { gradeWants } from "../grade-rows";
import type { OldEntry } from "../old-sheet/old-entry";
import { withAgreedMetre, withTotalInYuan } from "./old-totals";
import { boardSpeller, looseUnit, unitSpeller } from "../old-sheet/old-units";
import { isUnitAsDay } from "../old-sheet/unit-parts";
import { finding, type Finding } from "../problem";
import { saysSame } from "./adoption-ledger";
import { isEmptyCell } from "../read-answer";
import { type Answer, cellAt, type RawCell, type Row } from "../register";
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

const unitIn = ({ answers }: OldEntry): string => String(answers["unitNo"]);

const withUnitAs = (spelled: (entry: OldEntry) => string, entry: OldEntry): OldEntry => ({
  ...entry,
  answers: { ...entry.answers, unitNo: spelled(entry) },
});

/** A survey may differ from the board by less: 89.5 of 89 ㎡. */
const alikeArea = 0.03;

/** A home of that area, where both say it: a section may be missing on the board. */
const isAsLarge = (area: unknown, there: number | undefined): boolean =>
  typeof area !== "number" || there === undefined || Math.abs(area - there) <= there * alikeArea;

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
  if (before) return finding("oldUnitTaken", facts("成交", `${before.name}（${before.client}）`));
  const live = liveDeal(sales, unitNo);
  if (live && live.clientId !== client)
    return finding("oldUnitTaken", facts(live.state, holderOf(sales, unitNo)));
  const unit = sales.unitOf.get(unitKey(unitNo));
  const held = unit?.status !== undefined && unit.status !== "可售" && unit.status !== "不可售";
  return held && unit.clientId !== undefined && unit.clientId !== client
    ? finding("oldUnitTaken", facts(unit.status, unit.clientId))
    : undefined;
};

/** A unit's deals in one file: R13 lets one of them stand. */
type Claims = ReadonlyMap<string, readonly OldEntry[]>;

const claimsOf = (entries: readonly OldEntry[]): Claims => {
  const claims = new Map<string, OldEntry[]>();
  for (const entry of entries) {
    if (givesBack(takenBackIn(entry))) continue;
    const loose = looseUnit(unitIn(entry));
    const known = claims.get(loose);
    if (known) known.push(entry);
    else claims.set(loose, [entry]);
  }
  return claims;
};

/** Somebody else bought the unit of a deal that was given back: that deal stands, and this one does not. */
const soldAgain = (claims: Claims, entry: OldEntry, said: string): Finding | undefined => {
  if (!givesBack(said)) return undefined;
  const other = claims
    .get(looseUnit(unitIn(entry)))
    ?.find(({ name, source }) => source !== entry.source && !namesAgree(name, entry.name));
  if (other === undefined) return undefined;
  const facts = { said, row: other.source.row, otherName: other.name };
  return finding("dealSoldAgain", { ...unitAt, value: unitIn(entry), facts });
};

/** 退房 beside a sale: old registers leave the row where it is, and a unit would stay sold (R13). */
const takenBackSaid = (value: string): readonly Finding[] =>
  value === "" ? [] : [finding("dealTakenBack", { value })];

/** Captions of what a report of the same deal says, and this row says otherwise. */
const differing = (row: Row, there: (key: string) => RawCell | undefined, today: CalendarDay): string =>
  Object.entries(deals.fields)
    .flatMap(([key, { caption }]) => {
      const [here, before = null] = [row[key], there(key)];
      if (here === undefined || isEmptyCell(before)) return [];
      return saysSame(deals, key, before, here, today) ? [] : [caption];
    })
    .join("、");

/** The plain one of several spellings, as 销控表 has them: 3-1-502 before 3#-1-502. */
const isPlainly = /^[\dA-Z]+(?:-[\dA-Z]+)*$/u;

/** One home, one spelling: as the board has it, else the deals there, else the plainest of the file. */
const spellerOf = (sales: SalesLedger, entries: readonly OldEntry[]): ((entry: OldEntry) => string) => {
  const onBoard = boardSpeller(sales.units.map(({ unitNo }) => unitNo));
  const inDeals = unitSpeller(sales.deals.map(({ unitNow }) => unitNow));
  const inFile = new Map<string, string>();
  for (const unitNo of entries.map(unitIn)) {
    const loose = looseUnit(unitNo);
    const other = inFile.get(loose);
    if (other === undefined || (isPlainly.test(unitNo) && !isPlainly.test(other))) inFile.set(loose, unitNo);
  }
  return (entry) => {
    const unitNo = unitIn(entry);
    const there = onBoard(unitNo, (unit) =>
      isAsLarge(entry.answers["floorArea"], sales.unitOf.get(unitKey(unit))?.floorArea),
    );
    if (sales.unitOf.has(unitKey(there))) return there;
    const sold = inDeals(unitNo);
    if (sold !== unitNo || (sales.liveOn.get(unitKey(unitNo)) ?? []).length > 0) return sold;
    return inFile.get(looseUnit(unitNo)) ?? unitNo;
  };
};

/** R12. */
const priceFindings = (answers: Row): readonly Finding[] => [
  ...totalFindings(answers),
  ...smallPriceFindings("deals", answers),
];

/** 成交总价 is of every deal, and a deal is taken without. */
const totalUnsaid = ({ totalPrice }: Row): readonly Finding[] =>
  totalPrice === undefined ? [finding("dealTotalUnsaid", { caption: deals.fields.totalPrice.caption })] : [];

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
  start: (ground, entries) => {
    const ledger = ground.ledger;
    const known: Sold = { sales: salesLedger(ground.book, ground.today), now: new Map() };
    const spelled = spellerOf(known.sales, entries);
    const claims = claimsOf(entries);
    const otherwiseThere = (unitNo: string, client: ClientNumber, row: Row): Finding | undefined => {
      const register = ground.book.registers.deals;
      const twin = known.now.get(unitKey(unitNo));
      const report = known.sales.dealsOf.get(client)?.find(({ key }) => key === unitKey(unitNo));
      const there = (key: string): RawCell | undefined =>
        report === undefined || register === undefined
          ? twin?.row[key]
          : cellAt(register, key, report.row - register.firstRow);
      const differs = differing(row, there, ground.today);
      const facts = { unit: unitNo, differs };
      return differs === "" ? undefined : finding("dealOtherwiseThere", { ...unitAt, value: unitNo, facts });
    };
    return (read) => {
      const entry = withUnitAs(spelled, withAgreedMetre(withTotalInYuan(read)));
      if (isUnitAsDay(unitIn(read)))
        return rejected(entry, finding("unitIsDay", { ...unitAt, value: unitIn(read) }));
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
      const said = takenBackIn(entry);
      const wrong = soldAgain(claims, entry, said) ?? taken(known, unitNo, client.id);
      if (wrong?.code === "dealAlready")
        return rejected(entry, otherwiseThere(unitNo, client.id, row) ?? wrong);
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
        ...takenBackSaid(said),
        ...strangeStates(entry),
        ...totalUnsaid(answers),
        ...closed.found,
      ]);
    };
  },
};
