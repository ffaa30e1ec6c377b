/**
 * Who is next at the door, as 首页 says it (R11): the first in line who is there; of two groups on alternate days the
 * first of the day's group, while the other keeps its places. The line is home-line.ts's. Who is there the log decides
 * as in the pane: away are those whose last word of today is 休息 or 外派, whatever 状态 says; 状态 may send away only
 * who is there by the log, and what it still says of an earlier day is over. 接待中 keeps the turn: a colleague helps.
 * Before all stands who is owed a make-up (home-make-up.ts).
 */
import type { Cell } from "../../book/book";
import {
  counts,
  type EarlierPart,
  earlierCells,
  earlierParts,
  kind,
  receiver,
  remarks,
  rowAt,
  rowsBack,
  saidRows,
  times,
} from "./home-line";
import { type ErrandColumn, errandCells, type Line, lastSent } from "./home-make-up";
import { notBegins, noteNumber, notes, standing, stands as isValid } from "./home-words";
import { all } from "./references";
import { listName, settings } from "./site-sheet";

/** Posts that 首页 looks at. */
export const postRows = 40;

const names = all("rotation", "consultant");
const order = all("rotation", "order");
const state = all("rotation", "state");

/** 组 of the post in line `k`, as 接待轮序 has it, else as the roster has. */
const groupOf = (k: number, name: string): string => {
  const [noted, roster] = [`INDEX(${all("rotation", "group")},${k})`, all("consultants", "group")];
  const onRoster = `INDEX(${roster},MATCH(${name},${all("consultants", "name")},0))&""`;
  return `IF(${noted}="",IFERROR(${onRoster},""),${noted})`;
};

/** 组别 of 字典 begins with `/`: its first two groups take turns from 一组起始日 on. "" where all have the door. */
export const groupOn = (day: string): string =>
  `IFERROR(IF(AND(${settings.alternateDays}="是",ISNUMBER(${settings.alternateFrom})),` +
  `INDEX(${listName("group")},2+MOD(ABS(${day}-${settings.alternateFrom}),2))&"",""),"")`;

/** Cells of a post beside each other. */
export const postColumns = [
  "name",
  "order",
  "rank",
  "group",
  ...earlierParts,
  "wordAt",
  "lastWord",
  "away",
  "able",
  "sent",
] as const;
export type PostColumn = (typeof postColumns)[number];

/** What leads to who is next, below each other. */
export const turnPlaces = [
  "last",
  "next",
  "makeUp",
  "group",
  "later",
  "cut",
  "said",
  "lastBegan",
  "begunWith",
  "posts",
] as const;
export type TurnPlace = (typeof turnPlaces)[number];

/** An errand's time stands below nought. */
const awayBy = (note: (typeof notes)[number]): number => (note === "rest" ? 1 : note === "errand" ? -1 : 0);

const nameOf = (k: number): string => {
  const name = `INDEX(${names},${k})`;
  const left = `COUNTIFS(${all("consultants", "name")},${name},${all("consultants", "active")},"否")`;
  return `=IFERROR(IF(OR(MATCH(${name},${names},0)<${k},${left}>0),"",${name}&""),"")`;
};

/**
 * Of the post in line `k` of the table: name, nothing for a name's second line and for who has left the house; 顺序, a
 * post without one behind all; which it is by that; 组; where it stood before the rows of home-line.ts; when and in
 * which row the log last says where they are, 0 where it does not; when that row sent them away, below nought for an
 * errand, 0 where it did not; their place in line, 0 while they are away or the other group has the door; when they
 * were last sent out, no two alike, 0 while they are not in line.
 * @param column the cells of all posts. `stands`: the post's place after the last row, `lastAt`: when that row was.
 */
