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
import { begins, joinedWords, noteNumber, notes, restartWords, voidWords } from "./home-words";

/** Rows of the log that are looked at one by one: some days of a busy house. */
export const rowsBack = 80;

export const times = all("receptions", "at");
export const counts = all("receptions", "counts");
export const receiver = all("receptions", "receiver");
export const kind = all("receptions", "kind");
export const remarks = all("receptions", "remarks");
export const inLog = `ROW(${header("receptions", "at")})`;

const kinds = '"|新客户|老客户|指名|义务接待|补接|轮空|"';

/** Times are compared half a minute apart: what stands in a condition is a text of 15 digits, not the cell's value. */
export const halfMinute = "0.0003";

const latest = (...where: readonly string[]): string => `MAXIFS(${[times, ...where].join(",")})`;

/** A place in the log as a number: by time, then by row. */
const placed = (time: string, where: readonly string[]): string =>
  `ROUND(${time}*1440,0)*10^5+SUMPRODUCT(MAX(${[`(${times}=${time})`, ...where, `ROW(${times})`].join("*")}))-${inLog}`;

const startsWith = (of: readonly string[]): string =>
  `(${of.map((word) => `(LEFT(${remarks},${word.length})="${word}")`).join("+")}>0)`;
const notVoid = voidWords.flatMap((word) => [remarks, `"<>${word}*"`]);

/** Cells of a post that say where it stood before the rows that are looked at one by one. */
export const earlierParts = ["movedAt", "moved", "beganAt", "began", "line"] as const;
export type EarlierPart = (typeof earlierParts)[number];

/**
 * Before the rows that are looked at one by one: when a post last moved and where in the log that stands, when the line
 * was last begun anew with it and where that stands; 0 where never. Then what orders the line.
 * @param found cells; `cut` is the time up to which, 0 where all rows are looked at.
 */
export const earlierCells = (
  at: Readonly<Record<EarlierPart, string>>,
  found: Readonly<Record<"name" | "rank" | "cut" | "lastBegan" | "begunWith" | "posts", string>>,
): Readonly<Record<EarlierPart, string>> => {
  const { name, cut } = found;
  const until = [receiver, name, ...notVoid, times, `"<"&${cut}+${halfMinute}`];
  const said = (of: readonly string[]): string =>
    `SUMPRODUCT(MAX(${latest(kind, '"轮空"', counts, '"<>是"', remarks, begins(of), ...until)}))`;
  const isSaid = (of: readonly string[]): string => `(${kind}="轮空")*${startsWith(of)}`;
  const asked = (formula: string): string => `=IF(OR(${name}="",${cut}=0),0,${formula})`;
  const placeOf = (time: string, which: string): string =>
    `=IF(${time}=0,0,${placed(time, [`(${receiver}=${name})`, `(1-${startsWith(voidWords)})`, which])})`;
  return {
    movedAt: asked(`MAX(${latest(counts, '"是"', kind, '"?*"', ...until)},${said(joinedWords)})`),
    moved: placeOf(at.movedAt, `((${counts}="是")+${isSaid(joinedWords)}>0)`),
    beganAt: asked(said(restartWords)),
    began: placeOf(at.beganAt, `(${counts}<>"是")*${isSaid(restartWords)}`),
    line:
      `=IF(${name}="","",IF(${at.moved}>${found.lastBegan},${at.moved},` +
      `MOD(${found.rank}-${found.begunWith},${found.posts})))`,
  };
};

/** The place before the first row that is looked at. */
export const firstPlace = (name: string, line: string, lines: string): string =>
  `=IF(${name}="","",RANK(${line},${lines},1)/100)`;

/** What stands above and below the posts' places, of each row looked at. */
export const rowParts = ["at", "row", "note", "who", "moves", "there", "passes", "group"] as const;
export type RowPart = (typeof rowParts)[number];

/**
 * One row of the log: when, its place in the table, which note, whose (the post's line; 0 where it does nothing),
 * whether it moves them to the end, whether it says that they are there (1) or away (-1), or begins the line anew (10
 * and the rank of whom with), whom it passes over: who stands before this place; -1 on the day's first row, when all
 * are there. Then the day's group.
 * @param number which it is, from 1 for the earliest.
 */
