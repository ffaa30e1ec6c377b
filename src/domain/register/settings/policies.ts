/** What a site has chosen where the documents disagree or leave it open: lines of 设置. */
import type { CalendarDay } from "../../kit/calendar-day";
import { houseDeposit } from "../../rules/follow-up-due";

export interface Policies {
  /** R5: days between contacts after a deposit and until 签约. */
  readonly depositDays: number;
  /** R5: days after a withdrawn deposit from which a contact counts, and by which it is to be made. */
  readonly withdrawnEarliest: number;
  readonly withdrawnLatest: number;
  /** R4: whose wording of A B C D is shown: "000", "002" or "003". */
  readonly grading: string;
  /** R9: whose rules settle who owns a client: "000", "001" or "004". */
  readonly ownership: string;
  /** R9: days a reception keeps its claim after the last contact; nought: for good. */
  readonly claimDays: number;
  /** R9: days after a call within which the caller who comes is the call taker's; nought: the same day; nothing: as the policy says. */
  readonly callDays: number | undefined;
  /** R9: kin counted as the same client: 配偶, 父母, 子女 … */
  readonly kin: readonly string[];
  /** R13: days from 认购 within which 签约 is agreed. */
  readonly signWithin: number;
  /** R11: the two groups take the door on alternate days. */
  readonly alternateDays: boolean;
  /** R11: a day on which 一组 has the door. */
  readonly alternateFrom: CalendarDay | undefined;
  /** First day of the quarter that 季度进度 shows; nothing: the sheet shows none. */
  readonly quarterStart: CalendarDay | undefined;
  /** First day of the quarter that its plan was made for; nothing: nobody said. */
  readonly plannedFrom: CalendarDay | undefined;
  /** R15: key dates of the project. */
  readonly openingOn: CalendarDay | undefined;
  readonly handOverOn: CalendarDay | undefined;
  /** R20: prints and exports show 138****1234. */
  readonly maskPhones: boolean;
  /** R17: points by signal key of 意向评分; 100 in all. */
  readonly weights: Readonly<Record<string, number>>;
}

/** R17, as the documents weigh them. */
export const houseWeights = {
  likesProduct: 15,
  likesPrice: 15,
  canAfford: 15,
  fixedUnit: 15,
  cameAgain: 10,
  deciderCame: 10,
  askedPayment: 10,
  askedDetails: 5,
  likesArea: 5,
} as const satisfies Readonly<Record<string, number>>;

/** How a site begins. */
export const housePolicies: Policies = {
  depositDays: houseDeposit.days,
  withdrawnEarliest: houseDeposit.earliest,
  withdrawnLatest: houseDeposit.latest,
  grading: "000",
  ownership: "000",
  claimDays: 0,
  callDays: undefined,
  kin: ["配偶", "父母", "子女"],
  signWithin: 7,
  alternateDays: false,
  alternateFrom: undefined,
  quarterStart: undefined,
  plannedFrom: undefined,
  openingOn: undefined,
  handOverOn: undefined,
  maskPhones: false,
  weights: houseWeights,
};

/** A policy's name as lists have it: "000" comes back as 0 from a cell that lost its text format. */
export const policyNamed = (said: string): string => (/^\d{1,3}$/u.test(said) ? said.padStart(3, "0") : said);
