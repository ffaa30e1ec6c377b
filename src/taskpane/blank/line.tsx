import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ErrorCircle12Filled } from "@fluentui/react-icons/svg/error-circle";
import { Info12Regular } from "@fluentui/react-icons/svg/info";
import { Warning12Filled } from "@fluentui/react-icons/svg/warning";
import type { ReactElement, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Need } from "../../domain/form/field";
import type { Severity } from "../../domain/register/problem";
import { gravest, type Message } from "../entry/message";

const useStyles = makeStyles({
  line: { minWidth: 0, display: "flex", flexDirection: "column", gap: "2px" },
  whole: { gridColumn: "1 / -1" },
  caption: {
    display: "flex",
    alignItems: "baseline",
    gap: "2px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: "18px",
    color: tokens.colorNeutralForeground2,
    whiteSpace: "nowrap",
    overflow: "hidden",
  },
  captionText: { overflow: "hidden", textOverflow: "ellipsis" },
  needed: { color: tokens.colorPaletteRedForeground1 },
  later: { color: tokens.colorNeutralForeground4 },
  aside: { marginLeft: "auto", color: tokens.colorNeutralForeground3, fontVariantNumeric: "tabular-nums" },
  message: {
    display: "grid",
    gridTemplateColumns: "12px 1fr",
    columnGap: "4px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: "16px",
  },
  move: {
    gridColumn: "2",
    justifySelf: "start",
    minWidth: 0,
    maxWidth: "100%",
    marginTop: "2px",
    padding: "0 8px",
    fontSize: tokens.fontSizeBase200,
  },
  icon: { lineHeight: 0, paddingTop: "2px" },
  error: { color: tokens.colorPaletteRedForeground1 },
  warning: { color: tokens.colorPaletteDarkOrangeForeground1 },
  hint: { color: tokens.colorNeutralForeground3 },
});

const icons: Readonly<Record<Severity, ReactElement>> = {
  error: <ErrorCircle12Filled />,
  warning: <Warning12Filled />,
  hint: <Info12Regular />,
};

interface LineProps {
  readonly id: string;
  readonly caption: string;
  /** The paper's own caption, where the shown one is a translation. */
  readonly paperCaption?: string | undefined;
  readonly need: Need;
  readonly whole?: boolean;
  readonly hint?: string | undefined;
  readonly messages: readonly Message[];
  /** At the caption's right: a count, a unit. */
  readonly aside?: ReactNode;
  /** A control that takes a caption (`for`); groups are tied by `aria-labelledby`. */
  readonly group?: boolean;
  readonly children: ReactNode;
}

/** A blank with its caption, its mark, and what is wrong with it right below. */
export const Line = (props: LineProps) => {
  const styles = useStyles();
  const { t } = useTranslation();
  const [worst] = gravest(props.messages);
  const Caption = props.group ? "span" : "label";
  return (
    <div className={mergeClasses(styles.line, props.whole && styles.whole)} data-blank={props.id}>
      <Caption
        className={styles.caption}
        id={`${props.id}-caption`}
        {...(props.group ? {} : { htmlFor: props.id })}
        title={[props.paperCaption, props.hint].filter(Boolean).join(" — ")}
      >
        <span className={styles.captionText}>{props.caption}</span>
        {props.need === "first" ? (
          <span className={styles.needed} aria-hidden title={t("blank.required")}>
            *
          </span>
        ) : null}
        {props.need === "later" ? (
          <span className={styles.later} aria-hidden title={t("blank.later")}>
            +
          </span>
        ) : null}
        {props.aside === undefined ? null : <span className={styles.aside}>{props.aside}</span>}
      </Caption>
      {props.children}
      <div id={`${props.id}-message`} aria-live="polite">
        {worst ? (
          <div className={mergeClasses(styles.message, styles[worst.severity])}>
            <span className={styles.icon}>{icons[worst.severity]}</span>
            <span>
              {worst.remedy === "" ? worst.says : t("blank.says", { says: worst.says, remedy: worst.remedy })}
            </span>
            {worst.move ? (
              <Button
                size="small"
                className={styles.move}
                onClick={() => {
                  worst.move?.run();
                  document.getElementById(props.id)?.focus({ preventScroll: true });
                }}
              >
                {t("blank.moveWords", { to: worst.move.to })}
              </Button>
            ) : null}
          </div>
        ) : null}
      </div>
    </div>
  );
};
