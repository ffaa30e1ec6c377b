import { Button, Checkbox, makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { ArrowRight12Regular } from "@fluentui/react-icons/svg/arrow-right";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Change } from "../../domain/register/change";
import { applyFixes, previewFixes } from "../../domain/register/fixes";
import type { Problem } from "../../domain/register/problem";
import { PageFrame } from "../shell/page";

const useStyles = makeStyles({
  head: { display: "flex", alignItems: "center", justifyContent: "space-between" },
  title: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, margin: 0 },
  intro: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  list: { listStyle: "none", margin: "0 -4px 0 -12px", padding: 0 },
  sheet: {
    padding: "6px 12px",
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    margin: "0 -4px 0 -12px",
    fontSize: tokens.fontSizeBase300,
  },
  line: { borderBottom: `1px solid ${tokens.colorNeutralStroke3}`, padding: "2px 4px" },
  box: { width: "100%" },
  label: { display: "grid", gap: 0, fontSize: tokens.fontSizeBase200, minWidth: 0 },
  where: { color: tokens.colorNeutralForeground3 },
  change: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    columnGap: "4px",
    fontSize: tokens.fontSizeBase300,
    overflowWrap: "anywhere",
  },
  was: { color: tokens.colorNeutralForeground3, textDecorationLine: "line-through" },
  becomes: { color: tokens.colorBrandForeground1, fontWeight: tokens.fontWeightSemibold },
  more: { width: "100%" },
});

interface FixListProps {
  readonly problems: readonly Problem[];
  readonly busy: boolean;
  readonly onApply: (changes: readonly Change[], lines: number) => void;
  readonly onCancel: () => void;
}

const step = 100;

/** What 修正 will change, before it does: what → becomes, each with its tick. */
export const FixList = ({ problems, busy, onApply, onCancel }: FixListProps) => {
  const styles = useStyles();
  const { t } = useTranslation();
  const lines = useMemo(() => previewFixes(problems), [problems]);
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const [shown, setShown] = useState(step);
  const chosen = lines.length - left.size;
  const toggle = (at: number) => {
    const next = new Set(left);
    if (!next.delete(at)) next.add(at);
    setLeft(next);
  };
  const apply = () => {
    const out = new Set([...left].map((at) => lines[at]?.change));
    // Counters ride along with the numbers they count.
    onApply(
      applyFixes(problems).filter((change) => !out.has(change)),
      chosen,
    );
  };
  return (
    <PageFrame
      label={t("check.fixTitle")}
      onSubmit={() => {
        if (chosen > 0 && !busy) apply();
      }}
      onCancel={onCancel}
      bar={
        <>
          <Button onClick={onCancel} disabled={busy}>
            {t("shell.cancel")}
          </Button>
          <span style={{ flex: 1 }} />
          <Button
            appearance="primary"
            type="submit"
            disabledFocusable={busy || chosen === 0}
            icon={busy ? <Spinner size="extra-tiny" appearance="inverted" /> : null}
          >
            {chosen === 0 ? t("check.fixNone") : t("check.fixNow", { n: chosen })}
          </Button>
        </>
      }
    >
      <div className={styles.head}>
        <h2 className={styles.title}>{t("check.fixTitle")}</h2>
        <Checkbox
          label={t("check.fixAll")}
          checked={left.size === 0 ? true : chosen === 0 ? false : "mixed"}
          onChange={() => setLeft(left.size === 0 ? new Set(lines.keys()) : new Set())}
        />
      </div>
      <p className={styles.intro}>{t("check.fixIntro")}</p>
      <ul className={styles.list}>
        {lines.slice(0, shown).map((line, at) => (
          <li key={at} className={styles.line}>
            <Checkbox
              className={styles.box}
              checked={!left.has(at)}
              onChange={() => toggle(at)}
              label={
                <span className={styles.label}>
                  <span className={styles.where}>
                    {[
                      line.sheet,
                      line.row === undefined ? t("check.newRow") : t("check.row", { row: line.row }),
                      line.caption,
                    ].join(" · ")}
                  </span>
                  <span className={styles.change}>
                    {line.row === undefined ? null : (
                      <>
                        <span className={styles.was}>
                          {line.was === null || line.was === "" ? t("check.emptyCell") : String(line.was)}
                        </span>
                        <ArrowRight12Regular />
                      </>
                    )}
                    <span className={styles.becomes}>{line.becomes ?? t("check.emptyCell")}</span>
                  </span>
                </span>
              }
            />
          </li>
        ))}
      </ul>
      {lines.length > shown ? (
        <Button appearance="subtle" className={styles.more} onClick={() => setShown(shown + 5 * step)}>
          {t("check.more", { n: Math.min(5 * step, lines.length - shown) })}
        </Button>
      ) : null}
    </PageFrame>
  );
};
