/**
 * The two spellings of one formula: what Excel shows (`=MAXIFS(跟踪[日期],跟踪[编号],[@编号])`) and what a file
 * holds (`=_xlfn.MAXIFS(跟踪[日期],跟踪[编号],来访[[#This Row],[编号]])`).
 * [MS-XLSX] 2.2.2 has the grammar of structured references and the list of future functions.
 */

/** A stretch of a formula. Strings, quoted sheet names and references to other files are `text`, never to be touched. */
export type FormulaPiece =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "function"; readonly text: string }
  | { readonly kind: "name"; readonly text: string }
  /** `table` is "" where the formula leaves it out; `inside` is what stands between the outer brackets. */
  | { readonly kind: "reference"; readonly table: string; readonly inside: string };

const word = /[\p{L}_\\][\p{L}\p{M}\p{N}_.\\?]*/uy;
const plain = /[^"'[\p{L}_\\]+/uy;
const doubleQuoted = /"(?:[^"]|"")*"?/uy;
const singleQuoted = /'(?:[^']|'')*'?/uy;
const wordCharacter = /[\p{L}\p{N}_.'!]/u;

const match = (pattern: RegExp, text: string, at: number): string => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? "";
};

/** The index after the bracket that closes the one at `at`; `'` makes the next character plain. */
const closing = (text: string, at: number): number => {
  let depth = 0;
  for (let i = at; i < text.length; i++) {
    const character = text[i];
    if (character === "'") i++;
    else if (character === "[") depth++;
    else if (character === "]" && --depth === 0) return i + 1;
  }
  return text.length;
};

/** Cuts a formula into pieces; joined by `joinPieces` they are the formula again. Never throws. */
export const formulaPieces = (formula: string): readonly FormulaPiece[] => {
  const pieces: FormulaPiece[] = [];
  const text = (part: string): void => {
    const last = pieces.at(-1);
    if (last?.kind === "text") pieces[pieces.length - 1] = { kind: "text", text: last.text + part };
    else pieces.push({ kind: "text", text: part });
  };
  let at = 0;
  while (at < formula.length) {
    const name = match(word, formula, at);
    const after = formula[at + name.length];
    if (formula[at] === "[" || (name !== "" && after === "[")) {
      const open = at + name.length;
      const end = closing(formula, open);
      const next = formula[end] ?? "";
      // `[1]Sheet1!A1` and `[Book.xlsx]Sheet1!A1` lead to another file.
      if (name === "" && wordCharacter.test(next)) text(formula.slice(at, end));
      else if (formula[end - 1] !== "]") text(formula.slice(at, end));
      else pieces.push({ kind: "reference", table: name, inside: formula.slice(open + 1, end - 1) });
      at = end;
    } else if (name !== "") {
      // A digit or "$" before it makes it part of an address or number: "1E5", "$A$1".
      const address = /[$\d]/u.test(formula[at - 1] ?? "") || after === "!";
      if (address) text(name);
      else pieces.push({ kind: after === "(" ? "function" : "name", text: name });
      at += name.length;
    } else {
      const part =
        match(doubleQuoted, formula, at) ||
        match(singleQuoted, formula, at) ||
        match(plain, formula, at) ||
        (formula[at] ?? "");
      text(part);
      at += part.length;
    }
  }
  return pieces;
};

export const joinPieces = (pieces: readonly FormulaPiece[]): string =>
  pieces
    .map((piece) => (piece.kind === "reference" ? `${piece.table}[${piece.inside}]` : piece.text))
    .join("");

