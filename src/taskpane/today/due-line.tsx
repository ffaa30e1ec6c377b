import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Clock12Regular } from "@fluentui/react-icons/svg/clock";
import { Copy16Regular } from "@fluentui/react-icons/svg/copy";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { TFunction } from "i18next";
import { type CalendarDay, dayOf } from "../../domain/kit/calendar-day";
import type { DueLine } from "../../domain/register/follow-up/due-list";
import type { Callable } from "../../domain/rules/when-to-call";
import { GradeBadge } from "../entry/grade-badge";
import { tongueOf } from "../i18n/i18n";
import { shortDay } from "../shell/short-day";
import { useLineFacts } from "./line-facts";

const useStyles = makeStyles({
  line: {
    position: "relative",
    display: "grid",
    gridTemplateColumns: "22px minmax(0, 1fr) auto",
    columnGap: "8px",
    rowGap: "2px",
    padding: "8px 12px",
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-within": { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  badge: { gridRow: "1 / span 2", paddingTop: "1px" },
  name: {
    display: "flex",
    alignItems: "baseline",
    gap: "6px",
    minWidth: 0,
  },
  // The whole line is the link's; buttons lie above it.
  link: {
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
    "::after": { content: '""', position: "absolute", inset: 0 },
    ":focus-visible": { outline: "none" },
    ":focus-visible::after": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, whiteSpace: "nowrap" },
  number: { fontVariantNumeric: "tabular-nums" },
  days: {
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: "nowrap",
    textAlign: "right",
  },
  overdue: { color: tokens.colorPaletteRedForeground1 },
  today: { color: tokens.colorPaletteMarigoldForeground2 },
  other: { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
  facts: { display: "flex", alignItems: "center", gap: "6px", minWidth: 0, overflow: "hidden" },
  phone: {
    position: "relative",
    zIndex: 1,
    minWidth: 0,
    padding: "0 4px",
    marginLeft: "-4px",
    fontWeight: tokens.fontWeightRegular,
    fontVariantNumeric: "tabular-nums",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorBrandForegroundLink,
  },
  follow: {
    position: "relative",
    zIndex: 1,
    minWidth: 0,
    padding: "0 8px",
    gridRow: "2 / span 2",
    gridColumn: 3,
    alignSelf: "end",
  },
  note: {
    gridColumn: "2 / 3",
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: "17px",
    display: "-webkit-box",
    WebkitLineClamp: 2,
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- two lines and … have no other spelling yet
    WebkitBoxOrient: "vertical",
    overflow: "hidden",
    overflowWrap: "anywhere",
  },
  // Most notes take two lines: what stands below does not jump when they come.
  unread: { minHeight: "34px" },
  unreadPhone: { height: "24px" },
  deposit: {
    gridColumn: "2 / 4",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorPaletteMarigoldForeground2,
  },
  why: {
    gridColumn: "2 / 4",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  later: { color: tokens.colorNeutralForeground3 },
  hour: {
    gridColumn: "2 / 4",
    display: "flex",
    alignItems: "center",
    gap: "4px",
    color: tokens.colorBrandForeground1,
    fontSize: tokens.fontSizeBase200,
  },
});

/** "现在可打，到 10:30"; "16:30 起可打", with the day when it is another. */
const callableWords = (callable: Callable, today: CalendarDay, t: TFunction): string => {
  if (callable.now) return t("day.until", { time: callable.until.slice(11) });
  const time = callable.from.slice(11);
  return t("day.from", {
    time: dayOf(callable.from) === today ? time : `${shortDay(callable.from, today)} ${time}`,
  });
};

type Said =
  | "clientId"
  | "name"
  | "grade"
  | "consultant"
  | "lastContact"
  | "due"
  | "status"
  | "statusText"
  | "daysOverdue"
  | "whenToCall";

/** A line of the due list, or of the owners to ring up. */
export type DrawnLine = Pick<DueLine, Said> & Partial<Pick<DueLine, "deposit">>;

interface DueLineProps<Line extends DrawnLine> {
  readonly line: Line;
  readonly today: CalendarDay;
  /** R7: whether they can be called now, or from when. */
  readonly callable: Callable;
  readonly showConsultant: boolean;
  /** Where the name leads, in words. */
  readonly nameTitle: string;
  /** Why they are due, where the badge does not say it. */
  readonly why?: string;
  readonly onName: (line: Line) => void;
  readonly onCopy: (phone: string) => void;
  readonly onFollow: (line: Line) => void;
}

/** One client who is due: who, how late, how to reach them, what was said last, when to call. */
const View = <Line extends DrawnLine>(props: DueLineProps<Line>) => {
  const styles = useStyles();
  const { t, i18n } = useTranslation();
  const { line, today, callable } = props;
  const facts = useLineFacts(line.clientId);
  const waits = line.status === "reassignment";
  const advice = line.whenToCall?.[tongueOf(i18n.language)];
  const [phone = ""] = facts?.phone.split("、") ?? [];
  const late =
    line.status === "overdue"
      ? t("today.days", { n: line.daysOverdue })
      : line.status === "today"
        ? t("today.dueToday")
        : line.due === undefined
          ? line.statusText
          : shortDay(line.due, today);
  return (
    <div className={styles.line}>
      <span className={styles.badge}>
        <GradeBadge grade={line.grade} />
      </span>
      <span className={styles.name}>
        <button
          type="button"
          className={styles.link}
          onClick={() => props.onName(line)}
          title={props.nameTitle}
        >
          {line.name}
        </button>
        <span className={mergeClasses(styles.quiet, styles.number)}>{line.clientId}</span>
      </span>
      <span
        className={mergeClasses(
          styles.days,
          line.status === "overdue" ? styles.overdue : line.status === "today" ? styles.today : styles.other,
        )}
      >
        {late}
      </span>
      <span className={styles.facts}>
        {facts === undefined ? (
          <span className={styles.unreadPhone} />
        ) : phone === "" ? (
          <span className={styles.quiet}>{t("today.noPhone")}</span>
        ) : (
          <Button
            size="small"
            appearance="transparent"
            className={styles.phone}
            icon={<Copy16Regular />}
            iconPosition="after"
            aria-label={t("today.copy", { phone })}
            onClick={() => props.onCopy(phone)}
          >
            {phone}
          </Button>
        )}
        {props.showConsultant ? <span className={styles.quiet}>{line.consultant}</span> : null}
      </span>
      <Button
        size="small"
        className={styles.follow}
        aria-label={t(waits ? "day.assignWho" : "today.followWho", { name: line.name })}
        onClick={() => props.onFollow(line)}
      >
        {t(waits ? "day.assign" : "today.follow")}
      </Button>
      <span className={mergeClasses(styles.note, facts === undefined && styles.unread)} title={facts?.note}>
        <span className={styles.quiet}>{shortDay(line.lastContact, today)} </span>
        {facts === undefined ? null : facts.note || t("today.noNote")}
      </span>
      {props.why === undefined ? null : <span className={styles.why}>{props.why}</span>}
      {line.deposit ? <span className={styles.deposit}>{t(`day.${line.deposit}`)}</span> : null}
      {waits ? null : (
        <span className={mergeClasses(styles.hour, !callable.now && styles.later)}>
          <Clock12Regular />
          {[callableWords(callable, today, t), advice].filter((each) => each !== undefined).join(" · ")}
        </span>
      )}
    </div>
  );
};

export const DueLineView = memo(View) as typeof View;
