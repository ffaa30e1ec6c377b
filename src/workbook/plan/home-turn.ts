/**
 * Who is next at the door, as 首页 says it (R11): after the last reception that took a turn, the next in the fixed order
 * who is there; of two groups on alternate days, among those of the day's group alone, which keeps its places meanwhile. Who is there the log decides as in the pane: away are those whose last word of today
 * is 休息 or 外派, whatever 状态 says; 状态 may send away only who is there by the log, and what it still says of an
 * earlier day is over. 接待中 keeps the turn: a colleague helps. The pane has R11's whole answer, make-ups too.
 */
import type { Cell } from "../../book/book";
import { orElse } from "./formulas/parts";
import { all, header } from "./references";
import { listName, settings } from "./site-sheet";

/** Posts that 首页 looks at. */
export const postRows = 40;

/** The first two letters of 说明 that send somebody away, as turn-notes.ts reads them. */
export const awayWords = [
  "休息 轮休 请假 休假 病假 事假 迟到 早退 离岗 不在",
  "外派 公派 外出 公司 领导",
].flatMap((words) => words.split(" "));

const times = all("receptions", "at");
const counts = all("receptions", "counts");
const receiver = all("receptions", "receiver");
const kind = all("receptions", "kind");
const remarks = all("receptions", "remarks");
const names = all("rotation", "consultant");
const order = all("rotation", "order");
const state = all("rotation", "state");
const inLog = `ROW(${header("receptions", "at")})`;

/** Of two rows in one minute the lower counts: a turn lost stands above the reception that passed it over. */
const lowest = (...where: readonly string[]): string =>
  `SUMPRODUCT(MAX(${[...where, `ROW(${times})`].join("*")}))-${inLog}`;

/** 组 of the post in line `k`, as 接待轮序 has it, else as the roster has. */
const groupOf = (k: number, name: string): string => {
  const [noted, roster] = [`INDEX(${all("rotation", "group")},${k})`, all("consultants", "group")];
  const onRoster = `INDEX(${roster},MATCH(${name},${all("consultants", "name")},0))&""`;
  return `IF(${noted}="",${orElse(onRoster, '""')},${noted})`;
};

/**
 * Of the post in line `k` of the table, beside each other: the place in the log of the last row that says where they
 * are, 0 without one; when that row sent them away, 0 where it did not; their place in the order, 0 while they are away
 * or the other group has the door; when they last took a turn, where the day is their group's.
 * @param ofDay the cell of the day's group, empty where all have the door.
 */
export const postCells = (k: number, at: (column: 0 | 1) => string, ofDay: string): readonly Cell[] => {
  const name = `INDEX(${names},${k})`;
  const onDuty = `IF(${ofDay}="",TRUE,OR(${groupOf(k, name)}="",${groupOf(k, name)}="/",${groupOf(k, name)}=${ofDay}))`;
  const last = `MAXIFS(${times},${receiver},${name},${remarks},"<>放弃*",${remarks},"<>作废*",${remarks},"<>重排*")`;
  const note = `ISNUMBER(FIND("|"&LEFT(INDEX(${remarks},${at(0)}),2)&"|","|${awayWords.join("|")}|"))`;
  const byHand = `OR(INDEX(${state},${k})="休息",INDEX(${state},${k})="外派")`;
  return [
    `=IFERROR(MAX(0,${lowest(`(${receiver}=${name})`, `(${times}=${last})`)}),0)`,
    `=IF(${at(0)}=0,0,IF(AND(INDEX(${kind},${at(0)})="轮空",${note}),INDEX(${times},${at(0)}),0))`,
    `=IFERROR(IF(OR(IF(${at(1)}>0,${at(1)}>=${settings.today},${byHand}),NOT(${onDuty})),0,INDEX(${order},${k})),0)`,
    `=IF(${ofDay}="",0,IFERROR(IF(${onDuty},MAXIFS(${times},${receiver},${name},${counts},"是"),0),0))`,
  ].map((formula) => ({ formula }));
};

/** 组别 of 字典 begins with `/`: its first two groups take turns from 一组起始日 on. */
const groupOfDay =
  `IF(AND(${settings.alternateDays}="是",ISNUMBER(${settings.alternateFrom})),` +
  `INDEX(${listName("group")},2+MOD(ABS(${settings.today}-${settings.alternateFrom}),2))&"","")`;

/**
 * `at`: four cells below each other, which hold what leads to who is next: the last reception's place in its table; its
 * receiver's place in the order, or that of who took the last turn of the day's group; the next one's; the day's group.
 * `able`, `last`: the third and fourth cells of all posts.
 */
export const turnCells = (
  at: (place: 0 | 1 | 2 | 3) => string,
  able: string,
  last: string,
): readonly string[] => [
  `=IF(COUNTIFS(${counts},"是")=0,0,${lowest(`(${times}=MAXIFS(${times},${counts},"是"))`, `(${counts}="是")`)})`,
  `=IF(${at(3)}="",IF(${at(0)}=0,0,IFERROR(INDEX(${order},MATCH(INDEX(${receiver},${at(0)}),${names},0)),0)),` +
    `IF(MAX(${last})=0,0,IFERROR(INDEX(${order},MATCH(MAX(${last}),${last},0)),0)))`,
  `=${orElse(`MINIFS(${able},${able},">"&${at(1)})`, `MINIFS(${able},${able},">0")`)}`,
  `=IFERROR(${groupOfDay},"")`,
];
