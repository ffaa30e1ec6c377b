/** R10 across rows: whoever is given up, for a reason of the list. Old rows are only asked about. */
import type { ClientNumber } from "../../rules/client-number";
import { namesReason, reasonKeys } from "../../rules/hopeless-reason";
import { at, type Ground } from "./check-ground";
import type { Problem } from "../problem";
import { textAt } from "../raw-cell";
import type { Register } from "../register";

const textsOf = (register: Register, index: number): string =>
  reasonKeys.map((key) => textAt(register, key, index)).join("\n");

/** Contacts that gave ×; one that says so again of somebody who is × gives nothing. */
const givenUp = ({ book, readings }: Ground): ReadonlyMap<ClientNumber, readonly number[]> => {
  const found = new Map<ClientNumber, number[]>();
  const register = book.registers.followUps;
  const reading = readings.get("followUps");
  if (register === undefined || reading === undefined) return found;
  reading.answers.get("newGrade")?.forEach((newGrade, index) => {
    const client = newGrade === "×" ? reading.answer("clientId", index) : undefined;
    if (typeof client !== "string") return;
    const before = found.get(client as ClientNumber);
    if (before === undefined) found.set(client as ClientNumber, [index]);
    else if (textAt(register, "grade", index) !== "×") before.push(index);
  });
  return found;
};

export const checkHopeless = (ground: Ground): readonly Problem[] => {
  const { book, grades } = ground;
  const reasons = book.site.lists.hopelessReason;
  // A house that keeps no list has nothing to be held to.
  if (reasons.length === 0) return [];
  const facts = { reasons: reasons.join("、") };
  const contacts = givenUp(ground);
  const found: Problem[] = [];
  const register = book.registers.followUps;
  for (const [client, indices] of register ? contacts : []) {
    const silent = indices.find((index) => register && !namesReason(textsOf(register, index), reasons));
    if (register && silent !== undefined)
      found.push(
        at({ register, index: silent }, "hopelessWithoutReason", "notes", { facts: { ...facts, client } }),
      );
  }
  const asked = new Set<ClientNumber>(contacts.keys());
  for (const row of grades) {
    const { clientId: client, grade, index } = row;
    if (grade !== "×" || asked.has(client)) continue;
    asked.add(client);
    if (!namesReason(textAt(row.register, "remarks", index), reasons))
      found.push(at(row, "hopelessWithoutReason", "remarks", { facts: { ...facts, client } }));
  }
  return found;
};
