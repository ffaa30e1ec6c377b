import { Link, makeStyles, MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";
import type { Form } from "../../domain/form/form";
import { captionOf } from "../i18n/captions";
import { focusBlank } from "./entry-form";
import type { Messages } from "./message";

const useStyles = makeStyles({
  list: { margin: "4px 0 0", padding: 0, listStyle: "none", display: "grid", gap: "2px" },
});

interface SummaryProps {
  readonly form: Form;
  readonly messages: Messages;
}

/** What stands in the way of saving, each a way to its blank. */
export const Summary = ({ form, messages }: SummaryProps) => {
  const styles = useStyles();
  const { t, i18n } = useTranslation();
  const errors = [...messages].flatMap(([key, said]) =>
    said.filter((each) => each.severity === "error").map((message) => ({ key, message })),
  );
  if (errors.length === 0) return null;
  return (
    <MessageBar intent="error" layout="multiline" politeness="assertive">
      <MessageBarBody>
        <MessageBarTitle>{t("entry.errors", { n: errors.length })}</MessageBarTitle>
        <ul className={styles.list}>
          {errors.map(({ key, message }, at) => {
            const caption = captionOf(i18n.language, form.key, key, form.fields[key]?.caption ?? "");
            return (
              <li key={`${key}-${at}`}>
                {key === "" ? null : (
                  <>
                    <Link as="button" type="button" onClick={() => focusBlank(form.key, key)}>
                      {caption}
                    </Link>{" "}
                  </>
                )}
                {/* What has no blank to say it beside says here what to do. */}
                {key === "" ? t("blank.says", { says: message.says, remedy: message.remedy }) : message.says}
              </li>
            );
          })}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
};
