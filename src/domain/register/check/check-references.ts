/** Rows that name a client who must exist (R1), and who brought whom (R16). */
import { nothing } from "../../rules/nothing-to-say";
import { at, type Ground } from "./check-ground";
import { clientKeys } from "../client-keys";
import type { Problem } from "../problem";
import { clientAt } from "../raw-cell";
import type { Register } from "../register";

/** 来访登记 and 来电登记 say who exists; a row of 等级跟踪 without a client is told as such (R4). */
const named = clientKeys.filter(
  ({ form, as }) => as === "names" || (form !== "visitors" && form !== "calls" && form !== "grades"),
);

const unknownClients = (ground: Ground, register: Register, key: string): readonly Problem[] => {
  const problems: Problem[] = [];
  for (let index = 0; index < register.count; index++) {
    const client = clientAt(register, key, index);
    if (client !== undefined && !ground.firstRow.has(client))
      problems.push(at({ register, index }, "clientUnknown", key));
  }
  return problems;
};

const ownReferrers = ({ book, readings }: Ground): readonly Problem[] => {
  const register = book.registers.visitors;
  const reading = readings.get("visitors");
  if (register === undefined || reading === undefined) return [];
  return (reading.answers.get("referrerId") ?? []).flatMap((referrer, index) => {
    if (referrer === undefined || referrer === nothing || referrer !== reading.answer("clientId", index))
      return [];
    return [at({ register, index }, "selfReferral", "referrerId")];
  });
};

export const checkReferences = (ground: Ground): readonly Problem[] => [
  ...named.flatMap(({ form, key }) => {
    const register = ground.book.registers[form];
    return register === undefined ? [] : unknownClients(ground, register, key);
  }),
  ...ownReferrers(ground),
];
