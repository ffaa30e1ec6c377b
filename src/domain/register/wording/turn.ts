/** R11: the reception turn. */
import { error, hint, warning, type Wording } from "./say";

export const turn = {
  turnNotSet: error(
    "R11",
    ["接待轮序里还没有人", "请先排好轮序"],
    ["Nobody is in the reception order yet", "Set the order up first"],
  ),
  turnSetAlready: error(
    "R11",
    ["接待轮序已经排好了", "要改顺序请用“改顺序”"],
    ["The order is set up already", "Use “Change the order” to change it"],
  ),
  turnNoConsultants: error(
    "R11",
    ["设置里没有在职的置业顾问", "请先在“设置”的置业顾问名单里加人"],
    ["设置 has no consultants at work", "Add them to the roster on 设置 first"],
  ),
  turnMoved: error(
    "R11",
    ["现在轮到 {next}，不是 {expected}", "同事刚登记过接待；请看清轮到谁再点一次"],
    [
      "It is {next}'s turn now, not {expected}'s",
      "A colleague has just logged a reception; look again and click again",
    ],
  ),
  turnNobody: error(
    "R11",
    ["没有人可以接：当班的人都休息或外派", "回来的人请先点“回来”"],
    ["Nobody can receive: all on duty are off or away", "Whoever is back should click “Back” first"],
  ),
  turnNotThere: error(
    "R11",
    ["{name} 不在现场或不在轮序名单里", "请选在场的人；已经回来的请先点“回来”"],
    [
      "{name} is not at the door, or not in the order",
      "Choose somebody who is there; who is back should click “Back” first",
    ],
  ),
  turnNotInLine: error(
    "R11",
    ["{name} 不在轮序名单里", "请先把他加进轮序"],
    ["{name} is not in the order", "Add them to the order first"],
  ),
  turnBackAlready: error(
    "R11",
    ["{name} 已经当值", "不用再点“回来”"],
    ["{name} is on duty already", "Nothing to do"],
  ),
  turnRosterChanged: error(
    "R11",
    ["轮序名单刚被改过", "请按现在的名单再排一次"],
    ["The order has just been changed", "Arrange it again from what it is now"],
  ),
  receptionGone: error(
    "R11",
    ["那一行接待记录已不在，或已填了客户编号", "请看今天的接待记录，再选一次"],
    ["That row of the log is gone, or has a client number by now", "Look at today's log and choose again"],
  ),
  turnOrderTwice: warning(
    "R11",
    ["顺序 {value} 与第 {other} 行重复", "请改成不同的数；现在按行的先后算"],
    [
      "Order {value} stands in row {other} too",
      "Make them different; now the row that stands first comes first",
    ],
  ),
  turnNameTwice: warning(
    "R11",
    ["{value} 在轮序里有两行，另一行是第 {other} 行", "请删去一行；现在只算排在前面的"],
    [
      "{value} is in the order twice, also in row {other}",
      "Delete one; only the one that comes first counts",
    ],
  ),
  turnAlternateUnset: warning(
    "R11",
    ["设置里选了两组隔日当班，但没有填一组起始日", "请在“设置”填“一组起始日”；现在算全员当班"],
    [
      "Two groups on alternate days are chosen, but no day on which 一组 begins",
      "Fill 一组起始日 on 设置; everybody is on duty until then",
    ],
  ),
  turnNoGroup: hint(
    "R11",
    ["{value} 没有分组，隔日当班时每天都在轮序里", "请在“组”里选一组或二组"],
    ["{value} has no group and is in line every day", "Choose a group for them"],
  ),
  outOfTurn: warning(
    "R11",
    ["{receiver} 接了新客户，但该先轮到 {passed}", "有原因请写进“说明”；记错了请把“说明”写成“作废”"],
    [
      "{receiver} received a new client, but {passed} came first",
      "Write the reason under 说明, or 作废 if the row is wrong",
    ],
  ),
  turnOffDuty: hint(
    "R11",
    ["{receiver} 当天不当班（{group} 当班），占了一次轮序", "换班请写进“说明”"],
    [
      "{receiver} was not on duty that day ({group} was) and used a turn",
      "Write under 说明 that they changed days",
    ],
  ),
  countsContradict: warning(
    "R11",
    ["类别是“{kind}”，计序却填了“{value}”", "一般应填“{usual}”；请核对类别和计序，轮序按“计序”算"],
    [
      "The kind is “{kind}”, but 计序 says “{value}”",
      "It is usually “{usual}”; check both; the turn follows 计序",
    ],
  ),
  receiverOutside: warning(
    "R11",
    ["接待人 {value} 不在轮序名单里，这一行不影响轮序", "请把他加进轮序，或改接待人"],
    ["{value} is not in the order: this row moves nobody", "Add them to the order, or correct the receiver"],
  ),
  turnNoteUnread: hint(
    "R11",
    ["轮空、计序“否”，但说明看不出是休息、外派还是回来", "请在“说明”开头写：休息、外派、回来、入列或重排"],
    [
      "轮空 without a turn, and 说明 does not say off, errand or back",
      "Begin 说明 with 休息, 外派, 回来, 入列 or 重排",
    ],
  ),
  turnSlipCounts: hint(
    "R11",
    [
      "说明写的是“{value}”，这一行照样算接待、算轮序",
      "只是时间、编号写错的，改那一格；整行不算的，说明开头写“作废”",
    ],
    [
      "说明 says “{value}”; the row counts all the same",
      "Put the wrong blank right; begin 说明 with 作废 if the whole row does not count",
    ],
  ),
  makeUpNotOwed: warning(
    "R11",
    ["{receiver} 没有欠补接", "只有公司外派错过的才补接一次；请核对类别"],
    [
      "{receiver} was owed no make-up",
      "Only a turn missed on an errand is made up for, once; check the kind",
    ],
  ),
  turnStateBehind: warning(
    "R11",
    [
      "接待记录里 {name} {at} 起{becomes}，状态却是“{value}”；轮到谁只看接待记录，现在不算当值",
      "已经回来的，在接待记录加一行：轮空、计序“否”、说明“回来”；还没有回来的点“修正”，状态改为“{becomes}”",
    ],
    [
      "The log has {name} {becomes} since {at}, 状态 says “{value}”: the log alone decides, so they are away",
      "Whoever is back needs a row in the log: 轮空, 计序 否, 说明 回来; else “Fix” sets 状态 to {becomes}",
    ],
  ),
  turnStateUnlogged: hint(
    "R11",
    [
      "状态写着“{state}”，可接待记录里 {name} {at} 还接了“{kind}”；现在轮到时会跳过 {name}",
      "已经回来的，状态改“当值”；那以后才走开的，在“轮序”里点一下，接待记录就有凭据",
    ],
    [
      "状态 says “{state}”, yet the log has {name} receiving ({kind}) at {at}; they are passed over now",
      "Set 状态 to 当值 if they are back; if they left after that, say so on the turn page, so that the log has it",
    ],
  ),
  newThoughOwned: warning(
    "R11",
    [
      "{client} {first} 就登记过，是 {owner} 的客户，却按“新客户”占了 {receiver} 的轮次",
      "老客户归原置业顾问，不占轮次：类别改“老客户”、计序“否”；同事帮着接的记“义务接待”",
    ],
    [
      "{client} was registered on {first} and is {owner}'s, but used {receiver}'s turn as a new client",
      "A returning client uses no turn: 老客户 with 计序 否, or 义务接待 where a colleague helped",
    ],
  ),
  oldOfAnother: warning(
    "R11",
    [
      "{client} 是 {owner} 的客户，{receiver} 却记成自己的“老客户”",
      "帮同事接待的，类别应是“义务接待”；记错客户编号的请改正",
    ],
    [
      "{client} is {owner}'s, but {receiver} is down as receiving a returning client of their own",
      "Who helps a colleague writes 义务接待; or correct the client's number",
    ],
  ),
  logOutOfTime: hint(
    "R11",
    ["有 {count} 行的时间早于上一行，从这一行起", "轮序按时间算；时间填错的请改正"],
    [
      "{count} rows are earlier than the row above them, from this one on",
      "The turn goes by time; correct what is wrong",
    ],
  ),
  visitOutOfTurn: hint(
    "R11",
    [
      "轮到的是 {next}，这位新客户却由 {receiver} 接了，接待轮序里没有记",
      "请到“轮序”记上这次接待（按轮序、指名或义务接待）",
    ],
    [
      "It was {next}'s turn, but {receiver} received this new client, and the reception log does not have it",
      "Log it on the Turn page: by turn, asked for, or a help",
    ],
  ),
  receptionUnregistered: hint(
    "R11",
    ["{day} {receiver} 接的{kind}还没有客户编号", "请登记来访后填上编号；没留资料的填 /"],
    [
      "{receiver}'s {kind} of {day} has no client number",
      "Register the visit and fill it in; / where they left no details",
    ],
  ),
} satisfies Record<string, Wording>;
