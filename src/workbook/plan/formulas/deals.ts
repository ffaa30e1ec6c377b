/** 成交报告, 未成交分析, 定金回款, 销控表, 季度进度: what was sold, what was paid, what is to come (R12, R13). */
import { weeksOfQuarter } from "../../../domain/forms/progress";
import { paymentItems, refundItem } from "../../../domain/rules/money-adds-up";
import { all, header, own } from "../references";
import { settings } from "../site-sheet";
import { formerNames } from "./former";
import { otherQuarterPlanned } from "./other-quarter";
import { fen, lateness, orElse, paidAnew, placeIn, visitDay } from "./parts";

const dealId = own("deals", "dealId");
/** "CLY-ZS001" is the deal of LY-ZS001, "XLY-ZS001" the report of having lost it (R1). */
const clientOf = (id: string): string => `MID(${id},2,20)`;
const buyer = clientOf(dealId);

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

/** R12: what a client has paid towards a unit's price: payments less 退款; 违约金 is neither. */
const paidFor = (client: string, unit: string): string => {
  const items = [...paymentItems, refundItem].map((item) => `"${item}"`).join(",");
  const signs = [...paymentItems.map(() => 1), -1].join(",");
  return (
    `SUMPRODUCT(SUMIFS(${all("receipts", "amount")},${all("receipts", "clientId")},${client},` +
    `${all("receipts", "unitNo")},${unit},${all("receipts", "item")},{${items}})*{${signs}})`
  );
};

const unit = own("deals", "unitNo");

/** Refunds of a client and a unit that were carried out. */
const refundsOf = (client: string, unitNo: string): string =>
  [
    [all("applications", "clientId"), client],
    [all("applications", "unitNo"), unitNo],
    [all("applications", "kind"), '"退房申请"'],
    [all("applications", "status"), '"已办结"'],
  ]
    .flat()
    .join(",");

const refundCount = `COUNTIFS(${refundsOf(buyer, unit)})`;

const subscribedOn = own("deals", "subscribedOn");

/** The row's place, from 1, among the deals of this client and unit: by 认购日期, of one day by rows. */
const placeAmongDeals = (): string => {
  const soFar = (key: "dealId" | "unitNo" | "subscribedOn"): string =>
    `${header("deals", key)}:${own("deals", key)},${own("deals", key)}`;
  const before =
    `COUNTIFS(${all("deals", "dealId")},${dealId},${all("deals", "unitNo")},${unit},` +
    `${all("deals", "subscribedOn")},"<"&${subscribedOn})`;
  return `MAX(1,${before}+COUNTIFS(${soFar("dealId")},${soFar("unitNo")},${soFar("subscribedOn")}))`;
};

/** Later than any day. */
const never = "10^6";

/**
 * What of the receipts of this client and unit is another deal's, for they may have bought again what they gave back.
 * Each 退房 (its 办结日期) ends a deal: payments up to that day are its own, and so is a 退款 until the next 认购日期;
 * later ones, and those of that day that `paidAnew` tells, are the next deal's, or of no deal yet. As in `salesLedger`,
 * but where columns cannot tell: days have no hour, so that a second deal given back on the day of its own 认购 counts as
 * standing; a receipt without a day counts for each of several deals; of three and more deals the middle ones, and one
 * that came by 调房 to a home given back since its 认购, are told apart by their 认购日期 alone.
 */
const ofOtherDeals = (): string => {
  const closedOn = all("applications", "closedOn");
  const receipts = (sum: string, condition: string): string =>
    `${sum}${all("receipts", "date")},${condition})`;
  const ofPair =
    `SUMIFS(${all("receipts", "amount")},${all("receipts", "clientId")},${buyer},` +
    `${all("receipts", "unitNo")},${unit},${all("receipts", "item")},`;
  const items = paymentItems.map((item) => `"${item}"`).join(",");
  const payments = (condition: string): string =>
    `SUMPRODUCT(${receipts(`${ofPair}{${items}},`, condition)})`;
  const backs = (condition: string): string => receipts(`${ofPair}"${refundItem}",`, condition);
  const next = orElse(
    `MINIFS(${all("deals", "subscribedOn")},${all("deals", "dealId")},${dealId},${all("deals", "unitNo")},${unit},` +
      `${all("deals", "subscribedOn")},">"&${subscribedOn})`,
    never,
  );
  const refunds = refundsOf(buyer, unit);
  // The last day of the payments that were given back: the day before where those of the day itself were made anew.
  const lastOf = (end: string): string => `(${end}-${paidAnew({ client: buyer, unit, refunds, day: end })})`;
  const from = (end: string): string =>
    `${payments(`">"&${lastOf(end)}`)}-${backs(`">"&MAX(${end},${next}-1)`)}`;
  const until = (end: string): string =>
    `${payments(`"<="&${lastOf(end)}`)}-${backs(`"<="&MAX(${end},SUM(${subscribedOn})-1)`)}`;
  const first = orElse(`MINIFS(${closedOn},${refunds})`, never);
  const end = orElse(`MINIFS(${closedOn},${refunds},${closedOn},">"&${subscribedOn})`, never);
  // A second deal while the first still stands has nothing.
  const before = orElse(`MAXIFS(${closedOn},${refunds},${closedOn},"<="&${subscribedOn})`, never);
  return (
    `IF(${placeAmongDeals()}>1,${from(end)}+${until(before)},` + `IF(${refundCount}=0,0,${from(first)}))`
  );
};

