/**
 * A site's name as a folder's: 洛阳-新天地 → "site_id=洛阳-新天地", as Hive, Spark and Trino write partitions.
 * The name comes out of a stranger's file: whatever means something to a file system is written in percent.
 */
import { createHash } from "node:crypto";

const prefix = "site_id=";

/** Bytes; folders may have 255, and an encoded name is never cut in the middle of a character. */
const longest = 180;

/** No upper case, no accents, no joining letters: Windows and macOS take some different names for one. */
const plain = /^[\p{Script=Han}0-9a-z_-]$/u;

const percent = (text: string): string =>
  [...Buffer.from(text, "utf8")]
    .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`)
    .join("");

/** Some Han characters have twins that a file system may put in their place. */
const asFolder = (each: string): string =>
  plain.test(each) && each.normalize("NFKC") === each ? each : percent(each);

/** A name too long for a folder: its beginning, "~" and a hash. It cannot be read back from the folder. */
const cut = (site: string, encoded: readonly string[]): string => {
  let begin = "";
  for (const each of encoded) {
    if (Buffer.byteLength(begin + each) > longest - 40) break;
    begin += each;
  }
  return `${begin}~${createHash("sha256").update(site).digest("hex").slice(0, 32)}`;
};

export const folderOf = (site: string): string => {
  const encoded = [...site].map(asFolder);
  const whole = encoded.join("");
  return prefix + (Buffer.byteLength(whole) <= longest ? whole : cut(site, encoded));
};
