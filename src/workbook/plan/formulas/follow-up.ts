/** 来电登记, 跟踪记录, 等级跟踪, 集中邀约: who was spoken to, and when next (R4, R5, R6). */
import { depositStates } from "../../../domain/forms/receipts";
import { houseDeposit, occasionLead } from "../../../domain/rules/follow-up-due";
import { refundItem } from "../../../domain/rules/money-adds-up";
import { all, header, own } from "../references";
import { paceName, settings } from "../site-sheet";
import { clientName, earliest, ofClient, orElse, ownerNow, placeIn, visitDay } from "./parts";

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
  return `=IF(${id}="","",${earliest([visitDay(id), call])})`;
};

/** The one reached last; of two on one day, whatever the hour, the later of D C B A √ ×. A "/" is no day. */
const currentGrade = (): string => {
  const reached = [
    ["×", own("grades", "reachedLost")],
    ["√", own("grades", "reachedDeal")],
    ["A", own("grades", "reachedA")],
    ["B", own("grades", "reachedB")],
    ["C", own("grades", "reachedC")],
  ] as const;
  const days = [own("grades", "reachedD"), ...reached.map(([, day]) => day).reverse()].join(",");
  const pick = reached.reduceRight(
    (rest, [each, day]) => `IF(N(${day})>=INT(MAX(${days})),"${each}",${rest})`,
    '"D"',
  );
  return `=IF(MAX(${days})=0,"",${pick})`;
};

const lastContact = (): string => {
  const contact = `MAXIFS(${all("followUps", "contactedAt")},${all("followUps", "clientId")},${id})`;
  const call = `MAXIFS(${all("calls", "calledAt")},${all("calls", "clientId")},${id})`;
  return `=IF(${id}="","",${orElse(`INT(MAX(${contact},${call},${visitDay(id)}))`, '""')})`;
};

const reachedDays = [
  own("grades", "reachedD"),
  own("grades", "reachedC"),
  own("grades", "reachedB"),
  own("grades", "reachedA"),
  own("grades", "reachedDeal"),
  own("grades", "reachedLost"),
].join(",");

const ofDeal = (...conditions: readonly string[]): string =>
  [all("deals", "dealId"), `"C"&${id}`, ...conditions].join(",");
const ofReceipts = (item: string): string =>
  `${all("receipts", "clientId")},${id},${all("receipts", "item")},"${item}"`;
const dealState = all("deals", "status");
const waits = `${all("receipts", "clientId")},${id},${all("receipts", "depositStatus")},"${depositStates.waiting}"`;

/** The last of 认购日期 of what is not signed, and of the days of deposits 待签约. */
const depositOn = (): string => {
  const subscribed = `MAXIFS(${all("deals", "subscribedOn")},${ofDeal(dealState, '"认购"')})`;
  return `INT(MAX(${subscribed},MAXIFS(${all("receipts", "date")},${waits})))`;
};

/** The last of 退款 and 办结日期 of 退房. */
const refundOn = (): string => {
  const closed =
    `MAXIFS(${all("applications", "closedOn")},${all("applications", "clientId")},${id},` +
    `${all("applications", "kind")},"退房申请",${all("applications", "status")},"已办结")`;
  return `INT(MAX(MAXIFS(${all("receipts", "date")},${ofReceipts(refundItem)}),${closed}))`;
};

/**
 * R5: 0 the grade's own days, 1 after a deposit and until 签约, 2 after a deposit was given back; the first that holds.
 * - A live deal that is not signed, or a deposit 待签约, whatever became of the client's other units: 1.
 * - A live deal: 0.
 * - After 退款 of whatever unit: 0 where the client was graded anew after it, unless that is a √; else 2.
 * - Else 0.
 * Whether the client has receipts at all is asked first: few have.
 */
const depositState = (): string => {
  const count = (conditions: string): string => `COUNTIFS(${conditions})`;
  const since = `AND(${grade}<>"√",INT(MAX(${reachedDays}))>${refundOn()})`;
  return (
    `IF(${count(ofDeal(dealState, '"认购"'))}>0,1,IF(COUNTIFS(${all("receipts", "clientId")},${id})=0,0,` +
    `IF(${count(waits)}>0,1,` +
    `IF(${count(ofDeal(dealState, '"签约"'))}+${count(ofDeal(dealState, '"已售"'))}>0,0,` +
    `IF(${count(ofReceipts(refundItem))}=0,0,IF(${since},0,2))))))`
  );
};

/** R10: as `begunAnew` of the domain; 0 for clients who were always their consultant's. */
const begunOn = (): string => {
  const reached = `${own("grades", "reachedD")}:${own("grades", "reachedDeal")}`;
  const lost = `INT(SUM(${own("grades", "reachedLost")}))`;
  const former = `SUBSTITUTE(TRIM(${own("grades", "formerConsultant")}),"/","")`;
  return `IF(${former}="",0,INT(MINIFS(${reached},${reached},">="&${lost}+1)))`;
};

