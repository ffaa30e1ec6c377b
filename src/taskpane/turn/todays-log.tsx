import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Prohibited16Regular } from "@fluentui/react-icons/svg/prohibited";
import { useTranslation } from "react-i18next";
import type { CalendarDay } from "../../domain/kit/calendar-day";
import { receptionKey, type TodaysRow } from "../../domain/register/turn/turn";
import { voidReception } from "../../domain/register/turn/turn-roster";
import { turnNotes } from "../../domain/rules/turn-notes";
import { timeTold } from "../../domain/rules/turn-wording";
import { tongueOf } from "../i18n/i18n";
import type { Act } from "./use-turn";

const useStyles = makeStyles({
  list: { listStyle: "none", margin: 0, padding: 0 },
  line: {
    display: "grid",
    gridTemplateColumns: "40px minmax(0, 1fr) auto",
    columnGap: "8px",
    alignItems: "center",
    padding: "4px 0",
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  time: { color: tokens.colorNeutralForeground3, fontVariantNumeric: "tabular-nums" },
  more: { color: tokens.colorNeutralForeground3, overflowWrap: "anywhere" },
  struck: { textDecorationLine: "line-through", color: tokens.colorNeutralForeground3 },
  button: { minWidth: 0, minHeight: "28px", padding: "0 6px" },
  empty: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

/** 说明 that the sentence says already. */
const told: ReadonlySet<string> = new Set(Object.values(turnNotes));

interface TodaysLogProps {
  readonly rows: readonly TodaysRow[];
  readonly today: CalendarDay;
  readonly busy: boolean;
  readonly onAct: (act: Act) => void;
}

/** Today's rows, the last first: what each did to the turn; a wrong one is made void, and stays. */
export const TodaysLog = ({ rows, today, busy, onAct }: TodaysLogProps) => {
  const styles = useStyles();
  const { t, i18n } = useTranslation();
  if (rows.length === 0) return <span className={styles.empty}>{t("turn.logEmpty")}</span>;
  return (
    <ul className={styles.list}>
      {[...rows].reverse().map(({ step, clientId, said }) => {
        const { log, effect } = step;
        const isVoid = effect === "void";
        const at = timeTold(log.at, today);
        const more = [clientId ?? "", told.has(log.remarks) ? "" : log.remarks]
          .filter((each) => each !== "")
          .join(" · ");
        return (
          <li key={log.row} className={styles.line}>
            <span className={styles.time}>{at}</span>
            <span>
              <span className={mergeClasses(isVoid && styles.struck)}>
                {isVoid ? `${log.receiver} ${log.kind ?? ""}` : said[tongueOf(i18n.language)]}
              </span>
              {more === "" ? null : <span className={styles.more}> {more}</span>}
            </span>
            {isVoid ? (
              <span />
            ) : (
              <Button
                size="small"
                appearance="subtle"
                className={styles.button}
                icon={<Prohibited16Regular />}
                disabledFocusable={busy}
                aria-label={t("turn.voidWho", { at, name: log.receiver })}
                title={t("turn.voidRow")}
                onClick={() =>
                  onAct({
                    doing: "作废接待记录",
                    said: t("turn.voided"),
                    decide: (book, when) =>
                      voidReception(book, { row: log.row, key: receptionKey(log) }, when),
                  })
                }
              />
            )}
          </li>
        );
      })}
    </ul>
  );
};
