/** R14: the users' own columns of a register, beside the form's blanks. */
import type { Field } from "../form/field";
import type { Form } from "../form/form";

/** A key that no blank of a form has: "own:领导批示". Rows, cells and readings name an own column by it. */
export type OwnKey = `own:${string}`;

const mark = "own:";

export const ownKey = (caption: string): OwnKey => `${mark}${caption}`;

export const isOwnKey = (key: string): key is OwnKey => key.startsWith(mark);

/** A cell of anything: text stays text, a number a number. */
const ownBlank = (caption: string): Field => ({
  kind: "number",
  caption,
  need: "free",
  also: [],
  hint: "",
  from: -Infinity,
  to: Infinity,
  whole: false,
});

/** "own:领导批示" is "领导批示". */
export const ownCaption = (key: OwnKey): string => key.slice(mark.length);

/** The blank of a key: the form's, or the users' own; nothing for a key of neither. */
export const blankAt = ({ fields }: Form, key: string): Field | undefined =>
  isOwnKey(key) ? ownBlank(ownCaption(key)) : fields[key];

/** How a new column shows its numbers. */
export type OwnHolds = "days" | "moments" | "anything";

/** A column to be made; its cells come with the rows. */
export interface OwnColumn {
  readonly caption: string;
  readonly holds: OwnHolds;
}
