/**
 * Numbers as their number format shows them, where that says more than the number does: 0501 of 501 and `0000`, A-007,
 * 30%, 85万. Formats as files and Excel's own interface spell them, ECMA-376 18.8.31; days and fractions are not read.
 */
import Big from "big.js";

type Piece =
  | { readonly is: "digit"; readonly isKept: boolean }
  | { readonly is: "words"; readonly said: string }
  | { readonly is: "point" | "comma" | "percent" | "general" };

interface Section {
  readonly condition: { readonly sign: string; readonly than: number } | undefined;
  readonly pieces: readonly Piece[];
}

const piece =
  /"([^"]*)"|[\\!](.)|([_*].)|\[([^\]]*)\]|(General|G\/通用格式)|([0#?])|([.])|(,)|(%)|([-+ ():^&'~{}<>=$]|[^\0-\x7f])/iuy;
const conditional = /^(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)$/u;
/** Hours beyond a day are no colour. */
const elapsed = /^(?:h+|m+|s+)$/iu;

const sectionOf = (code: string): Section | undefined => {
  const pieces: Piece[] = [];
  let condition: Section["condition"];
  let at = 0;
  while (at < code.length) {
    piece.lastIndex = at;
    const found = piece.exec(code);
    if (found === null) return undefined;
    at = piece.lastIndex;
    const [, quoted, escaped, blank, bracket, general, digit, point, comma, percent, bare] = found;
    const said = quoted ?? escaped ?? bare;
    if (said !== undefined) pieces.push({ is: "words", said });
    else if (digit !== undefined) pieces.push({ is: "digit", isKept: digit === "0" });
    else if (general !== undefined) pieces.push({ is: "general" });
    else if (point !== undefined) pieces.push({ is: "point" });
    else if (comma !== undefined) pieces.push({ is: "comma" });
    else if (percent !== undefined) pieces.push({ is: "percent" });
    else if (bracket !== undefined) {
      const [, sign, than] = conditional.exec(bracket) ?? [];
      if (sign !== undefined) condition = { sign, than: Number(than) };
      else if (bracket.startsWith("$"))
        pieces.push({ is: "words", said: bracket.slice(1).replace(/-[\da-f]*$/iu, "") });
      else if (elapsed.test(bracket)) return undefined;
    } else if (blank !== undefined) pieces.push({ is: "words", said: blank.startsWith("_") ? " " : "" });
  }
  return { condition, pieces };
};

