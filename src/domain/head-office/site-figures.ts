/** A site in a line of figures, from its own workbook. */
import { fieldsOf } from "../form/form";
import type { RegisterKey } from "../forms/index";
import type { CalendarDay } from "../kit/calendar-day";
import { plus, type Yuan, yuanOf } from "../kit/money";
import { clientCount } from "../report/clients";
import { type Grade, grades } from "../rules/grade";
import { countFaults } from "../register/check/check-workbook";
import { dueList } from "../register/follow-up/due-list";
import { gradeRowOf, gradeRows } from "../register/grade-rows";
import { isEmptyCell } from "../register/read-answer";
import { isLive, salesLedger } from "../register/sales/sales-ledger";
import type { SiteBook } from "../register/site";
import type { SiteFigures } from "./share";

/** Rows in which somebody has typed something. */
const rowsIn = ({ registers }: SiteBook, key: RegisterKey): number => {
  const register = registers[key];
  if (register === undefined) return 0;
  const typed = fieldsOf(register.form).flatMap(([name, { kind }]) => {
    const cells = kind === "computed" ? undefined : register.columns.get(name);
    return cells === undefined ? [] : [cells];
  });
  let rows = 0;
  for (let index = 0; index < register.count; index++)
    if (typed.some((cells) => !isEmptyCell(cells[index]))) rows++;
  return rows;
};

const gradesOf = (book: SiteBook, today: CalendarDay): Readonly<Record<Grade, number>> => {
  const counts = Object.fromEntries(grades.map((grade) => [grade, 0])) as Record<Grade, number>;
  for (const { grade } of gradeRowOf(gradeRows(book, today)).values())
    if (grade !== undefined) counts[grade]++;
  return counts;
};

export const figuresOf = (book: SiteBook, today: CalendarDay): SiteFigures => {
  const live = salesLedger(book, today).deals.filter(isLive);
  const { error: errors, warning: warnings } = countFaults(book, today);
  return {
    clients: clientCount(book),
    visits: rowsIn(book, "visitors"),
    calls: rowsIn(book, "calls"),
    followUps: rowsIn(book, "followUps"),
    grades: gradesOf(book, today),
    overdue: dueList(book, today).filter(({ status }) => status === "overdue").length,
    deals: live.length,
    sold: live.reduce<Yuan>((sum, { totalPrice }) => plus(sum, totalPrice ?? yuanOf(0)), yuanOf(0)),
    errors,
    warnings,
  };
};
