/**
 * Who is next at the door, as 首页 says it (R11): after the last reception that took a turn, the next in the fixed order
 * who is there; of two groups on alternate days, among those of the day's group alone, which keeps its places meanwhile. Who is there the log decides as in the pane: away are those whose last word of today
 * is 休息 or 外派, whatever 状态 says; 状态 may send away only who is there by the log, and what it still says of an
 * earlier day is over. 接待中 keeps the turn: a colleague helps. Before all stands who is owed a make-up (home-make-up.ts).
 */
import type { Cell } from "../../book/book";
import { type ErrandColumn, errandCells, errandWords, lastSent, restWords, standing } from "./home-make-up";
import { orElse } from "./formulas/parts";
import { all, header } from "./references";
import { listName, settings } from "./site-sheet";

/** Posts that 首页 looks at. */
export const postRows = 40;

/** The first two letters of 说明 that send somebody away, as turn-notes.ts reads them. */
export const awayWords = [...restWords, ...errandWords];

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
  return `IF(${noted}="",IFERROR(${onRoster},""),${noted})`;
};

/** 组别 of 字典 begins with `/`: its first two groups take turns from 一组起始日 on. "" where all have the door. */
const groupOn = (day: string): string =>
  `IFERROR(IF(AND(${settings.alternateDays}="是",ISNUMBER(${settings.alternateFrom})),` +
  `INDEX(${listName("group")},2+MOD(ABS(${day}-${settings.alternateFrom}),2))&"",""),"")`;

/** Cells of a post beside each other. */
export const postColumns = [
  "lastWord",
  "away",
  "able",
  "lastTurn",
  "name",
  "order",
  "group",
  "sent",
] as const;
export type PostColumn = (typeof postColumns)[number];

/**
 * Of the post in line `k` of the table, beside each other: the place in the log of the last row that says where they
 * are, 0 without one; when that row sent them away, 0 where it did not; their place in the order, 0 while they are away
 * or the other group has the door; when they last took a turn, where the day is their group's; name, 顺序 and 组; when
 * they were last sent out, no two alike, 0 while they are not in line.
 * @param ofDay the cell of the day's group, empty where all have the door.
 */
export const postCells = (k: number, at: (column: PostColumn) => string, ofDay: string): readonly Cell[] => {
  const name = `INDEX(${names},${k})`;
  const onDuty = `OR(${ofDay}="",${at("group")}="",${at("group")}=${ofDay})`;
  const last = `MAXIFS(${times},${receiver},${name},${remarks},"<>放弃*",${remarks},"<>作废*",${remarks},"<>重排*")`;
  const note = `ISNUMBER(FIND("|"&LEFT(INDEX(${remarks},${at("lastWord")}),2)&"|","|${awayWords.join("|")}|"))`;
  const byHand = `OR(INDEX(${state},${k})="休息",INDEX(${state},${k})="外派")`;
  const away = `IF(${at("away")}>0,${at("away")}>=${settings.today},${byHand})`;
  const turns = [receiver, name, counts, '"是"', ...standing].join(",");
  return [
    `=IFERROR(MAX(0,${lowest(`(${receiver}=${name})`, `(${times}=${last})`)}),0)`,
    `=IF(${at("lastWord")}=0,0,IF(AND(INDEX(${kind},${at("lastWord")})="轮空",${note}),INDEX(${times},${at("lastWord")}),0))`,
    `=IFERROR(IF(OR(${away},NOT(${onDuty})),0,INDEX(${order},${k})),0)`,
    `=IF(${ofDay}="",0,IFERROR(IF(${onDuty},MAXIFS(${times},${turns}),0),0))`,
    `=IFERROR(${name}&"","")`,
    `=IF(${at("name")}="",0,IFERROR(INDEX(${order},${k})+0,0))`,
    `=IF(${at("name")}="","",SUBSTITUTE(${groupOf(k, at("name"))},"/",""))`,
    `=IF(${at("able")}=0,0,IFERROR(${lastSent(at("name"))}*(1+${k}/10^12),0))`,
  ].map((formula) => ({ formula }));
};

/**
 * Of the line `k` of those sent out last: who it is, and what a make-up of theirs follows from.
 * @param count the cell that holds how many posts there are.
 */
export const sentCells = (
  k: number,
  at: (column: ErrandColumn) => string,
  column: (column: PostColumn) => string,
  count: string,
): readonly Cell[] => {
  const filled = (key: PostColumn): string =>
    `${column(key).split(":")[0] ?? ""}:INDEX(${column(key)},${count})`;
  const sent = column("sent");
  const place = `MATCH(LARGE(${sent},${k}),${sent},0)`;
  return errandCells(
    {
      name: `IF(LARGE(${sent},${k})=0,"",INDEX(${column("name")},${place}))`,
      order: `INDEX(${column("order")},${place})`,
      group: `INDEX(${column("group")},${place})`,
    },
    at,
    { names: filled("name"), orders: filled("order"), groups: filled("group") },
    groupOn,
  );
};

export type TurnPlace = 0 | 1 | 2 | 3 | 4 | 5;

/**
 * `at`: six cells below each other, which hold what leads to who is next: the last reception's place in its table; its
 * receiver's place in the order, or that of who took the last turn of the day's group; the next one's; the day's group;
 * when the make-up was earned that comes before the turn, 0 without one; how many posts there are.
 * `column`, `line`: the cells of all posts, and of all lines of those sent out.
 */
export const turnCells = (
  at: (place: TurnPlace) => string,
  column: (column: PostColumn) => string,
  line: (column: ErrandColumn) => string,
): readonly string[] => {
  const [able, last, turn] = [column("able"), column("lastTurn"), line("turn")];
  const turns = [counts, '"是"', ...standing].join(",");
  const placeOf = (row: string): string =>
    `IFERROR(INDEX(${order},MATCH(INDEX(${receiver},${row}),${names},0)),0)`;
  const ofGroup = `(SUMIFS(${last},${column("name")},${receiver})>0)`;
  const valid = `(LEFT(${remarks},2)<>"作废")`;
  const lastOfGroup = lowest(`(${times}=MAX(${last}))`, `(${counts}="是")`, valid, ofGroup);
  const after = orElse(`MINIFS(${able},${able},">"&${at(1)})`, `MINIFS(${able},${able},">0")`);
  return [
    `=IF(COUNTIFS(${turns})=0,0,${lowest(`(${times}=MAXIFS(${times},${turns}))`, `(${counts}="是")`, valid)})`,
    `=IF(${at(3)}="",IF(${at(0)}=0,0,${placeOf(at(0))}),IF(MAX(${last})=0,0,${placeOf(lastOfGroup)}))`,
    `=IF(${at(4)}>0,INDEX(${line("order")},MATCH(${at(4)},${turn},0)),${after})`,
    `=${groupOn(settings.today)}`,
    `=MINIFS(${turn},${turn},">0")`,
    `=MIN(${postRows},ROWS(${names}))`,
  ];
};
