import { useTranslation } from "react-i18next";
import { PageFrame } from "../shell/page";

export const TurnPage = () => {
  const { t } = useTranslation();
  return <PageFrame label={t("pages.turn")}>{t("turn.title")}</PageFrame>;
};
