/** Site workbooks of any size with invented clients, the same in every run. */
import type { Book } from "../src/book/book";
import type { CalendarDay } from "../src/domain/kit/calendar-day";
import { momentAt } from "../src/domain/kit/calendar-day";
import type { Change } from "../src/domain/register/change";
import { formatClientNumber } from "../src/domain/rules/client-number";
import { fillBook } from "../src/workbook/plan/fill-book";
import { planWorkbook } from "../src/workbook/plan/plan-workbook";

export const today = "2026-11-22" as CalendarDay;
const consultants = ["李示例", "陈示例", "王示例", "赵示例"];
const talk =
  "看了三房样板间，满意朝南的客厅，担心总价超出预算，想和爱人商量后周末再来，已约好带家人复看并算一次月供。";

export const emptySite = (): Book =>
  planWorkbook(
    {
      project: "示例",
      place: "洛阳",
      region: "LY",
      areaCode: "0379",
      consultants,
      policy: "000",
      workbookId: "bench",
    },
    today,
  );

const letter = (n: number): string => String.fromCharCode(65 + (n % 26));
const numberOf = (i: number) =>
  formatClientNumber("LY", letter(i) + letter(Math.floor(i / 26)), Math.floor(i / 676) + 1);
const dayOf = (i: number): CalendarDay =>
  `2026-${String(9 + (i % 2)).padStart(2, "0")}-${String(1 + (i % 28)).padStart(2, "0")}` as CalendarDay;

/** `contacts` rows of 跟踪记录 for every client. */
export const clients = (count: number, contacts = 3): readonly Change[] => {
  const changes: Change[] = [];
  for (let i = 0; i < count; i++) {
    const clientId = numberOf(i);
    const consultant = consultants[i % consultants.length] ?? "";
    const visitDate = dayOf(i);
    const mobile = `199 ${String(Math.floor(i / 10000)).padStart(4, "0")} ${String(i % 10000).padStart(4, "0")}`;
    changes.push(
      {
        kind: "append",
        form: "visitors",
        row: {
          clientId,
          visitDate,
          consultant,
          name: `示例${i}`,
          gender: "男",
          phone: "/",
          mobile,
          channels: "路过",
          areaBand: "81–100",
          notes: talk,
        },
      },
      { kind: "append", form: "grades", row: { clientId, consultant, reachedC: visitDate } },
    );
    for (let n = 0; n < contacts; n++)
      changes.push({
        kind: "append",
        form: "followUps",
        row: {
          contactedAt: momentAt(visitDate, 600 + n),
          clientId,
          grade: "C",
          method: n === 0 ? "来访" : "电话",
          notes: talk,
          consultant,
        },
      });
  }
  for (let at = 0; at < Math.min(676, count); at++)
    changes.push({ kind: "counter", prefix: numberOf(at).slice(0, 5), highest: Math.ceil(count / 676) });
  return changes;
};

export const siteOf = (count: number, contacts = 3): Book => fillBook(emptySite(), clients(count, contacts));
