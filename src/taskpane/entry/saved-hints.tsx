import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from "@fluentui/react-components";
import { Dismiss16Regular } from "@fluentui/react-icons/svg/dismiss";
import { useTranslation } from "react-i18next";
import type { Problem } from "../../domain/register/problem";
import { go } from "../shell/route";
import { messageOf } from "./use-entry";

const useStyles = makeStyles({
  list: { margin: "4px 0 0", padding: 0, listStyle: "none", display: "grid", gap: "2px" },
});

/** Who was saved last, and what the decision found to be thin about it. */
export interface Saved {
  readonly name: string;
  readonly number: string;
  readonly hints: readonly Problem[];
}

interface SavedHintsProps {
  readonly saved: Saved;
  readonly onClose: () => void;
}

/** What was saved is thin: all of it, until somebody has seen to it or the next is saved; a toast is gone too soon. */
export const SavedHints = ({ saved: { name, number, hints }, onClose }: SavedHintsProps) => {
  const styles = useStyles();
  const { t, i18n } = useTranslation();
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{t("entry.thin", { name, number, n: hints.length })}</MessageBarTitle>
        <ul className={styles.list}>
          {hints.map((hint, at) => {
            const { says, remedy } = messageOf(hint, i18n.language);
            return <li key={at}>{t("blank.says", { says, remedy })}</li>;
          })}
        </ul>
      </MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button
            size="small"
            appearance="transparent"
            icon={<Dismiss16Regular />}
            aria-label={t("shell.close")}
            onClick={onClose}
          />
        }
      >
        <Button size="small" onClick={() => go("client", { client: number, do: "edit" })}>
          {t("entry.fillIn")}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
};
