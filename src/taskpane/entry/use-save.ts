/** Saving an entry of the pane: busy, refused, declined or saved. */
import { useCallback, useRef, useState } from "react";
import type { WorkbookRefused } from "../../workbook/port";
import { type Entered, type Entry, useServices } from "../services";
import { asRefusal, useStanding } from "../shell/site";

export interface Saver {
  readonly busy: boolean;
  /** Why the workbook would not take it; the entry stays as it is. */
  readonly refusal: WorkbookRefused | undefined;
  /** Nothing when the workbook refused, or while another save is under way. */
  readonly save: (entry: Entry) => Promise<Entered | undefined>;
  readonly forget: () => void;
}

export const useSave = (): Saver => {
  const { enter } = useServices();
  const { written } = useStanding();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<WorkbookRefused | undefined>();
  const under = useRef(false);
  const save = useCallback(
    async (entry: Entry) => {
      // Enter pressed twice must not save twice.
      if (under.current) return undefined;
      under.current = true;
      setBusy(true);
      setRefusal(undefined);
      try {
        const entered = await enter(entry);
        if (entered.ok) written();
        return entered;
      } catch (fault) {
        setRefusal(asRefusal(fault, entry.doing));
        return undefined;
      } finally {
        under.current = false;
        setBusy(false);
      }
    },
    [enter, written],
  );
  const forget = useCallback(() => setRefusal(undefined), []);
  return { busy, refusal, save, forget };
};
