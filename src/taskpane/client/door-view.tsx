/** 门口判客: whose the person is who stands at the door; and clients whom two consultants claim. */
import { Button, Dropdown, Field, Input, makeStyles, Option, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { type CaseBook, caseBook } from "../../domain/register/ownership/case-book";
import { disputes, sharersOf } from "../../domain/register/ownership/disputes";
import type { SiteBook } from "../../domain/register/site";
import { doorVerdicts, doorWants, meantAtDoor, verdictRows } from "../../domain/register/ownership/verdict";
import { wantedTogether } from "../../domain/register/wanted";
import { type ClientNumber, parseClientNumber } from "../../domain/rules/client-number";
import { commonKin } from "../../domain/rules/kin";
import { ClientBlank } from "../blank/client-blank";
import { knownWants } from "../entry/clients";
import { usePaper } from "../entry/use-paper";
import { useServices } from "../services";
import { PageFrame } from "../shell/page";
import { type Reading, useReading, useRowsReading } from "../shell/reading";
import { RefusalBar } from "../shell/refusal-bar";
import { go, useRoute } from "../shell/route";
import { useSite } from "../shell/site";
import { Unread } from "../shell/unread";
import { BackToFind } from "./one-client";
import { VerdictCard } from "./verdict-card";

const wants = wantedTogether(knownWants, doorWants);
const doing = "判客";
/** Of namesakes the first are enough. */
const mostShown = 5;

const useStyles = makeStyles({
  title: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  grid: { display: "grid", gridTemplateColumns: "repeat(2, minmax(0, 1fr))", gap: "8px" },
  control: { minWidth: 0, width: "100%" },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  about: { display: "flex", flexWrap: "wrap", gap: "0 8px", alignItems: "baseline" },
  who: { minWidth: 0, padding: "0 4px", marginLeft: "-4px", fontWeight: tokens.fontWeightSemibold },
  buttons: { display: "flex", gap: "6px", flexWrap: "wrap" },
});

interface Cases extends Pick<Reading, "refusal" | "again"> {
  readonly cases: CaseBook | undefined;
}

/** All that verdicts on these clients rest on. */
const useCases = (
  clients: readonly ClientNumber[],
  name: string,
  seen: SiteBook | undefined,
  shown: boolean,
): Cases => {
  const today = useServices().today();
  const asked = useMemo(() => verdictRows(clients), [clients]);
  const { book, refusal, again } = useRowsReading(asked, name, doing, shown, seen);
  const cases = useMemo(() => (book ? caseBook(book, today) : undefined), [book, today]);
  return { cases, refusal, again };
};

const isPhoneLike = (typed: string): boolean => /^[\d\s+()-]{3,}$/u.test(typed);

export const DoorView = () => {
  const styles = useStyles();
  const { t } = useTranslation();
  const services = useServices();
  const site = useSite();
  const { asked } = useRoute();
  const who = asked["who"] ?? "";
  const [name, setName] = useState(isPhoneLike(who) ? "" : who);
  const [phone, setPhone] = useState(isPhoneLike(who) ? who : "");
  const [asksFor, setAsksFor] = useState("");
  const [referrer, setReferrer] = useState("");
  const [kinOf, setKinOf] = useState("");
  const [relation, setRelation] = useState<string>(commonKin[0]);
  const today = services.today();
  const { book, refusal, again } = useReading(wants, doing);
  const paper = usePaper(site, book, today);
  const sharers = useMemo(() => (book === undefined ? [] : [...sharersOf(book)]), [book]);
  const sharing = useCases(sharers, `${doing} 重复`, book, sharers.length > 0);
  const claimed = useMemo(() => (sharing.cases ? disputes(sharing.cases) : []), [sharing.cases]);
  const brought = parseClientNumber(referrer)?.client;
  const of = parseClientNumber(kinOf)?.client;
  const kin = useMemo(() => (of === undefined ? undefined : { of, relation }), [of, relation]);
  const isAsked = name.trim() !== "" || phone.trim() !== "" || asksFor !== "" || kin !== undefined;
  const meant = useMemo(() => {
    const people = book === undefined ? [] : meantAtDoor(book, { name, phone, kin }).slice(0, mostShown);
    const clients = people.flatMap(({ client }) => (client ? [client.id] : []));
    return brought === undefined ? clients : [...clients, brought];
  }, [book, name, phone, brought, kin]);
  const theirs = useCases(meant, `${doing} ${meant.join()}`, book, isAsked && book !== undefined);
  const found = useMemo(
    () =>
      theirs.cases && isAsked
        ? doorVerdicts(theirs.cases, { name, phone, asksFor, referrer: brought, kin, now: services.now() })
        : undefined,
    [theirs.cases, isAsked, name, phone, asksFor, brought, kin, services],
  );
  const unread = [theirs, sharing].find((each) => each.refusal !== undefined);

  if (book === undefined) return <Unread refusal={refusal} again={again} />;
  const consultants = site.consultants.filter(({ active }) => active).map((each) => each.name);
  const other = t("client.doorOtherKin");
  const relations = [...new Set([...commonKin, ...site.policies.kin, other])];
  const called = (id: string, said: string) => (
    <Button
      size="small"
      appearance="transparent"
      className={styles.who}
      onClick={() => go("client", { client: id })}
    >
      {said} {id}
    </Button>
  );
  const client = (name: string, caption: string, value: string, change: (value: string) => void) => (
    <Field label={{ children: caption, htmlFor: `door-${name}` }} size="small">
      <ClientBlank
        id={`door-${name}`}
        name={name}
        caption={caption}
        value={value}
        onChange={change}
        onLeave={() => undefined}
        required={false}
        invalid={false}
        describedBy={undefined}
        paper={paper}
      />
    </Field>
  );
  return (
    <PageFrame label={t("client.doorTitle")} onCancel={() => go("client")}>
      <BackToFind />
      <h2 className={styles.title}>{t("client.doorTitle")}</h2>
      <div className={styles.grid}>
        <Field label={t("client.doorName")} size="small">
          <Input
            autoComplete="off"
            className={styles.control}
            value={name}
            onChange={(_, data) => setName(data.value)}
          />
        </Field>
        <Field label={t("client.doorPhone")} size="small">
          <Input
            autoComplete="off"
            inputMode="tel"
            className={styles.control}
            value={phone}
            onChange={(_, data) => setPhone(data.value)}
          />
        </Field>
        <Field label={t("client.doorAsks")} size="small">
          <Dropdown
            className={styles.control}
            value={asksFor || t("client.doorNobody")}
            selectedOptions={[asksFor]}
            onOptionSelect={(_, data) => setAsksFor(data.optionValue ?? "")}
          >
            <Option value="">{t("client.doorNobody")}</Option>
            {consultants.map((each) => (
              <Option key={each} value={each}>
                {each}
              </Option>
            ))}
          </Dropdown>
        </Field>
        {client("referrer", t("client.doorReferrer"), referrer, setReferrer)}
        {client("kinOf", t("client.doorKin"), kinOf, setKinOf)}
        {kin === undefined ? null : (
          <Field label={t("client.doorRelation")} size="small">
            <Dropdown
              className={styles.control}
              value={relation}
              selectedOptions={[relation]}
              onOptionSelect={(_, data) => setRelation(data.optionValue ?? other)}
            >
              {relations.map((each) => (
                <Option key={each} value={each}>
                  {each}
                </Option>
              ))}
            </Dropdown>
          </Field>
        )}
      </div>
      {refusal ? <RefusalBar refusal={refusal} retry={again} /> : null}
      {unread?.refusal ? <RefusalBar refusal={unread.refusal} retry={unread.again} /> : null}
      {found === undefined ? (
        <span className={styles.quiet}>{t(isAsked ? "shell.reading" : "client.doorEmpty")}</span>
      ) : (
        <div role="status" style={{ display: "grid", gap: 8 }}>
          {found.slice(0, mostShown).map(({ client, how, relation, verdict }) => (
            <VerdictCard
              key={client?.id ?? "new"}
              verdict={verdict}
              about={
                <div className={styles.about}>
                  {client === undefined ? (
                    <strong>{t("client.doorNew")}</strong>
                  ) : (
                    called(client.id, client.name)
                  )}
                  <span className={styles.quiet}>
                    {t(`client.doorHow.${how}`, { relation: relation ?? "" })}
                  </span>
                </div>
              }
            />
          ))}
        </div>
      )}
      <h2 className={styles.title}>
        {t("client.disputesTitle")} {claimed.length === 0 ? "" : claimed.length}
      </h2>
      {claimed.length > 0 ? null : (
        <span className={styles.quiet}>
          {t(sharers.length > 0 && sharing.cases === undefined ? "shell.reading" : "client.disputesNone")}
        </span>
      )}
      {claimed.slice(0, 40).map((each) => (
        <VerdictCard
          key={each.clients.join()}
          verdict={each.verdict}
          about={
            <div className={styles.about}>
              {each.clients.map((id) => (
                <span key={id}>{called(id, each.name)}</span>
              ))}
              <span className={styles.quiet}>
                {t("client.disputeOwners", { owners: each.owners.join("、") })}
              </span>
            </div>
          }
        >
          <div className={styles.buttons}>
            <Button
              size="small"
              onClick={() =>
                go("client", { client: each.clients[0] ?? "", do: "merge", other: each.clients[1] ?? "" })
              }
            >
              {t("client.disputeMerge")}
            </Button>
          </div>
        </VerdictCard>
      ))}
      {claimed.length > 40 ? (
        <span className={styles.quiet}>{t("client.more", { n: claimed.length - 40 })}</span>
      ) : null}
    </PageFrame>
  );
};
