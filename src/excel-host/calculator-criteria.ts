import type { Value } from "../book/book";

/** A range's values by rows, and where each of them stands. */
export interface RangeIndex {
  readonly values: readonly Value[];
  /** Offsets by `matchKey`. */
  readonly places: ReadonlyMap<string, readonly number[]>;
  /** The first offset of each value as MATCH sees it: a text is never a number. Lower case. */
  readonly first: ReadonlyMap<string | number | boolean, number>;
}

export interface Criterion {
  fits(value: Value): boolean;
  /** Offsets that fit, ascending. */
  find(index: RangeIndex): readonly number[];
}

/** COUNTIF takes a text that reads as a number for that number, to Excel's 15 digits. */
const numberIn = (text: string): number | undefined =>
  /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*$/iu.test(text)
    ? Number(Number(text).toPrecision(15))
    : undefined;

const matchKey = (value: Value): string => {
  if (value === null) return "empty";
  if (typeof value === "number") return `n${Number(value.toPrecision(15))}`;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  const number = numberIn(value);
  return number === undefined ? `s${value.toLowerCase()}` : `n${number}`;
};

export const indexRange = (values: readonly Value[]): RangeIndex => {
  const places = new Map<string, number[]>();
  const first = new Map<string | number | boolean, number>();
  values.forEach((value, offset) => {
    const key = matchKey(value);
    const list = places.get(key);
    if (list) list.push(offset);
    else places.set(key, [offset]);
    const own = typeof value === "string" ? value.toLowerCase() : value;
    if (own !== null && !first.has(own)) first.set(own, offset);
  });
  return { values, places, first };
};

const scan =
  (fits: (value: Value) => boolean) =>
  (index: RangeIndex): readonly number[] => {
    const hits: number[] = [];
    index.values.forEach((value, offset) => {
      if (fits(value)) hits.push(offset);
    });
    return hits;
  };
const byFit = (fits: (value: Value) => boolean): Criterion => ({ fits, find: scan(fits) });
const byKeys = (keys: readonly string[]): Criterion => ({
  fits: (value) => keys.includes(matchKey(value)),
  find: (index) =>
    keys.length === 1
      ? (index.places.get(keys[0] ?? "") ?? [])
      : keys.flatMap((key) => index.places.get(key) ?? []).sort((a, b) => a - b),
});

const wildcard = (text: string): RegExp | undefined => {
  if (!/[*?~]/u.test(text)) return undefined;
  const source = text.replace(/~([*?~])|[*?]|[.+^${}()|[\]\\/]/gu, (part, escaped: string | undefined) => {
    if (escaped !== undefined) return `\\${escaped}`;
    if (part === "*") return "[\\s\\S]*";
    return part === "?" ? "[\\s\\S]" : `\\${part}`;
  });
  return new RegExp(`^${source}$`, "iu");
};

const equals = (operand: string): Criterion => {
  if (/^(?:true|false)$/iu.test(operand)) return byKeys([operand.toUpperCase()]);
  const number = numberIn(operand);
  if (number !== undefined) return byKeys([`n${number}`]);
  const pattern = wildcard(operand);
  return pattern
    ? byFit((value) => typeof value === "string" && pattern.test(value))
    : byKeys([matchKey(operand)]);
};

/**
 * Reads a criterion of the …IFS functions, as Excel does: `5`, `"<>B"`, `">="&日期`, `"LY-*"`, `""`.
 * @returns nothing for the kinds left to the engine (texts compared by size, days spelt out).
 */
export const criterionOf = (criterion: Value): Criterion | undefined => {
  // An empty cell as the criterion counts as 0.
  if (criterion === null) return byKeys(["n0"]);
  if (typeof criterion !== "string") return byKeys([matchKey(criterion)]);
  const [, operator = "", operand = ""] = /^(<>|<=|>=|<|>|=)?([\s\S]*)$/u.exec(criterion) ?? [];
  if (operator === "" || operator === "=") {
    if (operand !== "") return equals(operand);
    // "" finds empty texts too, "=" only cells that hold nothing.
    return byKeys(operator === "" ? ["empty", "s"] : ["empty"]);
  }
  if (operator === "<>") {
    if (operand === "") return byFit((value) => value !== null);
    const same = equals(operand);
    return byFit((value) => !same.fits(value));
  }
  const limit = numberIn(operand);
  if (limit === undefined) return undefined;
  const compare: Readonly<Record<string, (value: number) => boolean>> = {
    "<": (value) => value < limit,
    ">": (value) => value > limit,
    "<=": (value) => value <= limit,
    ">=": (value) => value >= limit,
  };
  const fits = compare[operator];
  return fits && byFit((value) => typeof value === "number" && fits(value));
};
