import { formOf } from "../domain/forms/index";
import type { CalendarDay } from "../domain/kit/calendar-day";
import { checkWorkbook } from "../domain/register/check-workbook";
import { type Problem, problem } from "../domain/register/problem";
import { cellAt } from "../domain/register/register";
import type { SiteBook } from "../domain/register/site";
import { say } from "../domain/register/wording";
import { metaKeys, schemaVersion } from "../workbook/plan/ledger-sheet";
import { WorkbookRefused } from "../workbook/port";
import { readSiteFile } from "../workbook/xlsx/site-file";
import { todayOr } from "./clock";
import { readBytes } from "./files";
import { exitCodes, Unusable } from "./outcome";
import { reasonOf } from "./reason";

interface Options {
  readonly json?: boolean;
  readonly today?: string;
}

/** A problem as other programs take it. */
interface Line {
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

const lineOf = (file: string, problem: Problem): Line => {
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

const marks = { error: "错误", warning: "警告", hint: "提示" } as const;

const place = ({ sheet, row, column }: Line): string =>
  [sheet, row === null ? "" : `第 ${row} 行`, column ?? ""].filter((word) => word !== "").join("　");

/** 1 where a workbook has lost its version. */
const versionOf = ({ registers: { meta } }: SiteBook): number => {
  if (meta === undefined) return schemaVersion;
  for (let index = 0; index < meta.count; index++)
    if (String(cellAt(meta, "key", index) ?? "").trim() === metaKeys.version)
      return Number(cellAt(meta, "value", index)) || 1;
  return 1;
};

/** @returns the file's problems. @throws where the file cannot be used. */
const checkFile = async (file: string, today: CalendarDay): Promise<readonly Line[]> => {
  const book = await readSiteFile(await readBytes(file));
  const version = versionOf(book);
  if (version > schemaVersion) throw new WorkbookRefused("newerVersion", "校验", `版本 ${version}`);
  const found = checkWorkbook(book, today);
  const problems =
    version === schemaVersion
      ? found
      : // What a former version never had is not lost.
        [
          problem("olderVersion", {
            form: "meta",
            sheet: book.registers.consultants?.sheet ?? "",
            facts: { version, now: schemaVersion },
          }),
          ...found.filter(({ code }) => code !== "tableMissing" && code !== "columnMissing"),
        ];
  return problems.map((each) => lineOf(file, each));
};

const print = (file: string, lines: readonly Line[]): void => {
  for (const line of lines)
    process.stdout.write(
      `[${marks[line.severity]}] ${place(line)}：${line.message}。${line.remedy}。(${line.rule})\n`,
    );
  const count = (severity: Line["severity"]): number =>
    lines.filter((line) => line.severity === severity).length;
  process.stdout.write(
    lines.length === 0
      ? `${file}：没有问题。\n`
      : `${file}：错误 ${count("error")}，警告 ${count("warning")}，提示 ${count("hint")}。\n`,
  );
};

/** Checks every file; one that cannot be used costs its own message, not the run. */
export const checkCommand = async (files: readonly string[], { json, today }: Options): Promise<void> => {
  const day = todayOr(today);
  const all: Line[] = [];
  let unusable = false;
  for (const file of files) {
    try {
      const lines = await checkFile(file, day);
      all.push(...lines);
      if (!json) print(file, lines);
    } catch (cause) {
      const reason = cause instanceof Unusable ? cause.message : reasonOf(cause);
      if (reason === undefined) throw cause;
      unusable = true;
      process.stderr.write(cause instanceof Unusable ? `${reason}\n` : `${file}：${reason}\n`);
    }
  }
  if (json) process.stdout.write(`${JSON.stringify(all, null, 2)}\n`);
  process.exitCode = unusable
    ? exitCodes.unusable
    : all.some(({ severity }) => severity === "error")
      ? exitCodes.problems
      : exitCodes.fine;
};
