/**
 * The columns the sheet computes itself, for colleagues without the add-in. Excel 2019's functions, no arrays, and
 * nothing volatile but the name 今天.
 */
import type { FormKey } from "../../domain/forms/index";
import { applicationFormulas } from "./formulas/applications";
import { careFormulas } from "./formulas/care";
import { dealFormulas } from "./formulas/deals";
import { depositFormulas } from "./formulas/deposits";
import { followUpFormulas } from "./formulas/follow-up";

const computed: Readonly<Partial<Record<FormKey, Readonly<Record<string, string>>>>> = {
  ...followUpFormulas,
  ...dealFormulas,
  ...depositFormulas,
  ...applicationFormulas,
  ...careFormulas,
};

/** The formula of a column that the sheet computes; nothing for columns people or the program fill. */
export const formulaOf = (form: FormKey, key: string): string | undefined => computed[form]?.[key];
