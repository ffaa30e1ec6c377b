/** Form 8, one row a client who came, and went without buying: two numbers that were merged may have had an analysis each. */
import { at, type Ground, placed } from "./check-ground";
import type { Problem } from "../problem";
import { clientAt, dayOfCell } from "../raw-cell";
import { cellAt, type Register, rowNumber } from "../register";
import { firstVisits, lostFindings } from "../client/report-lost";
import { salesLedger } from "../sales/sales-ledger";

const againstRegisters = (
  { book, today, people, gradeOf }: Ground,
  register: Register,
): readonly Problem[] => {
  const { dealsOf } = salesLedger(book, today);
  const visits = firstVisits(people);
  const found: Problem[] = [];
  for (let index = 0; index < register.count; index++) {
    const client = clientAt(register, "lostId", index);
    if (client === undefined) continue;
    const on = dayOfCell(cellAt(register, "givenUpOn", index), today);
    const facts = {
      client,
      on,
      deals: dealsOf.get(client) ?? [],
      visit: visits.get(client),
      ladder: gradeOf.get(client),
    };
    for (const each of lostFindings(facts, book.site, today)) found.push(placed({ register, index }, each));
  }
  return found;
};

export const checkLost = (ground: Ground): readonly Problem[] => {
  const { book } = ground;
  const register = book.registers.lostClients;
  if (register === undefined) return [];
  const first = new Map<string, number>();
  const found: Problem[] = [...againstRegisters(ground, register)];
  for (let index = 0; index < register.count; index++) {
    const client = clientAt(register, "lostId", index);
    if (client === undefined) continue;
    const other = first.get(client);
    if (other === undefined) first.set(client, index);
    else
      found.push(
        at({ register, index }, "lostRowTwice", "lostId", {
          facts: { client, other: rowNumber(register, other) },
        }),
      );
  }
  return found;
};
