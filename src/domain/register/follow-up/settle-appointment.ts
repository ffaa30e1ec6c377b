/** What came of an appointment: kept, not come, or put off. A visit itself is entered as a contact. */
import { type CalendarDay, type Moment } from "../../kit/calendar-day";
import type { ClientNumber } from "../../rules/client-number";
import { rowsAppointed } from "./appointments";
import type { Change } from "../change";
import type { Decision } from "../decision";
import { gradeRowOf, gradeRows, gradeWants } from "../grade-rows";
import { finding } from "../problem";
import { textAt } from "../raw-cell";
import { ofEntry, refused } from "../registration";
import { cellAt } from "../register";
import type { SiteBook } from "../site";
import type { Wanted } from "../wanted";

export const settleWants: Wanted = {
  visitors: ["clientId", "visitDate", "nextAppointment"],
  grades: [...gradeWants, "remarks"],
  invitations: ["clientId", "invitedFor", "event", "units", "result"],
};

export interface Settled {
  readonly client: ClientNumber;
  readonly at: Moment;
  readonly how: "kept" | "missed" | "moved";
  /** The new time, where it was put off. */
  readonly to?: Moment;
}

const results = { kept: "已到访", missed: "未到访", moved: "改期" } as const;

/** A client who did not come keeps a trace of it in 等级跟踪's 备注情况: it is no contact. */
const missedRemark = (book: SiteBook, { client, at }: Settled, today: CalendarDay): readonly Change[] => {
  const row = gradeRowOf(gradeRows(book, today)).get(client);
  if (row === undefined) return [];
  const was = cellAt(row.register, "remarks", row.index);
  const before = textAt(row.register, "remarks", row.index);
  const remark = `${at} 约看房未到`;
  return [
    {
      kind: "set",
      form: "grades",
      row: row.row,
      key: "remarks",
      was,
      value: before === "" ? remark : `${before}；${remark}`,
    },
  ];
};

export const settleAppointment = (book: SiteBook, settled: Settled, today: CalendarDay): Decision => {
  const place = ofEntry(book, "invitations");
  const { client, at, how, to } = settled;
  const { visitors, invitations } = book.registers;
  const asked = rowsAppointed(invitations, "invitedFor", client, at, today).filter(
    ({ index }) => invitations && textAt(invitations, "result", index) === "",
  );
  const agreed = rowsAppointed(visitors, "nextAppointment", client, at, today);
  if (asked.length + agreed.length === 0)
    return refused([place(finding("appointmentGone", { facts: { client, at } }))]);
  if (how === "moved" && (to === undefined || to <= at))
    return refused([place(finding("appointmentNotLater", { facts: { at } }))]);
  const changes: Change[] = [];
  for (const { index, row } of asked) {
    if (invitations === undefined) continue;
    const was = cellAt(invitations, "result", index);
    changes.push({ kind: "set", form: "invitations", row, key: "result", was, value: results[how] });
    const [event, units] = ["event", "units"].map((key) => textAt(invitations, key, index));
    if (how === "moved" && to !== undefined)
      changes.push({
        kind: "append",
        form: "invitations",
        row: {
          clientId: client,
          invitedFor: to,
          ...(event ? { event } : {}),
          ...(units ? { units } : {}),
        },
      });
  }
  // The talk of a visit says that the appointment was kept; the cell may stay.
  for (const { index, row } of how === "kept" ? [] : agreed) {
    if (visitors === undefined) continue;
    const was = cellAt(visitors, "nextAppointment", index);
    const value = how === "moved" ? (to ?? null) : null;
    changes.push({ kind: "set", form: "visitors", row, key: "nextAppointment", was, value });
  }
  if (how === "missed") changes.push(...missedRemark(book, settled, today));
  return { ok: true, clientId: client, changes, hints: [] };
};
