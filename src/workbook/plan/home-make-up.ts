/**
 * Make-ups owed, as 首页 has them (R11): each errand (外派) that cost somebody the turn earns one, a 补接 takes one off.
 * An errand lasts from the row that sends them away to the next word of them that day, or the day's end. It cost the turn
 * where a 轮空 with 计序 是 of theirs says so; or, where nobody wrote that, where one received who stood behind them: in
 * the fixed order counted from who had the turn last when they left, or the same one twice. Looked at are the
 * `errandRows` people sent out last, and of each the `errandsBack` latest errands.
 *
 * Times are compared half a minute apart: what stands in a condition is a text of 15 digits, which is not the cell's value.
 */
import type { Cell } from "../../book/book";
import { all } from "./references";
import { settings } from "./site-sheet";

/** People looked at, a line each: those who are in line today and were sent out last. */
export const errandRows = 8;
/** Errands of each that are looked at, the latest. */
const errandsBack = 3;

/** First words of 说明, as turn-notes.ts reads them. */
export const restWords = "休息 轮休 请假 休假 病假 事假 迟到 早退 离岗 不在".split(" ");
export const errandWords = "外派 公派 外出 公司 领导".split(" ");
export const backWords = "回来 返回 回岗 归队 到岗 当值 销假 入列 加入 新来 新人".split(" ");

const times = all("receptions", "at");
const counts = all("receptions", "counts");
const receiver = all("receptions", "receiver");
const kind = all("receptions", "kind");
const remarks = all("receptions", "remarks");

const halfMinute = "0.0003";
/** Later than any time, and what a smallest that there is not becomes by `least`. */
const never = "10^6";
const isTime = (cell: string): string => `${cell}<10^5`;

const begins = (words: readonly string[]): string => `{${words.map((word) => `"${word}*"`).join(",")}}`;
const notBegins = (...words: readonly string[]): readonly string[] =>
  words.flatMap((word) => [remarks, `"<>${word}*"`]);

/** No row that is crossed out. */
export const standing = notBegins("作废");

const after = (time: string): readonly string[] => [times, `">"&${time}+${halfMinute}`];
const until = (time: string): readonly string[] => [times, `"<"&${time}+${halfMinute}`];
const notBefore = (time: string): readonly string[] => [times, `">"&${time}-${halfMinute}`];
const before = (time: string): readonly string[] => [times, `"<"&${time}-${halfMinute}`];

const latest = (...where: readonly string[]): string => `MAXIFS(${[times, ...where].join(",")})`;
/** MINIFS without a row is 0. */
const least = (...where: readonly string[]): string =>
  `MOD(MINIFS(${[times, ...where].join(",")})-10^-6,${never})`;
/** Of what stands in several conditions at once. */
const maxOf = (array: string): string => `SUMPRODUCT(MAX(${array}))`;
const minOf = (array: string): string => `SUMPRODUCT(MIN(${array}))`;

/** Cells of all posts below each other. */
export interface PostColumns {
  readonly names: string;
  readonly orders: string;
  readonly groups: string;
}

/** The cells of one line beside each other. */
export const errandColumns = [
  "name",
  "order",
  "group",
  ...(["left", "began", "ended", "door", "last", "cost"] as const).flatMap((what) =>
    Array.from({ length: errandsBack }, (_, index) => `${what}${index}` as const),
  ),
  "owed",
  "earned",
  "turn",
] as const;
export type ErrandColumn = (typeof errandColumns)[number];

const errandOf = (name: string, ...when: readonly string[]): string =>
  maxOf(latest(receiver, name, kind, '"轮空"', remarks, begins(errandWords), ...when));

/** When somebody was last sent out, up to today; 0 where never. */
export const lastSent = (name: string): string => errandOf(name, ...until(`${settings.today}+1`));

/** How far `order` stands behind `last` in a line of at most 200 places; who had the turn last stands at its end. */
const behind = (order: string, last: string): string => `MOD(${order}-${last}-1,201)`;

/**
 * `found`: name, 顺序 and 组 of whom the line is about; nothing where so many were not sent out. The last cell is when
 * their first make-up owed was earned, those of one minute in their order; 0 where none is owed.
 * @param groupOn 组 that has the door on a day; "" where all have.
 */
