/** A line of the day's page: who, a fact at the right, what about, and the buttons that settle it. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  item: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    columnGap: "8px",
    rowGap: "2px",
    padding: "8px 12px",
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  head: { display: "flex", alignItems: "center", gap: "6px", minWidth: 0 },
  name: {
    border: "none",
    background: "none",
    padding: 0,
    font: "inherit",
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
    cursor: "pointer",
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
    ":hover": { textDecorationLine: "underline" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  plain: { fontWeight: tokens.fontWeightSemibold, whiteSpace: "nowrap" },
  quiet: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
  },
  aside: {
    fontSize: tokens.fontSizeBase200,
    whiteSpace: "nowrap",
    textAlign: "right",
    color: tokens.colorNeutralForeground3,
    fontVariantNumeric: "tabular-nums",
  },
  red: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
  amber: { color: tokens.colorPaletteMarigoldForeground2, fontWeight: tokens.fontWeightSemibold },
  about: {
    gridColumn: "1 / -1",
    fontSize: tokens.fontSizeBase200,
    lineHeight: "17px",
    color: tokens.colorNeutralForeground2,
    overflowWrap: "anywhere",
  },
  buttons: { gridColumn: "1 / -1", display: "flex", flexWrap: "wrap", gap: "6px", alignItems: "center" },
});

interface ItemProps {
  readonly name: string;
  /** Where the name leads; without it the name is text. */
  readonly onName?: (() => void) | undefined;
  readonly nameTitle?: string;
  readonly lead?: ReactNode;
  readonly quiet?: string;
  readonly aside?: ReactNode;
  readonly tone?: "red" | "amber" | undefined;
  readonly about?: ReactNode;
  readonly children?: ReactNode;
}

export const Item = (props: ItemProps) => {
  const styles = useStyles();
  return (
    <div className={styles.item}>
      <span className={styles.head}>
        {props.lead}
        {props.onName === undefined ? (
          <span className={styles.plain}>{props.name}</span>
        ) : (
          <button type="button" className={styles.name} title={props.nameTitle} onClick={props.onName}>
            {props.name}
          </button>
        )}
        {props.quiet ? <span className={styles.quiet}>{props.quiet}</span> : null}
      </span>
      <span className={mergeClasses(styles.aside, props.tone && styles[props.tone])}>{props.aside}</span>
      {props.about ? <div className={styles.about}>{props.about}</div> : null}
      {props.children ? <div className={styles.buttons}>{props.children}</div> : null}
    </div>
  );
};
