import { randomUUID } from "node:crypto";
import { versionIn } from "../domain/head-office/schema-version";
import type { CalendarDay } from "../domain/kit/calendar-day";
import { checkWorkbook } from "../domain/register/check/check-workbook";
import { problem } from "../domain/register/problem";
import type { SiteBook } from "../domain/register/site";
import { type Damage, damagesOf } from "../workbook/plan/damage";
import { schemaVersion } from "../workbook/plan/ledger-sheet";
import { planNow } from "../workbook/plan/plan-workbook";
import { reshaped } from "../workbook/plan/repair-order";
import { WorkbookRefused } from "../workbook/port";
import { inspectSiteFile } from "../workbook/xlsx/inspect-file";
import { todayOr } from "./clock";
import { readBytes } from "./files";
import { exitCodes, Unusable } from "./outcome";
import { lineOf, marks, place, type ProblemLine } from "./problem-lines";
import { reasonOf } from "./reason";

interface Options {
  readonly json?: boolean;
  readonly today?: string;
}

/** 1 where a workbook has lost its version; where the hidden table is gone, that is said as a damage. */
const versionOf = (book: SiteBook): number =>
  book.registers.meta === undefined ? schemaVersion : (versionIn(book) ?? 1);

/** Where columns went astray so did their rules: they come back with the columns, and are not listed one by one. */
const apart = (damages: readonly Damage[]): readonly Damage[] => {
  const astray = reshaped(damages.flatMap(({ repair }) => repair));
  return damages.filter(({ problem: { code, form } }) => code !== "validationOther" || !astray.has(form));
};

interface Checked {
  readonly lines: readonly ProblemLine[];
  /** So many of them `repair` puts right. */
  readonly repairable: number;
}

/** @throws where the file cannot be used. */
const checkFile = async (file: string, today: CalendarDay): Promise<Checked> => {
  const { book, inspected } = await inspectSiteFile(await readBytes(file));
  const version = versionOf(book);
  if (version > schemaVersion) throw new WorkbookRefused("newerVersion", "校验", `版本 ${version}`);
  // Lost tables and columns are found by the inspection; what a former version never had is not lost.
  const found = checkWorkbook(book, today).filter(
    ({ code }) => code !== "tableMissing" && code !== "columnMissing",
  );
  const damages = version === schemaVersion ? apart(damagesOf(inspected, planNow(today, randomUUID()))) : [];
  const older = problem("olderVersion", {
    form: "meta",
    sheet: book.registers.consultants?.sheet ?? "",
    facts: { version, now: schemaVersion },
  });
  const structure = version === schemaVersion ? damages.map((damage) => damage.problem) : [older];
  return {
    lines: [...structure, ...found].map((each) => lineOf(file, each)),
    repairable: version === schemaVersion ? damages.filter(({ sure }) => sure).length : 1,
  };
};

const print = (file: string, { lines, repairable }: Checked): void => {
  for (const line of lines)
    process.stdout.write(
      `[${marks[line.severity]}] ${place(line)}：${line.message}。${line.remedy}。(${line.rule})\n`,
    );
  const count = (severity: ProblemLine["severity"]): number =>
    lines.filter((line) => line.severity === severity).length;
  process.stdout.write(
    lines.length === 0
      ? `${file}：没有问题。\n`
      : `${file}：错误 ${count("error")}，警告 ${count("warning")}，提示 ${count("hint")}。\n`,
  );
  if (repairable > 0)
    process.stdout.write(`其中表格结构 ${repairable} 处不用打开 Excel 也能修：npx anchang repair ${file}\n`);
};

/** Checks every file; one that cannot be used costs its own message, not the run. */
export const checkCommand = async (files: readonly string[], { json, today }: Options): Promise<void> => {
  const day = todayOr(today);
  const all: ProblemLine[] = [];
  /** For programs: no problems is not the same as not looked at. */
  const notRead: { readonly file: string; readonly unusable: string }[] = [];
  for (const file of files) {
    try {
      const checked = await checkFile(file, day);
      all.push(...checked.lines);
      if (!json) print(file, checked);
    } catch (cause) {
      const reason = cause instanceof Unusable ? cause.message : reasonOf(cause);
      if (reason === undefined) throw cause;
      notRead.push({ file, unusable: reason });
      process.stderr.write(cause instanceof Unusable ? `${reason}\n` : `${file}：${reason}\n`);
    }
  }
  if (json) process.stdout.write(`${JSON.stringify([...all, ...notRead], null, 2)}\n`);
  process.exitCode =
    notRead.length > 0
      ? exitCodes.unusable
      : all.some(({ severity }) => severity === "error")
        ? exitCodes.problems
        : exitCodes.fine;
};
