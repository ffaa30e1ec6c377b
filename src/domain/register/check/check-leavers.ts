/** R9: whoever has left owns nobody: their clients in hand wait to be handed over, or nobody follows them up. */
import type { ClientNumber } from "../../rules/client-number";
import { at, type Ground } from "./check-ground";
import type { GradeRow } from "../grade-rows";
import type { Problem } from "../problem";
import { textAt } from "../raw-cell";
import { spelled } from "../read-answer";
import type { Site } from "../site";

const isInHand = ({ grade }: GradeRow): boolean => grade !== "√" && grade !== "×";

/** Clients in hand of people who are not active any more, by the roster's name. */
export const leftBehind = (site: Site, rows: readonly GradeRow[]): ReadonlyMap<string, number> => {
  const left = new Set(site.consultants.filter(({ active }) => !active).map(({ name }) => name));
  const clients = new Map<string, Set<ClientNumber>>();
  for (const row of rows) {
    if (!left.has(row.consultant) || !isInHand(row)) continue;
    clients.set(row.consultant, (clients.get(row.consultant) ?? new Set()).add(row.clientId));
  }
  return new Map([...clients].map(([name, own]) => [name, own.size]));
};

export const checkLeavers = ({ book, grades }: Ground): readonly Problem[] => {
  const register = book.registers.consultants;
  const found: Problem[] = [];
  const left = new Map(leftBehind(book.site, grades));
  for (let index = 0; register !== undefined && index < register.count; index++) {
    const name = spelled(book.site, textAt(register, "name", index));
    const count = left.get(name);
    if (count === undefined) continue;
    left.delete(name);
    found.push(at({ register, index }, "leftWithClients", "active", { facts: { name, count } }));
  }
  return found;
};
