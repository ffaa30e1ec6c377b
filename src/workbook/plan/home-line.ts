/**
 * The line at the door, as 首页 keeps it (R11): the latest `rowsBack` rows of the log, a column each, and each post's
 * place after every one of them, as turn-replay.ts has it. Before them each stands where their last move has put them,
 * a row of the log with 计序 是, or 入列; who has not moved stands before all who have, in the fixed order, counted from
 * whom it was begun anew with.
 *
 * A place is a number that is smaller the nearer the turn, below nought while they are away. The row in column n puts
 * its receiver at n; who is passed over while away comes to stand between n - 0.5 and n, those of one row in the order
 * they stood in.
 *
 * What only hand-typed logs can have and the line does not know: whose turn was lost without a row of their own more
 * than `rowsBack` rows ago, when they have not moved since; 计序 left empty, as long ago; rows without 时间.
 */
import { all, header } from "./references";
import type { TurnNote } from "../../domain/rules/turn-notes";
import { begins, noteNumber, notes, standing } from "./home-words";

/** Rows of the log that are looked at one by one: some days of a busy house. */
export const rowsBack = 40;

export const times = all("receptions", "at");
export const counts = all("receptions", "counts");
export const receiver = all("receptions", "receiver");
export const kind = all("receptions", "kind");
export const remarks = all("receptions", "remarks");
const inLog = `ROW(${header("receptions", "at")})`;

/** Times are compared half a minute apart: what stands in a condition is a text of 15 digits, not the cell's value. */
export const halfMinute = "0.0003";

const latest = (...where: readonly string[]): string => `MAXIFS(${[times, ...where].join(",")})`;

/**
 * The lowest of the rows at a time that `where` is true of; its place in the table.
 * @param where products of the columns, looked at only where more than one row has that minute.
 */
export const rowAt = (time: string, ...where: readonly string[]): string => {
  const minute = [times, `">"&${time}-${halfMinute}`, times, `"<"&${time}+${halfMinute}`].join(",");
  const lowest = `SUMPRODUCT(MAX(${[`(${times}=${time})`, ...where, `ROW(${times})`].join("*")}))-${inLog}`;
  return `IF(COUNTIFS(${minute})=1,MATCH(${time},${times},0),${lowest})`;
};

/** Cells of a post that say where it stood before the rows that are looked at one by one. */
export const earlierParts = ["movedAt", "moved", "beganAt", "began", "line"] as const;
export type EarlierPart = (typeof earlierParts)[number];

/**
 * Before the rows that are looked at one by one: when a post last moved and where in the log that stands, when the line
 * was last begun anew with it and where that stands; 0 where never. Then what orders the line.
 * @param found cells; `cut` is the time up to which, 0 where all rows are looked at; `said` how many rows of the log say
 * that somebody joins or that the line begins anew.
 */
export const earlierCells = (
  at: Readonly<Record<EarlierPart, string>>,
  found: Readonly<Record<"name" | "rank" | "cut" | "said" | "lastBegan" | "begunWith" | "posts", string>>,
): Readonly<Record<EarlierPart, string>> => {
  const { name, cut } = found;
  const until = [receiver, name, times, `"<"&${cut}+${halfMinute}`];
  const asked = (formula: string): string => `=IF(OR(${name}="",${cut}=0),0,${formula})`;
  const said = (of: TurnNote): string =>
    `IF(${found.said}=0,0,SUMPRODUCT(MAX(${latest(kind, '"轮空"', counts, '"<>是"', remarks, begins(of), ...until)})))`;
  const placeOf = (time: string, which: string): string =>
    `=IF(${time}=0,0,ROUND(${time}*1440,0)*10^5+${rowAt(time, `(${receiver}=${name})`, which)})`;
  return {
    movedAt: asked(`MAX(${latest(counts, '"是"', kind, '"?*"', ...standing, ...until)},${said("joined")})`),
    moved: placeOf(at.movedAt, `((${counts}="是")+(${kind}="轮空")>0)`),
    beganAt: asked(said("restart")),
    began: placeOf(at.beganAt, `(${kind}="轮空")`),
    line:
      `=IF(${name}="","",IF(${at.moved}>${found.lastBegan},${at.moved},` +
      `MOD(${found.rank}-${found.begunWith},${found.posts})))`,
  };
};

/** The place before the first row that is looked at. */
export const firstPlace = (name: string, line: string, lines: string): string =>
  `=IF(${name}="","",RANK(${line},${lines},1)/100)`;

/** How many rows say that somebody joins or that the line begins anew. */
export const saidRows = `=SUMPRODUCT(COUNTIFS(${remarks},${begins("joined", "restart")}))`;

/** What stands above and below the posts' places, of each row looked at. */
export const rowParts = ["at", "row", "note", "who", "does", "own", "passes", "group"] as const;
export type RowPart = (typeof rowParts)[number];

/** What a row does to its receiver: what it says of where they are, or nothing; and whether it takes a turn. */
export const does = {
  nothing: 0,
  lost: 1,
  left: 2,
  leftAndLost: 3,
  there: 4,
  joined: 5,
  begunAnew: 6,
  asked: 7,
  received: 8,
} as const;

/** Where a row says its receiver is: away, there, or nothing of it; and whether it puts them at the line's end. */
const effects: Readonly<Record<keyof typeof does, readonly [sign: -1 | 0 | 1, moves: 0 | 1]>> = {
  nothing: [0, 0],
  lost: [0, 1],
  left: [-1, 0],
  leftAndLost: [-1, 1],
  there: [1, 0],
  joined: [1, 1],
  begunAnew: [0, 0],
  asked: [1, 1],
  received: [1, 1],
};
const chosen = (what: 0 | 1, of: string): string =>
  `CHOOSE(1+${of},${Object.values(effects)
    .map((effect) => effect[what])
    .join(",")})`;

