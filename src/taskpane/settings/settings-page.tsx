import { useTranslation } from "react-i18next";
import { PageFrame } from "../shell/page";

export const SettingsPage = () => {
  const { t } = useTranslation();
  return <PageFrame label={t("pages.settings")}>{t("settings.title")}</PageFrame>;
};
