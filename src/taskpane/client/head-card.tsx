import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Copy16Regular } from "@fluentui/react-icons/svg/copy";
import { Edit16Regular } from "@fluentui/react-icons/svg/edit";
import { Merge16Regular } from "@fluentui/react-icons/svg/merge";
import { PersonSwap16Regular } from "@fluentui/react-icons/svg/person-swap";
import { Table16Regular } from "@fluentui/react-icons/svg/table";
import { useTranslation } from "react-i18next";
import type { CalendarDay } from "../../domain/kit/calendar-day";
import type { DueLine } from "../../domain/register/follow-up/due-list";
import type { ClientNumber } from "../../domain/rules/client-number";
import type { PrintKey } from "../../workbook/plan/print-book";
import type { KnownClient } from "../entry/clients";
import { GradeBadge } from "../entry/grade-badge";
import { PrintButton } from "../print/print-button";
import { copyText } from "../shell/copy";
import { go } from "../shell/route";
import { shortDay } from "../shell/short-day";
import { useToasts } from "../shell/toasts";
import { useJump } from "./use-jump";

const useStyles = makeStyles({
  card: {
    display: "grid",
    gap: "6px",
    padding: "8px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  head: { display: "flex", alignItems: "center", gap: "8px", minWidth: 0 },
  name: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: "anywhere",
  },
  number: {
    marginLeft: "auto",
    fontVariantNumeric: "tabular-nums",
    color: tokens.colorNeutralForeground2,
    whiteSpace: "nowrap",
  },
  facts: {
    display: "flex",
    flexWrap: "wrap",
    gap: "2px 12px",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  owner: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  overdue: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
  today: { color: tokens.colorPaletteMarigoldForeground2, fontWeight: tokens.fontWeightSemibold },
  phones: { display: "flex", flexWrap: "wrap", gap: "0 8px" },
  phone: {
    minWidth: 0,
    padding: "0 4px",
    marginLeft: "-4px",
    fontWeight: tokens.fontWeightRegular,
    fontVariantNumeric: "tabular-nums",
    color: tokens.colorBrandForegroundLink,
  },
  actions: { display: "flex", flexWrap: "wrap", gap: "6px" },
  action: { minWidth: 0 },
});

const cards = ["returnVisits", "visitors"] as const satisfies readonly PrintKey[];

interface HeadCardProps {
  readonly client: KnownClient;
  readonly formers: readonly string[];
  readonly line: DueLine | undefined;
  /** Of 等级跟踪; nothing where it has no row. */
  readonly gradeRow: number | undefined;
  /** Units of their live deals. */
  readonly bought: readonly string[];
  readonly today: CalendarDay;
}

/** Who it is, how to reach them, whose they are, when they are due, and what can be done. */
export const HeadCard = ({ client, formers, line, gradeRow, bought, today }: HeadCardProps) => {
  const styles = useStyles();
  const { t } = useTranslation();
  const toast = useToasts();
  const jump = useJump();
  const copy = (phone: string): void => {
    void copyText(phone).then((done) =>
      toast(done ? { title: t("today.copied", { phone }) } : { title: phone, intent: "info" }),
    );
  };
  const phones = client.phones.flatMap((cell) => cell.split("、"));
  const act = (name: string) => () => go("client", { client: client.id, do: name });
  return (
    <section className={styles.card} aria-labelledby="client-name">
      <div className={styles.head}>
        {client.grade ? <GradeBadge grade={client.grade} /> : null}
        <h2 id="client-name" className={styles.name}>
          {client.name || "—"}
        </h2>
        <span className={styles.number}>{client.id}</span>
      </div>
      <div className={styles.facts}>
        <span className={styles.owner}>
          {client.consultant === "" ? t("client.noOwner") : t("client.owner", { owner: client.consultant })}
        </span>
        {formers.length > 0 ? <span>{t("client.former", { names: formers.join("、") })}</span> : null}
        {line ? (
          <span
            className={mergeClasses(
              line.status === "overdue" && styles.overdue,
              line.status === "today" && styles.today,
            )}
          >
            {line.status === "overdue"
              ? t("today.days", { n: line.daysOverdue })
              : line.status === "today"
                ? t("today.dueToday")
                : line.due === undefined
                  ? line.statusText
                  : t("client.due", { day: shortDay(line.due, today) })}
          </span>
        ) : null}
      </div>
      <div className={styles.phones}>
        {phones.length === 0 ? <span className={styles.facts}>{t("today.noPhone")}</span> : null}
        {phones.map((phone) => (
          <Button
            key={phone}
            size="small"
            appearance="transparent"
            className={styles.phone}
            icon={<Copy16Regular />}
            iconPosition="after"
            aria-label={t("client.copy", { phone })}
            onClick={() => copy(phone)}
          >
            {phone}
          </Button>
        ))}
      </div>
      <div className={styles.actions}>
        <Button
          size="small"
          appearance="primary"
          className={styles.action}
          onClick={() => go("follow", { client: client.id })}
        >
          {t("client.follow")}
        </Button>
        <Button size="small" className={styles.action} icon={<Edit16Regular />} onClick={act("edit")}>
          {t("client.edit")}
        </Button>
        {bought.map((unit) => (
          <Button
            key={unit}
            size="small"
            className={styles.action}
            aria-label={t("money.open", { name: client.name || client.id, unit })}
            onClick={() => go("money", { client: client.id, unit })}
          >
            {bought.length > 1 ? `${t("pages.money")} ${unit}` : t("pages.money")}
          </Button>
        ))}
        {(["invite", "score", "profile"] as const).map((each) => (
          <Button key={each} size="small" className={styles.action} onClick={act(each)}>
            {t(`client.${each}`)}
          </Button>
        ))}
        {client.grade === "×" ? (
          <Button size="small" className={styles.action} onClick={act("lost")}>
            {t("client.lost")}
          </Button>
        ) : null}
        <PrintButton
          size="small"
          prints={
            client.grade === "√"
              ? ["deals", ...cards]
              : client.grade === "×"
                ? ["lostClients", ...cards]
                : cards
          }
          clients={[client.id as ClientNumber]}
        />
        <Button size="small" className={styles.action} icon={<Merge16Regular />} onClick={act("merge")}>
          {t("client.merge")}
        </Button>
        <Button size="small" className={styles.action} icon={<PersonSwap16Regular />} onClick={act("assign")}>
          {t(client.grade === "×" ? "client.reassign" : "client.handOver")}
        </Button>
        {gradeRow === undefined ? null : (
          <Button
            size="small"
            className={styles.action}
            icon={<Table16Regular />}
            onClick={() => jump({ form: "grades", sheet: "等级跟踪", row: gradeRow }, "name")}
          >
            {t("client.toRow")}
          </Button>
        )}
      </div>
    </section>
  );
};
