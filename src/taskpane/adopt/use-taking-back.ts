import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { WorkbookRefused } from "../../workbook/port";
import { useServices } from "../services";
import { asRefusal, useStanding } from "../shell/site";
import { doing } from "./use-adopt";

export interface TakingBack {
  /** There is an import to take back. */
  readonly isPossible: boolean;
  readonly isBusy: boolean;
  /** What came of it, or why it cannot be. */
  readonly said: string | undefined;
  readonly refusal: WorkbookRefused | undefined;
  readonly takeBack: () => Promise<void>;
}

/** 撤销导入: takes the latest import back whole, updates included, whatever was done since. */
export const useTakingBack = (onTakenBack: () => void = () => undefined): TakingBack => {
  const { t } = useTranslation();
  const { undo, undoable } = useServices();
  const { written } = useStanding();
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState<string | undefined>();
  const [refusal, setRefusal] = useState<WorkbookRefused | undefined>();
  const takeBack = async (): Promise<void> => {
    setRefusal(undefined);
    setBusy(true);
    try {
      const undone = await undo(doing);
      written();
      if (undone === undefined) setSaid(t("adopt.undoGone"));
      else {
        setSaid(undone.left > 0 ? t("adopt.undoneBut", { n: undone.left }) : t("adopt.undone"));
        onTakenBack();
      }
    } catch (fault) {
      setRefusal(asRefusal(fault, "撤销"));
    } finally {
      setBusy(false);
    }
  };
  return { isPossible: undoable(doing) !== undefined, isBusy, said, refusal, takeBack };
};
