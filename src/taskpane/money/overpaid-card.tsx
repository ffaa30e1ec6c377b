/** R12: what is paid over the price an approved exchange or discount brings, and its 退款. */
import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { type Overpaid, overpaidFinding } from "../../domain/register/sales/overpaid";
import { messageOf } from "../entry/use-entry";
import { go } from "../shell/route";

interface OverpaidCardProps {
  readonly overpaid: Overpaid;
  /** The receipt being written. */
  readonly entry: ReactNode;
  readonly onRefund: () => void;
}

export const OverpaidCard = ({ overpaid, entry, onRefund }: OverpaidCardProps) => {
  const { t, i18n } = useTranslation();
  const { application, paid, total } = overpaid;
  const { says, remedy } = messageOf(overpaidFinding(paid, total, {}), i18n.language);
  return (
    <>
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>{t("blank.says", { says, remedy })}</MessageBarBody>
        <MessageBarActions>
          {entry === null ? (
            <Button size="small" onClick={onRefund}>
              {t("money.refundOver")}
            </Button>
          ) : null}
          <Button size="small" onClick={() => go("apply", { no: application.no })}>
            {application.no}
          </Button>
        </MessageBarActions>
      </MessageBar>
      {entry}
    </>
  );
};