/**
 * R13. 已退房: a refund of this client and unit was carried out; one refund closes one deal, the earlier 认购 first,
 * whichever way the register is sorted; of one day the first row.
 * 认购 while it is not signed, 已售 when it is and the receipts reach 成交总价, else 签约.
 */
const dealStatus = (): string => {
  const [signed, total] = [own("deals", "signedOn"), own("deals", "totalPrice")];
  return (
    `=IF(${dealId}="","",IF(${placeAmongDeals()}<=${refundCount},"已退房",` +
    `IF(NOT(ISNUMBER(${signed})),"认购",IF(AND(ISNUMBER(${total}),SUM(${own("deals", "paid")})>=${fen(`SUM(${total})`)}),` +
    `"已售","签约"))))`
  );
};

const formerConsultant = (): string => `=IF(${dealId}="","",${formerNames(buyer, subscribedOn)})`;

const lostId = own("lostClients", "lostId");
const loser = clientOf(lostId);

/** "/" for who never came. */
const firstVisit = (): string => `=IF(${lostId}="","",${orElse(visitDay(loser), '"/"')})`;

const lastVisit = (): string => {
  const visits =
    `MAXIFS(${all("followUps", "contactedAt")},${all("followUps", "clientId")},${loser},` +
    `${all("followUps", "method")},"来访")`;
  return `=IF(${lostId}="","",${orElse(`MAX(${visitDay(loser)},INT(${visits}))`, '"/"')})`;
};

/** From the first visit to 放弃日期; "/" for who never came. */
const daysToGiveUp = (): string => {
  const [visit, on] = [own("lostClients", "firstVisit"), own("lostClients", "givenUpOn")];
  return `=IF(OR(${lostId}="",NOT(ISNUMBER(${on}))),"",IF(ISNUMBER(${visit}),INT(${on})-${visit},"/"))`;
};

/**
 * What is wanting of this instalment: what was due up to it, in the order of days and on one day of rows, less what
 * the client has paid for the unit; never below nought, never above the instalment. Nothing of a deal that was refunded.
 */
const outstanding = (): string => {
  const [client, unitNo, due, amount] = [
    own("instalments", "clientId"),
    own("instalments", "unitNo"),
    own("instalments", "dueOn"),
    own("instalments", "amount"),
  ];
  const upTo = (key: "clientId" | "unitNo" | "dueOn" | "amount"): string =>
    `${header("instalments", key)}:${own("instalments", key)}`;
  const before =
    `SUMIFS(${all("instalments", "amount")},${all("instalments", "clientId")},${client},` +
    `${all("instalments", "unitNo")},${unitNo},${all("instalments", "dueOn")},"<"&${due})`;
  const sameDay =
    `SUMIFS(${upTo("amount")},${upTo("clientId")},${client},${upTo("unitNo")},${unitNo},` +
    `${upTo("dueOn")},${due})`;
  return (
    `=IF(OR(${client}="",COUNT(${due},${amount})<2),"",IF(${refunded(client, unitNo)},0,` +
    `MAX(0,MIN(${amount},${fen(`${before}+${sameDay}-${paidNow(client, unitNo)}`)}))))`
  );
};

/** What was paid on the deal that stands; before there is any, all that the client has paid for the unit. */
const paidNow = (client: string, unitNo: string): string => {
  const theirs = `${all("deals", "dealId")},"C"&${client},${all("deals", "unitNo")},${unitNo}`;
  return (
    `IF(COUNTIFS(${theirs})=0,${paidFor(client, unitNo)},` +
    `SUMIFS(${all("deals", "paid")},${theirs},${all("deals", "status")},"<>已退房"))`
  );
};

/** A deal of theirs on the unit was refunded, and none stands: they may have bought it again. */
const refunded = (client: string, unitNo: string): string => {
  const having = (status: string): string =>
    `COUNTIFS(${all("deals", "dealId")},"C"&${client},${all("deals", "unitNo")},${unitNo},` +
    `${all("deals", "status")},"${status}")`;
  return `AND(${having("已退房")}>0,${having("<>已退房")}=0)`;
};

