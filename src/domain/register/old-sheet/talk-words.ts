/** 收编: the column that tells what was talked of, where none is called 洽谈内容: 洽谈, 跟进情况, 来访信息 over 洽谈内容. */
import { saysTimeAlone } from "./old-times";
import { saysNoDay } from "./old-year";
import { bareCaption, type HeaderMatch, withoutBrackets } from "../match-headers";
import type { AdoptedForm } from "./old-cells";
import { isEmptyCell } from "../read-answer";
import type { RawCell } from "../register";

const first = "(?:(?:客户|首次|初次|首访|初访|第?一次|来访|到访|来电|本次|现场)的?)*";
const behind = "(?:内容|情况|记录|要点|纪要|结果|摘要|详情|详细|说明|信息|描述|小结)*";

/** Surest first: the columns of the first kind that there are. */
const kinds: readonly { readonly named: RegExp; readonly letters: number }[] = [
  {
    named: new RegExp(`^${first}(?:洽谈|沟通|接洽|交谈|谈话|面谈|商谈|接待|接访)${behind}$`, "u"),
    letters: 2,
  },
  {
    named: new RegExp(
      `^${first}(?:跟进|跟踪|追踪|回访|首访|初访|第?[一二三四五1-5]次?[来到回]?访)${behind}$`,
      "u",
    ),
    letters: 2,
  },
  { named: new RegExp(`^${first}(?:反馈|意见|需求|想法|要求|问题|异议)${behind}$`, "u"), letters: 6 },
];

/** Captions of whatever else there is to say: beside them the talk has a column of its own. */
const remarks = /^(?:备注|备注说明|情况说明|说明|其他|其它)$/u;

/** The lower of two header rows tells. */
const spellingsOf = (header: string): readonly string[] => {
  const bare = withoutBrackets(header);
  return [bareCaption(bare), bareCaption(bare.slice(bare.lastIndexOf(" ") + 1))];
};

const isNamed = (named: RegExp, header: string): boolean =>
  spellingsOf(header).some((each) => named.test(each));

/** Enough to tell what a column holds. */
const mostLooked = 120;

/** Half of those filled are words, no days, and of so many letters on average. */
const holdsWords = (cells: readonly RawCell[], letters: number): boolean => {
  const filled = cells.filter((cell) => !isEmptyCell(cell)).slice(0, mostLooked);
  const words = filled.filter(
    (cell): cell is string =>
      typeof cell === "string" && (cell.length > 12 || (saysNoDay(cell) && !saysTimeAlone(cell))),
  );
  return (
    filled.length > 0 &&
    words.length * 2 >= filled.length &&
    words.reduce((sum, cell) => sum + cell.length, 0) >= letters * words.length
  );
};

/** Those that tell the talk go to the form's words too, where no column has them, or 备注 alone. */
export const withTalkWords = (
  form: AdoptedForm,
  matches: readonly HeaderMatch[],
  cellsOf: (column: number) => readonly RawCell[],
): readonly HeaderMatch[] => {
  if (form !== "visitors" && form !== "calls") return matches;
  const holders = matches.filter(({ key }) => key === "notes");
  if (holders.some(({ header }) => !isNamed(remarks, header))) return matches;
  const kindsHere = holders.length === 0 ? kinds : kinds.slice(0, -1);
  for (const { named, letters } of kindsHere) {
    const found = matches.filter(
      ({ key, header, column }) =>
        key === undefined && isNamed(named, header) && holdsWords(cellsOf(column), letters),
    );
    if (found.length === 0) continue;
    return matches.map((match): HeaderMatch => {
      const { column, header } = match;
      return found.includes(match) ? { column, header, key: "notes", how: "wording" } : match;
    });
  }
  return matches;
};
