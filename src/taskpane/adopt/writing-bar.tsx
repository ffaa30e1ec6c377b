import { Button, makeStyles, ProgressBar, tokens } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Writing } from "./use-adopt";

const useStyles = makeStyles({
  // The button stands where 上一步 stood: a second click meant for 收编 does not stop it.
  bar: {
    display: "grid",
    gridTemplateColumns: "auto minmax(0, 1fr)",
    gap: "8px",
    alignItems: "center",
    flexGrow: 1,
    outlineStyle: "none",
  },
  said: { display: "grid", gap: "4px", minWidth: 0, fontSize: tokens.fontSizeBase200 },
});

interface WritingBarProps {
  readonly writing: Writing;
  readonly rows: number;
  readonly onStop: () => void;
}

/** How far the writing is, and the way out of it. */
export const WritingBar = ({ writing: { done, total, isStopping }, rows, onStop }: WritingBarProps) => {
  const styles = useStyles();
  const { t } = useTranslation();
  const bar = useRef<HTMLDivElement>(null);
  // The button that was pressed is gone: Escape is still heard.
  useEffect(() => {
    bar.current?.focus();
  }, []);
  return (
    <div ref={bar} className={styles.bar} tabIndex={-1}>
      <Button disabledFocusable={isStopping} onClick={onStop}>
        {t("adopt.stop")}
      </Button>
      <div className={styles.said} role="status">
        {isStopping ? t("adopt.stopping") : t("adopt.running", { n: rows })}
        <ProgressBar thickness="large" {...(done > 0 && !isStopping ? { value: done, max: total } : {})} />
      </div>
    </div>
  );
};
