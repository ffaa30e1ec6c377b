import { type ClientNumber, formatClientNumber } from "../../rules/client-number";
import { highestGiven, isNoNumber, type NoNumber, prefixFor } from "./numbering";
import type { SiteBook } from "../site";

export type NumberPreview =
  | { readonly ok: true; readonly number: ClientNumber; readonly prefix: string }
  /** "needsLetters": ask for the two letters; "needsRegion": 设置 lacks the region's. */
  | { readonly ok: false; readonly why: NoNumber };

/** The number a new client of this name would get (R1). `letters`: two letters typed by a person. */
export const previewNumber = (book: SiteBook, name: string, letters?: string): NumberPreview => {
  const prefix = prefixFor(book, name, letters);
  if (isNoNumber(prefix)) return { ok: false, why: prefix };
  const [region = "", two = ""] = prefix.split("-");
  return {
    ok: true,
    prefix,
    number: formatClientNumber(region, two, (highestGiven(book).get(prefix) ?? 0) + 1),
  };
};
