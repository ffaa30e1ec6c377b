import { calendarDay, type CalendarDay } from "../domain/kit/calendar-day";
import { type ClientNumber, parseClientNumber } from "../domain/rules/client-number";
import { withSheetAnswers } from "../domain/register/card/sheet-answers";
import type { SiteBook } from "../domain/register/site";
import { findPrint, printable, printBook, printKeys, type PrintQuestion } from "../workbook/plan/print-book";
import { writeBook } from "../xlsx/write";
import { todayOr } from "./clock";
import { writeBytes } from "./files";
import { clearToWrite } from "./out-file";
import { Unusable } from "./outcome";
import { pdfOf } from "./pdf";
import { readSiteAloud } from "./read-site";

interface Options {
  readonly out: string;
  readonly client?: readonly string[];
  readonly application?: readonly string[];
  readonly consultant?: string;
  readonly building?: string;
  readonly from?: string;
  readonly to?: string;
  /** `--mask`, `--no-mask`; absent: as 设置 says. */
  readonly mask?: boolean;
  readonly empty?: boolean;
  readonly copies?: string;
  readonly force?: boolean;
  readonly today?: string;
}

const dayOption = (name: string, given: string | undefined): CalendarDay | undefined => {
  if (given === undefined) return undefined;
  const day = calendarDay(given);
  if (day === undefined)
    throw new Unusable(`--${name}：“${given}”不是日期；请写成 2026-11-22 的样子。(--${name}: not a date)`);
  return day;
};

const clientOf = (given: string): ClientNumber => {
  const number = parseClientNumber(given)?.client;
  if (number === undefined)
    throw new Unusable(
      `--client：“${given}”不是客户编号；请写成 LY-ZS001 的样子。(--client: no client number)`,
    );
  return number;
};

const copiesOf = (given: string | undefined): number => {
  const copies = Number(given ?? "1");
  if (!Number.isInteger(copies) || copies < 1 || copies > 20)
    throw new Unusable(`--copies：“${given ?? ""}”应是 1 到 20 的整数。(--copies: 1 to 20)`);
  return copies;
};

const questionOf = (wanted: string, options: Options, { site }: SiteBook): PrintQuestion => {
  const print = findPrint(wanted);
  if (print === undefined)
    throw new Unusable(
      `没有“${wanted}”这种打印；有：${printKeys.map((key) => `${key}（${printable(key).short}）`).join("、")}。(nothing to print by that name)`,
    );
  const { client, application, consultant, building, empty, mask } = options;
  const from = dayOption("from", options.from);
  const to = dayOption("to", options.to);
  if (empty === true && !printable(print).hasEmpty)
    throw new Unusable(`${printable(print).short}没有空白表可打。(no empty form of it)`);
  return {
    print,
    masked: mask ?? site.policies.maskPhones,
    copies: copiesOf(options.copies),
    ...(client !== undefined && { clients: client.map(clientOf) }),
    ...(application !== undefined && { applications: application.map((each) => each.trim()) }),
    ...(consultant !== undefined && { consultant }),
    ...(building !== undefined && { building }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(empty !== undefined && { empty }),
  };
};

/** Prints cards, lists or the board of a site's file into an .xlsx ready to print, or a .pdf. */
export const printCommand = async (wanted: string, file: string, options: Options): Promise<void> => {
  const { out, force } = options;
  const today = todayOr(options.today);
  await clearToWrite(out, [".xlsx", ".pdf"], force);
  // Rows written from the command line have not been through a spreadsheet yet.
  const book = withSheetAnswers(await readSiteAloud(file), today);
  const question = questionOf(wanted, options, book);
  const { short } = printable(question.print);
  const printed = printBook(book, question, today);
  if (printed === undefined)
    throw new Unusable(
      `${file}：没有要打印的${short}；请核对编号、置业顾问和日期，空白表请加 --empty。(nothing to print)`,
    );
  const bytes = await writeBook(printed);
  await writeBytes(out, /\.pdf$/iu.test(out) ? await pdfOf(bytes) : bytes);
  process.stdout.write(`${out}：${short}已备好，可以打印。\n`);
};
