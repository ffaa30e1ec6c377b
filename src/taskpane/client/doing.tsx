import { Button, makeStyles, MessageBar, MessageBarBody, Spinner, tokens } from "@fluentui/react-components";
import { ArrowLeft16Regular } from "@fluentui/react-icons/svg/arrow-left";
import { useTranslation } from "react-i18next";
import { useRole } from "../shell/role";
import { go } from "../shell/route";

const useStyles = makeStyles({
  back: { alignSelf: "flex-start", minWidth: 0, marginLeft: "-8px", color: tokens.colorNeutralForeground2 },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
});

interface HeadProps {
  readonly title: string;
  readonly backTo: string;
  readonly onBack: () => void;
  /** Shown to all; who may is said to those who may not. */
  readonly managers?: boolean;
}

/** The head of what is done: the way back, and what it is. */
export const DoingHead = ({ title, backTo, onBack, managers = false }: HeadProps) => {
  const styles = useStyles();
  const { t } = useTranslation();
  const [role] = useRole();
  return (
    <>
      <Button
        size="small"
        appearance="subtle"
        className={styles.back}
        icon={<ArrowLeft16Regular />}
        onClick={onBack}
      >
        {backTo}
      </Button>
      <h2 className={styles.title}>{title}</h2>
      {managers && role !== "manager" ? (
        <MessageBar intent="info">
          <MessageBarBody>{t("client.managerDoes")}</MessageBarBody>
        </MessageBar>
      ) : null}
    </>
  );
};

interface DoingProps {
  readonly client: string;
  readonly name: string;
  readonly title: string;
  readonly managers?: boolean;
}

/** Of one client: back to them. */
export const Doing = ({ client, name, ...head }: DoingProps) => {
  const { t } = useTranslation();
  return (
    <DoingHead
      {...head}
      backTo={t("client.backToClient", { name: name || client })}
      onBack={() => go("client", { client })}
    />
  );
};

interface SaveBarProps {
  readonly busy: boolean;
  readonly label: string;
  readonly disabled?: boolean;
  readonly onCancel: () => void;
}

export const SaveBar = ({ busy, label, disabled = false, onCancel }: SaveBarProps) => {
  const { t } = useTranslation();
  return (
    <>
      <span style={{ flex: 1 }} />
      <Button onClick={onCancel}>{t("client.back")}</Button>
      <Button
        appearance="primary"
        type="submit"
        disabled={disabled}
        disabledFocusable={busy}
        icon={busy ? <Spinner size="extra-tiny" appearance="inverted" /> : null}
      >
        {busy ? t("shell.saving") : label}
      </Button>
    </>
  );
};
