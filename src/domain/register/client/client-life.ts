/** One client's whole life in the registers, on one line of time. */
import type { FormKey } from "../../forms/index";
import { receipts } from "../../forms/receipts";
import { type CalendarDay, dayOf, type Moment } from "../../kit/calendar-day";
import type { ClientNumber } from "../../rules/client-number";
import type { RowAt } from "../../rules/ownership-facts";
import { consents } from "../care/consents";
import { dayAt, whenAt } from "../day-at";
import { reachedKey, reachedOrder } from "../grade-rows";
import { clientAt, textAt } from "../raw-cell";
import { isEmptyCell } from "../read-answer";
import { cellAt, type Register, rowNumber } from "../register";
import type { SiteBook } from "../site";
import type { Wanted } from "../wanted";

const lifeKinds = [
  "call",
  "visit",
  "reception",
  "contact",
  "grade",
  "invitation",
  "appointment",
  "next",
  "score",
  "deal",
  "signing",
  "receipt",
  "application",
  "care",
  "lost",
  "referredBy",
  "referred",
  "given",
] as const;
export type LifeKind = (typeof lifeKinds)[number];

export interface LifeEvent {
  readonly kind: LifeKind;
  readonly at: Moment | CalendarDay;
  /** In a word, as the register has it: "电话", "B", "大定金 20000". */
  readonly what: string;
  /** What was written about it. */
  readonly text: string;
  readonly by: string;
  /** A task of 老客户维护 that nobody has done: `at` is 应做日期, past or to come. */
  readonly open: boolean;
  /** Another client it is about: who brought them, whom they brought. */
  readonly client: ClientNumber | undefined;
  readonly row: RowAt;
  /** The blank to go to. */
  readonly key: string;
}

export const lifeWants: Wanted = {
  visitors: ["clientId", "visitDate", "consultant", "name", "notes", "nextAppointment", "referrerId"],
  calls: ["clientId", "calledAt", "consultant", "name", "notes"],
  grades: ["clientId", "consultant", ...Object.values(reachedKey), "formerConsultant", "remarks"],
  followUps: [
    "clientId",
    "contactedAt",
    "method",
    "notes",
    "feedback",
    "newGrade",
    "nextAt",
    "nextReason",
    "consultant",
  ],
  invitations: ["clientId", "invitedFor", "event", "result", "consultant"],
  deals: ["dealId", "subscribedOn", "signedOn", "unitNo", "totalPrice", "consultant", "status"],
  lostClients: ["lostId", "givenUpOn", "lossReasons", "lossAnalysis", "consultant"],
  applications: ["clientId", "no", "kind", "appliedOn", "status", "reason", "consultant"],
  receipts: ["clientId", "date", "item", "amount", "no", "receivedBy", "refused"],
  receptions: ["clientId", "at", "receiver", "kind", "remarks"],
  careTasks: ["clientId", "reason", "detail", "dueOn", "doneOn", "notes"],
  profiles: ["clientId", "consent"],
  intentScores: ["clientId", "scoredOn", "score", "suggested"],
};

type Told = Omit<LifeEvent, "row" | "key" | "at" | "client" | "open"> &
  Partial<Pick<LifeEvent, "client" | "open">>;

const words = (...each: readonly string[]): string => each.filter((word) => word !== "").join(" ");

const amounts = new Intl.NumberFormat("en-US", { maximumFractionDigits: 2 });
const amount = (typed: string): string =>
  /^-?\d+(?:\.\d+)?$/u.test(typed) ? amounts.format(Number(typed)) : typed;

/** "2024-03-10 重新分配：…": what reassignments, handings over and merges leave in 备注. */
const trail = /^(\d{4}-\d{2}-\d{2}) (重新分配|交接|合并)：(.*)$/u;

