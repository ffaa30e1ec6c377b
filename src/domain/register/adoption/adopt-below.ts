/** 收编: talks that stand with a visit or a call go to 跟踪记录, once their client is known. */
import type { Ground } from "./adopter";
import type { BelowRow, TalkedRow } from "./adopt-table";
import type { Fate, Joined } from "./adoption";
import type { LedgerClient } from "./adoption-people";
import type { OldRow } from "../old-sheet/old-cells";
import type { OldTalk } from "../old-sheet/old-talks";
import { finding, type Finding } from "../problem";

interface Put {
  /** Something was written. */
  readonly isNew: boolean;
  readonly found: readonly Finding[];
}

const put = (
  { ledger }: Ground,
  client: LedgerClient,
  talks: readonly OldTalk[],
  consultant: string,
  /** Rows of 跟踪记录 repeat what those above them have told. */
  mayRepeat: boolean,
): Put => {
  let isNew = false;
  const found: Finding[] = [];
  for (const { at, day, method, notes, grade, consultant: its = consultant } of talks) {
    const row = {
      contactedAt: at,
      clientId: client.id,
      ...(grade === undefined ? {} : { grade }),
      method,
      notes,
      consultant: its,
    };
    const isTold = mayRepeat && ledger.tells(client.id, day, notes);
    const isKnown = client.from === "workbook" && !isTold;
    const there = isKnown ? ledger.recordOf("followUps", client.id, day, row) : isTold ? "same" : undefined;
    if (there === undefined) ledger.append("followUps", row);
    const reached = grade === undefined ? undefined : ledger.reach(client, grade, day);
    found.push(...(reached?.found ?? []));
    isNew ||= there !== "same" || reached?.moved === true;
  }
  return { isNew, found };
};

const rejectedBelow = ({ source, name, original }: BelowRow, reasons: readonly Finding[]): Fate => ({
  kind: "rejected",
  row: source.row,
  name,
  reasons,
  cells: original,
});

const belowFate = (
  ground: Ground,
  row: BelowRow,
  head: TalkedRow,
  client: LedgerClient,
  { isMixed, mayRepeat }: { readonly isMixed: boolean; readonly mayRepeat: boolean },
): Fate => {
  const { source, name, talks, wrong } = row;
  if (wrong.length > 0) return rejectedBelow(row, wrong);
  const { isNew, found } = put(
    ground,
    client,
    talks,
    row.consultant ?? head.entry?.consultant ?? "",
    mayRepeat,
  );
  return {
    kind: "joined",
    row: source.row,
    name,
    ...(isMixed ? { form: "followUps" } : {}),
    clientId: client.id,
    why: { by: "row", shared: String(head.head.row), otherName: client.name, from: client.from },
    already: !isNew,
    hints: [...row.findings, ...found],
  };
};

/** What becomes of the rows that go on from one, and of the row itself once its talks are written. */
export const adoptBelow = (
  ground: Ground,
  talked: TalkedRow,
  fate: Fate | undefined,
): ReadonlyMap<OldRow, Fate> => {
  const { head, entry, talks, below } = talked;
  const client =
    (fate?.kind === "taken" || fate?.kind === "joined") && fate.clientId !== undefined
      ? ground.ledger.people.byNumber(fate.clientId)
      : undefined;
  if (client === undefined || entry === undefined) {
    const reason = finding("talkOfRejected", { value: head.row });
    return new Map(below.map((row) => [row.source, rejectedBelow(row, [reason])] as const));
  }
  const fates = new Map<OldRow, Fate>();
  const isAgain = ground.isToldAgain(entry);
  const mayRepeat = entry.form === "followUps" || isAgain;
  const { isNew, found } = put(ground, client, talks, entry.consultant || client.consultant, mayRepeat);
  if (fate?.kind === "joined" && (isNew || found.length > 0)) {
    const again: Joined = { ...fate, already: fate.already && !isNew, hints: [...fate.hints, ...found] };
    fates.set(head, again);
  }
  const about = { isMixed: fate?.form !== undefined, mayRepeat: isAgain };
  for (const row of below) fates.set(row.source, belowFate(ground, row, talked, client, about));
  return fates;
};
