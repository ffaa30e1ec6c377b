/** 收编: blanks without which no row of an old register is taken. */
import { adoptCalls } from "./adopt-calls";
import { adoptDeals } from "./adopt-deals";
import { adoptGrades } from "./adopt-grades";
import { adoptTalks } from "./adopt-talks";
import { adoptUnits } from "./adopt-units";
import type { AdoptedForm, Mapping } from "../old-sheet/old-cells";
import type { OldPaper } from "../old-sheet/old-phones";
import { oldTargetsOf } from "../old-sheet/old-targets";
import { adoptVisits } from "./adopt-visits";

const papers: Readonly<Record<AdoptedForm, OldPaper>> = {
  visitors: adoptVisits.paper,
  calls: adoptCalls.paper,
  followUps: adoptTalks.paper,
  units: adoptUnits.paper,
  deals: adoptDeals.paper,
  grades: adoptGrades.paper,
};

/** Whose, or which unit, a row is: of any of these there has to be one. */
const whoseKeys = (form: AdoptedForm, { number, phones }: OldPaper): readonly string[] => {
  if (form === "visitors" || form === "calls") return phones;
  if (form === "units") return ["unitNo", "door"];
  return [number, ...phones, ...(form === "followUps" || form === "grades" ? ["name"] : [])];
};

/**
 * What no column goes to, though every row is rejected without it: keys of `oldTargetsOf(form)`, any of each list being
 * enough. 置业顾问 is among them; people can say it for all rows.
 */
export const needsUnmet = (form: AdoptedForm, mapping: Mapping): readonly (readonly string[])[] => {
  const mapped = new Set(mapping.flatMap((use) => (use.use === "blank" ? [use.key] : [])));
  const targets = new Set(oldTargetsOf(form).map(({ key }) => key));
  const paper = papers[form];
  return [...paper.required.map((key) => [key]), whoseKeys(form, paper)]
    .filter((some) => !some.some((key) => mapped.has(key)))
    .map((some) => some.filter((key) => targets.has(key)));
};
