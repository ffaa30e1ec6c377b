import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CalendarDay } from "../../domain/kit/calendar-day";
import type { OpenReception } from "../../domain/register/turn/turn";
import { joinReception } from "../../domain/register/turn/turn-join";
import { timeTold } from "../../domain/rules/turn-wording";
import { go } from "../shell/route";
import { FindClient } from "./old-client-panel";
import type { Act } from "./use-turn";

const useStyles = makeStyles({
  list: { listStyle: "none", margin: 0, padding: 0, display: "grid", gap: "4px" },
  line: { display: "flex", alignItems: "center", gap: "6px" },
  who: { flex: 1, minWidth: 0, overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  time: { color: tokens.colorNeutralForeground3, fontVariantNumeric: "tabular-nums" },
  button: { minWidth: 0, minHeight: "28px", padding: "0 8px", fontWeight: tokens.fontWeightRegular },
  join: { display: "grid", gap: "8px", padding: "4px 0 8px" },
});

interface OpenReceptionsProps {
  readonly open: readonly OpenReception[];
  readonly today: CalendarDay;
  readonly busy: boolean;
  readonly onAct: (act: Act) => void;
}

/** Received and not registered yet: a registration from here fills the number into the log's row. */
export const OpenReceptions = ({ open, today, busy, onAct }: OpenReceptionsProps) => {
  const styles = useStyles();
  const { t } = useTranslation();
  const [joining, setJoining] = useState("");
  const [client, setClient] = useState("");
  return (
    <ul className={styles.list}>
      {open.map(({ key, at, receiver, kind }) => {
        const time = timeTold(at, today);
        return (
          <li key={key}>
            <span className={styles.line}>
              <span className={styles.who}>
                <span className={styles.time}>{time}</span> {receiver} {kind}
              </span>
              <Button
                size="small"
                className={styles.button}
                aria-expanded={joining === key}
                aria-label={t("turn.joinWho", { at: time, name: receiver })}
                onClick={() => {
                  setJoining(joining === key ? "" : key);
                  setClient("");
                }}
              >
                {t("turn.join")}
              </Button>
              <Button
                size="small"
                className={styles.button}
                aria-label={t("turn.registerWho", { at: time, name: receiver })}
                onClick={() => go("visit", { reception: key })}
              >
                {t("turn.register")}
              </Button>
            </span>
            {joining === key ? (
              <div className={styles.join}>
                <FindClient id="turn-join" value={client} onChange={setClient}>
                  {(clientId) => (
                    <Button
                      appearance="primary"
                      disabledFocusable={busy}
                      onClick={() =>
                        onAct({
                          doing: "填接待记录的编号",
                          said: t("turn.joined", { number: clientId }),
                          decide: (book, when) => joinReception(book, { key, clientId }, when),
                        })
                      }
                    >
                      {t("turn.join")} {clientId}
                    </Button>
                  )}
                </FindClient>
              </div>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
};
