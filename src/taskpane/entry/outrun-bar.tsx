/** workbook.md: what a colleague changed while somebody was typing over it; nothing is lost, and a person decides. */
import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from "@fluentui/react-components";
import { useTranslation } from "react-i18next";
import type { Form } from "../../domain/form/form";
import { captionOf } from "../i18n/captions";
import { type Entry, messageOf } from "./use-entry";

interface OutrunBarProps {
  readonly form: Form;
  readonly entry: Pick<Entry, "outrun" | "settle">;
}

export const OutrunBar = ({ form, entry }: OutrunBarProps) => {
  const { t, i18n } = useTranslation();
  return entry.outrun.map((each) => {
    const key = each.key ?? "";
    const caption = captionOf(i18n.language, form.key, key, each.caption ?? key);
    return (
      <MessageBar key={key} intent="warning" layout="multiline" politeness="assertive">
        <MessageBarBody>
          <MessageBarTitle>{caption}</MessageBarTitle>
          <br />
          {messageOf(each, i18n.language).says}
        </MessageBarBody>
        <MessageBarActions>
          <Button size="small" onClick={() => entry.settle(each, "theirs")}>
            {t("entry.takeTheirs")}
          </Button>
          <Button size="small" onClick={() => entry.settle(each, "mine")}>
            {t("entry.keepMine")}
          </Button>
        </MessageBarActions>
      </MessageBar>
    );
  });
};
