/** What a column of an old register can be, for each form that is taken in. */
import type { Form } from "../../form/form";
import { calls } from "../../forms/calls";
import { deals } from "../../forms/deals";
import { followUps } from "../../forms/follow-ups";
import { grades } from "../../forms/grades";
import { units } from "../../forms/units";
import { visitors } from "../../forms/visitors";
import { bareCaption, type Target, targetsOf, withoutBrackets } from "../match-headers";
import { madeWeakWordings, madeWordings } from "./made-wordings";
import { type AdoptedForm, adoptedForms } from "./old-cells";
import { oldWordings, weakWordings } from "./old-wordings";

/** The old grade goes to 等级跟踪. */
export const oldGradeKey = "grade";

/** Which a row is, a visit or a call, where one register holds both. */
export const comingKey = "comesBy";
/** What came after it, in its own row: contacts of 跟踪记录. */
export const talkAtKey = "talkAt";
export const talkMethodKey = "talkMethod";
export const talkNotesKey = "talkNotes";
/** Of visits and calls, beside the forms' own. */
const besides: readonly Target[] = [
  { key: comingKey, caption: "来访/来电", also: [] },
  { key: talkAtKey, caption: "跟踪记录：日期", also: [] },
  { key: talkMethodKey, caption: "跟踪记录：方式", also: [] },
  { key: talkNotesKey, caption: "跟踪记录：内容", also: [] },
];

/** What a formula or the program fills is nobody's to take in; a follow-up's name says whose it is. */
const writable = (form: Form): readonly Target[] =>
  targetsOf(form).filter(({ key }) => form.fields[key]?.kind !== "computed");

const targetIn = (form: Form, key: string): readonly Target[] =>
  targetsOf(form).filter((target) => target.key === key);

const phoneWordings = targetIn(visitors, "phone").flatMap(({ caption, also }) => [caption, ...also]);

/** Of a register that has no phones of its own. */
const mobiles: readonly Target[] = targetIn(visitors, "mobile").map((target) => ({
  ...target,
  also: [...target.also, ...phoneWordings],
}));

/** Whose follow-up it is, where old registers know no client numbers. */
const whose: readonly Target[] = [
  ...targetIn(followUps, "name"),
  ...targetIn(followUps, "grade"),
  ...mobiles,
];

const oldGrade: Target = {
  key: oldGradeKey,
  caption: grades.fields.grade.caption,
  also: grades.fields.grade.also,
};

const plainTargets: Readonly<Record<AdoptedForm, readonly Target[]>> = {
  visitors: [...writable(visitors), oldGrade, ...besides],
  calls: [...writable(calls), oldGrade, ...besides],
  followUps: [...writable(followUps), ...whose],
  // 总价 is computed; old lists have it beside a price that has to agree, and say whose a unit is in words.
  units: [...writable(units), ...targetIn(units, "totalPrice"), ...targetIn(visitors, "name"), ...mobiles],
  deals: writable(deals),
  grades: [
    ...writable(grades),
    ...["date", "name", "grade", "formerConsultant"].flatMap((key) => targetIn(grades, key)),
    ...mobiles,
  ],
};

const partsOf = (words: string | undefined): readonly string[] =>
  (words ?? "").split(" ").filter((each) => each !== "");

/** Each wording once: a form's own come first. */
const withOldWordings = (form: AdoptedForm): readonly Target[] => {
  const seen = new Set(plainTargets[form].flatMap(({ caption, also }) => [caption, ...also]));
  return plainTargets[form].map(({ key, caption, also }) => {
    const weak = [...partsOf(weakWordings[form][key]), ...(madeWeakWordings[form][key] ?? [])];
    const known = new Set([...partsOf(oldWordings[form][key]), ...(madeWordings[form][key] ?? [])]);
    const more = [...known].filter((each) => !seen.has(each));
    for (const each of more) seen.add(each);
    return { key, caption, also: [...also, ...more].filter((each) => !weak.includes(each)), weak };
  });
};

const targets = Object.fromEntries(adoptedForms.map((form) => [form, withOldWordings(form)])) as Readonly<
  Record<AdoptedForm, readonly Target[]>
>;

/** "grade" beside form 1's own; "mobile" beside followUps' and grades' own. */
export const oldTargetsOf = (form: AdoptedForm): readonly Target[] => targets[form];

const known = new Map<AdoptedForm, ReadonlyMap<string, string>>();

/** By bare wording; of two blanks the first. */
const weakKeys = (form: AdoptedForm): ReadonlyMap<string, string> => {
  const before = known.get(form);
  if (before) return before;
  const found = new Map<string, string>();
  for (const { key, weak = [] } of targets[form])
    for (const each of weak) if (!found.has(bareCaption(each))) found.set(bareCaption(each), key);
  known.set(form, found);
  return found;
};

/** The blank that a caption means where no other column does. */
export const weakKey = (form: AdoptedForm, caption: string): string | undefined => {
  const weak = weakKeys(form);
  return weak.get(bareCaption(caption)) ?? weak.get(bareCaption(withoutBrackets(caption)));
};
