/** A printed card: one client or application a page and its own pages overleaf, as the paper is ruled. */
import type { Sheet } from "../../book/book";
import { type CardKey, cardFor } from "../../domain/forms/card/index";
import type { CardRecord } from "../../domain/register/card/card-records";
import type { Site } from "../../domain/register/site";
import type { Card } from "../../domain/form/card";
import { coverLeaf } from "./card-cover";
import { cutStrip, fullUpright, type Lie, linesIn, type Strip, upright } from "./card-page";
import { fitsOnOnePage, type Leaf, sheetsOfLeaves } from "./card-sheet";
import {
  cardStrips,
  contactWidths,
  type ContactWidths,
  continuation,
  type Filling,
  goesOn,
  projectOf,
} from "./card-strips";

export interface CardPrint {
  readonly card: CardKey;
  /** In the order they are printed. */
  readonly records: readonly CardRecord[];
  readonly site: Site;
  /** How often each is printed; a paper in several copies names them, whatever this says. */
  readonly copies: number;
  readonly sheet: string;
}

/** In a header or footer "&" begins a code. */
export const inHeader = (text: string): string => text.replaceAll("&", "&&");

const ordinals = ["一", "二", "三", "四"] as const;

/** Printed so often, each copy under the other; 退房申请 says for whom each is. */
const copiesOf = (print: CardPrint): readonly (string | undefined)[] => {
  const { copies } = cardFor(print.card);
  if (copies.length > 0)
    return copies.map(
      (who, index) =>
        `一式${copies.length === 2 ? "两" : copies.length}份　第${ordinals[index] ?? index + 1}份：${who}留存`,
    );
  return Array.from({ length: Math.max(1, print.copies) }, () => undefined);
};

const lieOf = ({ onePage }: Card): Lie => (onePage ? fullUpright : upright);

/** What was said may take room from the answer to it. */
const tightWidths: readonly ContactWidths[] = [contactWidths, [5, 14, 5], [5, 15, 4]];

/** A talk is cut where nothing of it would stand on the page else, and never after a line or two. */
const fewestLines = 3;

/** Its lines that still fit, and the rest. */
const cutToFit = (
  talk: Strip,
  fits: (part: readonly Strip[]) => boolean,
): readonly [shown: readonly Strip[], rest: readonly Strip[]] => {
  for (let lines = Math.max(...talk.pieces.map(linesIn)) - fewestLines; lines >= fewestLines; lines--) {
    const [part, rest] = cutStrip(talk, lines);
    if (fits([part])) return [[part], [rest]];
  }
  return [[], [talk]];
};

/** The card's page with every box of the paper, and what was said as far as it fits; the rest of that overleaf. */
const overleaf = ({ strips, again }: Leaf, filling: Filling, lie: Lie): readonly Leaf[] | undefined => {
  const from = strips.findIndex(({ spills }) => spills);
  const head = strips[from - 1];
  const [firstTalk, ...more] = strips.filter(({ spills }) => spills);
  if (head === undefined || firstTalk === undefined) return undefined;
  const talks = [firstTalk, ...more];
  const page = (shown: readonly Strip[], left: number): Leaf => ({
    strips: [...strips.slice(0, from), ...shown, goesOn(left, filling), ...strips.slice(from + talks.length)],
    again,
  });
  const fits = (shown: readonly Strip[], left: number): boolean => fitsOnOnePage(page(shown, left), lie);
  if (!fits([], talks.length)) return undefined;
  let whole = talks.length - 1;
  while (whole > 0 && !fits(talks.slice(0, whole), talks.length - whole)) whole--;
  const [shown, rest] =
    whole > 0
      ? [talks.slice(0, whole), talks.slice(whole)]
      : cutToFit(firstTalk, (part) => fits(part, talks.length));
  const tops = [...again, head];
  const left = whole > 0 ? rest : [...rest, ...more];
  return [page(shown, left.length), { strips: [...tops, ...left], again: tops }];
};

/** Points (五号, 小五): as people write smaller where a box is nearly full. */
const smallerLetters = [10.5, 9] as const;

/** On one page where what was said fits there in smaller letters; else it goes on overleaf as it comes, in the paper's own. */
const withSmallerLetters = (leaf: Leaf, leafOf: (letters: number) => Leaf, lie: Lie): Leaf =>
  fitsOnOnePage(leaf, lie)
    ? leaf
    : (smallerLetters.map(leafOf).find((each) => fitsOnOnePage(each, lie)) ?? leaf);

/**
 * On one page where that can be, without lines for a pen if need be; else what was said goes on overleaf. Where the
 * boxes alone take more than a page, all of it flows on as it comes.
 */
const leavesOfCard = (filling: Filling, copy: string | undefined): readonly Leaf[] => {
  const lie = lieOf(filling.card);
  const leafOf = (of: Filling): Leaf => ({ strips: cardStrips(of, copy), again: [continuation(of)] });
  const leaf = leafOf(filling);
  if (!filling.card.onePage)
    return [withSmallerLetters(leaf, (letters) => leafOf({ ...filling, letters }), lie)];
  if (fitsOnOnePage(leaf, lie)) return [leaf];
  const tight = tightWidths.map((widths) => leafOf({ ...filling, tight: widths }));
  const fitting = tight.find((each) => fitsOnOnePage(each, lie));
  if (fitting !== undefined) return [fitting];
  const [widest] = tight.slice(-1);
  return (widest && overleaf(widest, filling, lie)) ?? [leaf];
};

const leavesOf = (print: CardPrint): readonly Leaf[] => {
  const card = cardFor(print.card);
  const { records, site } = print;
  const copies = copiesOf(print);
  const leaves: Leaf[] = [];
  records.forEach((record, index) => {
    const first = card.bound && record.consultant !== records[index - 1]?.consultant;
    if (first && records.length > 1)
      leaves.push(
        coverLeaf(
          card,
          site,
          records.filter(({ consultant }) => consultant === record.consultant),
        ),
      );
    const filling = { card, record, site };
    for (const copy of copies) leaves.push(...leavesOfCard(filling, copy));
  });
  return leaves;
};

/** All the cards, each on a page of its own. */
export const cardSheets = (print: CardPrint): readonly Sheet[] => {
  const card = cardFor(print.card);
  const owners = new Set(print.records.map(({ consultant }) => consultant));
  const [owner = ""] = owners;
  const header = card.bound && owners.size === 1 && owner !== "" ? `置业顾问：${owner}` : "";
  return sheetsOfLeaves(
    leavesOf(print),
    {
      name: print.sheet,
      leftFooter: inHeader(`${projectOf(print.site)}${card.title}`),
      ...(header !== "" && { rightHeader: inHeader(header) }),
    },
    lieOf(card),
  );
};
