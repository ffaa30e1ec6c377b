import { isSaid, visitGaps } from "../../../src/domain/rules/visit-discipline";
import { whenToCall } from "../../../src/domain/rules/when-to-call";
import { draw } from "../draw";

describe("R8: what a visit leaves open", () => {
  const visits = draw(`
    | phones | nextStep | need | gaps                        |
    | 2      | yes      | yes  |                             |
    | 1      | yes      | yes  | oneNumber                   |
    | 0      | yes      | yes  | noCallBack                  |
    | 3      | no       | yes  | noNextStep                  |
    | 0      | no       | no   | noCallBack noNextStep noNeed |
  `);
  test.each(visits)(
    "$phones phones, next step $nextStep, need $need: $gaps",
    ({ phones, nextStep, need, gaps }) => {
      expect(
        visitGaps({ phones: Number(phones), nextStep: nextStep === "yes", need: need === "yes" }).join(" "),
      ).toBe(gaps);
    },
  );

  test("/ says nothing", () => {
    expect([undefined, "", "/", "高层", 0].map(isSaid)).toEqual([false, false, false, true, true]);
  });
});

describe("R7: when to call", () => {
  const trades = draw(`
    | trade              | when                               |
    | 会计               | 避开月初、月末                     |
    | 医生               | 避开上午，天气不好时更好           |
    | 销售               | 9:00 前或 18:00 后                 |
    | 行政               | 避开 10:30–16:00                   |
    | 股票               | 避开 9:30–11:30、13:00–15:00       |
    | 银行               | 避开 10:00 前后、午间换班和下班前  |
    | 公司职员           | 上班时间，避开饭点和下班前         |
    | 老师               | 放学后                             |
    | 高层               | 8:00 前                            |
    | 国营企事业单位领导 | 8:00 前                            |
    | 私营业主           |                                    |
  `);
  test.each(trades)("$trade: $when", ({ trade, when }) => {
    expect(whenToCall(trade ?? "")?.zh ?? "").toBe(when);
  });
});
