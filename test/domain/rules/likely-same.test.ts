import fc from "fast-check";
import { likelySame } from "../../../src/domain/rules/likely-same";
import { type E164, readPhones } from "../../../src/domain/rules/phone";
import { draw } from "../draw";
import {
  likeness,
  type Person,
  said,
  sharePhone,
  slipBetween,
  soundOf,
} from "../../../src/domain/rules/same-person";

const person = (name: string, phones: string, more: Partial<Person> = {}): Person => ({
  name,
  phones: readPhones(phones, { areaCode: "0379" }).phones,
  ...more,
});

/** Few of everything, so that many are alike; last digits that slip into each other. */
const somebody = (mostPhones: number): fc.Arbitrary<Person> =>
  fc
    .record({
      name: fc.constantFrom("张三", "张 三", "章叁", "李四", "李肆", "/", ""),
      phones: fc.array(fc.stringMatching(/^138037912[01][0-3][0-3]$/u), { maxLength: mostPhones }),
      landline: fc.constantFrom("", "", "6391234", "63912345", "63912354"),
      area: fc.constantFrom("西工区", "", "/"),
      consultant: fc.constantFrom("王强", "李娜"),
      address: fc.constantFrom("", "", "凯旋路1号", "凯旋路 1 号"),
    })
    .map(({ phones, landline, name, ...more }) =>
      person(name, (phones.length > 0 ? phones : [landline]).join("、"), more),
    );

test.each(
  draw(`
    | one    | phone       | other  | second      | why           |
    | 张先生 | 13803791234 | 张三   | 13803791243 | digitsSwapped |
    | 张三   | 13803791234 | 张先生 | 13803791235 | oneDigitOff   |
    | 小张   | 13803791234 | 张女士 | 13803792234 | oneDigitOff   |
    | 欧阳总 | 13803791234 | 欧阳修 | 18303791234 | digitsSwapped |
    | 张先生 | 13803791234 | 张三   | 13803792143 |               |
    | 张先生 | 13803791234 | 张三   | 13803791234 |               |
  `),
)("$one $phone and $other $second: $why", ({ one = "", phone = "", other = "", second = "", why }) => {
  const found = likelySame([person("王五", "13900000000"), person(one, phone), person(other, second)]);
  expect(found.map((each) => [each.one, each.other, each.why])).toEqual(
    why === ""
      ? []
      : [
          [1, 2, why],
          [2, 1, why],
        ],
  );
});

test.each(
  draw(`
    | one    | phone          | other | second         | why           |
    | 张先生 | 13803791234    | 李四  | 13803791243    | digitsSwapped |
    | 张三   | 13803791234    | 张四  | 13803791243    | digitsSwapped |
    | 张三   | 13803791234    | 王芳  | 15803791234    | oneDigitOff   |
    | 张先生 | 13803791234    |       | 13803791243    | digitsSwapped |
    | /      | 0379-6391 2345 | 王芳  | 0379-6391 2346 | oneDigitOff   |
    | 王芳   | 0379-6391 2345 | 李四  | 0371-6391 2345 | oneDigitOff   |
    | 王芳   | 13803791234    | 李四  | 13803791324、13803791234 |     |
    | 王芳   | 13803791234    | 李四  | 13803791255    |               |
    | 王芳   | 13803791234    | 李四  | 13803792341    |               |
  `),
)("whatever the names, $one $phone and $other $second: $why, or chance", (line) => {
  const { one = "", phone = "", other = "", second = "", why } = line;
  const found = likelySame([person(one, phone), person(other, second), person("王五", "13900000000")]);
  expect(found).toEqual(why === "" ? [] : [{ one: 1, other: 0, why, byChance: true }]);
});

/** Why two would be asked about, by comparing them. */
const whyAlike = (a: Person, b: Person): readonly string[] => {
  if (sharePhone(a, b) || said(a.name) === "") return [];
  const found: string[] = [];
  const bare = (one: Person): Person => ({ name: one.name, phones: one.phones });
  if (said(a.name) === said(b.name)) {
    found.push(likeness({ ...a, phones: [] }, { ...b, phones: [] }) ?? "");
    for (const phone of a.phones)
      for (const other of b.phones)
        found.push(likeness({ ...bare(a), phones: [phone] }, { ...bare(b), phones: [other] }) ?? "");
  }
  if (said(a.address) !== "" && said(a.address) === said(b.address) && soundOf(a.name) === soundOf(b.name))
    found.push("sameSoundAndAddress");
  return found.filter((why) => why !== "");
};

