/**
 * R10: what a reassignment leaves: a line of 备注 in 等级跟踪, and no contact. Earlier versions wrote a row of 跟踪记录
 * besides, which counts as a contact that nobody made (R6, R8, R18): the check finds it, and its fix empties it where
 * the line stands.
 */
import { fieldsOf } from "../../form/form";
import { followUps } from "../../forms/follow-ups";
import type { CalendarDay } from "../../kit/calendar-day";
import type { Grade } from "../../rules/grade";
import type { Change } from "../change";
import { at, type Ground } from "../check/check-ground";
import type { GradeRow } from "../grade-rows";
import { isOwnKey } from "../own-column";
import type { Problem } from "../problem";
import { clientAt, dayOfCell, textAt } from "../raw-cell";
import { isEmptyCell } from "../read-answer";
import { cellAt, type Register, rowNumber } from "../register";

const word = "重新分配：";

export const reassigned = (from: string, to: string, reason: string, grade: Grade): string =>
  `${word}${from || "（未指定）"} → ${to}，原因：${reason}，级别从 ${grade} 重新开始`;

const remarksOf = ({ register, index }: GradeRow): readonly string[] =>
  textAt(register, "remarks", index)
    .split("\n")
    .map((line) => line.trim());

/** The grade of that day is a reassignment's: it needs no other word. */
export const isReassignedOn = (row: GradeRow, day: CalendarDay): boolean =>
  remarksOf(row).some((line) => line.startsWith(`${day} ${word}`));

/** How the notes of such a row end. */
const ending = "；原置业顾问不参与本客户以后成交的利益分配。";

/** All it was written with; anything else in it is somebody's own. */
const written: ReadonlySet<string> = new Set([
  "contactedAt",
  "clientId",
  "grade",
  "method",
  "notes",
  "newGrade",
  "nextAt",
  "nextReason",
  "consultant",
]);
const typed = fieldsOf(followUps).flatMap(([key, field]) =>
  field.kind === "computed" && field.by === "sheet" ? [] : [key],
);

/** The line its notes repeat; nothing for a contact. */
const repeated = (register: Register, index: number): string | undefined => {
  if (textAt(register, "method", index) !== "其他" || textAt(register, "grade", index) !== "×")
    return undefined;
  const notes = textAt(register, "notes", index);
  if (!notes.startsWith(word) || !notes.endsWith(ending)) return undefined;
  const own = [...register.columns.keys()].filter(
    (key) => isOwnKey(key) || (typed.includes(key) && !written.has(key)),
  );
  return own.every((key) => isEmptyCell(cellAt(register, key, index)))
    ? notes.slice(0, -ending.length)
    : undefined;
};

const emptied = (register: Register, index: number): readonly Change[] =>
  typed.flatMap((key): readonly Change[] => {
    const was = cellAt(register, key, index);
    return isEmptyCell(was)
      ? []
      : [{ kind: "set", form: "followUps", row: rowNumber(register, index), key, was, value: null }];
  });

/** Rows whose line is in 备注: nothing is lost with them. */
export const checkReassignments = ({ book, gradeOf, today }: Ground): readonly Problem[] => {
  const register = book.registers.followUps;
  const found: Problem[] = [];
  for (let index = 0; register && index < register.count; index++) {
    const line = repeated(register, index);
    if (line === undefined) continue;
    const client = clientAt(register, "clientId", index);
    const day = dayOfCell(cellAt(register, "contactedAt", index), today);
    const row = client === undefined ? undefined : gradeOf.get(client);
    if (client === undefined || day === undefined || row === undefined) continue;
    const whole = `${day} ${line}`;
    // A rename says its own behind it.
    if (!remarksOf(row).some((each) => each === whole || each.startsWith(`${whole}；`))) continue;
    const fix = emptied(register, index);
    found.push(at({ register, index }, "reassignmentAsContact", "notes", { facts: { client, day }, fix }));
  }
  return found;
};
