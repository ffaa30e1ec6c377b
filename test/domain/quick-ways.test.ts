/** Where a register's usual cells are answered quickly, the answer is the one that taking them apart gives. */
import fc from "fast-check";
import { plain } from "../../src/domain/kit/text";
import { isEmptyCell } from "../../src/domain/register/read-answer";
import { formatClientNumber, parseClientNumber } from "../../src/domain/rules/client-number";
import { countedLength, readsPerfunctory, surelySaysEnough } from "../../src/domain/rules/completeness";
import { nameLetters } from "../../src/domain/rules/letters";

const ideographs = fc
  .array(fc.integer({ min: 0x4e00, max: 0x4e00 + 40 }), { maxLength: 24 })
  .map((codes) => String.fromCharCode(...codes));
const sign = fc.constantFrom(
  ..."，。、！？!,. \u200b\u3000\ufeff\u0301\ufe0f\t\nabcＡ９é乾".split(""),
  "👍🏽",
  "ﬁ",
  "㎡",
  "が",
);
const stock = fc.constantFrom("已联系", "继续跟进", "同上", "无", "联系过了", "正常跟进中");
/** A piece said again and again, and the beginning of another: the most that a repetition can hold. */
const repeated = fc
  .record({
    piece: fc.uniqueArray(fc.integer({ min: 0x5000, max: 0x5020 }), { minLength: 1, maxLength: 8 }),
    times: fc.integer({ min: 2, max: 20 }),
    tail: fc.uniqueArray(fc.integer({ min: 0x5030, max: 0x5040 }), { maxLength: 9 }),
  })
  .map(
    ({ piece, times, tail }) => String.fromCharCode(...piece).repeat(times) + String.fromCharCode(...tail),
  );
const text = fc
  .array(
    fc.oneof(ideographs, ideographs, sign, stock, repeated, fc.string({ unit: "binary", maxLength: 4 })),
    {
      maxLength: 6,
    },
  )
  .map((pieces) => pieces.join(""));

test("a text that surely says enough is not perfunctory, and long enough", () => {
  let sure = 0;
  fc.assert(
    fc.property(text, fc.integer({ min: 0, max: 60 }), (said, least) => {
      if (!surelySaysEnough(said, least)) return;
      sure++;
      expect(readsPerfunctory(said)).toBe(false);
      expect(countedLength(said)).toBeGreaterThanOrEqual(least);
    }),
    { numRuns: 3000 },
  );
  expect(sure).toBeGreaterThan(300);
  for (const { said, least } of [
    { said: "一二三四五六七八".repeat(5) + "九十百千万亿兆", least: 0 },
    { said: "，".repeat(60) + "天地玄黄宇宙洪荒日月盈昃辰宿列张", least: 50 },
  ])
    expect(surelySaysEnough(said, least)).toBe(false);
  expect(surelySaysEnough("天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕", 30)).toBe(true);
});

test("a plain text is left as it is", () => {
  fc.assert(
    fc.property(text, (said) => {
      const invisible = /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu;
      expect(plain(said)).toBe(said.normalize("NFKC").replace(invisible, "").replace(/\s+/gu, " ").trim());
    }),
    { numRuns: 2000 },
  );
});

test("a cell is empty where nothing but blanks stands in it", () => {
  fc.assert(
    fc.property(fc.oneof(text, fc.stringMatching(/^\s{0,3}.?$/u)), (said) => {
      expect(isEmptyCell(said)).toBe(said.trim() === "");
    }),
    { numRuns: 2000 },
  );
});

test("a client number is the client's, however many noughts it was written with", () => {
  const number = fc.stringMatching(/^[CX]?[A-Z]{2}-[A-Z]{2}\d{3,7}$/u);
  fc.assert(
    fc.property(number, (written) => {
      const parts = parseClientNumber(written);
      if (parts === undefined) {
        expect(written).toMatch(/\D0+$/u);
        return;
      }
      const { region, letters, n, prefix, client } = parts;
      expect(client).toBe(formatClientNumber(region, letters, n));
      expect(client.startsWith(prefix)).toBe(true);
      expect(prefix).toBe(`${region}-${letters}`);
    }),
    { numRuns: 1000 },
  );
});

test("a name's letters do not change with a dot between its characters", () => {
  const name = fc.stringMatching(/^[张王李陈欧阳单于明伟芳国强丽種發華]{2,4}$/u);
  fc.assert(
    fc.property(name, (written) => {
      expect(nameLetters(written.split("").join("·"))).toBe(nameLetters(written));
    }),
    { numRuns: 300 },
  );
});
