/** Whose deal it is, and how its money stands. */
import { makeStyles, mergeClasses, ProgressBar, tokens } from "@fluentui/react-components";
import { useTranslation } from "react-i18next";
import type { Deal } from "../../domain/register/sales/sales-ledger";
import { type Fact, Facts } from "../board/facts";
import { amounts, useStateStyles } from "../board/state-look";
import { go } from "../shell/route";

const useStyles = makeStyles({
  card: {
    display: "grid",
    gap: "6px",
    padding: "8px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  head: { display: "flex", alignItems: "baseline", flexWrap: "wrap", gap: "2px 8px", minWidth: 0 },
  name: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  link: {
    padding: 0,
    border: "none",
    background: "none",
    font: "inherit",
    color: tokens.colorBrandForegroundLink,
    cursor: "pointer",
    overflowWrap: "anywhere",
    textAlign: "left",
    ":hover": { textDecorationLine: "underline" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  strong: { fontWeight: tokens.fontWeightSemibold },
  state: { padding: "0 6px", borderRadius: tokens.borderRadiusSmall, whiteSpace: "nowrap" },
});

export const DealCard = ({ deal, payment }: { readonly deal: Deal; readonly payment: string }) => {
  const styles = useStyles();
  const states = useStateStyles();
  const { t } = useTranslation();
  const { totalPrice: total, paid, owed, clientId, unitNow: unit } = deal;
  const name = deal.name || clientId;
  const share = total === undefined || total <= 0 ? undefined : Math.floor((paid / total) * 1000) / 10;
  const yuan = (n: number) => t("money.yuan", { n: amounts.format(n) });
  const facts: readonly Fact[] = [
    [t("money.price"), total === undefined ? "" : yuan(total)],
    [
      t("money.paid"),
      share === undefined ? yuan(paid) : t("money.paidOf", { n: amounts.format(paid), share }),
    ],
    owed !== undefined && owed < 0
      ? [t("money.over"), yuan(Math.abs(owed))]
      : [t("money.unpaid"), owed === undefined ? "" : yuan(owed)],
    [t("money.payment"), payment || t("money.noPayment")],
    [t("money.subscribed"), deal.subscribedOn ?? ""],
    [t("money.signed"), deal.signedOn ?? t("money.unsigned")],
    [t("money.consultant"), deal.consultant],
  ];
  return (
    <section className={styles.card} aria-label={t("money.card", { name, unit })}>
      <div className={styles.head}>
        <h2 className={styles.name}>
          <button
            type="button"
            className={mergeClasses(styles.link, styles.strong)}
            title={t("money.toClient", { name })}
            onClick={() => go("client", { client: clientId })}
          >
            {name}
          </button>
        </h2>
        <button
          type="button"
          className={styles.link}
          title={t("money.toUnit", { unit })}
          onClick={() => go("board", { unit })}
        >
          {unit}
        </button>
        <span className={mergeClasses(styles.state, states[deal.state])}>
          {t(`board.state_${deal.state}`)}
        </span>
      </div>
      {share === undefined ? null : (
        <ProgressBar
          value={Math.min(1, Math.max(0, share / 100))}
          thickness="large"
          aria-label={t("money.progress", { share })}
        />
      )}
      <Facts facts={facts} />
    </section>
  );
};
