/** 收编: what the numbers of a table are counted in, where no caption says it: a row of （㎡） and （万元）, 单位：万元 of a title. */
import { plain } from "../../kit/text";
import { saysUnit } from "./old-bands";
import type { HeaderMatch } from "../match-headers";
import { between, type OldGrid } from "./old-grid";
import { isEmptyCell } from "../read-answer";
import type { RawCell } from "../register";

const word =
  /^[(（[【]?\s*(?:单位\s*[:：]?\s*)?(?:人民币)?(?:[㎡平亩]|平方米|平米|m2|(?:[万千百]?元|万|rmb|¥)(?:\/?(?:㎡|平方米|平米|平|m2|套|月|年|个))?|[人岁套个间层组次天日月年%]|年[月/.\-]?月?[日/.\-]?日?)\s*[)）\]】]?$/iu;
const ofMoneyOrArea = /元|万|㎡|平|m2|亩|rmb|¥/iu;
/** 单位 itself, before the units. */
const label = /^单位[:：]?$/u;

/** The units that stand in a row below captions, by the sheet's column; nothing where it says anything else. */
export const unitsIn = (
  grid: OldGrid,
  row: number,
  [left, right]: readonly [number, number],
): ReadonlyMap<number, string> | undefined => {
  const found = new Map<number, string>();
  for (const column of between(grid.filled(row), left, right)) {
    const said = plain(String(grid.at(row, column)));
    if (!word.test(said) && !label.test(said)) return undefined;
    // Of 岁 and 套 nothing else is read.
    if (ofMoneyOrArea.test(said))
      found.set(
        column,
        said
          .replace(/^[([【]|[)\]】]$/gu, "")
          .replace(/m2/iu, "㎡")
          .trim(),
      );
  }
  return found.size > 0 ? found : undefined;
};

/** 总价 over 万元 is 总价（万元）: so it is read, and so people see it. A caption that says its own stays. */
export const withUnit = (caption: RawCell, unit: string | undefined): RawCell =>
  unit === undefined || isEmptyCell(caption) || saysUnit(String(caption))
    ? caption
    : `${String(caption).trim()}（${unit}）`;

const said =
  /单位\s*[:：为是]?\s*(?=(?:人民币)?\s*(?:[万千百]?元|万|m2|平|套|¥))([^()（）【】[\]。;；]+)|[(（]\s*((?:人民币)?\s*万元?)\s*[)）]/gu;

/** 单位：万元, and no 元 beside it that may be of anything else; 元/㎡ is of prices alone. */
export const countsInWan = (titles: readonly string[]): boolean => {
  const units = titles.flatMap((title) =>
    [...plain(title).matchAll(said)].map(([, labelled, alone]) => labelled ?? alone ?? ""),
  );
  return units.some((each) => /万/u.test(each)) && !units.some((each) => /(?<!万)元(?!\s*[/每])/u.test(each));
};

/** A square metre costs thousands of yuan, or less than a hundred 万元. */
const mostWanMetre = 100;

const numberOf = (cell: RawCell): number => Number(plain(String(cell)).replace(/[,，\s]/gu, ""));

/** As `withUnit`, of the columns of prices under a title that counts in 万元; 单价 only where none of it is in yuan. */
export const wanColumns = (
  matches: readonly HeaderMatch[],
  cellsOf: (column: number) => readonly RawCell[],
): ReadonlySet<number> =>
  new Set(
    matches.flatMap(({ key, column }) => {
      if (key === "totalPrice") return [column];
      if (key !== "unitPrice") return [];
      const prices = cellsOf(column).flatMap((cell) => {
        const price = isEmptyCell(cell) ? Number.NaN : numberOf(cell);
        return Number.isNaN(price) ? [] : [price];
      });
      return prices.length > 0 && prices.every((price) => price < mostWanMetre) ? [column] : [];
    }),
  );
