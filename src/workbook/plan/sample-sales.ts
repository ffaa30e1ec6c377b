/** What the sample's house has sold: the board, receipts, a plan that one is behind with, papers, applications (R12, R13). */
import type { FormKey } from "../../domain/forms/index";
import { addDays, type CalendarDay } from "../../domain/kit/calendar-day";
import { minus, plus, times, yuanOf, type Yuan } from "../../domain/kit/money";
import type { Row } from "../../domain/register/register";
import type { Site } from "../../domain/register/site";
import { type Client, offered, type Step } from "./sample-clients";
import { locationOf, type SampleUnit, unitNamed, unitRows, type UnitState } from "./sample-units";

/** A client's deal: the unit, how it is paid, and when the parts were. */
export interface Sale {
  readonly client: Client;
  readonly unit: SampleUnit;
  readonly subscribed: CalendarDay;
  /** Nothing while it is not signed. */
  readonly signed: CalendarDay | undefined;
}

/** Whose home is which. */
const homes: Readonly<Record<string, { readonly unitNo: string; readonly payment: string }>> = {
  周晓燕: { unitNo: "3-1-802", payment: "按揭贷款" },
  欧阳兰: { unitNo: "3-2-1101", payment: "分期付款" },
  吕芳: { unitNo: "3-1-502", payment: "按揭贷款" },
};
const reserved = { name: "吴志远", unitNo: "3-2-901" } as const;
const withdrawn = { name: "王秀英", unitNo: "3-1-602" } as const;
/** Show flats. */
const kept = ["3-1-301", "3-1-302"] as const;

const daysToSign = 5;

export const saleOf = (client: Client, subscribed: CalendarDay, today: CalendarDay): Sale | undefined => {
  const home = homes[client.person.name];
  if (home === undefined) return undefined;
  const signed = addDays(subscribed, daysToSign);
  return { client, unit: unitNamed(home.unitNo), subscribed, signed: signed <= today ? signed : undefined };
};

const paymentOf = ({ client }: Sale, site: Site): string =>
  offered(site, "payment", homes[client.person.name]?.payment ?? "");

/** Money that came in: what for, and how much. */
type Paid = readonly [day: CalendarDay, item: string, amount: Yuan];

const small = yuanOf(10_000);
const large = yuanOf(40_000);

/** Rounded to hundreds, as people agree. */
const part = ({ unit }: Sale, share: number): Yuan =>
  yuanOf(Math.round((unit.totalPrice * share) / 100) * 100);

/** 按揭 pays the rest three weeks after 签约. */
const bankPaysAfter = 21;

const paidOf = (sale: Sale, today: CalendarDay, byBank: boolean): readonly Paid[] => {
  const deposits: readonly Paid[] = [
    [addDays(sale.subscribed, -2), "小定金", small],
    [sale.subscribed, "大定金", large],
  ];
  if (sale.signed === undefined) return deposits;
  const downPayment = minus(part(sale, 0.3), plus(small, large));
  const bank = addDays(sale.signed, bankPaysAfter);
  return [
    ...deposits,
    [sale.signed, "首付", downPayment],
    ...(byBank && bank <= today
      ? [[bank, "按揭放款", minus(sale.unit.totalPrice, part(sale, 0.3))] as const]
      : []),
  ];
};

const stepper =
  (steps: Step[]) =>
  (form: FormKey, when: string, row: Row): void => {
    steps.push({ when, change: { kind: "append", form, row } });
  };
type Add = ReturnType<typeof stepper>;

const receipts = (
  clients: readonly Client[],
  sales: readonly Sale[],
  site: Site,
  today: CalendarDay,
): readonly Row[] => {
  const paid = sales.flatMap((sale) =>
    paidOf(sale, today, homes[sale.client.person.name]?.payment === "按揭贷款").map(
      ([day, item, amount]) => ({
        client: sale.client,
        unitNo: sale.unit.unitNo,
        day,
        item,
        amount,
      }),
    ),
  );
  const gone = clients
    .filter(({ person }) => person.name === withdrawn.name)
    .flatMap((client) =>
      (
        [
          [addDays(client.first, 6), "小定金"],
          [addDays(client.first, 20), "退款"],
        ] as const
      ).map(([day, item]) => ({ client, unitNo: withdrawn.unitNo, day, item, amount: small })),
    );
  return [...paid, ...gone]
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
    .map(({ client, unitNo, day, item, amount }, at): Row => {
      // The books are looked through the day after.
      const checked = addDays(day, 1) < today;
      return {
        no: String(at + 1).padStart(7, "0"),
        date: day,
        clientId: client.id,
        unitNo,
        item: offered(site, "receiptItem", item),
        amount,
        receivedBy: "示例出纳",
        verified: offered(site, "verified", checked ? "已核对" : "未核对"),
        ...(checked && { verifiedOn: addDays(day, 1) }),
      };
    });
};

