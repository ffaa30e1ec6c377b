import type { Book, Cell } from "../../src/book/book";
import { type CalendarDay, serialOfDay } from "../../src/domain/kit/calendar-day";
import { lists } from "../../src/domain/forms/lists";
import { housePolicies } from "../../src/domain/register/settings/policies";
import type { Site } from "../../src/domain/register/site";
import { fillBook } from "../../src/workbook/plan/fill-book";
import type { NewSite } from "../../src/workbook/plan/new-site";
import { planWorkbook } from "../../src/workbook/plan/plan-workbook";
import { sampleRegisters } from "../../src/workbook/plan/sample";

export const today = "2026-11-22" as CalendarDay;

export const newSite: NewSite = {
  project: "牡丹苑",
  place: "洛阳",
  region: "LY",
  areaCode: "0379",
  consultants: ["王芳", "李强", "陈晨"],
  policy: "000",
  workbookId: "test-workbook",
};

/** The site as a reader would find it in the fresh workbook. */
export const site: Site = {
  project: newSite.project,
  place: newSite.place,
  region: newSite.region,
  areaCode: newSite.areaCode,
  consultants: newSite.consultants.map((name) => ({ name, active: true, group: "" })),
  lists: Object.fromEntries(
    Object.entries(lists).map(([key, { choices }]) => [key, choices]),
  ) as unknown as Site["lists"],
  policy: "000",
  cadence: {
    A: { first: 2, earliest: 1, latest: 2 },
    B: { first: 3, earliest: 3, latest: 3 },
    C: { first: 1, earliest: 3, latest: 7 },
  },
  ownerCadence: {
    A: { first: 7, earliest: 7, latest: 7 },
    B: { first: 15, earliest: 10, latest: 15 },
    C: { first: 15, earliest: 15, latest: 15 },
  },
  occasions: [],
  policies: {
    ...housePolicies,
    quarterStart: "2026-09-28" as CalendarDay,
    plannedFrom: "2026-09-28" as CalendarDay,
  },
  highest: new Map(),
};

export const freshBook = (): Book => planWorkbook(newSite, today);
export const sampleBook = (): Book => fillBook(freshBook(), sampleRegisters(site, today));

/** 今天 says this day, whenever the test runs. */
export const onDay = (book: Book, day: CalendarDay): Book => {
  const fixed = (cell: Cell): Cell =>
    typeof cell === "object" && cell !== null && cell.formula === "=TODAY()" ? serialOfDay(day) : cell;
  return {
    ...book,
    sheets: book.sheets.map((sheet) => ({
      ...sheet,
      blocks: sheet.blocks.map(({ at, rows }) => ({ at, rows: rows.map((cells) => cells.map(fixed)) })),
    })),
  };
};
