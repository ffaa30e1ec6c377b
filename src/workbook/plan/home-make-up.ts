/**
 * Make-ups owed, as 首页 has them (R11): each errand (外派) that cost somebody the turn earns one, a 补接 takes one off.
 * An errand lasts from the row that sends them away to the next word of them, whatever the day. It cost the turn
 * where a 轮空 with 计序 是 of theirs says so; or, where nobody wrote that, where the line (home-line.ts) has them passed
 * over. Looked at are the `errandRows` people sent out last, and of each the `errandsBack` latest errands.
 */
import type { Cell } from "../../book/book";
import { counts, halfMinute, kind, receiver, remarks, times } from "./home-line";
import { begins, notBegins, standing } from "./home-words";
import { settings } from "./site-sheet";

/** People looked at, a line each: those who are in line today and were sent out last. */
export const errandRows = 8;
/** Errands of each that are looked at, the latest. */
const errandsBack = 3;

/** Later than any time, and what a smallest that there is not becomes by `least`. */
const never = "10^6";
const isTime = (cell: string): string => `${cell}<10^5`;

const after = (time: string): readonly string[] => [times, `">"&${time}+${halfMinute}`];
const until = (time: string): readonly string[] => [times, `"<"&${time}+${halfMinute}`];
const notBefore = (time: string): readonly string[] => [times, `">"&${time}-${halfMinute}`];
const before = (time: string): readonly string[] => [times, `"<"&${time}-${halfMinute}`];

const latest = (...where: readonly string[]): string => `MAXIFS(${[times, ...where].join(",")})`;
/** What makes `never` of 0, which MINIFS is without a row. */
const shift = "10^-6";
const least = (...where: readonly string[]): string =>
  `MOD(MINIFS(${[times, ...where].join(",")})-${shift},${never})`;
/** Of what stands in several conditions at once. */
const maxOf = (array: string): string => `SUMPRODUCT(MAX(${array}))`;
const minOf = (array: string): string => `SUMPRODUCT(MIN(${array}))`;

/** The latest rows of the log, a column each: when, whether somebody received by turn, their numbers; and all places after them. */
export interface Line {
  readonly at: string;
  readonly received: string;
  readonly numbers: string;
  readonly places: string;
}

/** The cells of one line beside each other. */
export const errandColumns = [
  "name",
  "post",
  ...(["left", "began", "ended", "cost"] as const).flatMap((what) =>
    Array.from({ length: errandsBack }, (_, index) => `${what}${index}` as const),
  ),
  "owed",
  "earned",
  "turn",
] as const;
export type ErrandColumn = (typeof errandColumns)[number];

const errandOf = (name: string, ...when: readonly string[]): string =>
  maxOf(latest(receiver, name, kind, '"轮空"', remarks, begins("errand"), ...when));

/** When somebody was last sent out, up to today; 0 where never. */
export const lastSent = (name: string): string => errandOf(name, ...until(`${settings.today}+1`));

/**
 * `found`: name and line of whom this is about; nothing where so many were not sent out. The last cell is when their
 * first make-up owed was earned, those of one minute as they stood in line; 0 where none is owed.
 */
export const errandCells = (
  found: Readonly<Record<"name" | "post", string>>,
  at: (column: ErrandColumn) => string,
  line: Line,
): readonly Cell[] => {
  const name = at("name");
  const errands = Array.from({ length: errandsBack }, (_, index) => index);
  const own = [receiver, name] as const;
  const emptyTurn = [...own, kind, '"轮空"'] as const;
  const there = [...own, kind, '"<>轮空"', kind, '"?*"', ...standing] as const;
  const otherWord = begins("back", "joined", "rest");

  const left = (index: number): string =>
    index === 0
      ? `=IF(${name}="",0,${lastSent(name)})`
      : `=IF(${at(`left${index - 1}`)}=0,0,${errandOf(name, ...before(at(`began${index - 1}`)))})`;
  /** A word in the minute of the last row ends the errand: somebody is sent out and is back sooner than the reverse. */
  const began = (last: string): string => {
    const since =
      `MAX(${latest(...there, ...before(last))},` +
      `${maxOf(latest(...emptyTurn, remarks, otherWord, ...before(last)))})`;
    const first = minOf(
      least(...emptyTurn, remarks, begins("errand"), times, `">"&${since}-${halfMinute}`, ...until(last)),
    );
    return `=IF(${last}=0,0,${first})`;
  };
  const ended = (last: string): string =>
    `=IF(${last}=0,0,MIN(${settings.today}+0.999,${least(...there, ...after(last))},` +
    `${minOf(least(...emptyTurn, remarks, otherWord, ...after(last)))}))`;

  const places = `INDEX(${line.places},${at("post")},0)`;
  const cost = (index: number): string => {
    const [began, ended] = [at(`began${index}`), at(`ended${index}`)];
    const said = least(
      ...emptyTurn,
      counts,
      '"是"',
      ...standing,
      ...notBegins("gaveUp"),
      ...notBefore(began),
      ...until(ended),
    );
    const passedOver =
      `(${line.at}>${began}-${halfMinute})*(${line.at}<${ended}+${halfMinute})*${line.received}*` +
      `(-${places}>${line.numbers}-0.5)*(-${places}<${line.numbers})`;
    const lost = minOf(`${never}-(${never}-${line.at}+${shift})*${passedOver}`);
    return `=IF(${at(`left${index}`)}=0,${never},MIN(${said},${lost}))`;
  };

  const costs = errands.map((index) => at(`cost${index}`));
  /** Owed is the most that the errands since one of them have earned, when the make-ups taken since are taken off. */
  const owed = costs.map((cell, index) => {
    const earned = costs.slice(0, index + 1).map((each) => `(${isTime(each)})`);
    const taken = `COUNTIFS(${[...own, kind, '"补接"', ...standing, ...after(cell)].join(",")})`;
    return `IF(${isTime(cell)},${earned.join("+")}-${taken},0)`;
  });
  const noCosts = costs.map((cell) => `(${cell}>=10^5)`).join("+");
  const inOrder = maxOf(
    `(ABS(${line.at}-${at("earned")})<${halfMinute})*(ABS(${places})>${line.numbers}-0.5)*` +
      `(ABS(${places})<=${line.numbers})*ABS(${places})`,
  );
  return [
    `=IFERROR(${found.name}&"","")`,
    // Some line: of none, INDEX would take all.
    `=IF(${name}="",1,${found.post})`,
    ...errands.map(left),
    ...errands.map((index) => began(at(`left${index}`))),
    ...errands.map((index) => ended(at(`left${index}`))),
    ...errands.map(cost),
    `=IF(${at("left0")}=0,0,MAX(0,${owed.join(",")}))`,
    `=IF(${at("owed")}=0,0,LARGE(${costs.join(":").replace(/:.*:/u, ":")},${noCosts}+${at("owed")}))`,
    `=IF(${at("owed")}=0,0,${at("earned")}+${inOrder}/10^7)`,
  ].map((formula) => ({ formula }));
};
