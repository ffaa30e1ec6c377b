import { Button, Checkbox, makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { ArrowRight12Regular } from "@fluentui/react-icons/svg/arrow-right";
import { type ReactNode, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Change } from "../../domain/register/change";
import type { Problem } from "../../domain/register/problem";
import { captionOf } from "../i18n/captions";
import { PageFrame } from "../shell/page";
import { changesOf, type FixItem, fixItems } from "./fix-items";

const useStyles = makeStyles({
  title: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, margin: "4px 0 0" },
  intro: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  heading: {
    display: "flex",
    alignItems: "center",
    margin: "0 -4px 0 -12px",
    padding: "0 12px 0 4px",
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: { listStyle: "none", margin: "0 -4px 0 -12px", padding: 0 },
  line: { borderBottom: `1px solid ${tokens.colorNeutralStroke3}`, padding: "0 4px" },
  box: { width: "100%" },
  label: { display: "grid", fontSize: tokens.fontSizeBase200, lineHeight: "16px", minWidth: 0 },
  where: { color: tokens.colorNeutralForeground3 },
  change: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    columnGap: "4px",
    fontSize: tokens.fontSizeBase300,
    lineHeight: "18px",
    overflowWrap: "anywhere",
  },
  was: { color: tokens.colorNeutralForeground3, textDecorationLine: "line-through" },
  empty: { color: tokens.colorNeutralForeground3 },
  becomes: { color: tokens.colorBrandForeground1, fontWeight: tokens.fontWeightSemibold },
  more: { width: "100%" },
});

interface FixListProps {
  readonly problems: readonly Problem[];
  readonly busy: boolean;
  readonly notice: ReactNode;
  readonly onApply: (changes: readonly Change[], cells: number) => void;
  readonly onCancel: () => void;
}

const step = 100;

/** What 修正 will change, before it does: what → becomes, each with its tick. */
export const FixList = ({ problems, busy, notice, onApply, onCancel }: FixListProps) => {
  const styles = useStyles();
  const { t, i18n } = useTranslation();
  const items = useMemo(
    () => fixItems(problems, (form, key, paper) => captionOf(i18n.language, form, key, paper)),
    [problems, i18n.language],
  );
  const [ticked, setTicked] = useState<ReadonlySet<number>>(
    () => new Set([...items.keys()].filter((at) => items[at]?.sure)),
  );
  const cells = [...ticked].reduce((sum, at) => sum + (items[at]?.captions.length ?? 0), 0);
  const tick = (which: readonly number[], on: boolean) => {
    const next = new Set(ticked);
    for (const at of which) {
      if (on) next.add(at);
      else next.delete(at);
    }
    setTicked(next);
  };
  const groups = [true, false].map((sure) => ({
    sure,
    own: [...items.keys()].filter((at) => items[at]?.sure === sure),
  }));
  return (
    <PageFrame
      label={t("check.fixTitle")}
      notice={notice}
      onSubmit={() => {
        if (cells > 0 && !busy) onApply(changesOf(problems, items, ticked), cells);
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
            disabledFocusable={busy || cells === 0}
            icon={busy ? <Spinner size="extra-tiny" appearance="inverted" /> : null}
          >
            {cells === 0 ? t("check.fixNone") : t("check.fixNow", { n: cells })}
          </Button>
        </>
      }
    >
      <h2 className={styles.title}>{t("check.fixTitle")}</h2>
      {groups.map(({ sure, own }) =>
        own.length === 0 ? null : (
          <Group
            key={String(sure)}
            title={t(sure ? "check.fixSure" : "check.fixNothing")}
            intro={t(sure ? "check.fixIntro" : "check.fixIntroNothing")}
            items={items}
            own={own}
            ticked={ticked}
            tick={tick}
          />
        ),
      )}
    </PageFrame>
  );
};

interface GroupProps {
  readonly title: string;
  readonly intro: string;
  readonly items: readonly FixItem[];
  readonly own: readonly number[];
  readonly ticked: ReadonlySet<number>;
  readonly tick: (which: readonly number[], on: boolean) => void;
}

const Group = ({ title, intro, items, own, ticked, tick }: GroupProps) => {
  const styles = useStyles();
  const { t } = useTranslation();
  const [shown, setShown] = useState(step);
  const on = own.filter((at) => ticked.has(at)).length;
  return (
    <section aria-label={title}>
      <p className={styles.intro}>{intro}</p>
      <div className={styles.heading}>
        <Checkbox
          label={`${title} ${own.length}`}
          checked={on === own.length ? true : on === 0 ? false : "mixed"}
          onChange={() => tick(own, on < own.length)}
        />
      </div>
      <ul className={styles.list}>
        {own.slice(0, shown).map((at) => {
          const item = items[at];
          return item ? (
            <li key={at} className={styles.line}>
              <Checkbox
                className={styles.box}
                checked={ticked.has(at)}
                onChange={() => tick([at], !ticked.has(at))}
                label={
                  <span className={styles.label}>
                    <span className={styles.where}>
                      {[
                        item.sheet,
                        item.row === undefined ? t("check.newRow") : t("check.row", { row: item.row }),
                        item.captions.join("、"),
                      ].join(" · ")}
                    </span>
                    <span className={styles.change}>
                      {item.row === undefined ? null : (
                        <>
                          <span className={item.was === "" ? styles.empty : styles.was}>
                            {item.was || t("check.emptyCell")}
                          </span>
                          <ArrowRight12Regular />
                        </>
                      )}
                      <span className={styles.becomes}>{item.becomes || t("check.emptyCell")}</span>
                    </span>
                  </span>
                }
              />
            </li>
          ) : null;
        })}
      </ul>
      {own.length > shown ? (
        <Button appearance="subtle" className={styles.more} onClick={() => setShown(shown + 5 * step)}>
          {t("check.more", { n: Math.min(5 * step, own.length - shown) })}
        </Button>
      ) : null}
    </section>
  );
};
