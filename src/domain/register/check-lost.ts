/** Form 8, one row a client: two numbers that were merged may have had an analysis each. */
import { at, type Ground } from "./check-ground";
import type { Problem } from "./problem";
import { clientAt } from "./raw-cell";
import { rowNumber } from "./register";

export const checkLost = ({ book }: Ground): readonly Problem[] => {
  const register = book.registers.lostClients;
  if (register === undefined) return [];
  const first = new Map<string, number>();
  const found: Problem[] = [];
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
