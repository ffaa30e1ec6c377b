/** The deal's receipts; one on account is taken here, one against an instalment at the instalment. */
import { Button } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { maySayRefused } from "../../domain/register/sales/refuse-signing";
import type { Deal } from "../../domain/register/sales/sales-ledger";
import { amounts } from "../board/state-look";
import { useJump } from "../client/use-jump";
import { Item } from "../today/item";
import { type Refusing, RefuseButtons } from "../today/refuse-buttons";
import { Section } from "../today/section";

interface ReceiptListProps {
  readonly deal: Deal;
  readonly folded: boolean;
  readonly busy: boolean;
  /** The receipt being written. */
  readonly entry: ReactNode;
  readonly onReceive: () => void;
  readonly refusing: Refusing;
}

export const ReceiptList = ({ deal, folded, busy, entry, onReceive, refusing }: ReceiptListProps) => {
  const { t } = useTranslation();
  const jump = useJump();
  const { receipts } = deal;
  return (
    <Section
      title={t("money.receipts")}
      items={receipts}
      keyOf={({ row }) => String(row)}
      empty={t("money.receiptsNone")}
      folded={folded}
      draw={({ register, row, item, no, date, amount, refused }) => (
        <Item
          name={item}
          onName={() => jump({ form: "receipts", sheet: register.sheet, row }, "amount")}
          nameTitle={t("money.toRow", { row })}
          quiet={[no, date ?? ""].filter((said) => said !== "").join(" · ")}
          aside={t("money.yuan", { n: amounts.format(amount) })}
          about={refused ? t("day.financeSign") : ""}
        />
      )}
      below={
        entry ?? (
          <div style={{ display: "flex", flexWrap: "wrap", gap: "6px", padding: "8px 12px" }}>
            <Button size="small" disabledFocusable={busy} onClick={onReceive}>
              {t("money.receive")}
            </Button>
            <RefuseButtons
              of={{
                ...deal,
                unitNo: deal.unitNow,
                refusable: deal.signedOn === undefined && maySayRefused(deal) ? "signing" : undefined,
                by: receipts.some(({ refused }) => refused) ? "finance" : "consultant",
              }}
              {...refusing}
            />
          </div>
        )
      }
    />
  );
};
