/** R20: no number leaves a masked share, wherever people wrote it. */
import fc from "fast-check";
import { maskName, maskShare } from "../../../src/domain/head-office/mask-share";
import { shareOf } from "../../../src/domain/head-office/share-of";
import { draw } from "../draw";
import { bookOf, today } from "../register/book-of";

test.each(
  draw(`
  | case       | name                              | masked                      |
  | 文件名     | 洛阳 李娜13900000092.xlsx         | 洛阳 李娜139****0092.xlsx   |
  | 文件夹     | 李娜 139-0000-0092/洛阳.xlsx      | 李娜 139****0092/洛阳.xlsx  |
  | 日期       | 洛阳20261122.xlsx                 | 洛阳20261122.xlsx           |
  | 日期时刻   | 洛阳_202611221430.xlsx            | 洛阳_202611221430.xlsx      |
  | 日期和手机 | 20261122 13900000092.xlsx         | 20261122 139****0092.xlsx   |
  | 平常       | 天津-和平里一期.xlsx              | 天津-和平里一期.xlsx        |
`),
)("a name: $case", ({ name, masked }) => {
  expect(maskName(name!)).toBe(masked);
});

const mobile = fc
  .tuple(fc.integer({ min: 3, max: 9 }), fc.stringMatching(/^\d{9}$/u))
  .map(([second, rest]) => `1${second}${rest}`);
const sign = fc.constantFrom(
  "",
  " ",
  "-",
  " - ",
  "－",
  ".",
  "/",
  "，",
  "_",
  "、",
  "~",
  "*",
  "|",
  "=",
  "\u200B",
);
const spelled = fc
  .tuple(mobile, sign, fc.constantFrom([3, 7], [1, 4, 7], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]))
  .filter(([, between, cuts]) => cuts[0] !== 1 || cuts.length > 3 || /^[\s.－-]*$/u.test(between))
  .map(([number, between, cuts]) => ({
    number,
    text: [0, ...cuts].map((from, at) => number.slice(from, cuts[at] ?? 11)).join(between),
  }));

const stringsIn = (value: unknown): readonly string[] => {
  if (typeof value === "string") return [value];
  if (typeof value === "number") return [String(value)];
  if (value instanceof Map)
    return [...(value as Map<string, unknown>).values()].flatMap((each) => stringsIn(each));
  return typeof value === "object" && value !== null
    ? Object.values(value).flatMap((each) => stringsIn(each))
    : [];
};

test("law: a mobile survives nowhere in a masked share, however it is parted", () => {
  fc.assert(
    fc.property(spelled, fc.boolean(), ({ number, text }, facts) => {
      const row = {
        clientId: "LY-ZS001",
        visitDate: "2024-03-05",
        consultant: `王强 ${text}`,
        name: `张三${text}`,
        mobile: text,
        phone: `家里${text}`,
        age: text,
        occupation: text,
        residenceArea: `涧西 ${text}`,
        channels: `路过、${text}`,
        notes: `打${text}找他`,
        [`own:介绍人${text}`]: text,
      };
      const made = bookOf({ visitors: [row] }, { place: `洛阳${text}`, project: `花园 ${text}` });
      const { visitors } = made.registers;
      const book = {
        ...made,
        registers: {
          ...made.registers,
          ...(visitors && { visitors: { ...visitors, sheet: `来访${text}`, strangers: [`介绍人${text}`] } }),
        },
      };
      const source = { file: `洛阳 李娜${text}.xlsx`, hash: "h", modified: "2024-03-10T02:00:00Z" };
      const share = shareOf(book, source, { today, facts, phone: () => "k" }, [
        { kind: "rowsOutside", form: "calls", sheet: `来电${text}`, first: 9, last: 9 },
      ]);
      const shows = (each: string): boolean => each.replace(/\D/gu, "").includes(number);
      expect(stringsIn(share).some(shows)).toBe(true);
      expect(stringsIn(maskShare(share)).filter(shows)).toEqual([]);
    }),
  );
});
