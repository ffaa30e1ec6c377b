/** A run under way: what is done to which file, and the way to stop it. */
import { Button, makeStyles, ProgressBar, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";
import { HqFrame } from "./hq-frame";
import type { Working } from "./run";

const useStyles = makeStyles({
  progress: { display: "grid", gap: "6px", padding: "24px 0" },
  small: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  file: { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
});

interface RunStepProps {
  readonly working: Working;
  readonly onStop: () => void;
}

export const RunStep = ({ working, onStop }: RunStepProps) => {
  const styles = useStyles();
  const { t } = useTranslation();
  const { step, refused, writes, stopping } = working;
  const { act, n, of, file } = step;
  return (
    <HqFrame
      onCancel={onStop}
      bar={
        <Button disabledFocusable={stopping} onClick={onStop}>
          {t("hq.stop")}
        </Button>
      }
    >
      <div className={styles.progress} role="status">
        <span>{stopping ? t("hq.stopping") : t(`hq.${act}`, { n, of })}</span>
        <ProgressBar
          {...(act !== "close" && act !== "begin" && { value: n - 1, max: of })}
          thickness="large"
        />
        <span className={`${styles.small} ${styles.file}`}>{file}</span>
        {refused > 0 && !writes ? (
          <span className={styles.small}>{t("hq.refusedSoFar", { n: refused })}</span>
        ) : null}
        {writes ? <span className={styles.small}>{t("hq.stopHint")}</span> : null}
      </div>
    </HqFrame>
  );
};
