/** R10: from which day on whoever gave a client up has no share: what the rows and their trail in 备注 say. */
import type { CalendarDay } from "../../kit/calendar-day";
import { formersAt, formersOf } from "./case-book";
import type { GradeRow } from "../grade-rows";
import { textAt } from "../raw-cell";
import { spelled } from "../read-answer";
import type { Site } from "../site";

/** As a reassignment writes it (2024-03-05 重新分配：王强 → 李娜，原因…), and a merge for a × day it cannot keep. */
const trail = /^(\d{4}-\d{2}-\d{2}) (?:重新分配|放弃)：([^→，；（\n]+)/gmu;

/** Who gave the client up on which day, as a line of 备注 a merge leaves. */
export const gaveUpLine = (day: CalendarDay, formers: readonly string[]): string =>
  `${day} 放弃：${formers.join("、")}`;

/** Somebody has given the client up: by ×, by 原置业顾问, or by the trail a merge or a reassignment leaves. */
export const wasGivenUp = (site: Site, { register, index, reached }: GradeRow): boolean =>
  reached["×"] !== undefined ||
  formersAt(site, register, index).length > 0 ||
  textAt(register, "remarks", index).search(trail) >= 0;

/** The day × was reached, or that of the trail where it is earlier: a later × is somebody else's. */
export const gaveUpOn = (
  site: Site,
  { register, index, reached }: Pick<GradeRow, "register" | "index" | "reached">,
  former: string,
): CalendarDay | undefined => {
  let first = reached["×"];
  for (const [, day = "", names = ""] of textAt(register, "remarks", index).matchAll(trail))
    if (
      (first === undefined || day < first) &&
      formersOf(names).some((name) => spelled(site, name) === former)
    )
      first = day as CalendarDay;
  return first;
};

/** Former consultants without a share in a deal of that day; one from before they gave the client up is their own. */
export const formersWithoutShare = (
  site: Site,
  row: GradeRow,
  subscribed: CalendarDay | undefined,
): readonly string[] =>
  formersAt(site, row.register, row.index).filter((former) => {
    const day = gaveUpOn(site, row, former);
    return subscribed === undefined || day === undefined || subscribed >= day;
  });

export const hasNoShare = (
  site: Site,
  row: GradeRow,
  consultant: string,
  subscribed: CalendarDay | undefined,
): boolean => formersWithoutShare(site, row, subscribed).includes(spelled(site, consultant));
