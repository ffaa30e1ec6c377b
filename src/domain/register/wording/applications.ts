/** R12, R13: applications: their figures and signatures, what stands in the way of one, what its 办结 left undone. */
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

  // Applications.
  noLiveDeal: error(
    "R13",
    ["{client} 在 {unit} 没有有效的成交", "请核对客户编号和房号，或先填成交报告"],
    ["{client} has no live deal on {unit}", "Check client and unit, or report the deal first"],
  ),
  dealMoved: error(
    "R13",
    [
      "{client} 的成交已由 {no} 从 {unit} 调到 {to}",
      "请核对金额后把房号改为 {to}，或者驳回后按 {to} 重新申请",
    ],
    [
      "{no} moved the deal of {client} from {unit} to {to}",
      "Check the amounts and change 房号 to {to}, or turn this down and apply anew for {to}",
    ],
  ),
  applicationPending: error(
    "R13",
    ["这套房已有一份{kind}在办：{no}", "请在那一份上继续办理"],
    ["{no} of this kind is under way for the unit", "Go on with that one"],
  ),
  renameSame: error(
    "R13",
    ["拟更换的姓名就是现在的 {name}", "请填新业主的姓名"],
    ["The new name is the present one, {name}", "Fill in the new owner's name"],
  ),
  unitUnknown: warning(
    "R13",
    ["{value} 不在销控表里", "请核对房源编号，或先在销控表里添上"],
    ["{value} is not on 销控表", "Check the unit number, or add it there"],
  ),
  applicationUnknown: error(
    "R13",
    ["没有编号为“{value}”的申请，或它的类型、客户编号没有填对", "请核对申请单"],
    ["There is no application “{value}”, or its kind or client is not filled in", "Check 申请单"],
  ),
  applicationClosed: error(
    "R13",
    ["{no} 已经办结", "不用再办"],
    ["{no} has been carried out", "Nothing is left to do"],
  ),
  applicationRejected: error(
    "R13",
    ["{no} 已被驳回", "要再办请重新申请"],
    ["{no} was turned down", "Apply anew"],
  ),
  applicationSigned: error(
    "R13",
    ["{no} 各方都已签过意见", "可以办结了"],
    ["Everybody has signed {no}", "It can be carried out"],
  ),
  applicationNotApproved: error(
    "R13",
    ["{no} 还没有批准，下一位是{next}", "请{next}签意见，批准后再办"],
    ["{no} is not approved yet; next is {next}", "Have {next} sign first"],
  ),
  opinionOutOfTurn: error(
    "R13",
    ["现在轮到{next}签意见，还没到{signer}", "按顺序签：{order}"],
    ["It is {next}'s turn, not {signer}'s", "They sign in this order: {order}"],
  ),
  opinionUnreadable: error(
    "R13",
    ["“{value}”看不出同意还是不同意", "请先写“同意”或“不同意”，说明换个说法写在后面"],
    ["“{value}” says neither yes nor no", "Write 同意 or 不同意 first, and put the remark in other words"],
  ),
  opinionBeforeEarlier: error(
    "R13",
    ["{value} 早于{step}的 {before}", "先申请，意见按顺序签：请核对这两个日期"],
    [
      "{value} is before {step}, {before}",
      "First the application, then the opinions in turn: check both days",
    ],
  ),
  applicationTurnedDown: hint(
    "R13",
    ["{signer}不同意，{no} 就此驳回", "请告知客户；要再办请重新申请"],
    ["{signer} says no: {no} is turned down", "Tell the client; a new application may follow"],
  ),
  ownerNotSigned: hint(
    "R13",
    ["业主还没有签字", "请业主签字，填上日期"],
    ["The owner has not signed", "Have them sign, and fill in the day"],
  ),
  receiptNotReturned: hint(
    "R13",
    ["原收据还没有收回", "请把作废的定单和收据收回，交财务备案"],
    ["The old receipt has not come back", "Take back receipt and order form, for finance to keep"],
  ),
  closedBeforeApplied: error(
    "R13",
    ["办结日期 {on} 早于申请日期 {appliedOn}", "请核对日期"],
    ["{on} is before it was applied for, {appliedOn}", "Check the day"],
  ),
  closedBeforeSigned: error(
    "R13",
    ["办结日期 {on} 早于{step}的 {before}", "签完意见才能办结：请核对这两个日期"],
    ["{on} is before {step}, {before}", "It is carried out after all have signed: check both days"],
  ),
  bookedAfterApplied: error(
    "R13",
    ["定房日期 {value} 晚于申请日期 {appliedOn}", "定了房才能申请：请核对这两个日期"],
    [
      "{value} is after the application, {appliedOn}",
      "A home is booked before this is asked for: check both days",
    ],
  ),
  dayBeforeApplied: hint(
    "R13",
    ["{value} 早于申请日期 {appliedOn}", "先申请、后办理：请核对这两个日期，没错的不用改"],
    [
      "{value} is before the application, {appliedOn}",
      "Usually it is asked for first: check both days; leave them if they are right",
    ],
  ),

  // What the check finds.
  applicationUnnumbered: warning(
    "R13",
    ["这份申请还没有编号", "点“修正”编为 {becomes}"],
    ["This application has no number", "“Fix” gives {becomes}"],
  ),
  applicationNumberTwice: error(
    "R13",
    ["申请编号 {value} 在第 {other} 行也用了", "请到“校验”修正，后一份会换成新编号"],
    ["{value} also stands in row {other}", "Fix it under Check: the later one gets a new number"],
  ),
  exchangeToTaken: error(
    "R13",
    [
      "{unit} 是“{state}”（{sheet}第 {other} 行），不能调入",
      "只能调到“可售”的房源：请另选一套；已经办结的，请核对调房后房号，或清空办结日期",
    ],
    [
      "{unit} is {state} ({sheet}, row {other}): no exchange to it",
      "Only to a 可售 unit: choose another; where it was closed, check 调房后房号 or clear 办结日期",
    ],
  ),
  applicationTwice: error(
    "R13",
    ["第 {other} 行（{no}）已经有这位客户这套房的{kind}", "同一件事只办一份，请作废一份"],
    [
      "Row {other} ({no}) is this client's {kind} for this unit already",
      "One is enough: take one of them back",
    ],
  ),
  refundComesFirst: error(
    "R13",
    [
      "这一单的退房申请 {no} 已经批准，{kind}不能再办结",
      "请先办结 {no}；客户不退了，请签字人在申请单把 {no} 的意见改为“不同意”，再办这一份",
    ],
    [
      "{no} (退房) was approved for this deal: {kind} can no longer be carried out",
      "Carry {no} out; where the client stays after all, have a signer change the opinion on {no} to 不同意, then go on",
    ],
  ),
  applicationsBeside: hint(
    "R13",
    [
      "这一单还有 {n} 份申请没有办结：{others}",
      "先办哪一份请经理定；办完一份，其余的照那时的房号、业主和价格改，办不成的请签字人写“不同意”",
    ],
    [
      "{n} more applications of this deal are open: {others}",
      "Have the manager say which comes first; then change the others to the unit, owner and price there are, or have them turned down",
    ],
  ),
  closedWithoutApproval: error(
    "R13",
    ["填了办结日期，但还没有批准，缺{missing}的意见", "请先按顺序签意见；没有办结请清空日期"],
    ["It has a closing day but is not approved: {missing} is missing", "Have them sign, or clear the day"],
  ),
  closedThoughRejected: error(
    "R13",
    ["已被驳回，却填了办结日期", "请清空办结日期"],
    ["It was turned down, but has a closing day", "Clear the day"],
  ),
  opinionUnclear: warning(
    "R13",
    ["这条意见看不出同意还是不同意", "请{signer}重签：先写“同意”或“不同意”，说明写在后面；在此之前算审批中"],
    [
      "This opinion says neither yes nor no",
      "Have {signer} sign again: 同意 or 不同意 first, remarks after it; until then it is not approved",
    ],
  ),
  opinionOutOfOrder: warning(
    "R13",
    ["{signer}在{missing}之前签了意见", "按顺序签：{order}"],
    ["{signer} signed before {missing}", "They sign in this order: {order}"],
  ),
  exchangeNotFollowed: error(
    "R13",
    ["{no} 已办结调房，成交报告还记着原房号 {value}", "点“修正”改为 {becomes}，两套房的状态一起改"],
    ["{no} moved the deal to {becomes}, but the report still says {value}", "“Fix” moves it, and both units"],
  ),
  renameNotFollowed: warning(
    "R13",
    ["{no} 已办结更名，成交报告还是 {value}", "点“修正”改为 {becomes}"],
    ["{no} renamed the deal to {becomes}, but the report still says {value}", "“Fix” renames it"],
  ),
  renamedBlanksLeft: hint(
    "R13",
    [
      "成交报告第 {row} 行的{blanks}还是原业主 {was} 的",
      "更名申请上只有姓名：问过 {name} 后逐项改成新业主的，没有填“/”",
    ],
    [
      "Row {row} of 成交报告 still has the former owner {was}'s {blanks}",
      "The application has the name only: ask {name} and change each, or fill in / for nothing",
    ],
  ),
  renamedCareLeft: hint(
    "R15",
    [
      "{client} 的来访登记、客户档案和老客户维护还是原业主 {was} 的，原业主同意接收信息不等于 {name} 同意",
      "原业主的资料不删；{name} 到访或来电另行登记，问过同意再发信息、做维护",
    ],
    [
      "Register, 客户档案 and 老客户维护 of {client} are still the former owner {was}'s, whose consent is not {name}'s",
      "Nothing of theirs is deleted; register {name} as a client of their own, and ask before they are written to",
    ],
  ),
  ownerStillFormer: hint(
    "R13",
    [
      "{no} 已更名为 {name}，{blanks}还是原业主 {was} 的（{sheet}第 {other} 行）",
      "问过 {name} 后改成新业主的，没有填“/”；客户档案和老客户维护也还是原业主的，{name} 另行登记、同意后再维护",
    ],
    [
      "{no} made the deal over to {name}, but {blanks} is still {was}'s (row {other} of {sheet})",
      "Ask {name} and change it, or fill in / for nothing; 客户档案 and 老客户维护 are the former owner's too: register {name} and ask for consent",
    ],
  ),
  overpaidFirst: error(
    "R12",
    [
      "已收 {paid} 元，超过变更后的总房款 {total} 元，多收 {over} 元",
      "申请批准后，先在回款里登记一笔“退款” {over} 元，再办结；金额有误的请核对",
    ],
    [
      "{paid} was received, {over} over the price to come, {total}",
      "Once the application is approved enter a 退款 of {over} on 回款, then carry it out; or check the amounts",
    ],
  ),
  refundOverOverpaid: error(
    "R12",
    ["退款 {refund} 元，按 {no} 多收的只有 {over} 元", "成交还在，只退多收的部分；整套退的请办退房申请"],
    [
      "The refund is {refund}; by {no} only {over} was overpaid",
      "The deal stands: only what is overpaid goes back; to give the unit up apply for a refund",
    ],
  ),
  refundedBelowPrice: error(
    "R12",
    [
      "{unit} 因调房或特惠退款，多退了 {over} 元",
      "只退超过新总房款的部分，请核对退款金额；整套退的请办退房申请",
    ],
    [
      "{unit}: {over} too much went back for the exchange or the discount",
      "Only what is over the new price goes back: check the amount, or apply for a refund of the unit",
    ],
  ),
  gradeAfterRefund: warning(
    "R4",
    ["{client} 已退房，级别还是 √", "点“修正”从退房那天起改回 {becomes}"],
    ["{client} was refunded but is still √", "“Fix” brings {becomes} back, from the day of the refund"],
  ),
} satisfies Record<string, Wording>;
