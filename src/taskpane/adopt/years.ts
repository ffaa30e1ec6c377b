/** The year people say of one table's days, for those of the same file that follow it. */
import { daysInTable } from "../../domain/register/old-sheet/old-times";
import { yearsInTurn } from "../../domain/register/old-sheet/years-in-turn";
import type { Chosen } from "./old-source";

/** By table of the file, as typed. */
export type YearsTyped = ReadonlyMap<number, string>;

export const isYear = (text: string): boolean => /^(?:19|20)\d{2}$/u.test(text);

/**
 * What is typed of a table itself; else, where the table does not say it, what follows from the nearest table before it
 * of which somebody has: 11月 of 2023 is gone on from by 1月 of 2024. "" where nobody has said anything.
 */
export const yearHere = (all: readonly Chosen[], at: number, typed: YearsTyped): string => {
  const own = typed.get(at);
  const here = all[at];
  if (own !== undefined || here?.table === undefined || here.table.year !== undefined) return own ?? "";
  const from = [...typed.keys()].filter((each) => each < at && isYear(typed.get(each) ?? "")).at(-1);
  if (from === undefined) return "";
  const inTurn = all
    .slice(from, at + 1)
    .flatMap(({ table, form, mapping }) =>
      table !== undefined && form === here.form ? [daysInTable({ table, form, mapping })] : [],
    );
  return String(yearsInTurn(inTurn, Number(typed.get(from))).at(-1) ?? "");
};
