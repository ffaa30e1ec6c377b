/** 未成交分析: why a client given up did not buy (form 8). */
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { lostClients } from "../../domain/forms/lost-clients";
import { lostWants, prefillLost, reportLost } from "../../domain/register/client/report-lost";
import type { SiteBook } from "../../domain/register/site";
import { clientsAsked } from "../../domain/register/some-rows";
import { wantedTogether } from "../../domain/register/wanted";
import { type ClientNumber, lostNumber } from "../../domain/rules/client-number";
import { knownClients } from "../entry/clients";
import { EntryForm } from "../entry/entry-form";
import { submitEntry } from "../entry/submit-entry";
import { Summary } from "../entry/summary";
import { messageOf, shownAnswer, useEntry } from "../entry/use-entry";
import { usePaper } from "../entry/use-paper";
import { useSave } from "../entry/use-save";
import { useServices } from "../services";
import { PageFrame } from "../shell/page";
import { useRowsReading } from "../shell/reading";
import { RefusalBar } from "../shell/refusal-bar";
import { go } from "../shell/route";
import { useSite } from "../shell/site";
import { useToasts } from "../shell/toasts";
import { Unread } from "../shell/unread";
import { Doing, SaveBar } from "./doing";
import { UnknownClient } from "./unknown-client";

const wants = wantedTogether(lostWants, { calls: ["clientId", "name", "mobile"] });
const doing = "填写未成交分析";

interface LostFormProps {
  readonly book: SiteBook;
  readonly client: ClientNumber;
  readonly name: string;
}

const LostForm = ({ book, client, name }: LostFormProps) => {
  const { t, i18n } = useTranslation();
  const services = useServices();
  const site = useSite();
  const toast = useToasts();
  const saver = useSave();
  const today = services.today();
  const paper = usePaper(site, book, today);
  const defaults = useMemo(
    () =>
      Object.fromEntries(
        Object.entries({ name, ...prefillLost(book, client, today) }).map(([key, answer]) => [
          key,
          shownAnswer(lostClients, key, answer),
        ]),
      ),
    [book, client, name, today],
  );
  const entry = useEntry({ form: lostClients, page: `lost-${client}`, site, today, defaults, without });
  const leave = () => go("client", { client });
  const submit = async () => {
    const decision = await submitEntry("lostClients", entry, saver, {
      doing,
      wants: lostWants,
      decide: (fresh) => reportLost(fresh, { ...entry.values, lostId: client }, { today }),
    });
    if (decision === undefined) return;
    entry.clear();
    const [hint] = decision.hints;
    toast({
      title: t("client.lostSaved", { number: lostNumber(client) }),
      body: hint && messageOf(hint, i18n.language).says,
      undo: true,
    });
    leave();
  };
  return (
    <PageFrame
      label={t("client.lost")}
      onSubmit={() => void submit()}
      onCancel={leave}
      notice={saver.refusal ? <RefusalBar refusal={saver.refusal} retry={() => void submit()} /> : undefined}
      bar={<SaveBar busy={saver.busy} label={t("shell.save")} onCancel={leave} />}
    >
      <Doing client={client} name={name} title={`${t("client.lost")} ${lostNumber(client)}`} />
      {entry.attempted ? <Summary form={lostClients} messages={entry.messages} /> : null}
      <EntryForm
        form={lostClients}
        draft={entry.values}
        onChange={entry.set}
        onLeave={entry.leave}
        messages={entry.messages}
        paper={paper}
      />
    </PageFrame>
  );
};

const without = ["lostId"];

export const LostView = ({ client }: { readonly client: ClientNumber }) => {
  const today = useServices().today();
  const asked = useMemo(() => clientsAsked(wants, () => [client]), [client]);
  const { book, refusal, again } = useRowsReading(asked, `${doing} ${client}`, doing);
  const known = useMemo(
    () => (book ? knownClients(book, today).find(({ id }) => id === client) : undefined),
    [book, client, today],
  );
  if (book === undefined) return <Unread refusal={refusal} again={again} />;
  return known === undefined ? (
    <UnknownClient client={client} />
  ) : (
    <LostForm book={book} client={client} name={known.name} />
  );
};
