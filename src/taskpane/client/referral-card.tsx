import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ReferralView } from "../../domain/register/care/referrals";
import { GradeBadge } from "../entry/grade-badge";
import { go } from "../shell/route";

const useStyles = makeStyles({
  card: {
    display: "grid",
    gap: "4px",
    padding: "8px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground3,
  },
  value: { fontWeight: tokens.fontWeightSemibold },
  list: { listStyle: "none", margin: 0, padding: 0, display: "grid", gap: "2px" },
  line: { display: "flex", alignItems: "center", gap: "6px", minWidth: 0 },
  name: { minWidth: 0, padding: "0 4px", fontWeight: tokens.fontWeightRegular },
  small: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
});

const step = 10;
/** Deeper ones are no further in: the pane is narrow. */
const deepest = 4;

/** R16: who brought the client, whom they brought as deep as it goes, what came of it, and what that makes them worth. */
export const ReferralCard = ({ view }: { readonly view: ReferralView }) => {
  const styles = useStyles();
  const { t } = useTranslation();
  const id = useId();
  const [shown, setShown] = useState(step);
  const { broughtBy, lines, value } = view;
  if (broughtBy === undefined && lines.length === 0) return null;
  return (
    <section className={styles.card} aria-labelledby={id}>
      <h3 id={id} className={styles.title}>
        {t("client.referrals")}
      </h3>
      {broughtBy === undefined ? null : (
        <span className={styles.line}>
          <span className={styles.small}>{t("client.broughtBy")}</span>
          <Button
            size="small"
            appearance="subtle"
            className={styles.name}
            onClick={() => go("client", { client: broughtBy.client })}
          >
            {broughtBy.name || broughtBy.client}
          </Button>
        </span>
      )}
      {lines.length === 0 ? null : (
        <>
          <span className={styles.value}>
            {t("client.worth", {
              n: lines.length,
              own: value.own,
              brought: value.brought,
              value: value.value,
            })}
          </span>
          <ul className={styles.list}>
            {lines.slice(0, shown).map(({ client, name, depth, grade, deals }) => (
              <li
                key={client}
                className={styles.line}
                style={{ paddingLeft: `${(Math.min(depth, deepest) - 1) * 12}px` }}
              >
                {grade ? <GradeBadge grade={grade} /> : null}
                <Button
                  size="small"
                  appearance="subtle"
                  className={styles.name}
                  onClick={() => go("client", { client })}
                >
                  {name || client}
                </Button>
                {deals.length > 0 ? (
                  <span className={styles.small}>{t("client.bought", { n: deals.length })}</span>
                ) : null}
              </li>
            ))}
          </ul>
          {lines.length > shown ? (
            <Button size="small" appearance="subtle" onClick={() => setShown((before) => before + step)}>
              {t("client.moreReferrals", { n: lines.length - shown })}
            </Button>
          ) : null}
        </>
      )}
    </section>
  );
};
