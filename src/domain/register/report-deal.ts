/** 成交: the deal report of a client (CLY-ZS001), and the grade √ (R4, R12, R13). */
import { deals } from "../forms/deals";
import type { CalendarDay, Moment } from "../kit/calendar-day";
import { type Yuan } from "../kit/money";
import { nothing } from "../rules/nothing-to-say";
import { dealNumber, parseClientNumber } from "../rules/client-number";
import { moveGrade, reach } from "../rules/grade";
import { checkTotal } from "../rules/money-adds-up";
import { type Cells, readRow } from "./check-row";
import type { Decision } from "./decision";
import { gradeRowOf, gradeRows, gradeWants, reachChanges } from "./grade-rows";
import { gradeProblem, isClient, latestStep } from "./log-contact";
import { finding, type Finding, shown } from "./problem";
import { textAt } from "./raw-cell";
import { gradeRowFor, ofEntry, refused, sorted } from "./registration";
import { type Row, rowNumber } from "./register";
import type { SiteBook } from "./site";
import type { Wanted } from "./wanted";

export const dealWants: Wanted = {
  visitors: ["clientId", "name"],
  calls: ["clientId", "name"],
  grades: gradeWants,
  deals: ["dealId", "name", "unitNo"],
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

/** R13: a unit has one live deal. */
const unitSold = (book: SiteBook, answers: Row): readonly Finding[] => {
  const register = book.registers.deals;
  const unit = String(answers["unitNo"] ?? "");
  if (unit === "" || unit === nothing) return [];
  for (let index = 0; register && index < register.count; index++) {
    if (textAt(register, "unitNo", index) !== unit) continue;
    const facts = { other: rowNumber(register, index), otherName: textAt(register, "name", index) };
    return [
      finding("unitTwice", { key: "unitNo", caption: deals.fields.unitNo.caption, value: unit, facts }),
    ];
  }
  return [];
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
  const wrong = [
    ...errors,
    ...[...totalFindings(reading.answers), ...unitSold(book, reading.answers)].map(place),
  ];
  if (wrong.length > 0) return refused(wrong);

  const read = reading.answers;
  const subscribed = read["subscribedOn"] as CalendarDay;
  const row = gradeRowOf(gradeRows(book, entry.today)).get(clientId);
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
  return {
    ok: true,
    clientId,
    changes: [{ kind: "append", form: "deals", row: { ...read, dealId } }, ...graded],
    hints,
  };
};
