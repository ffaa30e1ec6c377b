/** R15, R8: visits of the week and events of the month by consultant, and whose records are not as complete as they should be. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { type CareFigures, leastEvents, leastVisits } from "../../domain/register/care/care-figures";
import { completenesses, completenessWants } from "../../domain/register/client/client-completeness";
import { useServices } from "../services";
import { useReading } from "../shell/reading";
import { RefusalBar } from "../shell/refusal-bar";
import { go } from "../shell/route";
import { Item } from "./item";
import { Section } from "./section";

const useStyles = makeStyles({
  quiet: {
    margin: 0,
    padding: "4px 12px 8px 28px",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
});

const percent = (share: number): number => Math.floor(share * 100);
const mostCaptions = 6;

/** Read only where somebody looks: it needs every column of 来访登记. */
const Thin = ({ consultant }: { readonly consultant: string }) => {
  const styles = useStyles();
  const { t } = useTranslation();
  const { today } = useServices();
  const { book, refusal, again } = useReading(completenessWants, "读取资料完整度");
  const day = today();
  const thin = useMemo(
    () =>
      book &&
      completenesses(book, day)
        .filter((each) => each.share < each.required && (consultant === "" || each.consultant === consultant))
        .sort((a, b) => a.share - a.required - (b.share - b.required)),
    [book, day, consultant],
  );
  if (thin === undefined)
    return refusal ? (
      <RefusalBar refusal={refusal} retry={again} />
    ) : (
      <p className={styles.quiet}>{t("day.reading")}</p>
    );
  if (thin.length === 0) return <p className={styles.quiet}>{t("day.thinNone")}</p>;
  return (
    <Section
      title={t("day.thin")}
      items={thin}
      step={10}
      keyOf={({ client }) => client}
      draw={(one) => (
        <Item
          name={one.name}
          onName={() => go("client", { client: one.client })}
          nameTitle={t("day.toClient", { name: one.name })}
          quiet={one.client}
          aside={t("day.share", { share: percent(one.share), required: percent(one.required) })}
          tone="amber"
          about={t("day.missing", {
            captions: `${one.open.slice(0, mostCaptions).join("、")}${one.open.length > mostCaptions ? "…" : ""}`,
          })}
        />
      )}
    />
  );
};

export const FigureSection = ({
  items,
  consultant,
}: {
  readonly items: readonly CareFigures[];
  /** Empty for everybody's. */
  readonly consultant: string;
}) => {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <Section
      title={t("day.figures")}
      items={items}
      folded
      onFold={(folded) => setOpen(!folded)}
      keyOf={(each) => each.consultant}
      below={open ? <Thin consultant={consultant} /> : null}
      draw={({ consultant: name, visits, events, contacts }) => (
        <Item
          name={name}
          aside={t("day.contacts", { n: contacts })}
          about={[
            t("day.visits", { n: visits, least: leastVisits }),
            t("day.events", { n: events, least: leastEvents }),
          ].join(" · ")}
        />
      )}
    />
  );
};
