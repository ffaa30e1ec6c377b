/** R9, R10: whose client it is, and clients assigned anew. */
import type { Wording } from "./say";

export const ownership = {} satisfies Record<string, Wording>;
