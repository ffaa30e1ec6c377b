/** R20: phones and ID cards masked, the rest of a text left as it is. */
import fc from "fast-check";
import { maskPhone, maskTalk } from "../../../src/domain/rules/masking";
import { draw } from "../draw";

test.each(
  draw(`
  | case                 | blank                       | masked                    |
  | 手机                 | 138 0379 1234               | 138****1234               |
  | 连写                 | 13803791234                 | 138****1234               |
  | 带国号               | +86 138-0379-1234           | 138****1234               |
  | 固定电话             | 0379-6391 2345              | 0379-****2345             |
  | 括号区号             | （0379）63912345            | 0379-****2345             |
  | 没有区号             | 63912345                    | ****2345                  |
  | 两个                 | 138 0379 1234、139 0379 5678 | 138****1234、139****5678  |
  | 香港                 | +852 9123 4567              | +852****4567              |
  | 少一位               | 1380379123                  | 138****9123               |
  | 服务号               | 400 820 8820                | 400****8820               |
  | 全角                 | １３８０３７９１２３４      | 138****1234               |
  | 横线两边空格         | 138 - 0379 – 1234           | 138****1234               |
  | 全角横线             | １３８－０３７９－１２３４      | 138****1234               |
  | 没有                 | /                           | /                         |
`),
)("a phone's blank: $case", ({ blank, masked }) => {
  expect(maskPhone(blank!)).toBe(masked);
});

test.each(
  draw(`
  | case       | talk                                         | masked                                       |
  | 话里的手机 | 爱人电话13803791234，晚上打                  | 爱人电话138****1234，晚上打                  |
  | 身份证     | 身份证 410303199001011234 已核对             | 身份证 410303********1234 已核对             |
  | 空格断开   | 4103031990010112 34 已核对                   | 410303********1234 已核对                    |
  | 话里带空格 | 打 138 - 0379 - 1234 找他                    | 打 138****1234 找他                          |
  | 末位 X     | 41030319900101123X                           | 410303********123X                           |
  | 斜线分开   | 打138/0379/1234                              | 打138****1234                                |
  | 括号分开   | 138（0379）1234                              | 138****1234                                  |
  | 拨出境外   | 00852 9123 4567 是弟弟                       | +852****4567 是弟弟                          |
  | 境外带括号 | +1 (650) 253-0000                            | +165****0000                                 |
  | 没有区号   | 座机：6391 2345，电话6391234                 | 座机：****2345，电话****1234                 |
  | 一串价格   | 1500/2000/2500，单价 1380,1420,1500          | 1500/2000/2500，单价 1380,1420,1500          |
  | 大额       | 贷款 63912345 元                             | 贷款 63912345 元                             |
  | 旧身份证   | 410303900101123                              | 410303*****1123                              |
  | 日期时间   | 2026-11-22 14:30 再来                        | 2026-11-22 14:30 再来                        |
  | 金额       | 总价 421808.00 元，首付 130000               | 总价 421808.00 元，首付 130000               |
  | 房号编号   | 3-1-1202，LY-ZS001，SQ-20261122-01           | 3-1-1202，LY-ZS001，SQ-20261122-01           |
  | 邮编       | 471000                                       | 471000                                       |
`),
)("a talk: $case", ({ talk, masked }) => {
  expect(maskTalk(talk!)).toBe(masked);
});

const mobile = fc
  .tuple(fc.integer({ min: 3, max: 9 }), fc.stringMatching(/^\d{9}$/u))
  .map(([second, rest]) => `1${second}${rest}`);

test("no mobile is left whole in any text, however it is parted", () => {
  fc.assert(
    fc.property(
      mobile,
      fc.constantFrom("", " ", "-", " - ", " – ", "－", ".", "/", ",", "_"),
      fc.string(),
      fc.string(),
      (number, gap, before, after) => {
        const spelled = `${number.slice(0, 3)}${gap}${number.slice(3, 7)}${gap}${number.slice(7)}`;
        const text = `${before.replace(/\d/gu, "")}：${spelled}。${after.replace(/\d/gu, "")}`;
        expect(maskTalk(text).replace(/\D/gu, "")).not.toContain(number);
        expect(maskPhone(text).replace(/\D/gu, "")).not.toContain(number);
      },
    ),
  );
});

test("masking twice is masking once", () => {
  fc.assert(
    fc.property(mobile, fc.string(), (number, text) => {
      const once = maskPhone(`${text} ${number}`);
      expect(maskPhone(once)).toBe(once);
    }),
  );
});
