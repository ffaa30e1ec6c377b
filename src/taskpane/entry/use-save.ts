/** Saving an entry of the pane: busy, refused, declined or saved. */
import { useToastController } from "@fluentui/react-components";
import { useCallback, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { formOf } from "../../domain/forms/index";
import type { Differing, WorkbookRefused } from "../../workbook/port";
import { type Entered, type Entry, useServices } from "../services";
import { asRefusal, useStanding } from "../shell/site";
import { toasterId, useToasts } from "../shell/toasts";

const placeOf = ({ form, row, key }: Differing): string =>
  `${formOf(form).sheet} ${row} ${formOf(form).fields[key]?.caption ?? key}`;

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
  const { t } = useTranslation();
  const toast = useToasts();
  const { dismissAllToasts } = useToastController(toasterId);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<WorkbookRefused | undefined>();
  const under = useRef(false);
  const save = useCallback(
    async (entry: Entry) => {
      // Enter pressed twice must not save twice.
      if (under.current) return undefined;
      under.current = true;
      setBusy(true);
      dismissAllToasts();
      setRefusal(undefined);
      try {
        const entered = await enter(entry);
        if (entered.ok) {
          written();
          if (entered.differing.length > 0)
            toast({
              title: t("shell.differing", { n: entered.differing.length }),
              body: t("shell.differingBody", { where: entered.differing.map(placeOf).join("、") }),
              intent: "warning",
            });
        }
        return entered;
      } catch (fault) {
        setRefusal(asRefusal(fault, entry.doing));
        return undefined;
      } finally {
        under.current = false;
        setBusy(false);
      }
    },
    [enter, written, toast, t, dismissAllToasts],
  );
  const forget = useCallback(() => setRefusal(undefined), []);
  return { busy, refusal, save, forget };
};
