/**
 * 再次来访: a client whose row is there. What is said for the first time goes into that row (R8: the record grows with
 * every visit), the new appointment always; what contradicts a blank that is filled waits for a person's word, and is
 * kept in the talk without it.
 */
import { visitors } from "../../forms/visitors";
import type { CalendarDay } from "../../kit/calendar-day";
import { isNothing } from "../../rules/nothing-to-say";
import type { ClientNumber } from "../../rules/client-number";
import { phoneKey } from "../../rules/phone";
import { isSaid } from "../../rules/visit-discipline";
import type { Change } from "../change";
import type { Cells } from "../check-row";
import { dayAt } from "../day-at";
import { whoHasAny } from "./known-client";
import { answerOf, isSame } from "../outrun";
import { phonesIn } from "../phone-reading";
import { finding, type Finding } from "../problem";
import { type About, isEmptyCell, readAnswer } from "../read-answer";
import { type Answer, cellAt, type RawCell, type Register, type Row, rowNumber } from "../register";
import type { SiteBook } from "../site";
import { standingsByClient } from "../standing";
import type { Wanted } from "../wanted";

/** Of this visit, not of the client: the row keeps those of the first one. */
export const ofVisit: ReadonlySet<string> = new Set(["clientId", "visitDate", "consultant", "notes"]);

/** Said anew at every visit. */
const appointment = "nextAppointment";

const phoneKeys: ReadonlySet<string> = new Set(["mobile", "phone"]);

/** @param typed blanks that hold something else than the row showed. */
export const returnWants = (typed: readonly string[]): Wanted => ({
  visitors: [...new Set(["visitDate", appointment, ...typed])],
});

export interface VisitorRow {
  readonly register: Register;
  readonly index: number;
}

/** The row of 来访登记 a client has, the first of several. */
export const visitorRow = (book: SiteBook, client: ClientNumber): VisitorRow | undefined =>
  standingsByClient(book)
    .get(client)
    ?.find(({ form }) => form === "visitors");

/** What of a row is the client's and not the first visit's; columns that were not read are left out. */
export const cellsOfClient = ({ register, index }: VisitorRow): Cells =>
  Object.fromEntries(
    Object.keys(visitors.fields)
      .filter((key) => !ofVisit.has(key) && key !== appointment && register.columns.has(key))
      .map((key) => [key, cellAt(register, key, index)]),
  );

/** The appointment a row holds, where it lies after a day. */
export const appointedAfter = (
  { register, index }: VisitorRow,
  day: CalendarDay,
  today: CalendarDay,
): RawCell => {
  const on = dayAt(register, appointment, index, today);
  return on !== undefined && on > day ? cellAt(register, appointment, index) : null;
};

const isBlank = (cell: RawCell): boolean =>
  isEmptyCell(cell) || (typeof cell === "string" && isNothing(cell));

/** Numbers typed that none of the client's phone blanks has. */
const brought = (typed: RawCell, row: Cells, { site }: About) => {
  const had = new Set(
    phonesIn(
      [...phoneKeys].map((key) => row[key] ?? null),
      site,
    ).map(phoneKey),
  );
  return phonesIn([typed], site).filter((phone) => !had.has(phoneKey(phone)));
};

/**
 * How an answer stands to the row: "new" where its blank is empty or `/`, "differs" where it holds something else; what
 * the row says already is left out, and so is a number that stands in the other phone blank.
 */
export const standingTo = (
  row: Cells,
  answers: Cells,
  about: About,
): ReadonlyMap<string, "new" | "differs"> => {
  const found = new Map<string, "new" | "differs">();
  for (const [key, field] of Object.entries(visitors.fields)) {
    const [cell, typed] = [row[key] ?? null, answers[key] ?? null];
    if (ofVisit.has(key) || key === appointment || isEmptyCell(typed)) continue;
    if (isSame(field, cell, typed, about)) continue;
    const isPhone = phoneKeys.has(key) && phonesIn([typed], about.site).length > 0;
    if (isPhone && brought(typed, row, about).length === 0) continue;
    found.set(key, isBlank(cell) ? "new" : "differs");
  }
  return found;
};