export const lifeOf = (book: SiteBook, client: ClientNumber, today: CalendarDay): readonly LifeEvent[] => {
  const events: LifeEvent[] = [];
  const rowsOf = (
    form: FormKey,
    key: string,
    look: (
      text: (key: string) => string,
      say: (key: string, told: Told, at?: CalendarDay | Moment) => void,
      register: Register,
      index: number,
    ) => void,
  ): void => {
    const register = book.registers[form];
    for (let index = 0; register && index < register.count; index++) {
      if (clientAt(register, key, index) !== client) continue;
      const row: RowAt = { form, sheet: register.sheet, row: rowNumber(register, index) };
      const say = (of: string, told: Told, given?: CalendarDay | Moment): void => {
        const at = given ?? whenAt(register, of, index, today);
        if (at !== undefined) events.push({ client: undefined, open: false, ...told, at, row, key: of });
      };
      look((of) => textAt(register, of, index), say, register, index);
    }
  };

  rowsOf("visitors", "clientId", (text, say, register, index) => {
    const by = text("consultant");
    say("visitDate", { kind: "visit", what: "", text: text("notes"), by });
    say("nextAppointment", { kind: "appointment", what: "", text: "", by });
    const referrer = clientAt(register, "referrerId", index);
    const day = dayAt(register, "visitDate", index, today);
    if (referrer !== undefined && day !== undefined)
      say("referrerId", { kind: "referredBy", what: referrer, text: "", by: "", client: referrer }, day);
  });
  rowsOf("visitors", "referrerId", (text, say, register, index) => {
    const brought = clientAt(register, "clientId", index);
    const day = dayAt(register, "visitDate", index, today);
    if (brought !== undefined && brought !== client && day !== undefined)
      say(
        "referrerId",
        { kind: "referred", what: words(text("name"), brought), text: "", by: "", client: brought },
        day,
      );
  });
  rowsOf("calls", "clientId", (text, say) =>
    say("calledAt", { kind: "call", what: "", text: text("notes"), by: text("consultant") }),
  );
  rowsOf("receptions", "clientId", (text, say) =>
    say("at", { kind: "reception", what: text("kind"), text: text("remarks"), by: text("receiver") }),
  );
  rowsOf("followUps", "clientId", (text, say, register, index) => {
    const by = text("consultant");
    const said = [text("notes"), text("feedback")].filter((each) => each !== "").join("\n");
    say("contactedAt", { kind: "contact", what: text("method"), text: said, by });
    const next = dayAt(register, "nextAt", index, today);
    if (next !== undefined && next >= today)
      say("nextAt", { kind: "next", what: "", text: text("nextReason"), by }, next);
  });
  rowsOf("grades", "clientId", (text, say) => {
    for (const grade of reachedOrder)
      say(reachedKey[grade], { kind: "grade", what: grade, text: "", by: "" });
    for (const line of text("remarks").split("\n")) {
      const [, day, what = "", said = ""] = trail.exec(line.trim()) ?? [];
      if (day !== undefined) say("remarks", { kind: "given", what, text: said, by: "" }, day as CalendarDay);
    }
  });
  rowsOf("invitations", "clientId", (text, say) =>
    say("invitedFor", {
      kind: "invitation",
      what: words(text("event"), text("result")),
      text: "",
      by: text("consultant"),
    }),
  );
  rowsOf("intentScores", "clientId", (text, say) =>
    say("scoredOn", { kind: "score", what: words(text("score"), text("suggested")), text: "", by: "" }),
  );
  rowsOf("deals", "dealId", (text, say) => {
    const by = text("consultant");
    say("subscribedOn", {
      kind: "deal",
      what: words(text("unitNo"), amount(text("totalPrice"))),
      text: text("status"),
      by,
    });
    say("signedOn", { kind: "signing", what: text("unitNo"), text: "", by });
  });
  rowsOf("receipts", "clientId", (text, say) =>
    say("date", {
      kind: "receipt",
      what: words(text("item"), amount(text("amount"))),
      text: text("refused") === "是" ? receipts.fields.refused.caption : "",
      by: text("receivedBy"),
    }),
  );
  rowsOf("applications", "clientId", (text, say) =>
    say("appliedOn", {
      kind: "application",
      what: words(text("kind"), text("status")),
      text: text("reason"),
      by: text("consultant"),
    }),
  );
  // R15: what is open is not done for who has said no; what was closed with `/` was not done either.
  const refuses = consents(book).get(client) === "no";
  rowsOf("careTasks", "clientId", (text, say, register, index) => {
    const open = isEmptyCell(cellAt(register, "doneOn", index));
    const what = words(text("reason"), text("detail"));
    if (!open || !refuses)
      say(open ? "dueOn" : "doneOn", { kind: "care", what, text: text("notes"), by: "", open });
  });
  rowsOf("lostClients", "lostId", (text, say) =>
    say("givenUpOn", {
      kind: "lost",
      what: text("lossReasons"),
      text: text("lossAnalysis"),
      by: text("consultant"),
    }),
  );
  return withoutEchoes(events).sort(latestFirst);
};

const order = new Map<LifeKind, number>(lifeKinds.map((kind, at) => [kind, at]));

/** The latest first; on one day what has an hour by its hour, the rest as things happen in a house. */
const latestFirst = (a: LifeEvent, b: LifeEvent): number => {
  const [one, other] = [dayOf(a.at), dayOf(b.at)];
  if (one !== other) return one < other ? 1 : -1;
  if (a.at.length > 10 && b.at.length > 10 && a.at !== b.at) return a.at < b.at ? 1 : -1;
  return (order.get(b.kind) ?? 0) - (order.get(a.kind) ?? 0) || b.row.row - a.row.row;
};

/** Registering a visit or a call writes the same talk into 跟踪记录: it is told once, by the register. */
const withoutEchoes = (events: readonly LifeEvent[]): LifeEvent[] => {
  const first = new Set(
    events.flatMap(({ kind, at, text }) =>
      kind === "visit" || kind === "call" ? [`${dayOf(at)} ${text}`] : [],
    ),
  );
  return events.filter(({ kind, at, text }) => kind !== "contact" || !first.has(`${dayOf(at)} ${text}`));
};
