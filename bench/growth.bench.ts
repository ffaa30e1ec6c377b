/** 1,000, 10,000 and 100,000 clients: what each costs must not grow with how many there are. */
import { caseBook } from "../src/domain/register/ownership/case-book";
import { checkDuplicates } from "../src/domain/register/check/check-duplicates";
import { type Ground, groundOf } from "../src/domain/register/check/check-ground";
import { missingNumbers } from "../src/domain/register/check/check-numbers";
import { checkWorkbook } from "../src/domain/register/check/check-workbook";
import { disputes } from "../src/domain/register/ownership/disputes";
import { dueList } from "../src/domain/register/follow-up/due-list";
import { gradeRows } from "../src/domain/register/grade-rows";
import type { SiteBook } from "../src/domain/register/site";
import { verdictOf } from "../src/domain/register/ownership/verdict";
import { indexClients, searchClients } from "../src/taskpane/client/client-index";
import { knownClients } from "../src/taskpane/entry/clients";
import { type Cells, growingSite, temptations } from "./growing-site";
import { today } from "./large-site";

const sizes = [1_000, 10_000, 100_000] as const;

interface Task {
  readonly name: string;
  /** Times `work` alone, on a book nobody has looked at yet. */
  readonly on: (book: SiteBook) => () => unknown;
  /** What every visitor has instead. */
  readonly over?: (i: number) => Cells;
}

const ground = (book: SiteBook): Ground => groundOf(book, { site: book.site, today }, new Map());
const duplicates: Task["on"] = (book) => {
  const stands = ground(book);
  return () => checkDuplicates(stands, new Map(), "all");
};
const check: Task["on"] = (book) => () => checkWorkbook(book, today);

/** Whose everybody is, and who is claimed by two. */
const verdicts: Task["on"] = (book) => () => {
  const cases = caseBook(book, today);
  return [gradeRows(book, today).map(({ clientId }) => verdictOf(cases, clientId)), disputes(cases)];
};
const search: Task["on"] = (book) => {
  const index = indexClients(knownClients(book, today));
  return () => ["z", "zs", "zhangsan", "1380", "伟"].map((typed) => searchClients(index, typed));
};

const tasks: readonly Task[] = [
  { name: "check", on: check },
  { name: "duplicates", on: duplicates },
  { name: "verdicts and disputes", on: verdicts },
  { name: "the clients' index", on: (book) => () => indexClients(knownClients(book, today)) },
  { name: "five searches", on: search },
  { name: "overdue", on: (book) => () => dueList(book, today) },
  {
    name: "numbering",
    on: (book) => () => missingNumbers(book, today),
    over: () => ({ clientId: null }),
  },
  ...Object.entries(temptations).map(([name, over]): Task => ({ name: `check: ${name}`, on: check, over })),
];

/** Milliseconds: the best of a few runs, of one where it takes long. */
const timeOf = (work: () => unknown): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

export const run = async (): Promise<void> => {
  const bookOf = await growingSite();
  console.log("µs a client, and how many times as many as at the size before; 1 is linear");
  for (const { name, on, over } of tasks) {
    const figures: string[] = [];
    let before: number | undefined;
    for (const size of sizes) {
      const turns = size < 100_000 ? 3 : 1;
      const times = Array.from({ length: turns }, () => timeOf(on(bookOf(size, over))));
      const each = (Math.min(...times) * 1000) / size;
      const growth = before === undefined ? "" : ` ×${(each / before).toFixed(1)}`;
      figures.push(`${size.toLocaleString("en")}: ${each.toFixed(1)}${growth}`.padEnd(24));
      before = each;
    }
    console.log(`${name.padEnd(44)} ${figures.join(" ")}`);
  }
};