export const postCells = (
  k: number,
  at: (column: PostColumn) => string,
  column: (column: PostColumn) => string,
  turn: (place: TurnPlace) => string,
  { stands, lastAt }: { readonly stands: string; readonly lastAt: string },
): readonly Cell[] => {
  const { today } = settings;
  const [name, away, lastWord] = [at("name"), at("away"), at("lastWord")];
  const [place, said] = [`INDEX(${order},${k})`, `INDEX(${state},${k})`];
  const onDuty = `OR(${turn("group")}="",${at("group")}="",${at("group")}=${turn("group")})`;
  const words = `MAXIFS(${[times, receiver, name, ...notBegins("gaveUp", "void", "restart")].join(",")})`;
  const note = noteNumber(`INDEX(${remarks},${lastWord})`);
  const leaves = `IF(INDEX(${kind},${lastWord})<>"轮空",0,CHOOSE(1+${note},${notes.map(awayBy).join(",")}))`;
  // 状态 that says what the log's last word said is that word's echo, and ends with its day.
  const byHand = `OR(AND(${said}="休息",${away}<=0),AND(${said}="外派",${away}>=0))`;
  const byLog = `OR(ABS(${away})>=${today},AND(${stands}<0,INT(${lastAt})=${today}))`;
  const earlier: Readonly<Record<EarlierPart, string>> = earlierCells(
    {
      movedAt: at("movedAt"),
      moved: at("moved"),
      beganAt: at("beganAt"),
      began: at("began"),
      line: at("line"),
    },
    {
      name,
      rank: at("rank"),
      cut: turn("cut"),
      said: turn("said"),
      lastBegan: turn("lastBegan"),
      begunWith: turn("begunWith"),
      posts: turn("posts"),
    },
  );
  const formulas: Readonly<Record<PostColumn, string>> = {
    name: nameOf(k),
    order: `=IF(${name}="","",IF(${place}="",10^6,IFERROR(${place}+0,10^6))+${k}/1000)`,
    rank: `=IF(${name}="","",RANK(${at("order")},${column("order")},1))`,
    group: `=IF(${name}="","",SUBSTITUTE(${groupOf(k, name)},"/",""))`,
    ...earlier,
    wordAt: `=IF(${name}="",0,${words})`,
    lastWord: `=IF(${at("wordAt")}=0,0,IFERROR(${rowAt(at("wordAt"), `(${receiver}=${name})`)},0))`,
    away: `=IF(${lastWord}=0,0,INDEX(${times},${lastWord})*${leaves})`,
    able: `=IF(${name}="",0,IFERROR(IF(OR(${byLog},${byHand},NOT(${onDuty})),0,ABS(${stands})),0))`,
    sent: `=IF(${at("able")}=0,0,IFERROR(${lastSent(name)}*(1+${k}/10^12),0))`,
  };
  return postColumns.map((key) => ({ formula: formulas[key] }));
};

/** Of the line `k` of those sent out last: who it is, and what a make-up of theirs follows from. */
export const sentCells = (
  k: number,
  at: (column: ErrandColumn) => string,
  column: (column: PostColumn) => string,
  line: Line,
): readonly Cell[] => {
  const sent = column("sent");
  const place = `MATCH(LARGE(${sent},${k}),${sent},0)`;
  return errandCells(
    { name: `IF(LARGE(${sent},${k})=0,"",INDEX(${column("name")},${place}))`, post: place },
    at,
    line,
  );
};

/**
 * The last reception's place in its table; the line of who is next, 0 where nobody is; when the make-up was earned that
 * comes before the turn, 0 without one; the day's group; how many rows are of days to come; the time before the rows
 * that are looked at one by one; `saidRows`; where the line was last begun anew by then, the rank of whom with; how many posts.
 */
export const turnCells = (
  at: (place: TurnPlace) => string,
  column: (column: PostColumn) => string,
  line: (column: ErrandColumn) => string,
): readonly string[] => {
  const { today } = settings;
  const turns = [counts, '"是"', ...standing].join(",");
  const [able, began] = [column("able"), column("began")];
  const formulas: Readonly<Record<TurnPlace, string>> = {
    last: `=IF(COUNTIFS(${turns})=0,0,${rowAt(`MAXIFS(${times},${turns})`, `(${counts}="是")`, isValid)})`,
    next:
      `=IF(${at("makeUp")}>0,INDEX(${line("post")},MATCH(${at("makeUp")},${line("turn")},0)),` +
      `IFERROR(MATCH(MINIFS(${able},${able},">0")/(MAX(${able})>0),${able},0),0))`,
    makeUp: `=MINIFS(${line("turn")},${line("turn")},">0")`,
    group: `=${groupOn(today)}`,
    later: `=COUNTIFS(${times},">="&${today}+1)`,
    cut: `=IFERROR(LARGE(${times},${at("later")}+${rowsBack + 1}),0)`,
    said: saidRows,
    lastBegan: `=MAX(${began})`,
    begunWith: `=IF(${at("lastBegan")}=0,1,INDEX(${column("rank")},MATCH(${at("lastBegan")},${began},0)))`,
    posts: `=COUNT(${column("rank")})`,
  };
  return turnPlaces.map((place) => formulas[place]);
};