export const rowCells = (
  at: Readonly<Record<RowPart, string>>,
  number: number,
  found: Readonly<
    Record<"later" | "cut" | "sameMinute" | "dayBefore" | "names" | "ranks" | "placesBefore", string>
  >,
  groupOn: (day: string) => string,
): Readonly<Record<RowPart, string>> => {
  const of = (column: string): string => `INDEX(${column},${at.row})`;
  const time = `LARGE(${times},${found.later}+${rowsBack + 1 - number})`;
  const isNote = (...which: readonly number[]): string =>
    `OR(${which.map((note) => `${at.note}=${note}`).join(",")})`;
  const usual =
    `IF(${of(kind)}="轮空",IF(${isNote(notes.back, notes.restart)},0,1),` +
    `IF(OR(${of(kind)}="新客户",AND(${of(kind)}="指名",${isNote(notes.caller)})),1,0))`;
  return {
    at: `=IFERROR(IF(${time}>${found.cut},${time},0),0)`,
    // The lower of one minute is the later.
    row:
      `=IF(${at.at}=0,0,SUMPRODUCT(LARGE((${times}=${at.at})*ROW(${times}),` +
      `SUMPRODUCT(--(${found.sameMinute}=${at.at}))))-${inLog})`,
    note: `=IF(${at.row}=0,0,${noteNumber(of(remarks))})`,
    who:
      `=IF(OR(${at.row}=0,${isNote(notes.void)}),0,IF(OR(${of(receiver)}="",${of(kind)}="",` +
      `ISERROR(FIND("|"&${of(kind)}&"|",${kinds}))),0,IFERROR(MATCH(${of(receiver)},${found.names},0),0)))`,
    moves:
      `=IF(${at.who}=0,0,IF(${of(counts)}="是",1,IF(${of(counts)}="否",` +
      `IF(AND(${of(kind)}="轮空",${isNote(notes.joined)}),1,0),${usual})))`,
    there:
      `=IF(${at.who}=0,0,IF(${of(kind)}<>"轮空",1,IF(${isNote(notes.rest, notes.errand)},-1,IF(${of(counts)}="是",0,` +
      `IF(${isNote(notes.back, notes.joined)},1,IF(${isNote(notes.restart)},10+INDEX(${found.ranks},${at.who}),0))))))`,
    passes:
      `=IF(${at.at}=0,0,IF(INT(${at.at})<>INT(${found.dayBefore}),-1,IF(OR(${at.who}=0,${at.moves}=0),0,` +
      `IF(OR(${of(kind)}="轮空",${of(kind)}="指名"),0,ABS(INDEX(${found.placesBefore},${at.who}))))))`,
    group: `=IF(${at.at}=0,"",${groupOn(`INT(${at.at})`)})`,
  };
};

/** Where a post stands after a row; all cells of the line have this formula. */
export const placeAfter = (
  {
    name,
    rank,
    group,
    before,
    allBefore,
  }: Readonly<Record<"name" | "rank" | "group" | "before" | "allBefore", string>>,
  row: Readonly<Record<RowPart, string>>,
  { number, post, posts }: Readonly<Record<"number" | "post" | "posts", string>>,
): string => {
  const isNewDay = `${row.passes}<0`;
  const sign = `IF(${isNewDay},1,SIGN(${before}))`;
  const begunAnew = `${sign}*(${number}-0.5+MOD(${rank}-${row.there}+10,${posts})/100)`;
  const ownRow = `IF(${row.moves}=1,${number},ABS(${before}))*IF(${row.there}=0,${sign},${row.there})`;
  const onDuty = `OR(${row.group}="",${group}="",${group}=${row.group})`;
  const passedOver = `AND(${before}<0,${row.passes}>-${before},${onDuty})`;
  const lost = `-(${number}-0.5+RANK(${before},${allBefore})/100)`;
  return (
    `=IF(${name}="","",IF(${row.there}>9,${begunAnew},IF(${row.who}=${post},${ownRow},` +
    `IF(${isNewDay},ABS(${before}),IF(${passedOver},${lost},${before})))))`
  );
};
