declare const clientNumberBrand: unique symbol;

/** "LY-ZS001" (R1). */
export type ClientNumber = string & { readonly [clientNumberBrand]: true };

export interface ClientNumberParts {
  /** "deal" is a deal report's number (CLY-ZS001), "lost" a lost client's (XLY-ZS001). */
  readonly kind: "client" | "deal" | "lost";
  readonly region: string;
  readonly letters: string;
  /** What is counted within: "LY-ZS". */
  readonly prefix: string;
  readonly n: number;
  /** The client it is about. */
  readonly client: ClientNumber;
}

export const numberPrefix = (region: string, letters: string): string => `${region}-${letters}`;

/** R1: three digits, more when needed. */
export const formatClientNumber = (region: string, letters: string, n: number): ClientNumber =>
  `${numberPrefix(region, letters)}${String(n).padStart(3, "0")}` as ClientNumber;

const pattern = /^([CX])?([A-Z]{2})-([A-Z]{2})(\d{3,})$/u;

const spelledOut = (text: string): string =>
  text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/\s/gu, "")
    .replace(/[–—−‐‑]/gu, "-");

/** Lower case, full width and blanks are forgiven; nothing where it is no number of ours. */
export const parseClientNumber = (text: string): ClientNumberParts | undefined => {
  const match = pattern.exec(text) ?? pattern.exec(spelledOut(text));
  if (!match) return undefined;
  const [whole, mark, region = "", letters = "", digits = ""] = match;
  const n = Number(digits);
  if (n === 0 || !Number.isSafeInteger(n)) return undefined;
  // A register is full of numbers as they should be: no text is made anew for them.
  const bare = mark === undefined ? whole : whole.slice(1);
  const padded = digits.length === 3 || !digits.startsWith("0");
  return {
    kind: mark === "C" ? "deal" : mark === "X" ? "lost" : "client",
    region,
    letters,
    prefix: bare.slice(0, 5),
    n,
    client: padded ? (bare as ClientNumber) : formatClientNumber(region, letters, n),
  };
};

export const dealNumber = (client: ClientNumber): string => `C${client}`;
export const lostNumber = (client: ClientNumber): string => `X${client}`;
