/** What every register has of rules, by the kind of its columns (workbook.md). */
import type { Sheet, Validation } from "../../../src/book/book";
import type { Field } from "../../../src/domain/form/field";
import { fieldsOf } from "../../../src/domain/form/form";
import { type FormKey, formOf, registerKeys, registersBySheet } from "../../../src/domain/forms/index";
import { lists } from "../../../src/domain/forms/lists";
import { needsRealAnswer } from "../../../src/domain/rules/nothing-to-say";
import { columnOf, downFrom } from "../../../src/workbook/plan/references";
import { freshBook } from "../planned-site";

const book = freshBook();
const sheetOf = (key: FormKey): Sheet => {
  const found = book.sheets.find(({ name }) => name === formOf(key).sheet);
  if (!found) throw new Error(key);
  return found;
};

interface Column {
  readonly form: FormKey;
  readonly key: string;
  readonly field: Field;
  readonly validation: Validation | undefined;
}

const columns = registerKeys.flatMap((form) =>
  fieldsOf(formOf(form)).map(([key, field]): Column => {
    const range = downFrom(columnOf(form, key));
    return {
      form,
      key,
      field,
      validation: sheetOf(form).validations.find((each) => each.range === range),
    };
  }),
);
const named = ({ form, key }: Column): string => `${form}.${key}`;

test("a computed column refuses what is typed; what a colleague without the program knows alone is questioned", () => {
  const computed = columns.filter(({ field }) => field.kind === "computed");
  expect(computed.length).toBeGreaterThan(40);
  const refuses = ({ validation }: Column): boolean =>
    validation?.rule?.kind === "custom" &&
    validation.rule.formula === "=FALSE" &&
    validation.alert?.style === "stop";
  expect(computed.filter((each) => !refuses(each)).map(named)).toEqual([
    "grades.formerConsultant",
    "careTasks.detail",
    "careTasks.dueOn",
  ]);
  for (const { validation } of computed) expect(validation?.alert?.message).not.toBe("");
  expect(computed.filter(({ validation }) => validation?.alert?.style === "warning").map(named)).toEqual([
    "grades.formerConsultant",
    "careTasks.detail",
    "careTasks.dueOn",
  ]);
});

test("suggestions drop down from 字典, with nothing in it yet as well, and refuse nothing", () => {
  const suggested = columns.flatMap((each) =>
    each.field.kind === "oneLine" && each.field.suggestions !== undefined
      ? [{ ...each, list: lists[each.field.suggestions] }]
      : [],
  );
  expect(suggested.map(named)).toEqual(
    expect.arrayContaining([
      "visitors.residenceArea",
      "calls.residenceArea",
      "deals.residenceArea",
      "lostClients.residenceArea",
    ]),
  );
  expect(suggested.some(({ list }) => list.choices.length === 0)).toBe(true);
  for (const { validation, list, ...each } of suggested) {
    expect([named({ ...each, validation }), validation?.rule, validation?.alert]).toEqual([
      named({ ...each, validation }),
      { kind: "list", source: `=列表_${list.title}` },
      undefined,
    ]);
    const name = book.names.find((known) => known.name === `列表_${list.title}`);
    expect(name?.refersTo).toContain("SUMPRODUCT(");
  }
});

test("every list that may be struck out has / in it or refuses nothing", () => {
  const own = new Set(
    book.names.filter(({ name }) => name.startsWith("列表_")).map(({ name }) => `=${name}`),
  );
  const refusing = columns.filter(
    ({ key, field, validation }) =>
      validation?.rule?.kind === "list" &&
      validation.alert !== undefined &&
      !own.has(validation.rule.source) &&
      !needsRealAnswer(key, field),
  );
  expect(refusing.map(named)).toEqual([]);
  const strict = columns.filter(
    ({ validation }) => validation?.rule?.kind === "list" && validation.alert?.style === "stop",
  );
  expect(strict.map(named)).toEqual(expect.arrayContaining(["visitors.consultant", "visitors.gender"]));
  expect(strict.map(named)).not.toContain("applications.consultant");
});

test("registers print across, and the client's number stays in view where it is among the first four", () => {
  for (const keys of registersBySheet) {
    const sheet = sheetOf(keys[0]);
    expect([sheet.name, sheet.print?.orientation]).toEqual([sheet.name, "landscape"]);
    const at = fieldsOf(formOf(keys[0])).findIndex(([key]) => key === "clientId");
    if (at >= 0 && at < 4)
      expect([sheet.name, (sheet.freeze?.columns ?? 0) > at]).toEqual([sheet.name, true]);
  }
  expect(sheetOf("receipts").freeze?.columns).toBe(3);
  // Its numbers stand in the second table.
  expect(sheetOf("receptions").freeze?.columns).toBe(0);
});
