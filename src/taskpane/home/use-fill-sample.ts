import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import type { WorkbookRefused } from "../../workbook/port";
import { useServices } from "../services";
import { asRefusal, useStanding } from "../shell/site";
import { useToasts } from "../shell/toasts";

/** 填入示例, as a button on an empty book. */
export const useFillSample = () => {
  const { t } = useTranslation();
  const services = useServices();
  const { lookAgain, written } = useStanding();
  const toast = useToasts();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<WorkbookRefused | undefined>();
  const fill = useCallback(() => {
    setBusy(true);
    setRefusal(undefined);
    services
      .fillSample(() => undefined)
      .then(async () => {
        await lookAgain();
        written();
        toast({ title: t("today.sampled") });
      })
      .catch((fault: unknown) => setRefusal(asRefusal(fault, t("today.sample"))))
      .finally(() => setBusy(false));
  }, [services, lookAgain, written, toast, t]);
  return { busy, refusal, fill };
};
