/** R12, R13: units, deals, receipts, applications. */
import type { Wording } from "./say";

export const sales = {} satisfies Record<string, Wording>;
