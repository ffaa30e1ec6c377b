import type { Decision } from "../../domain/register/decision";
import type { Entry as Asked } from "../services";
import { focusBlank } from "./entry-form";
import type { Entry } from "./use-entry";
import type { Saver } from "./use-save";

/**
 * 保存 of a form's entry: its own errors first, then the decision. What stands in the way is said at its blank, and the
 * focus goes there.
 * @returns nothing when it was not saved.
 */
export const submitEntry = async (
  form: string,
  entry: Entry,
  saver: Saver,
  asked: Asked,
): Promise<Extract<Decision, { readonly ok: true }> | undefined> => {
  if (saver.busy) return undefined;
  entry.attempt();
  const [first] = entry.errors;
  if (first !== undefined) {
    focusBlank(form, first.key ?? "");
    return undefined;
  }
  const entered = await saver.save(asked);
  if (entered === undefined) return undefined;
  if (entered.ok) return entered.decision;
  entry.refuse(entered.problems);
  const key = entered.problems[0]?.key;
  if (key !== undefined) requestAnimationFrame(() => focusBlank(form, key));
  return undefined;
};
