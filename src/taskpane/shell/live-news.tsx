import { Button, makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { Dismiss16Regular } from "@fluentui/react-icons/svg/dismiss";
import { ErrorCircle16Filled } from "@fluentui/react-icons/svg/error-circle";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "../../domain/register/problem";
import { say } from "../../domain/register/wording";
import { tongueOf } from "../i18n/i18n";
import type { RefusalCode } from "../../workbook/port";
import { type News, useServices } from "../services";
import { RefusalBar } from "./refusal-bar";
import { useStanding } from "./site";
import { useToasts } from "./toasts";

const useStyles = makeStyles({
  bar: {
    display: "grid",
    gridTemplateColumns: "16px minmax(0, 1fr) auto auto",
    alignItems: "center",
    columnGap: "8px",
    padding: "6px 8px 6px 12px",
    borderTop: `1px solid ${tokens.colorPaletteRedBorder1}`,
    backgroundColor: tokens.colorPaletteRedBackground1,
    fontSize: tokens.fontSizeBase200,
    lineHeight: "16px",
  },
  waits: {
    display: "flex",
    alignItems: "center",
    gap: "8px",
    padding: "6px 12px",
    borderTop: `1px solid ${tokens.colorPaletteMarigoldBorder1}`,
    backgroundColor: tokens.colorPaletteMarigoldBackground1,
    fontSize: tokens.fontSizeBase200,
    lineHeight: "16px",
  },
  icon: { color: tokens.colorPaletteRedForeground1, lineHeight: 0 },
  says: { overflowWrap: "anywhere" },
  where: { color: tokens.colorNeutralForeground3 },
  close: { minWidth: "24px" },
  held: { padding: "8px 12px" },
});

/** Excel keeps something of ours waiting: what for, and how to help. */
export const WaitingNote = () => {
  const styles = useStyles();
  const { t } = useTranslation();
  const { onWaiting } = useServices();
  const [why, setWhy] = useState<RefusalCode | undefined>();
  useEffect(() => {
    return onWaiting(setWhy);
  }, [onWaiting]);
  if (why === undefined) return null;
  return (
    <div className={styles.waits} role="status">
      <Spinner size="extra-tiny" />
      {t(why === "cellBeingEdited" ? "shell.waitsForCell" : "shell.waitsForExcel")}
    </div>
  );
};

const gaps = new Set<Problem["code"]>(["required", "requiredReally", "oneOfRequired", "askedWhen"]);

/** What was just typed into the grid and is wrong: a line at the foot, never a dialog; quiet when all is well. */
export const LiveNews = () => {
  const styles = useStyles();
  const { t, i18n } = useTranslation();
  const services = useServices();
  const { news } = useStanding();
  const toast = useToasts();
  const toastNow = useRef(toast);
  toastNow.current = toast;
  const [shown, setShown] = useState<Problem | undefined>();
  const [held, setHeld] = useState<News["held"]>();
  useEffect(() => {
    if (news?.source !== "here") return;
    // Rows that were held up stay so until they are looked at again.
    setHeld(news.held);
    setShown((before) => {
      const errors = news.problems.filter((each) => each.severity === "error");
      // A row is filled in cell by cell: what is wrong comes before what is still empty.
      const found = errors.find((each) => !gaps.has(each.code)) ?? errors[0];
      const settled =
        before !== undefined &&
        (news.rows === undefined ||
          news.rows.some(({ form, row }) => form === before.form && row === before.row));
      return found ?? (settled ? undefined : before);
    });
    const done = [
      news.registered > 0 ? t("shell.typedRegistered", { n: news.registered }) : "",
      news.corrected > 0 ? t("shell.typedCorrected", { n: news.corrected }) : "",
    ].filter((each) => each !== "");
    if (done.length > 0) toastNow.current({ title: done.join("，"), undo: true });
  }, [news, t]);
  if (held !== undefined)
    return (
      <div className={styles.held}>
        <RefusalBar refusal={held.refusal} retry={held.retry} />
      </div>
    );
  if (shown === undefined) return null;
  const { where, says, remedy } = say(shown, tongueOf(i18n.language));
  return (
    <div className={styles.bar} role="status">
      <span className={styles.icon}>
        <ErrorCircle16Filled />
      </span>
      <span className={styles.says}>
        <span className={styles.where}>{where}</span>
        <br />
        {t("blank.says", { says, remedy })}
      </span>
      <Button
        size="small"
        onClick={() =>
          void services.jump({
            sheet: shown.sheet,
            form: shown.form,
            ...(shown.row === undefined ? {} : { row: shown.row }),
            ...(shown.key === undefined ? {} : { key: shown.key }),
          })
        }
      >
        {t("shell.seeProblems")}
      </Button>
      <Button
        size="small"
        appearance="subtle"
        className={styles.close}
        icon={<Dismiss16Regular />}
        aria-label={t("shell.close")}
        onClick={() => setShown(undefined)}
      />
    </div>
  );
};
