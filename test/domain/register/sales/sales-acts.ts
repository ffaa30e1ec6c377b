/** What people do with two clients and three homes, through the decisions: drawn for the laws of R12 and R13. */
import fc from "fast-check";
import type { ApplicationKind } from "../../../../src/domain/forms/applications";
import type { CalendarDay, Moment } from "../../../../src/domain/kit/calendar-day";
import { plus, type Yuan, yuanOf } from "../../../../src/domain/kit/money";
import { applyFor, prefillApplication, prefillNewUnit } from "../../../../src/domain/register/sales/apply";
import { findApplication, giveOpinion } from "../../../../src/domain/register/sales/approve";
import { carryOut } from "../../../../src/domain/register/sales/carry-out";
import type { Decision } from "../../../../src/domain/register/decision";
import { holdUnit, releaseUnit } from "../../../../src/domain/register/sales/hold-unit";
import { reportDeal } from "../../../../src/domain/register/sales/report-deal";
import { liveDeal, salesLedger } from "../../../../src/domain/register/sales/sales-ledger";
import { signDeal } from "../../../../src/domain/register/sales/sign-deal";
import type { SiteBook } from "../../../../src/domain/register/site";
import { takeReceipt } from "../../../../src/domain/register/sales/take-receipt";
import { signersOf } from "../../../../src/domain/rules/approval";
import type { ClientNumber } from "../../../../src/domain/rules/client-number";
import { bookOf, written } from "../book-of";

export const clients = ["LY-ZS001", "LY-LS001"] as unknown as readonly ClientNumber[];
export const unitNos = ["1-1-0301", "1-1-0302", "1-1-0303"] as const;
export const price = 270000;
/** The third home is a cheaper one on the board: who has paid for another and comes to it has overpaid. */
const boardPrice = [3000, 3000, 2000] as const;

export const start = (): SiteBook =>
  bookOf({
    visitors: clients.map((clientId, at) => ({
      clientId,
      name: ["张三", "李四"][at] ?? "",
      consultant: "王强",
      visitDate: "2023-12-20",
    })),
    grades: clients.map((clientId) => ({ clientId, consultant: "王强", reachedB: "2023-12-20" })),
    units: unitNos.map((unitNo, at) => ({
      unitNo,
      floorArea: 90,
      unitPrice: boardPrice[at] ?? 0,
      status: "可售",
      layout: "2/2",
    })),
  });

export interface Act {
  readonly does: string;
  readonly client: number;
  readonly unit: number;
  readonly other: number;
  readonly amount: number;
  readonly days: number;
}

export interface Told {
  readonly book: SiteBook;
  readonly done: boolean;
}

export const take = (book: SiteBook, decision: Decision): Told =>
  decision.ok ? { book: written(book, decision.changes), done: true } : { book, done: false };

const codesOf = (decision: Decision): readonly string[] =>
  decision.ok ? [] : decision.problems.map(({ code }) => code);

/** What is overpaid by an approved exchange or discount goes back before it is carried out, and not a fen more. */
const overpaidBack = (book: SiteBook, no: string, today: CalendarDay): SiteBook => {
  const entry = { today, now: `${today} 10:00` as Moment };
  const refused = carryOut(book, { no, on: today }, entry);
  if (refused.ok || codesOf(refused).join() !== "overpaidFirst") return book;
  const { clientId, unitNo } = findApplication(book, no, today) ?? {};
  const over = refused.problems[0]?.facts?.["over"] as Yuan;
  const back = { clientId: String(clientId), unitNo: String(unitNo), date: today, item: "退款" };
  const tooMuch = takeReceipt(book, { ...back, amount: plus(over, yuanOf(0.01)) }, entry);
  if (codesOf(tooMuch).join() !== "refundOverOverpaid") throw new Error(`${no}: ${codesOf(tooMuch).join()}`);
  const given = takeReceipt(book, { ...back, amount: over }, entry);
  if (!given.ok) throw new Error(`${no}: ${codesOf(given).join()}`);
  return written(book, given.changes);
};

