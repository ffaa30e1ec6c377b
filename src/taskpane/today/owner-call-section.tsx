/** R15: owners whose call is due, by the grade they had before the deal. */
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { CalendarDay } from "../../domain/kit/calendar-day";
import type { OwnerCall } from "../../domain/register/care/owner-calls";
import type { Callable } from "../../domain/rules/when-to-call";
import { go } from "../shell/route";
import { DueLineView } from "./due-line";
import { Section } from "./section";

export const OwnerCallSection = ({
  items,
  today,
  callable,
  showConsultant,
  onCopy,
}: {
  readonly items: readonly OwnerCall[];
  readonly today: CalendarDay;
  /** R7, by trade. */
  readonly callable: (trade: string) => Callable;
  readonly showConsultant: boolean;
  readonly onCopy: (phone: string) => void;
}) => {
  const { t } = useTranslation();
  const open = useCallback(({ clientId }: OwnerCall) => go("client", { client: clientId }), []);
  const follow = useCallback(
    ({ clientId }: OwnerCall) => go("follow", { client: clientId, method: "电话" }),
    [],
  );
  if (items.length === 0) return null;
  return (
    <Section
      title={t("owners.toCall")}
      items={items}
      step={20}
      alarm={items.some(({ status }) => status === "overdue")}
      keyOf={({ clientId }) => clientId}
      draw={(line) => (
        <DueLineView
          line={line}
          today={today}
          callable={callable(line.trade)}
          showConsultant={showConsultant}
          nameTitle={t("day.toClient", { name: line.name })}
          why={
            line.within === undefined
              ? t("owners.atEvents")
              : t("owners.within", { grade: line.class, n: line.within })
          }
          onName={open}
          onCopy={onCopy}
          onFollow={follow}
        />
      )}
    />
  );
};
