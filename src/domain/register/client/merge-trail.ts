/** R9: what a merge leaves behind, so that nothing is lost: visits as contacts, the rest in words. */
import { type CalendarDay, momentAt } from "../../kit/calendar-day";
import { latestReached } from "../../rules/grade";
import type { Change } from "../change";
import { reachedAt, reachedOrder } from "../grade-rows";
import { dayAt, type JoinedForm, type Merging } from "./merge-ground";
import { clientAt, dayOfCell, textAt } from "../raw-cell";
import { cellAt } from "../register";
import type { SiteBook } from "../site";

/** A visit whose row goes stays a contact. */
export const visitContacts = (
  book: SiteBook,
  joined: JoinedForm,
  { keep, retire }: Merging,
  today: CalendarDay,
): readonly Change[] => {
  const { base, gone } = joined;
  const { followUps } = book.registers;
  const logged = new Set<string>();
  for (let index = 0; followUps && index < followUps.count; index++) {
    const client = clientAt(followUps, "clientId", index);
    if (client !== keep && client !== retire) continue;
    const day = dayOfCell(cellAt(followUps, "contactedAt", index), today);
    if (day !== undefined) logged.add(day);
  }
  const places = base === undefined ? [] : [base, ...gone];
  const days = places.map((place) => dayAt(place, today));
  const first = [...days].sort((a, b) => ((a ?? "9") < (b ?? "9") ? -1 : 1))[0];
  return places.flatMap((place, at): readonly Change[] => {
    const day = days[at];
    if (day === undefined || day === first || logged.has(day)) return [];
    logged.add(day);
    const consultant = textAt(place.register, "consultant", place.index);
    return [
      {
        kind: "append",
        form: "followUps",
        row: {
          contactedAt: momentAt(day, 0),
          clientId: keep,
          method: "来访",
          notes: textAt(place.register, "notes", place.index) || "/",
          ...(consultant === "" ? {} : { consultant }),
        },
      },
    ];
  });
};

/** What the kept rows do not take, in words. */
export const told = (
  joined: readonly JoinedForm[],
  { choices, keep, retire }: Merging,
  renamed: readonly string[],
  today: CalendarDay,
): string => {
  const left = joined.flatMap(({ form, questions }) =>
    questions.map(
      ({ key, caption, kept, other }) => `${caption} ${choices.has(`${form}.${key}`) ? kept : other}`,
    ),
  );
  const rows = joined.flatMap(({ form, gone }) =>
    gone.map(({ register, index }) => {
      const who = textAt(register, "consultant", index);
      if (form === "visitors")
        return `${textAt(register, "name", index)} ${dayAt({ register, index }, today) ?? ""} 来访${who === "" ? "" : `，接待 ${who}`}`;
      if (form !== "grades") return "";
      const reached = reachedAt(register, index, today);
      const grade = latestReached(reached);
      const days = reachedOrder.flatMap((each) => (reached[each] ? [`${each} ${reached[each]}`] : []));
      return `${grade ?? "未定级"}（${days.join("、")}），置业顾问 ${who || "/"}`;
    }),
  );
  const parts = [
    ...rows.filter((row) => row !== ""),
    ...(left.length > 0 ? [`未采用：${left.join("，")}`] : []),
    ...renamed,
  ];
  return `${today} 合并：${retire} 并入 ${keep}${parts.length > 0 ? `；${parts.join("；")}` : ""}`;
};
