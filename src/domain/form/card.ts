/**
 * The language printed cards are laid out in: which boxes share a line, how wide each is. Keys only; captions and
 * choices come from the form. A card is as wide as `cardColumns`, the width of an A4 page between its margins.
 */
import type { FieldKey, FormKey } from "../forms/index";

export const cardColumns = 24;

/** A caption's box and, beside it, its answer's. Widths in columns. */
export interface AnswerBox<Key extends string = string> {
  readonly drawn: "answer";
  /** Several keys share the box where the paper has one: 来访人数及关系. */
  readonly keys: readonly Key[];
  /** The paper's, where it differs from the form's. */
  readonly caption: string | undefined;
  /** Behind the answer: "天". */
  readonly unit: string;
  /** Between the answers of two keys. */
  readonly between: string;
  readonly label: number;
  readonly width: number;
}

export interface Inside<Key extends string = string> {
  readonly choice: string;
  readonly key: Key;
  readonly after: number;
}

/** A caption's box and every choice of the site's list, ☑ or □. */
export interface TickBox<Key extends string = string> {
  readonly drawn: "ticks";
  readonly key: Key;
  /** The paper's number before the caption: "2." */
  readonly no: string;
  readonly caption: string | undefined;
  /** Behind the choices: "万元". */
  readonly unit: string;
  /** An answer the paper has inside a choice, after so many characters: 为家人＿＿购. */
  readonly inside: Inside<Key> | undefined;
  /** The paper's own choices of an answer that is computed: 一次 to 五次以上. */
  readonly choices: readonly string[] | undefined;
  /** The paper's own order of the site's list; what the paper does not know follows. */
  readonly order: readonly string[] | undefined;
  readonly label: number;
  readonly width: number;
}

export type Box<Key extends string = string> = AnswerBox<Key> | TickBox<Key>;

/** Words of a letter, or a blank in them with room for so many half-width characters. {项目} is the site's project. */
export type LetterPiece<Key extends string = string> = string | { readonly key: Key; readonly least: number };

export type CardLine<Key extends string = string> =
  /** Boxes with lines round them, side by side. */
  | { readonly kind: "boxes"; readonly boxes: readonly Box<Key>[] }
  /** 客户编号：＿＿ without lines round it; widths in columns. */
  | {
      readonly kind: "open";
      readonly blanks: readonly { readonly key: Key; readonly caption?: string; readonly width: number }[];
    }
  | { readonly kind: "heading"; readonly title: string }
  /** A caption, and room to write: at least so many lines, more where the page has room. */
  | { readonly kind: "room"; readonly key: Key; readonly caption: string | undefined; readonly least: number }
  /** What passed between the house and the client after the first visit: the first call-back, the later ones; or all of it in a table. */
  | {
      readonly kind: "contacts";
      readonly which: "first" | "later" | "all";
      readonly captions: readonly string[];
      readonly least: number;
    }
  /** 销售部意见, with 负责人签字 and 日期 below. */
  | {
      readonly kind: "opinion";
      readonly key: Key | undefined;
      readonly caption: string;
      readonly signer: Key | undefined;
      readonly signs: string;
      readonly on: Key | undefined;
      readonly least: number;
    }
  /** Places to sign, side by side. `closing`: at the end of a letter, without lines round them. */
  | {
      readonly kind: "signatures";
      readonly closing: boolean;
      readonly places: readonly Place<Key>[];
    }
  /** Running text with blanks in it. */
  | { readonly kind: "letter"; readonly pieces: readonly LetterPiece<Key>[] }
  /** A sentence of the paper. */
  | { readonly kind: "saying"; readonly text: string };

export interface Card<Form extends FormKey = FormKey, Key extends string = string> {
  /** The form a card shows a row of. */
  readonly form: Form;
  /** As the paper prints it, after the project's name. */
  readonly title: string;
  /** 牡丹苑项目 before the title. */
  readonly named: boolean;
  readonly oneCardPer: string;
  readonly lines: readonly CardLine<Key>[];
  /** The paper's 备注, numbered. */
  readonly notes: readonly string[];
  /** Points. */
  readonly rowHeight: number;
  /** 按业务员分类装订成册. */
  readonly bound: boolean;
  /** Every box stands on the first page; talks that find no room there go on overleaf. */
  readonly onePage: boolean;
  /** One a copy: 销售部、财务部. Empty: one copy that names nobody. */
  readonly copies: readonly string[];
  /** Of `applications`: the kind the card is for. */
  readonly kind: string | undefined;
  /** Keys of the form that other cards show. */
  readonly elsewhere: readonly Key[];
}