export interface Returning {
  readonly client: ClientNumber;
  readonly row: VisitorRow;
  /** Blanks whose new answer is to go over the row's; the others' stays in the talk. */
  readonly amend: readonly string[];
  /** What the row showed meanwhile, by key. */
  readonly seen: Cells;
  /** As typed, and as understood. */
  readonly typed: Cells;
  readonly read: Row;
}

export interface Returned {
  readonly changes: readonly Change[];
  /** Lines for the talk: what the row did not take, and what was put over what it held. */
  readonly lines: readonly string[];
  readonly hints: readonly Finding[];
}

/** Answers that somebody gave now; those the form showed from the row are none. */
export const givenNow = (answers: Cells, seen: Cells, about: About): Cells =>
  Object.fromEntries(
    Object.entries(visitors.fields).flatMap(([key, field]) => {
      const typed = answers[key] ?? null;
      const shown = !ofVisit.has(key) && isSame(field, typed, seen[key] ?? null, about);
      return isEmptyCell(typed) || shown ? [] : [[key, typed]];
    }),
  );

const captionOf = (key: string): string => visitors.fields[key as keyof typeof visitors.fields].caption;

/** Where every answer of a returning client goes. */
export const enterReturn = (
  book: SiteBook,
  { client, row, amend, seen, typed, read }: Returning,
  about: About,
): Returned => {
  const { register, index } = row;
  const cells = cellsOfClient(row);
  const changes: Change[] = [];
  const kept: string[] = [];
  const amended: string[] = [];
  const hints: Finding[] = [];
  const set = (key: string, value: Answer): void => {
    const was = cellAt(register, key, index);
    changes.push({ kind: "set", form: "visitors", row: rowNumber(register, index), key, was, value });
  };
  const held = (key: string): Answer =>
    answerOf(visitors.fields[key as keyof typeof visitors.fields], cellAt(register, key, index), about) ??
    "—";
  for (const [key, stands] of standingTo(cells, typed, about)) {
    const answer = read[key];
    if (answer === undefined) continue;
    const field = visitors.fields[key as keyof typeof visitors.fields];
    // R9: somebody else's number is not put on this client's row.
    const others =
      phoneKeys.has(key) &&
      whoHasAny(book, brought(typed[key] ?? null, cells, about)).some(({ clientId }) => clientId !== client);
    const agreed = amend.includes(key) && isSame(field, cells[key] ?? null, seen[key] ?? null, about);
    if (register.columns.has(key) && !others && (stands === "new" || agreed)) {
      if (stands === "differs") amended.push(`${captionOf(key)} ${held(key)} → ${answer}`);
      set(key, answer);
    } else if (isSaid(answer)) {
      kept.push(`${captionOf(key)} ${answer}`);
      hints.push(
        finding("keptInTalk", { key, caption: captionOf(key), value: answer, facts: { was: held(key) } }),
      );
    }
  }
  const next = read[appointment];
  if (isSaid(next) && next !== undefined) {
    const { today, from = today } = about;
    const before = appointedAfter(row, from, today);
    if (!isSame(visitors.fields[appointment], cellAt(register, appointment, index), next, about)) {
      if (!isEmptyCell(before)) amended.push(`${captionOf(appointment)} ${held(appointment)} → ${next}`);
      set(appointment, next);
    }
  }
  const lines = [
    ...(kept.length > 0 ? [`登记内容：${kept.join("，")}`] : []),
    ...(amended.length > 0 ? [`登记修改：${amended.join("，")}`] : []),
  ];
  return { changes, lines, hints };
};

/** A call of somebody who has been here: what their row has not asked yet goes into it too; the call keeps the rest. */
export const fillFrom = (row: VisitorRow, said: Cells, about: About): readonly Change[] => {
  const { register, index } = row;
  return [...standingTo(cellsOfClient(row), said, about)].flatMap(([key, stands]): readonly Change[] => {
    const { answer, problems } = readAnswer(
      visitors.fields[key as keyof typeof visitors.fields],
      said[key] ?? null,
      about,
    );
    if (stands === "differs" || !register.columns.has(key) || problems.length > 0 || !isSaid(answer))
      return [];
    const was = cellAt(register, key, index);
    return answer === undefined
      ? []
      : [{ kind: "set", form: "visitors", row: rowNumber(register, index), key, was, value: answer }];
  });
};
