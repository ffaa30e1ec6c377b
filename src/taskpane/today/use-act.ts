/** One click's entry: saved, or said why not. */
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "../../domain/register/problem";
import { say } from "../../domain/register/wording";
import { useSave, type Saver } from "../entry/use-save";
import { tongueOf } from "../i18n/i18n";
import type { Entry } from "../services";
import { useToasts } from "../shell/toasts";

export interface Acting {
  readonly saver: Saver;
  /**
   * Saves, and says `done` with a way back. What stands in the way is said in a toast, and given back: nothing when
   * it was saved, or the workbook refused.
   */
  readonly act: (entry: Entry, done: string) => Promise<readonly Problem[] | undefined>;
}

export const useAct = (quiet: (problem: Problem) => boolean = () => false): Acting => {
  const saver = useSave();
  const toast = useToasts();
  const { i18n } = useTranslation();
  const { save } = saver;
  const act = useCallback(
    async (entry: Entry, done: string) => {
      const entered = await save(entry);
      if (entered === undefined) return undefined;
      const tongue = tongueOf(i18n.language);
      if (!entered.ok) {
        const [first] = entered.problems;
        if (first !== undefined && !quiet(first)) {
          const { says, remedy } = say(first, tongue);
          toast({ title: says, body: remedy, intent: "error" });
        }
        return entered.problems;
      }
      const [hint] = entered.decision.hints;
      toast({ title: done, body: hint && say(hint, tongue).says, undo: true });
      return undefined;
    },
    [save, toast, i18n.language, quiet],
  );
  return { saver, act };
};
