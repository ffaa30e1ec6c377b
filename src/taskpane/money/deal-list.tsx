/** All live deals by how their money stands: the late ones first. */
import { Button, Input, MessageBar, MessageBarBody } from "@fluentui/react-components";
import { ReceiptMoneyRegular } from "@fluentui/react-icons/svg/receipt-money";
import { Search16Regular } from "@fluentui/react-icons/svg/search";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CalendarDay } from "../../domain/kit/calendar-day";
import { plain } from "../../domain/kit/text";
import { daysLate } from "../../domain/register/sales/plan-standing";
import {
  type Deal,
  type Instalment,
  isLive,
  type SalesLedger,
} from "../../domain/register/sales/sales-ledger";
import { amounts } from "../board/state-look";
import { Empty, PageFrame } from "../shell/page";
import { go } from "../shell/route";
import { Item } from "../today/item";
import { Section } from "../today/section";

const groups = ["late", "noPlan", "ahead", "settled"] as const;
type Group = (typeof groups)[number];

interface Listed {
  readonly deal: Deal;
  readonly group: Group;
  /** The first that is not paid. */
  readonly next: Instalment | undefined;
  readonly late: number;
}

const listed = (deal: Deal, today: CalendarDay): Listed => {
  const next = deal.instalments.find(({ outstanding }) => outstanding > 0);
  const late = Math.max(0, ...deal.instalments.map((each) => daysLate(each, today)));
  const settled = deal.owed !== undefined && deal.owed <= 0;
  const group = settled ? "settled" : late > 0 ? "late" : deal.instalments.length === 0 ? "noPlan" : "ahead";
  return { deal, group, next, late };
};

const latest = "9999-12-31";
const inOrder = (a: Listed, b: Listed): number => {
  if (a.late !== b.late) return b.late - a.late;
  const [one, other] = [a.next?.dueOn ?? latest, b.next?.dueOn ?? latest];
  return one < other ? -1 : one > other ? 1 : a.deal.row - b.deal.row;
};

const isFound = ({ name, clientId, unitNow, consultant }: Deal, words: string): boolean =>
  [name, clientId, unitNow, consultant].some((each) => plain(each).toUpperCase().includes(words));

interface DealListProps {
  readonly ledger: SalesLedger;
  readonly today: CalendarDay;
  /** Somebody was asked for who has no such deal. */
  readonly missing: string;
  /** Only this client's. */
  readonly client: string;
}

export const DealList = ({ ledger, today, missing, client }: DealListProps) => {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(client);
  const all = useMemo(
    () =>
      ledger.deals
        .filter(isLive)
        .map((deal) => listed(deal, today))
        .sort(inOrder),
    [ledger, today],
  );
  const words = plain(typed).toUpperCase();
  const found = words === "" ? all : all.filter(({ deal }) => isFound(deal, words));
  if (all.length === 0)
    return (
      <PageFrame label={t("pages.money")} onCancel={() => go("today")}>
        <Empty icon={<ReceiptMoneyRegular />} title={t("money.emptyTitle")}>
          <span>{t("money.emptyBody")}</span>
          <Button appearance="primary" onClick={() => go("deal")}>
            {t("money.toDeal")}
          </Button>
        </Empty>
      </PageFrame>
    );
  const draw = ({ deal, next, late, group }: Listed) => {
    const name = deal.name || deal.clientId;
    const n = amounts.format(next?.outstanding ?? 0);
    const term = next?.term ?? "";
    return (
      <Item
        name={name}
        onName={() => go("money", { client: deal.clientId, unit: deal.unitNow })}
        nameTitle={t("money.open", { name, unit: deal.unitNow })}
        quiet={[deal.unitNow, deal.consultant].filter((each) => each !== "").join(" · ")}
        aside={
          late > 0
            ? t("money.lateBy", { n: late })
            : deal.owed === undefined || group === "settled"
              ? ""
              : t("money.owed", { n: amounts.format(deal.owed) })
        }
        tone={late > 0 ? "red" : undefined}
        about={
          group === "settled"
            ? t("money.allPaid")
            : next === undefined
              ? undefined
              : late > 0
                ? t("money.owedLate", { term, n })
                : t("money.nextDue", { day: next.dueOn ?? "", term, n })
        }
      />
    );
  };
  return (
    <PageFrame label={t("pages.money")} onCancel={() => go("today")}>
      {missing === "" ? null : (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t("money.notFound", { client: missing })}</MessageBarBody>
        </MessageBar>
      )}
      <Input
        size="small"
        type="search"
        aria-label={t("money.find")}
        placeholder={t("money.findHint")}
        contentBefore={<Search16Regular />}
        value={typed}
        onChange={(_, data) => setTyped(data.value)}
      />
      <span role="status">{t("money.found", { n: found.length, all: all.length })}</span>
      {groups.map((group) => {
        const items = found.filter((each) => each.group === group);
        return items.length === 0 ? null : (
          <Section
            key={group}
            title={t(`money.${group}`)}
            items={items}
            alarm={group === "late"}
            folded={group === "settled" && words === ""}
            keyOf={({ deal }) => String(deal.row)}
            draw={draw}
          />
        );
      })}
    </PageFrame>
  );
};
