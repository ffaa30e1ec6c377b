/** One client: the card, whose they are, and their life on a line of time. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowLeft16Regular } from "@fluentui/react-icons/svg/arrow-left";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { bookOfOne } from "../../domain/register/client/book-of-one";
import { caseBook, formersOf, ownershipWants } from "../../domain/register/ownership/case-book";
import { lifeOf, lifeWants } from "../../domain/register/client/client-life";
import { dueList, dueWants } from "../../domain/register/follow-up/due-list";
import { gradeRows } from "../../domain/register/grade-rows";
import { textAt } from "../../domain/register/raw-cell";
import { isLive, salesLedger } from "../../domain/register/sales/sales-ledger";
import { referralRows, referralsOf, referralView, referralWants } from "../../domain/register/care/referrals";
import type { SiteBook } from "../../domain/register/site";
import { clientsAsked } from "../../domain/register/some-rows";
import { verdictOf } from "../../domain/register/ownership/verdict";
import { wantedTogether } from "../../domain/register/wanted";
import type { CalendarDay } from "../../domain/kit/calendar-day";
import type { ClientNumber } from "../../domain/rules/client-number";
import { descendants } from "../../domain/rules/referral-tree";
import { knownClients } from "../entry/clients";
import { useServices } from "../services";
import { PageFrame } from "../shell/page";
import { useRowsReading } from "../shell/reading";
import { RefusalBar } from "../shell/refusal-bar";
import { go } from "../shell/route";
import { Unread } from "../shell/unread";
import { HeadCard } from "./head-card";
import { LifeLine } from "./life-line";
import { ReferralCard } from "./referral-card";
import { UnknownClient } from "./unknown-client";
import { VerdictCard } from "./verdict-card";

const wanted = wantedTogether(dueWants, ownershipWants, lifeWants, referralWants);

/** The client's rows, and those of whoever brought them and whomever they brought (R16). */
const askedOf = (client: ClientNumber) =>
  clientsAsked(wanted, (seen) => {
    const by = referralRows(seen).flatMap((row) => (row.client === client ? [row.referrer] : []));
    return [client, ...by, ...descendants(referralsOf(seen), client).map((each) => each.client)];
  });

const useStyles = makeStyles({
  back: { alignSelf: "flex-start", minWidth: 0, marginLeft: "-8px", color: tokens.colorNeutralForeground2 },
});

const gathered = (book: SiteBook, client: ClientNumber, today: CalendarDay) => {
  const alone = bookOfOne(book, client);
  const known = knownClients(alone, today).find(({ id }) => id === client);
  const row = gradeRows(book, today).find(({ clientId }) => clientId === client);
  return {
    known,
    row,
    formers: row === undefined ? [] : formersOf(textAt(row.register, "formerConsultant", row.index)),
    line: dueList(alone, today, { all: true }).find(({ clientId }) => clientId === client),
    verdict: verdictOf(caseBook(book, today), client),
    bought: (salesLedger(book, today).dealsOf.get(client) ?? []).filter(isLive).map((deal) => deal.unitNow),
    referrals: referralView(book, client, today),
    life: lifeOf(book, client, today),
  };
};

export const BackToFind = () => {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <Button
      size="small"
      appearance="subtle"
      className={styles.back}
      icon={<ArrowLeft16Regular />}
      onClick={() => go("client")}
    >
      {t("client.backToFind")}
    </Button>
  );
};

export const OneClient = ({ client }: { readonly client: ClientNumber }) => {
  const services = useServices();
  const today = services.today();
  const asked = useMemo(() => askedOf(client), [client]);
  const { book, refusal, again } = useRowsReading(asked, `读取客户 ${client}`, "读取客户");
  const found = useMemo(() => (book ? gathered(book, client, today) : undefined), [book, client, today]);

  if (book === undefined || found === undefined) return <Unread refusal={refusal} again={again} />;
  const { known, row, formers, line, verdict, bought, referrals, life } = found;
  if (known === undefined) return <UnknownClient client={client} />;
  return (
    <PageFrame label={`${known.name} ${client}`} onCancel={() => go("client")}>
      <BackToFind />
      {refusal ? <RefusalBar refusal={refusal} retry={again} /> : null}
      <HeadCard
        client={known}
        formers={formers}
        line={line}
        gradeRow={row?.row}
        bought={bought}
        today={today}
      />
      <VerdictCard verdict={verdict} client={client} />
      <ReferralCard view={referrals} />
      <LifeLine life={life} today={today} />
    </PageFrame>
  );
};
