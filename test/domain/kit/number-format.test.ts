import fc from "fast-check";
import { numberFormat } from "../../../src/domain/kit/number-format";
import { readMoney } from "../../../src/domain/kit/money";
import { draw } from "../draw";

/** "=" where the number itself says as much. */
const seen = (format: string, number: number): string => numberFormat(format)(number) ?? "=";

describe("what a number format makes of a number", () => {
  test.each(
    draw(`
    | format                  | number      | seen          |
    | 0000                    | 501         | 0501          |
    | 0000                    | 12501       | =             |
    | 000000                  | 71000       | 071000        |
    | "A-"000                 | 7           | A-007         |
    | \\A\\-000               | 7           | A-007         |
    | 0"-"0"-"0000            | 110501      | 1-1-0501      |
    | 000-0000                | 10501       | 001-0501      |
    | ###-####                | 1234        | =             |
    | #"号楼"00               | 305         | 3号楼05       |
    | 000 0000                | 3791234     | =             |
    | 0"号楼-"00"单元"        | 301         | 3号楼-01单元  |
    | 0000-00-00              | 20230305    | 2023-03-05    |
    | 0"."00                  | 305         | 3.05          |
    | 0%                      | 0.3         | 30%           |
    | 0%                      | 0.305       | 30.5%         |
    | 0.00%                   | 0.305       | 30.50%        |
    | 0%                      | 0.333333333 | 33%           |
    | 0%                      | -0.3        | -30%          |
    | 0"岁"                   | 35          | 35岁          |
    | 0岁                     | 35          | 35岁          |
    | General"岁"             | 35          | 35岁          |
    | G/通用格式"元"          | 35.5        | 35.5元        |
    | [Red]0"岁"              | 35          | 35岁          |
    | [$-804]0"套"            | 3           | 3套           |
    | [DBNum1]"第"0"组"       | 3           | 第3组         |
    | 0.0"万"                 | 85          | 85.0万        |
    | 0.0"万"                 | 85.55       | 85.55万       |
    | #.0"万"                 | 0.5         | 0.5万         |
    | 0!.0,"万"               | 855000      | 85.5万        |
    | 0\\.0,"万"              | 855000      | 85.5万        |
    | 0\\.0,"万"              | 855123      | =             |
    | 0.00,"千元"             | 85500       | 85.50千元     |
    | 0.0,                    | 855000      | =             |
    | #,##0"元"               | 5000        | 5000元        |
    | "¥"#,##0.00"元";[Red]-0 | -5          | =             |
    | #,##0.00                | 5000        | =             |
    | "¥"#,##0;"¥"-#,##0      | -5          | =             |
    | [$¥-804]#,##0.00        | 5000        | =             |
    | 0.00_);(0.00)           | -5          | =             |
    | 0.00                    | 85.4567     | =             |
    | _ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ | 0 | =       |
    | "√";;"×"                | 1           | √             |
    | "√";;"×"                | 0           | ×             |
    | "√";;"×"                | 7           | =             |
    | [=1]"男";[=2]"女"       | 2           | 女            |
    | [=1]"男";[=2]"女"       | 3           | =             |
    | [>=90]"优";0"分"        | 95          | =             |
    | [>=90]"优";0"分"        | 80          | 80分          |
    | [>=90]"优";0"分"        | -5          | =             |
    | ,000                    | 7           | =             |
    | General0                | 7           | =             |
    | [<0]"欠";[>9]0"多";0"少" | 5          | 5少           |
    | 0;-0;;@                 | 0           | =             |
    | 0"元";@                 | 5           | 5元           |
    | yyyy-mm-dd              | 45000       | =             |
    | 0"日"d                  | 45000       | =             |
    | [h]:mm                  | 1.5         | =             |
    | # ?/?                   | 0.5         | =             |
    | 0.00E+00                | 13800000000 | =             |
    | General                 | 501         | =             |
    | @                       | 501         | =             |
    | 000000000000000000      | 410305199001011000 | =      |
  `),
  )("$format of $number: $seen", ({ format = "", number, seen: wanted }) => {
    expect(seen(format, Number(number))).toBe(wanted);
  });

  test("no format of whatever signs fails, and one longer than Excel's is none", () => {
    const sign = fc.constantFrom(...'0#?.,%;"\\!_*[]@$-+ /岁元EhmGeneral<=>1');
    fc.assert(
      fc.property(fc.string({ unit: sign, maxLength: 24 }), fc.double({ noNaN: true }), (format, number) => {
        expect(typeof numberFormat(format)(number)).toMatch(/^(?:string|undefined)$/u);
      }),
    );
    expect(seen(`0"${"岁".repeat(300)}"`, 5)).toBe("=");
  });

  test("an amount is the same amount as shown, to the last fen", () => {
    const unit = fc.constantFrom<readonly [string, number]>(
      ['0"元"', 1],
      ['#,##0.00"元"', 1],
      ['0.0"万"', 10_000],
      ['#,##0"万元"', 10_000],
      ['0\\.0,"万"', 1],
      ['0.00,"千"', 1],
    );
    fc.assert(
      fc.property(unit, fc.nat(99_999_999), ([format, worth], fen) => {
        const number = fen / 100;
        const money = readMoney(numberFormat(format)(number) ?? number);
        expect(money).toMatchObject({ ok: true, value: Math.round(number * worth * 100) / 100 });
      }),
    );
  });
});
