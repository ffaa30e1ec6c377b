/** R16: loops of referrals, each row told with all the others; a client as own referrer is told by itself. */
import { at, type Ground } from "./check-ground";
import type { Problem } from "../problem";
import { referralRows, referralsOf } from "../care/referrals";

export const checkReferrals = ({ book }: Ground): readonly Problem[] => {
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
