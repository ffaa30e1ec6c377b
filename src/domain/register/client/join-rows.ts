/** Two rows of one client made one: what is filled in, what both say, and where they contradict each other. */
import type { Field } from "../../form/field";
import { choiceSeparator } from "../../form/field";
import { fieldsOf, type Form } from "../../form/form";
import { nothing } from "../../rules/nothing-to-say";
import { samePhone } from "../../rules/phone";
import { namesAgree } from "../../rules/same-person";
import { withoutTitle } from "../../rules/name-wording";
import { phoneReading } from "../phone-reading";
import { type About, isEmptyCell, readAnswer } from "../read-answer";
import type { Answer, RawCell } from "../register";

export interface Contradiction {
  readonly key: string;
  readonly caption: string;
  readonly kept: Answer;
  readonly other: Answer;
}

export interface Joined {
  /** What the kept row's cells become, where they change. */
  readonly becomes: Readonly<Record<string, Answer>>;
  /** Kept as it is unless somebody chooses the other. */
  readonly contradictions: readonly Contradiction[];
}

type Cells = (key: string) => RawCell;

const answerOf = (field: Field, cell: RawCell, about: About): Answer | undefined => {
  if (isEmptyCell(cell)) return undefined;
  // What cannot be understood is kept as it was typed.
  return readAnswer(field, cell, about).answer ?? (typeof cell === "boolean" ? String(cell) : cell);
};

/** Says something: not empty, not `/`. */
const says = (answer: Answer): boolean => answer !== nothing;

const both = (one: Answer, other: Answer): Answer => {
  const pieces = String(one).split(choiceSeparator);
  return [
    ...pieces,
    ...String(other)
      .split(choiceSeparator)
      .filter((piece) => !pieces.includes(piece)),
  ].join(choiceSeparator);
};

const bothPhones = (one: Answer, other: Answer, about: About): Answer => {
  const [ours, theirs] = [phoneReading(one, about.site).phones, phoneReading(other, about.site).phones];
  if (ours.length === 0 || theirs.length === 0) return both(one, other);
  const more = theirs.filter((phone) => !ours.some((own) => samePhone(own, phone)));
  return [...ours, ...more].map(({ shown }) => shown).join(choiceSeparator);
};

/** Answers that need not be chosen between; nothing where they contradict each other. */
const together = (
  key: string,
  field: Field,
  kept: Answer,
  other: Answer,
  about: About,
): Answer | undefined => {
  if (kept === other) return kept;
  if (field.kind === "tickMany" || (field.kind === "rowRef" && field.many)) return both(kept, other);
  if (field.kind === "phone") return bothPhones(kept, other, about);
  if (field.kind === "lines") return `${kept}\n${other}`;
  // R15: a no is kept for good.
  if (key === "consent") return "否";
  // 张先生 has become 张三: the full name says more.
  if (key === "name" && namesAgree(String(kept), String(other)))
    return withoutTitle(String(kept)) === String(kept) ? kept : other;
  return undefined;
};

/** `skip`: blanks that are settled otherwise. */
export const joinRows = (
  form: Form,
  kept: Cells,
  other: Cells,
  about: About,
  skip: (key: string) => boolean,
): Joined => {
  const becomes: Record<string, Answer> = {};
  const contradictions: Contradiction[] = [];
  for (const [key, field] of fieldsOf(form)) {
    if (field.kind === "computed" || field.kind === "numberStamp" || skip(key)) continue;
    const [ours, theirs] = [answerOf(field, kept(key), about), answerOf(field, other(key), about)];
    if (theirs === undefined || theirs === ours) continue;
    // "/" from the other fills only what was never asked.
    if (ours === undefined || (!says(ours) && says(theirs))) {
      becomes[key] = theirs;
      continue;
    }
    if (!says(ours)) continue;
    if (!says(theirs)) continue;
    const joined = together(key, field, ours, theirs, about);
    if (joined === undefined) contradictions.push({ key, caption: field.caption, kept: ours, other: theirs });
    else if (joined !== ours) becomes[key] = joined;
  }
  return { becomes, contradictions };
};
