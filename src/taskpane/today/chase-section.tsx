/** R13: whom to chase for money or for a paper, the longest late first: the consultant first, finance once the client has refused. */
import { Button } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";
import type { Chase } from "../../domain/register/sales/chasing";
import { RefusalBar } from "../shell/refusal-bar";
import { go } from "../shell/route";
import { Item } from "./item";
import { RefuseButtons, useRefuse } from "./refuse-buttons";
import { Section } from "./section";

const amounts = new Intl.NumberFormat("en-US", { maximumFractionDigits: 2 });

/** What is refused is the signing, not a payment. */
const isSigning = ({ kind }: Chase): boolean => kind === "signing" || kind === "deposit";

export const ChaseSection = ({
  title,
  empty,
  items,
  showConsultant,
  onJump,
}: {
  readonly title: string;
  readonly empty: string;
  readonly items: readonly Chase[];
  readonly showConsultant: boolean;
  readonly onJump: (chase: Chase) => void;
}) => {
  const { t } = useTranslation();
  const refusing = useRefuse();
  const { saver } = refusing;
  const wordsOf = ({ kind, what }: Chase): string => {
    switch (kind) {
      case "instalment":
        return t("day.instalment", { what });
      case "signing":
        return t("day.signing");
      case "deposit":
        return t("day.depositLate", { what });
      case "paper":
        return t("day.paper", { what });
    }
  };
  return (
    <Section
      title={title}
      items={items}
      step={20}
      alarm={items.length > 0}
      keyOf={({ form, row }) => `${form} ${row}`}
      empty={empty}
      below={saver.refusal ? <RefusalBar refusal={saver.refusal} retry={saver.forget} /> : null}
      draw={(chase) => {
        const name = chase.name || chase.clientId;
        return (
          <Item
            name={name}
            onName={() => onJump(chase)}
            nameTitle={t("today.goToRow", { name })}
            quiet={[chase.unitNo, showConsultant ? chase.consultant : ""]
              .filter((each) => each !== "")
              .join(" · ")}
            aside={t("day.lateBy", { n: chase.daysLate })}
            tone="red"
            about={[
              wordsOf(chase),
              chase.amount === undefined ? "" : t("day.amount", { n: amounts.format(chase.amount) }),
              chase.by === "finance" ? t(isSigning(chase) ? "day.financeSign" : "day.finance") : "",
            ]
              .filter((each) => each !== "")
              .join(" · ")}
          >
            {chase.kind === "deposit" ? null : (
              <Button
                size="small"
                aria-label={t("money.open", { name, unit: chase.unitNo })}
                onClick={() => go("money", { client: chase.clientId, unit: chase.unitNo })}
              >
                {t("pages.money")}
              </Button>
            )}
            <Button
              size="small"
              aria-label={t("today.followWho", { name })}
              onClick={() => go("follow", { client: chase.clientId })}
            >
              {t("today.follow")}
            </Button>
            <RefuseButtons of={chase} {...refusing} />
          </Item>
        );
      }}
    />
  );
};