/** A column's name as it stands between brackets: `单价[元]` → `单价'[元']`. */
export const escapeColumn = (name: string): string => name.replace(/[[\]#']/gu, "'$&");

/** The reverse: `单价'[元']` → `单价[元]`. */
export const unescapeColumn = (escaped: string): string => escaped.replace(/'([\s\S])/gu, "$1");

/** What makes `[@列]` need its second pair of brackets. */
const special = /[\s,:.[\]#'"{}$^&*+=\-<>/@()!|;%?~`\\]/u;

/**
 * Parts of a structured reference, in the order they stand: `items` such as "#This Row" (also for "@"),
 * then the first and last column, unescaped. `[@]` has no column.
 */
export interface StructuredParts {
  readonly items: readonly string[];
  readonly columns: readonly string[];
}

/** Reads what stands between the outer brackets: "@列", "列", "[#This Row],[列]", "[a]:[b]", "#Headers", "". */
export const structuredParts = (inside: string): StructuredParts => {
  const row = inside.trimStart().startsWith("@");
  const rest = row ? inside.trimStart().slice(1) : inside;
  const items = row ? ["#This Row"] : [];
  const columns: string[] = [];
  const add = (part: string): void => {
    if (part.startsWith("#")) items.push(part);
    else if (part !== "") columns.push(unescapeColumn(part));
  };
  if (!rest.trimStart().startsWith("[")) {
    add(row ? rest.trim() : rest);
    return { items, columns };
  }
  for (let at = rest.indexOf("["); at >= 0 && at < rest.length; at = rest.indexOf("[", at)) {
    const end = closing(rest, at);
    add(rest.slice(at + 1, end - 1));
    at = end;
  }
  return { items, columns };
};

const thisRow = (parts: StructuredParts): boolean => parts.items.some((item) => /^#this row$/iu.test(item));

const bracketed = (column: string): string => `[${escapeColumn(column)}]`;

const insideFile = (inside: string): string => {
  const parts = structuredParts(inside);
  if (!inside.trimStart().startsWith("@")) return inside;
  const columns = parts.columns.map(bracketed).join(":");
  return columns === "" ? "#This Row" : `[#This Row],${columns}`;
};

const insideShown = (inside: string): string => {
  const parts = structuredParts(inside);
  if (!thisRow(parts) || parts.items.length > 1) return inside;
  const [first, last] = parts.columns;
  if (first === undefined) return "@";
  if (last !== undefined) return `@${bracketed(first)}:${bracketed(last)}`;
  return special.test(first) ? `@${bracketed(first)}` : `@${first}`;
};

/** Functions younger than the file format, as [MS-XLSX] names them; a file without the prefix shows #NAME?. */
const future = new Set(
  (
    "ACOT ACOTH AGGREGATE ARABIC ARRAYTOTEXT BASE BETA.DIST BETA.INV BINOM.DIST BINOM.DIST.RANGE BINOM.INV BITAND " +
    "BITLSHIFT BITOR BITRSHIFT BITXOR BYCOL BYROW CEILING.MATH CEILING.PRECISE CHISQ.DIST CHISQ.DIST.RT CHISQ.INV " +
    "CHISQ.INV.RT CHISQ.TEST CHOOSECOLS CHOOSEROWS COMBINA CONCAT CONFIDENCE.NORM CONFIDENCE.T COT COTH " +
    "COVARIANCE.P COVARIANCE.S CSC CSCH DAYS DECIMAL DROP ENCODEURL ERF.PRECISE ERFC.PRECISE EXPAND EXPON.DIST " +
    "F.DIST F.DIST.RT F.INV F.INV.RT F.TEST FILTERXML FLOOR.MATH FLOOR.PRECISE FORECAST.ETS FORECAST.LINEAR " +
    "FORMULATEXT GAMMA GAMMA.DIST GAMMA.INV GAMMALN.PRECISE GAUSS HSTACK HYPGEOM.DIST IFNA IFS IMCOSH IMCOT IMCSC " +
    "IMCSCH IMSEC IMSECH IMSINH IMTAN ISFORMULA ISOMITTED ISOWEEKNUM LAMBDA LET LOGNORM.DIST LOGNORM.INV MAKEARRAY " +
    "MAP MAXIFS MINIFS MODE.MULT MODE.SNGL MUNIT NEGBINOM.DIST NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV " +
    "NUMBERVALUE PDURATION PERCENTILE.EXC PERCENTILE.INC PERCENTRANK.EXC PERCENTRANK.INC PERMUTATIONA PHI " +
    "POISSON.DIST QUARTILE.EXC QUARTILE.INC RANDARRAY RANK.AVG RANK.EQ REDUCE RRI SCAN SEC SECH SEQUENCE SHEET " +
    "SHEETS SKEW.P SORTBY STDEV.P STDEV.S SWITCH T.DIST T.DIST.2T T.DIST.RT T.INV T.INV.2T T.TEST TAKE TEXTAFTER " +
    "TEXTBEFORE TEXTJOIN TEXTSPLIT TOCOL TOROW UNICHAR UNICODE UNIQUE VALUETOTEXT VAR.P VAR.S VSTACK WEBSERVICE " +
    "WEIBULL.DIST WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR Z.TEST"
  ).split(" "),
);
const futureWorksheet = new Set(["FILTER", "SORT"]);

const functionInFile = (name: string): string => {
  const upper = name.toUpperCase();
  if (futureWorksheet.has(upper)) return `_xlfn._xlws.${upper}`;
  return future.has(upper) ? `_xlfn.${upper}` : name;
};

/**
 * As a file holds it: references say their table, this row is spelt out, young functions carry `_xlfn.`.
 * @param formula with or without its "="; what is in the file's spelling already stays.
 * @param tableOfCell the table the formula's cell lies in; without one a bare `[@列]` is left as it is.
 */
export const toFileFormula = (formula: string, tableOfCell: string | undefined): string =>
  joinPieces(
    formulaPieces(formula).map((piece) => {
      if (piece.kind === "function") return { ...piece, text: functionInFile(piece.text) };
      if (piece.kind !== "reference") return piece;
      const table = piece.table === "" ? tableOfCell : piece.table;
      return table === undefined ? piece : { kind: "reference", table, inside: insideFile(piece.inside) };
    }),
  );

/** As Excel shows it: no prefixes, `[@列]`, and no table name inside the table itself. The reverse of `toFileFormula`. */
export const toShownFormula = (formula: string, tableOfCell: string | undefined): string =>
  joinPieces(
    formulaPieces(formula).map((piece) => {
      if (piece.kind === "function")
        return { ...piece, text: piece.text.replace(/^(?:_xlfn\.)?(?:_xlws\.)?/iu, "") };
      if (piece.kind !== "reference") return piece;
      const own = tableOfCell !== undefined && piece.table.toLowerCase() === tableOfCell.toLowerCase();
      const inside = insideShown(piece.inside);
      // `表[]` is the whole table; without its name nothing would be left to show.
      return { kind: "reference", table: own && inside !== "" ? "" : piece.table, inside };
    }),
  );
