/** Where a site's file of a table, or of what is kept beside the tables, lies. */
import { contactsFile, contactsFolder } from "./contacts";
import { parquetFile, type SiteLine, type SitePart } from "./manifest";

export const partFile = (
  folder: string,
  part: SitePart,
  { site, hash }: Pick<SiteLine, "site" | "hash">,
): string =>
  part === contactsFolder ? contactsFile(folder, site, hash) : parquetFile(folder, part, site, hash);
