import { randomUUID } from "node:crypto";
import type { Book } from "../book/book";
import type { CalendarDay } from "../domain/kit/calendar-day";
import { planWorkbook } from "../workbook/plan/plan-workbook";

/** The plan of this version, to hold a workbook against: what a site said of itself stands in its workbook. */
export const planNow = (today: CalendarDay): Book =>
  planWorkbook(
    {
      project: "",
      place: "",
      region: "",
      areaCode: "",
      policy: "000",
      consultants: [],
      workbookId: randomUUID(),
    },
    today,
  );
