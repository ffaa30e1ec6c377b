/** First words of 说明 in 接待记录 (R11), as the sheet's formulas look for them. */
import { slip, type TurnNote, turnWords } from "../../domain/rules/turn-notes";
import { all } from "./references";

/** What `noteNumber` makes of 说明, by its place here; 0 where its first words are none of these. */
export const notes: readonly (TurnNote | "")[] = ["", ...(Object.keys(turnWords) as TurnNote[])];

const numbered = notes.flatMap((note, number) =>
  note === "" ? [] : turnWords[note].map((word) => ({ word, number })),
);

/** As many letters as tell the words apart, each beginning with its number behind it: "|休息3|请假3|". */
const listed = (letters: 2 | 3): string => {
  const some = numbered.filter(({ word }) => (word.length === 2 ? 2 : 3) === letters);
  const entries = new Set(some.map(({ word, number }) => `${word.slice(0, letters)}${number}`));
  return `|${[...entries].join("|")}|`;
};

/** Which note a text begins with. */
export const noteNumber = (text: string): string => {
  const looked = (letters: 2 | 3, otherwise: string): string => {
    const [list, padded] = [`"${listed(letters)}"`, `LEFT(TRIM(${text})&"---",${letters})`];
    return `IFERROR(MID(${list},FIND("|"&${padded},${list})+${letters + 1},1)+0,${otherwise})`;
  };
  const words = looked(2, looked(3, "0"));
  const slipped = `IF(OR(LEN(TRIM(${text}))<=${slip.length + 1},ISNUMBER(FIND("作废",${text}))),${notes.indexOf("void")},0)`;
  return `IF(LEFT(TRIM(${text}),${slip.length})="${slip}",${slipped},${words})`;
};

/** The words as a condition of COUNTIFS and the like, one after the other. */
export const begins = (...of: readonly TurnNote[]): string =>
  `{${of
    .flatMap((note) => turnWords[note])
    .map((word) => `"${word}*"`)
    .join(",")}}`;

/** 记错 alone, with a letter behind it, or called 作废, as `readTurnNote` has it. */
const voidSlips = [slip, `${slip}?`, `${slip}*作废*`];

const remarks = all("receptions", "remarks");

/** Conditions of COUNTIFS and the like: 说明 begins with none of these notes' words. */
export const notBegins = (...of: readonly TurnNote[]): readonly string[] =>
  of
    .flatMap((note) => [...turnWords[note].map((word) => `${word}*`), ...(note === "void" ? voidSlips : [])])
    .flatMap((word) => [remarks, `"<>${word}"`]);

/** No row that is crossed out. */
export const standing = notBegins("void");

/** The same, row by row, for SUMPRODUCT. */
export const stands =
  `ISERROR(FIND("|"&LEFT(${remarks}&"--",2)&"|","|${turnWords.void.join("|")}|"))*` +
  `((LEFT(${remarks},${slip.length})<>"${slip}")+(LEN(${remarks})>${slip.length + 1})*ISERROR(FIND("作废",${remarks}))>0)`;
