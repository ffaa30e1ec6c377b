import { useTranslation } from "react-i18next";
import { PageFrame } from "../shell/page";

export const BoardPage = () => {
  const { t } = useTranslation();
  return <PageFrame label={t("pages.board")}>{t("board.title")}</PageFrame>;
};
