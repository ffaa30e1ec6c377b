import { Input, Textarea } from "@fluentui/react-components";
import { type BlankProps, tied } from "./blank";
import { useControlStyles } from "./control";

interface LineProps extends BlankProps {
  readonly keyboard?: "text" | "tel" | "numeric" | "decimal";
  /** Shown after what is typed: 元, ㎡. */
  readonly unit?: string;
}

/** One line of text, digits or an amount, kept as typed. */
export const LineBlank = (props: LineProps) => {
  const styles = useControlStyles();
  return (
    <Input
      {...tied(props)}
      className={styles.input}
      input={{ className: styles.inputInner }}
      size="small"
      autoComplete="off"
      spellCheck={false}
      inputMode={props.keyboard ?? "text"}
      value={props.value}
      onChange={(_, data) => props.onChange(data.value)}
      onBlur={props.onLeave}
      contentAfter={props.unit === undefined ? null : <span className={styles.unit}>{props.unit}</span>}
    />
  );
};

/** Several lines; grows with what is written. */
export const LinesBlank = (props: BlankProps & { readonly rows?: number }) => {
  const styles = useControlStyles();
  const length = props.value.length;
  return (
    <Textarea
      {...tied(props)}
      className={styles.textarea}
      size="small"
      resize="vertical"
      textarea={{ rows: Math.min(8, Math.max(props.rows ?? 3, Math.ceil(length / 22))) }}
      value={props.value}
      onChange={(_, data) => props.onChange(data.value)}
      onBlur={props.onLeave}
    />
  );
};
