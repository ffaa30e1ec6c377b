/** R10 across rows: hopeless clients who wait, who went back to the former consultant, deals the former made, and contacts nobody made. */
import { formersAt } from "../ownership/case-book";
import { spelled } from "../read-answer";
import { at, type Ground } from "./check-ground";
import type { Problem } from "../problem";
import { hasNoShare } from "../ownership/former-share";
import { clientAt, dayOfCell, textAt } from "../raw-cell";
import { checkReassignments } from "../ownership/reassignment-trail";
import { cellAt } from "../register";

const onLadder = ({ grades, book: { site } }: Ground): readonly Problem[] =>
  grades.flatMap((row) => {
    const { clientId: client, consultant, grade, reached, register, index } = row;
    const found: Problem[] = [];
    const formers = formersAt(site, register, index);
    if (grade === "×")
      found.push(
        at(row, "awaitsReassignment", "reachedLost", { facts: { client, day: reached["×"] ?? "" } }),
      );
    if (formers.includes(spelled(site, consultant)))
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
    const subscribed = dayOfCell(cellAt(deals, "subscribedOn", index), today);
    if (!hasNoShare(book.site, row, textAt(deals, "consultant", index), subscribed)) continue;
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
  ...checkReassignments(ground),
];