/** Applied for, signed by all and carried out on one day; nothing of it where it may not be applied for. */
export const through = (
  book: SiteBook,
  kind: ApplicationKind,
  {
    clientId,
    unitNo,
    newUnitNo,
    discountAsked = 0,
  }: { clientId: ClientNumber; unitNo: string; newUnitNo: string; discountAsked?: number },
  today: CalendarDay,
): Told => {
  const entry = { today, now: `${today} 10:00` as Moment };
  const ledger = salesLedger(book, today);
  const applied = applyFor(
    book,
    {
      ...prefillApplication(book, { kind, clientId, unitNo }, today),
      unitNo,
      paid: 0,
      ...prefillApplication(book, { kind, clientId, unitNo }, today),
      reason: "客户要求",
      refundReason: "调动",
      newName: `新业主${today}`,
      ownerSignedOn: today,
      ...(kind === "特惠申请" ? { discountAsked } : {}),
      ...(kind === "调房申请" ? { newUnitNo, ...prefillNewUnit(ledger, newUnitNo) } : {}),
    },
    entry,
  );
  if (!applied.ok) return { book, done: false };
  const no = String(applied.changes[0]?.kind === "append" ? applied.changes[0].row["no"] : "");
  let now = written(book, applied.changes);
  for (const signer of signersOf(kind)) {
    const given = giveOpinion(now, { no, signer, opinion: "同意", name: "陈经理", on: today }, entry);
    if (!given.ok) throw new Error(given.problems.map(({ code }) => code).join());
    now = written(now, given.changes);
  }
  now = overpaidBack(now, no, today);
  const carried = carryOut(now, { no, on: today, receiptReturned: true }, entry);
  if (!carried.ok) throw new Error(`${kind}: ${carried.problems.map(({ code }) => code).join()}`);
  return { book: written(now, carried.changes), done: true };
};

export const act = (book: SiteBook, step: Act, today: CalendarDay): Told => {
  const entry = { today, now: `${today} 10:00` as Moment };
  const clientId = clients[step.client] ?? ("" as ClientNumber);
  const unitNo = unitNos[step.unit] ?? "";
  const newUnitNo = unitNos[step.other] ?? "";
  switch (step.does) {
    case "保留":
      return take(book, holdUnit(book, { unitNo, clientId }, entry));
    case "释放":
      return take(
        book,
        releaseUnit(book, { unitNo, holder: salesLedger(book, today).unitOf.get(unitNo)?.clientId }, entry),
      );
    case "认购":
      return take(
        book,
        reportDeal(
          book,
          {
            dealId: clientId,
            consultant: "王强",
            name: clientId === clients[0] ? "张三" : "李四",
            unitNo,
            subscribedOn: today,
            floorArea: 90,
            unitPrice: 3000,
            totalPrice: price,
          },
          entry,
        ),
      );
    case "签约":
      return take(book, signDeal(book, { clientId, unitNo, on: today }, entry));
    case "小定金":
    case "大定金":
    case "房款":
    case "退款":
    case "违约金":
      return take(
        book,
        takeReceipt(book, { clientId, unitNo, date: today, item: step.does, amount: step.amount }, entry),
      );
    default:
      // A price granted before 认购 is another story.
      if (step.does === "特惠申请" && liveDeal(salesLedger(book, today), unitNo, clientId) === undefined)
        return { book, done: false };
      return through(
        book,
        step.does as ApplicationKind,
        { clientId, unitNo, newUnitNo, discountAsked: Math.min(step.amount, 20000) },
        today,
      );
  }
};

export const anyAct: fc.Arbitrary<Act> = fc.record({
  does: fc.constantFrom(
    "保留",
    "释放",
    "认购",
    "认购",
    "签约",
    "签约",
    "小定金",
    "小定金",
    "退款",
    "违约金",
    "房款",
    "房款",
    "退房申请",
    "调房申请",
    "调房申请",
    "更名申请",
    "特惠申请",
  ),
  client: fc.integer({ min: 0, max: 1 }),
  unit: fc.integer({ min: 0, max: 2 }),
  other: fc.integer({ min: 0, max: 2 }),
  amount: fc.constantFrom(5000, 5000.1, 90000.05, 130000, price),
  days: fc.integer({ min: 1, max: 2 }),
});

/** The same, several on one day too, and mostly one client's, who goes from home to home; money goes back. */
export const onAnyDay: fc.Arbitrary<Act> = fc.record({
  does: fc.constantFrom(
    ...["认购", "认购", "认购", "认购", "签约", "小定金", "小定金", "大定金", "房款", "退款", "违约金"],
    ...["更名申请", "特惠申请", "退房申请", "退房申请", "调房申请", "调房申请", "调房申请", "调房申请"],
  ),
  client: fc.constantFrom(0, 0, 0, 1),
  unit: fc.constantFrom(0, 0, 1, 1, 2),
  other: fc.constantFrom(0, 1, 1, 2),
  amount: fc.constantFrom(5000, 5000, 5000.1, 20000, 90000.05, price),
  days: fc.constantFrom(0, 0, 1, 2),
});
