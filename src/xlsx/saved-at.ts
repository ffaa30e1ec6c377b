/** When a workbook was last saved, as it says itself: `dcterms:modified` of its core properties. */
import { relationsOf, textPart } from "./package-parts";
import { defaultLimits } from "./read-types";
import { tagsOf } from "./xml-tags";
import { openZip } from "./zip-read";

/** To the second, in UTC: "2026-11-22T08:30:00Z", so that texts compare as times do. Nothing where it is no time. */
export const instant = (text: string): string | undefined => {
  const at = Date.parse(text.trim());
  return Number.isNaN(at) ? undefined : `${new Date(at).toISOString().slice(0, 19)}Z`;
};

/** Nothing where the file does not say. @throws XlsxRefused where it is no workbook we read. */
export const savedAt = async (bytes: Uint8Array): Promise<string | undefined> => {
  const zip = openZip(bytes, defaultLimits);
  const part = (await relationsOf(zip, "")).find(({ type }) => type === "core-properties")?.target;
  if (part === undefined || !zip.find(part)) return undefined;
  for (const tag of tagsOf(await textPart(zip, part)))
    if (tag.name === "modified" && !tag.closing) return instant(tag.text());
  return undefined;
};
