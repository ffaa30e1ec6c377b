/** By what rows are known again, part by part: as the command line tells them. */
import { registerKeys } from "../../domain/forms/index";
import { asFound, type Digests } from "../../workbook/plan/hq-kept";
import { columnsOf, columnsText } from "../../workbook/plan/hq-columns";
import type { HqPart, HqParts } from "../../workbook/plan/hq-parts";
import type { ShareReading } from "./read-shares";

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
      digests.push([wanted, await digest(columnsText(asFound(wanted, columnsOf(rows), keyed)))]);
  }
  return Object.fromEntries(digests);
};
