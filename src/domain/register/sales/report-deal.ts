/** 成交: the deal report of a client (CLY-ZS001), the grade √, and the unit's row of 销控表 (R4, R12, R13). */
import { deals } from "../../forms/deals";
import type { CalendarDay, Moment } from "../../kit/calendar-day";
import { type Yuan } from "../../kit/money";
import { nothing } from "../../rules/nothing-to-say";
import { type ClientNumber, dealNumber, parseClientNumber } from "../../rules/client-number";
import { moveGrade, reach } from "../../rules/grade";
import { checkTotal } from "../../rules/money-adds-up";
import { stepUnit } from "../../rules/unit-life";
import { hasNoShare } from "../ownership/former-share";
import { isDiscounted, promisedPrice, promiseFindings } from "./promised-price";
import { type Cells, readRow } from "../check-row";
import { elsewhereFindings, waitingDeposits } from "./deposit-elsewhere";
import { boardFindings, grantedTo, nameFindings, phoneFindings } from "./deal-and-registers";
import type { Decision } from "../decision";
import { type GradeRow, gradeRowOf, gradeRows, gradeWants, reachChanges } from "../grade-rows";
import { gradeProblem, isClient, latestStep } from "../follow-up/log-contact";
import { finding, type Finding, shown } from "../problem";
import { gradeRowFor, ofEntry, refused, sorted, stops } from "../registration";
import type { Answer, Row } from "../register";
import { unitKey } from "./sale-rows";
import { liveDeal, type SalesLedger, salesLedger, salesWants } from "./sales-ledger";
import { smallPriceFindings } from "./small-prices";
import type { SiteBook } from "../site";
import { dayOfStanding, standings, standingsByClient } from "../standing";
import { lifeOf, unitChanges, unitFinding } from "./unit-standing";
import { notYetGivenBack } from "./unit-stays";
import type { Wanted } from "../wanted";

export const dealWants: Wanted = {
  visitors: ["clientId", "name", "visitDate", "mobile", "phone"],
  calls: ["clientId", "name", "mobile", "otherContact"],
  grades: [...gradeWants, "formerConsultant", "remarks"],
  ...salesWants,
};

const isMoney = (answer: unknown): answer is Yuan => typeof answer === "number";

/** R12, where price, area and total are all known. */
export const totalFindings = (answers: Row): readonly Finding[] => {
  const { unitPrice, floorArea, totalPrice } = answers;
  if (!isMoney(unitPrice) || typeof floorArea !== "number" || !isMoney(totalPrice)) return [];
  const { right, expected, difference } = checkTotal(unitPrice, floorArea, totalPrice);
  if (right) return [];
  return [
    finding("totalMismatch", {
      key: "totalPrice",
      caption: deals.fields.totalPrice.caption,
      value: totalPrice,
      facts: { unitPrice, floorArea, expected, difference },
    }),
  ];
};

/** R12: nobody buys nothing, nor for nothing. */
export const noughtFindings = (answers: Row): readonly Finding[] =>
  (["floorArea", "unitPrice", "totalPrice"] as const).flatMap((key) => {
    const { caption } = deals.fields[key];
    return answers[key] === 0
      ? [finding("nothingToPay", { key, caption, value: 0, facts: { caption } })]
      : [];
  });

/** R13: a deposit before the first visit is a question. */
export const visitFindings = (
  visit: CalendarDay | undefined,
  on: CalendarDay | undefined,
): readonly Finding[] => {
  const { caption } = deals.fields.subscribedOn;
  return visit === undefined || on === undefined || on >= visit
    ? []
    : [finding("subscribedBeforeVisit", { key: "subscribedOn", caption, value: on, facts: { on, visit } })];
};

/** As the sheet's 自首次看房至大定时间 counts: the first row of 来访登记 that has the client. */
export const visitDays = (book: SiteBook, today: CalendarDay): ReadonlyMap<ClientNumber, CalendarDay> => {
  const days = new Map<ClientNumber, CalendarDay>();
  const seen = new Set<ClientNumber>();
  for (const standing of standings(book)) {
    if (standing.form !== "visitors" || standing.clientId === undefined || seen.has(standing.clientId))
      continue;
    seen.add(standing.clientId);
    const day = dayOfStanding(standing, today);
    if (day !== undefined) days.set(standing.clientId, day);
  }
  return days;
};

/** R13: a unit has one live deal, and is 可售, 保留 for the client or 认购 by them before it is theirs. */
const unitFindings = (ledger: SalesLedger, answers: Row, clientId: ClientNumber): readonly Finding[] => {
  const unitNo = String(answers["unitNo"] ?? "");
  const on = answers["subscribedOn"] as CalendarDay;
  if (unitNo === "" || unitNo === nothing) return [];
  const where = { key: "unitNo", caption: deals.fields.unitNo.caption, value: unitNo };
  const sold = liveDeal(ledger, unitNo);
  if (sold !== undefined)
    return [finding("unitTwice", { ...where, facts: { other: sold.row, otherName: sold.name } })];
  // A question only where the site keeps its board.
  if (ledger.units.length > 0 && !ledger.unitOf.has(unitKey(unitNo))) return [finding("unitUnknown", where)];
  const life = lifeOf(ledger, unitNo, clientId);
  const price = (isMoney(answers["totalPrice"]) ? answers["totalPrice"] : 0) as Yuan;
  const stepped = stepUnit(life, { kind: "认购", client: clientId, on, price });
  return stepped.ok
    ? notYetGivenBack(ledger, unitNo, on)
    : [unitFinding(ledger, stepped.why, unitNo, life, { on, price }, where)];
};

