/** What else stands beside an application: others of the same deal, and after 办结 a payment plan that no longer fits. */
import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from "@fluentui/react-components";
import { useTranslation } from "react-i18next";
import type { ApplicationKind } from "../../domain/forms/applications";
import { overpaidFinding, overpaidOf } from "../../domain/register/sales/overpaid";
import { planFindings } from "../../domain/register/sales/plan-standing";
import { inTime, sisterFindings } from "../../domain/register/sales/sister-applications";
import {
  type Application,
  type Deal,
  liveDeal,
  type SalesLedger,
} from "../../domain/register/sales/sales-ledger";
import { messageOf } from "../entry/use-entry";
import { go } from "../shell/route";

interface SistersProps {
  readonly kind: ApplicationKind;
  readonly sisters: readonly Application[];
}

/** R13. */
export const SistersBar = ({ kind, sisters }: SistersProps) => {
  const { i18n } = useTranslation();
  if (sisters.length === 0) return null;
  return (
    <MessageBar intent="warning" layout="multiline" style={{ gridColumn: "1 / -1" }}>
      <MessageBarBody>
        {sisterFindings(kind, sisters).map((found) => {
          const { says, remedy } = messageOf(inTime(found), i18n.language);
          return (
            <div key={found.code}>
              <MessageBarTitle>{says}</MessageBarTitle> {remedy}
            </div>
          );
        })}
      </MessageBarBody>
      <MessageBarActions>
        {sisters
          .filter(({ no }) => no !== "")
          .map(({ no, row }) => (
            <Button key={row} onClick={() => go("apply", { no })}>
              {no}
            </Button>
          ))}
      </MessageBarActions>
    </MessageBar>
  );
};

/** R12: approved, and more is paid than the price it brings: what goes back first, and where. */
export const OverpaidBar = ({
  ledger,
  application,
}: {
  readonly ledger: SalesLedger;
  readonly application: Application;
}) => {
  const { t, i18n } = useTranslation();
  const { unitNo, clientId } = application;
  const deal = clientId === undefined ? undefined : liveDeal(ledger, unitNo, clientId);
  const overpaid = deal && overpaidOf(ledger, deal);
  if (deal === undefined || overpaid?.application !== application || application.carriedOut) return null;
  const { says, remedy } = messageOf(overpaidFinding(overpaid.paid, overpaid.total, {}), i18n.language);
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{says}</MessageBarTitle> {remedy}
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={() => go("money", { client: deal.clientId, unit: deal.unitNow })}>
          {t("apply.toRefund")}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
};

/** The deal whose price an application changed. */
const repriced = (ledger: SalesLedger, each: Application): Deal | undefined => {
  const { kind, carriedOut, clientId, unitNo, newUnitNo } = each;
  if (!carriedOut || (kind !== "特惠申请" && kind !== "调房申请")) return undefined;
  return liveDeal(ledger, kind === "调房申请" ? newUnitNo : unitNo, clientId);
};

/** R12. */
export const PlanBar = ({
  ledger,
  application,
}: {
  readonly ledger: SalesLedger;
  readonly application: Application;
}) => {
  const { t, i18n } = useTranslation();
  const deal = repriced(ledger, application);
  const wrong =
    deal &&
    planFindings(ledger, deal, "").find(({ code }) => code === "planOverPrice" || code === "planUnderPrice");
  if (deal === undefined || wrong === undefined) return null;
  const { says, remedy } = messageOf(wrong, i18n.language);
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{says}</MessageBarTitle> {remedy}
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={() => go("money", { client: deal.clientId, unit: deal.unitNow })}>
          {t("apply.toPlan")}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
};
