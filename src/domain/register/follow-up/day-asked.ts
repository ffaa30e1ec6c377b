/** 今日 in one reading: every column once, however many sections ask for it; of what is said of single days, those days' rows alone. */
import { addDays, type CalendarDay } from "../../kit/calendar-day";
import { answeredWithin, appointedAt, appointmentWants } from "./appointments";
import { careDueWants } from "../care/care-due";
import { careSince, figureWants } from "../care/care-figures";
import { dueDayWants } from "./due-list";
import { meetingWants } from "./evening-meeting";
import { firstMessageWants } from "../care/first-messages";
import { generateWants } from "../care/generate-care";
import { ownerCallWants } from "../care/owner-calls";
import { quarterWants } from "../settings/quarter";
import { dayOfCell } from "../raw-cell";
import { cellAt, type Register } from "../register";
import { salesWants } from "../sales/sales-ledger";
import { beyond, type RowsAsked } from "../some-rows";
import { type Wanted, wantedTogether } from "../wanted";

/** Of the sections, and no phone or talk of anybody. */
const dayWants = wantedTogether(
  dueDayWants,
  firstMessageWants,
  appointmentWants,
  careDueWants,
  ownerCallWants,
  generateWants,
  figureWants,
  meetingWants,
  quarterWants,
  { instalments: salesWants.instalments, mortgagePapers: salesWants.mortgagePapers },
);

/** A newcomer's gender is of today's rows, an appointment's units of its own, and how somebody was in touch of the last weeks. */
const ofDays: Wanted = {
  visitors: ["gender", "preferredUnits"],
  calls: ["gender"],
  followUps: ["method", "consultant"],
};

const first = beyond(ofDays, dayWants);

const rowsWhere = (register: Register | undefined, holds: (register: Register, index: number) => boolean) => {
  const found = new Set<number>();
  for (let index = 0; register && index < register.count; index++)
    if (holds(register, index)) found.add(index);
  return found;
};

export const dayAsked = (today: CalendarDay): RowsAsked => {
  const month = careSince(today);
  const week = addDays(today, -answeredWithin);
  const since = month < week ? month : week;
  return {
    first,
    rowsOf: ({ registers: { visitors, calls, followUps } }) =>
      new Map([
        [
          "visitors",
          rowsWhere(
            visitors,
            (register, index) =>
              dayOfCell(cellAt(register, "visitDate", index), today) === today ||
              (appointedAt(register, "nextAppointment", index, today) ?? "") >= week,
          ),
        ],
        [
          "calls",
          rowsWhere(
            calls,
            (register, index) => dayOfCell(cellAt(register, "calledAt", index), today) === today,
          ),
        ],
        [
          "followUps",
          rowsWhere(
            followUps,
            (register, index) => (dayOfCell(cellAt(register, "contactedAt", index), today) ?? "") >= since,
          ),
        ],
      ]),
    wanted: ofDays,
  };
};
