/** 收编: of two columns that could be one blank, which says how it is now: 当前顾问 beside 接待人, 当前等级 beside 级别. */
import { bareCaption, type HeaderMatch } from "../match-headers";
import type { AdoptedForm } from "./old-cells";
import { oldGradeKey } from "./old-targets";
import { isEmptyCell } from "../read-answer";
import type { RawCell } from "../register";

const now = /^(?:客户)?(?:当前|目前|最新|本[月周]|现|归属|所属|跟进|服务|分配|对接|维护)/u;
/** Who received them is not always who has them. */
const received = /接|首|初|第一/u;

const isNow = (header: string): boolean => now.test(bareCaption(header)) && !received.test(header);
const isReceiver = (header: string): boolean => received.test(bareCaption(header));

/** Of several who are said in a row, who has the client now comes first. */
export const ownersFirst = <T extends { readonly header: string }>(columns: readonly T[]): readonly T[] => [
  ...columns.filter(({ header }) => isNow(header)),
  ...columns.filter(({ header }) => !isNow(header)),
];

/** Where some row leaves it blank who has the client, both columns say it. */
const withOwnerNow = (
  matches: readonly HeaderMatch[],
  cellsOf: (column: number) => readonly RawCell[],
): readonly HeaderMatch[] => {
  const owner = matches.find(({ key }) => key === "consultant");
  const better = matches.find(({ rival, header }) => rival === "consultant" && isNow(header));
  if (owner === undefined || better === undefined || !isReceiver(owner.header)) return matches;
  const there = cellsOf(better.column);
  const isWhole = cellsOf(owner.column).every((cell, row) => isEmptyCell(cell) || !isEmptyCell(there[row]));
  return matches.map((match): HeaderMatch => {
    const { column, header } = match;
    if (match === better) return { column, header, key: "consultant", how: "wording" };
    return match === owner && isWhole
      ? { column, header, key: undefined, how: "unknown", rival: "consultant" }
      : match;
  });
};

/** 级别 | 当前等级 of a contact: as they were, and what they have become. */
const withNewGrade = (matches: readonly HeaderMatch[]): readonly HeaderMatch[] =>
  matches.some(({ key }) => key === "newGrade")
    ? matches
    : matches.map((match): HeaderMatch => {
        const { column, header, rival } = match;
        return rival === oldGradeKey && isNow(header)
          ? { column, header, key: "newGrade", how: "wording" }
          : match;
      });

export const withSaidNow = (
  form: AdoptedForm,
  matches: readonly HeaderMatch[],
  cellsOf: (column: number) => readonly RawCell[],
): readonly HeaderMatch[] => {
  const owned = withOwnerNow(matches, cellsOf);
  return form === "followUps" ? withNewGrade(owned) : owned;
};
