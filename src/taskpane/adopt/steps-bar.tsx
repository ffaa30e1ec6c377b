import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";

const steps = ["source", "match", "preview", "done"] as const;
export type Step = (typeof steps)[number];

const useStyles = makeStyles({
  bar: { display: "flex", listStyle: "none", margin: 0, padding: "4px 0 0", gap: "4px" },
  step: {
    flex: 1,
    display: "grid",
    gap: "4px",
    minWidth: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
    borderTop: `3px solid ${tokens.colorNeutralStroke2}`,
    paddingTop: "4px",
    whiteSpace: "nowrap",
    overflow: "hidden",
    textOverflow: "ellipsis",
  },
  past: { borderTopColor: tokens.colorBrandStroke1 },
  now: {
    borderTopColor: tokens.colorBrandStroke1,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
});

/** How far we are. */
export const StepsBar = ({ step }: { readonly step: Step }) => {
  const styles = useStyles();
  const { t } = useTranslation();
  const at = steps.indexOf(step);
  return (
    <ol className={styles.bar} aria-label={t("adopt.steps")}>
      {steps.map((each, index) => (
        <li
          key={each}
          className={mergeClasses(styles.step, index < at && styles.past, index === at && styles.now)}
          {...(index === at && { "aria-current": "step" as const })}
        >
          <span>{`${index + 1} ${t(`adopt.step_${each}`)}`}</span>
        </li>
      ))}
    </ol>
  );
};
