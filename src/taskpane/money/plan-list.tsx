/** 付款计划 as a list: each instalment, its day and amount, what is paid of it, how late it is, and what settles it. */
import { Button } from "@fluentui/react-components";
import { Edit16Regular } from "@fluentui/react-icons/svg/edit";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { CalendarDay } from "../../domain/kit/calendar-day";
import { daysBetween } from "../../domain/kit/calendar-day";
import { daysLate, paidOfInstalment } from "../../domain/register/sales/plan-standing";
import type { Deal, Instalment } from "../../domain/register/sales/sales-ledger";
import { sumOf } from "../../domain/rules/money-adds-up";
import { amounts } from "../board/state-look";
import { Item } from "../today/item";
import { Section } from "../today/section";

interface PlanListProps {
  readonly deal: Deal;
  readonly today: CalendarDay;
  readonly busy: boolean;
  readonly nameOf: (each: Instalment) => string;
  readonly onReceive: (each: Instalment) => void;
  readonly onRefuse: (each: Instalment, refused: boolean) => void;
  readonly onJump: (each: Instalment) => void;
  readonly onEdit: () => void;
  /** What is being filled in for an instalment, below it. */
  readonly entryOf: (each: Instalment) => ReactNode;
}

export const PlanList = (props: PlanListProps) => {
  const { deal, today, busy, nameOf } = props;
  const { t } = useTranslation();
  const yuan = (n: number) => amounts.format(n);
  const draw = (each: Instalment) => {
    const name = nameOf(each);
    const { dueOn, outstanding, amount } = each;
    const late = daysLate(each, today);
    const paid = paidOfInstalment(each);
    const ahead = dueOn === undefined ? undefined : daysBetween(today, dueOn);
    const aside =
      outstanding <= 0
        ? t("money.done")
        : late > 0
          ? t("money.lateBy", { n: late })
          : ahead === 0
            ? t("money.dueToday")
            : ahead === undefined
              ? ""
              : t("money.dueIn", { n: ahead });
    const entry = props.entryOf(each);
    return (
      <>
        <Item
          name={name}
          onName={() => props.onJump(each)}
          nameTitle={t("money.toRow", { row: each.row })}
          quiet={t("money.yuan", { n: yuan(amount) })}
          aside={aside}
          tone={late > 0 ? "red" : ahead === 0 && outstanding > 0 ? "amber" : undefined}
          about={[
            dueOn === undefined ? t("money.undated") : t("money.due", { day: dueOn }),
            paid > 0 && outstanding > 0 ? t("money.received", { n: yuan(paid) }) : "",
            paid > 0 && outstanding > 0 ? t("money.wanting", { n: yuan(outstanding) }) : "",
            each.refused && outstanding > 0 ? t("money.refused") : "",
          ]
            .filter((said) => said !== "")
            .join(" · ")}
        >
          {outstanding <= 0 || entry !== null ? null : (
            <>
              <Button
                size="small"
                appearance={late > 0 || ahead === 0 ? "primary" : "secondary"}
                disabledFocusable={busy}
                aria-label={t("money.receiveOf", { term: name })}
                onClick={() => props.onReceive(each)}
              >
                {t("money.receive")}
              </Button>
              {late > 0 || each.refused ? (
                <Button
                  size="small"
                  disabledFocusable={busy}
                  aria-label={t(each.refused ? "money.unrefuseOf" : "money.refuseOf", { term: name })}
                  onClick={() => props.onRefuse(each, !each.refused)}
                >
                  {t(each.refused ? "money.unrefuse" : "money.refuse")}
                </Button>
              ) : null}
            </>
          )}
        </Item>
        {entry}
      </>
    );
  };
  return (
    <Section
      title={t("money.plan")}
      items={deal.instalments}
      alarm={deal.instalments.some((each) => daysLate(each, today) > 0)}
      keyOf={({ row }) => String(row)}
      draw={draw}
      below={
        <div style={{ display: "flex", alignItems: "center", gap: 8, padding: "8px 12px" }}>
          <span style={{ flex: 1, fontVariantNumeric: "tabular-nums" }}>
            {t("money.sum", { n: yuan(sumOf(deal.instalments.map(({ amount }) => amount))) })}
          </span>
          <Button size="small" icon={<Edit16Regular />} disabledFocusable={busy} onClick={props.onEdit}>
            {t("money.edit")}
          </Button>
        </div>
      }
    />
  );
};
