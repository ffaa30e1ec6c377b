import fc from "fast-check";
import type { Field } from "../../../src/domain/form/field";
import { registers } from "../../../src/domain/forms/index";
import { readAnswer } from "../../../src/domain/register/read-answer";
import type { RawCell } from "../../../src/domain/register/register";
import { draw } from "../draw";
import { site, today } from "./book-of";

const about = { site: site(), today };
const fieldOf = (name: string): Field => {
  const [form = "", key = ""] = name.split(".");
  const fields = registers[form as keyof typeof registers].fields as Readonly<Record<string, Field>>;
  const field = fields[key];
  if (field === undefined) throw new Error(`no field ${name}`);
  return field;
};
const raw = (cell: string): RawCell =>
  cell === "" ? null : cell.startsWith("#") && /^#\d/u.test(cell) ? Number(cell.slice(1)) : cell;

describe("a raw cell as an answer", () => {
  const understood = draw(String.raw`
    | field               | cell                | answer              | changed |
    | visitors.mobile     | 138 0379 1234       | 138 0379 1234       | no      |
    | visitors.mobile     | 13803791234         | 138 0379 1234       | yes     |
    | visitors.mobile     | #13803791234        | 138 0379 1234       | yes     |
    | visitors.mobile     | 手机：13934287888   | 139 3428 7888       | yes     |
    | visitors.mobile     | 17753469201（本人） | 177 5346 9201       | yes     |
    | visitors.mobile     | １８６２９７０４７７５ | 186 2970 4775    | yes     |
    | visitors.phone      | 63912345            | 0379-6391 2345      | yes     |
    | visitors.phone      | ／                  | /                   | yes     |
    | visitors.phone      | 无                  | /                   | yes     |
    | visitors.visitDate  | 2024-03-05          | 2024-03-05          | yes     |
    | visitors.visitDate  | #45356              | 2024-03-05          | no      |
    | visitors.visitDate  | 2024.3.5            | 2024-03-05          | yes     |
    | calls.calledAt      | #45356.5            | 2024-03-05 12:00    | no      |
    | calls.calledAt      | 2024年3月5日 下午2点半 | 2024-03-05 14:30 | yes     |
    | visitors.age        | 35岁                | #35                 | yes     |
    | visitors.age        | #35                 | #35                 | no      |
    | visitors.age        | ３５                | #35                 | yes     |
    | visitors.age        | 三十五              | #35                 | yes     |
    | visitors.age        | 没有                | /                   | yes     |
    | visitors.age        | 约35岁              | #35                 | yes     |
    | visitors.age        | 35岁左右            | #35                 | yes     |
    | visitors.partySize  | 俩人                | #2                  | yes     |
    | visitors.channels   | 日报和晚报          | 日报、晚报          | yes     |
    | visitors.channels   | 日报\n晚报          | 日报、晚报          | yes     |
    | visitors.channels   | 日报。晚报          | 日报、晚报          | yes     |
    | visitors.channels   | 日报及路过          | 日报、路过          | yes     |
    | visitors.channels   | 1、日报 2、晚报     | 日报、晚报          | yes     |
    | visitors.channels   | ①日报②晚报          | 日报、晚报          | yes     |
    | visitors.channels   | 日报、晚报等        | 日报、晚报          | yes     |
    | visitors.channels   | ☑日报 □晚报 ☑路过   | 日报、路过          | yes     |
    | visitors.gender     | ♀                   | 女                  | yes     |
    | followUps.newGrade  | B类（意向）         | B                   | yes     |
    | followUps.newGrade  | 战败                | ×                   | yes     |
    | visitors.postcode   | #471000             | 471000              | yes     |
    | visitors.postcode   | #10000              | 010000              | yes     |
    | visitors.gender     | 男                  | 男                  | no      |
    | visitors.gender     | 先生                | 男                  | yes     |
    | visitors.areaBand   | 61–80               | 61–80               | no      |
    | visitors.areaBand   | 61—80㎡             | 61–80               | yes     |
    | visitors.areaBand   | 61~80平方米         | 61–80               | yes     |
    | visitors.areaBand   | 61至80              | 61–80               | yes     |
    | visitors.areaBand   | 60㎡以下            | 60以下              | yes     |
    | visitors.areaBand   | 200—250             | 201–250             | yes     |
    | visitors.unitPriceBand | 2000—25000       | 2000–2500           | yes     |
    | visitors.layout     | 2/3                 | 3/2                 | yes     |
    | deals.layout        | ２/３               | 3/2                 | yes     |
    | visitors.channels   | 听讲、路过          | 听说、路过          | yes     |
    | visitors.areaBand   | 250平以上           | 250以上             | yes     |
    | visitors.unitPriceBand | 3500-4000元/㎡   | 3500–4000           | yes     |
    | visitors.totalPriceBand | 41-60万元       | 41–60               | yes     |
    | visitors.totalPriceBand | 100万以上       | 100以上             | yes     |
    | visitors.layout     | 3室2卫              | 3/2                 | yes     |
    | visitors.layout     | 三房两卫            | 3/2                 | yes     |
    | visitors.layout     | 3/2                 | 3/2                 | no      |
    | visitors.channels   | 日报、路过          | 日报、路过          | no      |
    | visitors.channels   | 日报/户外           | 日报、户外          | yes     |
    | visitors.channels   | 老带新 晚报         | 老带新、晚报        | yes     |
    | visitors.channels   | 电视，听说          | 电视、听说          | yes     |
    | visitors.channels   | 日报,路过;单页      | 日报、路过、单页    | yes     |
    | visitors.channels   | 路过、路过          | 路过                | yes     |
    | visitors.channels   | 老客户介绍          | 老带新              | yes     |
    | visitors.payment    | 按揭                | 按揭贷款            | yes     |
    | visitors.motive     | 自住                | 自用                | yes     |
    | followUps.newGrade  | b级                 | B                   | yes     |
    | followUps.newGrade  | Ａ类                | A                   | yes     |
    | followUps.newGrade  | 成交                | √                   | yes     |
    | visitors.consultant | 王强                | 王强                | no      |
    | visitors.consultant | 王 强               | 王强                | yes     |
    | visitors.referrerId | ly-zs001            | LY-ZS001            | yes     |
    | deals.dealId        | CLY-ZS001           | CLY-ZS001           | no      |
    | deals.floorArea     | 92.456㎡            | #92.46              | yes     |
    | deals.floorArea     | #92                 | #92                 | no      |
    | deals.totalPrice    | 85万                | #850000             | yes     |
    | calls.otherContact  | wx_zhang            | wx_zhang            | no      |
    | calls.otherContact  | 13803791234         | 138 0379 1234       | yes     |
    | calls.otherContact  | 88612345            | 88612345            | no      |
    | visitors.address    | 西工区（新区）3号   | 西工区（新区）3号   | no      |
    | visitors.name       | 无                  | 无                  | no      |
  `);
  test.each(understood)("$field: $cell", ({ field, cell, answer, changed }) => {
    const read = readAnswer(fieldOf(field ?? ""), raw(cell ?? ""), about);
    expect(read).toMatchObject({ answer: raw(answer ?? ""), problems: [] });
    expect(read.changed).toBe(changed === "yes");
  });

  const refused = draw(String.raw`
    | field               | cell        | code              | facts                                  |
    | visitors.mobile     | 1380379123  | mobileDigits      | {"digits":10}                          |
    | visitors.mobile     | abc         | notAPhone         | {}                                     |
    | visitors.visitDate  | 2024-02-30  | noSuchDay         | {}                                     |
    | visitors.visitDate  | 昨天        | notADay           | {}                                     |
    | visitors.visitDate  | 2024-03-11  | future            | {"today":"2024-03-10"}                 |
    | visitors.age        | 老          | notANumber        | {}                                     |
    | visitors.age        | 三十多      | roughNumber       | {}                                     |
    | visitors.age        | 30多岁      | roughNumber       | {}                                     |
    | visitors.age        | 30-35       | roughNumber       | {}                                     |
    | visitors.age        | 80后        | roughNumber       | {}                                     |
    | deals.floorArea     | 95㎡左右    | notANumber        | {}                                     |
    | visitors.name       | #VALUE!     | cellError         | {}                                     |
    | visitors.mobile     | #N/A        | cellError         | {}                                     |
    | visitors.mobile     | Err:502     | cellError         | {}                                     |
    | visitors.mobile     | ########    | cellError         | {}                                     |
    | visitors.mobile     | 1.38E+10    | digitsLost        | {"raw":"1.38E+10"}                     |
    | calls.otherContact  | 1.38E+10    | digitsLost        | {"raw":"1.38E+10"}                     |
    | visitors.age        | 35.5        | notWhole          | {}                                     |
    | visitors.age        | 121         | outOfRange        | {"from":1,"to":120}                    |
    | visitors.postcode   | 4710        | notDigits         | {"length":6}                           |
    | profiles.idCard     | #410302199001071000 | idCardAsNumber | {}                                |
    | profiles.idCard     | 41030219900107100   | notAnIdCard | {}                                   |
    | profiles.idCard     | 410302199002301234  | idCardBirthday | {}                                |
    | profiles.idCard     | 410302199001071001  | idCardCheckDigit | {}                              |
    | visitors.channels   | 日报、网络  | unknownChoice     | {"choice":"网络","list":"认知途径"}    |
    | visitors.channels   | +           | unknownChoice     | {"choice":"+","list":"认知途径"}       |
    | visitors.channels   | 、、        | unknownChoice     | {"choice":"、、"}                      |
    | visitors.occupation | 私营业住    | unknownChoiceNear | {"nearest":"私营业主"}                 |
    | visitors.areaBand   | 61–90       | unknownChoiceNear | {"nearest":"61–80"}                    |
    | visitors.consultant | 王小强      | notOnRosterNear   | {"nearest":"王强"}                     |
    | visitors.consultant | 欧阳修      | notOnRoster       | {}                                     |
    | visitors.referrerId | 张三        | notAClientNumber  | {}                                     |
    | deals.dealId        | LY-ZS001    | wrongNumberKind   | {"becomes":"CLY-ZS001"}                |
    | deals.totalPrice    | 面议        | notMoney          | {}                                     |
    | deals.totalPrice    | -5          | negative          | {}                                     |
    | deals.floorArea     | 大          | notANumber        | {}                                     |
    | visitors.address    | #REF!       | cellError         | {}                                     |
    | visitors.nextAppointment | 2024-03-20 14:20 | quarterHour | {}                                 |
  `);
  test.each(refused)("$field: $cell is $code", ({ field, cell, code, facts }) => {
    const { problems } = readAnswer(fieldOf(field ?? ""), raw(cell ?? ""), about);
    expect(problems).toEqual([expect.objectContaining({ code })]);
    expect(problems[0]?.facts ?? {}).toMatchObject(JSON.parse(facts ?? "{}"));
  });

  test("a choice the site has taken off its list is known as such", () => {
    const without = { ...about, site: site({ lists: { ...about.site.lists, channels: ["日报"] } }) };
    const { problems } = readAnswer(fieldOf("visitors.channels"), "晚报", without);
    expect(problems[0]).toMatchObject({ code: "choiceRemoved", severity: "warning" });
  });

  test("what was read is understood again, and is the same (for any blank and cell)", () => {
    const fields = Object.values(registers).flatMap(({ fields: all }) => Object.values(all) as Field[]);
    const cell = fc.oneof(
      fc.string(),
      fc.double({ noNaN: true }),
      fc.integer(),
      fc.boolean(),
      fc.constantFrom(
        "/",
        "男",
        "日报/户外",
        "13803791234",
        "2024.3.5",
        "85万",
        "王强",
        "3室2卫",
        "LY-ZS001",
        "Ａ",
        "+",
        "、",
        ";",
      ),
    );
    fc.assert(
      fc.property(fc.constantFrom(...fields), cell, (field, value) => {
        const first = readAnswer(field, value, about);
        if (first.answer === undefined || first.problems.length > 0) return;
        const again = readAnswer(field, first.answer, about);
        expect(again.answer).toBe(first.answer);
      }),
      { numRuns: 500 },
    );
  });
});
