/** R16: whom 介绍人 in words make the referrer: one client, never the client themself, never round in a loop. */
import type { ClientNumber } from "../../rules/client-number";
import { referralsFrom } from "../../rules/referral-tree";
import { clientMeant, type KnownClients, type NobodyMeant } from "../client/client-meant";
import type { Site } from "../site";

export interface ReferrerWords {
  /** Who was brought. */
  readonly client: ClientNumber;
  /** Cells that tell by whom. */
  readonly words: readonly (string | number)[];
}

export type NoReferrer =
  /** "self": the client; "loop": they were brought by the client; "otherwise": the register names another. */
  {
    readonly why: NobodyMeant["why"] | "self" | "loop" | "otherwise";
    readonly others: readonly ClientNumber[];
  };

export interface ReferrerMeant {
  readonly referrer: ClientNumber;
  readonly saysMore: boolean;
}

export const isReferrer = (found: ReferrerMeant | NoReferrer): found is ReferrerMeant => "referrer" in found;

/**
 * One answer for each of `asked`. Of a client's several the first that means somebody counts; of a loop that several
 * together make none does, so that their order decides nothing.
 * @param broughtBy whom the register names by number.
 */
export const referrersMeant = (
  asked: readonly ReferrerWords[],
  broughtBy: ReadonlyMap<ClientNumber, ClientNumber>,
  known: KnownClients,
  site: Site,
): readonly (ReferrerMeant | NoReferrer)[] => {
  const meant = asked.map(({ client, words }): ReferrerMeant | NoReferrer => {
    const found = clientMeant(words, known, site);
    if ("why" in found) return found;
    return found.client === client
      ? { why: "self", others: [client] }
      : { referrer: found.client, saysMore: found.saysMore };
  });
  const links = asked.flatMap(({ client }, at): (readonly [ClientNumber, ClientNumber])[] => {
    const found = meant[at];
    return found !== undefined && isReferrer(found) ? [[client, found.referrer]] : [];
  });
  const together = referralsFrom([...broughtBy, ...links]);
  const inLoop = new Set(together.loops.flat());
  return asked.map(({ client }, at): ReferrerMeant | NoReferrer => {
    const found = meant[at] ?? { why: "unclear", others: [] };
    if (!isReferrer(found)) return found;
    const stands = together.broughtBy.get(client);
    if (stands !== undefined && stands !== found.referrer) return { why: "otherwise", others: [stands] };
    return inLoop.has(client) && !broughtBy.has(client) ? { why: "loop", others: [found.referrer] } : found;
  });
};
