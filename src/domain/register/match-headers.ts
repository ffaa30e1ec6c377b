/** Which column of a foreign table is which blank of a form: by caption and known other wordings. Guesses: like-headers.ts. */
import { fieldsOf, type Form } from "../form/form";
import { plain } from "../kit/text";
import type { RawCell } from "./register";

export interface HeaderMatch {
  /** 0-based. */
  readonly column: number;
  /** As it stands; empty where the column has none. */
  readonly header: string;
  /** Nothing where no blank has such a wording, or another column was nearer to it. */
  readonly key: string | undefined;
  /** "likeness" is a guess, and to be said as one. */
  readonly how: "caption" | "wording" | "likeness" | "unknown";
  /** The blank it would be, had not another column been nearer. */
  readonly rival?: string;
  /** The blank its caption names, though its cells hardly read as one: 意向 above 三房 is no grade. */
  readonly unlike?: { readonly key: string; readonly how: "caption" | "wording" | "likeness" };
}

/** How well a column's cells read as a blank: column-contents.ts. */
export interface ColumnContents {
  /** 0 to 1 of the cells that say anything; nothing where none does, or where anything may stand in the blank. */
  readonly share: (column: number, key: string) => number | undefined;
  /** Words that do not read as such a blank are no answers of it: grades, phones and days. */
  readonly isStrict: (key: string) => boolean;
}

/** A column of which less reads as the blank is not the blank's. */
const leastShare = 0.2;
/** Shares nearer to each other say nothing of which column is meant. */
const nearShare = 0.2;

export const isUnlike = (contents: ColumnContents | undefined, column: number, key: string): boolean =>
  contents?.isStrict(key) === true && (contents.share(column, key) ?? 1) < leastShare;

/** Of columns that one blank could take: whose cells read best as it, the first of those that read alike. */
export const likeliest = (
  contents: ColumnContents | undefined,
  columns: readonly number[],
  key: string,
): number | undefined => {
  if (contents === undefined || columns.length < 2) return columns[0];
  const shares = columns.map((column) => contents.share(column, key) ?? -1);
  const best = Math.max(...shares);
  return columns.find((_, at) => (shares[at] ?? -1) >= best - nearShare);
};

/** Captions a blank answers to, its own first. */
export interface Target {
  readonly key: string;
  readonly caption: string;
  readonly also: readonly string[];
  /** Wordings that mean it where no other column does: 类别, 登记人. */
  readonly weak?: readonly string[];
}

export const targetsOf = (form: Form): readonly Target[] =>
  fieldsOf(form).map(([key, { caption, also }]) => ({ key, caption, also }));

/** "1、姓名", "(1)姓名", "①姓名": captions with a number of their own. */
const circled = /^\s*[①-⑳](?=\p{Script=Han})/u;
const numbering = /^\(?\d{1,2}[、.)]+(?=\p{Script=Han})/u;
export const withoutNumbering = (header: string): string =>
  plain(header.replace(circled, "")).replace(numbering, "");

/** The wordings of all forms and the headers of a few files; longer texts are no captions. */
const mostKnown = 20_000;
const longestKnown = 40;
const known = new Map<string, string>();

/** "姓 名", "★姓名：", "1、姓名" and "姓名" are one caption. Asked of the same few again and again, cell by cell. */
export const bareCaption = (header: string): string => {
  const before = known.get(header);
  if (before !== undefined) return before;
  const bare = withoutNumbering(header)
    .replace(/[\s★☆*:]/gu, "")
    .toUpperCase();
  if (header.length <= longestKnown && known.size < mostKnown) known.set(header, bare);
  return bare;
};

/** As many signs as Excel takes for a table's caption: in more, each bracket would look for its end again. */
const longestCaption = 255;

/** "单价(元/㎡)" is "单价" where there is no closer caption. */
export const withoutBrackets = (header: string): string => {
  const seen = plain(header);
  return seen.length > longestCaption ? seen : seen.replace(/[([【][^)\]】]*[)\]】]/gu, "");
};

/** A form's targets stay the same objects: their captions are spelled once for all tables. */
const spelled = new WeakMap<Target, { readonly caption: string; readonly also: readonly string[] }>();

const spellingOf = (target: Target): { readonly caption: string; readonly also: readonly string[] } => {
  const known = spelled.get(target);
  if (known) return known;
  const made = { caption: bareCaption(target.caption), also: target.also.map(bareCaption) };
  spelled.set(target, made);
  return made;
};

/**
 * One answer a column, in order. A blank takes one column: its own caption before other wordings, wherever they stand;
 * of several that say the same of themselves, that whose contents read best, then the first.
 */
export const matchHeaders = (
  targets: readonly Target[],
  headers: readonly RawCell[],
  contents?: ColumnContents,
): readonly HeaderMatch[] => {
  const captions = new Map(targets.map((target) => [spellingOf(target).caption, target.key]));
  const wordings = new Map<string, string>();
  for (const target of targets)
    for (const each of spellingOf(target).also) if (!wordings.has(each)) wordings.set(each, target.key);
  const texts = headers.map((header) => (header === null ? "" : String(header).trim()));
  const found: (HeaderMatch | undefined)[] = texts.map(() => undefined);
  const taken = new Set<string>();
  const rivals = new Map<number, string>();
  const unlike = new Map<number, NonNullable<HeaderMatch["unlike"]>>();
  const pass = (
    known: ReadonlyMap<string, string>,
    how: "caption" | "wording",
    spell: (header: string) => string,
  ) => {
    const columns = new Map<string, number[]>();
    for (const [column, header] of texts.entries()) {
      if (found[column] !== undefined || unlike.has(column) || header === "") continue;
      const key = known.get(spell(header));
      if (key === undefined) continue;
      if (isUnlike(contents, column, key)) unlike.set(column, { key, how });
      else if (taken.has(key)) rivals.set(column, rivals.get(column) ?? key);
      else columns.set(key, [...(columns.get(key) ?? []), column]);
    }
    for (const [key, some] of columns) {
      const chosen = likeliest(contents, some, key);
      for (const column of some)
        if (column === chosen) found[column] = { column, header: texts[column] ?? "", key, how };
        else rivals.set(column, rivals.get(column) ?? key);
      taken.add(key);
    }
  };
  const unbracketed = (header: string): string => bareCaption(withoutBrackets(header));
  pass(captions, "caption", bareCaption);
  pass(wordings, "wording", bareCaption);
  pass(captions, "caption", unbracketed);
  pass(wordings, "wording", unbracketed);
  return texts.map((header, column) => {
    const [rival, unread] = [rivals.get(column), unlike.get(column)];
    return (
      found[column] ?? {
        column,
        header,
        key: undefined,
        how: "unknown",
        ...(rival === undefined ? {} : { rival }),
        ...(unread === undefined ? {} : { unlike: unread }),
      }
    );
  });
};
