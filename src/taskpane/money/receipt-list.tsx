/** The deal's receipts; one on account is taken here, one against an instalment at the instalment. */
import { Button } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ReceiptRow } from "../../domain/register/sale-rows";
import { amounts } from "../board/state-look";
import { useJump } from "../client/use-jump";
import { Item } from "../today/item";
import { Section } from "../today/section";

interface ReceiptListProps {
  readonly receipts: readonly ReceiptRow[];
  readonly folded: boolean;
  readonly busy: boolean;
  /** The receipt being written. */
  readonly entry: ReactNode;
  readonly onReceive: () => void;
}

export const ReceiptList = ({ receipts, folded, busy, entry, onReceive }: ReceiptListProps) => {
  const { t } = useTranslation();
  const jump = useJump();
  return (
    <Section
      title={t("money.receipts")}
      items={receipts}
      keyOf={({ row }) => String(row)}
      empty={t("money.receiptsNone")}
      folded={folded}
      draw={({ register, row, item, no, date, amount }) => (
        <Item
          name={item}
          onName={() => jump({ form: "receipts", sheet: register.sheet, row }, "amount")}
          nameTitle={t("money.toRow", { row })}
          quiet={[no, date ?? ""].filter((said) => said !== "").join(" · ")}
          aside={t("money.yuan", { n: amounts.format(amount) })}
        />
      )}
      below={
        entry ?? (
          <div style={{ padding: "8px 12px" }}>
            <Button size="small" disabledFocusable={busy} onClick={onReceive}>
              {t("money.receive")}
            </Button>
          </div>
        )
      }
    />
  );
};
