/** A workbook of a former version: upgraded in one click, or later; meanwhile it works as it did. */
import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  ProgressBar,
} from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { WorkbookRefused } from "../../workbook/port";
import { useServices } from "../services";
import { RefusalBar } from "../shell/refusal-bar";
import { asRefusal, useStanding } from "../shell/site";
import { useToasts } from "../shell/toasts";

export const UpgradeBar = () => {
  const { t } = useTranslation();
  const services = useServices();
  const { lookAgain, written } = useStanding();
  const toast = useToasts();
  const [version, setVersion] = useState<number | undefined>();
  const [share, setShare] = useState<number | undefined>();
  const [refusal, setRefusal] = useState<WorkbookRefused | undefined>();
  useEffect(() => {
    let gone = false;
    services.outdated().then(
      (found) => {
        if (!gone) setVersion(found);
      },
      // A workbook that cannot be looked at is refused by the shell, in its own words.
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [services]);
  if (version === undefined) return null;
  const upgrade = async () => {
    setRefusal(undefined);
    setShare(0);
    try {
      const left = await services.upgrade((done, of) => setShare(of === 0 ? 0 : done / of));
      setVersion(undefined);
      await lookAgain();
      written();
      toast({
        title: left.length === 0 ? t("repair.upgraded") : t("repair.upgradedBut", { n: left.length }),
        intent: left.length === 0 ? "success" : "warning",
      });
    } catch (fault) {
      setRefusal(asRefusal(fault, t("repair.upgrade")));
    } finally {
      setShare(undefined);
    }
  };
  if (refusal !== undefined) return <RefusalBar refusal={refusal} retry={() => void upgrade()} />;
  if (share !== undefined)
    return (
      <div role="status" style={{ padding: "8px 12px", display: "grid", gap: "4px" }}>
        <span>{t("repair.upgrading", { share: Math.round(share * 100) })}</span>
        <ProgressBar value={share} aria-label={t("repair.upgrade")} />
      </div>
    );
  return (
    <MessageBar intent="warning" layout="multiline" style={{ margin: "8px 12px 0" }}>
      <MessageBarBody>
        <MessageBarTitle>{t("repair.upgradeTitle")}</MessageBarTitle>
        <br />
        {t("repair.upgradeBody")}
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" appearance="primary" onClick={() => void upgrade()}>
          {t("repair.upgrade")}
        </Button>
        <Button size="small" onClick={() => setVersion(undefined)}>
          {t("repair.later")}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
};
