import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ChevronLeft16Regular } from "@fluentui/react-icons/svg/chevron-left";
import { ChevronRight16Regular } from "@fluentui/react-icons/svg/chevron-right";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  addDays,
  addMonths,
  type CalendarDay,
  dayOfMonth,
  monthOf,
  weekday,
  yearOf,
} from "../../domain/kit/calendar-day";

const useStyles = makeStyles({
  month: { width: "224px" },
  head: { display: "flex", alignItems: "center", justifyContent: "space-between", marginBottom: "4px" },
  title: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: "tabular-nums" },
  grid: { display: "grid", gridTemplateColumns: "repeat(7, 32px)", rowGap: "0" },
  row: { display: "contents" },
  weekday: {
    textAlign: "center",
    fontSize: tokens.fontSizeBase100,
    color: tokens.colorNeutralForeground3,
    lineHeight: "20px",
    fontWeight: tokens.fontWeightRegular,
  },
  day: {
    height: "28px",
    minWidth: "32px",
    padding: 0,
    border: "none",
    borderRadius: tokens.borderRadiusMedium,
    background: "none",
    color: tokens.colorNeutralForeground1,
    font: "inherit",
    fontVariantNumeric: "tabular-nums",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorSubtleBackgroundHover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
    ":disabled": {
      color: tokens.colorNeutralForegroundDisabled,
      cursor: "default",
      backgroundColor: "transparent",
    },
  },
  elsewhere: { color: tokens.colorNeutralForeground4 },
  today: { color: tokens.colorBrandForeground1, fontWeight: tokens.fontWeightBold },
  chosen: {
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    fontWeight: tokens.fontWeightSemibold,
    ":hover": { backgroundColor: tokens.colorBrandBackgroundHover },
  },
});

interface MonthProps {
  readonly today: CalendarDay;
  readonly chosen: CalendarDay | undefined;
  /** Days after this one cannot be chosen. */
  readonly last?: CalendarDay | undefined;
  readonly onChoose: (day: CalendarDay) => void;
}

const monday = (day: CalendarDay): CalendarDay => addDays(day, 1 - weekday(day));
const firstOf = (day: CalendarDay): CalendarDay => addDays(day, 1 - dayOfMonth(day));

const moves: Readonly<Record<string, (day: CalendarDay) => CalendarDay>> = {
  ArrowLeft: (day) => addDays(day, -1),
  ArrowRight: (day) => addDays(day, 1),
  ArrowUp: (day) => addDays(day, -7),
  ArrowDown: (day) => addDays(day, 7),
  PageUp: (day) => addMonths(day, -1),
  PageDown: (day) => addMonths(day, 1),
  Home: monday,
  End: (day) => addDays(monday(day), 6),
};

/** A month to choose a day from; arrows, Page Up and Down, Home and End move about. */
export const Month = ({ today, chosen, last, onChoose }: MonthProps) => {
  const styles = useStyles();
  const { t } = useTranslation();
  const [at, setAt] = useState(chosen ?? today);
  const [moved, setMoved] = useState(false);
  const grid = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (moved) grid.current?.querySelector<HTMLButtonElement>('[tabindex="0"]')?.focus();
  }, [at, moved]);
  const move = (event: KeyboardEvent) => {
    const to = moves[event.key];
    if (!to) return;
    event.preventDefault();
    setMoved(true);
    setAt(to(at));
  };
  const turn = (months: number) => () => {
    setMoved(false);
    setAt(addMonths(at, months));
  };
  const start = monday(firstOf(at));
  const weeks = [0, 1, 2, 3, 4, 5].map((week) =>
    [0, 1, 2, 3, 4, 5, 6].map((n) => addDays(start, week * 7 + n)),
  );
  return (
    <div className={styles.month}>
      <div className={styles.head}>
        <Button
          size="small"
          appearance="subtle"
          icon={<ChevronLeft16Regular />}
          aria-label={t("blank.lastMonth")}
          onClick={turn(-1)}
        />
        <span className={styles.title} aria-live="polite">
          {t("blank.month", { year: yearOf(at), month: monthOf(at) })}
        </span>
        <Button
          size="small"
          appearance="subtle"
          icon={<ChevronRight16Regular />}
          aria-label={t("blank.nextMonth")}
          onClick={turn(1)}
        />
      </div>
      <div
        role="grid"
        aria-label={t("blank.month", { year: yearOf(at), month: monthOf(at) })}
        className={styles.grid}
        ref={grid}
        onKeyDown={move}
      >
        <div role="row" className={styles.row}>
          {t("blank.weekdays")
            .split(",")
            .map((name) => (
              <span role="columnheader" key={name} className={styles.weekday}>
                {name}
              </span>
            ))}
        </div>
        {weeks.map((week) => (
          <div role="row" key={week[0]} className={styles.row}>
            {week.map((day) => (
              <div role="gridcell" key={day} aria-selected={day === chosen}>
                <button
                  type="button"
                  tabIndex={day === at ? 0 : -1}
                  disabled={last !== undefined && day > last}
                  aria-label={day}
                  aria-current={day === today ? "date" : undefined}
                  className={mergeClasses(
                    styles.day,
                    monthOf(day) !== monthOf(at) && styles.elsewhere,
                    day === today && styles.today,
                    day === chosen && styles.chosen,
                  )}
                  onClick={() => onChoose(day)}
                >
                  {dayOfMonth(day)}
                </button>
              </div>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
};
