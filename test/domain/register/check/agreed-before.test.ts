import { readRow } from "../../../../src/domain/register/check-row";
import { checkWorkbook } from "../../../../src/domain/register/check/check-workbook";
import { formOf } from "../../../../src/domain/forms/index";
import { say } from "../../../../src/domain/register/wording";
import { draw } from "../../draw";
import { bookOf, firstRow, site, today } from "../book-of";

describe("what was agreed does not lie before the day it was agreed on (R5, R8)", () => {
  test.each(
    draw(`
    | form      | own              | agreed           | code              |
    | followUps | 2024-03-08 10:00 | 2024-03-01       | nextBeforeContact |
    | followUps | 2024-03-08 10:00 | 2024-03-08       | nextBeforeContact |
    | followUps | 2024-03-08 10:00 | 2024-03-09       |                   |
    | followUps | 2022-03-08 10:00 | 2021-03-09       | nextBeforeContact |
    | followUps | 2024-03-08 10:00 | /                |                   |
    | visitors  | 2024-03-08       | 2024-03-07 18:00 | appointmentBefore |
    | visitors  | 2024-03-08       | 2024-03-08 16:00 |                   |
    | visitors  | 2022-03-08       | 2021-03-09 10:00 | appointmentBefore |
    `),
  )("$form of $own: $agreed", ({ form, own, agreed, code }) => {
    const [ownKey, key] = form === "visitors" ? ["visitDate", "nextAppointment"] : ["contactedAt", "nextAt"];
    const row = { [ownKey]: own ?? "", [key]: agreed ?? "" };
    const found = readRow(formOf(form as "visitors"), row, { site: site(), today })
      .findings.filter((each) => each.key === key && each.code !== "asText")
      .map((each) => [each.code, each.severity]);
    expect(found).toEqual(code === "" ? [] : [[code, "warning"]]);
  });

  test("a check of a file finds them, with both days and what to do, in both tongues", () => {
    const book = bookOf({
      visitors: [{ clientId: "LY-ZS001", visitDate: "2024-03-08", nextAppointment: "2023-03-09 10:00" }],
      followUps: [{ clientId: "LY-ZS001", contactedAt: "2024-03-08 10:00", nextAt: "2023-03-11" }],
    });
    const found = checkWorkbook(book, today).filter(({ code }) =>
      ["nextBeforeContact", "appointmentBefore"].includes(code),
    );
    expect(found.map((each) => [each.rule, each.form, each.row, each.key])).toEqual([
      ["R8", "visitors", firstRow, "nextAppointment"],
      ["R5", "followUps", firstRow, "nextAt"],
    ]);
    expect(found.map((each) => say(each, "zh").says)).toEqual([
      "2023-03-09 10:00 早于“来访日期”的 2024-03-08",
      "下次跟进 2023-03-11 不晚于这次跟进的 2024-03-08",
    ]);
    expect(found.map((each) => say(each, "en").says)).toEqual([
      "2023-03-09 10:00 is before “来访日期”, 2024-03-08",
      "The next contact, 2023-03-11, is not after this one, 2024-03-08",
    ]);
    expect(found.every((each) => say(each, "zh").remedy.includes("请核对"))).toBe(true);
  });
});
