/** 收编: which of a deal's prices is the one it was made at: 成交价 beside 总价, 折后单价 beside 单价 (R12). */
import { readMoney } from "../../kit/money";
import type { HeaderMatch } from "../match-headers";
import { inCaptionUnit } from "./old-bands";
import type { AdoptedForm } from "./old-cells";
import { isCellError, isEmptyCell } from "../read-answer";
import { readNumber } from "../read-number";
import type { RawCell } from "../register";

/** The surest first; a caption of none of them may be of the list: 总价, 标准总价. */
const agreed = [/成交/u, /合同|签约|网签/u, /最[终后]|实际/u, /[折惠]后/u, /认购/u];

const rankOf = (header: string): number => {
  const rank = agreed.findIndex((each) => each.test(header));
  return rank < 0 ? agreed.length : rank;
};

/** 成交价, 折后价（元）: neither 总 nor 单. */
const isEither = (header: string): boolean => /[成折惠约同终际收]后?交?价格?\s*(?:[(（].*)?$/u.test(header);

/** In yuan: no square metre costs less, and no home as little as a metre may. */
const [leastMetre, mostMetre] = [500, 100_000];

/** Whether most of the cells are prices of a square metre: 8820 of 100㎡, where 882000 and 88.2 are of the home. */
const isOfMetre = (header: string, cells: readonly RawCell[], areas: readonly RawCell[]): boolean => {
  const metres = cells.flatMap((cell, row) => {
    const isSaid = (typeof cell === "number" || typeof cell === "string") && !isEmptyCell(cell);
    const read = isSaid && !isCellError(cell) ? readMoney(inCaptionUnit(header, cell)) : undefined;
    if (read?.ok !== true || read.value <= 0) return [];
    const area = areas[row] ?? null;
    const metre = typeof area === "number" || typeof area === "string" ? readNumber(area) : undefined;
    const isOfHome =
      metre === undefined || metre <= 0 ? read.value >= mostMetre : read.value / metre >= leastMetre;
    return [!isOfHome && read.value >= leastMetre];
  });
  return metres.filter((is) => is).length * 2 > metres.length;
};

/** Of columns that claim one blank the price that was agreed on takes it; the list's is kept as the users' own. */
export const withAgreedPrices = (
  form: AdoptedForm,
  matches: readonly HeaderMatch[],
  cellsOf: (column: number) => readonly RawCell[],
): readonly HeaderMatch[] => {
  if (form !== "deals") return matches;
  const areaAt = matches.find(({ key }) => key === "floorArea")?.column;
  const areas = areaAt === undefined ? [] : cellsOf(areaAt);
  const claims = ({ key, rival, column, header }: HeaderMatch): string | undefined => {
    const claimed = key ?? rival;
    if (claimed !== "totalPrice" || !isEither(header)) return claimed;
    return isOfMetre(header, cellsOf(column), areas) ? "unitPrice" : claimed;
  };
  const best = new Map<string, HeaderMatch>();
  for (const match of matches) {
    const claimed = claims(match);
    if (claimed !== "totalPrice" && claimed !== "unitPrice") continue;
    const other = best.get(claimed);
    const isBetter =
      other === undefined ||
      rankOf(match.header) < rankOf(other.header) ||
      (rankOf(match.header) === rankOf(other.header) && other.key !== claimed && match.key === claimed);
    if (isBetter) best.set(claimed, match);
  }
  return matches.map((match): HeaderMatch => {
    const claimed = claims(match);
    if (claimed !== "totalPrice" && claimed !== "unitPrice") return match;
    const { column, header } = match;
    if (best.get(claimed) !== match)
      return { column, header, key: undefined, how: "unknown", rival: claimed };
    // What came in may be a part of it.
    const how = /实收/u.test(header) ? "likeness" : match.key === undefined ? "wording" : match.how;
    return { column, header, key: claimed, how };
  });
};
