/** 修改: a row of a client, in the form it was entered with. */
import { Dropdown, Field, Option } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { formOf } from "../../domain/forms/index";
import { amendable, amendClient, amendWants } from "../../domain/register/client/amend-client";
import { isEmptyCell, readAnswer } from "../../domain/register/read-answer";
import { cellAt } from "../../domain/register/register";
import type { Site, SiteBook } from "../../domain/register/site";
import { type Standing, standings } from "../../domain/register/standing";
import type { CalendarDay } from "../../domain/kit/calendar-day";
import type { ClientNumber } from "../../domain/rules/client-number";
import { amendRows } from "../entry/clients";
import type { Draft } from "../entry/drafts";
import { EntryForm, focusBlank } from "../entry/entry-form";
import { OutrunBar } from "../entry/outrun-bar";
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

/** The row's answers as people type them; what cannot be understood stands as it is. */
const shownRow = ({ form, register, index }: Standing, site: Site, today: CalendarDay): Draft =>
  Object.fromEntries(
    amendable(form).flatMap((key): readonly (readonly [string, string])[] => {
      const field = formOf(form).fields[key];
      const cell = cellAt(register, key, index);
      if (field === undefined || isEmptyCell(cell)) return [];
      const { answer } = readAnswer(field, cell, { site, today });
      return [[key, answer === undefined ? String(cell) : shownAnswer(formOf(form), key, answer)]];
    }),
  );

export const AmendView = ({ client }: { readonly client: ClientNumber }) => {
  const { t } = useTranslation();
  const asked = useMemo(() => amendRows(client), [client]);
  const { book, refusal, again } = useRowsReading(asked, `修改客户 ${client}`, "修改客户");
  const [chosen, choose] = useState(0);
  if (book === undefined) return <Unread refusal={refusal} again={again} />;
  const rows = standings(book).filter(({ clientId }) => clientId === client);
  const row = rows[chosen] ?? rows[0];
  if (row === undefined) return <UnknownClient client={client} />;
  const called = ({ register, row: at }: Standing): string =>
    t("client.rowAt", { sheet: register.sheet, row: at });
  const which =
    rows.length < 2 ? null : (
      <Field label={t("client.editWhich")} size="small">
        <Dropdown
          value={called(row)}
          selectedOptions={[String(rows.indexOf(row))]}
          onOptionSelect={(_, data) => choose(Number(data.optionValue ?? 0))}
        >
          {rows.map((each, at) => (
            <Option key={called(each)} value={String(at)}>
              {called(each)}
            </Option>
          ))}
        </Dropdown>
      </Field>
    );
  return <AmendRow key={`${row.form}-${row.row}`} client={client} row={row} book={book} which={which} />;
};

interface AmendRowProps {
  readonly client: ClientNumber;
  readonly row: Standing;
  readonly book: SiteBook;
  readonly which: React.ReactNode;
}

const AmendRow = ({ client, row, book, which }: AmendRowProps) => {
  const { t, i18n } = useTranslation();
  const services = useServices();
  const site = useSite();
  const toast = useToasts();
  const saver = useSave();
  const today = services.today();
  const paper = usePaper(site, book, today);
  const form = formOf(row.form);
  // As it stood when the page was opened: a reading in between must not move what somebody is typing into.
  const [before] = useState(() => shownRow(row, site, today));
  const entry = useEntry({
    form,
    page: `amend-${row.form}-${client}-${row.row}`,
    site,
    today,
    defaults: before,
    amends: true,
  });
  const { values, changed, seen } = entry;
  const leave = () => {
    entry.clear();
    go("client", { client });
  };
  const submit = async () => {
    if (saver.busy) return;
    entry.attempt();
    const entered = await saver.save({
      doing: "修改客户",
      wants: amendWants(row.form),
      decide: (fresh) =>
        amendClient(
          fresh,
          { form: row.form, row: row.row, clientId: client, answers: changed, seen },
          { today },
        ),
    });
    if (entered === undefined) return;
    if (!entered.ok) {
      entry.refuse(entered.problems);
      const key = entered.problems[0]?.key;
      if (key !== undefined) requestAnimationFrame(() => focusBlank(form.key, key));
      return;
    }
    const [hint] = entered.decision.hints;
    toast({
      title: t("client.editSaved", { name: row.name, number: client }),
      body: hint && messageOf(hint, i18n.language).says,
      undo: true,
    });
    leave();
  };
  return (
    <PageFrame
      label={t("client.editTitle", { name: row.name })}
      onSubmit={() => void submit()}
      onCancel={leave}
      notice={
        saver.refusal ? (
          <RefusalBar refusal={saver.refusal} retry={() => void submit()} />
        ) : entry.outrun.length > 0 ? (
          <OutrunBar form={form} entry={entry} />
        ) : undefined
      }
      bar={
        <SaveBar
          busy={saver.busy}
          label={t("shell.save")}
          disabled={Object.keys(changed).length === 0}
          onCancel={leave}
        />
      }
    >
      <Doing client={client} name={row.name} title={t("client.editTitle", { name: row.name })} />
      {which}
      {entry.attempted && entry.outrun.length === 0 ? (
        <Summary form={form} messages={entry.messages} />
      ) : null}
      <EntryForm
        form={form}
        draft={values}
        onChange={entry.set}
        onLeave={entry.leave}
        messages={entry.messages}
        paper={paper}
        autoFocus={false}
      />
    </PageFrame>
  );
};
