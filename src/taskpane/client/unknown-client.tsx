import { Button } from "@fluentui/react-components";
import { PersonSearchRegular } from "@fluentui/react-icons/svg/person-search";
import { useTranslation } from "react-i18next";
import { Empty, PageFrame } from "../shell/page";
import { go } from "../shell/route";

/** A number nobody has: mistyped, or retired by a merge. */
export const UnknownClient = ({ client }: { readonly client: string }) => {
  const { t } = useTranslation();
  return (
    <PageFrame label={t("client.title")} onCancel={() => go("client")}>
      <Empty icon={<PersonSearchRegular />} title={t("client.unknown", { number: client })}>
        <span>{t("client.unknownBody")}</span>
        <Button onClick={() => go("client")}>{t("client.backToFind")}</Button>
      </Empty>
    </PageFrame>
  );
};
