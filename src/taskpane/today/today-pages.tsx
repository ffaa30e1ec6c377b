/** Pages the role opens daily and the first row has no room for: one click from opening, they stand on 今日. */
import { Button, makeStyles } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";
import { todayPages, useRole } from "../shell/role";
import { go } from "../shell/route";

const useStyles = makeStyles({
  row: { display: "flex", flexWrap: "wrap", gap: "6px" },
  button: { flex: "1 1 0", minWidth: "80px" },
});

export const TodayPages = () => {
  const styles = useStyles();
  const { t } = useTranslation();
  const [role = "consultant"] = useRole();
  const pages = todayPages[role];
  if (pages.length === 0) return null;
  return (
    <nav className={styles.row} aria-label={t("day.pages")}>
      {pages.map((page) => (
        <Button key={page} size="small" className={styles.button} onClick={() => go(page)}>
          {t(`pages.${page}`)}
        </Button>
      ))}
    </nav>
  );
};
