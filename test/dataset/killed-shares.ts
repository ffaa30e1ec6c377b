import fc from "fast-check";
import { drawnShare } from "./drawn-share";

export const key = new TextEncoder().encode("a key of the house, long enough");

/** Revisions of three sites, some newer, some that come too late: always the same. */
export const shares = fc.sample(drawnShare, { seed: 20261122, numRuns: 7 });
