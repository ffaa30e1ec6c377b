/** R12 over an application's own figures, and over the receipts of the deal it is about. */
import { type ApplicationKind, applications } from "../../forms/applications";
import type { CalendarDay } from "../../kit/calendar-day";
import { minus, type Yuan, yuanOf } from "../../kit/money";
import { checkTotal, discounted, isPayment, refundItem, refundOf, sumOf } from "../../rules/money-adds-up";
import { type Finding, finding } from "../problem";
import { isDiscounted } from "./promised-price";
import type { Row } from "../register";
import type { ReceiptRow } from "./sale-rows";

type Key = keyof typeof applications.fields;

const at = (key: Key) => ({ key, caption: applications.fields[key].caption }) as const;

const amount = (answers: Row, key: Key): Yuan | undefined =>
  typeof answers[key] === "number" ? (answers[key] as Yuan) : undefined;

/** All that came in, whatever went back. */
export const receivedOf = (receipts: readonly ReceiptRow[]): Yuan =>
  sumOf(receipts.filter(({ item }) => isPayment(item)).map((each) => each.amount));

export interface RefundStanding {
  /** All that came in. */
  readonly received: Yuan;
  /** 已付房款 is what the receipts say. */
  readonly agrees: boolean;
  /** What has gone back of what 已付房款 tells. */
  readonly gone: Yuan;
}

/**
 * 已付房款 of a 退房 held against the deal's receipts. It is all that came in, or that less what had gone back by
 * 申请日期 (a deposit that was returned and paid anew, before the refund was asked for).
 */
export const refundStanding = (
  receipts: readonly ReceiptRow[],
  paid: Yuan,
  appliedOn: CalendarDay | undefined,
): RefundStanding => {
  const received = receivedOf(receipts);
  const backs = receipts.filter(({ item }) => item === refundItem);
  const back = sumOf(backs.map((each) => each.amount));
  const before = sumOf(
    backs.filter(({ date }) => (date ?? "") <= (appliedOn ?? "")).map((each) => each.amount),
  );
  const isLess = paid !== received && paid === minus(received, before);
  return { received, agrees: isLess || paid === received, gone: isLess ? minus(back, before) : back };
};

const ofPrice = (answers: Row): readonly Finding[] => {
  const [price, area, total] = [
    amount(answers, "unitPrice"),
    amount(answers, "floorArea"),
    amount(answers, "totalPrice"),
  ];
  if (price === undefined || area === undefined || total === undefined) return [];
  const { right, expected, difference } = checkTotal(price, area, total);
  // A granted price was divided by the area, to the fen.
  if (right || isDiscounted(answers)) return [];
  const facts = { unitPrice: price, floorArea: area, expected, difference };
  return [finding("applicationPriceDiffers", { ...at("totalPrice"), value: total, facts })];
};

const ofDiscount = (answers: Row): readonly Finding[] => {
  const total = amount(answers, "totalPrice");
  if (total === undefined) return [];
  const [usual, asked] = [amount(answers, "usualDiscount"), amount(answers, "discountAsked")];
  const discounts = [usual, asked].filter((each) => each !== undefined);
  return discounted(total, discounts, 1) !== "exceedsPrice"
    ? []
    : [
        finding("discountOverPrice", {
          ...at("discountAsked"),
          ...(asked === undefined ? {} : { value: asked }),
          facts: { total, usual: usual ?? 0, asked: asked ?? 0 },
        }),
      ];
};

const ofRefund = (answers: Row, receipts: readonly ReceiptRow[]): readonly Finding[] => {
  const [paid, penalty] = [amount(answers, "paid"), amount(answers, "penalty")];
  if (paid === undefined) return [];
  const found: Finding[] = [];
  if (penalty !== undefined && refundOf(paid, penalty) === "exceedsPaid")
    found.push(finding("penaltyOverPaid", { ...at("penalty"), value: penalty, facts: { paid, penalty } }));
  const { received, agrees } = refundStanding(
    receipts,
    paid,
    answers["appliedOn"] as CalendarDay | undefined,
  );
  if (receipts.length > 0 && !agrees)
    found.push(finding("paidDiffers", { ...at("paid"), value: paid, facts: { paid, received } }));
  return found;
};

/** 调房后总房款 = 调房后单价 × 调房后面积, where all three are said. */
export const exchangeMoney = (answers: Row): readonly Finding[] => {
  const [price, area, total] = [
    amount(answers, "newUnitPrice"),
    amount(answers, "newFloorArea"),
    amount(answers, "newTotalPrice"),
  ];
  if (price === undefined || area === undefined || total === undefined) return [];
  const { right, expected, difference } = checkTotal(price, area, total);
  const facts = { unitPrice: price, floorArea: area, expected, difference };
  return right ? [] : [finding("totalMismatch", { ...at("newTotalPrice"), value: total, facts })];
};

/** `receipts`: of the deal it is about; none where they are not kept in this workbook. */
export const moneyFindings = (
  kind: ApplicationKind,
  answers: Row,
  receipts: readonly ReceiptRow[],
): readonly Finding[] => [
  ...ofPrice(answers),
  ...(kind === "特惠申请" ? ofDiscount(answers) : []),
  ...(kind === "退房申请" ? ofRefund(answers, receipts) : []),
  ...(kind === "调房申请" ? exchangeMoney(answers) : []),
];

/** 退款额 = 已付 − 违约金; nothing where 已付 is not said, or the penalty is more. */
export const agreedRefund = (paid: Yuan | undefined, penalty: Yuan | undefined): Yuan | undefined => {
  const agreed = paid === undefined ? "exceedsPaid" : refundOf(paid, penalty ?? yuanOf(0));
  return agreed === "exceedsPaid" ? undefined : agreed;
};
