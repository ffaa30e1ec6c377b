/** R12, R13: units, deals, receipts, applications. */
import { error, hint, warning, type Wording } from "./say";

export const sales = {
  // Why an event may not happen: rules/unit-life.ts.
  unitNotForSale: error(
    "R13",
    ["{unit} 不可售", "请另选房源，或由经理在销控表里开放"],
    ["{unit} is not for sale", "Choose another unit, or have the manager open it on 销控表"],
  ),
  unitHeldForOther: error(
    "R13",
    ["{unit} 已为 {holder} 保留", "请先释放保留，或另选房源"],
    ["{unit} is held for {holder}", "Release it first, or choose another unit"],
  ),
  unitTaken: error(
    "R13",
    ["{unit} 已是 {holder} 的房源（{state}）", "一套房只能有一宗成交，请另选房源"],
    ["{unit} is {holder}'s ({state})", "A unit has one deal: choose another"],
  ),
  unitNotHeld: error(
    "R13",
    ["{unit} 现在是“{state}”，没有保留", "只有“保留”的房源可以释放"],
    ["{unit} is {state}, not held", "Only a held unit can be released"],
  ),
  heldByAnother: error(
    "R13",
    [
      "{unit} 现在是为 {holder} 保留的，您看到的还是 {seen}：刚被同事改过，没有释放",
      "请先问清；确要释放 {holder} 的保留，请再点一次“释放保留”",
    ],
    [
      "{unit} is held for {holder} now; you saw {seen}: a colleague has just changed it, and it was not released",
      "Ask first; to release it from {holder} all the same, press the button again",
    ],
  ),
  dealAlready: error(
    "R13",
    ["{unit} 已经有这位客户的成交报告", "不用再报；要改请到成交报告里改"],
    ["{unit} already has this client's deal", "Change that report instead"],
  ),
  unitNotSubscribed: error(
    "R13",
    ["{unit} 还没有认购", "请先填成交报告（认购），再办这一步"],
    ["{unit} has no deal yet", "Report the deal first"],
  ),
  alreadySigned: error(
    "R13",
    ["{unit} 已在 {signedOn} 签约", "不用再签；日期有误请到成交报告里改"],
    ["{unit} was signed on {signedOn}", "If the day is wrong, change it in 成交报告"],
  ),
  subscribedBeforeQueued: error(
    "R13",
    ["认购日期 {on} 早于排号日期 {queuedOn}", "应依次为排号、认购、签约，请核对日期"],
    ["{on} is before 排号, {queuedOn}", "排号, 认购, 签约 come in this order: check the days"],
  ),
  subscribedBeforeVisit: warning(
    "R13",
    [
      "认购日期 {on} 早于首次来访 {visit}，“自首次看房至大定时间”成了负数",
      "请核对认购日期和来访登记的来访日期，哪个不对改哪个",
    ],
    ["{on} is before the first visit, {visit}", "Check 认购日期 here and 来访日期 in 来访登记"],
  ),
  signedBeforeSubscribed: error(
    "R13",
    ["签约日期 {on} 早于认购日期 {subscribedOn}", "应依次为排号、认购、签约，请核对日期"],
    ["{on} is before 认购, {subscribedOn}", "排号, 认购, 签约 come in this order: check the days"],
  ),
  closedBeforeSubscribed: error(
    "R13",
    ["{on} 早于认购日期 {subscribedOn}", "请核对日期"],
    ["{on} is before 认购, {subscribedOn}", "Check the day"],
  ),
  receiptOverPrice: error(
    "R12",
    ["已收 {paid} 元，再收就超过总价 {total} 元，多出 {over} 元", "请核对金额，或先改成交总价"],
    [
      "{paid} was received; with this the price {total} is exceeded by {over}",
      "Check the amount or the price",
    ],
  ),
  exchangeAfterSigning: error(
    "R13",
    ["{unit} 已在 {signedOn} 签约，不能调房", "调房只在签约以前；签约后请走退房再认购"],
    ["{unit} was signed on {signedOn}: no exchange", "Only before 签约; afterwards refund and buy anew"],
  ),
  exchangeSameUnit: error(
    "R13",
    ["调房后房号就是原房号 {value}", "请填另一套房源"],
    ["The new unit is the old one, {value}", "Fill in another unit"],
  ),
  newUnitNotForSale: error(
    "R13",
    ["{unit} 现在是“{state}”，不能调入", "只能调到“可售”的房源，请另选"],
    ["{unit} is {state}", "An exchange goes only to a 可售 unit: choose another"],
  ),

  // Money.
  nothingToPay: error(
    "R12",
    ["不能是 0", "请填实际的{caption}，成交总价 = 成交单价 × 建筑面积"],
    ["It cannot be 0", "Fill in the real figure: total = price × area"],
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
    ["{value} 早于上一步的 {before}", "意见按顺序签，请核对日期"],
    ["{value} is before the step before, {before}", "Opinions follow in time: check the day"],
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

  // Receipts, plans, holding.
  refundWithoutApplication: error(
    "R13",
    ["{client} 在 {unit} 没有批准的退房申请，不能退款", "请先办退房申请，批准后再退款"],
    ["{client} has no approved refund application for {unit}", "Apply for the refund first"],
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
    ["这一期应收款已经不在付款计划里", "请刷新后再试"],
    ["This instalment is no longer in the plan", "Look again and retry"],
  ),

  noWaitingDeposit: error(
    "R13",
    ["{unit} 没有待签约的定金，没有地方记客户拒签", "请刷新后再看；定金还没有登记的，先登记收据"],
    [
      "{unit} has no deposit waiting for 签约: nowhere to say so",
      "Look again; enter the receipt if it is missing",
    ],
  ),

  // What the check finds: units.
  unitNoTwice: error(
    "R13",
    ["房源 {value} 在第 {other} 行已经有一行", "一套房源只填一行，请删去一行"],
    ["{value} stands in row {other} already", "One row a unit: delete one"],
  ),
  unitStatusDiffers: error(
    "R13",
    ["{unit} 的状态是“{state}”，按成交报告第 {deal} 行（{name}）应为“{becomes}”", "点“修正”即可改过来"],
    ["{unit} says {state}; by row {deal} of 成交报告 ({name}) it is {becomes}", "“Fix” puts it right"],
  ),
  unitClientDiffers: error(
    "R13",
    ["{unit} 记的客户不是成交报告第 {deal} 行的 {name}（{becomes}）", "点“修正”即可改过来"],
    ["{unit} names another client than row {deal} of 成交报告, {name} ({becomes})", "“Fix” puts it right"],
  ),
  unitNotReturned: error(
    "R13",
    ["{unit} 已由 {no} 退回，状态还是“{state}”", "点“修正”改为“可售”"],
    ["{no} gave {unit} back, but it still says {state}", "“Fix” puts it on sale again"],
  ),
  unitWithoutDeal: hint(
    "R13",
    ["{unit} 是“{state}”，但没有成交报告", "请补成交报告；没有成交请改状态"],
    ["{unit} is {state} without a deal report", "Report the deal, or change the status"],
  ),
  unitWithoutClient: warning(
    "R13",
    ["{unit} 是“{state}”，但没有填客户编号", "请填客户编号，或改状态"],
    ["{unit} is {state}, but names no client", "Fill in the client, or change the status"],
  ),
  unitHasClient: warning(
    "R13",
    ["{unit} 是“可售”，却还记着客户 {value}", "点“修正”清空；若在保留请改状态"],
    ["{unit} is on sale but still names {value}", "“Fix” clears it; if it is held, change the status"],
  ),
  areaDiffersFromBoard: warning(
    "R12",
    [
      "建筑面积 {area}，销控表第 {other} 行 {unit} 是 {board}",
      "请核对，填错的一处改正；房子改了结构的，补户型结构变更申请",
    ],
    [
      "The area is {area}; row {other} of 销控表 has {board} for {unit}",
      "Put right what is wrong; if the unit was changed, add the application for it",
    ],
  ),
  priceBelowBoard: warning(
    "R12",
    [
      "成交单价 {price} 低于销控表第 {other} 行 {unit} 的 {board}，没有批准的特惠申请",
      "请核对单价；确有优惠的，补特惠申请并审批",
    ],
    [
      "The unit price {price} is below {board} of {unit} in row {other} of 销控表, and no discount was approved",
      "Check the price; if there was a discount, apply for it and have it approved",
    ],
  ),
  nameDiffers: warning(
    "R13",
    [
      "客户姓名“{name}”，{sheet}第 {other} 行 {client} 是“{known}”，没有批准的更名申请",
      "编号或姓名填错的请改正；换人买的补更名申请；几人合买的用“、”写在一起",
    ],
    [
      "The client is “{name}”; row {other} of {sheet} has “{known}” for {client}, and no change of name was approved",
      "Put the number or the name right; if somebody else buys, apply for it; write several buyers with 、",
    ],
  ),
  unitsNotOnBoard: hint(
    "R13",
    ["{units} 不在销控表里", "请核对房源编号"],
    ["{units}: not on 销控表", "Check the unit numbers"],
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
    ["{unit} 收据合计 {paid} 元，超过成交总价 {total} 元，多出 {over} 元", "请核对收据和成交总价"],
    ["Receipts for {unit} sum to {paid}, {over} over the price {total}", "Check the receipts and the price"],
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

  // Applications.
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
  gradeAfterRefund: warning(
    "R4",
    ["{client} 已退房，级别还是 √", "点“修正”从退房那天起改回 {becomes}"],
    ["{client} was refunded but is still √", "“Fix” brings {becomes} back, from the day of the refund"],
  ),
} satisfies Record<string, Wording>;
