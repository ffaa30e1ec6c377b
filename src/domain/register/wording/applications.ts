/** R12, R13: an application's figures and signatures, and what its 办结 left undone. */
import { error, hint, warning, type Wording } from "./say";

export const applications = {
  applicationPriceDiffers: warning(
    "R12",
    [
      "{unitPrice} × {floorArea} = {expected} 元，与总房款 {value} 元相差 {difference} 元",
      "请照成交报告核对单价、面积和总房款，改掉填错的一项",
    ],
    [
      "{unitPrice} × {floorArea} = {expected} yuan, {difference} off 总房款, {value}",
      "Check price, area and total against 成交报告, and correct what is wrong",
    ],
  ),
  paidOutdated: error(
    "R12",
    [
      "申请单写已付 {paid} 元，这一单的收据合计 {received} 元，相差 {difference} 元，还没有办结",
      "请与财务核对收据；收据没错的，把申请单的已付房款改为 {received} 元（退款额随之改变，请签字各方知道），再办结",
    ],
    [
      "The application says {paid} was paid; receipts of the deal sum to {received}, {difference} apart: it was not carried out",
      "Check the receipts with finance; where they are right, change 已付房款 to {received}, tell those who signed, and carry it out then",
    ],
  ),
  refundOutstanding: warning(
    "R12",
    [
      "{no} 应退 {agreed} 元，收据里已退 {refund} 元，还差 {left} 元，过了 {due} 已 {days} 天",
      "还没退的请办退款；退过的请在定金回款补上退款收据",
    ],
    [
      "{no} is to refund {agreed}; receipts say {refund} went back, {left} is wanting, {days} days past {due}",
      "Pay it out, or enter the 退款 receipt in 定金回款 where it was paid",
    ],
  ),
  exchangePriceMissing: error(
    "R12",
    [
      "没有填调房后总房款，也没有调房后单价、面积（销控表里 {unit} 同样没有），成交报告改不了价",
      "请在申请单补上调房后总房款，或在销控表补上 {unit} 的单价和建筑面积",
    ],
    [
      "There is no 调房后总房款, nor price and area of {unit} here or on 销控表: the deal would have no new price",
      "Fill in 调房后总房款 on the application, or price and area of {unit} on 销控表",
    ],
  ),
  exchangePriceListed: hint(
    "R12",
    [
      "没有填调房后总房款，按 {unitPrice} × {area} = {total} 元改成交报告",
      "请与客户核对；另有约定的请改成交总价，并在申请单补上",
    ],
    [
      "There is no 调房后总房款: the deal takes {unitPrice} × {area} = {total}",
      "Check it with the client; where another price was agreed on, change the deal's and fill it in here",
    ],
  ),
  discountNotFollowed: error(
    "R12",
    [
      "{no} 已办结特惠，优惠后总房款 {promised} 元，成交报告还是 {value} 元",
      "点“修正”把成交总价、成交单价改为优惠后的价",
    ],
    [
      "{no} granted a price of {promised}, but the report still says {value}",
      "“Fix” takes the granted price over, total and per ㎡",
    ],
  ),

  // Signatures.
  closedWithoutOwner: warning(
    "R13",
    ["已经办结，业主签字日期还空着", "纸上签过的请补填日期；没签的请业主补签"],
    [
      "It is carried out, and the day of the owner's signature is empty",
      "Fill in the day the paper has; where it has none, have the owner sign",
    ],
  ),
  signerUnnamed: warning(
    "R13",
    ["已经办结，{signers}的意见没有写是谁签的", "请照纸上的签字补填；没签的请补签"],
    [
      "It is carried out, and nobody is named for the opinion of {signers}",
      "Fill in who signed the paper; where nobody did, have it signed",
    ],
  ),
  closedWithoutInspection: warning(
    "R13",
    ["已经办结，改造情况检查记录或检查人还空着", "请检查人检查改造情况，补填检查记录和检查人"],
    [
      "It is carried out, and 改造情况检查记录 or 检查人 is empty",
      "Have the work inspected, and fill in the record and who did it",
    ],
  ),
} satisfies Record<string, Wording>;
