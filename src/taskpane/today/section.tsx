/** A part of the day's page: a heading that folds it, how many there are, and no more lines than one can take in. */
import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ChevronDown16Regular } from "@fluentui/react-icons/svg/chevron-down";
import { ChevronRight16Regular } from "@fluentui/react-icons/svg/chevron-right";
import { type ReactNode, useId, useState } from "react";
import { useTranslation } from "react-i18next";

const useStyles = makeStyles({
  section: { margin: "0 -4px 0 -12px" },
  heading: { margin: 0, font: "inherit" },
  fold: {
    display: "flex",
    alignItems: "center",
    gap: "4px",
    width: "100%",
    minHeight: "32px",
    padding: "4px 12px 4px 8px",
    border: "none",
    background: "none",
    font: "inherit",
    textAlign: "left",
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground3,
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  count: { fontVariantNumeric: "tabular-nums" },
  alarm: { color: tokens.colorPaletteRedForeground1 },
  list: { listStyle: "none", margin: 0, padding: 0 },
  more: { width: "100%", fontWeight: tokens.fontWeightRegular },
  empty: { margin: 0, padding: "4px 12px 8px 28px", color: tokens.colorNeutralForeground3 },
});

interface SectionProps<Item> {
  readonly title: string;
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string;
  readonly draw: (item: Item) => ReactNode;
  /** Instead of how many items there are. */
  readonly count?: string | undefined;
  readonly alarm?: boolean;
  readonly folded?: boolean;
  /** Hears of folding. */
  readonly onFold?: ((folded: boolean) => void) | undefined;
  /** Instead of lines, where there are none. */
  readonly empty?: string | undefined;
  readonly step?: number;
  readonly above?: ReactNode;
  readonly below?: ReactNode;
}

export const Section = <Item,>(props: SectionProps<Item>) => {
  const styles = useStyles();
  const { t } = useTranslation();
  const id = useId();
  const { items, step = 40 } = props;
  const [folded, setFolded] = useState(props.folded ?? false);
  const [shown, setShown] = useState(step);
  const rest = items.length - shown;
  return (
    <section className={styles.section} aria-label={props.title}>
      <h2 className={styles.heading}>
        <button
          type="button"
          className={mergeClasses(styles.fold, props.alarm && styles.alarm)}
          aria-expanded={!folded}
          aria-controls={id}
          onClick={() => {
            setFolded(!folded);
            props.onFold?.(!folded);
          }}
        >
          {folded ? <ChevronRight16Regular /> : <ChevronDown16Regular />}
          <span>{props.title}</span>
          <span className={styles.count}>{props.count ?? items.length}</span>
        </button>
      </h2>
      <div id={id} hidden={folded}>
        {folded ? null : (
          <>
            {props.above}
            {items.length === 0 && props.empty !== undefined ? (
              <p className={styles.empty}>{props.empty}</p>
            ) : (
              <ul className={styles.list}>
                {items.slice(0, shown).map((item) => (
                  <li key={props.keyOf(item)}>{props.draw(item)}</li>
                ))}
              </ul>
            )}
            {rest > 0 ? (
              <Button appearance="subtle" className={styles.more} onClick={() => setShown(shown + 5 * step)}>
                {t("day.more", { n: Math.min(5 * step, rest) })}
              </Button>
            ) : null}
            {props.below}
          </>
        )}
      </div>
    </section>
  );
};
