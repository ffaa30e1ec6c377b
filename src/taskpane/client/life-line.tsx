import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type CalendarDay, dayOf, daysBetween, yearOf } from "../../domain/kit/calendar-day";
import type { LifeEvent, LifeKind } from "../../domain/register/client/client-life";
import { go } from "../shell/route";
import { useJump } from "./use-jump";

const useStyles = makeStyles({
  title: {
    margin: 0,
    padding: "8px 0 4px",
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground3,
  },
  list: { listStyle: "none", margin: 0, padding: 0 },
  event: {
    position: "relative",
    display: "grid",
    gridTemplateColumns: "44px 9px minmax(0, 1fr)",
    columnGap: "8px",
    padding: "4px 0",
    borderRadius: tokens.borderRadiusMedium,
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  day: {
    textAlign: "right",
    fontSize: tokens.fontSizeBase200,
    lineHeight: "20px",
    color: tokens.colorNeutralForeground3,
    fontVariantNumeric: "tabular-nums",
  },
  // The dot, and the line that joins it to the next.
  dot: {
    position: "relative",
    "::before": {
      content: '""',
      position: "absolute",
      top: "6px",
      left: 0,
      width: "9px",
      height: "9px",
      borderRadius: "50%",
      backgroundColor: tokens.colorNeutralStroke1,
    },
    "::after": {
      content: '""',
      position: "absolute",
      top: "15px",
      bottom: "-10px",
      left: "4px",
      width: "1px",
      backgroundColor: tokens.colorNeutralStroke2,
    },
  },
  strong: { "::before": { backgroundColor: tokens.colorBrandBackground } },
  ahead: {
    "::before": {
      backgroundColor: tokens.colorNeutralBackground1,
      boxShadow: `inset 0 0 0 2px ${tokens.colorBrandStroke1}`,
    },
  },
  head: { display: "flex", flexWrap: "wrap", gap: "0 8px", alignItems: "baseline" },
  // The whole event is the link's.
  link: {
    padding: 0,
    border: "none",
    background: "none",
    font: "inherit",
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
    cursor: "pointer",
    textAlign: "left",
    "::after": { content: '""', position: "absolute", inset: 0 },
    ":focus-visible": { outline: "none" },
    ":focus-visible::after": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-1px" },
  },
  other: { position: "relative", zIndex: 1, minWidth: 0, padding: "0 4px" },
  by: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  open: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  late: { color: tokens.colorPaletteRedForeground1 },
  text: {
    display: "-webkit-box",
    WebkitLineClamp: 3,
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- three lines and … have no other spelling yet
    WebkitBoxOrient: "vertical",
    overflow: "hidden",
    overflowWrap: "anywhere",
    whiteSpace: "pre-line",
    fontSize: tokens.fontSizeBase200,
    lineHeight: "17px",
    color: tokens.colorNeutralForeground2,
  },
  more: { width: "100%", fontWeight: tokens.fontWeightRegular },
});

/** What changes where the client stands. */
const turning: ReadonlySet<LifeKind> = new Set(["visit", "grade", "deal", "signing", "given", "lost"]);

const step = 30;

const daysLate = ({ at }: LifeEvent, today: CalendarDay): number => daysBetween(dayOf(at), today);

interface LifeLineProps {
  /** The latest first. */
  readonly life: readonly LifeEvent[];
  readonly today: CalendarDay;
}

/** All that was ever noted, the latest first; what is still to come stands on top. A click goes to its row. */
export const LifeLine = ({ life, today }: LifeLineProps) => {
  const styles = useStyles();
  const { t } = useTranslation();
  const jump = useJump();
  const [shown, setShown] = useState(step);
  const drawn = (event: LifeEvent, at: number, ahead: boolean) => {
    const words = [t(`client.kind.${event.kind}`), event.client === undefined ? event.what : ""];
    return (
      <li key={`${event.row.form}-${event.row.row}-${event.key}-${at}`} className={styles.event}>
        <span className={styles.day}>
          {yearOf(event.at) === yearOf(today) ? null : (
            <>
              {yearOf(event.at)}
              <br />
            </>
          )}
          {dayOf(event.at).slice(5)}
          {event.at.length > 10 ? <br /> : null}
          {event.at.slice(11)}
        </span>
        <span
          aria-hidden
          className={mergeClasses(
            styles.dot,
            turning.has(event.kind) && styles.strong,
            (ahead || event.open) && styles.ahead,
          )}
        />
        <div>
          <div className={styles.head}>
            <button
              type="button"
              className={styles.link}
              title={t("client.openRow", { sheet: event.row.sheet, row: event.row.row })}
              onClick={() => jump(event.row, event.key)}
            >
              {words.filter((word) => word !== "").join(" ")}
            </button>
            {event.client === undefined ? null : (
              <Button
                size="small"
                appearance="transparent"
                className={styles.other}
                onClick={() => go("client", { client: event.client ?? "" })}
              >
                {event.what}
              </Button>
            )}
            {event.open && !ahead ? (
              <span className={mergeClasses(styles.open, daysLate(event, today) > 0 && styles.late)}>
                {t(daysLate(event, today) > 0 ? "client.late" : "client.toDo", { n: daysLate(event, today) })}
              </span>
            ) : null}
            {event.by === "" ? null : <span className={styles.by}>{event.by}</span>}
          </div>
          {event.text === "" ? null : (
            <div className={styles.text} title={event.text}>
              {event.text}
            </div>
          )}
        </div>
      </li>
    );
  };
  const ahead = life.filter(({ at }) => dayOf(at) > today).reverse();
  const past = life.filter(({ at }) => dayOf(at) <= today);
  return (
    <>
      {ahead.length > 0 ? (
        <section aria-label={t("client.ahead")}>
          <h3 className={styles.title}>{t("client.ahead")}</h3>
          <ol className={styles.list}>{ahead.map((event, at) => drawn(event, at, true))}</ol>
        </section>
      ) : null}
      <section aria-label={t("client.life")}>
        <h3 className={styles.title}>
          {t("client.life")} {past.length}
        </h3>
        {past.length === 0 ? <span className={styles.by}>{t("client.lifeEmpty")}</span> : null}
        <ol className={styles.list}>{past.slice(0, shown).map((event, at) => drawn(event, at, false))}</ol>
        {past.length > shown ? (
          <Button appearance="subtle" className={styles.more} onClick={() => setShown(shown + 5 * step)}>
            {t("client.moreLife", { n: Math.min(5 * step, past.length - shown) })}
          </Button>
        ) : null}
      </section>
    </>
  );
};
