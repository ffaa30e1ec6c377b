/** A site's workbook as planned, filled a little, with columns of the users' own. */
import type { Book } from "../../../src/book/book";
import type { CalendarDay } from "../../../src/domain/kit/calendar-day";
import type { Change } from "../../../src/domain/register/change";
import { fillBook } from "../../../src/workbook/plan/fill-book";
import { planWorkbook } from "../../../src/workbook/plan/plan-workbook";

export const today = "2026-11-22" as CalendarDay;

const fresh = (): Book =>
  planWorkbook(
    {
      project: "示例花园",
      place: "洛阳",
      region: "LY",
      areaCode: "0379",
      consultants: ["王芳", "李强"],
      policy: "000",
      workbookId: "示例-1",
    },
    today,
  );

let planned: Book | undefined;
export const plan = (): Book => (planned ??= fresh());

const visitors: readonly Change[] = ["张三", "李四", "王五", "赵六"].map((name, at) => ({
  kind: "append",
  form: "visitors",
  row: {
    clientId: `LY-ZS00${at + 1}`,
    visitDate: `2026-11-0${at + 1}`,
    consultant: at % 2 === 0 ? "王芳" : "李强",
    name,
    gender: "男",
    mobile: `1380379120${at}`,
    channels: "路过",
    notes: `看了样板间${at}`,
  },
}));

const grades: readonly Change[] = [1, 2, 3, 4].map((at) => ({
  kind: "append",
  form: "grades",
  row: {
    clientId: `LY-ZS00${at}`,
    grade: "B",
    consultant: "王芳",
    reachedC: `2026-11-0${at}`,
    remarks: `备注${at}`,
  },
}));

const receipts: readonly Change[] = [1, 2].map((at) => ({
  kind: "append",
  form: "receipts",
  row: {
    no: `R-${at}`,
    date: `2026-11-1${at}`,
    clientId: `LY-ZS00${at}`,
    unitNo: "1-1-101",
    item: "小定金",
    amount: 10000 + at,
  },
}));

const filled = (): Book => fillBook(plan(), [...visitors, ...grades, ...receipts]);

let kept: Book | undefined;
/** Made once: nobody changes it. */
export const siteBook = (): Book => (kept ??= filled());
