/** What the colours mean, and how many units of each. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";
import { unitStates } from "../../domain/forms/units";
import { type BoardUnit, countStates } from "../../domain/register/sales/unit-board";
import { useStateStyles } from "./state-look";

const useStyles = makeStyles({
  legend: { display: "flex", flexWrap: "wrap", gap: "4px 8px", listStyle: "none", margin: 0, padding: 0 },
  item: { display: "flex", alignItems: "center", gap: "4px", fontSize: tokens.fontSizeBase200 },
  mark: {
    display: "grid",
    placeItems: "center",
    width: "18px",
    height: "18px",
    borderRadius: tokens.borderRadiusSmall,
  },
  count: { fontVariantNumeric: "tabular-nums", fontWeight: tokens.fontWeightSemibold },
});

export const Legend = ({ units }: { readonly units: readonly BoardUnit[] }) => {
  const styles = useStyles();
  const states = useStateStyles();
  const { t } = useTranslation();
  const counts = countStates(units);
  return (
    <ul className={styles.legend} aria-label={t("board.legend")}>
      {unitStates.map((state) => (
        <li key={state} className={styles.item}>
          <span className={mergeClasses(styles.mark, states[state])} aria-hidden>
            {t(`board.mark_${state}`)}
          </span>
          <span>{t(`board.state_${state}`)}</span>
          <span className={styles.count}>{counts.get(state) ?? 0}</span>
        </li>
      ))}
    </ul>
  );
};
