import { Combobox, makeStyles, mergeClasses, Option, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { indexOf, searchClients } from "../client/client-index";
import type { KnownClient } from "../entry/clients";
import { type BlankProps, tied } from "./blank";
import { useControlStyles } from "./control";

const useStyles = makeStyles({
  line: { display: "grid", gridTemplateColumns: "1fr auto", columnGap: "8px", width: "100%", minWidth: 0 },
  name: {
    fontWeight: tokens.fontWeightSemibold,
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
  },
  number: { fontVariantNumeric: "tabular-nums" },
  small: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3, whiteSpace: "nowrap" },
  listbox: { minWidth: "240px" },
});

const called = (client: KnownClient): string => `${client.name} ${client.id}`;

const most = 30;

/** A client who is there already, looked for by name, pinyin, initials, phone or number. The answer is the number. */
export const ClientBlank = (props: BlankProps) => {
  const styles = useStyles();
  const control = useControlStyles();
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string | undefined>();
  const [open, setOpen] = useState(false);
  const chosen = props.paper.clients.find((client) => client.id === props.value);
  const found = searchClients(indexOf(props.paper.clients), typed ?? "", most).clients;
  const text = typed ?? (chosen ? called(chosen) : props.value);
  return (
    <Combobox
      {...tied(props)}
      className={control.combobox}
      input={{ className: control.comboboxInput }}
      listbox={{ className: mergeClasses(control.listbox, styles.listbox) }}
      size="small"
      freeform
      autoComplete="off"
      placeholder={t("blank.findClient")}
      open={open}
      onOpenChange={(_, data) => setOpen(data.open)}
      value={text}
      selectedOptions={chosen ? [chosen.id] : []}
      onInput={(event) => {
        const next = (event.target as HTMLInputElement).value;
        setTyped(next);
        setOpen(true);
        props.onChange(next);
      }}
      onOptionSelect={(_, data) => {
        if (data.optionValue === undefined || data.optionValue === "") return;
        setTyped(undefined);
        props.onChange(data.optionValue);
        props.onLeave();
      }}
      onBlur={() => {
        setTyped(undefined);
        props.onLeave();
      }}
    >
      {found.length === 0 ? (
        <Option value="" text="" disabled className={control.option} checkIcon={null}>
          {t("blank.noClient")}
        </Option>
      ) : (
        found.map((client) => (
          <Option
            key={client.id}
            value={client.id}
            text={called(client)}
            className={control.option}
            checkIcon={null}
          >
            <span className={styles.line}>
              <span className={styles.name}>{client.name}</span>
              <span className={styles.number}>{client.id}</span>
              <span className={styles.small}>{client.phones[0] ?? t("blank.noPhone")}</span>
              <span className={styles.small}>
                {[client.grade, client.consultant].filter(Boolean).join(" · ")}
              </span>
            </span>
          </Option>
        ))
      )}
    </Combobox>
  );
};