/** Days of 设置: as the house has them where nothing is said, or no number of days. */
const daysOf = (setting: "depositDays" | "withdrawnLatest", house: number): string => {
  const said = settings[setting];
  const isOdd = `OR(MOD(${said},1)>0,${said}+0<0,${said}+0>9999)`;
  return `IF(${said}="",${house},IFERROR(IF(${isOdd},${house},${said}+0),${house}))`;
};

/** More days than any. */
const many = "10^6";
/** Days after `from`, less one, until a day; very many where it is not after `from`, or is none (0). */
const until = (day: string, from: string): string => `MOD(INT(${day})-${from}-1,${many})`;

/**
 * The earliest 下次跟进 that the last contact's day agreed; where it agreed nothing, the earliest of those of before; 0
 * where there is none. Either question goes through all of 跟踪记录: most ask one. What is added makes up for the noise
 * that dividing twice leaves.
 */
const agreed = (): string => {
  const next = all("followUps", "nextAt");
  const theirs = `${all("followUps", "clientId")},${id}`;
  const ahead = `${next},">="&${last}+1`;
  const anew = `MINIFS(${next},${theirs},${all("followUps", "contactedAt")},">="&${last},${ahead})`;
  return `IFERROR(1/(1/${anew}),MINIFS(${next},${theirs},${ahead}))+0.000001`;
};

/** The limit, so many days less one after `from`, or the day that was agreed before it. */
const dueAfter = (from: string, limit: string): string => `${from}+1+MIN(${until(agreed(), from)},${limit})`;

/**
 * For D, or for everybody: 对象级别 left empty, or struck out. Only a contact serves an occasion some days ahead; a client
 * who was given anew is due for one on that very day.
 */
const untilOccasion = (from: string): string => {
  const dates = all("events", "date");
  const audiences = `${all("events", "audience")},{"*D*","=","/"}`;
  const open = `MAX(${last}+${occasionLead + 1},${begunOn()})`;
  const nearest = `MINIFS(${dates},${dates},">="&${open},${audiences})`;
  return `SUMPRODUCT(MIN(MOD(INT(${nearest})-${from},${many})))-1`;
};

/**
 * R5. A client who has a deal (√) is only waited for where a deposit is on its way to 签约 or back. After a deposit or a
 * refund days count from it, where it is later than the last contact; so they do from the day a ladder began anew for
 * another consultant (R10), as from a first contact.
 */
const nextDue = (): string => {
  const met = `MAX(${last},${begunOn()})`;
  const days = (column: 2 | 4): string => `VLOOKUP(${grade},${paceName},${column},FALSE)`;
  const isFirst = `OR(${last}=${own("grades", "date")},${begunOn()}>=${last})`;
  const pace = `IFERROR(IF(${isFirst},${days(2)},${days(4)})-1,${many})`;
  const usual = dueAfter(met, `IF(${grade}="D",${untilOccasion(met)},${pace})`);
  const within = (since: string, latest: string): string =>
    dueAfter(`MAX(${last},${begunOn()},${since})`, `${latest}-1`);
  const due = [
    `IF(${grade}="√","",${orElse(`MOD(${usual},${many})`, '""')})`,
    within(depositOn(), daysOf("depositDays", houseDeposit.days)),
    within(refundOn(), daysOf("withdrawnLatest", houseDeposit.latest)),
  ];
  return `=IF(OR(${grade}="",${grade}="×",${last}=""),"",CHOOSE(1+${depositState()},${due.join(",")}))`;
};

/** R6. */
const dueStatus = (): string => {
  const { today } = settings;
  const dates = all("events", "date");
  const forOccasion = `AND(${grade}="D",COUNTIFS(${dates},">="&${due},${dates},"<"&${due}+1)>0)`;
  return (
    `=IF(${id}="","",IF(${grade}="×","待再分配",` +
    `IF(${due}="",IF(${grade}="√","已成交",IF(${grade}="D","待活动","")),` +
    `IF(${due}<${today},"逾期"&(${today}-${due})&"天",IF(${due}=${today},"今日",` +
    `IF(${forOccasion},"待活动","未到期"))))))`
  );
};

const invited = own("invitations", "clientId");

export const followUpFormulas = {
  calls: { no: callNumber() },
  grades: {
    no: `=IF(${id}="","",${placeIn(header("grades", "no"))})`,
    date: firstContact(),
    name: ofClient(id, clientName),
    grade: currentGrade(),
    lastContact: lastContact(),
    nextDue: nextDue(),
    dueStatus: dueStatus(),
  },
  followUps: { name: ofClient(own("followUps", "clientId"), clientName) },
  invitations: {
    no: `=IF(${invited}="","",${placeIn(header("invitations", "no"))})`,
    name: ofClient(invited, clientName),
    consultant: ofClient(invited, ownerNow),
  },
};