/** At the semicolons that are no words. The last section may be for texts. */
const splitOf = (format: string): readonly string[] =>
  (format.match(/(?:"[^"]*"|[\\!_*].|[^;])+|;/gu) ?? [])
    .reduce<string[]>(
      (all, each) => (each === ";" ? [...all, ""] : [...all.slice(0, -1), (all.at(-1) ?? "") + each]),
      [""],
    )
    .filter((code) => !code.includes("@"));

const holds = ({ condition }: Section, value: number): boolean => {
  if (condition === undefined) return false;
  const { sign, than } = condition;
  if (sign === "<>") return value !== than;
  return (
    (sign.includes("=") && value === than) ||
    (sign.includes("<") && value < than) ||
    (sign.includes(">") && value > than)
  );
};

/** Nothing where it is not sure which one Excel takes. */
const sectionFor = (sections: readonly (Section | undefined)[], value: number): Section | undefined => {
  const [first, second, third] = sections;
  if (sections.some((each) => each?.condition !== undefined)) {
    if (first?.condition === undefined || value < 0) return undefined;
    if (holds(first, value)) return first;
    if (second?.condition === undefined) return sections.length === 2 ? second : undefined;
    return holds(second, value) ? second : third;
  }
  if (sections.length === 1 || value > 0) return first;
  return value < 0 ? second : sections.length > 2 ? third : first;
};

/** A person types no finer share: a longer one is computed, and rounded as it is shown. */
const mostOfShare = 4;

const isDigit = ({ is }: Piece): boolean => is === "digit";

/** Words and per cent as they stand; nothing for what only shapes the digits. */
const saidBy = (each: Piece): string => (each.is === "words" ? each.said : each.is === "percent" ? "%" : "");

/** Before the point, from its end on. Nothing where words part the digits of a broken number. */
const wholeOf = (pieces: readonly Piece[], digits: string, isBroken: boolean): string | undefined => {
  const first = pieces.findIndex(isDigit);
  let left = digits;
  let met = 0;
  let out = "";
  for (const [at, each] of [...pieces.entries()].reverse()) {
    if (each.is !== "digit") {
      if (isBroken && met > 0 && at > first && saidBy(each).trim() !== "") return undefined;
      out = saidBy(each) + out;
      continue;
    }
    const digit = at === first ? left : left.slice(-1);
    left = left.slice(0, -1);
    out = (digit === "" && each.isKept ? "0" : digit) + out;
    met++;
  }
  return out;
};

/** Behind the point, the point before it; all decimals, however few are shown. */
const fractionOf = (pieces: readonly Piece[], decimals: string): string => {
  const places = pieces.filter(isDigit).length;
  let met = 0;
  const out = pieces.map((each) => {
    if (each.is !== "digit") return saidBy(each);
    const digit = met === places - 1 ? decimals.slice(met) : (decimals[met] ?? "");
    met++;
    return digit === "" && each.isKept ? "0" : digit;
  });
  const isPointed = pieces.some((each) => each.is === "digit" && each.isKept) || decimals !== "";
  return `${isPointed ? "." : ""}${places === 0 ? decimals : ""}${out.join("")}`;
};

/** Commas behind the last digit: each divides by a thousand. */
const thousandsIn = (pieces: readonly Piece[]): number => {
  const behind = [...pieces].reverse().findIndex(isDigit);
  return pieces.slice(pieces.length - behind).filter(({ is }) => is === "comma").length;
};

/** Divided by thousands without a word of it, 85 is not 85,000 any more. */
const saysScale = /[千仟万萬亿億]/u;

/** Nothing where the digits do not go together with the words between them, or a part of the number is not said. */
const written = (pieces: readonly Piece[], value: number): string | undefined => {
  const pointAt = pieces.findIndex(({ is }) => is === "point");
  const [before, behind] =
    pointAt < 0 ? [pieces, undefined] : [pieces.slice(0, pointAt), pieces.slice(pointAt + 1)];
  const first = pieces.findIndex(isDigit);
  if (pieces.slice(0, first).some(({ is }) => is === "comma")) return undefined;
  if (!before.some(isDigit) || behind?.some(({ is }) => is === "point") === true) return undefined;
  const thousands = thousandsIn(before) + (behind?.some(isDigit) === true ? thousandsIn(behind) : 0);
  if (thousands > 0 && !saysScale.test(pieces.map(saidBy).join(""))) return undefined;
  const isShare = pieces.some(({ is }) => is === "percent");
  const places = behind?.filter(isDigit).length ?? 0;
  const exact = new Big(value.toPrecision(15))
    .abs()
    .times(isShare ? 100 : 1)
    .times(`1e-${3 * thousands}`);
  const isLong = isShare && (exact.toFixed().split(".")[1] ?? "").length > Math.max(mostOfShare, places);
  const number = isLong ? exact.round(places, Big.roundHalfUp) : exact;
  const [digits = "0", decimals = ""] = number.toFixed().split(".");
  const inFront = digits === "0" && behind === undefined ? "" : digits;
  if (behind !== undefined) {
    const whole = wholeOf(before, inFront, false);
    return whole === undefined ? undefined : whole + fractionOf(behind, decimals);
  }
  // Decimals that are not shown stand behind the last digit.
  const end = before.length - [...before].reverse().findIndex(isDigit);
  const whole = wholeOf(before.slice(0, end), inFront, decimals !== "");
  const rest = before.slice(end).map(saidBy).join("");
  return whole === undefined ? undefined : `${whole}${decimals === "" ? "" : `.${decimals}`}${rest}`;
};

/** What only dresses an amount. */
const dress = /[\s¥￥$€£()]/gu;

const shown = (section: Section, value: number, isSigned: boolean): string | undefined => {
  const { pieces, condition } = section;
  const words = pieces.map((each) => (each.is === "words" ? each.said : "")).join("");
  const isGeneral = pieces.some(({ is }) => is === "general");
  if (!isGeneral && !pieces.some(isDigit)) {
    // The words stand for a number that can be told from them: "√";;"×", [=2]"女".
    const isTold = condition?.sign === "=" || Math.abs(value) === 1 || value === 0;
    return isTold && words.replace(dress, "").replace(/-/gu, "") !== "" ? words.trim() : undefined;
  }
  if (isGeneral && pieces.some(({ is }) => is !== "general" && is !== "words")) return undefined;
  const plainly = isGeneral
    ? pieces.map((each) => (each.is === "words" ? each.said : String(Math.abs(value)))).join("")
    : written(pieces, value);
  if (plainly === undefined) return undefined;
  const bare = plainly.replace(dress, "").replace(/^[-+]/u, "");
  const isSame = /^(?:0|[1-9]\d*)?(?:\.\d*)?$/u.test(bare) && Number(bare) === Math.abs(value);
  return isSame ? undefined : `${isSigned ? "-" : ""}${plainly.trim()}`;
};

/** Beyond it a number no longer holds its last digits. */
const tooMuch = 1e15;
/** Excel takes no longer one. */
const longestFormat = 255;

/**
 * By a format, what it makes of numbers: thousands undivided, to the last digit the number has, rounded away or not.
 * Nothing where that says no more than the number, or is not sure.
 */
export const numberFormat = (format: string): ((value: number) => string | undefined) => {
  if (format.length > longestFormat) return () => undefined;
  const sections = splitOf(format).map(sectionOf);
  return (value) => {
    if (!Number.isFinite(value) || Math.abs(value) >= tooMuch) return undefined;
    const section = sectionFor(sections, value);
    return section && shown(section, value, value < 0 && sections.length === 1);
  };
};
