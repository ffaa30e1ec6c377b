import fc from "fast-check";
import { plain } from "../../../src/domain/kit/text";
import { readPhones, phoneKey, samePhone } from "../../../src/domain/rules/phone";
import { draw } from "../draw";

const luoyang = { areaCode: "0379" };

/** "138 0379 1234, 0379-6391 2345 転…; mobileDigits 10": phones as shown, then problems. */
const shown = (raw: string | number, areaCode = "0379"): string => {
  const { phones, problems } = readPhones(raw, { areaCode });
  return [
    ...phones.map((phone) => phone.shown),
    ...problems.map((problem) => ("digits" in problem ? `${problem.code} ${problem.digits}` : problem.code)),
  ].join(", ");
};

describe("phones as people write them (R2)", () => {
  test.each(
    draw(`
    | written                      | phones                               |
    | 13803791234                  | 138 0379 1234                        |
    | 138 0379 1234                | 138 0379 1234                        |
    | 138-0379-1234                | 138 0379 1234                        |
    | 138.0379.1234                | 138 0379 1234                        |
    | 1380379 1234                 | 138 0379 1234                        |
    | １３８０３７９１２３４       | 138 0379 1234                        |
    | １３８－０３７９－１２３４   | 138 0379 1234                        |
    | +8613803791234               | 138 0379 1234                        |
    | +86 138 0379 1234            | 138 0379 1234                        |
    | ＋86-138-0379-1234           | 138 0379 1234                        |
    | (+86)13803791234             | 138 0379 1234                        |
    | 008613803791234              | 138 0379 1234                        |
    | 0086 138 0379 1234           | 138 0379 1234                        |
    | 86-13803791234               | 138 0379 1234                        |
    | 013803791234                 | 138 0379 1234                        |
    | 1.3803791234E+10             | 138 0379 1234                        |
    | 手机：13803791234            | 138 0379 1234                        |
    | Tel13803791234               | 138 0379 1234                        |
    | 微信同号13803791234          | 138 0379 1234                        |
    | 13803791234（本人）          | 138 0379 1234                        |
    | 13803791234(老婆)            | 138 0379 1234                        |
    | 老婆13803791234              | 138 0379 1234                        |
    | 13803791234 张三             | 138 0379 1234                        |
    | 13803791234（2号楼）         | 138 0379 1234                        |
    | 13803791234转5678            | 138 0379 1234 转 5678                |
    | 0379-63912345                | 0379-6391 2345                       |
    | 0379 6391 2345               | 0379-6391 2345                       |
    | 037963912345                 | 0379-6391 2345                       |
    | (0379)63912345               | 0379-6391 2345                       |
    | （0379）6391-2345            | 0379-6391 2345                       |
    | 0379/63912345                | 0379-6391 2345                       |
    | +86 379 6391 2345            | 0379-6391 2345                       |
    | +86 0379 63912345            | 0379-6391 2345                       |
    | 0086-379-63912345            | 0379-6391 2345                       |
    | 37963912345                  | 0379-6391 2345                       |
    | 63912345                     | 0379-6391 2345                       |
    | 6391-2345                    | 0379-6391 2345                       |
    | 010-12345678                 | noSuchNumber                         |
    | 010-62345678                 | 010-6234 5678                        |
    | 021 63912345                 | 021-6391 2345                        |
    | 0376-6123456                 | 0376-612 3456                        |
    | 0379-63912345转12            | 0379-6391 2345 转 12                 |
    | 0379-63912345 转 12          | 0379-6391 2345 转 12                 |
    | 0379-63912345ext12           | 0379-6391 2345 转 12                 |
    | 0379-63912345 ext. 12        | 0379-6391 2345 转 12                 |
    | 0379-63912345-123            | 0379-6391 2345 转 123                |
    | 0379-6391-2345-123           | 0379-6391 2345 转 123                |
    | 0379-63912345分机8001        | 0379-6391 2345 转 8001               |
    | 63912345-12                  | 0379-6391 2345 转 12                 |
    | 400-800-1234                 | 400-800-1234                         |
    | 4008001234                   | 400-800-1234                         |
    | 800-820-1234                 | 800-820-1234                         |
    | 400-800-1234转5              | 400-800-1234 转 5                    |
    | +85291234567                 | +852 9123 4567                       |
    | 00852 9123 4567              | +852 9123 4567                       |
    | (852)91234567                | +852 9123 4567                       |
    | 852-91234567                 | +852 9123 4567                       |
    | +853 6612 3456               | +853 6612 3456                       |
    | +886 912 345 678             | +886 912 345 678                     |
    | +886 0912345678              | +886 912 345 678                     |
    | +1 (415) 555-2671            | +1 415 555 2671                      |
    | +44 (0)20 7183 8750          | +44 20 7183 8750                     |
    | 13803791234、13903791234     | 138 0379 1234, 139 0379 1234         |
    | 13803791234/13903791234      | 138 0379 1234, 139 0379 1234         |
    | 13803791234; 0379-63912345   | 138 0379 1234, 0379-6391 2345        |
    | 13803791234，63912345        | 138 0379 1234, 0379-6391 2345        |
    | 13803791234\\n13903791234    | 138 0379 1234, 139 0379 1234         |
    | 13803791234 13903791234      | 138 0379 1234, 139 0379 1234         |
    | 138 0379 1234 139 0379 1234  | 138 0379 1234, 139 0379 1234         |
    | 138-0379-1234 139-0379-1234  | 138 0379 1234, 139 0379 1234         |
    | 13803791234或13903791234     | 138 0379 1234, 139 0379 1234         |
    | 13803791234(13903791234老婆) | 138 0379 1234, 139 0379 1234         |
    | 本人13803791234 老婆13903791234 | 138 0379 1234, 139 0379 1234      |
    | 13803791234、138-0379-1234   | 138 0379 1234                        |
    | 0379-63912345 63912346       | 0379-6391 2345, 0379-6391 2346       |
    | 1380379123                   | mobileDigits 10                      |
    | 138037912345                 | mobileDigits 12                      |
    | 138-0379-123                 | mobileDigits 10                      |
    | +86 1380379123               | mobileDigits 10                      |
    | 1380379123 4                 | mobileDigits 10                      |
    | 1380379123 4号楼             | mobileDigits 10                      |
    | 138037912 34号楼             | mobileDigits 9                       |
    | 138 03 79 12 34              | 138 0379 1234                        |
    | 13803791234 1390379123 4     | notAPhone                            |
    | 1 3 8 0 3 7 9 1 2 3 4        | 138 0379 1234                        |
    | １　３　８　０　３　７　９　１　２　３　４ | 138 0379 1234          |
    | 1-3-8-0-3-7-9-1-2-3-4        | 138 0379 1234                        |
    | 张三 1 3 8 0 3 7 9 1 2 3 4（妻） | 138 0379 1234                    |
    | 1 3 8 0 3 7 9 1 2 3 4、1 3 9 0 3 7 9 1 2 3 4 | 138 0379 1234, 139 0379 1234 |
    | 1 3 8 0 3 7 9 1 2 3          | mobileDigits 10                      |
    | 1 3 8 0 3 7 9 1 2 3 4 5      | mobileDigits 12                      |
    | 1 3 8 0 3 7 9 1 2 3 4号楼    | mobileDigits 10                      |
    | 0379-6391234 5               | landlineDigits 7                     |
    | 13803791234、1390379123      | 138 0379 1234, mobileDigits 10       |
    | 0379-6391234                 | landlineDigits 7                     |
    | 0379-639123456               | landlineDigits 9                     |
    | 639123456                    | landlineDigits 9                     |
    | 0379-13912345                | noSuchNumber                         |
    | 14103791234                  | noSuchNumber                         |
    | +852 1234                    | notAPhone                            |
    | +85201234567                 | noSuchNumber                         |
    | 12345                        | notAPhone                            |
    | 410302198001011234           | notAPhone                            |
    | 1.38E+10                     | digitsLost                           |
    | 1.38037912E+10               | digitsLost                           |
    | 13803791234.0                | 138 0379 1234                        |
    | 13803791234（老婆）/13903792222 | 138 0379 1234, 139 0379 2222      |
    | 138****1234                  | notAPhone                            |
    | QQ12345678                   | notAPhone                            |
    | QQ：12345678                 | notAPhone                            |
    | 微信 abc12345678             | notAPhone                            |
    | 12345678@qq.com              | notAPhone                            |
    | 没有                         | notAPhone                            |
    | /                            |                                      |
    | ／                           |                                      |
    |                              |                                      |
  `),
  )("$written: $phones", ({ written = "", phones }) => {
    expect(shown(written)).toBe(phones);
  });

  test.each([
    [13803791234, "138 0379 1234"],
    [1.3803791234e10, "138 0379 1234"],
    [37963912345, "0379-6391 2345"],
    [63912345, "0379-6391 2345"],
    [8613803791234, "138 0379 1234"],
    [1380379123, "mobileDigits 10"],
    [1.5, "notAPhone"],
    [0, "notAPhone"],
    [-13803791234, "138 0379 1234"],
  ])("the number %p: %s", (raw, phones) => {
    expect(shown(raw)).toBe(phones);
  });

  test("a bare local number needs the site's area code", () => {
    expect(shown("63912345", "")).toBe("noAreaCode");
    expect(shown("63912345", "379")).toBe("0379-6391 2345");
    expect(shown("62345678", "010")).toBe("010-6234 5678");
    expect(shown("6391234", "0379")).toBe("landlineDigits 7");
  });

  test("kinds and what is compared", () => {
    const [mobile] = readPhones("13803791234", luoyang).phones;
    const [desk] = readPhones("0379-63912345转12", luoyang).phones;
    const [other] = readPhones("0379-63912345转13", luoyang).phones;
    const [hall] = readPhones("63912345", luoyang).phones;
    const [abroad] = readPhones("+852 9123 4567", luoyang).phones;
    if (!mobile || !desk || !other || !hall || !abroad) throw new Error("all of them are phones");
    expect(mobile).toMatchObject({ e164: "+8613803791234", kind: "mobile" });
    expect(desk).toMatchObject({ e164: "+8637963912345", kind: "landline", extension: "12" });
    expect(abroad).toMatchObject({ e164: "+85291234567", kind: "foreign" });
    expect(samePhone(desk, hall)).toBe(true);
    expect(samePhone(desk, other)).toBe(false);
    expect(samePhone(desk, mobile)).toBe(false);
    expect([desk, other, hall, abroad].map(phoneKey)).toEqual([
      "+8637963912345/12",
      "+8637963912345/13",
      "+8637963912345",
      "+85291234567",
    ]);
  });

  test("what is dialled behind a mobile makes no other person; of what is behind a switchboard each does", () => {
    const spelt = ["13803791234", "13803791234转12", "138 0379 1234 ext 13"];
    const found = spelt.flatMap((each) => readPhones(each, luoyang).phones);
    expect(found.map(phoneKey)).toEqual(["+8613803791234", "+8613803791234", "+8613803791234"]);
    expect(found.map((phone) => found.every((each) => samePhone(phone, each)))).toEqual([true, true, true]);
  });

  test("a problem names the piece of the cell it is about", () => {
    expect(readPhones("13803791234、老婆139037912", luoyang).problems).toEqual([
      { code: "mobileDigits", digits: 9, raw: "139037912" },
    ]);
  });
});

