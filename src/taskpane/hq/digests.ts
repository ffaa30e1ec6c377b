/** By what rows are known again, part by part: as the command line tells them. */
import { registerKeys } from "../../domain/forms/index";
import type { HqPart, HqParts } from "../../workbook/plan/hq-parts";
import { hasPhones, type HqRow } from "../../workbook/plan/hq-rows";
import type { SiteState } from "../../workbook/plan/hq-state";
import type { ShareReading } from "./read-shares";

export type Digests = SiteState["digests"];

/** As they are found again: without the column that tells phones apart where numbers are not kept. */
const foundAgain = (part: HqPart, rows: readonly HqRow[], keyed: boolean): readonly HqRow[] =>
  keyed || part === "notUnderstood" || !hasPhones(part)
    ? rows
    : rows.map((row) => [...row.slice(0, -1), null]);

/** SHA-256 of a site's rows, part by part in one order, as the command line has it. */
export const digestsOf = async (
  parts: HqParts,
  keyed: boolean,
  { digest }: ShareReading,
): Promise<Digests> => {
  const digests: [HqPart, string][] = [];
  for (const wanted of [...registerKeys, "notUnderstood"] as const) {
    const rows = parts.find(([part]) => part === wanted)?.[1];
    if (rows !== undefined)
      digests.push([wanted, await digest(JSON.stringify(foundAgain(wanted, rows, keyed)))]);
  }
  return Object.fromEntries(digests);
};
