import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  useToastController,
} from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { RefusalCode, WorkbookRefused } from "../../workbook/port";
import { doingSaid } from "../i18n/doings";
import { useServices } from "../services";
import { go, type Page } from "./route";
import { toasterId } from "./toasts";
import { useStanding } from "./site";

interface Remedy {
  readonly kind: "retry" | "lift" | "look" | "page";
  readonly page?: Page;
}

/** What the button under a refusal does. */
const remedies: Readonly<Record<RefusalCode, Remedy>> = {
  notOurs: { kind: "page", page: "new" },
  headOffices: { kind: "page", page: "hq" },
  newerVersion: { kind: "look" },
  busy: { kind: "retry" },
  sheetMissing: { kind: "page", page: "check" },
  belowOccupied: { kind: "retry" },
  nameTaken: { kind: "retry" },
  tableMissing: { kind: "page", page: "check" },
  columnMissing: { kind: "page", page: "check" },
  protected: { kind: "lift" },
  filtered: { kind: "lift" },
  cellBeingEdited: { kind: "retry" },
  tableDidNotGrow: { kind: "retry" },
  outrun: { kind: "retry" },
  tooLarge: { kind: "retry" },
  sessionLost: { kind: "look" },
  unknown: { kind: "retry" },
};

interface RefusalBarProps {
  readonly refusal: WorkbookRefused;
  readonly retry: () => void;
}

/** Says why Excel would not, and offers what helps; what was entered stays where it is. */
export const RefusalBar = ({ refusal, retry }: RefusalBarProps) => {
  const { t, i18n } = useTranslation();
  const services = useServices();
  const { lookAgain } = useStanding();
  const [busy, setBusy] = useState(false);
  const { dismissAllToasts } = useToastController(toasterId);
  // The good news of before must not lie over this.
  useEffect(() => {
    dismissAllToasts();
  }, [dismissAllToasts, refusal]);
  const { code, where } = refusal;
  const doing = doingSaid(i18n.language, refusal.doing);
  const remedy = remedies[code];
  const act = async () => {
    setBusy(true);
    try {
      if (remedy.kind === "lift") services.lift(code);
      if (remedy.kind === "look") await lookAgain();
      if (remedy.page) go(remedy.page);
      else retry();
    } catch {
      // The same refusal comes again from the retry, with its wording.
      retry();
    } finally {
      setBusy(false);
    }
  };
  return (
    <MessageBar intent="error" layout="multiline" politeness="assertive">
      <MessageBarBody>
        <MessageBarTitle>{t(`refusal.${code}.says`, { where: where || doing, doing })}</MessageBarTitle>
        <br />
        {t(`refusal.${code}.remedy`, { where: where || doing, doing })}
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" disabled={busy} onClick={() => void act()}>
          {t(`refusal.${code}.button`)}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
};
