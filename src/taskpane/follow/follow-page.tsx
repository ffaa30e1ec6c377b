/** 跟踪: logs a contact, and where it moves the client. */
import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
} from "@fluentui/react-components";
import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { followUps } from "../../domain/forms/follow-ups";
import { dueList, dueWants } from "../../domain/register/follow-up/due-list";
import { contactWants, logContact } from "../../domain/register/follow-up/log-contact";
import { clientsAsked } from "../../domain/register/some-rows";
import type { ClientNumber } from "../../domain/rules/client-number";
import { countedLength, minimumLength } from "../../domain/rules/completeness";
import { type Grade, step } from "../../domain/rules/grade";
import { withReason } from "../../domain/rules/hopeless-reason";
import { ChoicePills } from "../blank/choice-pills";
import { ChoiceSegments } from "../blank/choice-segments";
import { ActionBar } from "../entry/action-bar";
import { ChooseClient } from "../entry/choose-client";
import { ClientCard } from "../entry/client-card";
import { knownWants } from "../entry/clients";
import { askedOfDraft, type Draft, draftName, useDraft } from "../entry/drafts";
import { EntryForm } from "../entry/entry-form";
import { useGradeWords } from "../entry/grade-words";
import { submitEntry } from "../entry/submit-entry";
import { Summary } from "../entry/summary";
import { messageOf, useEntry } from "../entry/use-entry";
import { usePaper } from "../entry/use-paper";
import { useSave } from "../entry/use-save";
import { useServices } from "../services";
import { PageFrame } from "../shell/page";
import { useReading, useRowsReading } from "../shell/reading";
import { RefusalBar } from "../shell/refusal-bar";
import { go, useRoute } from "../shell/route";
import { shortDay } from "../shell/short-day";
import { useMe, useSite } from "../shell/site";
import { useToasts } from "../shell/toasts";
import { Unread } from "../shell/unread";

const useStyles = makeStyles({
  bar: { gridColumn: "1 / -1" },
  reasons: { display: "flex", flexWrap: "wrap", gap: "4px", paddingTop: "4px" },
});

const doing = "登记跟踪";
/** The chosen client's rows; of everybody else no more than it takes to find them. */
const askedOf = (client: string) => clientsAsked(dueWants, () => [client as ClientNumber]);

/** How a contact is made that nobody asked for otherwise. */
const usual = "电话";

/** A client's contact; where no way is asked for, as the one that was begun. */
const aboutOf = (client: string, way: string | undefined): Draft => {
  const method = way ?? askedOfDraft("follow", client);
  return { client, ...(method === "" || method === usual ? {} : { method }) };
};

/** What a new grade means for this client, as R4 has it; `undefined` where nothing need be said. */
const MoveNote = ({
  from,
  to,
  reasons,
  onReason,
  onDeal,
}: {
  readonly from: Grade;
  readonly to: Grade;
  /** R10: why a client is given up, as 字典 lists it. */
  readonly reasons: readonly string[];
  readonly onReason: (reason: string) => void;
  readonly onDeal: () => void;
}) => {
  const { t } = useTranslation();
  const wordsOf = useGradeWords();
  const styles = useStyles();
  const kind = step(from, to);
  if (kind === "same") return null;
  const intent = kind === "promotion" ? "success" : kind === "deal" ? "info" : "warning";
  const words =
    kind === "promotion" || kind === "demotion" || kind === "jump"
      ? t(`follow.${kind}`, { from, to })
      : t(`follow.${kind}`);
  return (
    <MessageBar intent={intent} layout="multiline" className={styles.bar}>
      <MessageBarBody>
        {words}
        {kind === "deal" || kind === "hopeless" ? null : (
          <>
            <br />
            {wordsOf(to)}
          </>
        )}
        {kind === "hopeless" ? (
          <span className={styles.reasons} role="group" aria-label={t("follow.reasons")}>
            {reasons.map((reason) => (
              <Button key={reason} size="small" onClick={() => onReason(reason)}>
                {reason}
              </Button>
            ))}
          </span>
        ) : null}
      </MessageBarBody>
      {kind === "deal" ? (
        <MessageBarActions>
          <Button size="small" onClick={onDeal}>
            {t("follow.toDeal")}
          </Button>
        </MessageBarActions>
      ) : null}
    </MessageBar>
  );
};