/** 分期付款: a third of the rest was due three days ago. */
const plan = (sale: Sale, signed: CalendarDay, today: CalendarDay): readonly Row[] => {
  const first = part(sale, 0.3);
  const middle = part(sale, 0.2);
  const terms = [
    ["首付", signed, first],
    ["第一期", addDays(today, -3), middle],
    ["第二期", addDays(today, 27), middle],
    ["尾款", addDays(today, 87), minus(minus(minus(sale.unit.totalPrice, first), middle), middle)],
  ] as const;
  return terms.map(([term, dueOn, amount]) => ({
    clientId: sale.client.id,
    unitNo: sale.unit.unitNo,
    term,
    dueOn,
    amount,
  }));
};

const papers = (sale: Sale, site: Site, today: CalendarDay): readonly Row[] =>
  (
    [
      ["身份证", addDays(sale.subscribed, 1), sale.subscribed],
      ["户口本", addDays(today, -1), undefined],
      ["收入证明", addDays(today, 3), undefined],
      ["银行流水", addDays(today, 3), undefined],
      ["征信授权", undefined, undefined],
    ] as const
  ).map(([paper, dueOn, handedInOn]) => ({
    clientId: sale.client.id,
    unitNo: sale.unit.unitNo,
    paper: offered(site, "mortgagePaper", paper),
    ...(dueOn !== undefined && { dueOn }),
    ...(handedInOn !== undefined && { handedInOn }),
  }));

const numberOf = (day: CalendarDay): string => `SQ-${day.replaceAll("-", "")}-01`;

/** What every application says of client and unit. */
const asked = (client: Client, unit: SampleUnit, on: CalendarDay, kind: string, site: Site): Row => ({
  no: numberOf(on),
  kind: offered(site, "applicationKind", kind),
  clientId: client.id,
  unitNo: unit.unitNo,
  layout: offered(site, "dealLayout", unit.layout),
  floorArea: unit.floorArea,
  unitPrice: unit.unitPrice,
  totalPrice: unit.totalPrice,
  consultant: client.consultant,
  appliedOn: on,
});

const agreed = (site: Site): string => offered(site, "opinion", "同意");

const discount = (client: Client, site: Site, today: CalendarDay): Row => {
  const on = addDays(today, -5);
  return {
    ...asked(client, unitNamed(reserved.unitNo), on, "特惠申请", site),
    reason: "客户意向明确、一次看中，周边竞品同期有优惠，申请在正常优惠之外再让一点，争取三日内认购。",
    usualDiscount: 5000,
    discountAsked: 8000,
    payment: offered(site, "payment", "按揭贷款"),
    salesOpinion: agreed(site),
    salesSigner: "示例经理",
    salesOn: on,
    managerOpinion: `${agreed(site)}，三日内认购有效`,
    managerSigner: "示例总经理",
    managerOn: addDays(today, -4),
    financeOpinion: agreed(site),
    financeSigner: "示例财务",
    financeOn: addDays(today, -3),
  };
};

const refund = (sale: Sale, site: Site, today: CalendarDay): Row => {
  const on = addDays(today, -1);
  const { section, floor, door } = sale.unit;
  return {
    ...asked(sale.client, sale.unit, on, "退房申请", site),
    bookedOn: sale.subscribed,
    reason: "客户工作调往外地，全家随迁，申请退房。",
    building: "3",
    section,
    floor,
    door,
    buyerKind: offered(site, "buyerKind", "本人"),
    paid: plus(small, large),
    refundReason: "工作调动，举家外迁",
    penalty: 10_000,
    refundOn: addDays(today, 14),
    receiptReturned: offered(site, "yesNo", "否"),
    salesOpinion: `${agreed(site)}，已挽留两次，客户去意已定`,
    salesSigner: "示例经理",
    salesOn: on,
  };
};

