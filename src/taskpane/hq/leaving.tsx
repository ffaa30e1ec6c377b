/** Sites of the former result that the new one would not have: asked about before anything is replaced. */
import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

const mostNamed = 5;

interface LeavingProps {
  readonly sites: readonly string[];
  readonly onAdd: () => void;
  readonly onWrite: () => void;
}

export const Leaving = ({ sites, onAdd, onWrite }: LeavingProps) => {
  const { t } = useTranslation();
  if (sites.length === 0) return null;
  const named = sites.slice(0, mostNamed).join("、");
  return (
    <MessageBar intent="warning" layout="multiline" politeness="assertive">
      <MessageBarBody>
        {t("hq.leaving", {
          n: sites.length,
          names: sites.length > mostNamed ? t("hq.leavingMore", { names: named }) : named,
        })}{" "}
        {t("hq.leavingHint")}
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={onAdd}>
          {t("hq.add")}
        </Button>
        <Button size="small" onClick={onWrite}>
          {t("hq.writeAnyway")}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
};
