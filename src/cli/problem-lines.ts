import { formOf } from "../domain/forms/index";
import type { Problem } from "../domain/register/problem";
import { say } from "../domain/register/wording";

/** A problem as other programs take it. */
export interface ProblemLine {
  readonly file: string;
  readonly severity: Problem["severity"];
  readonly rule: string;
  readonly sheet: string;
  readonly table: string;
  readonly row: number | null;
  readonly column: string | null;
  readonly value: string | number | null;
  readonly message: string;
  readonly remedy: string;
}

export const lineOf = (file: string, problem: Problem): ProblemLine => {
  const { says, remedy } = say(problem, "zh");
  return {
    file,
    severity: problem.severity,
    rule: problem.rule,
    sheet: problem.sheet,
    table: formOf(problem.form).table,
    row: problem.row ?? null,
    column: problem.caption ?? null,
    value: problem.value ?? null,
    message: says,
    remedy,
  };
};

export const marks = { error: "错误", warning: "警告", hint: "提示" } as const;

/** "来访登记　第 5 行　手机". */
export const place = ({ sheet, row, column }: ProblemLine): string =>
  [sheet, row === null ? "" : `第 ${row} 行`, column ?? ""].filter((word) => word !== "").join("　");
