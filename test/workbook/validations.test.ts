/** What a column's rule lets pass, run by LibreOffice, against what the domain reads: R2, R3. */
import fc from "fast-check";
import type { Book, Cell } from "../../src/book/book";
import type { Field } from "../../src/domain/form/field";
import { fieldsOf } from "../../src/domain/form/form";
import { registers } from "../../src/domain/forms/index";
import { serialOfDay } from "../../src/domain/kit/calendar-day";
import { readAnswer } from "../../src/domain/register/read-answer";
import { needsRealAnswer } from "../../src/domain/rules/nothing-to-say";
import { readPhones } from "../../src/domain/rules/phone";
import { planSettings } from "../../src/workbook/plan/settings-sheet";
import { digitsArray, digitsName, settings } from "../../src/workbook/plan/site-sheet";
import { validationOf } from "../../src/workbook/plan/validations";
import { readSheets, valueAt } from "../../src/xlsx/read";
import { writeBook } from "../../src/xlsx/write";
import { draw } from "../domain/draw";
import { describeWith, hasLibreOffice, recalculate, temporaryFiles } from "../xlsx/tools";
import { newSite, site, today } from "./planned-site";

const files = temporaryFiles();
afterAll(() => {
  files.remove();
});

const fields: Readonly<Record<string, Field>> = {
  手机: registers.visitors.fields.mobile,
  电话: registers.visitors.fields.phone,
  年龄: registers.visitors.fields.age,
  升级: registers.grades.fields.reachedC,
};

/** `typed`: a number where it looks like a day or a short number; "明天" is the day after today. */
const drawn = draw(`
  | field | typed                     | passes |
  | 手机  | 13803791234               | yes    |
  | 手机  | 138 0379 1234             | yes    |
  | 手机  | 138-0379-1234             | yes    |
  | 手机  | +86 138 0379 1234         | yes    |
  | 手机  | 0086 13803791234          | yes    |
  | 手机  | 8613803791234             | yes    |
  | 手机  | 86 138 0379 1234          | yes    |
  | 手机  | 13803791234、13903791234  | yes    |
  | 手机  | 13803791234/13903791234   | yes    |
  | 手机  | +852 9123 4567            | yes    |
  | 手机  | １３８０３７９１２３４    | yes    |
  | 手机  | 138.0379.1234             | yes    |
  | 手机  | 13803791234（妻）         | yes    |
  | 手机  | 139 0379 1234(妻)         | yes    |
  | 手机  | 13803791234（2号楼）      | yes    |
  | 手机  | 13803791234-12            | yes    |
  | 手机  | 13803791234.0             | yes    |
  | 手机  | 0379-63912345-801         | yes    |
  | 手机  | /                         | yes    |
  | 手机  | 1380379123                | no     |
  | 手机  | 138037912345              | no     |
  | 手机  | 138 0379 123              | no     |
  | 手机  | 138-0379-123              | no     |
  | 手机  | 1380379123456             | no     |
  | 手机  | １３８０３７              | no     |
  | 手机  | 138037                    | no     |
  | 手机  | 没留                      | no     |
  | 手机  | 没有留下电话号码          | no     |
  | 手机  | zhangsan                  | no     |
  | 手机  | 138（不肯留全）           | no     |
  | 电话  | 0379-63912345             | yes    |
  | 电话  | 0379 6391 2345            | yes    |
  | 电话  | (0379)63912345            | yes    |
  | 电话  | （0379）63912345          | yes    |
  | 电话  | 63912345                  | yes    |
  | 电话  | 0391-3912345              | yes    |
  | 电话  | 3912345、3912346          | yes    |
  | 电话  | 3912345/3912346           | yes    |
  | 电话  | 63912345、63912346        | yes    |
  | 电话  | 63912345转801             | yes    |
  | 电话  | 010-62345678              | yes    |
  | 电话  | 400-123-4567              | yes    |
  | 电话  | 0379-63912345-801         | yes    |
  | 电话  | 63912345;63912346         | yes    |
  | 电话  | 63912345,63912346         | yes    |
  | 电话  | 63912345 63912346         | yes    |
  | 电话  | 0379 6391 2345 x12        | yes    |
  | 电话  | tel 63912345              | yes    |
  | 电话  | 电话：６３９１２３４５    | yes    |
  | 电话  | 6391—2345                 | yes    |
  | 电话  | 77777777                  | yes    |
  | 电话  | 13803791234               | yes    |
  | 电话  | /                         | yes    |
  | 电话  | 639123                    | no     |
  | 电话  | 138037912345              | no     |
  | 电话  | 不详                      | no     |
  | 年龄  | 35                        | yes    |
  | 年龄  | /                         | yes    |
  | 年龄  | 0                         | no     |
  | 年龄  | 121                       | no     |
  | 年龄  | 三十五                    | no     |
  | 升级  | 今天                      | yes    |
  | 升级  | /                         | yes    |
  | 升级  | 明天                      | no     |
  | 升级  | 2024.3.5                  | no     |
`);