describe("laws", () => {
  const wide = (text: string): string =>
    text.replace(/[!-~]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).replaceAll(" ", "　");
  const mobile = fc
    .tuple(
      fc.constantFrom("130", "133", "138", "139", "150", "159", "166", "177", "186", "199"),
      fc.integer({ min: 0, max: 99_999_999 }),
    )
    .map(([head, tail]) => head + String(tail).padStart(8, "0"));
  const blocks = (m: string, by: string): string => [m.slice(0, 3), m.slice(3, 7), m.slice(7)].join(by);
  const mobileSpellings: ReadonlyArray<(m: string) => string | number> = [
    (m) => m,
    (m) => Number(m),
    (m) => Number(m).toExponential(10).replace("e", "E"),
    (m) => blocks(m, " "),
    (m) => blocks(m, "-"),
    (m) => `+86${m}`,
    (m) => `+86 ${blocks(m, " ")}`,
    (m) => `0086${m}`,
    (m) => `86-${m}`,
    (m) => wide(m),
    (m) => wide(`+86 ${blocks(m, "-")}`),
    (m) => `手机：${m}`,
    (m) => `${m}（本人）`,
    (m) => `\u202D${m}\u202C`,
  ];
  const landline = fc.integer({ min: 63_000_000, max: 65_999_999 }).map(String);
  const landlineSpellings: ReadonlyArray<(l: string) => string | number> = [
    (l) => `0379-${l}`,
    (l) => `0379${l}`,
    (l) => `(0379)${l}`,
    (l) => `0379 ${l.slice(0, 4)} ${l.slice(4)}`,
    (l) => `+86 379 ${l}`,
    (l) => `+86-0379-${l}`,
    (l) => `0086 379 ${l}`,
    (l) => Number(`379${l}`),
    (l) => l,
    (l) => Number(l),
    (l) => wide(`0379-${l}`),
  ];
  const e164s = (raw: string | number): readonly string[] =>
    readPhones(raw, luoyang).phones.map(({ e164 }) => e164);

  test("every way of writing a number reads to the same E.164, and what is shown reads back", () => {
    fc.assert(
      fc.property(mobile, fc.constantFrom(...mobileSpellings), (m, spell) => {
        expect(e164s(spell(m))).toEqual([`+86${m}`]);
        expect(e164s(shown(m))).toEqual([`+86${m}`]);
      }),
      { numRuns: 300 },
    );
    fc.assert(
      fc.property(landline, fc.constantFrom(...landlineSpellings), (l, spell) => {
        expect(e164s(spell(l))).toEqual([`+86379${l}`]);
        expect(e164s(shown(l))).toEqual([`+86379${l}`]);
      }),
      { numRuns: 300 },
    );
  });

  test("an extension is kept, however it is written, and reads back", () => {
    fc.assert(
      fc.property(
        landline,
        fc.stringMatching(/^\d{1,6}$/u),
        fc.constantFrom("转", " 转 ", "ext", " ext. ", "-", "分机"),
        (l, extension, by) => {
          const [phone] = readPhones(`0379-${l}${by}${extension}`, luoyang).phones;
          expect(phone).toMatchObject({ e164: `+86379${l}`, extension });
          expect(readPhones(phone?.shown ?? "", luoyang).phones).toEqual([phone]);
        },
      ),
    );
  });

  test("several numbers in one cell are read one by one", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(mobile, { minLength: 2, maxLength: 4 }),
        fc.constantFrom("、", "/", "; ", "，", "\n", "或", " ", "  "),
        (mobiles, between) => {
          expect(e164s(mobiles.join(between))).toEqual(mobiles.map((m) => `+86${m}`));
        },
      ),
    );
  });

  test("a mobile with digits too many or too few says how many it has", () => {
    fc.assert(
      fc.property(mobile, fc.constantFrom(-3, -2, -1, 1, 2), (m, more) => {
        const wrong = more < 0 ? m.slice(0, more) : m + "1".repeat(more);
        expect(readPhones(wrong, luoyang)).toMatchObject({
          phones: [],
          problems: [{ code: "mobileDigits", digits: 11 + more }],
        });
      }),
    );
  });

  test("any text is read or refused in time, never thrown, and never silent", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.stringMatching(/^[0-9 +\-转ext.()、/]{0,60}$/u),
          fc.double(),
        ),
        (raw) => {
          const { phones, problems } = readPhones(raw, luoyang);
          const said = plain(String(raw));
          if (said !== "" && said !== "/") expect(phones.length + problems.length).toBeGreaterThan(0);
          for (const phone of phones) expect(phone.e164).toMatch(/^\+\d{6,15}$/u);
        },
      ),
    );
  });
});
