import { type Phone, phoneKey, type PhoneReading, readPhones } from "../rules/phone";
import type { RawCell } from "./register";
import type { Site } from "./site";

const known = new WeakMap<Site, Map<string | number, PhoneReading>>();

/** As `readPhones`, once for each spelling: a check looks at a phone several times. */
export const phoneReading = (raw: string | number, site: Site): PhoneReading => {
  const ofSite = known.get(site) ?? new Map<string | number, PhoneReading>();
  known.set(site, ofSite);
  const found = ofSite.get(raw);
  if (found) return found;
  const made = readPhones(raw, site);
  ofSite.set(raw, made);
  return made;
};

/** The phones among some cells, each once; what is no phone is passed over. */
export const phonesIn = (cells: readonly RawCell[], site: Site): readonly Phone[] => {
  const all: Phone[] = [];
  for (const cell of cells) {
    // 微信号 and QQ stand in the same cells: shorter or with letters.
    if (cell === null || typeof cell === "boolean" || cell === "" || String(cell).length < 7) continue;
    for (const phone of phoneReading(cell, site).phones) all.push(phone);
  }
  // Nearly everybody has one.
  if (all.length < 2) return all;
  return [...new Map(all.map((phone) => [phoneKey(phone), phone])).values()];
};
