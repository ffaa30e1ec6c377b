/** R5: deposits drawn with what became of them, and what each waits for: asked of the domain and of the sheet. */
import type { SiteBook } from "../../../../src/domain/register/site";
import { draw } from "../../draw";
import { bookOf, type Cells } from "../book-of";

export const client = "LY-ZS001";
const agreed = { salesOpinion: "同意", managerOpinion: "同意", financeOpinion: "同意" };

const day = (said: string): string | null => (said === "?" ? null : `2024-03-${said}`);
const listed = <Row>(said: string, make: (words: readonly string[]) => Row): readonly Row[] =>
  said.split("、").flatMap((each) => (each === "" ? [] : [make(each.split(" "))]));

/**
 * 成交 "01 甲" or signed "01 甲 05"; 收据 "02 小定金 甲" of 5000, or "02 大定金 甲 45000"; 申请 "08 退房 甲", with a penalty
 * "08 退房 甲 1000" and 已付房款 "08 退房 甲 1000 5000", "08 调房 甲 乙", in March; "?" for no day. The
 * client is of 来访登记, called on the 1st, and of the grade given.
 */
export const drawn = (
  deals: string,
  receipts: string,
  applications: string,
  grade: "C" | "√" = "C",
): SiteBook =>
  bookOf({
    visitors: [{ clientId: client, name: "张三", consultant: "王强", visitDate: "2024-03-01" }],
    grades: [
      {
        clientId: client,
        consultant: "王强",
        reachedC: "2024-03-01",
        ...(grade === "√" && { reachedDeal: "2024-03-01" }),
      },
    ],
    deals: listed(deals, ([on = "", unitNo = "", signed]): Cells => ({
      dealId: `C${client}`,
      name: "张三",
      consultant: "王强",
      unitNo,
      subscribedOn: day(on),
      signedOn: signed === undefined ? null : day(signed),
      totalPrice: 300000,
    })),
    receipts: listed(receipts, ([on = "", item = "", unitNo = "", amount = "5000"]): Cells => ({
      date: day(on),
      clientId: client,
      item,
      unitNo: unitNo === "/" ? "" : unitNo,
      amount: Number(amount),
    })).map((row, at) => ({ ...row, no: String(at + 1) })),
    applications: listed(applications, ([on = "", kind = "", unitNo = "", more, paid]): Cells => ({
      no: `SQ-${on}-${unitNo}`,
      kind: `${kind}申请`,
      clientId: client,
      unitNo,
      ...(more === undefined
        ? {}
        : kind === "退房"
          ? { penalty: Number(more), ...(paid !== undefined && { paid: Number(paid) }) }
          : { newUnitNo: more }),
      appliedOn: "2024-03-01",
      reason: "示例",
      ...agreed,
      closedOn: on === "-" ? null : day(on),
    })),
  });

