import { Badge, Button, makeStyles, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";
import type { CalendarDay } from "../../domain/kit/calendar-day";
import type { InLine } from "../../domain/register/turn/turn";
import { backAtDoor, leaveDoor } from "../../domain/register/turn/turn-roster";
import { timeTold } from "../../domain/rules/turn-wording";
import type { Act } from "./use-turn";

const useStyles = makeStyles({
  list: { listStyle: "none", margin: 0, padding: 0 },
  line: {
    display: "grid",
    gridTemplateColumns: "18px minmax(0, 1fr) auto",
    columnGap: "8px",
    alignItems: "center",
    padding: "6px 0",
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  place: { color: tokens.colorNeutralForeground3, fontVariantNumeric: "tabular-nums" },
  who: { display: "flex", alignItems: "center", gap: "6px", minWidth: 0 },
  name: {
    fontWeight: tokens.fontWeightSemibold,
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
  },
  facts: {
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    overflowWrap: "anywhere",
  },
  buttons: { display: "flex", gap: "4px" },
  button: { minWidth: 0, minHeight: "28px", padding: "0 8px", fontWeight: tokens.fontWeightRegular },
});

/** New ones: by turn, made up for, by name. */
const received = ({ 新客户 = 0, 补接 = 0, 指名 = 0 }: InLine["counts"]): number => 新客户 + 补接 + 指名;

const colors = { 当值: "success", 接待中: "brand", 休息: "subtle", 外派: "warning" } as const;

interface LineListProps {
  readonly line: readonly InLine[];
  readonly today: CalendarDay;
  readonly busy: boolean;
  readonly onAct: (act: Act) => void;
}

/** The line: who stands where, what they are about, what they have had today; one click to leave and to be back. */
export const LineList = ({ line, today, busy, onAct }: LineListProps) => {
  const styles = useStyles();
  const { t } = useTranslation();
  const factsOf = ({ since, owed, counts }: InLine): string =>
    [
      since === undefined ? "" : t("turn.since", { at: timeTold(since, today) }),
      owed > 0 ? t("turn.owes", { n: owed }) : "",
      received(counts) === 0 ? "" : t("turn.counts", { n: received(counts) }),
      counts.老客户 === undefined ? "" : t("turn.counts_old", { n: counts.老客户 }),
      counts.义务接待 === undefined ? "" : t("turn.counts_help", { n: counts.义务接待 }),
      counts.轮空 === undefined ? "" : t("turn.counts_lost", { n: counts.轮空 }),
    ]
      .filter((each) => each !== "")
      .join(" · ");
  const leave = (name: string, state: "休息" | "外派"): Act => ({
    doing: state,
    said: t("turn.left", { name, state: t(`turn.state_${state}`) }),
    decide: (book, at) => leaveDoor(book, { name, state }, at),
  });
  const back = (name: string, free: boolean): Act => ({
    doing: free ? "接完" : "回来",
    said: t(free ? "turn.isFree" : "turn.isBack", { name }),
    decide: (book, at) => backAtDoor(book, name, at),
  });
  const actsOf = ({ name, state }: InLine): readonly (readonly [string, Act])[] =>
    state === "休息" || state === "外派"
      ? [[t("turn.back"), back(name, false)]]
      : [
          ...(state === "接待中" ? [[t("turn.free"), back(name, true)] as const] : []),
          [t("turn.rest"), leave(name, "休息")],
          [t("turn.errand"), leave(name, "外派")],
        ];
  return (
    <ol className={styles.list}>
      {line.map((each, index) => (
        <li key={each.name} className={styles.line}>
          <span className={styles.place}>{index + 1}</span>
          <span>
            <span className={styles.who}>
              <span className={styles.name}>{each.name}</span>
              <Badge size="small" appearance="tint" color={colors[each.state]}>
                {t(`turn.state_${each.state}`)}
              </Badge>
            </span>
            <span className={styles.facts}>{factsOf(each)}</span>
          </span>
          <span className={styles.buttons}>
            {actsOf(each).map(([label, act]) => (
              <Button
                key={label}
                size="small"
                className={styles.button}
                disabledFocusable={busy}
                aria-label={t("turn.actFor", { act: label, name: each.name })}
                onClick={() => onAct(act)}
              >
                {label}
              </Button>
            ))}
          </span>
        </li>
      ))}
    </ol>
  );
};
