/** A deal without a plan: one click lays it out by the way of paying. */
import { Button, makeStyles } from "@fluentui/react-components";
import { ReceiptMoneyRegular } from "@fluentui/react-icons/svg/receipt-money";
import { useTranslation } from "react-i18next";
import type { CalendarDay } from "../../domain/kit/calendar-day";
import type { Deal } from "../../domain/register/sales/sales-ledger";
import { payWayOf, payWays } from "../../domain/rules/payment-plan";
import { useJump } from "../client/use-jump";
import { Empty } from "../shell/page";
import { useSite } from "../shell/site";
import { draftOfPlan, laidOut, type PlanDraft } from "./plan-draft";

const useStyles = makeStyles({
  buttons: { display: "flex", flexWrap: "wrap", gap: "8px", justifyContent: "center" },
});

interface NoPlanProps {
  readonly deal: Deal;
  readonly payment: string;
  readonly today: CalendarDay;
  readonly onPlan: (draft: PlanDraft) => void;
}

export const NoPlan = ({ deal, payment, today, onPlan }: NoPlanProps) => {
  const styles = useStyles();
  const { t } = useTranslation();
  const site = useSite();
  const jump = useJump();
  if (deal.totalPrice === undefined)
    return (
      <Empty icon={<ReceiptMoneyRegular />} title={t("money.planEmpty")}>
        <span>{t("money.noPrice")}</span>
        <Button
          onClick={() => jump({ form: "deals", sheet: deal.register.sheet, row: deal.row }, "totalPrice")}
        >
          {t("board.inSheet")}
        </Button>
      </Empty>
    );
  const suggested = payWayOf(payment) ?? "once";
  return (
    <Empty icon={<ReceiptMoneyRegular />} title={t("money.planEmpty")}>
      <span>{t("money.planEmptyBody")}</span>
      <div className={styles.buttons}>
        {payWays.map((way) => (
          <Button
            key={way}
            size="small"
            appearance={way === suggested ? "primary" : "secondary"}
            onClick={() => {
              const draft = laidOut(draftOfPlan([]), way, { deal, site, today });
              if (draft !== undefined) onPlan(draft);
            }}
          >
            {t(`money.way_${way}`)}
          </Button>
        ))}
      </div>
    </Empty>
  );
};
