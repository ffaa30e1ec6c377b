/**
 * 收编: 介绍人 by name or phone become 介绍人编号 (R16). Asked when all rows are taken in, and again with each further
 * table that brings clients, so that neither the order of rows nor that of tables decides who is meant.
 */
import { visitors } from "../../forms/visitors";
import { parseClientNumber, type ClientNumber } from "../../rules/client-number";
import { isReferrer, type NoReferrer, referrersMeant, type ReferrerMeant } from "../care/referrers-meant";
import { referralRows } from "../care/referrals";
import { type KnownClient, type KnownClients, knownClients } from "../client/client-meant";
import type { OldReferrer } from "./adopt-course";
import type { Ground } from "./adopter";
import { type AdoptedTable, type Fate, isWritten } from "./adoption";
import type { OldEntry, OldReferrerWords } from "../old-sheet/old-entry";
import { finding, type Finding } from "../problem";
import { phonesOf, standings } from "../standing";

const { caption } = visitors.fields.referrerId;
const key = "referrerId";

const codes = {
  nobody: "oldReferrerNobody",
  unclear: "oldReferrerUnclear",
  several: "oldReferrerSeveral",
  otherPhone: "oldReferrerOtherPhone",
  self: "oldReferrerSelf",
  loop: "oldReferrerLoop",
  otherwise: "oldReferrerOtherwise",
} as const satisfies Record<NoReferrer["why"], string>;

const hintOf = (
  said: OldReferrerWords,
  found: ReferrerMeant | NoReferrer,
  { called }: KnownClients,
  standing: string | undefined,
): Finding => {
  const named = (client: ClientNumber): string => `${called.get(client) ?? ""}（${client}）`;
  const at = { key, caption: said.caption || caption, value: said.cells.join(" ") };
  if (isReferrer(found))
    return finding("oldReferrerLinked", {
      ...at,
      facts: { otherId: found.referrer, otherName: called.get(found.referrer) ?? "" },
    });
  const others = found.others.length === 0 ? (standing ?? "") : found.others.map(named).join("、");
  return finding(codes[found.why], { ...at, facts: { others } });
};

export interface Placed {
  readonly entry: OldEntry;
  readonly fate: Fate | undefined;
}

const clientOf = (fate: Fate | undefined): ClientNumber | undefined =>
  fate !== undefined && isWritten(fate) ? fate.clientId : undefined;

/** Everybody there, and who comes with these rows. */
const everybody = function* ({ book, ledger }: Ground, placed: readonly Placed[]): Generator<KnownClient> {
  for (const standing of standings(book))
    if (standing.clientId !== undefined)
      yield { client: standing.clientId, name: standing.name, phones: phonesOf(standing, book.site) };
  for (const { entry, fate } of placed) {
    const client = clientOf(fate);
    const known = client === undefined ? undefined : ledger.people.byNumber(client);
    const phones = entry.phones.filter((phone) => !entry.rounded.includes(phone));
    if (known !== undefined) yield { client: known.id, name: known.name, phones };
  }
};

export interface ReferrersLinked {
  /** Of these rows, by entry: what is told of them, and whether a number was filled in. */
  readonly told: ReadonlyMap<OldEntry, { readonly hint: Finding; readonly isFilled: boolean }>;
  /** All of the taking-in, for its next tables. */
  readonly referrers: readonly OldReferrer[];
  /** Those of earlier tables that are known otherwise now. */
  readonly again: number;
}

export const noReferrers: ReferrersLinked = { told: new Map(), referrers: [], again: 0 };

/** `placed`: the rows of this table, in the order of their days. Fills the numbers in. */
export const linkReferrers = (
  ground: Ground,
  earlier: readonly OldReferrer[],
  placed: readonly Placed[],
): ReferrersLinked => {
  const { book, ledger } = ground;
  const now = placed.flatMap(({ entry, fate }) => {
    const client = clientOf(fate);
    return client === undefined || entry.referrer === undefined
      ? []
      : [{ client, said: entry.referrer, entry }];
  });
  const all = [...earlier, ...now];
  if (all.length === 0) return noReferrers;

  const ours = new Map(
    earlier.flatMap(({ client, linked }) => (linked === undefined ? [] : [[client, linked]])),
  );
  /** As it stands; what an earlier table of this taking-in has filled in is asked anew. */
  const standing = new Map<ClientNumber, string>();
  const broughtBy = new Map<ClientNumber, ClientNumber>();
  const asked = all.map(({ client }) => client);
  const rows = [
    ...referralRows(book).map(({ client }) => client),
    ...placed.map(({ fate }) => clientOf(fate)),
  ];
  for (const client of new Set([...rows, ...asked])) {
    if (client === undefined) continue;
    const said = String(ledger.people.byNumber(client)?.visit?.read(key) ?? "").trim();
    if (said === "" || said === ours.get(client)) continue;
    standing.set(client, said);
    const number = parseClientNumber(said)?.client;
    if (number !== undefined) broughtBy.set(client, number);
  }

  const known = knownClients(everybody(ground, placed));
  const meant = referrersMeant(
    all.map(({ client, said }) => ({ client, words: said.cells })),
    broughtBy,
    known,
    book.site,
  );
  // What people have written there stays, be it / or words.
  const isFree = (client: ClientNumber): boolean => !standing.has(client);
  const found = all.map(({ client }, at): ReferrerMeant | NoReferrer => {
    const each = meant[at] ?? { why: "unclear", others: [] };
    return isReferrer(each) && !isFree(client) && !broughtBy.has(client)
      ? { why: "otherwise", others: [] }
      : each;
  });
  const wanted = new Map<ClientNumber, ClientNumber>();
  for (const [at, { client }] of all.entries()) {
    const each = found[at];
    if (each !== undefined && isReferrer(each) && isFree(client)) wanted.set(client, each.referrer);
  }
  const filled = new Set<ClientNumber>();
  for (const client of new Set(asked)) {
    const number = wanted.get(client) ?? null;
    const visit = ledger.people.byNumber(client)?.visit;
    if (visit === undefined || !isFree(client) || number === (ours.get(client) ?? null)) continue;
    visit.fill(key, number);
    filled.add(client);
  }

  const told = new Map<OldEntry, { hint: Finding; isFilled: boolean }>();
  let again = 0;
  const referrers = all.map((each, at): OldReferrer => {
    const { client, said } = each;
    const hint = hintOf(said, found[at] ?? { why: "unclear", others: [] }, known, standing.get(client));
    if ("entry" in each) told.set(each.entry, { hint, isFilled: filled.has(client) });
    else if (hint.code !== each.hint.code) again++;
    const linked = wanted.get(client);
    return {
      client,
      said,
      told: "entry" in each ? hint : each.told,
      hint,
      ...(linked === undefined ? {} : { linked }),
    };
  });
  return { told, referrers, again };
};

/** What a table told of its referrers, as it is known once all tables are taken in. */
export const asKnownNow = <Table extends Pick<AdoptedTable, "fates">>(
  table: Table,
  referrers: readonly OldReferrer[],
): Table => {
  const known = new Map(referrers.map(({ told, hint }) => [told, hint]));
  return {
    ...table,
    fates: table.fates.map((fate) =>
      isWritten(fate) ? { ...fate, hints: fate.hints.map((hint) => known.get(hint) ?? hint) } : fate,
    ),
  };
};
