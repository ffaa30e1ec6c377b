import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";
import type { Grade } from "../../domain/rules/grade";
import { useGradeWords } from "./grade-words";

const useStyles = makeStyles({
  badge: {
    display: "inline-grid",
    placeItems: "center",
    width: "20px",
    height: "20px",
    borderRadius: tokens.borderRadiusMedium,
    fontSize: tokens.fontSizeBase200,
    lineHeight: 1,
    fontWeight: tokens.fontWeightBold,
    flexShrink: 0,
    backgroundColor: tokens.colorNeutralBackground4,
    color: tokens.colorNeutralForeground2,
  },
  A: { backgroundColor: tokens.colorBrandBackground, color: tokens.colorNeutralForegroundOnBrand },
  B: { backgroundColor: tokens.colorBrandBackground2, color: tokens.colorBrandForeground2 },
  "√": { backgroundColor: tokens.colorPaletteGreenBackground2, color: tokens.colorPaletteGreenForeground2 },
  "×": { color: tokens.colorNeutralForeground4 },
});

/** The stronger the intention, the stronger the colour; the letter says it as well. */
export const GradeBadge = ({ grade }: { readonly grade: Grade }) => {
  const styles = useStyles();
  const { t } = useTranslation();
  const wordsOf = useGradeWords();
  return (
    <span
      className={mergeClasses(styles.badge, grade === "C" || grade === "D" ? undefined : styles[grade])}
      role="img"
      aria-label={t("known.grade", { grade })}
      title={wordsOf(grade)}
    >
      {grade}
    </span>
  );
};
