import {
  Button,
  Dropdown,
  Input,
  makeStyles,
  mergeClasses,
  Option,
  Switch,
  tokens,
} from "@fluentui/react-components";
import { Add16Regular } from "@fluentui/react-icons/svg/add";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { plain } from "../../domain/kit/text";
import { useControlStyles } from "../blank/control";
import { go } from "../shell/route";

export interface Person {
  readonly name: string;
  readonly active: boolean;
  readonly group: string;
}

const useStyles = makeStyles({
  list: { listStyle: "none", margin: 0, padding: 0 },
  person: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto 84px auto",
    alignItems: "center",
    gap: "8px",
    minHeight: "36px",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  gone: { color: tokens.colorNeutralForeground3 },
  group: { minWidth: 0 },
  add: { display: "grid", gridTemplateColumns: "1fr auto", gap: "8px", paddingTop: "8px" },
});

interface RosterProps {
  readonly people: readonly Person[];
  readonly groups: readonly string[];
  readonly onChange: (people: readonly Person[]) => void;
  /** Who had left when it was saved last: their clients can be handed over. */
  readonly left: ReadonlySet<string>;
  /** Something is changed and not saved: going elsewhere would lose it. */
  readonly isUnsaved: boolean;
}

/** Who works here and in which group. Nobody is deleted: their clients are still looked up. */
export const Roster = ({ people, groups, onChange, left, isUnsaved }: RosterProps) => {
  const styles = useStyles();
  const control = useControlStyles();
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  const put = (at: number, person: Person) =>
    onChange(people.map((each, index) => (index === at ? person : each)));
  const name = plain(typed);
  const isNew = name !== "" && !people.some((each) => plain(each.name) === name);
  const add = () => {
    if (!isNew) return;
    onChange([...people, { name, active: true, group: "" }]);
    setTyped("");
  };
  return (
    <>
      <ul className={styles.list}>
        {people.map((person, at) => (
          <li key={person.name} className={styles.person}>
            <span className={mergeClasses(styles.name, !person.active && styles.gone)}>{person.name}</span>
            {left.has(person.name) ? (
              <Button
                size="small"
                aria-label={t("settings.handOverWho", { name: person.name })}
                disabled={isUnsaved}
                title={isUnsaved ? t("settings.saveFirst") : undefined}
                onClick={() => go("client", { do: "handover", from: person.name })}
              >
                {t("settings.handOver")}
              </Button>
            ) : (
              <span />
            )}
            <Dropdown
              size="small"
              className={styles.group}
              aria-label={`${person.name} ${t("settings.group")}`}
              value={person.group}
              selectedOptions={[person.group]}
              placeholder={t("settings.group")}
              onOptionSelect={(_, data) => put(at, { ...person, group: data.optionValue ?? "" })}
            >
              <Option value="">—</Option>
              {groups.map((group) => (
                <Option key={group} value={group}>
                  {group}
                </Option>
              ))}
            </Dropdown>
            <Switch
              checked={person.active}
              aria-label={`${person.name} ${t("settings.active")}`}
              onChange={(_, data) => put(at, { ...person, active: data.checked })}
            />
          </li>
        ))}
      </ul>
      <div className={styles.add}>
        <Input
          size="small"
          className={control.input}
          placeholder={t("settings.newName")}
          aria-label={t("settings.newName")}
          value={typed}
          onChange={(_, data) => setTyped(data.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            add();
          }}
        />
        <Button size="small" icon={<Add16Regular />} disabled={!isNew} onClick={add}>
          {t("settings.add")}
        </Button>
      </div>
    </>
  );
};