export const depositCases = draw(`
  | what                                | deals              | receipts                               | applications            | statuses               | state     | on |
  | a deposit                           |                    | 05 小定金 甲                           |                         | 待签约                 | deposit   | 05 |
  | both kinds, the later day           |                    | 07 大定金 甲、05 小定金 甲             |                         | 待签约 待签约          | deposit   | 07 |
  | no deposit                          |                    | 05 违约金 甲、05 房款 甲               |                         |                        |           |    |
  | no unit                             |                    | 05 小定金 /                            |                         |                        |           |    |
  | one given back, another waits       |                    | 04 小定金 甲、05 小定金 乙、07 退款 甲 |                         | 已退 待签约            | deposit   | 05 |
  | both given back                     |                    | 04 小定金 甲、05 小定金 乙、07 退款 甲、06 退款 乙 |             | 已退 已退              | withdrawn | 07 |
  | one signed, another waits           | 03 甲 05           | 03 小定金 甲、06 大定金 乙             |                         | 已签约 待签约          | deposit   | 06 |
  | one signed, another given back      | 03 甲 05           | 03 小定金 甲、06 大定金 乙、08 退款 乙 |                         | 已签约 已退            |           |    |
  | subscribed, not signed              | 06 甲              | 03 小定金 甲                           |                         | 待签约                 | deposit   | 06 |
  | subscribed, another given back      | 03 甲              | 06 大定金 乙、08 退款 乙               |                         | 已退                   | deposit   | 03 |
  | subscribed without a deposit        | 06 甲              |                                        |                         |                        | deposit   | 06 |
  | signed                              | 03 甲 05           | 03 小定金 甲                           |                         | 已签约                 |           |    |
  | a refund of that day                |                    | 05 小定金 甲、05 退款 甲               |                         | 已退                   | withdrawn | 05 |
  | a refund of the day before          |                    | 05 小定金 甲、04 退款 甲               |                         | 待签约                 | deposit   | 05 |
  | a refund without a day              |                    | 05 小定金 甲、? 退款 甲                |                         | 待签约                 | deposit   | 05 |
  | a deposit without a day, given back |                    | ? 小定金 甲、05 退款 甲                |                         | 已退                   | withdrawn | 05 |
  | both without a day                  |                    | ? 小定金 甲、? 退款 甲                 |                         | 已退                   | withdrawn |    |
  | a deposit without a day             |                    | ? 小定金 甲                            |                         | 待签约                 | deposit   |    |
  | a deposit after the refund          |                    | 04 小定金 甲、05 退款 甲、06 小定金 甲 |                         | 已退 待签约            | deposit   | 06 |
  | given back by application alone     | 03 甲              | 03 小定金 甲                           | 07 退房 甲              | 已退                   |           |    |
  | the same, and another waits         | 03 甲              | 03 小定金 甲、05 小定金 乙             | 07 退房 甲              | 已退 待签约            | deposit   | 05 |
  | an application that is still open   | 03 甲              | 03 小定金 甲                           | - 退房 甲               | 待签约                 | deposit   | 03 |
  | by application and 退款             | 03 甲              | 03 小定金 甲、06 退款 甲               | 08 退房 甲              | 已退                   | withdrawn | 08 |
  | bought again, not signed            | 03 甲、08 甲       | 03 小定金 甲、06 退款 甲、08 小定金 甲 | 06 退房 甲              | 已退 待签约            | deposit   | 08 |
  | bought again and signed             | 03 甲、08 甲 09    | 03 小定金 甲、06 退款 甲、08 小定金 甲 | 06 退房 甲              | 已退 已签约            |           |    |
  | exchanged, nothing followed         | 03 甲              | 03 小定金 甲                           | 06 调房 甲 乙           | 已换房                 | deposit   | 03 |
  | the same, signed                    | 03 甲 08           | 03 小定金 甲                           | 06 调房 甲 乙           | 已换房                 |           |    |
  | a deposit on the new unit           | 03 甲              | 03 小定金 甲、07 大定金 乙             | 06 调房 甲 乙           | 已换房 已换入          | deposit   | 03 |
  | the same, signed                    | 03 甲 08           | 03 小定金 甲、07 大定金 乙             | 06 调房 甲 乙           | 已换房 已换入          |           |    |
  | exchanged, all followed             | 03 乙              | 03 小定金 乙、07 大定金 乙             | 06 调房 甲 乙           | 待签约 待签约          | deposit   | 07 |
  | the same, signed                    | 03 乙 08           | 03 小定金 乙、07 大定金 乙             | 06 调房 甲 乙           | 已签约 已签约          |           |    |
  | again on the unit that was left     | 03 乙 08           | 03 小定金 乙、09 小定金 甲             | 06 调房 甲 乙           | 已签约 待签约          | deposit   | 09 |
  | moved on, again on the one between  | 03 丙 09           | 03 小定金 丙、09 小定金 乙             | 05 调房 甲 乙、07 调房 乙 丙 | 已签约 待签约     | deposit   | 09 |
  | moved, then given back              | 03 甲 06           | 07 大定金 乙、09 退款 乙               | 05 调房 甲 乙、08 退房 乙 | 已退                 | withdrawn | 09 |
  | moved, given back, a deposit anew   | 03 甲 06           | 07 大定金 乙、09 小定金 乙             | 05 调房 甲 乙、08 退房 乙 | 已退 待签约          | deposit   | 09 |
  | kept as a penalty                   |                    | 04 小定金 甲、07 违约金 甲             |                         | 已转违约金             |           |    |
  | another's penalty                   |                    | 04 小定金 甲、07 违约金 乙             |                         | 待签约                 | deposit   | 04 |
  | a deposit after the penalty         |                    | 04 违约金 甲、07 小定金 甲             |                         | 待签约                 | deposit   | 07 |
  | a penalty while the deal waits      | 03 甲              | 03 小定金 甲、07 违约金 甲             |                         | 待签约                 | deposit   | 03 |
  | kept in part                        |                    | 04 小定金 甲、07 退款 甲、07 违约金 甲 |                         | 已退                   | withdrawn | 07 |
  | part of both given back             |                    | 04 大定金 甲 45000、05 小定金 甲、07 退款 甲 1000 |              | 待签约 待签约          | deposit   | 05 |
  | as much as the smaller, later one   |                    | 04 大定金 甲 45000、05 小定金 甲、07 退款 甲 |                   | 待签约 待签约          | deposit   | 05 |
  | the first given back                |                    | 04 大定金 甲 45000、05 小定金 甲、07 退款 甲 45000 |             | 已退 待签约            | deposit   | 05 |
  | all but a fen                       |                    | 04 小定金 甲、07 退款 甲 4999.99       |                         | 待签约                 | deposit   | 04 |
  | in two parts                        |                    | 04 小定金 甲、07 退款 甲 0.1、08 退款 甲 4999.9 |                | 已退                   | withdrawn | 08 |
  | the rest kept as a penalty          |                    | 04 小定金 甲、07 退款 甲 4000、07 违约金 甲 1000 |               | 已退                   | withdrawn | 07 |
  | a penalty of part of it             |                    | 04 小定金 甲、07 违约金 甲 1000        |                         | 待签约                 | deposit   | 04 |
  | part of one that came after         |                    | 04 小定金 甲、05 退款 甲、06 大定金 甲 45000、07 退款 甲 1000 |  | 已退 待签约            | deposit   | 06 |
  | part of a deal's money              | 03 甲              | 03 小定金 甲、03 首付 甲 90000、07 退款 甲 |                     | 待签约                 | deposit   | 03 |
  | the application's penalty, anew     | 03 甲              | 03 小定金 甲、06 退款 甲 4000、07 小定金 甲、08 退款 甲 | 06 退房 甲 1000 | 已退 已退       | withdrawn | 08 |
  | the same, and part of the new one   | 03 甲              | 03 小定金 甲、06 退款 甲 4000、07 小定金 甲、08 退款 甲 900 | 06 退房 甲 1000 | 已退 待签约 | deposit   | 07 |
  | there and back                      | 03 甲              | 03 小定金 甲                           | 05 调房 甲 乙、07 调房 乙 甲 | 待签约            | deposit   | 03 |
  | the same, signed                    | 03 甲 08           | 03 小定金 甲                           | 05 调房 甲 乙、07 调房 乙 甲 | 已签约            |           |    |
  | there and back in a day             | 03 甲              | 03 小定金 甲                           | 05 调房 甲 乙、05 调房 乙 甲 | 待签约            | deposit   | 03 |
  | there and back in the deposit's day | 03 甲 08           | 05 小定金 甲                           | 05 调房 甲 乙、05 调房 乙 甲 | 已签约            |           |    |
  | there, back and there again         | 03 甲              | 03 小定金 甲                           | 04 调房 甲 乙、05 调房 乙 甲、06 调房 甲 乙 | 已换房 | deposit   | 03 |
  | by way of another in a day          | 03 丙              | 03 小定金 乙                           | 05 调房 甲 乙、05 调房 乙 丙 | 已换房            | deposit   | 03 |
  | back, and the deal given back       | 03 甲              | 03 小定金 甲                           | 05 调房 甲 乙、07 调房 乙 甲、08 退房 甲 | 已退  |           |    |
  | left, and bought anew that day      | 03 乙、06 甲       | 03 小定金 甲、06 小定金 甲             | 06 调房 甲 乙           | 已换房 待签约          | deposit   | 06 |
  | left that day, nothing bought anew  | 03 乙              | 06 小定金 甲                           | 06 调房 甲 乙           | 已换房                 | deposit   | 03 |
  | bought again that day               | 03 甲、06 甲       | 03 小定金 甲、06 退款 甲、06 小定金 甲 | 06 退房 甲 0 5000       | 已退 待签约            | deposit   | 06 |
  | the same, signed, the rows turned   | 06 甲 08、03 甲    | 06 大定金 甲 9000、06 退款 甲、03 小定金 甲 | 06 退房 甲 0 5000  | 已签约 已退            |           |    |
  | a deposit again that day, no deal   | 03 甲              | 03 小定金 甲、06 退款 甲、06 小定金 甲 | 06 退房 甲 0 5000       | 已退 待签约            | deposit   | 06 |
  | less a penalty, again that day      | 03 甲、06 甲       | 03 小定金 甲、06 退款 甲 4000、06 小定金 甲 | 06 退房 甲 1000 5000 | 已退 待签约          | deposit   | 06 |
  | given back twice, each time anew    | 03 甲、06 甲、08 甲 | 03 小定金 甲、06 退款 甲、06 小定金 甲 300、08 退款 甲 300、08 小定金 甲 | 06 退房 甲 0 5000、08 退房 甲 0 300 | 已退 已退 待签约 | deposit | 08 |
  | paid on the day it was given back   | 03 甲              | 06 小定金 甲                           | 06 退房 甲 0 5000       | 已退                   |           |    |
  | nobody said what had been paid      | 03 甲、06 甲       | 03 小定金 甲、06 小定金 甲             | 06 退房 甲              | 已退 已退              | deposit   | 06 |
`);
