/** What a column says when one steps into it agrees with what the column takes (R3). */
import { fieldsOf } from "../../../src/domain/form/form";
import { registers } from "../../../src/domain/forms/index";
import * as small from "../../../src/domain/forms/settings";
import { needsRealAnswer } from "../../../src/domain/rules/nothing-to-say";

const forms = [...Object.values(registers), small.consultants, small.cadence, small.signals];

test("“没有填 /” is said of no blank that refuses it", () => {
  const wrong = forms.flatMap((form) =>
    fieldsOf(form)
      .filter(
        ([key, field]) =>
          (needsRealAnswer(key, field) || (field.kind === "number" && field.need === "first")) &&
          field.hint.includes("没有填 /"),
      )
      .map(([, { caption }]) => `${form.sheet} ${caption}`),
  );
  expect(wrong).toEqual([]);
});
