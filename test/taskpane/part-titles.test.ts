import type { FormKey } from "../../src/domain/forms/index";
import { formOf } from "../../src/domain/forms/index";
import { partTitle } from "../../src/taskpane/i18n/captions";
import { startWords } from "../../src/taskpane/i18n/i18n";

/** Forms people fill in the pane, part by part. */
const filledIn: readonly FormKey[] = [
  "visitors",
  "calls",
  "followUps",
  "deals",
  "lostClients",
  "intentScores",
  "profiles",
  "invitations",
  "applications",
];

test.each(filledIn)("the parts of %s are headed in English too", (key) => {
  const { t } = startWords("en-US");
  // Parts of an application beyond its first are asked for by kind, under that kind's own heading.
  const parts = key === "applications" ? formOf(key).parts.slice(0, 1) : formOf(key).parts;
  const headed = parts
    .filter(({ fields }) =>
      Object.values(fields).some(({ kind }) => kind !== "numberStamp" && kind !== "computed"),
    )
    .map(({ title }) => partTitle(t, title));
  expect(headed.filter((each) => /\p{Script=Han}/u.test(each))).toEqual([]);
});
