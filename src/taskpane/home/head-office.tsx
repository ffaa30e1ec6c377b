/** The home page of 总部汇总簿: what it is, and 汇总 again from here (R19). */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { BuildingMultiple24Regular } from "@fluentui/react-icons/svg/building-multiple";
import { useTranslation } from "react-i18next";
import { PageFrame } from "../shell/page";
import { go } from "../shell/route";
import { Hero } from "./hero";

const useStyles = makeStyles({ icon: { color: tokens.colorBrandForeground1 } });

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
      <Hero
        mark={<BuildingMultiple24Regular className={styles.icon} />}
        title={t("home.headOffice")}
        says={[t("home.headOfficeWhat"), t("home.goOnHint")]}
      />
    </PageFrame>
  );
};