export const FollowPage = () => {
  const { t, i18n } = useTranslation();
  const services = useServices();
  const site = useSite();
  const toast = useToasts();
  const saver = useSave();
  const { asked } = useRoute();
  const today = services.today();
  const [who] = useMe();
  const { book, refusal, again } = useReading(knownWants, doing);
  const paper = usePaper(site, book, today);
  // The moment the page opened or its client was chosen: a page may stand open since the morning.
  const [opened, setOpened] = useState(services.now);
  // Who it is about, and the way another page asked for, stand apart: what was written is kept by both, and never
  // comes up for another.
  const { draft: about, replace: chooseAnew } = useDraft("follow-client");
  const clientId = about["client"] ?? "";
  useEffect(() => {
    const { client, method } = asked;
    if (client !== undefined) chooseAnew(aboutOf(client, method));
  }, [asked, chooseAnew]);
  const client = paper.clients.find((each) => each.id === clientId);
  const chosen = client?.id ?? "";
  const { method = usual } = about;
  const defaults = useMemo(
    () => ({
      contactedAt: opened,
      method,
      ...(chosen === "" ? {} : { clientId: chosen }),
      ...(who === "" ? {} : { consultant: who }),
    }),
    [opened, method, chosen, who],
  );
  const entry = useEntry({
    form: followUps,
    page: draftName("follow", chosen, ...(method === usual ? [] : [method])),
    site,
    today,
    defaults,
  });
  const { values, set } = entry;
  useEffect(() => {
    setOpened(services.now());
  }, [chosen, services]);
  const chosenAsked = useMemo(() => askedOf(chosen), [chosen]);
  const own = useRowsReading(chosenAsked, `登记跟踪 ${chosen}`, doing, chosen !== "");
  const line = useMemo(
    () => own.book && dueList(own.book, today, { all: true }).find((each) => each.clientId === chosen),
    [own.book, chosen, today],
  );

  if (book === undefined) return <Unread refusal={refusal} again={again} />;
  if (client === undefined)
    return (
      <ChooseClient
        page="follow"
        id="followUps-clientId"
        label={t("follow.client")}
        prompt={t("follow.choose")}
        value={clientId}
        onChange={(value) => chooseAnew(aboutOf(value, undefined))}
        onGoOn={(id, way) => chooseAnew(aboutOf(id, way))}
        messages={[]}
        paper={paper}
        emptyTitle={t("follow.emptyTitle")}
        emptyBody={t("follow.emptyBody")}
      />
    );

  const submit = async () => {
    const decision = await submitEntry("followUps", entry, saver, {
      doing,
      wants: contactWants,
      decide: (fresh) => logContact(fresh, values, { today, now: services.now() }),
    });
    if (decision === undefined) return;
    entry.clear();
    chooseAnew({});
    const { hints } = decision;
    toast({
      title: t("follow.saved", { name: client.name, number: client.id }),
      body:
        hints.length === 0
          ? undefined
          : t("entry.savedHints", {
              n: hints.length,
              all: hints.map((hint) => messageOf(hint, i18n.language).says).join("；"),
            }),
      undo: true,
    });
    go("today");
  };

  const least = minimumLength.get(values["method"] ?? "") ?? 0;
  const length = countedLength(values["notes"] ?? "");
  const grade = values["newGrade"] ?? "";
  const blankOf = (key: keyof typeof followUps.fields) => ({
    id: `followUps-${key}`,
    name: key,
    caption: followUps.fields[key].caption,
    value: values[key] ?? "",
    onChange: (value: string) => set(key, value),
    onLeave: () => entry.leave(key),
    required: followUps.fields[key].need === "first",
    invalid: (entry.messages.get(key) ?? []).some((each) => each.severity === "error"),
    describedBy: `followUps-${key}-message`,
    paper,
  });
  return (
    <PageFrame
      label={t("follow.title")}
      onSubmit={() => void submit()}
      notice={
        saver.refusal ? (
          <RefusalBar refusal={saver.refusal} retry={() => void submit()} />
        ) : own.refusal ? (
          <RefusalBar refusal={own.refusal} retry={own.again} />
        ) : undefined
      }
      onCancel={() => go("today")}
      bar={
        <ActionBar
          busy={saver.busy}
          dirty={entry.dirty}
          onClear={() => {
            const before = entry.clear();
            toast({
              title: t("shell.cleared"),
              intent: "info",
              act: { label: t("shell.restore"), run: () => entry.restore(before) },
            });
          }}
        />
      }
    >
      <ClientCard
        client={client}
        onChange={() => {
          chooseAnew({});
          go("follow");
        }}
      >
        {line
          ? [
              t("follow.last", { day: shortDay(line.lastContact, today) }),
              line.due ? t("follow.due", { day: shortDay(line.due, today) }) : line.statusText,
              line.lastNote,
            ]
              .filter((each) => each !== "")
              .join(" · ")
          : undefined}
      </ClientCard>
      {entry.attempted ? <Summary form={followUps} messages={entry.messages} /> : null}
      <EntryForm
        form={followUps}
        draft={values}
        onChange={set}
        onLeave={entry.leave}
        messages={entry.messages}
        paper={paper}
        leaveOut={(key) => key === "clientId"}
        instead={{
          method: <ChoicePills {...blankOf("method")} choices={site.lists.method} />,
          newGrade: (
            <ChoiceSegments
              {...blankOf("newGrade")}
              choices={site.lists.grade}
              spoken={(choice) =>
                choice === "√" ? t("blank.deal") : choice === "×" ? t("blank.hopeless") : choice
              }
            />
          ),
        }}
        widths={{ method: "whole", newGrade: "whole", interests: "whole", nextAt: "half" }}
        aside={{ notes: least > 0 ? t("entry.characters", { n: length, least }) : undefined }}
        below={{
          newGrade:
            client.grade !== undefined && grade !== "" && grade !== "/" ? (
              <MoveNote
                from={client.grade}
                to={grade as Grade}
                reasons={site.lists.hopelessReason}
                onReason={(reason) => {
                  set("notes", withReason(reason, values["notes"] ?? ""));
                }}
                onDeal={() => go("deal", { client: client.id })}
              />
            ) : null,
        }}
      />
    </PageFrame>
  );
};
