/**
 * R16: loops of referrals, each row told with all the others; a client as own referrer is told by itself. Thanks for a
 * deal that no longer stands.
 */
import type { CareReason } from "../rules/care-calendar";
import type { ClientNumber } from "../rules/client-number";
import { nothing } from "../rules/nothing-to-say";
import { at, type Ground } from "./check-ground";
import { broughtIn } from "./generate-care";
import type { Problem } from "./problem";
import { textAt } from "./raw-cell";
import { isEmptyCell } from "./read-answer";
import { referralRows, referralsOf } from "./referrals";
import { cellAt, rowNumber } from "./register";
import { isLive, salesLedger } from "./sales-ledger";
import { setCell } from "./unit-standing";

/** The reward follows the deal: thanks still to be given for one that was refunded. */
const rewardsOfRefunded = ({ book, today }: Ground): readonly Problem[] => {
  const register = book.registers.careTasks;
  const found: Problem[] = [];
  for (let index = 0; register && index < register.count; index++) {
    if (textAt(register, "reason", index) !== ("转介绍答谢" satisfies CareReason)) continue;
    if (!isEmptyCell(cellAt(register, "doneOn", index))) continue;
    const brought = broughtIn(textAt(register, "detail", index)) ?? "";
    const deals = salesLedger(book, today).dealsOf.get(brought as ClientNumber) ?? [];
    if (deals.length === 0 || deals.some(isLive)) continue;
    const place = { register, index, row: rowNumber(register, index) };
    const fix = setCell("careTasks", place, "doneOn", nothing);
    found.push(at(place, "rewardWithoutDeal", "doneOn", { facts: { brought }, fix }));
  }
  return found;
};

const circles = ({ book }: Ground): readonly Problem[] => {
  const { visitors } = book.registers;
  const loops = referralsOf(book).loops.filter(({ length }) => length > 1);
  if (visitors === undefined || loops.length === 0) return [];
  const firstRow = new Map<string, ReturnType<typeof referralRows>[number]>();
  for (const each of referralRows(book)) if (!firstRow.has(each.client)) firstRow.set(each.client, each);
  return loops.flatMap((loop) => {
    const rows = loop.flatMap((client) => firstRow.get(client) ?? []);
    const facts = {
      path: [...loop, loop[0] ?? ""].join(" → "),
      rows: rows
        .map(({ row }) => row)
        .sort((a, b) => a - b)
        .join("、"),
    };
    return rows.map(({ index }) =>
      at({ register: visitors, index }, "referralLoop", "referrerId", { facts }),
    );
  });
};

export const checkReferrals = (ground: Ground): readonly Problem[] => [
  ...circles(ground),
  ...rewardsOfRefunded(ground),
];
