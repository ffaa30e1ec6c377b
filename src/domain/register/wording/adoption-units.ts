/** 收编 of 销控表: which unit a row is, and what the old list says otherwise (R13). */
import { error, hint, type Wording } from "./say";

export const adoptionUnits = {
  joinedByUnit: hint(
    "R13",
    ["{value} 已在销控表里，空着的格照原表填，有内容的没有动", "不是同一套的，请在旧表里改房号，再收编"],
    ["{value} is on the board already: its empty cells are filled, the others stay", "Check the number"],
  ),
  joinedByUnitHere: hint(
    "R13",
    ["{value} 在原表里写了几行，内容不矛盾，合成一行", "请核对"],
    ["{value} has several rows in the old list that agree: they become one", "Check it"],
  ),
  unitAlready: hint(
    "R13",
    ["{value} 已在销控表里，没有要补的，没有再写", "不用处理"],
    ["{value} is on the board already; nothing was written", "Nothing to do"],
  ),
  setAsideBoard: hint(
    "R13",
    [
      "这是销控图：一层一行、一户一格，不是一行一套的房源表，没有收进",
      "请在“销控”页用“批量生成房源”建好，再照图改状态；或在旧表里列成一行一套，再收编",
    ],
    [
      "A board of floors and rooms, not a list of units: not taken",
      "Generate the units on the page Units and set their states by the board, or list them a row each",
    ],
  ),
  unitTwiceThere: error(
    "R13",
    ["原表里 {value} 写了几行（第 {rows} 行），{differs}不一样", "请只留对的一行，或改正房号，再收编"],
    ["{value} has several rows in the old list (rows {rows}) that differ in {differs}", "Keep the right one"],
  ),
  unitNoUnsaid: error(
    "R13",
    ["没有房号，编不出房源编号", "请补上房号，或楼层和户号，再收编"],
    ["No room is written, so there is no unit number", "Add the room, or floor and door"],
  ),
  unitIsDay: error(
    "R13",
    [
      "房号成了日期 {value}：多半是表格软件把 3-1 这样的房号当成了日期",
      "请在旧表里把这一格设成文本、写回房号，再收编",
    ],
    [
      "The room has become a day, {value}: a spreadsheet took 3-1 for one",
      "Make the cell text and write it anew",
    ],
  ),
  unitLikeDay: hint(
    "R13",
    ["“{caption}”成了日期 {value}：多半是 3-1 这样的房号，照原样收了", "请照原来的登记改回房号"],
    ["“{caption}” has become a day, {value}: taken as it stands", "Put the unit's number back"],
  ),
  dealOtherwiseThere: error(
    "R13",
    [
      "{unit} 已经有这位客户的成交报告，这一行的{differs}写得不一样",
      "请核对：这一行对的，请到成交报告里改，原表多出来的（如签约日期）一并补上；写错的，改成一样再收编",
    ],
    [
      "{unit} already has this client's deal, and this row differs in {differs}",
      "If this row is right, change that report and add what only the row says; else make the row agree and take it in again",
    ],
  ),
  givenBackList: error(
    "R13",
    [
      "“{value}”是退房、换房或更名的名单，不作成交收",
      "请给这套房办退房、调房或更名申请；不是这样的名单，请改标题或工作表名，再收编",
    ],
    [
      "“{value}” is a list of units given back, exchanged or passed on: its rows are no deals",
      "File those applications; if it is another list, change its title or the sheet's name and take it in again",
    ],
  ),
  unitPartsDiffer: error(
    "R13",
    ["房号“{value}”和同一行的楼栋、单元、楼层对不上：{parts}", "请核对，改正写错的一格，再收编"],
    ["The room “{value}” does not go with the building, section or floor beside it: {parts}", "Put it right"],
  ),
  unitFloorUnread: error(
    "R13",
    ["楼层“{value}”看不懂，和户号合不成房号", "请把楼层写成数字，或写完整的房号，再收编"],
    ["The floor “{value}” cannot be joined with the door", "Write the floor in figures, or the whole room"],
  ),
  unitOtherwise: hint(
    "R13",
    [
      "原表“{caption}”是 {value}，销控表里是 {there}：销控表的没有动，原表的写在自有列“备注”里",
      "请核对；要改请在销控表里改",
    ],
    [
      "The old “{caption}” is {value}, the board has {there}, which stays; the old one is in the own column 备注",
      "Check it",
    ],
  ),
  unitUndealt: hint(
    "R13",
    [
      "原表写“{value}”，案场簿里没有这套房源的成交报告",
      "请收编或填写成交报告；没有成交的，请在销控表里改状态",
    ],
    [
      "The old list says {value}, but no deal of this unit is reported",
      "Take in or report the deal, or change the state",
    ],
  ),
  unitStateByDeal: hint(
    "R13",
    [
      "原表写“{value}”，成交报告第 {row} 行（{otherName}）说是{state}：照成交报告，原表的写在自有列“备注”里",
      "请核对",
    ],
    [
      "The old list says {value}, the deal in row {row} ({otherName}) says {state}, which is taken",
      "Check it",
    ],
  ),
  unitStateStrange: hint(
    "R13",
    ["状态“{value}”销控表里没有，先记“不可售”，原文写在自有列“备注”里", "请核对；是别的状态请在销控表里改"],
    [
      "The board has no state {value}: 不可售 is put for now, the words are in the own column 备注",
      "Check it",
    ],
  ),
  unitStateUnsaidSold: hint(
    "R13",
    [
      "没写状态，却写了客户“{value}”，案场簿里没有成交报告：先记“不可售”",
      "请核对，在销控表里改成认购、签约或已售",
    ],
    [
      "No state is written, but a client, {value}, and no deal is reported: 不可售 is put for now",
      "Check it",
    ],
  ),
  unitStateInRow: hint(
    "R13",
    [
      "没写状态，同一行里却写着“{value}”：先记“不可售”",
      "请核对，在销控表里改成认购、签约、已售或保留；可售的改成可售",
    ],
    ["No state is written, but the row says {value}: 不可售 is put for now", "Check it"],
  ),
  unitStateUnsaid: hint(
    "R13",
    ["没写状态，也没写客户，照可售收", "请核对；不是可售的请在销控表里改"],
    ["Neither state nor client is written: taken as 可售", "Check it"],
  ),
  unitClientOtherwise: hint(
    "R13",
    [
      "原表的客户是“{value}”，成交报告第 {row} 行是 {otherName}（{otherId}）：照成交报告，原表的写在自有列“客户姓名”里",
      "请核对是不是一房两卖",
    ],
    [
      "The old client is {value}, the deal in row {row} is {otherName}'s ({otherId}), which is taken",
      "Is it sold twice?",
    ],
  ),
  unitClientFound: hint(
    "R9",
    [
      "电话或编号 {value} 是 {otherName}（{otherId}）的，记作这套房源的客户",
      "若是另一位客户，请在销控表里改客户编号",
    ],
    [
      "{value} is {otherName}'s ({otherId}): put down as the unit's client",
      "If it is another, change the number",
    ],
  ),
  unitPriceFromTotal: hint(
    "R12",
    ["原表没有单价，照总价 {total} ÷ 面积算成 {value}", "请核对"],
    ["No unit price is written: {value}, by the total {total} and the area", "Check it"],
  ),
  unitTotalOtherwise: hint(
    "R12",
    [
      "原表总价 {value}，单价 × 面积是 {total}：销控表的总价自己算，原表的写在自有列“备注”里",
      "请核对单价和面积",
    ],
    [
      "The old total is {value}, price × area is {total}, which the board computes; the old one is in 备注",
      "Check it",
    ],
  ),
} satisfies Record<string, Wording>;
