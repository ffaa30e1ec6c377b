/** 收编: whose an old row is. */
import { error, hint, type Wording } from "./say";

export const adoptionWhose = {
  nameParted: hint(
    "R2",
    ["“{value}”一格里写了姓名和电话，分开收：姓名 {name}，电话 {phone}", "请核对；不对请在登记表里改"],
    [
      "“{value}” is a name and a phone in one cell: taken as {name} and {phone}",
      "Check it; if it is otherwise, change it in the register",
    ],
  ),
  nameNotAlone: error(
    "R2",
    [
      "“{value}”里除了姓名还有号码，分不清哪是姓名、哪是本人电话",
      "请在这一格只写姓名，号码写进电话栏，再收编",
    ],
    [
      "“{value}” has digits beside the name: which is the name, and whose the phone, cannot be told",
      "Write the name alone here and the number in the phone column, and take it in again",
    ],
  ),
  namesOfSeveral: error(
    "R1",
    ["“{value}”像是不止一个人，看不出登记的是哪一位", "请在这一格只留登记的那一位，其他人写进备注，再收编"],
    [
      "“{value}” looks like more than one person: which of them is the client cannot be told",
      "Leave the client alone in this cell, put the others in the notes, and take it in again",
    ],
  ),
  consultantNoName: error(
    "R9",
    ["“{value}”不是人名，看不出是谁的客户", "请写上置业顾问的姓名，再收编；或收编时选定没写顾问的行归谁"],
    [
      "“{value}” is nobody's name: whose client it is, nobody can tell",
      "Write the consultant's name, or say whose such rows are, and take it in again",
    ],
  ),
  consultantInLineUnknown: error(
    "R9",
    [
      "没写置业顾问；上面第 {line} 行单独写着“{value}”，名单里没有这个人",
      "是这位置业顾问的，请先在“设置”的名单里加上“{value}”，再收编原来的旧表；不是的请在这一行写上顾问，或收编时选定没写顾问的行归谁",
    ],
    [
      "No consultant is written; “{value}” stands alone in row {line}, and is not on the roster",
      "If these are that consultant's, add “{value}” to the roster under 设置 and take the old file in again; if not, write the consultant in this row, or say whose such rows are",
    ],
  ),
  consultantBySound: hint(
    "R9",
    ["“{value}”照拼音认作名单里的“{name}”", "请核对；不对请在登记表里改置业顾问"],
    [
      "“{value}” is taken for {name}, the only one of the roster whose name is read so",
      "Check it; if it is another's, change the consultant in the register",
    ],
  ),
  joinedByPhone: hint(
    "R9",
    ["电话 {value} 是 {otherName}（{otherId}）的，按同一位客户并入", "若是另一位客户，请另行登记"],
    [
      "{value} is {otherName}'s ({otherId}): joined as one client",
      "If it is another client, register them anew",
    ],
  ),
  joinedByContact: hint(
    "R9",
    ["联系方式 {value} 是 {otherName}（{otherId}）的，按同一位客户并入", "若是另一位客户，请另行登记"],
    [
      "{value} is {otherName}'s ({otherId}): joined as one client",
      "If it is another client, register them anew",
    ],
  ),
  joinedByNumber: hint(
    "R1",
    ["按编号 {value} 记到 {otherName} 名下", "编号有误请到登记表里改"],
    ["Entered for {otherName} by the number {value}", "If the number is wrong, change it in the register"],
  ),
  joinedByName: hint(
    "R9",
    ["这位顾问名下叫 {value} 的只有 {otherId}，记到其名下", "若是另一位客户，请在登记表里改编号"],
    [
      "{otherId} is this consultant's only client called {value}: entered for them",
      "If it is another client, change the number in the register",
    ],
  ),
  otherNameHere: hint(
    "R9",
    [
      "{phone} 已是 {otherName}（{otherId}）的电话，记到其名下",
      "原表姓名“{value}”照写在这一行；若是另一位客户，请改编号",
    ],
    [
      "{phone} is {otherName}'s ({otherId}): entered for them",
      "The row keeps the old name “{value}”; change the number if it is another client",
    ],
  ),
  calledInFull: hint(
    "R1",
    [
      "{otherName}（{otherId}）在这一行写了全名，来访登记的客户姓名改为“{value}”，编号不变",
      "原来的称呼写在洽谈内容里；若是另一位客户，请改回并另行登记",
    ],
    [
      "{otherName} ({otherId}) has a full name here: 来访登记 now says “{value}”, the number stays",
      "The former wording is in the notes; if it is another client, put it back and register them anew",
    ],
  ),
  numberTakenBefore: hint(
    "R1",
    [
      "原表的编号 {value} 已是 {otherName} 的，这一行另给了编号",
      "原编号写在洽谈内容里；若就是那位客户，请用“合并”",
    ],
    [
      "The old number {value} is {otherName}'s already: this row was given another",
      "The old one is in the notes; if it is the same client, merge the two",
    ],
  ),
  numberGivenOtherwise: hint(
    "R1",
    ["原表的编号是 {value}，{otherName} 在本簿是 {otherId}，用 {otherId}", "原编号写在洽谈内容里；请核对"],
    [
      "The old number is {value}; {otherName} is {otherId} here, which is used",
      "The old one is in the notes; please check",
    ],
  ),
  phoneOfAnother: hint(
    "R9",
    [
      "这一行记到 {otherName}（{otherId}）名下，但电话 {value} 是 {thirdName}（{thirdId}）的",
      "请核对是谁的电话；是同一位客户请用“合并”",
    ],
    [
      "The row goes to {otherName} ({otherId}), but {value} is {thirdName}'s ({thirdId})",
      "Check whose phone it is; if they are one client, merge the two",
    ],
  ),
  phoneNotKnown: hint(
    "R2",
    ["电话 {value} 不在 {otherName}（{otherId}）的登记里，写在跟踪情况里", "若是其新号码，请到登记表里补上"],
    [
      "{value} is not among the phones of {otherName} ({otherId}); it is kept in the talk",
      "If it is a new phone of theirs, add it in the register",
    ],
  ),
  nameKnown: hint(
    "R9",
    ["{consultant} 名下已有一位 {value}（{otherId}），电话不同，按新客户收", "若是同一位客户，请用“合并”"],
    [
      "{consultant} has a {value} already ({otherId}), with another phone: taken as a new client",
      "If it is the same client, merge the two",
    ],
  ),
  otherNameThere: hint(
    "R9",
    [
      "原表叫“{value}”，记到 {otherName}（{otherId}）名下",
      "原表姓名写在备注情况里；若是另一位客户，请在旧表里改编号或电话，再收编",
    ],
    [
      "The old register calls {otherName} ({otherId}) “{value}”; entered for them",
      "The old name is in 备注情况; if it is another client, correct the number or phone",
    ],
  ),
  phoneNotThere: hint(
    "R2",
    ["电话 {value} 不在 {otherName}（{otherId}）的登记里，写在备注情况里", "若是其新号码，请到登记表里补上"],
    [
      "{value} is not among the phones of {otherName} ({otherId}); it is kept in 备注情况",
      "If it is a new phone of theirs, add it in the register",
    ],
  ),
  joinedAlready: hint(
    "R9",
    ["{otherName}（{otherId}）的这条记录已经在案场簿里，没有再写", "不用处理"],
    ["{otherName} ({otherId}) has this record already; nothing was written", "Nothing to do"],
  ),
  joinedByRow: hint(
    "R9",
    [
      "接着第 {value} 行，是 {otherName}（{otherId}）同一次来访或来电后的跟踪，记进跟踪记录",
      "若是另一次来访，请在旧表里写明日期，再收编",
    ],
    [
      "Goes on from row {value}: a later talk with {otherName} ({otherId}), entered in 跟踪记录",
      "If it is another visit, write its day in the old file and take it in again",
    ],
  ),
  ownerUnsaid: error(
    "R9",
    ["没有客户编号，也没有能认出的电话，不知道是哪位客户", "请补上客户编号或手机再收编"],
    ["Neither a client number nor a phone: whose it is cannot be told", "Add the number or a mobile"],
  ),
  phoneOfNobody: error(
    "R9",
    ["电话 {value} 不在来访登记、来电登记里", "请先收编或登记这位客户，再收编这一行"],
    ["Nobody in 来访登记 or 来电登记 has {value}", "Take in or register the client first"],
  ),
  numberOfNobody: error(
    "R1",
    ["编号 {value} 不在来访登记、来电登记里", "请先收编或登记这位客户，再收编这一行"],
    ["Nobody has the number {value}", "Take in or register the client first"],
  ),
  oldNumberUnknown: error(
    "R1",
    [
      "编号“{value}”不是案场簿的编号，这次收编的来访、来电里也没有这个编号",
      "请把有这个编号的来访或来电表和它一起收编，或补上手机再收编",
    ],
    [
      "“{value}” is no number of this workbook, and no visit or call taken in with it has that number",
      "Take it in together with the visits or calls that have the number, or add a mobile",
    ],
  ),
  numberOfAnother: error(
    "R1",
    ["编号 {value} 是 {otherName} 的，原表写的是“{name}”", "请核对编号和姓名；更过名的请改成现在的姓名"],
    ["{value} is {otherName}'s, the old register says “{name}”", "Check number and name"],
  ),
  clientUnsaid: error(
    "R9",
    ["没有客户编号、电话、姓名，不知道是哪位客户", "请补上客户编号或手机再收编"],
    ["Neither number, phone nor name: whose it is cannot be told", "Add the number or a mobile"],
  ),
  severalMeant: error(
    "R9",
    [
      "按编号 {value} 是 {others}，按电话 {phone} 是 {one}，不知道是哪一位",
      "请核对编号和电话，去掉写错的，再收编",
    ],
    [
      "By the number {value} it is {others}, by the phone {phone} {one}",
      "Take out what is wrong, and take it in again",
    ],
  ),
  numberOfSeveral: error(
    "R1",
    [
      "编号 {value} 可能是 {others}：旧表的这个编号和案场簿的不是同一位客户",
      "请补上手机，或改成案场簿里的客户编号，再收编",
    ],
    [
      "{value} may be any of {others}: the old number is another client's here",
      "Add a mobile, or the number the client has here",
    ],
  ),
  nameUnknown: error(
    "R9",
    [
      "来访登记、来电登记里没有叫 {value} 的客户，等级跟踪要有首次接触才能记",
      "请先收编来访登记或来电登记，再收编这一行；有电话没登记过的，可以先把这张表当作来访登记收编",
    ],
    [
      "Nobody in 来访登记 or 来电登记 is called {value}; 等级跟踪 rests on a first contact",
      "Take in the visits or calls first",
    ],
  ),
  nameOfMany: error(
    "R9",
    ["叫 {value} 的客户不止一位：{others}", "请补上客户编号、手机或置业顾问"],
    ["Several clients are called {value}: {others}", "Add the number, a mobile or the consultant"],
  ),
  nameOfNobody: error(
    "R9",
    ["{consultant} 名下没有叫 {value} 的客户", "请补上客户编号或手机，或先收编来访登记"],
    ["{consultant} has no client called {value}", "Add the number or a mobile, or take in the visits first"],
  ),
  nameOfSeveral: error(
    "R9",
    ["{consultant} 名下叫 {value} 的客户不止一位：{others}", "请补上客户编号或手机"],
    ["{consultant} has several clients called {value}: {others}", "Add the number or a mobile"],
  ),
} satisfies Record<string, Wording>;
