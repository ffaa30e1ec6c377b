/** R13: 房源 and deals: why an event may not happen (rules/unit-life.ts), and what the check finds on 销控表. */
import { error, hint, warning, type Wording } from "./say";

export const units = {
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
  heldThoughSettled: warning(
    "R13",
    [
      "{client} 为 {unit} 付的定金已退或已转违约金，状态还是“保留”，别的客户买不了",
      "点“修正”改为“可售”；还要为他保留的，请释放后再保留一次",
    ],
    [
      "{client}'s deposit for {unit} was given back or kept, but it is still 保留: nobody else can buy it",
      "“Fix” puts it on sale; to hold it for them all the same, release it and hold it again",
    ],
  ),
  heldForLong: hint(
    "R13",
    [
      "{unit} 从 {since} 起为 {holder} 保留了 {days} 天，现在没有待签约的定金",
      "还要的请收定金或填成交报告；不要了的请在销控图释放；确要再留的，把更新日期改为今天",
    ],
    [
      "{unit} has been held for {holder} since {since}, {days} days; no deposit waits for signing now",
      "Take a deposit or report the deal; release it on the board if they gave it up; to hold it on, set 更新日期 to today",
    ],
  ),
  depositElsewhere: hint(
    "R13",
    [
      "{client} 在 {unit} 还有 {paid} 元定金待签约（定金回款第 {other} 行），买的却是 {to}",
      "换到 {to} 的，请把那张收据的房源编号改成 {to}，再在销控图释放 {unit}；两套都要的不用改",
    ],
    [
      "{client} has a deposit of {paid} waiting on {unit} (定金回款 row {other}), but buys {to}",
      "If they changed their mind, set that receipt's 房源编号 to {to} and release {unit} on the board; leave it if they want both",
    ],
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
      "请核对单价；确有优惠的，补特惠申请并审批；销控表是后来调的价，不用改，签约以后不再提示",
    ],
    [
      "The unit price {price} is below {board} of {unit} in row {other} of 销控表, and no discount was approved",
      "Check the price; if there was a discount, apply for it and have it approved; where the board was raised later leave it, nothing is said once the deal is signed",
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
  dealPhoneDiffers: hint(
    "R9",
    [
      "联系电话 {phone} 不是登记过的：{sheet}第 {other} 行 {client} 是 {known}",
      "填错的请改正；客户换了号的，把新号也记到{sheet}，再打电话才找得到人",
    ],
    [
      "{phone} is no phone the registers have: row {other} of {sheet} has {known} for {client}",
      "Put right what is wrong; if the client has a new number, add it on {sheet} too",
    ],
  ),
  unitsNotOnBoard: hint(
    "R13",
    ["{units} 不在销控表里", "请核对房源编号"],
    ["{units}: not on 销控表", "Check the unit numbers"],
  ),
} satisfies Record<string, Wording>;
