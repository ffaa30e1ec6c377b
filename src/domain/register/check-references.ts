/** Rows that name a client who must exist (R1), and who brought whom (R16). */
import type { registers } from "../forms/index";
import { nothing } from "../rules/nothing-to-say";
import { at, type Ground } from "./check-ground";
import type { Problem } from "./problem";
import { clientAt } from "./raw-cell";
import type { Register } from "./register";

const named: readonly (readonly [keyof typeof registers, string])[] = [
  ["visitors", "referrerId"],
  ["followUps", "clientId"],
  ["deals", "dealId"],
  ["units", "clientId"],
  ["receipts", "clientId"],
  ["instalments", "clientId"],
  ["mortgagePapers", "clientId"],
  ["applications", "clientId"],
  ["invitations", "clientId"],
  ["profiles", "clientId"],
  ["careTasks", "clientId"],
  ["intentScores", "clientId"],
];

const unknownClients = (ground: Ground, register: Register, key: string): readonly Problem[] => {
  const problems: Problem[] = [];
  for (let index = 0; index < register.count; index++) {
    const client = clientAt(register, key, index);
    if (client !== undefined && !ground.firstRow.has(client))
      problems.push(at({ register, index }, "clientUnknown", key));
  }
  return problems;
};

const ownReferrers = ({ book, rows }: Ground): readonly Problem[] => {
  const register = book.registers.visitors;
  if (register === undefined) return [];
  return (rows.get("visitors") ?? []).flatMap((row, index) => {
    const referrer = row?.["referrerId"];
    if (referrer === undefined || referrer === nothing || referrer !== row?.["clientId"]) return [];
    return [at({ register, index }, "selfReferral", "referrerId")];
  });
};

export const checkReferences = (ground: Ground): readonly Problem[] => [
  ...named.flatMap(([form, key]) => {
    const register = ground.book.registers[form];
    return register === undefined ? [] : unknownClients(ground, register, key);
  }),
  ...ownReferrers(ground),
];
