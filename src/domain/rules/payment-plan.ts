/**
 * R13 付款计划: what a plan starts as, by the way the deal is paid (000, 签约):
 * 一次性付款 "签约成交，并按合同规定收取全部房款，同时相应抵扣已付定金"; 按揭付款 "在签订合同当日或约定的时间内付清首付款", the
 * bank pays the rest; otherwise "按照合同约定时间". A deposit counts towards the first instalment and is none of its own.
 */
import { addDays, addMonths, type CalendarDay } from "../kit/calendar-day";
import { minus, partOf, type Yuan, yuanOf } from "../kit/money";

export const payWays = ["once", "stages", "loan"] as const;
export type PayWay = (typeof payWays)[number];

export interface Term {
  /** 期次: 首付, 第一期, 按揭 … */
  readonly term: string;
  readonly dueOn: CalendarDay;
  readonly amount: Yuan;
}

/** The list of 付款方式 is the site's: its words decide. Nothing where they say neither. */
export const payWayOf = (payment: string): PayWay | undefined =>
  /按揭|公积金|贷款/u.test(payment)
    ? "loan"
    : payment.includes("分期")
      ? "stages"
      : payment.includes("一次")
        ? "once"
        : undefined;

export const isLoanTerm = (term: string): boolean => /按揭|贷款|放款/u.test(term);

/** 款项 of a receipt that pays an instalment. */
export const itemOfTerm = (term: string): string =>
  isLoanTerm(term)
    ? "按揭放款"
    : term.includes("首付")
      ? "首付"
      : term.includes("定金")
        ? term.includes("小")
          ? "小定金"
          : "大定金"
        : "房款";

export interface PlanWish {
  readonly way: PayWay;
  readonly total: Yuan;
  /** The day of signing, or the one it is agreed for. */
  readonly signOn: CalendarDay;
  /** 首付 in percent, above 0 and below 100. */
  readonly downPercent: number;
  /** How many instalments follow the first, a month each, at least one. */
  readonly stages: number;
}

export const usualDownPercent = 30;
export const usualStages = 3;
export const mostStages = 60;

/** A bank lends whole ten thousands, and pays out about a month after the contract is signed. */
const loanStep = 10_000;
const loanDays = 30;
const stageStep = 100;

const digits = [..."零一二三四五六七八九"];
/** 1 to 99 in words: 第十二期. */
const inWords = (n: number): string => {
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  const ten = tens === 0 ? "" : tens === 1 ? "十" : `${digits[tens] ?? ""}十`;
  return `${ten}${ones === 0 ? "" : (digits[ones] ?? "")}`;
};

/** The last takes what the rounding of the others left over. */
const inStages = ({ total, signOn, downPercent, stages }: PlanWish): readonly Term[] => {
  const first = partOf(total, downPercent, 100, stageStep);
  const each = partOf(minus(total, first), 1, stages, stageStep);
  const terms: Term[] = [{ term: "首付", dueOn: signOn, amount: first }];
  let left = minus(total, first);
  for (let n = 1; n <= stages; n++) {
    const amount = n === stages ? left : each;
    left = minus(left, amount);
    terms.push({
      term: n === stages ? "尾款" : `第${inWords(n)}期`,
      dueOn: addMonths(signOn, n),
      amount,
    });
  }
  return terms;
};

const byLoan = ({ total, signOn, downPercent }: PlanWish): readonly Term[] => {
  const loan = partOf(total, 100 - downPercent, 100, loanStep);
  return [
    { term: "首付", dueOn: signOn, amount: minus(total, loan) },
    { term: "按揭", dueOn: addDays(signOn, loanDays), amount: loan },
  ];
};

/** In the order of their days; they sum to the price. */
export const proposedTerms = (wish: PlanWish): readonly Term[] => {
  const terms =
    wish.way === "once"
      ? [{ term: "房款", dueOn: wish.signOn, amount: wish.total }]
      : wish.way === "loan"
        ? byLoan(wish)
        : inStages(wish);
  return terms.filter(({ amount }) => amount > yuanOf(0));
};
