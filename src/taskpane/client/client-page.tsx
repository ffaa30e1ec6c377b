import { useTranslation } from "react-i18next";
import { PageFrame } from "../shell/page";

export const ClientPage = () => {
  const { t } = useTranslation();
  return <PageFrame label={t("pages.client")}>{t("client.title")}</PageFrame>;
};
