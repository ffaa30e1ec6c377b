/**
 * The columns the sheet computes itself, for colleagues without the add-in. Excel 2019's functions, no arrays, and
 * nothing volatile but the name 今天. What is long to look for stands in a formula once: a client's row asks every
 * register, and spreadsheets without an index read all of it for each question.
 */
import type { FormKey } from "../../domain/forms/index";
import { occasionLead } from "../../domain/rules/follow-up-due";
import { all, header, own } from "./references";
import { paceName, settings } from "./site-sheet";

/** What MINIFS does not find is 0: `1/(1/x)` makes an error of it, ROUND takes the division's noise away again. */
const orElse = (figure: string, otherwise: string): string =>
  `IFERROR(ROUND(1/(1/${figure}),0),${otherwise})`;

/** Later than any day, and a whole number of times itself: MOD makes 0 of it. */
const never = "10^6";

/** The earliest of days, each 0 where there is none; empty where there is none at all. */
const earliest = (...days: readonly string[]): string =>
  orElse(`MOD(MIN(${days.map((day) => orElse(day, never)).join(",")}),${never})`, '""');

const clientName = (id: string): string =>
  `IFERROR(INDEX(${all("visitors", "name")},MATCH(${id},${all("visitors", "clientId")},0))&"",` +
  `IFERROR(INDEX(${all("calls", "name")},MATCH(${id},${all("calls", "clientId")},0))&"",""))`;

const visitDay = (id: string): string =>
  `IFERROR(INT(INDEX(${all("visitors", "visitDate")},MATCH(${id},${all("visitors", "clientId")},0))),0)`;

const callNumber = (): string => {
  const at = own("calls", "calledAt");
  const soFar = `${header("calls", "calledAt")}:${at}`;
  return `=IF(ISNUMBER(${at}),COUNTIFS(${soFar},">="&INT(${at}),${soFar},"<"&INT(${at})+1),"")`;
};

const id = own("grades", "clientId");
const grade = own("grades", "grade");
const last = own("grades", "lastContact");
const due = own("grades", "nextDue");

const firstContact = (): string => {
  const call = `INT(MINIFS(${all("calls", "calledAt")},${all("calls", "clientId")},${id}))`;
  return `=IF(${id}="","",${earliest(visitDay(id), call)})`;
};

/** The one reached last; of two on one day the later of D C B A √ ×. */
const currentGrade = (): string => {
  const reached = [
    ["×", own("grades", "reachedLost")],
    ["√", own("grades", "reachedDeal")],
    ["A", own("grades", "reachedA")],
    ["B", own("grades", "reachedB")],
    ["C", own("grades", "reachedC")],
  ] as const;
  const days = [own("grades", "reachedD"), ...reached.map(([, day]) => day).reverse()].join(",");
  const pick = reached.reduceRight((rest, [each, day]) => `IF(${day}=MAX(${days}),"${each}",${rest})`, '"D"');
  return `=IF(MAX(${days})=0,"",${pick})`;
};

const lastContact = (): string => {
  const contact = `MAXIFS(${all("followUps", "contactedAt")},${all("followUps", "clientId")},${id})`;
  const call = `MAXIFS(${all("calls", "calledAt")},${all("calls", "clientId")},${id})`;
  return `=IF(${id}="","",${orElse(`INT(MAX(${contact},${call},${visitDay(id)}))`, '""')})`;
};

/** R5. */
const nextDue = (): string => {
  const next = all("followUps", "nextAt");
  const ids = all("followUps", "clientId");
  const agreed = `MINIFS(${next},${ids},${id},${next},">"&${last})`;
  const occasions = all("events", "date");
  const occasion = `MINIFS(${occasions},${occasions},">"&${last}+${occasionLead})`;
  const days = (column: 2 | 4): string => `VLOOKUP(${grade},${paceName},${column},FALSE)`;
  // Contacts are counted only where the first one has days of its own.
  const pace = `IF(${days(2)}=${days(4)},${days(4)},IF(COUNTIFS(${ids},${id})<=1,${days(2)},${days(4)}))`;
  const limit = `IF(${grade}="D",${occasion},${last}+${pace})`;
  return `=IF(OR(${grade}="",${grade}="√",${grade}="×",${last}=""),"",` + `${earliest(agreed, limit)})`;
};

/** R6. */
const dueStatus = (): string => {
  const { today } = settings;
  const forOccasion = `AND(${grade}="D",COUNTIFS(${all("events", "date")},${due})>0)`;
  return (
    `=IF(${id}="","",IF(${grade}="√","已成交",IF(${grade}="×","待再分配",` +
    `IF(${due}="",IF(${grade}="D","待活动",""),` +
    `IF(${due}<${today},"逾期"&(${today}-${due})&"天",IF(${due}=${today},"今日",` +
    `IF(${forOccasion},"待活动","未到期")))))))`
  );
};

const dealId = own("deals", "dealId");
/** "CLY-ZS001" is the deal of LY-ZS001 (R1). */
const buyer = `MID(${dealId},2,20)`;

const daysToDeposit = (): string => {
  const on = own("deals", "subscribedOn");
  return `=IF(OR(${dealId}="",NOT(ISNUMBER(${on}))),"",IFERROR(INT(${on})-ROUND(1/(1/${visitDay(buyer)}),0),"/"))`;
};

const visitCount = (): string => {
  const contacts = `COUNTIFS(${all("followUps", "clientId")},${buyer},${all("followUps", "method")},"来访")`;
  const registered = `COUNTIFS(${all("visitors", "clientId")},${buyer})`;
  const wordings = `"/","一次","二次","三次","四次","五次","五次以上"`;
  return `=IF(${dealId}="","",CHOOSE(1+MIN(6,MAX(${contacts},${registered})),${wordings}))`;
};

const followUpClient = own("followUps", "clientId");

const computed: Readonly<Partial<Record<FormKey, Readonly<Record<string, string>>>>> = {
  calls: { no: callNumber() },
  grades: {
    no: `=IF(${id}="","",ROW()-ROW(${header("grades", "no")}))`,
    date: firstContact(),
    name: `=IF(${id}="","",${clientName(id)})`,
    grade: currentGrade(),
    lastContact: lastContact(),
    nextDue: nextDue(),
    dueStatus: dueStatus(),
  },
  followUps: { name: `=IF(${followUpClient}="","",${clientName(followUpClient)})` },
  deals: { daysToDeposit: daysToDeposit(), visitCount: visitCount() },
};

/** The formula of a column that the sheet computes; nothing for columns people or the program fill. */
export const formulaOf = (form: FormKey, key: string): string | undefined => computed[form]?.[key];
