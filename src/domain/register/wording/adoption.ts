/** 收编: what an old row says otherwise than the registers, what stays beside, and why a row is not taken. */
import { error, hint, type Wording } from "./say";

export const adoption = {
  maybeRounded: hint(
    "R2",
    ["手机 {value} 末尾全是 0，可能是表格软件丢了后几位", "请向客户核对；没有错就不用处理"],
    ["{value} ends in noughts: a spreadsheet may have cut its last digits", "Check it with the client"],
  ),
  yearInDoubt: hint(
    "R14",
    [
      "没写年份，月份的先后像是跨了年，照标题写的年份收成 {value}",
      "请核对；若是另一年的，请在登记表里改日期",
    ],
    [
      "No year is written, and the months before and after look like a year's end: taken as {value}, as the title says",
      "Check it; if it is of another year, change the day in the register",
    ],
  ),
  dayConcluded: hint(
    "R14",
    ["日期写成数字，末尾的 0 看不出来，照上下各行的先后收成 {value}", "请核对；不对请在登记表里改日期"],
    [
      "The day is a number whose last nought is lost: taken as {value}, as the rows around it go",
      "Check it; if it is another day, change it in the register",
    ],
  ),
  consultantInLine: hint(
    "R9",
    ["这一行起没写置业顾问，照上面第 {line} 行单独写着的“{value}”收", "请核对；不对请在登记表里改置业顾问"],
    [
      "From this row on no consultant is written: taken as {value}'s, whose name stands alone in row {line}",
      "Check it; if it is another's, change the consultant in the register",
    ],
  ),
  firstOrTenth: error(
    "R14",
    ["“{value}”写成了数字，看不出是 {either}", "请写全年月日，如 2024-03-05"],
    [
      "“{value}” is a number and may be either of two days: {either}",
      "Write the whole day, such as 2024-03-05",
    ],
  ),
  yearConcluded: hint(
    "R14",
    [
      "没写年份，照上下各行月份的先后收成 {value}，与标题写的年份不同",
      "请核对；若是另一年的，请在登记表里改日期",
    ],
    [
      "No year is written: taken as {value}, as the months in the rows around it go, not of the year in the title",
      "Check it; if it is of another year, change the day in the register",
    ],
  ),
  yearAfterVisit: hint(
    "R14",
    [
      "没写年份，照标题是 {was}，早于 {otherName} 首次来访来电的 {first}，收成 {value}",
      "请核对；若是另一年的，请在跟踪记录里改日期",
    ],
    [
      "No year is written: {was} by the title, before {otherName}'s first visit or call on {first}, so taken as {value}",
      "Check it; if it is of another year, change the day in 跟踪记录",
    ],
  ),
  saidBeforeVisit: hint(
    "R14",
    [
      "没写年份，照标题收成 {value}，早于 {otherName} 首次来访来电的 {first}",
      "请核对；若是另一年的，请在跟踪记录里改日期",
    ],
    [
      "No year is written: taken as {value} by the title, before {otherName}'s first visit or call on {first}",
      "Check it; if it is of another year, change the day in 跟踪记录",
    ],
  ),
  yearBeforeVisit: error(
    "R14",
    ["“{value}”没写年份：收成 {was} 就早于 {otherName} 首次来访来电的 {first}", "请写全年月日再收编"],
    [
      "“{value}” is written without a year, and {was} is before {otherName}'s first visit or call on {first}",
      "Write the whole day and take the row in again",
    ],
  ),
  roundedTogether: error(
    "R2",
    [
      "{others} 都是 {value}：号码末尾全是 0，多半是表格软件丢了后几位，不能当成同一位客户",
      "请找原来的记录或向客户问清，补全号码再收编",
    ],
    [
      "{others} all have {value}, which ends in noughts: a spreadsheet has most likely cut its last digits",
      "Look it up or ask the clients, and take the rows in again with whole numbers",
    ],
  ),
  firstVisitEarlier: hint(
    "R9",
    [
      "{otherName}（{otherId}）{day} 就来访过，早于案场簿的 {was}：来访日期改为 {day}，{was} 那次在跟踪记录里",
      "请核对",
    ],
    [
      "{otherName} ({otherId}) came on {day} already, before {was}: 来访日期 is now {day}, and 跟踪记录 has the visit of {was}",
      "Check it",
    ],
  ),
  receivedBefore: hint(
    "R9",
    [
      "{otherName}（{otherId}）{day} 先由 {consultant} 接待，案场簿里归 {owner}，归属没有改",
      "先接待的归属在先（R9）：请经理核对，要改请在等级跟踪里改置业顾问",
    ],
    [
      "{consultant} received {otherName} ({otherId}) first, on {day}; in the workbook the client is {owner}'s, which stays",
      "The first to receive owns the client (R9): the manager decides, in 等级跟踪",
    ],
  ),
  gradeUnsaid: hint(
    "R4",
    ["没写级别，或级别看不懂，等级跟踪里先记 {day} 为 C", "请核对；不是 C 的请在等级跟踪里改"],
    [
      "No grade is written or understood: C on {day} in 等级跟踪",
      "Check it, and change 等级跟踪 where it is not C",
    ],
  ),
  gradeOtherwise: hint(
    "R4",
    [
      "原表 {day} 写的是 {value}，等级跟踪里是 {there}，案场簿里有的日期没有动",
      "请核对；要改请在等级跟踪里改",
    ],
    [
      "The old register says {value} on {day}, 等级跟踪 has {there}; no day the workbook has was taken away",
      "Check it, and change 等级跟踪 where it is wrong",
    ],
  ),
  reachedMoved: hint(
    "R4",
    ["等级跟踪里 {grade} 的日期原是 {was}，照原表改为 {day}，原来那天还在跟踪记录里", "请核对"],
    [
      "The day of {grade} in 等级跟踪 was {was} and is now {day} by the old register; 跟踪记录 still tells of the first",
      "Check it",
    ],
  ),
  pipelineOtherwise: hint(
    "R4",
    [
      "原表“{caption}”是 {value}，案场簿里是 {there}：案场簿的没有动，原表的写在备注情况里",
      "请核对；要改请在等级跟踪里改",
    ],
    [
      "The old “{caption}” is {value}, the workbook has {there}, which stays; the old one is in 备注情况",
      "Check it, and change 等级跟踪 where it is wrong",
    ],
  ),
  gradeUndated: hint(
    "R4",
    ["原表没写哪天升到 {value}，记在 {day}", "知道日期的，请在等级跟踪里改"],
    [
      "The old register does not say since when the grade is {value}: put on {day}",
      "Correct the day if known",
    ],
  ),
  gradeAgainstDays: error(
    "R4",
    [
      "客户级别写的是 {value}，升级日期最后到的却是 {latest}（{day}）",
      "请核对：补上升到 {value} 的日期，或改正客户级别、写错的日期，再收编",
    ],
    [
      "The grade says {value}, but the days lead to {latest} ({day})",
      "Add the day of {value}, or put the grade or the wrong day right, and take it in again",
    ],
  ),
  dealUnreported: hint(
    "R4",
    [
      "原表 {otherName}（{otherId}）是 √，案场簿里还没有成交报告",
      "请收编或填写成交报告；没有成交的，请在等级跟踪里清空 √ 的日期",
    ],
    [
      "{otherName} ({otherId}) is √ in the old register, but no deal is reported",
      "Take in or report the deal, or clear the day under √",
    ],
  ),
  lostUnexplained: hint(
    "R10",
    ["原表 {otherName}（{otherId}）是 ×，备注里没有写放弃原因", "请在备注情况里写上其中一项：{reasons}"],
    [
      "{otherName} ({otherId}) is × in the old register, without a reason of the list",
      "Write one of these in 备注情况: {reasons}",
    ],
  ),
  wentOnAfterEnd: hint(
    "R4",
    [
      "原表 {ended} 到了 {value}，之后又到 {grade}，照原表收",
      "请核对：× 之后再跟进要写原置业顾问，√ 之后要有退房；写错的请在等级跟踪里改",
    ],
    [
      "In the old register {value} was reached on {ended} and {grade} after it: taken as it is",
      "Check it: × is left by reassignment, √ by a refund",
    ],
  ),
  uncomputed: hint(
    "R14",
    ["是没有算过的公式 {value}，旧表里没有它的值", "请用 Excel 打开旧表存一次，再收编"],
    [
      "A formula, {value}, that the old file has no value of",
      "Open the old file in Excel, save it once, and take it in again",
    ],
  ),
  totalInWan: hint(
    "R12",
    ["总价 {value} 按单价 × 面积是 {value} 万元，照万元收进", "请核对；不是万元请在成交报告里改"],
    ["The total {value} is {value} 万元 by unit price × area, and is taken as that", "Check it"],
  ),
  unitPriceOfList: hint(
    "R12",
    [
      "单价 {value} × 面积是原表优惠前的总价，成交总价是 {total}：成交单价照成交总价 ÷ 面积记 {metre}，原来的写在等级跟踪的备注里",
      "请核对",
    ],
    [
      "The unit price {value} is the list's; the deal was made at {total}: {metre} a ㎡ is entered, the list's is kept in the remarks",
      "Check it",
    ],
  ),
  setAsideSubtotal: hint(
    "R14",
    ["这一行是合计或小计，不是客户", "不用处理；若是客户请单独登记"],
    ["A total, not a client", "Nothing to do; register it by hand if it is a client"],
  ),
  setAsideNote: hint(
    "R14",
    ["这一行是备注或说明，不是客户", "不用处理；若是客户请单独登记"],
    ["A note, not a client", "Nothing to do; register it by hand if it is a client"],
  ),
  setAsideHeader: hint(
    "R14",
    ["这一行又是表头，不是客户", "不用处理"],
    ["The headers once more, not a client", "Nothing to do"],
  ),
  setAsideUnheaded: hint(
    "R14",
    ["这一行像记录，但在表头上面或登记表外面，没有收进", "是客户的话，请移到表头下面或补上表头，再收编"],
    [
      "It looks like a record, but stands above the headers or outside the register: not taken",
      "If it is a client, move it below the headers, or add headers, and take the register in again",
    ],
  ),
  setAsideNoHeader: hint(
    "R14",
    [
      "这张表没有认出表头，这一行像记录，没有收进",
      "是登记表的话，请在上面补一行表头（如 日期、姓名、手机、置业顾问），再收编",
    ],
    [
      "No headers were found on this sheet; the row looks like a record and was not taken",
      "If it is a register, add a row of headers (日期, 姓名, 手机, 置业顾问) and take it in again",
    ],
  ),
  setAsideLadder: hint(
    "R4",
    ["这张像客户等级分配跟踪表，却没有一栏是客户编号、姓名或手机，没有收进", "请补上这一栏和表头，再收编"],
    [
      "It looks like a 客户等级分配跟踪表, but no column says number, name or mobile of the client: not taken",
      "Add that column with its header, and take the sheet in again",
    ],
  ),
  setAsideOutside: hint(
    "R14",
    ["这是登记表外面的字，没有收进", "不用处理；要紧的请自己登记"],
    ["Words outside the register, not taken", "Nothing to do; register by hand what matters"],
  ),
  setAsideComment: hint(
    "R14",
    ["这是批注，不在任何一条记录上，没有收进", "不用处理；要紧的请自己登记"],
    ["A comment that is on no record, not taken", "Nothing to do; register by hand what matters"],
  ),
  talkOfRejected: error(
    "R9",
    ["接着第 {value} 行，那一行没有收进", "请先改好第 {value} 行，两行一起再收编"],
    ["Goes on from row {value}, which was not taken", "Put row {value} right and take both in again"],
  ),
  dealTakenBack: hint(
    "R13",
    [
      "这一行写着“{value}”，仍按成交收了",
      "请核对；真退了的请办退房申请，房源才会放出来，换房的办调房申请，更名、转让的办更名申请",
    ],
    [
      "The row says “{value}” and is taken as a deal all the same",
      "Check it; if the unit was given back, file the refund application, so that it is free again; of an exchange or another owner that application",
    ],
  ),
  dealSoldAgain: error(
    "R13",
    [
      "这一行写着“{said}”，{value} 后来又卖给了 {otherName}（原表第 {row} 行）：成交收那一行的",
      "请核对；换房的，请把房号改成换到的那一套，再收编；退了的不用再收",
    ],
    [
      "The row says “{said}”, and {value} was sold to {otherName} (row {row}): that is the deal which is taken",
      "Check it; of an exchange write the new unit and take the row in again; one given back needs no deal",
    ],
  ),
  oldUnitTaken: error(
    "R13",
    [
      "{unit} 已是 {holder} 的房源（{state}），一套房只能有一宗成交",
      "请核对：前面那一宗退了或换了的，在它那一行写“已退房”，或先办退房申请；房号写错的改房号，再收编",
    ],
    [
      "{unit} is {holder}'s ({state}): a unit has one deal",
      "Check it: if the other deal was given back, write 已退房 in its row, or file its refund; put a wrong unit right, and take it in again",
    ],
  ),
  dealStateStrange: hint(
    "R13",
    ["“{caption}”写着“{value}”，没认出来，仍按成交收了", "请核对；退了的请办退房申请"],
    [
      "“{caption}” says “{value}”, which is not known: taken as a deal",
      "Check it; file the refund if it was given back",
    ],
  ),
  dealTotalUnsaid: hint(
    "R12",
    ["没有写成交总价", "请在成交报告里补上"],
    ["The total is not written", "Fill it in in 成交报告"],
  ),
  talkMethodAssumed: hint(
    "R5",
    ["“{caption}”的跟踪没有写方式，记成“{value}”", "请核对；不是的请在跟踪记录里改"],
    ["How the talk of “{caption}” was held is not written: taken as “{value}”", "Check it"],
  ),
  talksSplit: hint(
    "R5",
    ["“{caption}”一格写了几次的日期，分成了 {value} 条{sheet}", "请核对；不要分开的，把这一列留成自有列"],
    [
      "“{caption}” tells several days in one cell: {value} of them go to {sheet}",
      "Check it; to keep the cell whole, keep the column as your own",
    ],
  ),
  comingUnsaid: hint(
    "R9",
    ["“{caption}”没有写来访还是来电，照这张表收进{sheet}", "请核对；不对请在旧表里写明，再收编"],
    ["“{caption}” does not say visit or call: taken as the table is, into {sheet}", "Check it"],
  ),
  comingUnclear: error(
    "R9",
    ["“{caption}”写的是“{value}”，看不出是来访还是来电", "请在这一格写“来访”或“来电”，再收编"],
    [
      "“{caption}” says “{value}”, which is neither a visit nor a call",
      "Write 来访 or 来电 there, and take it in again",
    ],
  ),
  noBlankThere: hint(
    "R14",
    ["{sheet}没有“{caption}”这一栏，“{value}”已抄进洽谈内容", "不用处理"],
    ["{sheet} has no “{caption}”: “{value}” is kept in the notes", "Nothing to do"],
  ),
  commentKept: hint(
    "R8",
    ["“{caption}”上的批注“{value}”已和这条记录收在一起", "不用处理"],
    ["The comment “{value}” on “{caption}” is kept with the record", "Nothing to do"],
  ),
  notesTooLong: error(
    "R8",
    ["原表的话和批注合起来有 {length} 字，一格放不下", "请在旧表里改短，或分成几行，再收编"],
    [
      "Words and comments together have {length} characters, more than a cell holds",
      "Shorten them in the old register, or split the row, and take it in again",
    ],
  ),
  oldNeedsLetters: error(
    "R1",
    [
      "“{name}”读不出姓名字母，编不了号",
      "请在名单的“客户编号”列（没有就加一列）写一个没人用过的编号，如 {region}-ZS001，字母自己定，再收编；或者直接登记，登记时可以填两个字母",
    ],
    [
      "No letters are known for “{name}”, so there is no number",
      "Write a number nobody has, like {region}-ZS001 with letters of your choice, in the list's column “客户编号” (add it where there is none) and take the list in again; or register the client by hand, where two letters can be typed",
    ],
  ),
} satisfies Record<string, Wording>;
