/** R15, R16, R17: care of owners, referrals, how keen a client is. */
import type { Wording } from "./say";

export const care = {} satisfies Record<string, Wording>;
