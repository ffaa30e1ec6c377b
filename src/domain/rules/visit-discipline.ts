/** R8: 来访 without a call-back number, without any next step, or with fewer than two numbers is a hint. */
import { wantedProduct } from "../forms/visitors";
import { nothing } from "./nothing-to-say";

export type VisitGap = "noCallBack" | "oneNumber" | "noNextStep" | "noNeed";

export interface VisitSaid {
  /** How many numbers the client left. */
  readonly phones: number;
  /** An appointment, or a follow-up agreed on. */
  readonly nextStep: boolean;
  /** Any of 意向产品 (R9: without a need the reception does not count). */
  readonly need: boolean;
}

export const visitGaps = ({ phones, nextStep, need }: VisitSaid): readonly VisitGap[] => [
  ...(phones === 0 ? (["noCallBack"] as const) : phones === 1 ? (["oneNumber"] as const) : []),
  ...(nextStep ? [] : (["noNextStep"] as const)),
  ...(need ? [] : (["noNeed"] as const)),
];

/** Any of these answers says what the client needs (R9): the boxes of 意向产品, as many as the paper has. */
export const needKeys = Object.keys(wantedProduct.fields) as readonly (keyof typeof wantedProduct.fields)[];

/** An answer that says something: not empty, not `/`. */
export const isSaid = (answer: string | number | undefined): boolean =>
  answer !== undefined && answer !== "" && answer !== nothing;
