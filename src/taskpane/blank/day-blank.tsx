import {
  Button,
  Combobox,
  Input,
  makeStyles,
  Option,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  tokens,
} from "@fluentui/react-components";
import { Calendar16Regular } from "@fluentui/react-icons/svg/calendar";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { addDays, calendarDay, type CalendarDay, weekday } from "../../domain/kit/calendar-day";
import { type BlankProps, tied } from "./blank";
import { useControlStyles } from "./control";
import { Month } from "./month";

const useStyles = makeStyles({
  surface: { padding: "8px" },
  shortcuts: { display: "flex", flexWrap: "wrap", gap: "4px", marginBottom: "8px", maxWidth: "224px" },
  shortcut: { minWidth: 0, padding: "0 8px", fontSize: tokens.fontSizeBase200 },
  both: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) 88px", gap: "4px" },
  open: { minWidth: "20px", width: "20px", height: "20px", padding: 0 },
});

interface DayProps extends BlankProps {
  /** Where the day is one of two controls: the caption of both. */
  readonly labelled?: boolean;
  /** Only days up to today. */
  readonly past: boolean;
}

type Shortcut =
  "today" | "yesterday" | "dayBefore" | "tomorrow" | "dayAfter" | "inThree" | "inWeek" | "saturday";

const shortcuts = (today: CalendarDay, past: boolean): readonly (readonly [Shortcut, CalendarDay])[] =>
  past
    ? [
        ["today", today],
        ["yesterday", addDays(today, -1)],
        ["dayBefore", addDays(today, -2)],
      ]
    : [
        ["tomorrow", addDays(today, 1)],
        ["dayAfter", addDays(today, 2)],
        ["inThree", addDays(today, 3)],
        ["saturday", addDays(today, weekday(today) === 6 ? 7 : (6 - weekday(today) + 7) % 7)],
        ["inWeek", addDays(today, 7)],
      ];

const said = ["dayBefore", "yesterday", "today", "tomorrow", "dayAfter"] as const;

/** A day, typed in any spelling, said as people say it (今天), or chosen from a month. */
export const DayBlank = (props: DayProps) => {
  const styles = useStyles();
  const control = useControlStyles();
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { today } = props.paper;
  const leave = () => {
    const word = props.value.trim().toLowerCase();
    const at = said.findIndex((name) => t(`blank.${name}`).toLowerCase() === word);
    if (at >= 0) props.onChange(addDays(today, at - 2));
    props.onLeave();
  };
  const choose = (day: CalendarDay) => {
    props.onChange(day);
    setOpen(false);
    props.onLeave();
  };
  return (
    <Input
      {...tied(props)}
      {...(props.labelled ? { "aria-label": t("blank.dayOf", { caption: props.caption }) } : {})}
      className={control.input}
      input={{ className: control.inputInner }}
      size="small"
      autoComplete="off"
      inputMode="text"
      value={props.value}
      onChange={(_, data) => props.onChange(data.value)}
      onBlur={leave}
      contentAfter={
        <Popover open={open} onOpenChange={(_, data) => setOpen(data.open)} trapFocus positioning="below-end">
          <PopoverTrigger disableButtonEnhancement>
            <Button
              appearance="transparent"
              size="small"
              className={styles.open}
              icon={<Calendar16Regular />}
              aria-label={t("blank.chooseDay", { caption: props.caption })}
            />
          </PopoverTrigger>
          <PopoverSurface className={styles.surface} aria-label={props.caption}>
            <div className={styles.shortcuts}>
              {shortcuts(today, props.past).map(([name, day]) => (
                <Button key={name} size="small" className={styles.shortcut} onClick={() => choose(day)}>
                  {t(`blank.${name}`)}
                </Button>
              ))}
            </div>
            <Month
              today={today}
              chosen={calendarDay(props.value)}
              last={props.past ? today : undefined}
              onChoose={choose}
            />
          </PopoverSurface>
        </Popover>
      }
    />
  );
};

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

/** Opening hours of a sales office, in quarter hours. */
const quarters = Array.from({ length: 13 * 4 + 1 }, (_, n) => clock(8 * 60 + n * 15));

const split = (value: string): readonly [string, string] => {
  const at = value.lastIndexOf(" ");
  return at < 0
    ? value.includes(":")
      ? ["", value]
      : [value, ""]
    : [value.slice(0, at), value.slice(at + 1)];
};

/** A day and a time beside it; `/` in the day says there is none. */
export const MomentBlank = (props: DayProps) => {
  const styles = useStyles();
  const control = useControlStyles();
  const { t } = useTranslation();
  const [day, time] = split(props.value);
  const put = (nextDay: string, nextTime: string) =>
    props.onChange(nextTime === "" ? nextDay : `${nextDay} ${nextTime}`);
  const timeProps = { ...tied(props), id: `${props.id}-time`, name: `${props.name}-time` };
  return (
    <div
      className={styles.both}
      role="group"
      aria-labelledby={`${props.id}-caption`}
      onBlur={(event) => {
        // A day is not read before its time has had its turn.
        if (!event.currentTarget.contains(event.relatedTarget)) props.onLeave();
      }}
    >
      <DayBlank
        {...props}
        labelled
        value={day}
        onChange={(next) => put(next, time)}
        onLeave={() => undefined}
      />
      <Combobox
        {...timeProps}
        className={control.combobox}
        input={{ className: control.comboboxInput }}
        listbox={{ className: control.listbox }}
        size="small"
        freeform
        autoComplete="off"
        placeholder="--:--"
        aria-label={t("blank.time", { caption: props.caption })}
        value={time}
        selectedOptions={[time]}
        onInput={(event) => put(day, (event.target as HTMLInputElement).value)}
        onOptionSelect={(_, data) => {
          // Told without a value when typing leaves the option chosen before.
          if (data.optionValue === undefined) return;
          put(day, data.optionValue);
          props.onLeave();
        }}
      >
        {quarters.map((each) => (
          <Option key={each} value={each} className={control.option} checkIcon={null}>
            {each}
          </Option>
        ))}
      </Combobox>
    </div>
  );
};
