/** R10 across rows: hopeless clients who wait, who went back to the former consultant, and deals the former made. */
import { formersOf } from "./case-book";
import { at, type Ground } from "./check-ground";
import type { Problem } from "./problem";
import { clientAt, dayOfCell, textAt } from "./raw-cell";
import { cellAt } from "./register";

const onLadder = ({ grades }: Ground): readonly Problem[] =>
  grades.flatMap((row) => {
    const { clientId: client, consultant, grade, reached, register, index } = row;
    const found: Problem[] = [];
    const formers = formersOf(textAt(register, "formerConsultant", index));
    if (grade === "×")
      found.push(
        at(row, "awaitsReassignment", "reachedLost", { facts: { client, day: reached["×"] ?? "" } }),
      );
    if (formers.includes(consultant))
      found.push(at(row, "backToFormer", "consultant", { facts: { client } }));
    return found;
  });

const ofDeals = ({ book, gradeOf, today }: Ground): readonly Problem[] => {
  const { deals } = book.registers;
  const found: Problem[] = [];
  for (let index = 0; deals && index < deals.count; index++) {
    const client = clientAt(deals, "dealId", index);
    const row = client === undefined ? undefined : gradeOf.get(client);
    if (client === undefined || row === undefined) continue;
    const formers = formersOf(textAt(row.register, "formerConsultant", row.index));
    if (!formers.includes(textAt(deals, "consultant", index))) continue;
    const subscribed = dayOfCell(cellAt(deals, "subscribedOn", index), today);
    const lost = row.reached["×"];
    // A deal from before the client was given up is the former's own.
    if (subscribed !== undefined && lost !== undefined && subscribed < lost) continue;
    found.push(
      at({ register: deals, index }, "formerHasNoShare", "consultant", {
        facts: { client, owner: row.consultant },
      }),
    );
  }
  return found;
};

export const checkOwnership = (ground: Ground): readonly Problem[] => [
  ...onLadder(ground),
  ...ofDeals(ground),
];
