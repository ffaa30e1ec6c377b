/** What stands beneath the forms on paper, less the row heights: the cards print it, the registers keep it under their title. */
const nothingNote = "暂无内容处均用 / 表示；";
const allNote = "内容全部填写，无内容处用 / 表示；";
const numberNote = "客户编号由所在地区＋客户姓名（均为前两位大写字母）＋编号，如洛阳张三：LY-ZS001。";
const markedNote = (mark: string): string =>
  `客户编号由${mark}＋所在地区＋客户姓名（为前两位大写字母）＋编号，如洛阳张三：${mark}LY-ZS001。`;

export const paperNotes = {
  visitors: [allNote, "第一次来访无法填写完全的，在之后回访及再次来访时填写完全；", numberNote],
  returnVisits: [
    allNote,
    "客户档案案场留底，可用活页纸夹在一起，也可按此格式填写在客户登记本内；",
    numberNote,
  ],
  grades: [
    nothingNote,
    "此表由案场经理填写，作为梳理过滤客户的必备工具；",
    "客户由 D–C–B–A 进行晋级（建议此栏用铅笔涂写），直至成交“√”，若为无望客户，则标注“×”，重新分配。",
  ],
  deals: [
    nothingNote,
    "案场留底，由经理进行督导完成，此表可依照客户情况增加内容但不允许删减内容；",
    markedNote("C"),
  ],
  lostClients: [
    nothingNote,
    "此表按业务员分类装订成册，可依照客户情况增加内容但不允许删减内容；",
    markedNote("X"),
  ],
} as const;

/** In one line, with what a register asks for besides. */
export const paperNote = (form: keyof typeof paperNotes, besides = ""): string =>
  `备注：${paperNotes[form].map((note, index) => `${index + 1}、${note}`).join("")}${besides}`;
