/** R1: numbers count up within a prefix and none is given twice. */
import { type ClientNumber, formatClientNumber, numberPrefix } from "../../rules/client-number";
import { nameLetters } from "../../rules/letters";
import type { Change } from "../change";
import { clientKeys } from "../client-keys";
import { numbersOf } from "../raw-cell";
import type { SiteBook } from "../site";

const known = new WeakMap<SiteBook, ReadonlyMap<string, number>>();

/** By prefix "LY-ZS": the workbook's counter, or a higher number that stands in any register. */
export const highestGiven = (book: SiteBook): ReadonlyMap<string, number> => {
  const found = known.get(book);
  if (found) return found;
  const highest = new Map(book.site.highest);
  for (const { form, key } of clientKeys) {
    for (const parts of numbersOf(book.registers[form]?.columns.get(key) ?? [])) {
      if (parts && parts.n > (highest.get(parts.prefix) ?? 0)) highest.set(parts.prefix, parts.n);
    }
  }
  known.set(book, highest);
  return highest;
};

export type NoNumber = "needsRegion" | "needsLetters" | "lettersNotTwo";

export interface Numbering {
  /** The next number for a name; `letters`: two letters a person has chosen. It is given from then on. */
  readonly give: (name: string, letters?: string) => ClientNumber | NoNumber;
  /** The next number within a prefix "LY-ZS". */
  readonly giveWithin: (prefix: string) => ClientNumber;
  /** A number from elsewhere is used from now on. */
  readonly use: (prefix: string, n: number) => void;
  /** What the workbook has to remember. */
  readonly counters: () => readonly Change[];
}

const prefixOf = ({ site }: SiteBook, letters: string): NumberPrefix =>
  numberPrefix(site.region, letters) as NumberPrefix;

const twoLetters = (typed: string): string | undefined => {
  const letters = typed.normalize("NFKC").trim().toUpperCase();
  return /^[A-Z]{2}$/u.test(letters) ? letters : undefined;
};

/** "LY-ZS": what is counted within. */
export type NumberPrefix = `${string}-${string}`;

/** "LY-ZS" for a name, or why it has none. */
export const prefixFor = (book: SiteBook, name: string, letters?: string): NumberPrefix | NoNumber => {
  if (book.site.region === "") return "needsRegion";
  if (letters !== undefined && letters.trim() !== "") {
    const typed = twoLetters(letters);
    return typed === undefined ? "lettersNotTwo" : prefixOf(book, typed);
  }
  const read = nameLetters(name);
  return read === undefined ? "needsLetters" : prefixOf(book, read);
};

export const isNoNumber = (given: string): given is NoNumber =>
  given === "needsRegion" || given === "needsLetters" || given === "lettersNotTwo";

export const startNumbering = (book: SiteBook): Numbering => {
  const highest = new Map(highestGiven(book));
  const raised = new Set<string>();
  const use = (prefix: string, n: number): void => {
    if (n <= (highest.get(prefix) ?? 0) && n <= (book.site.highest.get(prefix) ?? 0)) return;
    highest.set(prefix, Math.max(n, highest.get(prefix) ?? 0));
    raised.add(prefix);
  };
  const giveWithin = (prefix: string): ClientNumber => {
    const n = (highest.get(prefix) ?? 0) + 1;
    use(prefix, n);
    const [region = "", letters = ""] = prefix.split("-");
    return formatClientNumber(region, letters, n);
  };
  return {
    giveWithin,
    use,
    give: (name, letters) => {
      const prefix = prefixFor(book, name, letters);
      return isNoNumber(prefix) ? prefix : giveWithin(prefix);
    },
    counters: () =>
      [...raised].sort().map((prefix) => ({ kind: "counter", prefix, highest: highest.get(prefix) ?? 0 })),
  };
};
