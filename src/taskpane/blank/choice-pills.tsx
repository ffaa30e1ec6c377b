import { makeStyles, mergeClasses, tokens, useArrowNavigationGroup } from "@fluentui/react-components";
import type { BlankProps } from "./blank";

const useStyles = makeStyles({
  wrap: { display: "flex", flexWrap: "wrap", gap: "4px" },
  pill: {
    position: "relative",
    display: "inline-flex",
    alignItems: "center",
    minHeight: "24px",
    boxSizing: "border-box",
    padding: "0 8px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: "nowrap",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":has(input:focus-visible)": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
  chosen: {
    border: `1px solid ${tokens.colorBrandBackground}`,
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    fontWeight: tokens.fontWeightSemibold,
    ":hover": { backgroundColor: tokens.colorBrandBackgroundHover },
    "@media (forced-colors: active)": { backgroundColor: "Highlight", color: "HighlightText" },
  },
  invalid: { border: `1px solid ${tokens.colorPaletteRedBorder2}` },
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

/** One of a handful of choices, all in sight, where one click counts more than room. */
export const ChoicePills = (props: BlankProps & { readonly choices: readonly string[] }) => {
  const styles = useStyles();
  const arrows = useArrowNavigationGroup({ axis: "both", circular: true });
  return (
    <div
      {...arrows}
      id={props.id}
      role="radiogroup"
      aria-labelledby={`${props.id}-caption`}
      aria-describedby={props.describedBy}
      aria-required={props.required || undefined}
      aria-invalid={props.invalid || undefined}
      className={styles.wrap}
    >
      {props.choices.map((choice) => (
        <label
          key={choice}
          className={mergeClasses(
            styles.pill,
            choice === props.value && styles.chosen,
            props.invalid && styles.invalid,
          )}
        >
          <input
            type="radio"
            className={styles.radio}
            name={props.id}
            value={choice}
            checked={choice === props.value}
            onChange={() => {
              props.onChange(choice);
              props.onLeave();
            }}
            onClick={() => {
              if (choice === props.value && !props.required) props.onChange("");
            }}
          />
          {choice}
        </label>
      ))}
    </div>
  );
};
