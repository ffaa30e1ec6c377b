/** Which time a report is about: one of the usual ones, or two days. */
import { Field, Input, makeStyles, Select } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";
import { calendarDay, type CalendarDay } from "../../domain/kit/calendar-day";
import { type PeriodName, periodNames, periodOf } from "../../domain/report/period";
import type { Period } from "../../domain/report/report";

const useStyles = makeStyles({
  days: {
    gridColumn: "1 / -1",
    display: "grid",
    gridTemplateColumns: "repeat(2, minmax(0, 1fr))",
    gap: "8px",
  },
  day: { minWidth: 0 },
});

export type Choice = PeriodName | "custom";

export interface Chosen {
  readonly choice: Choice;
  /** As typed; only for "custom". "" is since the beginning, or today. */
  readonly from: string;
  readonly to: string;
}

/** Nothing where the days run backwards. */
export const periodChosen = ({ choice, from, to }: Chosen, today: CalendarDay): Period | undefined => {
  if (choice !== "custom") return periodOf(choice, today);
  const period = { from: calendarDay(from), to: calendarDay(to) ?? today };
  return period.from !== undefined && period.from > period.to ? undefined : period;
};

const choices: readonly Choice[] = [...periodNames, "custom"];

export const PeriodChoice = ({
  chosen,
  backwards,
  onChosen,
}: {
  readonly chosen: Chosen;
  readonly backwards: boolean;
  readonly onChosen: (chosen: Chosen) => void;
}) => {
  const styles = useStyles();
  const { t } = useTranslation();
  const day = (key: "from" | "to") => (
    <Field
      size="small"
      label={t(`report.${key}`)}
      {...(backwards && key === "to" && { validationMessage: t("report.backwards") })}
    >
      <Input
        className={styles.day}
        size="small"
        type="date"
        value={chosen[key]}
        onChange={(_, { value }) => onChosen({ ...chosen, [key]: value })}
      />
    </Field>
  );
  return (
    <>
      <Select
        size="small"
        aria-label={t("report.period")}
        value={chosen.choice}
        onChange={(_, { value }) =>
          onChosen({ ...chosen, choice: choices.find((each) => each === value) ?? "today" })
        }
      >
        {choices.map((each) => (
          <option key={each} value={each}>
            {t(`report.${each}`)}
          </option>
        ))}
      </Select>
      {chosen.choice === "custom" ? (
        <div className={styles.days}>
          {day("from")}
          {day("to")}
        </div>
      ) : null}
    </>
  );
};
