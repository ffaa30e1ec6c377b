/** Who takes in a row of each form. */
import { adoptCalls } from "./adopt-calls";
import { adoptDeals } from "./adopt-deals";
import { adoptGrades } from "./adopt-grades";
import { adoptTalks } from "./adopt-talks";
import { adoptUnits } from "./adopt-units";
import { adoptVisits } from "./adopt-visits";
import type { Adopter } from "./adopter";
import type { AdoptedForm } from "../old-sheet/old-cells";

export const adopters: Readonly<Record<AdoptedForm, Adopter>> = {
  visitors: adoptVisits,
  calls: adoptCalls,
  followUps: adoptTalks,
  units: adoptUnits,
  deals: adoptDeals,
  grades: adoptGrades,
};
