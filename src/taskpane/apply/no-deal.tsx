/** R13: an application about a deal that is not there is not filled in first and refused then. */
import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from "@fluentui/react-components";
import { useTranslation } from "react-i18next";
import type { ApplicationKind } from "../../domain/forms/applications";
import { noDealFinding } from "../../domain/register/sales/exchange-follows";
import { unitKey } from "../../domain/register/sales/sale-rows";
import { isLive, liveDeal, type SalesLedger } from "../../domain/register/sales/sales-ledger";
import type { ClientNumber } from "../../domain/rules/client-number";
import { messageOf } from "../entry/use-entry";
import { go } from "../shell/route";

/** A discount alone may come before the deal. */
const needsDeal = (kind: ApplicationKind): boolean => kind !== "特惠申请";

const unitsOf = (ledger: SalesLedger, client: ClientNumber): readonly string[] =>
  (ledger.dealsOf.get(client) ?? []).filter(isLive).map(({ unitNow }) => unitNow);

/** There is nothing to ask further. */
export const lacksDeal = (ledger: SalesLedger, kind: ApplicationKind, client: ClientNumber): boolean =>
  needsDeal(kind) && unitsOf(ledger, client).length === 0;

interface NoDealProps {
  readonly kind: ApplicationKind;
  readonly client: ClientNumber;
}

export const NoDealBar = ({ kind, client }: NoDealProps) => {
  const { t } = useTranslation();
  return (
    <MessageBar intent="warning" layout="multiline" style={{ gridColumn: "1 / -1" }}>
      <MessageBarBody>
        <MessageBarTitle>{t("apply.noDeal", { client })}</MessageBarTitle>{" "}
        {t("apply.noDealBody", { kind: t(`apply.kind_${kind}`) })}
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={() => go("deal", { client })}>{t("apply.toDeal")}</Button>
      </MessageBarActions>
    </MessageBar>
  );
};

interface NoDealOnUnitProps extends NoDealProps {
  readonly ledger: SalesLedger;
  readonly unitNo: string;
}

/** Whoever is still typing one of the client's units is left in peace. */
export const NoDealOnUnitBar = ({ kind, client, ledger, unitNo }: NoDealOnUnitProps) => {
  const { t, i18n } = useTranslation();
  const key = unitKey(unitNo);
  const units = unitsOf(ledger, client);
  const isTheirs = liveDeal(ledger, unitNo, client) !== undefined;
  if (key === "" || isTheirs || units.some((each) => unitKey(each).startsWith(key))) return null;
  if (!needsDeal(kind) && liveDeal(ledger, unitNo) === undefined) return null;
  const { says, remedy } = messageOf(noDealFinding(ledger, client, unitNo, {}), i18n.language);
  return (
    <MessageBar intent="warning" layout="multiline" style={{ gridColumn: "1 / -1" }}>
      <MessageBarBody>
        <MessageBarTitle>{says}</MessageBarTitle>{" "}
        {units.length === 0 ? remedy : t("apply.theirUnits", { units: units.join("、") })}
      </MessageBarBody>
    </MessageBar>
  );
};
