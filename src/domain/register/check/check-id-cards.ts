/** R9 across rows: equal name and ID-card number under two numbers is one person. */
import { plain } from "../../kit/text";
import type { ClientNumber } from "../../rules/client-number";
import { readIdCard } from "../../rules/id-card";
import { at, type Ground } from "./check-ground";
import type { Problem } from "../problem";
import { clientAt, textAt } from "../raw-cell";
import { consultantOf } from "../standing";

export const checkIdCards = ({ book, firstRow }: Ground): readonly Problem[] => {
  const { profiles } = book.registers;
  const holders = new Map<string, ClientNumber[]>();
  for (let index = 0; profiles && index < profiles.count; index++) {
    const client = clientAt(profiles, "clientId", index);
    const card = readIdCard(textAt(profiles, "idCard", index));
    const name = plain((client && firstRow.get(client)?.name) ?? "").replace(/\s/gu, "");
    if (client === undefined || !card.ok || name === "") continue;
    const key = `${card.number} ${name}`;
    const found = holders.get(key);
    if (found === undefined) holders.set(key, [client]);
    else if (!found.includes(client)) found.push(client);
  }
  return [...holders.values()].flatMap((clients) =>
    clients.length < 2
      ? []
      : clients.flatMap((client) => {
          const [mine, other] = [client, clients[0] === client ? clients[1] : clients[0]].map(
            (each) => each && firstRow.get(each),
          );
          if (!mine || !other) return [];
          const facts = {
            other: other.row,
            otherSheet: other.register.sheet,
            otherName: other.name,
            otherId: other.clientId ?? "",
            otherConsultant: consultantOf(other),
          };
          return [at(mine, "idCardTwice", "name", { facts })];
        }),
  );
};
