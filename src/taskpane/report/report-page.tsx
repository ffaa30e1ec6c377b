import { useTranslation } from "react-i18next";
import { PageFrame } from "../shell/page";

export const ReportPage = () => {
  const { t } = useTranslation();
  return <PageFrame label={t("pages.report")}>{t("report.title")}</PageFrame>;
};
