import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { helperFor, receiveReturning, returningWants } from "../../domain/register/turn/turn-receive";
import type { TurnReading } from "../../domain/register/turn/turn-log";
import type { ClientNumber } from "../../domain/rules/client-number";
import { ClientBlank } from "../blank/client-blank";
import { Line } from "../blank/line";
import { ClientCard } from "../entry/client-card";
import { type KnownClient, knownWants } from "../entry/clients";
import { noMessages } from "../entry/message";
import { usePaper } from "../entry/use-paper";
import { useServices } from "../services";
import { useReading } from "../shell/reading";
import { RefusalBar } from "../shell/refusal-bar";
import { useSite } from "../shell/site";
import { Waiting } from "../shell/waiting";
import type { Act } from "./use-turn";

const useStyles = makeStyles({
  all: { display: "grid", gap: "8px" },
  why: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  others: { display: "flex", flexWrap: "wrap", gap: "4px" },
});

const none = noMessages.get("") ?? [];

interface FindClientProps {
  readonly id: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly children: (client: ClientNumber, known: KnownClient) => React.ReactNode;
}

/** The clients are read when somebody is looked for, not before. */
export const FindClient = ({ id, value, onChange, children }: FindClientProps) => {
  const { t } = useTranslation();
  const services = useServices();
  const site = useSite();
  const { book, refusal, again } = useReading(knownWants, "查找客户");
  const paper = usePaper(site, book, services.today());
  if (book === undefined) return refusal ? <RefusalBar refusal={refusal} retry={again} /> : <Waiting />;
  const client = paper.clients.find((each) => each.id === value);
  if (client !== undefined)
    return (
      <>
        <ClientCard client={client} onChange={() => onChange("")} />
        {children(client.id as ClientNumber, client)}
      </>
    );
  return (
    <Line id={id} caption={t("turn.client")} need="first" messages={none}>
      <ClientBlank
        id={id}
        name="client"
        caption={t("turn.client")}
        value={value}
        onChange={onChange}
        onLeave={() => undefined}
        required
        invalid={false}
        describedBy={undefined}
        paper={paper}
      />
    </Line>
  );
};

interface OldClientPanelProps {
  readonly reading: TurnReading;
  readonly busy: boolean;
  readonly onAct: (act: Act) => void;
}

/** 老客户: the owner, or who helps them (001 二.4, 000 二(二)3 and 5). */
export const OldClientPanel = ({ reading, busy, onAct }: OldClientPanelProps) => {
  const styles = useStyles();
  const { t } = useTranslation();
  const [chosen, setChosen] = useState("");
  const [others, setOthers] = useState(false);
  const there = reading.standing.queue.filter((name) => !reading.standing.away.has(name));
  return (
    <div className={styles.all}>
      <FindClient
        id="turn-client"
        value={chosen}
        onChange={(value) => {
          setChosen(value);
          setOthers(false);
        }}
      >
        {(clientId, { consultant, grade }) => {
          // R10: nobody's until the manager has assigned them anew, and never the former's.
          const givenUp = grade === "×";
          const owner = givenUp ? "" : consultant;
          const act = (receiver: string): Act => ({
            doing: "接待老客户",
            wants: returningWants,
            said: t(receiver === owner || owner === "" ? "turn.received" : "turn.helped", { name: receiver }),
            decide: (book, at) => receiveReturning(book, { clientId, receiver }, at),
          });
          const helper = owner === "" ? undefined : helperFor(reading, owner);
          const choices = there.filter((name) => name !== helper?.name);
          return (
            <>
              <span className={styles.why}>
                {helper === undefined
                  ? t(givenUp ? "turn.givenUp" : "turn.noOwner", { name: consultant })
                  : t(`turn.because_${helper.because}`, { owner, name: helper.name })}
              </span>
              {helper === undefined || helper.name === "" ? null : (
                <Button appearance="primary" disabledFocusable={busy} onClick={() => onAct(act(helper.name))}>
                  {t(helper.name === owner ? "turn.takes" : "turn.helps", { name: helper.name })}
                </Button>
              )}
              {helper !== undefined && !others && choices.length > 0 ? (
                <Button size="small" appearance="subtle" onClick={() => setOthers(true)}>
                  {t("turn.another")}
                </Button>
              ) : (
                <div className={styles.others}>
                  {choices.map((name) => (
                    <Button key={name} size="small" disabledFocusable={busy} onClick={() => onAct(act(name))}>
                      {t(owner === "" || name === owner ? "turn.takes" : "turn.helps", { name })}
                    </Button>
                  ))}
                </div>
              )}
            </>
          );
        }}
      </FindClient>
    </div>
  );
};
