import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { Add16Regular } from "@fluentui/react-icons/svg/add";
import { ArrowDown16Regular } from "@fluentui/react-icons/svg/arrow-down";
import { ArrowUp16Regular } from "@fluentui/react-icons/svg/arrow-up";
import { Dismiss16Regular } from "@fluentui/react-icons/svg/dismiss";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { joinTurn, quitTurn, reorderTurn } from "../../domain/register/turn/turn-roster";
import type { Act } from "./use-turn";

const useStyles = makeStyles({
  all: { display: "grid", gap: "8px" },
  list: { listStyle: "none", margin: 0, padding: 0 },
  line: { display: "flex", alignItems: "center", gap: "4px", minHeight: "32px" },
  name: { flex: 1, minWidth: 0, overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  button: { minWidth: 0, minHeight: "28px", padding: "0 6px" },
  hint: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  adds: { display: "flex", flexWrap: "wrap", gap: "4px" },
});

interface OrderEditorProps {
  /** In the fixed order. */
  readonly names: readonly string[];
  /** Consultants who are not in it. */
  readonly outside: readonly string[];
  readonly busy: boolean;
  readonly onAct: (act: Act) => void;
}

/** The manager's: the fixed order, who joins and who leaves. */
export const OrderEditor = ({ names, outside, busy, onAct }: OrderEditorProps) => {
  const styles = useStyles();
  const { t } = useTranslation();
  const [order, setOrder] = useState(names);
  const held = names.join("\n");
  useEffect(() => {
    setOrder(held === "" ? [] : held.split("\n"));
  }, [held]);
  const swap = (at: number, by: number): void => {
    const [one, other] = [order[at], order[at + by]];
    if (one === undefined || other === undefined) return;
    setOrder(order.map((name) => (name === one ? other : name === other ? one : name)));
  };
  const [first = ""] = order;
  return (
    <div className={styles.all}>
      <ol className={styles.list}>
        {order.map((name, at) => (
          <li key={name} className={styles.line}>
            <span className={styles.name}>
              {at + 1} {name}
            </span>
            <Button
              size="small"
              appearance="subtle"
              className={styles.button}
              icon={<ArrowUp16Regular />}
              disabled={at === 0}
              aria-label={t("turn.up", { name })}
              onClick={() => swap(at, -1)}
            />
            <Button
              size="small"
              appearance="subtle"
              className={styles.button}
              icon={<ArrowDown16Regular />}
              disabled={at === order.length - 1}
              aria-label={t("turn.down", { name })}
              onClick={() => swap(at, 1)}
            />
            <Button
              size="small"
              appearance="subtle"
              className={styles.button}
              icon={<Dismiss16Regular />}
              disabledFocusable={busy}
              aria-label={t("turn.remove", { name })}
              onClick={() =>
                onAct({
                  doing: "移出轮序",
                  said: t("turn.removed", { name }),
                  decide: (book) => quitTurn(book, name),
                })
              }
            />
          </li>
        ))}
      </ol>
      {outside.length === 0 ? null : (
        <div className={styles.adds}>
          {outside.map((name) => (
            <Button
              key={name}
              size="small"
              icon={<Add16Regular />}
              disabledFocusable={busy}
              onClick={() =>
                onAct({
                  doing: "加入轮序",
                  said: t("turn.added", { name }),
                  decide: (book, at) => joinTurn(book, name, at),
                })
              }
            >
              {t("turn.add", { name })}
            </Button>
          ))}
        </div>
      )}
      <span className={styles.hint}>{t("turn.orderHint")}</span>
      <Button
        disabledFocusable={busy}
        onClick={() =>
          onAct({
            doing: "改轮序",
            said: t("turn.reordered", { name: first }),
            decide: (book, at) => reorderTurn(book, order, at),
          })
        }
      >
        {t("turn.saveOrder")}
      </Button>
    </div>
  );
};
