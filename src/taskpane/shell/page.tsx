import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { type KeyboardEvent, type ReactNode, type SyntheticEvent, useRef } from "react";

const useStyles = makeStyles({
  page: { display: "flex", flexDirection: "column", minHeight: 0, flex: 1, margin: 0 },
  scroll: {
    flex: 1,
    minHeight: 0,
    overflowY: "auto",
    overflowX: "hidden",
    // 8 px of scroll bar and 4 px make the 12 px of the left.
    padding: "8px 4px 16px 12px",
    scrollbarGutter: "stable",
    "::-webkit-scrollbar": { width: "8px" },
    "::-webkit-scrollbar-thumb": {
      backgroundColor: tokens.colorNeutralStroke1,
      borderRadius: "4px",
      border: `2px solid ${tokens.colorNeutralBackground1}`,
    },
    // A blank that gets the focus never hides under the action bar.
    scrollPaddingBlock: "40px 24px",
  },
  bar: {
    display: "flex",
    alignItems: "center",
    gap: "8px",
    minHeight: "48px",
    boxSizing: "border-box",
    padding: "8px 12px",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  notice: { padding: "0 12px 8px", maxHeight: "50%", overflowY: "auto" },
  stack: { display: "flex", flexDirection: "column", gap: "8px" },
});

interface PageProps {
  readonly children: ReactNode;
  /** The action bar: one primary button at most. */
  readonly bar?: ReactNode;
  /** What has to be seen wherever the page is scrolled to: stands above the bar. */
  readonly notice?: ReactNode;
  readonly onSubmit?: () => void;
  readonly onCancel?: () => void;
  readonly label?: string;
}

/** A page's frame: what scrolls, and the bar that stays. Enter submits, Esc cancels. */
export const PageFrame = ({ children, bar, notice, onSubmit, onCancel, label }: PageProps) => {
  const styles = useStyles();
  const isOpen = useRef(false);
  const before = (event: KeyboardEvent) => {
    const control = event.target instanceof Element ? event.target : undefined;
    isOpen.current = control?.getAttribute("aria-expanded") === "true";
    // A closed list would open on Enter; here Enter submits, and the arrows open it.
    if (event.key !== "Enter" || isOpen.current || control?.getAttribute("role") !== "combobox") return;
    event.preventDefault();
    event.stopPropagation();
    onSubmit?.();
  };
  const keys = (event: KeyboardEvent) => {
    // What is open closes first; what floats above the page (a calendar, a menu) has its own Esc.
    const inPage = event.target instanceof Node && event.currentTarget.contains(event.target);
    if (!inPage) return;
    if (event.key === "Escape" && onCancel && !event.defaultPrevented && !isOpen.current) {
      event.preventDefault();
      onCancel();
    }
    // Several lines take Enter for themselves; with Ctrl or ⌘ it saves from anywhere.
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onSubmit?.();
    }
  };
  const inside = (
    <>
      <div className={styles.scroll}>
        <div className={styles.stack}>{children}</div>
      </div>
      {notice ? <div className={styles.notice}>{notice}</div> : null}
      {bar === undefined ? null : <div className={styles.bar}>{bar}</div>}
    </>
  );
  return onSubmit ? (
    <form
      className={styles.page}
      aria-label={label}
      noValidate
      autoComplete="off"
      onKeyDownCapture={before}
      onKeyDown={keys}
      onSubmit={(event: SyntheticEvent) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {inside}
    </form>
  ) : (
    <section className={mergeClasses(styles.page)} aria-label={label} onKeyDown={keys}>
      {inside}
    </section>
  );
};

const useEmptyStyles = makeStyles({
  empty: {
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    gap: "8px",
    padding: "32px 16px",
    textAlign: "center",
    textWrap: "balance",
    color: tokens.colorNeutralForeground3,
  },
  icon: { color: tokens.colorBrandForeground1, display: "grid", fontSize: "40px", lineHeight: 1 },
  title: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
});

interface EmptyProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly children?: ReactNode;
}

/** Nothing to show: why, and what to do. */
export const Empty = ({ icon, title, children }: EmptyProps) => {
  const styles = useEmptyStyles();
  return (
    <div className={styles.empty}>
      <span className={styles.icon} aria-hidden>
        {icon}
      </span>
      <span className={styles.title}>{title}</span>
      {children}
    </div>
  );
};
