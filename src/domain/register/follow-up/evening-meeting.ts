/** 晚例会 (000): clients somebody was in touch with today, with their grade, for the manager to grade anew. */
import type { CalendarDay } from "../../kit/calendar-day";
import type { ClientNumber } from "../../rules/client-number";
import type { Grade } from "../../rules/grade";
import { gradeRowOf, gradeRows, gradeWants } from "../grade-rows";
import { type ClientScore, latestScores, scoreWants } from "./intent-standing";
import { clientAt, dayOfCell, textAt } from "../raw-cell";
import { namesOf } from "../care/referrals";
import { cellAt } from "../register";
import type { SiteBook } from "../site";
import type { Wanted } from "../wanted";

export const meetingWants: Wanted = {
  visitors: ["clientId", "name"],
  calls: ["clientId", "name"],
  grades: gradeWants,
  followUps: ["clientId", "contactedAt", "method", "consultant"],
  ...scoreWants,
};

export interface MetToday {
  readonly client: ClientNumber;
  readonly name: string;
  /** The owner now. */
  readonly consultant: string;
  readonly grade: Grade | undefined;
  /** Graded today already. */
  readonly gradedToday: boolean;
  /** 来访, 电话 …, each once, in the order of the day. */
  readonly methods: readonly string[];
  /** R17's suggestion stands beside the manager's grade. */
  readonly score: ClientScore | undefined;
}

/** By consultant, then in the order of the day. */
export const metToday = (book: SiteBook, today: CalendarDay): readonly MetToday[] => {
  const { followUps } = book.registers;
  const met = new Map<ClientNumber, Set<string>>();
  for (let index = 0; followUps && index < followUps.count; index++) {
    if (dayOfCell(cellAt(followUps, "contactedAt", index), today) !== today) continue;
    const client = clientAt(followUps, "clientId", index);
    if (client === undefined) continue;
    const methods = met.get(client) ?? new Set<string>();
    methods.add(textAt(followUps, "method", index));
    met.set(client, methods);
  }
  if (met.size === 0) return [];
  const names = namesOf(book);
  const grades = gradeRowOf(gradeRows(book, today));
  const scores = latestScores(book, today);
  const found = [...met].map(([client, methods]): MetToday => {
    const row = grades.get(client);
    return {
      client,
      name: names.get(client) ?? "",
      consultant: row?.consultant ?? "",
      grade: row?.grade,
      gradedToday: row?.grade !== undefined && row.reached[row.grade] === today,
      methods: [...methods].filter((each) => each !== ""),
      score: scores.get(client),
    };
  });
  const order = new Map(book.site.consultants.map(({ name }, at) => [name, at]));
  const rank = ({ consultant }: MetToday): number => order.get(consultant) ?? order.size;
  return found.sort((a, b) => rank(a) - rank(b));
};
