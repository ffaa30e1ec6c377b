/** R15: who agreed to be contacted. A no is kept for good, whatever another row says. */
import type { ClientNumber } from "../../rules/client-number";
import type { Consent } from "../../rules/care-calendar";
import { readConsent } from "../../rules/consent";
import { clientAt, textAt } from "../raw-cell";
import type { SiteBook } from "../site";

/** Of `profiles`: clientId and consent. Who is not in the map has not been asked. */
export const consents = ({ registers: { profiles } }: SiteBook): ReadonlyMap<ClientNumber, Consent> => {
  const found = new Map<ClientNumber, Consent>();
  for (let index = 0; profiles && index < profiles.count; index++) {
    const client = clientAt(profiles, "clientId", index);
    const said = readConsent(textAt(profiles, "consent", index));
    if (client === undefined || found.get(client) === "no") continue;
    if (said !== undefined) found.set(client, said);
  }
  return found;
};
