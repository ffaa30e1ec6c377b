/** R11: the reception turn. */
import type { Wording } from "./say";

export const turn = {} satisfies Record<string, Wording>;