/** 轮空 by its note, as `notes` has them: with 计序 是, with 否, and without. */
const emptyTurn = (counts: "是" | "否" | ""): string =>
  notes
    .map((note) => {
      if (note === "void") return does.nothing;
      const leaves = note === "rest" || note === "errand";
      const [back, joined, begunAnew] = [note === "back", note === "joined", note === "restart"];
      const isLost = counts === "是" || (counts === "" && !(back || joined || begunAnew));
      if (isLost) return leaves ? does.leftAndLost : does.lost;
      if (leaves) return does.left;
      return back ? does.there : joined ? does.joined : begunAnew ? does.begunAnew : does.nothing;
    })
    .join("");

/**
 * One row of the log: when, its place in the table, which note, whose (the post's line, 0 for a stranger's), what it
 * does; where it puts them; whom it passes over: who stands before this place; below nought on the day's first row, when
 * all are there; where the line begins anew, the rank of whom with. Then the day's group.
 * @param number which it is, from 1 for the earliest.
 * @param before the cells of the row before it.
 */
export const rowCells = (
  at: Readonly<Record<RowPart, string>>,
  number: number,
  before: Readonly<Record<"at" | "row" | "places", string>>,
  found: Readonly<Record<"later" | "cut" | "names" | "ranks", string>>,
  groupOn: (day: string) => string,
): Readonly<Record<RowPart, string>> => {
  const of = (column: string): string => `INDEX(${column},${at.row})`;
  const time = `LARGE(${times},${found.later}+${rowsBack + 1 - number})`;
  const [note, counted] = [(of: (typeof notes)[number]) => `${at.note}=${notes.indexOf(of)}`, of(counts)];
  const below = `INDEX(${times},${before.row}+1):INDEX(${times},ROWS(${times}))`;
  const empty = (["是", "否", ""] as const).map((said) => `MID("${emptyTurn(said)}",1+${at.note},1)`);
  const byCount = ([yes, no, none]: readonly (string | number | undefined)[]): string =>
    `IF(${counted}="是",${yes},IF(${counted}="否",${no},${none}))`;
  const asked = byCount([does.asked, does.there, `IF(${note("caller")},${does.asked},${does.there})`]);
  const received = byCount([
    does.received,
    does.there,
    `IF(${of(kind)}="新客户",${does.received},${does.there})`,
  ]);
  const was = `INDEX(${before.places},${at.who})`;
  const isFirst = `INT(${at.at})<>INT(${before.at})`;
  const place = `IF(${at.does}=${does.begunAnew},${number}-0.5,IF(${chosen(1, at.does)}=1,${number},ABS(${was})))`;
  const sign = chosen(0, at.does);
  const rank = `INDEX(${found.ranks},${at.who})`;
  return {
    at: `=IFERROR(IF(${time}>${found.cut},${time},0),0)`,
    // Of one minute the lower is the later.
    row: `=IF(${at.at}=0,0,IF(${at.at}=${before.at},${before.row}+MATCH(${at.at},${below},0),MATCH(${at.at},${times},0)))`,
    note: `=IF(${at.row}=0,0,${noteNumber(of(remarks))})`,
    who: `=IF(${at.row}=0,0,IF(${of(receiver)}="",0,IFERROR(MATCH(${of(receiver)},${found.names},0),0)))`,
    does:
      `=IF(OR(${at.who}=0,${note("void")}),0,IF(${of(kind)}="轮空",${byCount(empty)}+0,IF(${of(kind)}="指名",${asked},` +
      `IF(ISNUMBER(FIND("|"&${of(kind)}&"|","|新客户|老客户|义务接待|补接|")),${received},0))))`,
    own: `=IF(${at.who}=0,0,${place}*IF(${sign}<>0,${sign},IF(${isFirst},1,SIGN(${was}))))`,
    passes:
      `=IF(${at.at}=0,0,IF(${at.does}=${does.begunAnew},${rank}*IF(${isFirst},-1,1),` +
      `IF(${isFirst},-1,IF(${at.does}=${does.received},ABS(${was}),0))))`,
    group: `=IF(${at.at}=0,"",${groupOn(`INT(${at.at})`)})`,
  };
};

/** Where a post stands after a row; all cells of the line have this formula. */
export const placeAfter = (
  { rank, group, before, allBefore }: Readonly<Record<"rank" | "group" | "before" | "allBefore", string>>,
  row: Readonly<Record<RowPart, string>>,
  { post, posts }: Readonly<Record<"post" | "posts", string>>,
): string => {
  const isFirst = `${row.passes}<0`;
  const begunAnew = `IF(${isFirst},1,SIGN(${before}))*(ABS(${row.own})+MOD(${rank}-ABS(${row.passes}),${posts})/100)`;
  const onDuty = `OR(${row.group}="",${group}="",${group}=${row.group})`;
  const passedOver = `AND(${before}<0,${row.passes}>-${before},${onDuty})`;
  const lost = `0.5-${row.own}-RANK(${before},${allBefore})/100`;
  return (
    `=IF(${before}="","",IF(${row.does}=${does.begunAnew},${begunAnew},IF(${row.who}=${post},${row.own},` +
    `IF(${isFirst},ABS(${before}),IF(${passedOver},${lost},${before})))))`
  );
};
