import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";
import type { OldDrawn } from "../../domain/register/old-sheet/old-cells";

/** What lies over a sheet's cells is in no register: people are told, and what its text boxes say. */
export const DrawnBar = ({ drawn: { pictures, texts, others } }: { readonly drawn: OldDrawn }) => {
  const { t } = useTranslation();
  const what = [
    ...(texts.length > 0 ? [t("adopt.drawnTexts", { n: texts.length })] : []),
    ...(pictures > 0 ? [t("adopt.drawnPictures", { n: pictures })] : []),
    ...(others > 0 ? [t("adopt.drawnOthers", { n: others })] : []),
  ].join(t("adopt.drawnAnd"));
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        {t("adopt.drawn", { what })}
        {texts.length > 0 ? t("adopt.drawnSaid", { texts: texts.join("”“") }) : null}
      </MessageBarBody>
    </MessageBar>
  );
};
