/** A client who has bought and asks for a refund, with whoever brought them (R13, R15). */
import type { CalendarDay } from "../../../../src/domain/kit/calendar-day";
import type { Decision } from "../../../../src/domain/register/decision";
import { generateCare } from "../../../../src/domain/register/care/generate-care";
import type { SiteBook } from "../../../../src/domain/register/site";
import type { RegisterKey } from "../../../../src/domain/forms/index";
import { draw } from "../../draw";
import { bookOf, type Cells, site as siteOf, today, written } from "../book-of";

export const zhang = "LY-ZS001";
export const no = "SQ-20240309-01";

export const refund = draw(`
  | no             | kind     | clientId | unitNo   | appliedOn  | refundReason | paid | salesOpinion | financeOpinion | managerOpinion |
  | SQ-20240309-01 | 退房申请 | LY-ZS001 | 1-1-0301 | 2024-03-09 | 工作调动     | 0    | 同意         | 同意           | 同意           |
`);

export const deal = {
  dealId: "CLY-ZS001",
  name: "张三",
  consultant: "王强",
  unitNo: "1-1-0301",
  totalPrice: 270000,
};
export const first: Cells = { ...deal, subscribedOn: "2024-03-01" };

/** 张三, brought by 老宋, has bought on 1 March and asks for a refund; both agreed to be contacted. */
export const book = (more: Partial<Record<RegisterKey, readonly Cells[] | string>> = {}): SiteBook =>
  bookOf({
    visitors: `
      | clientId | visitDate  | name | consultant | referrerId |
      | LY-SS001 | 2023-01-05 | 老宋 | 王强       |            |
      | LY-ZS001 | 2024-01-05 | 张三 | 王强       | LY-SS001   |
    `,
    grades: `
      | clientId | consultant | reachedC   | reachedB   | reachedDeal |
      | LY-ZS001 | 王强       | 2024-01-05 | 2024-02-01 | 2024-03-01  |
    `,
    units: `
      | unitNo   | status | clientId |
      | 1-1-0301 | 认购   | LY-ZS001 |
      | 1-1-0302 | 可售   |          |
    `,
    profiles: `
      | clientId | birthday   | consent |
      | LY-SS001 |            | 是      |
      | LY-ZS001 | 1980-03-28 | 是      |
    `,
    deals: [first],
    applications: refund,
    ...more,
  });

export const withHandOver = (of: SiteBook): SiteBook => ({
  ...of,
  site: siteOf({ policies: { ...of.site.policies, handOverOn: "2024-04-05" as CalendarDay } }),
});

export const after = (before: SiteBook, decision: Decision): SiteBook => {
  if (!decision.ok) throw new Error(decision.problems.map(({ code }) => code).join(" "));
  return written(before, decision.changes);
};

export const generated = (before: SiteBook): SiteBook => after(before, generateCare(before, today));
