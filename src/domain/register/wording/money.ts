/** R12, R13: 定金回款, plans and mortgage papers. */
import { error, hint, warning, type Wording } from "./say";

export const money = {
  // Money.
  nothingToPay: error(
    "R12",
    ["不能是 0", "请填实际的{caption}，成交总价 = 成交单价 × 建筑面积"],
    ["It cannot be 0", "Fill in the real figure: total = price × area"],
  ),
  priceOfNoHome: hint(
    "R12",
    [
      "{caption} {value} 元，没有房子卖这个价，多半是按万元写的",
      "请核对；是万元的改成 {yuan}（旧表在表头写明“万元”再收编，就照万元收）",
    ],
    [
      "{caption} {value} yuan is no home's price: 万元 were meant, most likely",
      "Check it; if it is 万元, make it {yuan} (or write 万元 in the old header and take it in again)",
    ],
  ),
  discountOverPrice: error(
    "R12",
    ["正常优惠 {usual} 元加申请优惠 {asked} 元，超过总房款 {total} 元", "优惠不能超过房款，请核对"],
    ["Discounts of {usual} and {asked} exceed the price {total}", "Check the amounts"],
  ),
  discountNotTaken: hint(
    "R12",
    ["{no} 批准优惠后总房款 {promised} 元，成交总价是 {value} 元", "请核对成交总价，改成批准的优惠价"],
    ["{no} granted a price of {promised}; the deal says {value}", "Check the price against what was granted"],
  ),
  discountOnOtherPrice: error(
    "R12",
    [
      "申请单上的总房款 {total} 元，成交报告里现在是 {price} 元",
      "请核对后在申请单里把总房款改为 {price} 元，再办结",
    ],
    [
      "The application starts from {total}; the deal's price is {price} now",
      "Check it, correct 总房款 on the application, then carry it out",
    ],
  ),
  penaltyOverPaid: error(
    "R12",
    ["违约金 {penalty} 元超过已付房款 {paid} 元", "退款额 = 已付房款 − 违约金，不能是负数，请核对"],
    ["The penalty {penalty} exceeds what was paid, {paid}", "A refund cannot be below nought"],
  ),
  refundOverPaid: error(
    "R12",
    ["退款额 {refund} 元超过实收 {received} 元", "请核对已付房款和收据"],
    ["The refund {refund} exceeds what was received, {received}", "Check the receipts"],
  ),
  refundOverAgreed: error(
    "R12",
    [
      "{no} 批准退款 {agreed} 元，退款合计 {refund} 元，多退 {over} 元",
      "退款额 = 已付房款 − 违约金，请核对退款金额",
    ],
    [
      "{no} grants a refund of {agreed}; refunds sum to {refund}, {over} too much",
      "A refund is what was paid less the penalty: check the amount",
    ],
  ),
  itemNotCounted: hint(
    "R12",
    ["款项“{item}”不计入已收房款（{count} 张收据）", "算房款的，请改选：{items}"],
    ["“{item}” does not count towards the price ({count} receipts)", "If it should, choose one of {items}"],
  ),
  amountNought: error(
    "R12",
    ["金额是 0", "请填这张收据实收或实退的金额"],
    ["The amount is nought", "Fill in what the receipt is for"],
  ),
  paidDiffers: warning(
    "R12",
    ["申请写已付 {paid} 元，收据合计 {received} 元", "请与财务核对收据"],
    ["It says {paid} was paid; receipts sum to {received}", "Check the receipts with finance"],
  ),
  paidOverNewPrice: error(
    "R12",
    ["已收 {paid} 元，超过总房款 {total} 元", "请先退还多收的款，或核对金额"],
    ["{paid} was received, more than the price {total}", "Refund what is too much, or check the amounts"],
  ),
  planToRevise: hint(
    "R12",
    ["总房款由 {was} 元变为 {total} 元", "请修改付款计划"],
    ["The price went from {was} to {total}", "Revise the payment plan"],
  ),
  receiptTwice: error(
    "R12",
    ["收据号 {value} 在第 {other} 行已经用过", "收据号不得重复，请核对"],
    ["Receipt {value} stands in row {other} already", "Receipt numbers are unique: check it"],
  ),

  // Receipts, plans, holding.
  refundWithoutApplication: error(
    "R13",
    [
      "{client} 在 {unit} 没有批准的退房申请，不能退款",
      "请先办退房申请，批准后再退款；因调房、特惠多收的，那份申请批准后就可以退多收的部分",
    ],
    [
      "{client} has no approved refund application for {unit}",
      "Apply for the refund first; what an exchange or a discount leaves overpaid goes back once that is approved",
    ],
  ),
  depositToReport: hint(
    "R13",
    ["收了大定金，{unit} 还没有成交报告", "请接着填成交报告，房源才转为“认购”"],
    ["A deposit was taken, and {unit} has no deal report", "Report the deal next: the unit becomes 认购"],
  ),
  unitNotThere: error(
    "R13",
    ["{value} 不在销控表里", "请核对房源编号，或先在销控表里添上"],
    ["{value} is not on 销控表", "Check the unit number, or add it there"],
  ),
  depositOnSale: hint(
    "R13",
    [
      "{client} 为 {unit} 付过定金，还有 {paid} 元没退（定金回款第 {other} 行），状态却是“可售”",
      "还要这套的请改为“保留”，填上客户编号；不要了的请退定金",
    ],
    [
      "{client} has paid {paid} for {unit} (定金回款 row {other}), which is on sale",
      "Hold it for them, or see to the refund",
    ],
  ),
  depositTwice: warning(
    "R13",
    [
      "{unit} 已收了 {holder} 的定金（第 {other} 行），这里又收了 {client} 的",
      "一套房只为一位客户保留，请与两位客户核实，退一位的定金或换一套",
    ],
    [
      "{unit} has a deposit of {holder} already (row {other}); this one is {client}'s",
      "A unit is held for one client: settle with both, refund one or move it to another unit",
    ],
  ),
  depositOnReleased: hint(
    "R13",
    ["{client} 为这套房付过 {paid} 元定金", "请与财务办理退款，或转到另一套"],
    ["{client} has paid {paid} for this unit", "See to the refund with finance, or move it to another unit"],
  ),
  planOverPrice: error(
    "R12",
    ["付款计划合计 {planned} 元，超过成交总价 {total} 元，多 {difference} 元", "请核对各期金额"],
    ["The plan sums to {planned}, {difference} over the price {total}", "Check the instalments"],
  ),
  planUnderPrice: hint(
    "R12",
    ["付款计划合计 {planned} 元，比成交总价 {total} 元少 {difference} 元", "请补上其余各期"],
    ["The plan sums to {planned}, {difference} short of the price {total}", "Add the other instalments"],
  ),
  planOutrun: error(
    "R13",
    ["这份付款计划在修改的时候被别人改过", "请放弃修改，看过新的计划再改"],
    ["Somebody changed this plan in the meantime", "Drop the changes and look at the new plan first"],
  ),
  planOnOldUnit: warning(
    "R13",
    ["有 {n} 期应收还记在 {was}，这一单现在是 {unit}", "改计划并保存，各期就记到 {unit}"],
    [
      "{n} instalments still stand on {was}; the deal is on {unit} now",
      "Change and save the plan: they follow",
    ],
  ),
  planElsewhere: warning(
    "R13",
    ["这位客户还有 {n} 期应收记在 {was}，在那里没有成交", "请移到这一单，或在定金回款表里删去"],
    [
      "{n} instalments of this client stand on {was}, where there is no deal",
      "Move them here, or delete them",
    ],
  ),
  planLoanMissing: hint(
    "R13",
    ["付款方式是“{method}”，付款计划里没有按揭一期", "请核对付款方式，或改计划"],
    ["The deal is paid by {method}, but no instalment is a loan's", "Check the payment method, or the plan"],
  ),
  planLoanUnasked: hint(
    "R13",
    ["付款方式是“{method}”，付款计划里却有“{term}”", "请核对付款方式，或改计划"],
    ["The deal is paid by {method}, but the plan has {term}", "Check the payment method, or the plan"],
  ),
  instalmentGone: error(
    "R13",
    [
      "{unit} 的“{term}”（应收 {due}，{amount} 元）已被同事改过或删去，没有标记",
      "请看一下现在的付款计划，再标记",
    ],
    [
      "{term} of {unit} (due {due}, {amount}) was changed or deleted by a colleague; nothing was marked",
      "Look at the plan as it is now, then mark it",
    ],
  ),
  instalmentTwice: error(
    "R13",
    [
      "{unit} 的付款计划里有 {n} 期都是“{term}”（应收 {due}，{amount} 元），表又刚排过序，分不清是哪一期，没有标记",
      "请改期次，让各期有别，再标记；或直接在定金回款表的“客户拒付”里填",
    ],
    [
      "{n} instalments of {unit} are all {term} (due {due}, {amount}), and the table was just sorted; nothing was marked",
      "Tell them apart by 期次, then mark it; or fill in 客户拒付 on 定金回款",
    ],
  ),

  noWaitingDeposit: error(
    "R13",
    ["{unit} 没有待签约的定金，没有地方记客户拒签", "请刷新后再看；定金还没有登记的，先登记收据"],
    [
      "{unit} has no deposit waiting for 签约: nowhere to say so",
      "Look again; enter the receipt if it is missing",
    ],
  ),

  // Receipts and what is to come.
  receiptWithoutDeal: error(
    "R13",
    ["{client} 在 {unit} 没有成交报告，却有{item}收据", "请核对客户编号和房源编号，或补成交报告"],
    ["{client} has no deal on {unit}, but a receipt for {item}", "Check client and unit, or report the deal"],
  ),
  receiptOnOthersUnit: error(
    "R13",
    ["{unit} 是 {holder} 的房源，这张收据是 {client} 的", "请核对客户编号和房源编号"],
    ["{unit} is {holder}'s; the receipt is {client}'s", "Check client and unit"],
  ),
  receiptsOverPrice: error(
    "R12",
    [
      "{unit} 收据合计 {paid} 元，超过成交总价 {total} 元，多出 {over} 元",
      "请核对收据和成交总价；因调房、特惠多收的，请登记一笔“退款” {over} 元",
    ],
    [
      "Receipts for {unit} sum to {paid}, {over} over the price {total}",
      "Check the receipts and the price; enter a 退款 of {over} for what an exchange or a discount left overpaid",
    ],
  ),
  verifiedWithoutDay: hint(
    "R12",
    ["财务已核对，没有填核对日期", "请补填核对日期"],
    ["Finance has verified it, but on no day", "Fill in 核对日期"],
  ),
  verifiedBeforeReceipt: hint(
    "R12",
    ["核对日期 {on} 早于收款日期 {date}", "请核对这两个日期"],
    ["Verified on {on}, before the receipt of {date}", "Check both days"],
  ),
  resultBeforeComing: hint(
    "R8",
    ["邀约在 {on}，还没到，已经填了“{value}”", "请核对邀约时间和执行结果；改约的选“改期”"],
    [
      "The appointment is on {on}, still ahead, but says {value}",
      "Check its time and 执行结果; choose 改期 if it was put off",
    ],
  ),
  invitationUnanswered: hint(
    "R8",
    ["邀约在 {on}，过了 {days} 天还没有执行结果", "请选已到访、未到访或改期"],
    ["The appointment was on {on}, {days} days ago, and has no result", "Choose 已到访, 未到访 or 改期"],
  ),
  refundBeforePaid: error(
    "R13",
    ["退款日期 {on} 早于第一笔收款（第 {other} 行，{paidOn}）", "先收款、后退款：请核对这两个日期"],
    [
      "{on} is before the first payment, {paidOn} in row {other}",
      "Money comes before it goes back: check both days",
    ],
  ),
  refundBeforeApproved: hint(
    "R13",
    [
      "退款日期 {on} 早于 {no}（申请单第 {other} 行）批准的 {approved}",
      "批准后才退款：请核对日期；确实先退了的，请告知财务",
    ],
    [
      "{on} is before {no} (row {other} of 申请单) was approved, {approved}",
      "A refund follows the approval: check the days; if it was paid out early, tell finance",
    ],
  ),
  refundsOverPaid: error(
    "R12",
    ["{unit} 退款比收款多 {over} 元", "请核对收据"],
    ["{unit}: {over} more was refunded than received", "Check the receipts"],
  ),
  instalmentOverdue: warning(
    "R13",
    [
      "{name}（{client}）{term}逾期 {days} 天，尚欠 {amount} 元",
      "请由 {consultant} 先催款；客户拒付填“是”，转财务",
    ],
    [
      "{name} ({client}): {term} is {days} days late, {amount} is owed",
      "{consultant} calls first; set 客户拒付 when they refuse, for finance",
    ],
  ),
  instalmentRefused: warning(
    "R13",
    ["{name}（{client}）{term}逾期 {days} 天，客户拒付，尚欠 {amount} 元", "请转财务部催款"],
    ["{name} ({client}) refuses {term}, {days} days late, {amount} owed", "Finance takes over"],
  ),
  signOverdue: warning(
    "R13",
    [
      "{name} 认购 {unit} 后过了约定签约的日子 {days} 天",
      "请由 {consultant} 催签约；另约日期请记在跟踪里；客户拒签的在收据的“客户拒签”填“是”，转财务",
    ],
    [
      "{name}: {days} days past the day agreed for signing {unit}",
      "{consultant} calls and agrees on a day; set 客户拒签 on the receipt when they refuse, for finance",
    ],
  ),
  signRefused: warning(
    "R13",
    ["{name}（{client}）交了定金，过了约定的日子 {days} 天，客户拒绝签约", "请转财务部催款，或办理退款"],
    [
      "{name} ({client}) paid a deposit and refuses to sign, {days} days past the agreed day",
      "Finance takes over, or refunds",
    ],
  ),
  depositOverdue: warning(
    "R13",
    [
      "{name}（{client}）付了{item}，过了约定的日子 {days} 天还没有成交报告",
      "请催客户补足、签约，或办理退款；客户拒签的在“客户拒签”填“是”，转财务",
    ],
    [
      "{name} ({client}) paid {item}; {days} days past the agreed day there is no deal",
      "Call for signing, or refund; set 客户拒签 when they refuse, for finance",
    ],
  ),
  paperOverdue: hint(
    "R13",
    ["{name}（{client}）的{paper}过了应交日期 {days} 天", "请催客户交按揭资料"],
    ["{name} ({client}): {paper} is {days} days late", "Ask for the mortgage papers"],
  ),
} satisfies Record<string, Wording>;