interface Told {
  readonly caption?: string;
  readonly unit?: string;
}

interface Place<Key> {
  readonly caption: string;
  readonly key?: Key;
  readonly on?: Key;
}

/** The words a form's card is written with; each knows the form's keys. */
export const cardOf = <Form extends FormKey>(form: Form) => {
  type Key = FieldKey<Form>;
  return {
    card: (
      paper: Pick<Card, "title" | "oneCardPer" | "rowHeight"> &
        Partial<Omit<Card<Form, Key>, "form" | "lines">>,
      lines: readonly CardLine<Key>[],
    ): Card<Form, Key> => ({
      form,
      named: true,
      notes: [],
      bound: false,
      onePage: false,
      copies: [],
      kind: undefined,
      elsewhere: [],
      ...paper,
      lines,
    }),
    boxes: (...boxes: readonly Box<Key>[]): CardLine<Key> => ({ kind: "boxes", boxes }),
    box: (
      keys: Key | readonly Key[],
      label: number,
      width: number,
      told: Told & { readonly between?: string } = {},
    ): Box<Key> => ({
      drawn: "answer",
      keys: typeof keys === "string" ? [keys] : keys,
      caption: told.caption,
      unit: told.unit ?? "",
      between: told.between ?? "　",
      label,
      width,
    }),
    ticks: (
      key: Key,
      label: number,
      width: number,
      told: Told & {
        readonly no?: string;
        readonly inside?: Inside<Key>;
        readonly choices?: readonly string[];
        readonly order?: readonly string[];
      } = {},
    ): Box<Key> => ({
      drawn: "ticks",
      key,
      no: told.no ?? "",
      caption: told.caption,
      unit: told.unit ?? "",
      inside: told.inside,
      choices: told.choices,
      order: told.order,
      label,
      width,
    }),
    open: (
      ...blanks: readonly { readonly key: Key; readonly caption?: string; readonly width: number }[]
    ): CardLine<Key> => ({ kind: "open", blanks }),
    heading: (title: string): CardLine<Key> => ({ kind: "heading", title }),
    room: (key: Key, least: number, caption?: string): CardLine<Key> => ({
      kind: "room",
      key,
      caption,
      least,
    }),
    contacts: (
      which: "first" | "later" | "all",
      least: number,
      ...captions: readonly string[]
    ): CardLine<Key> => ({ kind: "contacts", which, captions, least }),
    opinion: (
      caption: string,
      told: {
        readonly key?: Key;
        readonly signer?: Key;
        readonly on?: Key;
        readonly signs?: string;
        readonly least?: number;
      },
    ): CardLine<Key> => ({
      kind: "opinion",
      caption,
      key: told.key,
      signer: told.signer,
      on: told.on,
      signs: told.signs ?? "负责人签字",
      least: told.least ?? 2,
    }),
    signatures: (...places: readonly Place<Key>[]): CardLine<Key> => ({
      kind: "signatures",
      closing: false,
      places,
    }),
    closing: (...places: readonly Place<Key>[]): CardLine<Key> => ({
      kind: "signatures",
      closing: true,
      places,
    }),
    letter: (...pieces: readonly LetterPiece<Key>[]): CardLine<Key> => ({ kind: "letter", pieces }),
    blank: (key: Key, least: number): LetterPiece<Key> => ({ key, least }),
    saying: (text: string): CardLine<Key> => ({ kind: "saying", text }),
  };
};

/** Every key a line shows. */
export const keysOfLine = (line: CardLine): readonly string[] => {
  const given = (...keys: readonly (string | undefined)[]): readonly string[] =>
    keys.filter((key) => key !== undefined);
  switch (line.kind) {
    case "boxes":
      return line.boxes.flatMap((box) =>
        box.drawn === "answer" ? box.keys : given(box.key, box.inside?.key),
      );
    case "open":
      return line.blanks.map(({ key }) => key);
    case "room":
      return [line.key];
    case "opinion":
      return given(line.key, line.signer, line.on);
    case "signatures":
      return line.places.flatMap(({ key, on }) => given(key, on));
    case "letter":
      return line.pieces.flatMap((piece) => (typeof piece === "string" ? [] : [piece.key]));
    case "heading":
    case "contacts":
    case "saying":
      return [];
  }
};
