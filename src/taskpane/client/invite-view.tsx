/** 集中邀约: a slot of the house, and units near what others of the slot will see (forms.md 6). */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { invitations } from "../../domain/forms/invitations";
import { dayOf, moment, type Moment } from "../../domain/kit/calendar-day";
import { invite, inviteWants, unitsToShow } from "../../domain/register/follow-up/invite";
import { textAt } from "../../domain/register/raw-cell";
import type { SiteBook } from "../../domain/register/site";
import { wantedTogether } from "../../domain/register/wanted";
import type { ClientNumber } from "../../domain/rules/client-number";
import { nextSlots, slotOf } from "../../domain/rules/invitation-slots";
import { knownClients } from "../entry/clients";
import { EntryForm } from "../entry/entry-form";
import { submitEntry } from "../entry/submit-entry";
import { Summary } from "../entry/summary";
import { messageOf, useEntry } from "../entry/use-entry";
import { usePaper } from "../entry/use-paper";
import { useSave } from "../entry/use-save";
import { useServices } from "../services";
import { PageFrame } from "../shell/page";
import { useReading } from "../shell/reading";
import { RefusalBar } from "../shell/refusal-bar";
import { go } from "../shell/route";
import { shortDay } from "../shell/short-day";
import { useSite } from "../shell/site";
import { useToasts } from "../shell/toasts";
import { Unread } from "../shell/unread";
import { Doing, SaveBar } from "./doing";
import { UnknownClient } from "./unknown-client";

const useStyles = makeStyles({
  offers: { gridColumn: "1 / -1", display: "flex", flexWrap: "wrap", gap: "4px", alignItems: "center" },
  offer: { minWidth: 0, fontWeight: tokens.fontWeightRegular },
  small: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
});

const wants = wantedTogether(inviteWants, {
  visitors: ["clientId", "name", "preferredUnits"],
  calls: ["clientId", "name"],
  events: ["date", "name"],
});

const doing = "登记邀约";
const slotsOffered = 5;

const preferredBy = (book: SiteBook, client: ClientNumber): string => {
  const { visitors } = book.registers;
  for (let index = 0; visitors && index < visitors.count; index++)
    if (textAt(visitors, "clientId", index) === client) return textAt(visitors, "preferredUnits", index);
  return "";
};

const InviteForm = ({
  book,
  client,
  name,
}: {
  readonly book: SiteBook;
  readonly client: ClientNumber;
  readonly name: string;
}) => {
  const styles = useStyles();
  const { t, i18n } = useTranslation();
  const services = useServices();
  const site = useSite();
  const toast = useToasts();
  const saver = useSave();
  const today = services.today();
  const paper = usePaper(site, book, today);
  const slots = useMemo(() => nextSlots(services.now(), slotsOffered), [services]);
  const defaults = useMemo(() => ({ clientId: client, invitedFor: slots[0] ?? "" }), [client, slots]);
  const entry = useEntry({ form: invitations, page: `invite-${client}`, site, today, defaults });
  const at: Moment | undefined = moment(entry.values["invitedFor"] ?? "");
  const units = useMemo(
    () => (at === undefined ? [] : unitsToShow(book, slotOf(at) ?? at, preferredBy(book, client), today)),
    [book, at, client, today],
  );
  const leave = () => go("client", { client });
  const submit = async () => {
    const decision = await submitEntry("invitations", entry, saver, {
      doing,
      wants: inviteWants,
      decide: (fresh) => invite(fresh, entry.values, { today, now: services.now() }),
    });
    if (decision === undefined) return;
    entry.clear();
    const [hint] = decision.hints;
    toast({
      title: t("client.invited", { name }),
      body: hint && messageOf(hint, i18n.language).says,
      undo: true,
    });
    leave();
  };
  const taken = (entry.values["units"] ?? "").split("、").filter((each) => each !== "");
  return (
    <PageFrame
      label={t("client.invite")}
      onSubmit={() => void submit()}
      onCancel={leave}
      notice={saver.refusal ? <RefusalBar refusal={saver.refusal} retry={() => void submit()} /> : undefined}
      bar={<SaveBar busy={saver.busy} label={t("client.invite")} onCancel={leave} />}
    >
      <Doing client={client} name={name} title={`${t("client.invite")} · ${name}`} />
      {entry.attempted ? <Summary form={invitations} messages={entry.messages} /> : null}
      <EntryForm
        form={invitations}
        draft={entry.values}
        onChange={entry.set}
        onLeave={entry.leave}
        messages={entry.messages}
        paper={paper}
        leaveOut={(key) => key === "clientId" || key === "result"}
        below={{
          invitedFor: (
            <span className={styles.offers} role="group" aria-label={t("client.slots")}>
              {slots.map((slot) => (
                <Button
                  key={slot}
                  size="small"
                  className={styles.offer}
                  appearance={slot === entry.values["invitedFor"] ? "primary" : "secondary"}
                  onClick={() => entry.set("invitedFor", slot)}
                >
                  {`${shortDay(dayOf(slot), today)} ${slot.slice(11)}`}
                </Button>
              ))}
            </span>
          ),
          units:
            units.length === 0 ? null : (
              <span className={styles.offers} role="group" aria-label={t("client.nearUnits")}>
                <span className={styles.small}>{t("client.nearUnits")}</span>
                {units.map((unit) => (
                  <Button
                    key={unit}
                    size="small"
                    className={styles.offer}
                    disabled={taken.includes(unit)}
                    onClick={() => entry.set("units", [...taken, unit].join("、"))}
                  >
                    {unit}
                  </Button>
                ))}
              </span>
            ),
        }}
      />
    </PageFrame>
  );
};

export const InviteView = ({ client }: { readonly client: ClientNumber }) => {
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
    <InviteForm book={book} client={client} name={known.name} />
  );
};
