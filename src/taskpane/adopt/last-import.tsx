import { Button, makeStyles, MessageBar, MessageBarBody, tokens } from "@fluentui/react-components";
import { ArrowUndo20Regular } from "@fluentui/react-icons/svg/arrow-undo";
import { useTranslation } from "react-i18next";
import { RefusalBar } from "../shell/refusal-bar";
import { useTakingBack } from "./use-taking-back";

const useStyles = makeStyles({
  line: { display: "flex", alignItems: "center", gap: "8px", marginTop: "8px" },
  small: { flex: 1, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  button: { flexShrink: 0 },
});

/** 撤销导入, for who comes back to it later; nothing where there was no import. */
export const LastImport = () => {
  const styles = useStyles();
  const { t } = useTranslation();
  const { isPossible, isBusy, said, refusal, takeBack } = useTakingBack();
  return (
    <>
      {said === undefined ? null : (
        <MessageBar intent="info" layout="multiline" politeness="polite">
          <MessageBarBody>{said}</MessageBarBody>
        </MessageBar>
      )}
      {refusal ? <RefusalBar refusal={refusal} retry={() => void takeBack()} /> : null}
      {isPossible ? (
        <div className={styles.line}>
          <span className={styles.small}>{t("adopt.undoLast")}</span>
          <Button
            className={styles.button}
            size="small"
            icon={<ArrowUndo20Regular />}
            disabledFocusable={isBusy}
            onClick={() => {
              if (!isBusy) void takeBack();
            }}
          >
            {t(isBusy ? "adopt.undoing" : "adopt.undo")}
          </Button>
        </div>
      ) : null}
    </>
  );
};