export const errandCells = (
  found: Readonly<Record<"name" | "order" | "group", string>>,
  at: (column: ErrandColumn) => string,
  posts: PostColumns,
  groupOn: (day: string) => string,
): readonly Cell[] => {
  const [name, order, group] = [at("name"), at("order"), at("group")] as const;
  const errands = Array.from({ length: errandsBack }, (_, index) => index);
  const own = [receiver, name] as const;
  const emptyTurn = [...own, kind, '"轮空"'] as const;
  const there = [...own, kind, '"<>轮空"', kind, '"?*"', ...standing] as const;
  const otherWord = begins([...backWords, ...restWords]);

  const left = (index: number): string =>
    index === 0
      ? `=IF(${name}="",0,${lastSent(name)})`
      : `=IF(${at(`left${index - 1}`)}=0,0,${errandOf(name, ...before(at(`began${index - 1}`)))})`;
  const began = (last: string): string => {
    const since =
      `MAX(INT(${last}),${latest(...there, ...until(last))},` +
      `${maxOf(latest(...emptyTurn, remarks, otherWord, ...until(last)))})`;
    const first = minOf(
      least(...emptyTurn, remarks, begins(errandWords), times, `">"&${since}-${halfMinute}`, ...until(last)),
    );
    return `=IF(${last}=0,0,${first})`;
  };
  const ended = (last: string): string =>
    `=IF(${last}=0,0,MIN(INT(${last})+0.999,${least(...there, ...after(last))},` +
    `${minOf(least(...emptyTurn, remarks, otherWord, ...after(last)))}))`;

  /** Of the posts, those whose 组 has the door. */
  const onDuty = (door: string): string =>
    `((${door}="")+(${posts.groups}="")+(${posts.groups}=${door})>0)*(${posts.orders}>0)`;
  /** Whose turn was the last up to a time: of one minute, a reception comes after the turns it passed over. */
  const lastUntil = (time: string, door: string): string => {
    const moved = latest(receiver, posts.names, counts, '"是"', ...standing, ...until(time));
    const came = latest(receiver, posts.names, counts, '"是"', kind, '"<>轮空"', ...standing, ...until(time));
    const place = `ROUND(${moved}*1440,0)*1000+(${moved}=${came})*500+${posts.orders}`;
    return `MOD(${maxOf(`1000,${onDuty(door)}*(${place})`)},500)`;
  };
  const cost = (index: number): string => {
    const [began, ended, door, last] = [
      at(`began${index}`),
      at(`ended${index}`),
      at(`door${index}`),
      at(`last${index}`),
    ];
    const gaveUp = notBegins("放弃", "错过", "让出", "让给");
    const said = least(
      ...emptyTurn,
      counts,
      '"是"',
      ...standing,
      ...gaveUp,
      ...notBefore(began),
      ...until(ended),
    );
    const moves = [receiver, posts.names, counts, '"是"', ...standing, ...after(began), ...before(ended)];
    const receptions = [...moves, kind, '"<>轮空"', kind, '"<>指名"'];
    const [moved, once] = [moves, receptions].map((where) => `MINIFS(${[times, ...where].join(",")})`);
    const again = latest(...receptions);
    const further = `(${behind(posts.orders, last)}>${behind(order, last)})`;
    const passed = `${further}*${once ?? ""}+(1-${further})*(${again}>${moved ?? ""})*${again}`;
    const lost = minOf(`MOD(${onDuty(door)}*(${passed})-10^-6,${never})`);
    const hasDoor = `OR(${group}="",${door}="",${group}=${door})`;
    return `=IF(${at(`left${index}`)}=0,${never},MIN(${said},IF(${hasDoor},${lost},${never})))`;
  };

  const costs = errands.map((index) => at(`cost${index}`));
  /** Owed is the most that the errands since one of them have earned, when the make-ups taken since are taken off. */
  const owed = costs.map((cell, index) => {
    const earned = costs.slice(0, index + 1).map((each) => `(${isTime(each)})`);
    const taken = `COUNTIFS(${[...own, kind, '"补接"', ...standing, ...after(cell)].join(",")})`;
    return `IF(${isTime(cell)},${earned.join("+")}-${taken},0)`;
  });
  const noCosts = costs.map((cell) => `(${cell}>=10^5)`).join("+");
  const inOrder = behind(
    order,
    lastUntil(`(${at("earned")}-2*${halfMinute})`, groupOn(`INT(${at("earned")})`)),
  );
  return [
    `=IFERROR(${found.name}&"","")`,
    `=IF(${name}="",0,${found.order})`,
    `=IF(${name}="","",${found.group}&"")`,
    ...errands.map(left),
    ...errands.map((index) => began(at(`left${index}`))),
    ...errands.map((index) => ended(at(`left${index}`))),
    ...errands.map((index) => `=IF(${at(`left${index}`)}=0,"",${groupOn(`INT(${at(`began${index}`)})`)})`),
    ...errands.map(
      (index) => `=IF(${at(`left${index}`)}=0,0,${lastUntil(at(`began${index}`), at(`door${index}`))})`,
    ),
    ...errands.map(cost),
    `=IF(${at("left0")}=0,0,MAX(0,${owed.join(",")}))`,
    `=IF(${at("owed")}=0,0,LARGE(${costs.join(":").replace(/:.*:/u, ":")},${noCosts}+${at("owed")}))`,
    `=IF(${at("owed")}=0,0,${at("earned")}+${inOrder}/10^7)`,
  ].map((formula) => ({ formula }));
};
