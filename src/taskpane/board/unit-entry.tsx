/** What is filled in on a unit's card: for whom it is held, when it was signed, what was received. */
import { Button, makeStyles, Spinner } from "@fluentui/react-components";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { receipts } from "../../domain/forms/receipts";
import { calendarDay, type CalendarDay } from "../../domain/kit/calendar-day";
import type { Problem } from "../../domain/register/problem";
import type { ClientNumber } from "../../domain/rules/client-number";
import { ClientBlank } from "../blank/client-blank";
import { DayBlank } from "../blank/day-blank";
import { Line } from "../blank/line";
import type { PaperContext } from "../blank/blank";
import { EntryForm } from "../entry/entry-form";
import type { Message } from "../entry/message";
import { messageOf, useEntry } from "../entry/use-entry";
import { useSite } from "../shell/site";

const useStyles = makeStyles({
  form: { display: "grid", gap: "8px" },
  buttons: { display: "flex", gap: "8px", justifyContent: "flex-end" },
});

interface FrameProps {
  readonly label: string;
  readonly busy: boolean;
  readonly onSubmit: () => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

const EntryFrame = ({ label, busy, onSubmit, onCancel, children }: FrameProps) => {
  const styles = useStyles();
  const { t } = useTranslation();
  const root = useRef<HTMLFormElement>(null);
  // It opens below what was pressed, often under the edge of the pane.
  useEffect(() => {
    root.current?.scrollIntoView({ block: "nearest" });
  }, []);
  return (
    <form
      ref={root}
      className={styles.form}
      aria-label={label}
      noValidate
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) onSubmit();
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        event.stopPropagation();
        onCancel();
      }}
    >
      {children}
      <div className={styles.buttons}>
        <Button size="small" onClick={onCancel}>
          {t("board.cancel")}
        </Button>
        <Button
          size="small"
          appearance="primary"
          type="submit"
          disabledFocusable={busy}
          icon={busy ? <Spinner size="extra-tiny" appearance="inverted" /> : null}
        >
          {busy ? t("board.saving") : t("board.save")}
        </Button>
      </div>
    </form>
  );
};

interface EntryProps {
  readonly paper: PaperContext;
  readonly busy: boolean;
  /** Why it was not taken. */
  readonly problems: readonly Problem[];
  readonly onCancel: () => void;
}

const useMessages = (problems: readonly Problem[]): readonly Message[] => {
  const { i18n } = useTranslation();
  return problems.map((each) => messageOf(each, i18n.language));
};

export const HoldEntry = (props: EntryProps & { readonly onSave: (client: ClientNumber) => void }) => {
  const { t } = useTranslation();
  const [client, setClient] = useState("");
  const messages = useMessages(props.problems);
  const known = props.paper.clients.find(({ id }) => id === client);
  return (
    <EntryFrame
      label={t("board.hold")}
      busy={props.busy}
      onCancel={props.onCancel}
      onSubmit={() => {
        if (known) props.onSave(known.id as ClientNumber);
      }}
    >
      <Line id="board-hold" caption={t("board.holdFor")} need="first" messages={messages}>
        <ClientBlank
          id="board-hold"
          name="client"
          caption={t("board.holdFor")}
          value={client}
          onChange={setClient}
          onLeave={() => undefined}
          required
          invalid={messages.length > 0}
          describedBy="board-hold-message"
          paper={props.paper}
        />
      </Line>
    </EntryFrame>
  );
};

export const SignEntry = (props: EntryProps & { readonly onSave: (on: CalendarDay) => void }) => {
  const { t } = useTranslation();
  const [day, setDay] = useState<string>(props.paper.today);
  const messages = useMessages(props.problems);
  const on = calendarDay(day);
  return (
    <EntryFrame
      label={t("board.sign")}
      busy={props.busy}
      onCancel={props.onCancel}
      onSubmit={() => {
        if (on) props.onSave(on);
      }}
    >
      <Line id="board-sign" caption={t("board.signOn")} need="first" messages={messages}>
        <DayBlank
          id="board-sign"
          name="signedOn"
          caption={t("board.signOn")}
          value={day}
          onChange={setDay}
          onLeave={() => undefined}
          required
          invalid={messages.length > 0 || on === undefined}
          describedBy="board-sign-message"
          paper={props.paper}
          past
        />
      </Line>
    </EntryFrame>
  );
};

interface ReceiptProps extends Omit<EntryProps, "problems"> {
  readonly unitNo: string;
  /** The unit's client; empty: it is asked. */
  readonly clientId: string;
  readonly no: string;
  readonly item: string;
  readonly me: string;
  /** What is owed, where that is known. */
  readonly amount?: string;
  /** The draft's name; the unit's own without one. */
  readonly draft?: string;
  /** Gives what stood in the way, none when it was taken; nothing when the workbook refused. */
  readonly onSave: (values: Readonly<Record<string, string>>) => Promise<readonly Problem[] | undefined>;
}

/** The unit is the card's; whether they refuse to sign shows later, and finance checks later. */
const notAsked = new Set(["unitNo", "refused", "verified", "verifiedOn"]);

export const ReceiptEntry = (props: ReceiptProps) => {
  const { t } = useTranslation();
  const site = useSite();
  const { paper, unitNo, clientId, no, item, me, amount = "", draft = `board-receipt ${unitNo}` } = props;
  const { today } = paper;
  const defaults = useMemo(
    () => ({
      no,
      date: today,
      unitNo,
      item,
      ...(clientId === "" ? {} : { clientId }),
      ...(amount === "" ? {} : { amount }),
      ...(me === "" ? {} : { receivedBy: me }),
    }),
    [no, today, unitNo, item, amount, clientId, me],
  );
  const entry = useEntry({ form: receipts, page: draft, site, today, defaults });
  const submit = async () => {
    entry.attempt();
    if (entry.errors.length > 0) return;
    const problems = await props.onSave(entry.values);
    if (problems?.length === 0) entry.clear();
    else if (problems !== undefined) entry.refuse(problems);
  };
  return (
    <EntryFrame
      label={t("board.receive")}
      busy={props.busy}
      onCancel={() => {
        entry.clear();
        props.onCancel();
      }}
      onSubmit={() => void submit()}
    >
      <EntryForm
        form={receipts}
        draft={entry.values}
        onChange={entry.set}
        onLeave={entry.leave}
        messages={entry.messages}
        paper={paper}
        leaveOut={(key) => notAsked.has(key) || (key === "clientId" && clientId !== "")}
      />
    </EntryFrame>
  );
};
