import { useTranslation } from "react-i18next";
import { PageFrame } from "../shell/page";

export const ApplyPage = () => {
  const { t } = useTranslation();
  return <PageFrame label={t("pages.apply")}>{t("apply.title")}</PageFrame>;
};