/** Phones as people write them: whole ones and some with a digit too many or too few, alone and with company. */
const spelledPhones = (): readonly string[] => {
  const digits = (pattern: RegExp) => fc.stringMatching(pattern);
  const separated = (arb: fc.Arbitrary<string>) =>
    fc
      .tuple(arb, fc.constantFrom("", " ", "-", ".", "—"), fc.constantFrom("", " ", "-", "."))
      .map(([text, first, second]) => text.replace(/^(.{3,4}?)(.{4})(.+)$/u, `$1${first}$2${second}$3`));
  const number = fc.oneof(
    separated(digits(/^1[3-9]\d{8,10}$/u)),
    separated(digits(/^(?:0379|010|021)[2-9]\d{6,7}$/u)),
    fc
      .tuple(fc.constantFrom("0379-", "(0379)", "（0379）", "0379/", ""), digits(/^[2-9]\d{7}$/u))
      .map((a) => a.join("")),
    fc.tuple(fc.constantFrom("+86 ", "0086", "86", "+86-"), digits(/^1[3-9]\d{9}$/u)).map((a) => a.join("")),
    fc.constantFrom("+852 9123 4567", "00852 9123 4567", "85291234567", "+1 415 555 2671", "400-123-4567"),
  );
  const full = (text: string): string =>
    text.replace(/\d/gu, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
  const one = fc
    .tuple(
      fc.constantFrom("", "", "", "tel ", "电话：", "手机", " "),
      number,
      fc.constantFrom("", "", "", "转801", "-801", " x12", "-1", " 转 8", ".0"),
      fc.constantFrom("", "", "", "（妻）", "(2号楼)", " 王先生", ",5", " "),
    )
    .map((parts) => parts.join(""));
  const cell = fc
    .tuple(
      fc.array(one, { minLength: 1, maxLength: 2 }),
      fc.constantFrom("、", "/", ";", ",", " ", "或", "\n"),
    )
    .map(([all, between]) => all.join(between));
  return fc.sample(
    fc.tuple(cell, fc.integer({ min: 0, max: 5 })).map(([text, at]) => (at === 0 ? full(text) : text)),
    { numRuns: 1500, seed: 7 },
  );
};

const regions = ["LY", "ly", "洛阳", "L1", "LYA", "L"];

const typedAs = (typed: string): string | number =>
  typed === "今天"
    ? serialOfDay(today)
    : typed === "明天"
      ? serialOfDay(today) + 1
      : /^\d{1,3}$/u.test(typed)
        ? Number(typed)
        : typed;

/** Nothing where the column's rule is one of Excel's own. */
const ruleAt = (field: Field, cell: string): string | undefined => {
  const { rule } = validationOf(field, cell, { cell, column: "", unique: false, clients: ["$D$2:$D$9"] });
  return rule?.kind === "custom" ? rule.formula : undefined;
};

/** Blanks of all registers that may be struck out with / (R3). */
const strikable = Object.values(registers).flatMap((form) =>
  fieldsOf(form).flatMap(([key, field]) =>
    field.kind === "computed" || needsRealAnswer(key, field)
      ? []
      : [{ name: `${form.title} ${field.caption}`, field }],
  ),
);

describeWith("LibreOffice", hasLibreOffice)("a column's own rule, computed", () => {
  const cases = drawn.map(({ field = "", typed = "", passes }) => ({ field, typed, passes }));
  const spelled = [...new Set(spelledPhones())].filter((text) => {
    const { phones, problems } = readPhones(text, site);
    return phones.length > 0 && problems.length === 0;
  });
  let passed: readonly boolean[] = [];
  const fieldAt = (name: string): Field => {
    const field = fields[name];
    if (field === undefined) throw new Error(name);
    return field;
  };

  beforeAll(async () => {
    const region = planSettings(newSite, today).validations.find(
      ({ prompt }) => prompt?.title === settings.region,
    );
    const rule = region?.rule?.kind === "custom" ? region.rule.formula.slice(1) : "TRUE";
    const place = region?.range ?? "";
    const line = (field: Field, typed: string | number, row: number): readonly Cell[] => [
      typed,
      { formula: `=IF(${ruleAt(field, `A${row + 1}`)?.slice(1) ?? "TRUE"},1,0)` },
    ];
    const rows = [
      ...cases.map(({ field, typed }) => [fieldAt(field), typedAs(typed)] as const),
      ...strikable.map(({ field }) => [field, "/"] as const),
      ...spelled.map((text) => [fieldAt("手机"), text] as const),
      ...spelled.map((text) => [fieldAt("电话"), text] as const),
    ].map(([field, typed], row) => line(field, typed, row));
    for (const typed of regions)
      rows.push([typed, { formula: `=IF(${rule.replaceAll(place, `A${rows.length + 1}`)},1,0)` }]);
    const plainSheet = {
      name: "试",
      visibility: "visible",
      showGridlines: true,
      blocks: [
        { at: "A1", rows },
        { at: "D1", rows: [[serialOfDay(today)]] },
      ],
      looks: [{ range: "A1:A1", look: { numberFormat: "@" } }],
      columns: [],
      defaultRowHeight: 20,
      rows: [],
      merges: [],
      links: [],
      tables: [],
      validations: [],
      highlights: [],
    } as const;
    const book: Book = {
      sheets: [plainSheet],
      names: [
        { name: settings.today, refersTo: "=试!$D$1" },
        { name: digitsName, refersTo: digitsArray },
      ],
    };
    const [bytes = new Uint8Array()] = recalculate(
      [files.write("rules.xlsx", await writeBook(book))],
      files.folder,
    );
    const [sheet] = (await readSheets(bytes)).sheets;
    passed = rows.map((_, row) => {
      const line = sheet?.rows.find((each) => each.row === row);
      return line !== undefined && valueAt(line, 1) === 1;
    });
  });

  test("lets pass what may be right, stops what cannot be", () => {
    expect(cases.map(({ field, typed }, at) => [field, typed, passed[at] ? "yes" : "no"])).toEqual(
      cases.map(({ field, typed, passes }) => [field, typed, passes]),
    );
  });

  test("R1: the region is two letters, not the place's two characters", () => {
    expect(
      regions.map((typed, at) => [typed, passed[cases.length + strikable.length + 2 * spelled.length + at]]),
    ).toEqual(regions.map((typed) => [typed, /^[A-Za-z]{2}$/u.test(typed)]));
  });

  test("R2: stops no phones that the domain reads, however spelled", () => {
    expect(spelled.length).toBeGreaterThan(400);
    const from = cases.length + strikable.length;
    expect(spelled.filter((_, at) => !passed[from + at])).toEqual([]);
    expect(spelled.filter((_, at) => !passed[from + spelled.length + at])).toEqual([]);
  });

  test("R3: / passes wherever it is an answer", () => {
    expect(strikable.length).toBeGreaterThan(100);
    expect(strikable.filter((_, at) => !passed[cases.length + at]).map(({ name }) => name)).toEqual([]);
  });

  test("never stops what the domain reads", () => {
    const about = { site, today };
    cases.forEach(({ field, typed }, at) => {
      const { answer, problems } = readAnswer(fieldAt(field), typedAs(typed), about);
      const sound = answer !== undefined && problems.length === 0;
      // A day kept as text is read, and put right by 修正; typed in, it is refused.
      if (sound && typed !== "2024.3.5" && typed !== "三十五")
        expect([field, typed, passed[at]]).toEqual([field, typed, true]);
    });
  });
});
