/** 未成交: the analysis of a client given up (XLY-ZS001), once a client (form 8). */
import { lostClients } from "../../forms/lost-clients";
import type { CalendarDay } from "../../kit/calendar-day";
import { type ClientNumber, lostNumber, parseClientNumber } from "../../rules/client-number";
import { isNothing } from "../../rules/nothing-to-say";
import { type Cells, readRow } from "../check-row";
import type { Decision } from "../decision";
import { type GradeRow, gradeRowOf, gradeRows, gradeWants } from "../grade-rows";
import { isClient } from "../follow-up/log-contact";
import { wasGivenUp } from "../ownership/former-share";
import { type Finding, finding } from "../problem";
import { clientAt, dayOfCell } from "../raw-cell";
import { ofEntry, refused, sorted } from "../registration";
import { cellAt, type Row, rowNumber } from "../register";
import { type Deal, isLive, salesLedger, salesWants } from "../sales/sales-ledger";
import type { Site, SiteBook } from "../site";
import { dayOfStanding, type Standing, standings } from "../standing";
import type { Wanted } from "../wanted";

/** What the analysis takes over from the visit register: its key there, its key here. */
const takenOver = {
  name: "name",
  gender: "gender",
  age: "age",
  mobile: "phone",
  address: "address",
  occupation: "occupation",
  residenceArea: "residenceArea",
  payment: "payment",
} as const;

export const lostWants: Wanted = {
  visitors: ["clientId", "visitDate", ...Object.keys(takenOver)],
  calls: ["clientId", "name"],
  grades: [...gradeWants, "formerConsultant", "remarks"],
  lostClients: ["lostId", "name"],
  deals: salesWants.deals,
  applications: salesWants.applications,
};

/** The first row of 来访登记 of each client, as the sheet's 自首次看房至放弃时间 counts. */
export const firstVisits = (people: readonly Standing[]): ReadonlyMap<ClientNumber, Standing> => {
  const found = new Map<ClientNumber, Standing>();
  for (const each of people)
    if (each.form === "visitors" && each.clientId !== undefined && !found.has(each.clientId))
      found.set(each.clientId, each);
  return found;
};

interface GivenUp {
  readonly client: ClientNumber;
  /** 放弃日期. */
  readonly on: CalendarDay | undefined;
  /** The client's deals. */
  readonly deals: readonly Deal[];
  /** The client's first row of 来访登记. */
  readonly visit: Standing | undefined;
  /** Their row of 等级跟踪. */
  readonly ladder: GradeRow | undefined;
}

/**
 * Given up with a deal, not before one: who came back has bought since (R10). Given up before they came. Given up here,
 * and still on the ladder as if nobody had.
 */
export const lostFindings = (
  { client, on, deals, visit, ladder }: GivenUp,
  site: Site,
  today: CalendarDay,
): readonly Finding[] => {
  const found: Finding[] = [];
  const { lostId, givenUpOn } = lostClients.fields;
  const bought = deals.find((deal) => isLive(deal) && (deal.subscribedOn ?? "") <= (on ?? today));
  if (bought !== undefined) {
    const facts = { client, unit: bought.unitNow, sheet: bought.register.sheet, other: bought.row };
    const value = lostNumber(client);
    found.push(finding("lostButBought", { key: "lostId", caption: lostId.caption, value, facts }));
  }
  const grade = ladder?.grade;
  if (ladder !== undefined && grade !== undefined && grade !== "√" && !wasGivenUp(site, ladder)) {
    const facts = { client, grade, sheet: ladder.register.sheet, other: ladder.row };
    const value = lostNumber(client);
    found.push(finding("lostButOnLadder", { key: "lostId", caption: lostId.caption, value, facts }));
  }
  const day = visit && dayOfStanding(visit, today);
  if (visit !== undefined && day !== undefined && on !== undefined && on < day) {
    const facts = { on, visit: day, sheet: visit.register.sheet, other: visit.row };
    found.push(
      finding("gaveUpBeforeVisit", { key: "givenUpOn", caption: givenUpOn.caption, value: on, facts }),
    );
  }
  return found;
};

const rowOfReport = (book: SiteBook, client: ClientNumber): number | undefined => {
  const register = book.registers.lostClients;
  for (let index = 0; register && index < register.count; index++)
    if (clientAt(register, "lostId", index) === client) return rowNumber(register, index);
  return undefined;
};

/** The day × was reached, the owner, and what the visit register knows; as cells hold it. */
export const prefillLost = (book: SiteBook, client: ClientNumber, today: CalendarDay): Row => {
  const grade = gradeRowOf(gradeRows(book, today)).get(client);
  const known: Record<string, string | number> = { givenUpOn: grade?.reached["×"] ?? today };
  if (grade !== undefined && grade.consultant !== "") known["consultant"] = grade.consultant;
  const { visitors } = book.registers;
  for (let index = 0; visitors && index < visitors.count; index++) {
    if (clientAt(visitors, "clientId", index) !== client) continue;
    for (const [from, to] of Object.entries(takenOver)) {
      const cell = cellAt(visitors, from, index);
      if (typeof cell === "number" || (typeof cell === "string" && cell !== "" && !isNothing(cell)))
        known[to] = cell;
    }
    break;
  }
  return known;
};

/** `answers` as typed: form 8's blanks, `lostId` with the client's number (LY-ZS001 or XLY-ZS001). */
export const reportLost = (
  book: SiteBook,
  answers: Cells,
  entry: { readonly today: CalendarDay },
): Decision => {
  const place = ofEntry(book, "lostClients");
  const at = { key: "lostId", caption: lostClients.fields.lostId.caption } as const;
  const client = parseClientNumber(String(answers["lostId"] ?? ""))?.client;
  if (client === undefined) return refused([place(finding("requiredReally", at))]);
  if (!isClient(book, client)) return refused([place(finding("clientUnknown", { ...at, value: client }))]);
  const other = rowOfReport(book, client);
  if (other !== undefined)
    return refused([place(finding("lostTwice", { ...at, value: client, facts: { client, other } }))]);
  const lostId = lostNumber(client);
  const reading = readRow(lostClients, { ...answers, lostId }, { site: book.site, today: entry.today });
  const { errors, hints } = sorted(book, "lostClients", reading);
  if (errors.length > 0) return refused(errors);
  const against = lostFindings(
    {
      client,
      on: dayOfCell(reading.answers["givenUpOn"] ?? null, entry.today),
      deals: salesLedger(book, entry.today).dealsOf.get(client) ?? [],
      visit: firstVisits(standings(book)).get(client),
      ladder: gradeRowOf(gradeRows(book, entry.today)).get(client),
    },
    book.site,
    entry.today,
  );
  return {
    ok: true,
    clientId: client,
    changes: [{ kind: "append", form: "lostClients", row: { ...reading.answers, lostId } }],
    hints: [...against.map(place), ...hints],
  };
};
