/** 客户档案: what was learnt of a client, into their one row. A no to being contacted stays a no (R15). */
import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { fieldsOf } from "../../domain/form/form";
import { profiles } from "../../domain/forms/profiles";
import { amendProfile, profileWants } from "../../domain/register/client/amend-profile";
import { consents } from "../../domain/register/care/consents";
import { clientAt } from "../../domain/register/raw-cell";
import { readAnswer } from "../../domain/register/read-answer";
import { cellAt } from "../../domain/register/register";
import type { SiteBook } from "../../domain/register/site";
import { parseClientNumber } from "../../domain/rules/client-number";
import { Doing, SaveBar } from "../client/doing";
import { EntryForm } from "../entry/entry-form";
import { OutrunBar } from "../entry/outrun-bar";
import { shownAnswer, useEntry } from "../entry/use-entry";
import { usePaper } from "../entry/use-paper";
import { useSave } from "../entry/use-save";
import type { CalendarDay } from "../../domain/kit/calendar-day";
import { useServices } from "../services";
import { PageFrame } from "../shell/page";
import { RefusalBar } from "../shell/refusal-bar";
import { go } from "../shell/route";
import { useSite } from "../shell/site";
import { useToasts } from "../shell/toasts";

const doing = "更新客户档案";
const others = ["clientId"];

/** The row as the form shows it; empty blanks where there is none. `book` holds `profiles`. */
const profileOf = (book: SiteBook, id: string, today: CalendarDay): Record<string, string> => {
  const shown: Record<string, string> = { clientId: id };
  const register = book.registers.profiles;
  const client = parseClientNumber(id)?.client;
  for (let index = 0; register && client !== undefined && index < register.count; index++) {
    if (clientAt(register, "clientId", index) !== client) continue;
    for (const [key, field] of fieldsOf(profiles)) {
      if (field.kind === "computed" || key === "clientId") continue;
      const cell = cellAt(register, key, index);
      if (cell === null || cell === "") continue;
      const { answer } = readAnswer(field, cell, { site: book.site, today });
      shown[key] = answer === undefined ? String(cell) : shownAnswer(profiles, key, answer);
    }
    break;
  }
  return shown;
};

interface ProfileFormProps {
  readonly client: { readonly id: string; readonly name: string };
  /** As read with `profileWants`. */
  readonly book: SiteBook;
}

export const ProfileForm = ({ client, book }: ProfileFormProps) => {
  const { t } = useTranslation();
  const services = useServices();
  const site = useSite();
  const toast = useToasts();
  const saver = useSave();
  const today = services.today();
  const paper = usePaper(site, undefined, today);
  const defaults = useMemo(() => profileOf(book, client.id, today), [book, client.id, today]);
  const entry = useEntry({
    form: profiles,
    page: `profile-${client.id}`,
    site,
    today,
    defaults,
    without: others,
    amends: true,
  });
  const number = parseClientNumber(client.id)?.client;
  const hasRefused = useMemo(
    () => number !== undefined && consents(book).get(number) === "no",
    [book, number],
  );
  const leave = () => go("client", { client: client.id });
  const save = async (): Promise<void> => {
    entry.attempt();
    if (entry.errors.length > 0) return;
    // Only what was changed here: a colleague's new answers in other blanks stay.
    const answers = { ...entry.changed, clientId: client.id };
    const { seen } = entry;
    const entered = await saver.save({
      doing,
      wants: profileWants,
      decide: (fresh) => amendProfile(fresh, answers, { today, seen }),
    });
    if (entered === undefined) return;
    if (!entered.ok) {
      entry.refuse(entered.problems);
      return;
    }
    entry.clear();
    toast({ title: t("care.profiled", { name: client.name }), undo: true });
    leave();
  };
  return (
    <PageFrame
      label={t("care.profile")}
      onSubmit={() => void save()}
      onCancel={leave}
      notice={
        saver.refusal ? (
          <RefusalBar refusal={saver.refusal} retry={() => void save()} />
        ) : entry.outrun.length > 0 ? (
          <OutrunBar form={profiles} entry={entry} />
        ) : undefined
      }
      bar={<SaveBar busy={saver.busy} disabled={!entry.dirty} label={t("care.save")} onCancel={leave} />}
    >
      <Doing client={client.id} name={client.name} title={`${t("care.profile")} · ${client.name}`} />
      {hasRefused ? (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t("care.refusedConsent")}</MessageBarBody>
        </MessageBar>
      ) : null}
      <EntryForm
        form={profiles}
        draft={entry.values}
        onChange={entry.set}
        onLeave={entry.leave}
        messages={entry.messages}
        paper={paper}
        autoFocus={false}
        leaveOut={(key) => others.includes(key) || (hasRefused && key === "consent")}
      />
    </PageFrame>
  );
};
