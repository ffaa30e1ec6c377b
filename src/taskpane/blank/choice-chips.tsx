import { makeStyles, mergeClasses, tokens, useArrowNavigationGroup } from "@fluentui/react-components";
import { choiceSeparator } from "../../domain/form/field";
import { nothing } from "../../domain/rules/nothing-to-say";
import type { BlankProps } from "./blank";

const useStyles = makeStyles({
  wrap: { display: "flex", flexWrap: "wrap", gap: "4px" },
  chip: {
    position: "relative",
    display: "inline-flex",
    alignItems: "center",
    minHeight: "24px",
    boxSizing: "border-box",
    padding: "0 8px",
    borderRadius: "12px",
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground1,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: "nowrap",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":has(input:focus-visible)": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
  chosen: {
    border: `1px solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    fontWeight: tokens.fontWeightSemibold,
    ":hover": { backgroundColor: tokens.colorBrandBackground2Hover },
    "@media (forced-colors: active)": { backgroundColor: "Highlight", color: "HighlightText" },
  },
  invalid: { border: `1px solid ${tokens.colorPaletteRedBorder2}` },
  box: {
    position: "absolute",
    inset: 0,
    width: "100%",
    height: "100%",
    margin: 0,
    opacity: 0,
    cursor: "pointer",
  },
});

const chosenOf = (value: string): readonly string[] =>
  value.split(choiceSeparator).filter((choice) => choice !== "");

/** Ticks a choice, in the list's own order; `/` says there is none and stands alone (R3). */
export const toggled = (value: string, choice: string, order: readonly string[]): string => {
  if (choice === nothing) return value === nothing ? "" : nothing;
  const before = chosenOf(value).filter((each) => each !== nothing);
  const after = before.includes(choice) ? before.filter((each) => each !== choice) : [...before, choice];
  const rank = (each: string): number => {
    const at = order.indexOf(each);
    return at < 0 ? order.length : at;
  };
  return [...after].sort((a, b) => rank(a) - rank(b)).join(choiceSeparator);
};

/** Several choices, all in sight, as the paper has its boxes. Tab passes them by, arrows go along them. */
export const ChoiceChips = (props: BlankProps & { readonly choices: readonly string[] }) => {
  const styles = useStyles();
  const arrows = useArrowNavigationGroup({ axis: "both", circular: true, memorizeCurrent: true });
  const chosen = chosenOf(props.value);
  const strangers = chosen.filter((each) => each !== nothing && !props.choices.includes(each));
  return (
    <div
      {...arrows}
      id={props.id}
      role="group"
      aria-labelledby={`${props.id}-caption`}
      aria-describedby={props.describedBy}
      className={styles.wrap}
    >
      {[...props.choices, ...strangers, nothing].map((choice) => (
        <label
          key={choice}
          className={mergeClasses(
            styles.chip,
            chosen.includes(choice) && styles.chosen,
            props.invalid && chosen.length === 0 && styles.invalid,
          )}
        >
          <input
            type="checkbox"
            className={styles.box}
            name={props.name}
            value={choice}
            checked={chosen.includes(choice)}
            onChange={() => {
              props.onChange(toggled(props.value, choice, props.choices));
              props.onLeave();
            }}
          />
          {choice}
        </label>
      ))}
    </div>
  );
};
