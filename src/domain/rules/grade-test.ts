/** R4: 002's test of six for a grade. */
import type { Grade } from "./grade";
import type { SignalsSeen } from "./intent";

/** "slightly": 有一定价格抗性但可控; 首付或一次性付款需延期. */
export type Extent = "yes" | "slightly" | "no";

export interface SixSigns {
  /** 认同产品 */
  readonly product: boolean;
  /** 认同价格; slightly: a resistance that can be handled. */
  readonly price: Extent;
  /** 购买能力; slightly: part of the payment has to wait. */
  readonly means: Extent;
  /** 落点: a unit is named. */
  readonly unit: boolean;
  /** 关注: two or three visits or calls. */
  readonly attention: boolean;
  /** 决策人到场 */
  readonly decider: boolean;
}

export type Tested = Extract<Grade, "A" | "B" | "C" | "D">;

export const gradeBySix = (signs: SixSigns): Tested => {
  if (!signs.product || signs.price === "no" || signs.means === "no") return "D";
  if (!signs.unit || !signs.attention || !signs.decider) return "C";
  return signs.price === "yes" && signs.means === "yes" ? "A" : "B";
};

export interface SixSaid {
  readonly grade: Tested;
  /** Where what is missing of price or means is missing only slightly. */
  readonly slightly: Tested;
}

/** By the signals of 意向评分, which know yes and no alone; nothing until the first three are known. */
export const sixBySignals = (seen: SignalsSeen): SixSaid | undefined => {
  const { likesProduct: product, likesPrice: price, canAfford: means } = seen;
  if (product === undefined || price === undefined || means === undefined) return undefined;
  const graded = (short: Extent): Tested =>
    gradeBySix({
      product,
      price: price ? "yes" : short,
      means: means ? "yes" : short,
      unit: seen["fixedUnit"] === true,
      attention: seen["cameAgain"] === true,
      decider: seen["deciderCame"] === true,
    });
  return { grade: graded("no"), slightly: graded("slightly") };
};
