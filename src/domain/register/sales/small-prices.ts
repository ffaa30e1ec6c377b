/** R12: prices that no home has. Registers are in yuan; people think in 万元, and 90 is soon written for 900000. */
import { deals } from "../../forms/deals";
import { units } from "../../forms/units";
import { type Yuan, yuanOf } from "../../kit/money";
import { finding, type Finding } from "../problem";
import type { Row } from "../register";

const wan = 10_000;

/**
 * In yuan: the least that is not asked about. A total below is at most a hundred million as 万元, so none of those is
 * missed; and a square metre for less than 100 is nobody's, while 100万元 buy it nowhere.
 */
export const leastOf = { totalPrice: wan, unitPrice: 100 } as const;

type PriceKey = keyof typeof leastOf;

/** What a square metre costs somewhere, in yuan: 万元 that come to less or more are something else. */
const likely = [500, 500_000] as const;

const isPrice = (said: unknown): said is number => typeof said === "number" && said > 0;

/** Only where what it comes to is a price of homes; without an area nobody can tell. */
const inYuan = (key: PriceKey, price: number, area: unknown): Yuan | undefined => {
  const yuan = yuanOf(price * wan);
  const metre = key === "unitPrice" ? yuan : isPrice(area) ? yuan / area : 0;
  return metre >= likely[0] && metre <= likely[1] ? yuan : undefined;
};

/** A hint alone: a 储藏室 may be given away for little. Of a row of 成交报告 or 销控表. */
export const smallPriceFindings = (form: "deals" | "units", answers: Row): readonly Finding[] =>
  (form === "deals" ? (["unitPrice", "totalPrice"] as const) : (["unitPrice"] as const)).flatMap((key) => {
    const said = answers[key];
    if (!isPrice(said) || said >= leastOf[key]) return [];
    const { caption } = (form === "deals" ? deals : units).fields[key];
    const yuan = inYuan(key, said, answers["floorArea"]);
    const facts = { yuan: yuanOf(said * wan) };
    return [
      finding("priceOfNoHome", {
        ...{ key, caption, value: said, facts },
        ...(yuan === undefined ? {} : { becomes: { [key]: yuan } }),
      }),
    ];
  });
