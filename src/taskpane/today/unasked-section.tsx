/** R15: owners nobody has asked yet whether they may be contacted. Until they have agreed, nothing is planned for them. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";
import type { UnaskedOwner } from "../../domain/register/care/owners";
import { go } from "../shell/route";
import { Item } from "./item";
import { Section } from "./section";

const useStyles = makeStyles({
  says: {
    margin: 0,
    padding: "4px 12px 4px 28px",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
});

export const UnaskedSection = ({
  items,
  showConsultant,
}: {
  readonly items: readonly UnaskedOwner[];
  readonly showConsultant: boolean;
}) => {
  const styles = useStyles();
  const { t } = useTranslation();
  if (items.length === 0) return null;
  return (
    <Section
      title={t("day.unasked")}
      items={items}
      step={5}
      keyOf={({ client }) => client}
      above={<p className={styles.says}>{t("day.unaskedOwners", { n: items.length })}</p>}
      draw={({ client, name, consultant }) => (
        <Item
          name={name || client}
          onName={() => go("client", { client })}
          nameTitle={t("day.toClient", { name: name || client })}
          quiet={showConsultant ? consultant : client}
          aside={
            <Button
              size="small"
              aria-label={t("day.fillConsentWho", { name: name || client })}
              onClick={() => go("client", { client, do: "profile" })}
            >
              {t("day.fillConsent")}
            </Button>
          }
        />
      )}
    />
  );
};
