/** 收编: a consultant as old registers write one who has left, or two: 李明（离职）, 李明/王芳, 李明转王芳. */
import { plain } from "../../kit/text";

export interface SaidConsultant {
  readonly name: string;
  /** The cell names somebody else, too: its words are to be kept. */
  readonly saysMore: boolean;
}

/** A cell of more is a story. */
const mostSigns = 50;

const gone = /\s*[([【]\s*(?:已|现已|原)?(?:离职|离任|辞职|调离|调走|调岗)\s*[)\]】]$/u;
const passedOn = /^(\p{Script=Han}{2,4}?)\s*(?:转给?|→|->|=>)\s*(\p{Script=Han}{2,4})$/u;
const together = /^(\p{Script=Han}{2,4})(?:\s*[/、,，&+]\s*\p{Script=Han}{2,4})+$/u;

/** Of two the first, who received them; of one who passed them on the other, whose they are. */
export const readSaidConsultant = (raw: string): SaidConsultant => {
  const whole = plain(raw);
  if (whole.length > mostSigns) return { name: whole, saysMore: false };
  const text = whole.replace(gone, "");
  const name = passedOn.exec(text)?.[2] ?? together.exec(text)?.[1];
  return name === undefined ? { name: text, saysMore: false } : { name, saysMore: true };
};
