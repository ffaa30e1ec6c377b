import { fieldsOf } from "../../../src/domain/form/form";
import { binder, registers } from "../../../src/domain/forms/index";
import { readRow } from "../../../src/domain/register/check-row";
import { isNothing, needsRealAnswer } from "../../../src/domain/rules/nothing-to-say";
import { site, today } from "../../workbook/planned-site";
import { draw } from "../draw";

test.each(
  draw(`
  | typed | nothing |
  | /     | yes     |
  | ／    | yes     |
  | //    | no      |
  | 无    | no      |
  | 3/2   | no      |
  |       | no      |
`),
)("“$typed” says there is nothing: $nothing (R3)", ({ typed, nothing }) => {
  expect(isNothing(typed!)).toBe(nothing === "yes");
  expect(isNothing(` ${typed!} `)).toBe(nothing === "yes");
});

const visitor = {
  clientId: "LY-ZS001",
  visitDate: "2026-11-20",
  consultant: site.consultants[0]!.name,
  name: "示例",
  gender: "女",
  phone: "/",
  mobile: "199 0000 1000",
  channels: "路过",
};

test.each(
  draw(`
  | case               | key        | says |
  | 问过性别，没有     | gender     | no   |
  | 问过途径，没有     | channels   | no   |
  | 问过年龄，没有     | age        | no   |
  | 姓名不能没有       | name       | yes  |
  | 日期不能没有       | visitDate  | yes  |
  | 置业顾问不能没有   | consultant | yes  |
  | 两个电话不能都没有 | mobile     | yes  |
`),
)("$case (R3)", ({ key, says }) => {
  const errors = readRow(registers.visitors, { ...visitor, [key!]: "/" }, { site, today }).findings.filter(
    ({ severity }) => severity === "error",
  );
  expect(errors.length > 0).toBe(says === "yes");
});

test.each(["无", "没有", "—", "-", "/"])("nobody is called “%s” (R3)", (name) => {
  const errors = readRow(registers.visitors, { ...visitor, name }, { site, today }).findings.filter(
    ({ severity }) => severity === "error",
  );
  expect(errors.map(({ code, key }) => [code, key])).toEqual([["cannotBeNothing", "name"]]);
});

test("without the slash, and all else said, the row has no error", () =>
  expect(
    readRow(registers.visitors, visitor, { site, today }).findings.filter(
      ({ severity }) => severity === "error",
    ),
  ).toEqual([]));

test("every form: numbers and rosters need a real answer, free blanks never do", () => {
  for (const form of Object.values(binder))
    for (const [key, field] of fieldsOf(form)) {
      if (field.kind === "numberStamp" || field.kind === "fromRoster")
        expect([form.key, key, needsRealAnswer(key, field)]).toEqual([form.key, key, true]);
      else if (field.need !== "first")
        expect([form.key, key, needsRealAnswer(key, field)]).toEqual([form.key, key, false]);
    }
});