/** 已收, 已退房, 逾期n天, 今日, 未到期. */
const instalmentStatus = (): string => {
  const [client, unitNo, due, left] = [
    own("instalments", "clientId"),
    own("instalments", "unitNo"),
    own("instalments", "dueOn"),
    own("instalments", "outstanding"),
  ];
  return (
    `=IF(${left}="","",IF(${left}>0,${lateness(due)},` + `IF(${refunded(client, unitNo)},"已退房","已收")))`
  );
};

/** 已交, 免交 (`/` for its day), 待交 (no day is set), 逾期n天, 今日, 未到期. */
const paperStatus = (): string => {
  const [due, handedIn] = [own("mortgagePapers", "dueOn"), own("mortgagePapers", "handedInOn")];
  return (
    `=IF(${own("mortgagePapers", "clientId")}="","",IF(ISNUMBER(${handedIn}),"已交",` +
    `IF(OR(TRIM(${handedIn})="/",TRIM(${handedIn})="／"),"免交",IF(ISNUMBER(${due}),${lateness(due)},"待交"))))`
  );
};

/** R12: to the yuan, halves up; a product has four decimals at most, the noise behind them is taken off first. */
const unitTotal = (): string => {
  const [price, area] = [own("units", "unitPrice"), own("units", "floorArea")];
  return `=IF(COUNT(${price},${area})=2,ROUND(ROUND(${price}*${area},4),0),"")`;
};

const week = placeIn(header("progress", "week"));
const from = own("progress", "from");

const weekName = (): string => {
  const numerals = "一二三四五六七八九十";
  const names = Array.from({ length: weeksOfQuarter }, (_, at) =>
    at < 10 ? (numerals[at] ?? "") : `十${numerals[at - 10] ?? ""}`,
  );
  return `=IF(${week}>${weeksOfQuarter},"",CHOOSE(MIN(${week},${weeksOfQuarter}),${names.map((name) => `"第${name}周"`).join(",")}))`;
};

/** What is planned from the quarter's first week on; nothing where nothing has been so far, or for another quarter. */
const plannedSoFar = (key: "plannedUnits" | "plannedSales"): string => {
  const weeks = `${header("progress", key)}:${own("progress", key)}`;
  return `=IF(COUNT(${weeks})=0,"",IF(${otherQuarterPlanned},"",${fen(`SUM(${weeks})`)}))`;
};

/**
 * Deals from a day to the week's end by their 认购日期, those 已退房 by now left out, whenever they were refunded. Weeks
 * to come have none.
 */
const actual = (since: string, figure: (conditions: string) => string): string => {
  const on = all("deals", "subscribedOn");
  const within = `${on},">="&${since},${on},"<"&${from}+7,${all("deals", "status")},"<>已退房"`;
  return `=IF(ISNUMBER(${from}),IF(${from}>${settings.today},"",${figure(within)}),"")`;
};
const homes = (within: string): string => `COUNTIFS(${within})`;
const sales = (within: string): string => fen(`SUMIFS(${all("deals", "totalPrice")},${within})`);

const share = (
  done: "unitsSoFar" | "salesSoFar",
  planned: "plannedUnitsSoFar" | "plannedSalesSoFar",
): string => {
  const [of, plan] = [own("progress", done), own("progress", planned)];
  return `=IF(COUNT(${of},${plan})<2,"",IF(${plan}=0,"",${of}/${plan}))`;
};

export const dealFormulas = {
  deals: {
    daysToDeposit: daysToDeposit(),
    visitCount: visitCount(),
    status: dealStatus(),
    paid: `=IF(${dealId}="","",${fen(`${paidFor(buyer, unit)}-(${ofOtherDeals()})`)})`,
    formerConsultant: formerConsultant(),
  },
  lostClients: { firstVisit: firstVisit(), lastVisit: lastVisit(), daysToGiveUp: daysToGiveUp() },
  units: { totalPrice: unitTotal() },
  instalments: { outstanding: outstanding(), status: instalmentStatus() },
  mortgagePapers: { status: paperStatus() },
  progress: {
    week: weekName(),
    from: `=IF(ISNUMBER(${settings.quarterStart}),${settings.quarterStart}+7*(${week}-1),"")`,
    to: `=IF(ISNUMBER(${from}),${from}+6,"")`,
    plannedUnitsSoFar: plannedSoFar("plannedUnits"),
    plannedSalesSoFar: plannedSoFar("plannedSales"),
    units: actual(from, homes),
    sales: actual(from, sales),
    unitsSoFar: actual(settings.quarterStart, homes),
    salesSoFar: actual(settings.quarterStart, sales),
    unitsShare: share("unitsSoFar", "plannedUnitsSoFar"),
    salesShare: share("salesSoFar", "plannedSalesSoFar"),
  },
};
