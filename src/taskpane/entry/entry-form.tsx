/** A form, drawn from its definition: parts and blanks in the paper's order. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { Fragment, memo, type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { answerKind, type Field } from "../../domain/form/field";
import type { Form } from "../../domain/form/form";
import { blanks, type Width, widths } from "../blank/blanks";
import type { PaperContext } from "../blank/blank";
import { Line } from "../blank/line";
import { captionOf, partTitle } from "../i18n/captions";
import type { Draft } from "./drafts";
import type { Message, Messages } from "./message";

const useStyles = makeStyles({
  part: { border: "none", padding: 0, margin: 0, minWidth: 0 },
  title: {
    position: "sticky",
    top: "-8px",
    zIndex: 1,
    display: "block",
    width: "100%",
    padding: "8px 0 4px",
    marginBottom: "4px",
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
  },
  grid: {
    display: "grid",
    gridTemplateColumns: "repeat(2, minmax(0, 1fr))",
    columnGap: "8px",
    rowGap: "4px",
    alignItems: "start",
  },
});

export interface EntryFormProps {
  readonly form: Form;
  readonly draft: Draft;
  readonly onChange: (key: string, value: string) => void;
  /** A blank was left: read it. */
  readonly onLeave: (key: string) => void;
  readonly messages: Messages;
  readonly paper: PaperContext;
  /** Blanks that are not asked now. */
  readonly leaveOut?: (key: string, field: Field) => boolean;
  /** Another control in a blank's place. */
  readonly instead?: Readonly<Record<string, ReactNode>>;
  /** A line of its own under a blank's row: what the pane has to say or ask about the answer. */
  readonly below?: Readonly<Record<string, ReactNode>>;
  readonly aside?: Readonly<Record<string, ReactNode>>;
  readonly widths?: Readonly<Record<string, Width>>;
  readonly required?: (key: string, field: Field) => boolean;
  /** Another heading for a part, by the paper's: where what is shown of it is not what the paper heads it with. */
  readonly titles?: Readonly<Record<string, string>>;
  readonly autoFocus?: boolean;
}

/** Groups of controls, whose caption cannot be a `label for`. */
const groupKinds = new Set<Field["kind"]>(["tickMany", "moment"]);

export const EntryForm = (props: EntryFormProps) => {
  const styles = useStyles();
  const { t } = useTranslation();
  const root = useRef<HTMLDivElement>(null);
  const { autoFocus = true } = props;
  useEffect(() => {
    if (autoFocus) focusFirstEmpty(root.current);
    // Only when the page opens: never take the focus from somebody who types.
  }, [autoFocus]);
  return (
    <div ref={root}>
      {props.form.parts.map((part) => {
        const shown = Object.entries(part.fields).filter(
          ([key, field]) =>
            (props.instead && key in props.instead) ||
            (!["numberStamp", "computed"].includes(field.kind) && !props.leaveOut?.(key, field)),
        );
        if (shown.length === 0) return null;
        const alone = aloneIn(shown, props.widths ?? {});
        return (
          <fieldset key={part.title} className={styles.part}>
            <legend className={styles.title}>{props.titles?.[part.title] ?? partTitle(t, part.title)}</legend>
            <div className={styles.grid}>
              {shown.map(([key, field]) => (
                <Fragment key={key}>
                  <BlankLine
                    form={props.form.key}
                    blank={key}
                    field={field}
                    value={props.draft[key] ?? ""}
                    messages={props.messages.get(key) ?? noneSaid}
                    required={props.required?.(key, field) ?? field.need === "first"}
                    width={props.widths?.[key] ?? (alone.has(key) ? "whole" : undefined)}
                    aside={props.aside?.[key]}
                    instead={props.instead?.[key]}
                    paper={props.paper}
                    onChange={props.onChange}
                    onLeave={props.onLeave}
                  />
                  {props.below?.[key]}
                </Fragment>
              ))}
            </div>
          </fieldset>
        );
      })}
    </div>
  );
};

/** Lines of text that would leave the other half of their row empty take the whole of it. */
const aloneIn = (
  shown: readonly (readonly [string, Field])[],
  given: Readonly<Record<string, Width>>,
): ReadonlySet<string> => {
  const alone = new Set<string>();
  let left: readonly [string, Field] | undefined;
  const close = (): void => {
    if (left?.[1].kind === "oneLine") alone.add(left[0]);
    left = undefined;
  };
  for (const [key, field] of shown) {
    if ((given[key] ?? answerKind(widths, field)) === "whole") close();
    else if (left) left = undefined;
    else left = [key, field];
  }
  close();
  return alone;
};

const noneSaid: readonly Message[] = [];

interface BlankLineProps {
  readonly form: string;
  readonly blank: string;
  readonly field: Field;
  readonly value: string;
  readonly messages: readonly Message[];
  readonly required: boolean;
  readonly width: Width | undefined;
  readonly aside: ReactNode;
  readonly instead: ReactNode;
  readonly paper: PaperContext;
  readonly onChange: (key: string, value: string) => void;
  readonly onLeave: (key: string) => void;
}

/** Drawn anew only when its own answer changes: a form has thirty of them, and people type fast. */
const BlankLine = memo((props: BlankLineProps) => {
  const { i18n } = useTranslation();
  const { form, blank, field, messages, required, onChange, onLeave } = props;
  const id = `${form}-${blank}`;
  const caption = captionOf(i18n.language, form, blank, field.caption);
  return (
    <Line
      id={id}
      caption={caption}
      paperCaption={caption === field.caption ? undefined : field.caption}
      need={required ? "first" : field.need === "first" ? "free" : field.need}
      whole={(props.width ?? answerKind(widths, field)) === "whole"}
      hint={i18n.language === "zh-CN" ? field.hint : undefined}
      messages={messages}
      aside={props.aside}
      group={groupKinds.has(field.kind) || props.instead !== undefined}
    >
      {props.instead ??
        answerKind(blanks, field, {
          id,
          name: blank,
          caption,
          value: props.value,
          onChange: (value) => onChange(blank, value),
          onLeave: () => onLeave(blank),
          required,
          invalid: messages.some((each) => each.severity === "error"),
          describedBy: `${id}-message`,
          paper: props.paper,
        })}
    </Line>
  );
});
BlankLine.displayName = "BlankLine";

const controls = "input:not([type=hidden]), textarea, select";

/** The first required blank nobody has filled. */
export const focusFirstEmpty = (root: HTMLElement | null): void => {
  const all = [...(root?.querySelectorAll<HTMLInputElement>(controls) ?? [])];
  const empty = all.find(
    (control) => control.getAttribute("aria-required") === "true" && control.value === "",
  );
  empty?.focus({ preventScroll: true });
};

/** The first blank with an error, scrolled into sight. */
export const focusBlank = (form: string, key: string): void => {
  const line = document.querySelector<HTMLElement>(`[data-blank="${form}-${key}"]`);
  line?.scrollIntoView({ block: "center" });
  line?.querySelector<HTMLElement>(controls)?.focus({ preventScroll: true });
};
