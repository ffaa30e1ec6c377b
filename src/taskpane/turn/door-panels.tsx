/** What opens under the buttons of the door: by name, and what to do when the one on turn is busy. */
import { Button, Checkbox, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { TurnView } from "../../domain/register/turn/turn";
import { receiveNamed, standIn } from "../../domain/register/turn/turn-receive";
import type { NextTurn } from "../../domain/rules/next-turn";
import type { Act } from "./use-turn";

const useStyles = makeStyles({
  all: { display: "grid", gap: "8px" },
  caption: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  row: { display: "flex", flexWrap: "wrap", gap: "4px" },
  choice: { minWidth: 0 },
  way: { height: "auto", minHeight: "32px", textAlign: "start", justifyContent: "flex-start" },
});

interface PanelProps {
  readonly view: TurnView;
  readonly busy: boolean;
  readonly onAct: (act: Act) => void;
}

const isThere = ({ state }: TurnView["line"][number]): boolean => state === "当值" || state === "接待中";

/** 指名: only who is there can be asked for (001 二.2). */
export const NamedPanel = ({ view, busy, onAct }: PanelProps) => {
  const styles = useStyles();
  const { t } = useTranslation();
  const [caller, setCaller] = useState(false);
  return (
    <div className={styles.all} role="group" aria-label={t("turn.chooseNamed")}>
      <span className={styles.caption}>{t("turn.chooseNamed")}</span>
      <Checkbox
        size="medium"
        checked={caller}
        label={t("turn.caller")}
        onChange={(_, data) => setCaller(data.checked === true)}
      />
      <div className={styles.row}>
        {view.line.filter(isThere).map(({ name }) => (
          <Button
            key={name}
            className={styles.choice}
            disabledFocusable={busy}
            onClick={() =>
              onAct({
                doing: "接待指名客户",
                said: t("turn.received", { name }),
                decide: (book, at) => receiveNamed(book, { name, caller }, at),
              })
            }
          >
            {name}
          </Button>
        ))}
      </div>
    </div>
  );
};

const reasons = ["withOld", "signing", "withClient"] as const;
/** As 说明 keeps them, whatever the pane's language. */
const words = { withOld: "接老客户", signing: "签约", withClient: "接待中" } as const;

/** On turn but busy: three ways, as they say (001 二.5, 二.6; 000 二(二)2). */
export const BusyPanel = ({ next, view, busy, onAct }: PanelProps & { readonly next: NextTurn }) => {
  const styles = useStyles();
  const { t } = useTranslation();
  const [reason, setReason] = useState<(typeof reasons)[number]>("withOld");
  const { name, then } = next;
  const why = words[reason];
  const way = (label: string, act: Omit<Act, "doing">) => (
    <Button
      key={label}
      className={styles.way}
      disabledFocusable={busy}
      onClick={() => onAct({ doing: "同事代接", ...act })}
    >
      {label}
    </Button>
  );
  const helpers = view.line.filter((each) => isThere(each) && each.name !== name);
  return (
    <div className={styles.all} role="group" aria-label={t("turn.whyBusy", { name })}>
      <span className={styles.caption}>{t("turn.whyBusy", { name })}</span>
      <div className={styles.row}>
        {reasons.map((each) => (
          <Button
            key={each}
            size="small"
            className={styles.choice}
            appearance={each === reason ? "primary" : "secondary"}
            aria-pressed={each === reason}
            onClick={() => setReason(each)}
          >
            {t(`turn.${each}`)}
          </Button>
        ))}
      </div>
      {helpers.slice(0, 4).map(({ name: helper }) =>
        way(t("turn.help", { helper, name }), {
          said: t("turn.helped", { name: helper }),
          decide: (book, at) => standIn(book, { expected: name, how: "help", helper, why }, at),
        }),
      )}
      {then === undefined
        ? null
        : (["fillIn", "giveUp"] as const).map((how) =>
            way(t(`turn.${how}`, { name, then }), {
              said: t("turn.received", { name: then }),
              decide: (book, at) => standIn(book, { expected: name, how, why }, at),
            }),
          )}
    </div>
  );
};
