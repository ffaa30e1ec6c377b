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
}

/** Captions a blank answers to, its own first. */
export interface Target {
  readonly key: string;
  readonly caption: string;
  readonly also: readonly string[];
}

export const targetsOf = (form: Form): readonly Target[] =>
  fieldsOf(form).map(([key, { caption, also }]) => ({ key, caption, also }));

/** "姓 名", "★姓名：" and "姓名" are one caption. */
export const bareCaption = (header: string): string =>
  plain(header)
    .replace(/[\s★☆*:]/gu, "")
    .toUpperCase();

/** "单价(元/㎡)" is "单价" where there is no closer caption. */
export const withoutBrackets = (header: string): string =>
  plain(header).replace(/[([【][^)\]】]*[)\]】]/gu, "");

/** One answer a column, in order. A blank takes one column: its own caption before other wordings, then the first. */
export const matchHeaders = (
  targets: readonly Target[],
  headers: readonly RawCell[],
): readonly HeaderMatch[] => {
  const captions = new Map(targets.map(({ key, caption }) => [bareCaption(caption), key]));
  const wordings = new Map<string, string>();
  for (const { key, also } of targets)
    for (const each of also) if (!wordings.has(bareCaption(each))) wordings.set(bareCaption(each), key);
  const texts = headers.map((header) => (header === null ? "" : String(header).trim()));
  const found: (HeaderMatch | undefined)[] = texts.map(() => undefined);
  const taken = new Set<string>();
  const rivals = new Map<number, string>();
  const pass = (
    known: ReadonlyMap<string, string>,
    how: HeaderMatch["how"],
    spell: (header: string) => string,
  ) => {
    for (const [column, header] of texts.entries()) {
      if (found[column] !== undefined || header === "") continue;
      const key = known.get(spell(header));
      if (key === undefined) continue;
      if (taken.has(key)) {
        rivals.set(column, rivals.get(column) ?? key);
        continue;
      }
      taken.add(key);
      found[column] = { column, header, key, how };
    }
  };
  const unbracketed = (header: string): string => bareCaption(withoutBrackets(header));
  pass(captions, "caption", bareCaption);
  pass(wordings, "wording", bareCaption);
  pass(captions, "caption", unbracketed);
  pass(wordings, "wording", unbracketed);
  return texts.map((header, column) => {
    const rival = rivals.get(column);
    return (
      found[column] ?? {
        column,
        header,
        key: undefined,
        how: "unknown",
        ...(rival === undefined ? {} : { rival }),
      }
    );
  });
};
