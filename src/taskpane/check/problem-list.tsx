import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ChevronDown16Regular } from "@fluentui/react-icons/svg/chevron-down";
import { ChevronRight16Regular } from "@fluentui/react-icons/svg/chevron-right";
import { ErrorCircle16Filled } from "@fluentui/react-icons/svg/error-circle";
import { Info16Regular } from "@fluentui/react-icons/svg/info";
import { Warning16Filled } from "@fluentui/react-icons/svg/warning";
import { type ReactElement, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Problem, Severity } from "../../domain/register/problem";
import { say } from "../../domain/register/wording";
import { tongueOf } from "../i18n/i18n";
import { captionOf } from "../i18n/captions";

const useStyles = makeStyles({
  group: { margin: "0 -4px 0 -12px" },
  heading: {
    position: "sticky",
    top: "-8px",
    zIndex: 1,
    display: "flex",
    alignItems: "center",
    gap: "4px",
    width: "100%",
    padding: "6px 12px 6px 8px",
    border: "none",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
    font: "inherit",
    fontWeight: tokens.fontWeightSemibold,
    textAlign: "left",
    cursor: "pointer",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  counts: {
    marginLeft: "auto",
    display: "flex",
    gap: "8px",
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: "tabular-nums",
  },
  list: { listStyle: "none", margin: 0, padding: 0 },
  line: {
    display: "grid",
    gridTemplateColumns: "16px minmax(0, 1fr)",
    columnGap: "8px",
    width: "100%",
    boxSizing: "border-box",
    padding: "8px 12px",
    border: "none",
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    background: "none",
    color: tokens.colorNeutralForeground1,
    font: "inherit",
    textAlign: "left",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  where: {
    display: "flex",
    gap: "6px",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    fontVariantNumeric: "tabular-nums",
  },
  rule: { marginLeft: "auto", color: tokens.colorNeutralForeground4 },
  says: { display: "block", overflowWrap: "anywhere" },
  remedy: {
    display: "block",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    overflowWrap: "anywhere",
  },
  error: { color: tokens.colorPaletteRedForeground1 },
  warning: { color: tokens.colorPaletteDarkOrangeForeground1 },
  hint: { color: tokens.colorNeutralForeground3 },
  more: { width: "100%", fontWeight: tokens.fontWeightRegular },
});

export const severityIcons: Readonly<Record<Severity, ReactElement>> = {
  error: <ErrorCircle16Filled />,
  warning: <Warning16Filled />,
  hint: <Info16Regular />,
};

export const severities: readonly Severity[] = ["error", "warning", "hint"];

const step = 50;

interface ProblemListProps {
  readonly problems: readonly Problem[];
  readonly onJump: (problem: Problem) => void;
}

/** Problems by sheet, in the workbook's order; a click goes to the cell. */
export const ProblemList = ({ problems, onJump }: ProblemListProps) => {
  const groups = useMemo(() => {
    const found = new Map<string, Problem[]>();
    for (const problem of problems) {
      const group = found.get(problem.sheet);
      if (group) group.push(problem);
      else found.set(problem.sheet, [problem]);
    }
    return [...found];
  }, [problems]);
  return groups.map(([sheet, own]) => (
    <Sheet
      key={sheet}
      sheet={sheet}
      problems={own}
      onJump={onJump}
      startsOpen={groups.length <= 3 || own.length <= 20}
    />
  ));
};

interface SheetProps extends ProblemListProps {
  readonly sheet: string;
  readonly startsOpen: boolean;
}

const Sheet = ({ sheet, problems, onJump, startsOpen }: SheetProps) => {
  const styles = useStyles();
  const { t, i18n } = useTranslation();
  const [open, setOpen] = useState(startsOpen);
  const [shown, setShown] = useState(step);
  return (
    <section className={styles.group} aria-label={sheet}>
      <button type="button" className={styles.heading} aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? <ChevronDown16Regular /> : <ChevronRight16Regular />}
        {sheet}
        <span className={styles.counts}>
          {severities.map((severity) => {
            const n = problems.filter((each) => each.severity === severity).length;
            return n === 0 ? null : (
              <span key={severity} className={styles[severity]} aria-label={`${t(`check.${severity}`)} ${n}`}>
                {n}
              </span>
            );
          })}
        </span>
      </button>
      {open ? (
        <ul className={styles.list}>
          {problems.slice(0, shown).map((problem, at) => {
            const { says, remedy } = say(problem, tongueOf(i18n.language));
            return (
              <li key={`${problem.row}-${problem.key}-${problem.code}-${at}`}>
                <button type="button" className={styles.line} onClick={() => onJump(problem)}>
                  <span
                    className={styles[problem.severity]}
                    role="img"
                    aria-label={t(`check.${problem.severity}`)}
                  >
                    {severityIcons[problem.severity]}
                  </span>
                  <span>
                    <span className={styles.where}>
                      {problem.row === undefined ? null : <span>{t("check.row", { row: problem.row })}</span>}
                      {problem.key === undefined ? null : (
                        <span>
                          {captionOf(i18n.language, problem.form, problem.key, problem.caption ?? "")}
                        </span>
                      )}
                      <span className={styles.rule}>{problem.rule}</span>
                    </span>
                    <span className={styles.says}>{says}</span>
                    <span className={mergeClasses(styles.remedy)}>{remedy}</span>
                  </span>
                </button>
              </li>
            );
          })}
        </ul>
      ) : null}
      {open && problems.length > shown ? (
        <Button appearance="subtle" className={styles.more} onClick={() => setShown(shown + 4 * step)}>
          {t("check.more", { n: Math.min(4 * step, problems.length - shown) })}
        </Button>
      ) : null}
    </section>
  );
};
