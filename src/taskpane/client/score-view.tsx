/** 评分: how keen the client is, beside the manager's grade (R17). */
import { useMemo } from "react";
import { gradeWants } from "../../domain/register/grade-rows";
import {
  latestScores,
  scoreWants,
  warmths,
  warmthWants,
} from "../../domain/register/follow-up/intent-standing";
import { clientsAsked } from "../../domain/register/some-rows";
import { wantedTogether } from "../../domain/register/wanted";
import type { ClientNumber } from "../../domain/rules/client-number";
import { ScoreForm } from "../care/score-form";
import { knownClients } from "../entry/clients";
import { useServices } from "../services";
import { useRowsReading } from "../shell/reading";
import { Unread } from "../shell/unread";
import { UnknownClient } from "./unknown-client";

const wants = wantedTogether(scoreWants, warmthWants, {
  visitors: ["clientId", "name"],
  calls: ["clientId", "name"],
  grades: gradeWants,
});

export const ScoreView = ({ client }: { readonly client: ClientNumber }) => {
  const today = useServices().today();
  const asked = useMemo(() => clientsAsked(wants, () => [client]), [client]);
  const { book, refusal, again } = useRowsReading(asked, `读取评分 ${client}`, "读取评分");
  const known = useMemo(
    () => (book ? knownClients(book, today).find(({ id }) => id === client) : undefined),
    [book, client, today],
  );
  if (book === undefined) return <Unread refusal={refusal} again={again} />;
  if (known === undefined) return <UnknownClient client={client} />;
  return (
    <ScoreForm
      client={known}
      last={latestScores(book, today).get(client)}
      warmth={warmths(book, today).get(client)}
    />
  );
};
