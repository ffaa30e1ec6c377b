/** The home page of 总部汇总簿: what it is, and 汇总 again from here (R19). */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { BuildingMultiple24Regular } from "@fluentui/react-icons/svg/building-multiple";
import { useTranslation } from "react-i18next";
import { PageFrame } from "../shell/page";
import { go } from "../shell/route";

const useStyles = makeStyles({
  hero: { display: "grid", justifyItems: "start", gap: "12px", padding: "16px 0 8px" },
  icon: { color: tokens.colorBrandForeground1 },
  title: {
    fontSize: "20px",
    lineHeight: "28px",
    fontWeight: tokens.fontWeightSemibold,
    margin: 0,
    wordBreak: "keep-all",
  },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
});

export const HeadOffice = () => {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <PageFrame
      label={t("pages.home")}
      bar={
        <Button appearance="primary" style={{ flex: 1 }} onClick={() => go("hq")}>
          {t("home.goOn")}
        </Button>
      }
    >
      <div className={styles.hero}>
        <BuildingMultiple24Regular className={styles.icon} />
        <h2 className={styles.title}>{t("home.headOffice")}</h2>
        <p className={styles.text}>{t("home.headOfficeWhat")}</p>
        <p className={styles.text}>{t("home.goOnHint")}</p>
      </div>
    </PageFrame>
  );
};
