/** R4: what A, B, C and D mean, in the words of the document whose grading a site has chosen. */
import type { Grade } from "./grade";

export interface Meaning {
  readonly zh: string;
  readonly en: string;
}

export type Grading = "000" | "002" | "003";

const ends = {
  "√": { zh: "已成交", en: "has a deal" },
  "×": { zh: "无望，交经理再分配", en: "hopeless: for the manager to reassign" },
} as const;

const meanings: Readonly<Record<Grading, Readonly<Record<Grade, Meaning>>>> = {
  "000": {
    A: { zh: "购买意向明确，三天内能成交", en: "clear intention, can close within three days" },
    B: { zh: "近期会成交，资金未到位或家人不在", en: "will close soon; money or family is away" },
    C: { zh: "没有表态，态度积极", en: "has not said, is positive" },
    D: { zh: "明确说不买，或抗性很大", en: "says no, or resists strongly" },
    ...ends,
  },
  "003": {
    A: { zh: "高意向、高购买力，一个月内可能成交", en: "may close within a month" },
    B: { zh: "意向明确、有购买力，一到三个月内可能成交", en: "may close within one to three months" },
    C: { zh: "有一定意向，三个月以上", en: "some intention, more than three months" },
    D: { zh: "意向模糊，或暂不具备条件", en: "vague, or not able to buy yet" },
    ...ends,
  },
  "002": {
    A: {
      zh: "认同产品和价格，有购买力，房源已落点，来过两三次，决策人到场",
      en: "product, price, means, unit, two or three contacts and the decider: all there",
    },
    B: { zh: "价格或首付略有差距，其余都认同", en: "price or payment slightly short, all else there" },
    C: { zh: "认同产品、价格，有购买力，其余还差", en: "product, price and means; the rest is open" },
    D: { zh: "产品、价格、购买力有一项不认同", en: "one of product, price and means is missing" },
    ...ends,
  },
};

const isGrading = (text: string): text is Grading => text in meanings;

/** `grading`: 评级标准 of 设置; another than the documents' reads as 000. */
export const gradeMeaning = (grading: string, grade: Grade): Meaning =>
  meanings[isGrading(grading) ? grading : "000"][grade];
