import { Combobox, Option } from "@fluentui/react-components";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { plain } from "../../domain/kit/text";
import { type BlankProps, tied } from "./blank";
import { useControlStyles } from "./control";

/** A site has two thousand units: more than these are found by typing on. */
const mostShown = 40;

interface ChoiceListProps extends BlankProps {
  readonly choices: readonly string[];
}

/**
 * One of many choices: typing narrows the list. What matches no choice stays as typed;
 * whether that may be is for the domain to say.
 */
export const ChoiceList = (props: ChoiceListProps) => {
  const styles = useControlStyles();
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [narrow, setNarrow] = useState(false);
  const words = plain(props.value);
  const fitting =
    narrow && words !== "" ? props.choices.filter((each) => plain(each).includes(words)) : props.choices;
  const shown = fitting.slice(0, mostShown);
  const hidden = fitting.length - shown.length;
  return (
    <Combobox
      {...tied(props)}
      className={styles.combobox}
      input={{ className: styles.comboboxInput }}
      freeform
      size="small"
      autoComplete="off"
      open={open && fitting.length > 0}
      onOpenChange={(_, data) => {
        setOpen(data.open);
        if (data.open) setNarrow(false);
      }}
      value={props.value}
      selectedOptions={props.choices.includes(props.value) ? [props.value] : []}
      onInput={(event) => {
        setNarrow(true);
        setOpen(true);
        props.onChange((event.target as HTMLInputElement).value);
      }}
      onOptionSelect={(_, data) => {
        if (data.optionValue === undefined || data.optionValue === "") return;
        props.onChange(data.optionValue);
        setNarrow(false);
        props.onLeave();
      }}
      onBlur={props.onLeave}
      listbox={{ className: styles.listbox }}
    >
      {shown.map((choice) => (
        <Option key={choice} value={choice} className={styles.option}>
          {choice}
        </Option>
      ))}
      {hidden > 0 ? (
        <Option key="more" value="" text="" disabled className={styles.option} checkIcon={null}>
          {t("blank.typeOn", { n: hidden })}
        </Option>
      ) : null}
    </Combobox>
  );
};
