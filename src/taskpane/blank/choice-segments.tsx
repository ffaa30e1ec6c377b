import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";
import { choiceSaid } from "../i18n/choices";
import { type BlankProps } from "./blank";

const useStyles = makeStyles({
  row: {
    display: "flex",
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderBottomColor: tokens.colorNeutralStrokeAccessible,
    borderRadius: tokens.borderRadiusMedium,
    overflow: "hidden",
    minHeight: "28px",
    boxSizing: "border-box",
    backgroundColor: tokens.colorNeutralBackground1,
  },
  invalid: { border: `1px solid ${tokens.colorPaletteRedBorder2}` },
  choice: {
    position: "relative",
    flex: "1 1 auto",
    display: "grid",
    placeItems: "center",
    padding: "0 6px",
    cursor: "pointer",
    whiteSpace: "nowrap",
    color: tokens.colorNeutralForeground2,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    ":last-child": { borderRight: "none" },
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":has(input:focus-visible)": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  /** Names wrap, each in its share of the row. */
  named: { flex: "1 1 0", minWidth: 0, padding: "2px 4px", whiteSpace: "normal", textAlign: "center" },
  chosen: {
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    fontWeight: tokens.fontWeightSemibold,
    ":hover": { backgroundColor: tokens.colorBrandBackgroundHover },
    "@media (forced-colors: active)": { backgroundColor: "Highlight", color: "HighlightText" },
  },
  radio: {
    position: "absolute",
    inset: 0,
    width: "100%",
    height: "100%",
    margin: 0,
    opacity: 0,
    cursor: "pointer",
  },
});

export interface SegmentsProps extends BlankProps {
  readonly choices: readonly string[];
  /** Where no caption stands beside it. */
  readonly label?: string;
  /** What a choice is called for screen readers, where its sign does not say it (√ ×). */
  readonly spoken?: ((choice: string) => string) | undefined;
  /** What stands in the choice's place, where that is longer than the choice. */
  readonly named?: ((choice: string) => string) | undefined;
}

/**
 * One of a few short choices, all in sight: one click. A second click on the chosen one clears it. The browser's own
 * radios are one tab stop, and every arrow goes on to the next.
 */
export const ChoiceSegments = (props: SegmentsProps) => {
  const styles = useStyles();
  const { i18n } = useTranslation();
  return (
    <div
      id={props.id}
      role="radiogroup"
      {...(props.label === undefined
        ? { "aria-labelledby": `${props.id}-caption` }
        : { "aria-label": props.label })}
      aria-describedby={props.describedBy}
      aria-invalid={props.invalid || undefined}
      aria-required={props.required || undefined}
      className={mergeClasses(styles.row, props.invalid && styles.invalid)}
    >
      {props.choices.map((choice) => (
        <label
          key={choice}
          className={mergeClasses(
            styles.choice,
            props.named && styles.named,
            choice === props.value && styles.chosen,
          )}
        >
          <input
            type="radio"
            className={styles.radio}
            name={props.id}
            value={choice}
            aria-label={props.spoken?.(choice)}
            checked={choice === props.value}
            onChange={() => {
              props.onChange(choice);
              props.onLeave();
            }}
            onClick={() => {
              if (choice === props.value && !props.required) props.onChange("");
            }}
          />
          <span aria-hidden={props.spoken ? true : undefined}>
            {props.named?.(choice) ?? choiceSaid(i18n.language, choice)}
          </span>
        </label>
      ))}
    </div>
  );
};