test("asks about exactly those whom comparing every two would ask about", () => {
  let asked = 0;
  fc.assert(
    fc.property(fc.array(somebody(1), { maxLength: 30 }), (people) => {
      const found = likelySame(people).filter(({ byChance }) => byChance === undefined);
      const expected = people.flatMap((a, one) =>
        people.some((b, other) => one !== other && whyAlike(a, b).length > 0) ? [one] : [],
      );
      expect(found.map(({ one }) => one).sort((a, b) => a - b)).toEqual(expected);
      for (const { why } of found) if (why === "digitsSwapped") asked++;
    }),
    { numRuns: 500 },
  );
  expect(asked).toBeGreaterThan(20);
});

test("the reason given is one that holds, once a person", () => {
  fc.assert(
    fc.property(fc.array(somebody(3), { maxLength: 40 }), (people) => {
      const found = likelySame(people).filter(({ byChance }) => byChance === undefined);
      expect(new Set(found.map(({ one }) => one)).size).toBe(found.length);
      for (const { one, other, why } of found) {
        const [a, b] = [people[one], people[other]];
        expect(a && b ? whyAlike(a, b) : []).toContain(why);
      }
    }),
    { numRuns: 300 },
  );
});

/** Names that never agree; numbers of three lengths, near each other now and then. */
const strangers: fc.Arbitrary<readonly Person[]> = fc
  .array(
    fc.array(
      fc.oneof(
        fc.stringMatching(/^138[12]0379[01]2[0-3]{2}$/u),
        fc.stringMatching(/^0379-639[1-3][1-3]34$/u),
        fc.stringMatching(/^0379-6391[12]3[4-6]5$/u),
      ),
      { minLength: 1, maxLength: 2 },
    ),
    { maxLength: 12 },
  )
  .map((all) => all.map((phones, at) => person(at % 5 === 4 ? "" : `甲乙${at}`, phones.join("、"))));

/** How many people hang together by near numbers with this one, and how many numbers. */
const hanging = (people: readonly Person[], pairs: readonly (readonly [number, number])[], from: number) => {
  const reached = new Set([from]);
  for (let before = 0; before < reached.size;) {
    before = reached.size;
    for (const [p, q] of pairs) if (reached.has(p) || reached.has(q)) reached.add(p).add(q);
  }
  const numbers = [...reached].flatMap((at) => people[at]?.phones.map(({ e164 }) => e164) ?? []);
  return Math.max(reached.size, new Set(numbers).size);
};

test("every two of different names with near numbers are asked about once, as comparing all pairs would", () => {
  let asked = 0;
  fc.assert(
    fc.property(strangers, (people) => {
      const pairs = people.flatMap((a, one) =>
        people.slice(0, one).flatMap((b, other): readonly (readonly [number, number])[] => {
          const near = !sharePhone(a, b) && slipBetween(a, b) !== undefined;
          return near ? [[one, other]] : [];
        }),
      );
      const found = likelySame(people);
      // So few that none are told together.
      fc.pre(pairs.every(([one]) => hanging(people, pairs, one) <= 10));
      const order = (all: readonly (readonly [number, number])[]) => all.map(String).toSorted();
      expect(order(found.map(({ one, other }) => [one, other]))).toEqual(order(pairs));
      for (const { one, other, why, byChance, together } of found) {
        expect([byChance, together]).toEqual([true, undefined]);
        const [a, b] = [people[one], people[other]];
        const whys = a?.phones.flatMap((phone) =>
          b?.phones.map((second) => slipBetween({ ...a, phones: [phone] }, { ...b, phones: [second] })),
        );
        expect(whys).toContain(why);
        asked++;
      }
    }),
    { numRuns: 400 },
  );
  expect(asked).toBeGreaterThan(100);
});

