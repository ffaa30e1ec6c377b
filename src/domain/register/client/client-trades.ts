/** What R7 goes by: a client's 职务, 单位 or 客户类别. */
import type { ClientNumber } from "../../rules/client-number";
import { whenToCall } from "../../rules/when-to-call";
import { clientAt, textAt } from "../raw-cell";
import type { SiteBook } from "../site";
import { standingsByClient } from "../standing";

/** The first of these that R7 has advice for; else the first that says anything. */
const tradeAmong = (said: readonly string[]): string =>
  said.find((each) => each !== "" && whenToCall(each) !== undefined) ??
  said.find((each) => each !== "") ??
  "";

/** 客户档案 first, then the client's first row of 来访登记 or 来电登记; empty where nothing is known. */
export const clientTrades = (book: SiteBook): ((client: ClientNumber) => string) => {
  const { profiles } = book.registers;
  const found = new Map<ClientNumber, readonly string[]>();
  for (let index = 0; profiles && index < profiles.count; index++) {
    const client = clientAt(profiles, "clientId", index);
    if (client !== undefined && !found.has(client))
      found.set(client, [textAt(profiles, "position", index), textAt(profiles, "employer", index)]);
  }
  const rowsOf = standingsByClient(book);
  return (client) => {
    const [first] = rowsOf.get(client) ?? [];
    const occupation = first ? textAt(first.register, "occupation", first.index) : "";
    return tradeAmong([...(found.get(client) ?? []), occupation]);
  };
};