/** The deposit that went back: asked for, agreed to, done. */
const givenBack = (client: Client, site: Site): Row => {
  const unit = unitNamed(withdrawn.unitNo);
  const done = addDays(client.first, 20);
  const on = addDays(done, -2);
  return {
    ...asked(client, unit, on, "退房申请", site),
    bookedOn: addDays(client.first, 6),
    reason: "客户家中临时用钱，暂不购房，申请退还小定金。",
    building: "3",
    section: unit.section,
    floor: unit.floor,
    door: unit.door,
    buyerKind: offered(site, "buyerKind", "本人"),
    paid: small,
    refundReason: "家中临时用钱",
    penalty: 0,
    refundOn: done,
    receiptReturned: offered(site, "yesNo", "是"),
    salesOpinion: agreed(site),
    salesSigner: "示例经理",
    salesOn: on,
    managerOpinion: agreed(site),
    managerSigner: "示例总经理",
    managerOn: on,
    financeOpinion: agreed(site),
    financeSigner: "示例财务",
    financeOn: addDays(done, -1),
    closedOn: done,
  };
};

const change = (sale: Sale, site: Site, today: CalendarDay): Row => {
  const on = addDays(today, -2);
  return {
    ...asked(sale.client, sale.unit, on, "户型结构变更", site),
    bookedOn: sale.subscribed,
    reason: "家中有老人同住，想把次卧与书房打通。",
    contact: sale.client.mobile,
    projectNo: "示例一期",
    building: "3",
    section: sale.unit.section,
    floor: sale.unit.floor,
    door: sale.unit.door,
    changeRequest: "次卧与书房之间的非承重墙拆除，加一道推拉门。",
    changeCost: times(yuanOf(160), 20),
    costBy: "示例审算",
    ownerSignedOn: on,
    salesOpinion: agreed(site),
    salesSigner: "示例经理",
    salesOn: on,
  };
};

const board = (
  clients: readonly Client[],
  sales: readonly Sale[],
  site: Site,
  today: CalendarDay,
): readonly Row[] => {
  const opened = addDays(today, -60);
  const states = new Map<string, UnitState>(kept.map((unitNo) => [unitNo, { status: "不可售", on: opened }]));
  const waiting = clients.find(({ person }) => person.name === reserved.name);
  if (waiting) states.set(reserved.unitNo, { status: "保留", client: waiting.id, on: addDays(today, -5) });
  for (const sale of sales) {
    const paid = paidOf(sale, today, homes[sale.client.person.name]?.payment === "按揭贷款");
    const all = paid.reduce((sum, [, , amount]) => plus(sum, amount), yuanOf(0));
    const last = paid.at(-1)?.[0] ?? sale.subscribed;
    states.set(sale.unit.unitNo, {
      status: sale.signed === undefined ? "认购" : all >= sale.unit.totalPrice ? "已售" : "签约",
      client: sale.client.id,
      on: last,
    });
  }
  return unitRows(site, states, opened);
};

/** Rows of 销控表, 定金回款 and 申请单, each with the day it was entered. */
export const salesSteps = (
  clients: readonly Client[],
  sales: readonly Sale[],
  site: Site,
  today: CalendarDay,
): readonly Step[] => {
  const steps: Step[] = [];
  const add: Add = stepper(steps);
  for (const row of board(clients, sales, site, today)) add("units", "", row);
  for (const row of receipts(clients, sales, site, today)) add("receipts", String(row["date"]), row);
  for (const sale of sales) {
    if (sale.signed === undefined) {
      for (const row of papers(sale, site, today)) add("mortgagePapers", sale.subscribed, row);
      add("applications", addDays(today, -1), refund(sale, site, today));
    } else if (homes[sale.client.person.name]?.payment === "分期付款")
      for (const row of plan(sale, sale.signed, today)) add("instalments", sale.signed, row);
    else add("applications", addDays(today, -2), change(sale, site, today));
  }
  const waiting = clients.find(({ person }) => person.name === reserved.name);
  if (waiting) add("applications", addDays(today, -5), discount(waiting, site, today));
  const gone = clients.find(({ person }) => person.name === withdrawn.name);
  if (gone) add("applications", addDays(gone.first, 18), givenBack(gone, site));
  return steps;
};

/** What the deal report says of the unit and the money. */
export const dealUnit = (sale: Sale, site: Site): Row => ({
  payment: paymentOf(sale, site),
  unitNo: sale.unit.unitNo,
  location: locationOf(sale.unit),
  unitCategory: offered(site, "unitCategory", "住宅"),
  propertyType: offered(site, "propertyType", "小高层"),
  layout: offered(site, "dealLayout", sale.unit.layout),
  floorArea: sale.unit.floorArea,
  unitPrice: sale.unit.unitPrice,
  totalPrice: sale.unit.totalPrice,
});
