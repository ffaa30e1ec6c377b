/** 催款 (R13): whom to call about what, the longest late first; finance once a client has refused. Below it 按揭资料. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ReceiptRegular } from "@fluentui/react-icons/svg/receipt";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Chase, Chasing } from "../../domain/register/sales/chasing";
import { Empty } from "../shell/page";
import { go } from "../shell/route";
import { RefuseButtons, type Refusing } from "../today/refuse-buttons";
import { amounts } from "./state-look";

const useStyles = makeStyles({
  heading: { margin: "12px 0 0", fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  alarm: { color: tokens.colorPaletteRedForeground1, fontVariantNumeric: "tabular-nums" },
  list: { listStyle: "none", margin: 0, padding: 0 },
  item: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    gap: "2px 8px",
    padding: "8px 0",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: {
    justifySelf: "start",
    border: "none",
    background: "none",
    padding: 0,
    font: "inherit",
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorBrandForegroundLink,
    cursor: "pointer",
    textAlign: "left",
    ":hover": { textDecorationLine: "underline" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  late: {
    justifySelf: "end",
    color: tokens.colorPaletteRedForeground1,
    fontVariantNumeric: "tabular-nums",
    whiteSpace: "nowrap",
  },
  what: { gridColumn: "1 / -1" },
  quiet: {
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    gridColumn: "1 / -1",
    overflowWrap: "anywhere",
  },
  buttons: { gridColumn: "1 / -1", display: "flex", flexWrap: "wrap", gap: "4px" },
});

const step = 40;

interface Asking {
  readonly refusing: Refusing;
  readonly onJump: (chase: Chase) => void;
}

const ChaseItems = ({ items, refusing, onJump }: Asking & { readonly items: readonly Chase[] }) => {
  const styles = useStyles();
  const { t } = useTranslation();
  const [shown, setShown] = useState(step);
  const wordsOf = ({ kind, what, amount }: Chase): string => {
    switch (kind) {
      case "instalment":
        return t("board.chaseInstalment", { what, n: amounts.format(amount ?? 0) });
      case "signing":
        return t("board.chaseSigning");
      case "deposit":
        return t("board.chaseDeposit", { what });
      case "paper":
        return t("board.chasePaper", { what });
    }
  };
  const turnOf = ({ by, consultant }: Chase): string => {
    if (by === "finance") return t("board.byFinance");
    return consultant === "" ? t("board.byAnybody") : t("board.byConsultant", { who: consultant });
  };
  return (
    <>
      <ul className={styles.list}>
        {items.slice(0, shown).map((each) => {
          const name = each.name === "" ? each.clientId : each.name;
          return (
            <li key={`${each.form} ${each.row}`} className={styles.item}>
              <button
                type="button"
                className={styles.name}
                title={t("board.goToRow", { name })}
                onClick={() => onJump(each)}
              >
                {name} {each.unitNo}
              </button>
              <span className={styles.late}>{t("board.late", { n: each.daysLate })}</span>
              <span className={styles.what}>{wordsOf(each)}</span>
              <span className={styles.quiet}>{turnOf(each)}</span>
              <span className={styles.buttons}>
                {each.kind === "deposit" ? null : (
                  <Button
                    size="small"
                    aria-label={t("money.open", { name, unit: each.unitNo })}
                    onClick={() => go("money", { client: each.clientId, unit: each.unitNo })}
                  >
                    {t("pages.money")}
                  </Button>
                )}
                <Button
                  size="small"
                  aria-label={t("board.followWho", { name })}
                  onClick={() => go("follow", { client: each.clientId })}
                >
                  {t("board.follow")}
                </Button>
                <RefuseButtons of={each} {...refusing} />
              </span>
            </li>
          );
        })}
      </ul>
      {items.length > shown ? (
        <Button appearance="subtle" onClick={() => setShown(shown + 5 * step)}>
          {t("board.moreChase", { n: Math.min(5 * step, items.length - shown) })}
        </Button>
      ) : null}
    </>
  );
};

export const ChaseList = ({ money, papers, ...asking }: Asking & Chasing) => {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <>
      {money.length === 0 ? (
        <Empty icon={<ReceiptRegular />} title={t("board.chaseNone")}>
          <span>{t("board.chaseNoneBody")}</span>
        </Empty>
      ) : (
        <ChaseItems items={money} {...asking} />
      )}
      {papers.length === 0 ? null : (
        <>
          <h3 className={styles.heading}>
            {t("board.papers")} <span className={styles.alarm}>{papers.length}</span>
          </h3>
          <ChaseItems items={papers} {...asking} />
        </>
      )}
    </>
  );
};
