/** The frame of every step of 汇总: its title, and what the last run has to say. */
import { makeStyles, MessageBar, MessageBarBody, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { PageFrame } from "../shell/page";

const useStyles = makeStyles({
  title: {
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    margin: "8px 0 0",
  },
});

interface HqFrameProps {
  readonly bar: ReactNode;
  readonly notice?: ReactNode;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

export const HqFrame = ({ bar, notice, onCancel, children }: HqFrameProps) => {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <PageFrame label={t("pages.hq")} notice={notice} onCancel={onCancel} bar={bar}>
      <h2 className={styles.title}>{t("pages.hq")}</h2>
      {children}
    </PageFrame>
  );
};

export const Note = ({ text }: { readonly text: string }) =>
  text === "" ? null : (
    <MessageBar intent="warning" layout="multiline" politeness="polite">
      <MessageBarBody>{text}</MessageBarBody>
    </MessageBar>
  );
