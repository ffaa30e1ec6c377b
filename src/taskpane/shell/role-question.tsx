import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";
import { roles, useRole } from "./role";

const useStyles = makeStyles({
  card: {
    display: "grid",
    gap: "8px",
    margin: "8px 12px 0",
    padding: "8px 12px 12px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorNeutralForeground1,
  },
  question: { margin: 0, fontWeight: tokens.fontWeightSemibold, fontSize: "inherit" },
  small: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  answers: { display: "flex", flexWrap: "wrap", gap: "8px" },
});

/** Asked once, in nobody's way; gone when it is answered. */
export const RoleQuestion = () => {
  const styles = useStyles();
  const { t } = useTranslation();
  const [role, setRole] = useRole();
  if (role !== undefined) return null;
  return (
    <section className={styles.card} aria-labelledby="role-question">
      <h2 id="role-question" className={styles.question}>
        {t("role.question")}
      </h2>
      <div className={styles.answers}>
        {roles.map((each) => (
          <Button key={each} size="small" onClick={() => setRole(each)}>
            {t(`role.${each}`)}
          </Button>
        ))}
      </div>
      <p className={styles.small}>{t("role.why")}</p>
    </section>
  );
};
