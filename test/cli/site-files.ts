/** Small workbooks of invented sites, written to files as sites keep them. */
import { writeFileSync } from "node:fs";
import type { Book } from "../../src/book/book";
import type { CalendarDay } from "../../src/domain/kit/calendar-day";
import type { Change } from "../../src/domain/register/change";
import type { Row } from "../../src/domain/register/register";
import { fillBook } from "../../src/workbook/plan/fill-book";
import { planWorkbook } from "../../src/workbook/plan/plan-workbook";
import { writeBook } from "../../src/xlsx/write";

export const today = "2026-11-22" as CalendarDay;

export interface DrawnSite {
  readonly place: string;
  readonly project: string;
  /** The workbook's id; else one of the place's. */
  readonly book?: string;
  /** "2026-11-22T08:30:00Z" */
  readonly saved: string;
  /** A client a row; `phone` is the end of a mobile. */
  readonly clients: readonly { readonly number: number; readonly phone: number; readonly age: string }[];
}

const visitor = ({ number, phone, age }: DrawnSite["clients"][number]): Row => ({
  clientId: `LY-KH${String(number).padStart(3, "0")}`,
  visitDate: `2026-11-${String((number % 20) + 1).padStart(2, "0")}`,
  consultant: "李娜",
  name: `客户${number}`,
  gender: number % 2 === 0 ? "男" : "女",
  age,
  phone: "/",
  mobile: `199 0379 ${String(phone).padStart(4, "0")}`,
  channels: "路过、单页",
  notes: `=谈了 ${number} 次\n下次带家人来看，问了首付和 <样板间> & 车位。`,
});

const contact = ({ number }: DrawnSite["clients"][number]): Row => ({
  contactedAt: `2026-11-21 10:${String(number % 60).padStart(2, "0")}`,
  clientId: `LY-KH${String(number).padStart(3, "0")}`,
  method: "电话",
  notes: "约好周末复看。",
  consultant: "李娜",
});

const rowsOf = (clients: DrawnSite["clients"]): readonly Change[] =>
  clients.flatMap((client): readonly Change[] => [
    { kind: "append", form: "visitors", row: visitor(client) },
    { kind: "append", form: "followUps", row: contact(client) },
  ]);

const blank = (
  place: string,
  project: string,
  workbookId: string,
  consultants: readonly string[] = ["李娜"],
) =>
  planWorkbook(
    {
      project,
      place,
      region: "LY",
      areaCode: "0379",
      consultants,
      policy: "000",
      workbookId,
    },
    today,
  );

/** A new site's workbook, with all its sheets and nobody in it. */
export const emptySite = (workbookId: string, consultants?: readonly string[]): Promise<Uint8Array> =>
  writeBook(blank("洛阳", "新天地", workbookId, consultants));

/** A site may have lost the sheets it does not use; small files are quickly made. */
const kept = new Set(["来访登记", "跟踪记录", "设置", "字典", "_案场簿"]);

const lean = (book: Book): Book => ({ names: [], sheets: book.sheets.filter(({ name }) => kept.has(name)) });

export const siteBytes = async ({
  place,
  project,
  book = place,
  saved,
  clients,
}: DrawnSite): Promise<Uint8Array> =>
  writeBook(lean(fillBook(blank(place, project, book), rowsOf(clients))), { saved });

export const writeSite = async (file: string, site: DrawnSite): Promise<string> => {
  writeFileSync(file, await siteBytes(site));
  return file;
};
