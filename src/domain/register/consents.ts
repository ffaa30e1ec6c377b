/** R15: who agreed to be contacted. A no is kept for good, whatever another row says. */
import type { ClientNumber } from "../rules/client-number";
import type { Consent } from "../rules/care-calendar";
import { plain } from "../kit/text";
import { clientAt, textAt } from "./raw-cell";
import type { SiteBook } from "./site";

/** As people write it where the drop-down did not stop them: any no is a no, whatever else stands beside it. */
const consentIn = (typed: string): Consent | undefined => {
  const text = plain(typed).toLowerCase();
  if (/[不否勿别拒莫×✗✘]|^(?:n|no|false|0|未同意|没同意|x)$/u.test(text)) return "no";
  return /^(?:是|同意|愿意|可以?|好的?|y|yes|true|1|√|✓|✔|[vｖ])$/u.test(text) ? "yes" : undefined;
};

/** Of `profiles`: clientId and consent. Who is not in the map has not been asked. */
export const consents = ({ registers: { profiles } }: SiteBook): ReadonlyMap<ClientNumber, Consent> => {
  const found = new Map<ClientNumber, Consent>();
  for (let index = 0; profiles && index < profiles.count; index++) {
    const client = clientAt(profiles, "clientId", index);
    const said = consentIn(textAt(profiles, "consent", index));
    if (client === undefined || found.get(client) === "no") continue;
    if (said !== undefined) found.set(client, said);
  }
  return found;
};
