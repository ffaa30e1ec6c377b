import type { Field } from "./field";

/** A boxed area of the paper. */
export interface Part<Fields extends Readonly<Record<string, Field>>> {
  readonly title: string;
  readonly fields: Fields;
}

export const part = <Fields extends Readonly<Record<string, Field>>>(
  title: string,
  fields: Fields,
): Part<Fields> => ({ title, fields });

/** The small print: rules over several blanks of one row. */
export type Footnote<Key extends string = string> =
  | { readonly kind: "atLeastOneOf"; readonly keys: readonly Key[] }
  /** `key` is asked for when `when` holds the choice. */
  | { readonly kind: "askedWhen"; readonly key: Key; readonly when: Key; readonly has: string }
  /** Days that never run backwards, in this order. */
  | { readonly kind: "inOrder"; readonly keys: readonly Key[] }
  /** `key` was agreed on the day of `from`: it comes after it, a time of day not before it. */
  | { readonly kind: "agreedOn"; readonly key: Key; readonly from: Key };

/** The blanks a footnote speaks of. */
export const keysOfFootnote = (note: Footnote): readonly string[] => {
  switch (note.kind) {
    case "askedWhen":
      return [note.key, note.when];
    case "agreedOn":
      return [note.key, note.from];
    default:
      return note.keys;
  }
};

export interface Paper {
  /** The stable name code and the command line use: "visitors". */
  readonly key: string;
  /** As the paper prints it, after the project's name. */
  readonly title: string;
  readonly sheet: string;
  readonly table: string;
  /** "一位来访客户填一行". */
  readonly oneRowPer: string;
  /** The paper's 备注, under the title. */
  readonly note: string;
  /** Points. */
  readonly rowHeight: number;
  /** Who sees to it. */
  readonly keptBy: "consultant" | "manager" | "program";
}

export interface Form<
  Fields extends Readonly<Record<string, Field>> = Readonly<Record<string, Field>>,
> extends Paper {
  readonly parts: readonly Part<Readonly<Record<string, Field>>>[];
  /** All parts' fields in the paper's order: the table's columns. */
  readonly fields: Fields;
  readonly footnotes: readonly Footnote[];
}

type Together<Union> = (Union extends unknown ? (one: Union) => void : never) extends (all: infer All) => void
  ? All
  : never;

type Fields = Readonly<Record<string, Field>>;
type FormOf<All> = All extends Fields ? Form<All> : never;

/** Writes a form down. Its footnotes can name only its own blanks. */
export const form = <Parts extends readonly Part<Fields>[]>(
  paper: Paper,
  parts: readonly [...Parts],
  footnotes: readonly Footnote<keyof Together<Parts[number]["fields"]> & string>[] = [],
): FormOf<Together<Parts[number]["fields"]>> =>
  ({
    ...paper,
    parts,
    fields: Object.assign({}, ...parts.map((each) => each.fields)) as Fields,
    footnotes,
  }) as unknown as FormOf<Together<Parts[number]["fields"]>>;

/** The form's blanks with their keys, in the paper's order. */
export const fieldsOf = (of: Form): readonly (readonly [string, Field])[] => Object.entries(of.fields);
