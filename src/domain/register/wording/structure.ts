/** R14: what a workbook has lost, and what came of repairing it. */
import type { Wording } from "./say";

export const structure = {} satisfies Record<string, Wording>;
