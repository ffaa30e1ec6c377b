import { catalogue, problemCodes, say } from "../../../src/domain/register/wording";
import { across } from "../../../src/domain/register/wording/across";
import { adoption } from "../../../src/domain/register/wording/adoption";
import { adoptionUnits } from "../../../src/domain/register/wording/adoption-units";
import { adoptionWhose } from "../../../src/domain/register/wording/adoption-whose";
import { answers } from "../../../src/domain/register/wording/answers";
import { applications } from "../../../src/domain/register/wording/applications";
import { care } from "../../../src/domain/register/wording/care";
import { decisions } from "../../../src/domain/register/wording/decisions";
import { ownership } from "../../../src/domain/register/wording/ownership";
import { rows } from "../../../src/domain/register/wording/rows";
import { headOffice } from "../../../src/domain/register/wording/head-office";
import { money } from "../../../src/domain/register/wording/money";
import { referrers } from "../../../src/domain/register/wording/referrers";
import { settings } from "../../../src/domain/register/wording/settings";
import { structure } from "../../../src/domain/register/wording/structure";
import { turn } from "../../../src/domain/register/wording/turn";
import { units } from "../../../src/domain/register/wording/units";

const parts = [
  answers,
  rows,
  across,
  decisions,
  adoption,
  adoptionWhose,
  adoptionUnits,
  ownership,
  turn,
  money,
  units,
  applications,
  care,
  referrers,
  headOffice,
  structure,
  settings,
];

describe("the catalogue of wordings", () => {
  test("no part says another's wording anew", () => {
    const codes = parts.flatMap((part) => Object.keys(part));
    expect(codes.filter((code, at) => codes.indexOf(code) !== at)).toEqual([]);
    expect(codes).toHaveLength(problemCodes.length);
  });

  test.each(problemCodes)("%s says what is wrong and what to do, in both languages", (code) => {
    for (const language of ["zh", "en"] as const) {
      const [says, remedy] = catalogue[code][language];
      expect(says).not.toBe("");
      expect(remedy).not.toBe("");
      expect(/[。.!！]$/u.test(says + remedy)).toBe(false);
    }
  });

  test("both languages take the same facts", () => {
    const factsOf = (texts: readonly string[]) =>
      new Set(texts.flatMap((text) => [...text.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name)));
    for (const code of problemCodes) {
      const { zh, en } = catalogue[code];
      for (const fact of factsOf(en))
        expect([code, [...factsOf(zh)]]).toEqual([code, expect.arrayContaining([fact])]);
    }
  });

  test("where; what; what to do", () => {
    const problem = {
      code: "mobileDigits",
      sheet: "来访登记",
      row: 7,
      caption: "手机",
      value: "1380379123",
      facts: { raw: "1380379123", digits: 10 },
    } as const;
    expect(say(problem, "zh")).toEqual({
      where: "来访登记 第 7 行“手机”",
      says: "“1380379123”有 10 位，手机号应为 11 位",
      remedy: "请核对是多了还是少了数字",
    });
    expect(say(problem, "en").where).toBe("来访登记 row 7 “手机”");
    expect(
      say({ code: "tableMissing", sheet: "来电登记", facts: { table: "来电客户登记表" } }, "zh").where,
    ).toBe("来电登记");
  });
});
