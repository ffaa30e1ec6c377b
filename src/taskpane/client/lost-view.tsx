/** 未成交分析: why a client given up did not buy (form 8). */
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "../../domain/register/problem";
import { lostClients } from "../../domain/forms/lost-clients";
import { lostWants, prefillLost, reportLost } from "../../domain/register/report-lost";
import type { SiteBook } from "../../domain/register/site";
import { wantedTogether } from "../../domain/register/wanted";
import { type ClientNumber, lostNumber } from "../../domain/rules/client-number";
import { knownClients } from "../entry/clients";
import { EntryForm, focusBlank } from "../entry/entry-form";
import { Summary } from "../entry/summary";
import { messageOf, shownAnswer, useEntry } from "../entry/use-entry";
import { usePaper } from "../entry/use-paper";
import { useSave } from "../entry/use-save";
import { useServices } from "../services";
import { PageFrame } from "../shell/page";
import { useReading } from "../shell/reading";
import { RefusalBar } from "../shell/refusal-bar";
import { go } from "../shell/route";
import { useSite } from "../shell/site";
import { useToasts } from "../shell/toasts";
import { Unread } from "../shell/unread";
import { Doing, SaveBar } from "./doing";
import { RefusedBar } from "./refused-bar";
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
  // What concerns the number is said at the foot: it has no blank here.
  const [declined, setDeclined] = useState<readonly Problem[]>([]);
  const leave = () => go("client", { client });
  const submit = async () => {
    if (saver.busy) return;
    entry.attempt();
    const [first] = entry.errors;
    if (first !== undefined) {
      focusBlank("lostClients", first.key ?? "");
      return;
    }
    const entered = await saver.save({
      doing,
      wants: lostWants,
      decide: (fresh) => reportLost(fresh, { ...entry.values, lostId: client }, { today }),
    });
    if (entered === undefined) return;
    if (!entered.ok) {
      entry.refuse(entered.problems);
      setDeclined(entered.problems.filter(({ key }) => key === "lostId"));
      return;
    }
    entry.clear();
    const [hint] = entered.decision.hints;
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
      notice={
        saver.refusal ? (
          <RefusalBar refusal={saver.refusal} retry={() => void submit()} />
        ) : declined.length > 0 ? (
          <RefusedBar problems={declined} />
        ) : undefined
      }
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
  const { book, refusal, again } = useReading(wants, doing);
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