/** R12: the price of the unit and area, or the one that was granted before. */
const priceFindings = (ledger: SalesLedger, answers: Row, client: ClientNumber): readonly Finding[] => {
  const { unitNo, subscribedOn, totalPrice } = answers;
  const promised =
    typeof unitNo === "string" && typeof subscribedOn === "string"
      ? promisedPrice(ledger, client, unitKey(unitNo), subscribedOn as CalendarDay)
      : undefined;
  const where = { key: "totalPrice", caption: deals.fields.totalPrice.caption };
  return [
    ...(promised !== undefined && isDiscounted(answers) ? [] : totalFindings(answers)),
    ...promiseFindings(promised, isMoney(totalPrice) ? totalPrice : undefined, where),
  ];
};

/** R10: the former consultant of a client who was given up has no share in the deal. */
const shareFindings = (
  book: SiteBook,
  row: GradeRow | undefined,
  { consultant, subscribedOn }: Row,
  client: ClientNumber,
): readonly Finding[] => {
  if (row === undefined || typeof consultant !== "string") return [];
  if (!hasNoShare(book.site, row, consultant, subscribedOn as CalendarDay | undefined)) return [];
  const { caption } = deals.fields.consultant;
  const facts = { client, owner: row.consultant };
  return [finding("formerHasNoShare", { key: "consultant", caption, value: consultant, facts })];
};

const unitAsked = ({ unitNo }: Row): { readonly unitNo: string; readonly key: string } => ({
  unitNo: String(unitNo ?? ""),
  key: unitKey(String(unitNo ?? "")),
});

const dayAnswered = (answer: Answer | undefined): CalendarDay | undefined =>
  typeof answer === "string" && answer !== nothing ? (answer as CalendarDay) : undefined;

const registerFindings = (
  book: SiteBook,
  ledger: SalesLedger,
  { name, phone, unitNo, floorArea, unitPrice, signedOn }: Row,
  clientId: ClientNumber,
): readonly Finding[] => {
  const sold = {
    clientId,
    name: typeof name === "string" ? name : "",
    key: unitKey(String(unitNo ?? "")),
    floorArea: typeof floorArea === "number" ? floorArea : undefined,
    unitPrice: isMoney(unitPrice) ? unitPrice : undefined,
    signedOn: dayAnswered(signedOn),
  };
  const granted = grantedTo(ledger);
  const rows = standingsByClient(book).get(clientId) ?? [];
  return [
    ...boardFindings(ledger, sold, granted),
    ...nameFindings(sold, rows, granted),
    ...phoneFindings({ clientId, phone: phone ?? null }, rows, granted, book.site),
  ];
};

/** `answers` as typed: form 7's blanks, `dealId` with the client's number (LY-ZS001 or CLY-ZS001). */
export const reportDeal = (
  book: SiteBook,
  answers: Cells,
  entry: { readonly today: CalendarDay; readonly now: Moment },
): Decision => {
  const place = ofEntry(book, "deals");
  const parts = parseClientNumber(String(answers["dealId"] ?? ""));
  const value = shown(answers["dealId"] ?? null);
  const idAt = {
    key: "dealId",
    caption: deals.fields.dealId.caption,
    ...(value === undefined ? {} : { value }),
  };
  if (!parts)
    return refused([place(finding(value === undefined ? "requiredReally" : "notAClientNumber", idAt))]);
  const clientId = parts.client;
  if (!isClient(book, clientId)) return refused([place(finding("clientUnknown", idAt))]);

  const dealId = dealNumber(clientId);
  const reading = readRow(deals, { ...answers, dealId }, { site: book.site, today: entry.today });
  const { errors, hints } = sorted(book, "deals", reading);
  const ledger = salesLedger(book, entry.today);
  const row = gradeRowOf(gradeRows(book, entry.today)).get(clientId);
  const found = [
    ...noughtFindings(reading.answers),
    ...smallPriceFindings("deals", reading.answers),
    ...visitFindings(
      visitDays(book, entry.today).get(clientId),
      reading.answers["subscribedOn"] as CalendarDay | undefined,
    ),
    ...priceFindings(ledger, reading.answers, clientId),
    ...unitFindings(ledger, reading.answers, clientId),
    ...registerFindings(book, ledger, reading.answers, clientId),
    ...shareFindings(book, row, reading.answers, clientId),
    ...elsewhereFindings(
      waitingDeposits(ledger).get(clientId) ?? [],
      clientId,
      unitAsked(reading.answers),
    ).map(({ found }) => found),
  ].map(place);
  const wrong = [...errors, ...found.filter(stops)];
  if (wrong.length > 0) return refused(wrong);

  const read = reading.answers;
  const subscribed = read["subscribedOn"] as CalendarDay;
  const latest = row && latestStep(row);
  const moves = latest ? moveGrade(latest.grade, "√", { reason: "", hasDeal: true }) : [];
  // A second unit finds the client at √ already.
  if (latest && moves.length > 0)
    return refused(moves.map((code) => place(gradeProblem(code, latest.grade, "√"))));
  // R4: reached dates never run backwards, however late the deal is reported.
  const day = latest && latest.day > subscribed ? latest.day : subscribed;
  const graded =
    row === undefined
      ? [gradeRowFor(clientId, read["consultant"] ?? "", "√", subscribed)]
      : latest?.grade === "√"
        ? []
        : reachChanges(row, reach(row.reached, "√", day) ?? row.reached);
  const unitNo = String(read["unitNo"] ?? "");
  const signed = dayAnswered(read["signedOn"]) !== undefined;
  const unit = ledger.unitOf.get(unitKey(unitNo));
  return {
    ok: true,
    clientId,
    changes: [
      { kind: "append", form: "deals", row: { ...read, dealId } },
      ...graded,
      ...unitChanges(unit, { state: signed ? "签约" : "认购", client: clientId }, entry.today),
    ],
    hints: [...hints, ...found],
  };
};
