/** R4: 调整级别 of a contact moves the client in 等级跟踪; typed into the sheet it does not, until somebody carries it over. */
import { type CalendarDay, dayOf, type Moment } from "../../kit/calendar-day";
import type { ClientNumber } from "../../rules/client-number";
import { type Grade, grades, reach } from "../../rules/grade";
import { at, type Ground, placed } from "./check-ground";
import { type GradeRow, gradeRowOf, gradeRows, gradeWants, reachChanges } from "../grade-rows";
import { latestStep, move } from "../follow-up/log-contact";
import type { Problem } from "../problem";
import type { Register, Row } from "../register";
import type { SiteBook } from "../site";
import type { Wanted } from "../wanted";
import { rowOf } from "../register-reading";

/** A row of 跟踪记录, and what was read in it. */
export interface ReadContact {
  readonly register: Register;
  readonly index: number;
  readonly answers: Row;
}

interface Adjusting extends ReadContact {
  readonly when: Moment;
  readonly to: Grade;
}

/** What these contacts are held against. */
export const newGradeWants: Wanted = { grades: gradeWants, deals: ["dealId", "status"] };

const isGrade = (answer: unknown): answer is Grade => grades.some((each) => each === answer);

export const adjustsGrade = ({ answers }: Pick<ReadContact, "answers">): boolean =>
  isGrade(answers["newGrade"]);

/** Contacts that adjust a grade after the last day there is in 等级跟踪; what was decided on that day stands. */
const behind = (
  contacts: readonly ReadContact[],
  gradeOf: ReadonlyMap<ClientNumber, GradeRow>,
): ReadonlyMap<GradeRow, readonly Adjusting[]> => {
  const found = new Map<GradeRow, Adjusting[]>();
  for (const contact of contacts) {
    const { clientId: client, contactedAt: when, newGrade: to } = contact.answers;
    if (typeof client !== "string" || typeof when !== "string" || !isGrade(to)) continue;
    const row = gradeOf.get(client as ClientNumber);
    const latest = row && latestStep(row);
    if (row === undefined || latest === undefined || dayOf(when as Moment) <= latest.day) continue;
    const others = found.get(row);
    const one: Adjusting = { ...contact, when: when as Moment, to };
    if (others === undefined) found.set(row, [one]);
    else others.push(one);
  }
  return found;
};

const withoutDeals = ({ registers: { deals: _deals, ...registers }, ...book }: SiteBook): SiteBook => ({
  ...book,
  registers,
});

/** `book` as read by `newGradeWants`. */
export const gradesNotCarried = (
  book: SiteBook,
  contacts: readonly ReadContact[],
  today: CalendarDay,
): readonly Problem[] => {
  // Only √ asks for deals, and each time for all of them.
  const dealless = withoutDeals(book);
  const problems: Problem[] = [];
  for (const [row, adjusting] of behind(contacts, gradeRowOf(gradeRows(book, today)))) {
    let now = row;
    let last: Adjusting | undefined;
    const inTime = [...adjusting].sort((a, b) =>
      a.when < b.when ? -1 : a.when > b.when ? 1 : a.index - b.index,
    );
    for (const each of inTime) {
      const { when, to, answers } = each;
      if (to === now.grade) continue;
      const day = dayOf(when);
      const asked = to === "√" || now.grade === "√" ? book : dealless;
      const [refusal] = move(asked, row.clientId, now, to, day, answers).problems;
      if (refusal !== undefined) {
        problems.push(placed(each, refusal));
        break;
      }
      now = { ...now, grade: to, reached: reach(now.reached, to, day) ?? now.reached };
      last = each;
    }
    if (last === undefined) continue;
    problems.push(
      at(last, "gradeNotCarried", "newGrade", {
        facts: { client: row.clientId, from: row.grade ?? "", to: now.grade ?? "", day: dayOf(last.when) },
        fix: reachChanges(row, now.reached),
      }),
    );
  }
  return problems;
};

export const checkNewGrades = ({ book, readings, today }: Ground): readonly Problem[] => {
  const register = book.registers.followUps;
  const reading = readings.get("followUps");
  if (register === undefined || reading === undefined) return [];
  const given = reading.answers.get("newGrade") ?? [];
  const contacts = given.flatMap((grade, index): readonly ReadContact[] => {
    const answers = grade === undefined ? undefined : rowOf(reading, index);
    return answers !== undefined && adjustsGrade({ answers }) ? [{ register, index, answers }] : [];
  });
  return gradesNotCarried(book, contacts, today);
};