test("a stronger reason between the same two stands alone; one with somebody else stands beside it", () => {
  const home = { address: "凯旋路1号" };
  const found = likelySame([
    person("张三", "13803791234", home),
    person("章叁", "13803791235", home),
    person("李四", "13803791245"),
  ]);
  expect(found).toEqual([
    { one: 0, other: 1, why: "sameSoundAndAddress" },
    { one: 1, other: 0, why: "sameSoundAndAddress" },
    { one: 2, other: 1, why: "oneDigitOff", byChance: true },
  ]);
});

test.each([
  ["a block of ten numbers asks about each two", 10, 45, undefined],
  ["one more, and all of them make one question", 11, 1, 11],
  ["a firm's five hundred lines in a row make one question", 500, 1, 500],
])("%s", (_, count, questions, together) => {
  const people = Array.from({ length: count }, (_each, at) =>
    person(`甲乙${at}`, `0379-6391 ${String(2300 + at)}`),
  );
  const found = likelySame(people).filter(({ byChance }) => byChance);
  expect(found).toHaveLength(questions);
  expect(found[0]?.together).toBe(together);
});

test("who is near by chance in a block may still be somebody of the same name in it", () => {
  const people = Array.from({ length: 60 }, (_each, at) =>
    person(at === 20 || at === 27 ? "王芳" : `甲乙${at}`, `0379-6391 ${String(2300 + at)}`),
  );
  expect(likelySame(people)).toEqual([
    { one: 20, other: 27, why: "oneDigitOff" },
    { one: 27, other: 20, why: "oneDigitOff" },
    expect.objectContaining({ byChance: true, together: 60 }),
  ]);
});

test("any digit off, any two digits swapped: two of one name are asked about as `likeness` says", () => {
  const places = fc.tuple(fc.nat(7), fc.nat(7), fc.nat(9));
  const whys = new Set<string>();
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9]{8}$/u), places, fc.boolean(), (digits, [a, b, digit], swap) => {
      const changed = digits.split("");
      if (swap) [changed[a], changed[b]] = [digits[b] ?? "", digits[a] ?? ""];
      else changed[a] = String(digit);
      const [one, other] = [person("张三", `138${digits}`), person("张三", `138${changed.join("")}`)];
      const why = sharePhone(one, other) ? undefined : likeness(one, other);
      if (why !== undefined) whys.add(`${why} ${a} ${b}`);
      expect(likelySame([one, other]).map((each) => each.why)).toEqual(why === undefined ? [] : [why, why]);
    }),
    { numRuns: 1500 },
  );
  expect(whys.size).toBeGreaterThan(100);
});

const mobile = (n: number): string => `138${String(n).padStart(8, "0")}`;

test.each([
  [
    "one name, area and consultant: five hundred make one question",
    Array.from({ length: 500 }, (_, n) =>
      person("张伟", mobile(37_000_000 + n * 7919), { area: "西工区", consultant: "王强" }),
    ),
    [{ one: 0, other: 1, why: "equalNameAndArea", together: 500 }],
  ],
  [
    "one address: those who sound alike make one question",
    Array.from({ length: 500 }, (_, n) =>
      person(n % 2 === 0 ? "张伟" : `${String.fromCharCode(0x4e00 + n)}一`, "/", { address: "集体宿舍" }),
    ),
    [{ one: 0, other: 2, why: "sameSoundAndAddress", together: 250 }],
  ],
] as const)("%s", (_, people, expected) => {
  expect(likelySame(people).filter(({ together }) => together !== undefined)).toEqual(expected);
});

test("those who share a phone are no question, nor is a number of another length", () => {
  const more = { area: "西工区", consultant: "王强" };
  expect(likelySame([person("张三", mobile(1), more), person("张三", mobile(1), more)])).toEqual([]);
  expect(likelySame([person("张三", "0379-6391 2345"), person("张三", "0379-639 1234")])).toEqual([]);
  // 80… with its first two digits swapped is as much as 8….
  const abroad = (e164: string): Person => ({
    name: "张三",
    phones: [{ e164: e164 as E164, shown: e164, kind: "foreign" }],
  });
  expect(likelySame(["+8012345678", "+812345678", "+8234567801"].map(abroad))).toEqual([]);
});
