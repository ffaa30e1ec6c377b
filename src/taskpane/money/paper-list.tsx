/** 按揭资料 as a check list: which are in and since when, which are missing; one click says 已交. */
import { Button, Checkbox, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkCircle16Filled } from "@fluentui/react-icons/svg/checkmark-circle";
import { Circle16Regular } from "@fluentui/react-icons/svg/circle";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { addDays, calendarDay, type CalendarDay } from "../../domain/kit/calendar-day";
import type { PaperStanding } from "../../domain/register/sales/plan-standing";
import { isNothing } from "../../domain/rules/nothing-to-say";
import { payWayOf } from "../../domain/rules/payment-plan";
import type { PaperContext } from "../blank/blank";
import { DayBlank } from "../blank/day-blank";
import { Line } from "../blank/line";
import { shortDay } from "../shell/short-day";
import { Section } from "../today/section";

const useStyles = makeStyles({
  paper: {
    display: "grid",
    gridTemplateColumns: "16px minmax(0, 1fr) auto auto",
    alignItems: "center",
    columnGap: "8px",
    minHeight: "36px",
    padding: "0 12px",
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  asking: { gridTemplateColumns: "minmax(0, 1fr) auto" },
  mark: { display: "grid", color: tokens.colorNeutralForeground4 },
  in: { color: tokens.colorPaletteGreenForeground1 },
  name: { overflowWrap: "anywhere", padding: "4px 0" },
  state: {
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    whiteSpace: "nowrap",
    fontVariantNumeric: "tabular-nums",
  },
  late: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
  button: { minWidth: 0 },
  below: { display: "grid", gap: "8px", padding: "8px 12px" },
  row: { display: "flex", flexWrap: "wrap", gap: "8px", alignItems: "flex-end" },
  day: { flex: "1 1 132px", maxWidth: "180px" },
  quiet: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
});

/** In days from today: what a client needs to bring papers of the bank and the employer together. */
const usualDays = 7;

interface PaperListProps {
  readonly papers: readonly PaperStanding[];
  /** 付款方式 of the deal. */
  readonly payment: string;
  readonly paper: PaperContext;
  readonly busy: boolean;
  readonly onHandIn: (paper: string, on: CalendarDay) => void;
  /** @returns whether it was written. */
  readonly onAsk: (papers: readonly string[], by: CalendarDay) => Promise<boolean>;
}

export const PaperList = ({ papers, payment, paper, busy, onHandIn, onAsk }: PaperListProps) => {
  const styles = useStyles();
  const { t } = useTranslation();
  const { today } = paper;
  const [handedIn, setHandedIn] = useState<string>(today);
  const [asking, setAsking] = useState<ReadonlySet<string> | undefined>();
  const [by, setBy] = useState<string>(addDays(today, usualDays));
  const isClosed = ({ state }: PaperStanding): boolean => state === "in" || state === "notNeeded";
  const missing = papers.filter((each) => !isClosed(each));
  const asked = missing.filter(({ state }) => state !== "open");
  const isIdle = papers.every(({ state }) => state === "open");
  const way = payWayOf(payment);
  const on = calendarDay(handedIn);
  const byDay = calendarDay(by);
  const stateOf = ({ state, row, daysLate }: PaperStanding): string => {
    switch (state) {
      case "in":
        return t("money.in", { day: row?.handedInOn === undefined ? "" : shortDay(row.handedInOn, today) });
      case "notNeeded":
        return t("money.notNeeded");
      case "late":
        return t("money.lateBy", { n: daysLate });
      case "asked":
        return row?.dueOn === undefined
          ? t("money.asked")
          : t("money.by", { day: shortDay(row.dueOn, today) });
      case "open":
        return t("money.notAsked");
    }
  };
  const draw = (each: PaperStanding) =>
    asking !== undefined && !isClosed(each) ? (
      <div className={mergeClasses(styles.paper, styles.asking)}>
        <Checkbox
          label={each.paper}
          checked={asking.has(each.paper)}
          onChange={() => {
            const next = new Set(asking);
            if (!next.delete(each.paper)) next.add(each.paper);
            setAsking(next);
          }}
        />
        <span className={mergeClasses(styles.state, each.state === "late" && styles.late)}>
          {stateOf(each)}
        </span>
      </div>
    ) : (
      <div className={styles.paper}>
        <span className={mergeClasses(styles.mark, each.state === "in" && styles.in)} aria-hidden>
          {each.state === "in" ? <CheckmarkCircle16Filled /> : <Circle16Regular />}
        </span>
        <span className={styles.name}>{each.paper}</span>
        <span className={mergeClasses(styles.state, each.state === "late" && styles.late)}>
          {stateOf(each)}
        </span>
        {isClosed(each) ? null : (
          <Button
            size="small"
            className={styles.button}
            disabledFocusable={busy || on === undefined || on > today}
            aria-label={t("money.handInOf", { paper: each.paper })}
            onClick={() => {
              if (on !== undefined) onHandIn(each.paper, on);
            }}
          >
            {t("money.handIn")}
          </Button>
        )}
      </div>
    );
  const day = (key: "handInOn" | "askBy", value: string, put: (value: string) => void, past: boolean) => (
    <div className={styles.day}>
      <Line id={`money-${key}`} caption={t(`money.${key}`)} need="first" messages={[]}>
        <DayBlank
          id={`money-${key}`}
          name={key}
          caption={t(`money.${key}`)}
          value={value}
          onChange={put}
          onLeave={() => undefined}
          required
          invalid={calendarDay(value) === undefined || (past && value > today)}
          describedBy={`money-${key}-message`}
          paper={paper}
          past={past}
        />
      </Line>
    </div>
  );
  const needed = papers.filter(({ state }) => state !== "notNeeded");
  const inCount = needed.length - missing.length;
  return (
    <Section
      title={t("money.papers")}
      items={papers}
      alarm={papers.some(({ state }) => state === "late")}
      folded={isIdle && way !== "loan"}
      keyOf={(each) => each.paper}
      draw={draw}
      below={
        <div className={styles.below}>
          {isIdle ? null : (
            <p className={styles.quiet}>
              {t("money.papersSaid", { n: inCount, all: needed.length })}
              <br />
              {asked.length === 0
                ? null
                : t("money.papersMissing", { names: asked.map((each) => each.paper).join("、") })}
            </p>
          )}
          {isIdle && way !== undefined && way !== "loan" ? (
            <p className={styles.quiet}>{t("money.papersNotNeeded", { method: payment })}</p>
          ) : null}
          {missing.length === 0 ? null : asking === undefined ? (
            <div className={styles.row}>
              {day("handInOn", handedIn, setHandedIn, true)}
              <Button
                size="small"
                onClick={() =>
                  setAsking(
                    new Set(
                      missing.map((each) => each.paper).filter((each) => each !== other && !isNothing(each)),
                    ),
                  )
                }
              >
                {t("money.ask")}
              </Button>
            </div>
          ) : (
            <div className={styles.row} role="group" aria-label={t("money.askWhich")}>
              {day("askBy", by, setBy, false)}
              <Button size="small" onClick={() => setAsking(undefined)}>
                {t("money.cancel")}
              </Button>
              <Button
                size="small"
                appearance="primary"
                disabledFocusable={busy || asking.size === 0 || byDay === undefined}
                onClick={() => {
                  if (byDay === undefined) return;
                  const names = missing.map((each) => each.paper).filter((each) => asking.has(each));
                  void onAsk(names, byDay).then((done) => {
                    if (done) setAsking(undefined);
                  });
                }}
              >
                {t("money.askGo")}
              </Button>
            </div>
          )}
        </div>
      }
    />
  );
};

/** Asked for by its own name, once somebody knows what it is. */
const other = "其他";
