/** A printed card: one client or application a page, as the paper is ruled. */
import type { Sheet } from "../../book/book";
import { type CardKey, cardFor } from "../../domain/forms/card/index";
import type { CardRecord } from "../../domain/register/card-records";
import type { Site } from "../../domain/register/site";
import type { Card } from "../../domain/form/card";
import { coverLeaf } from "./card-cover";
import { fontSizeOfCards, fullUpright, type Lie, upright } from "./card-page";
import { fitsOnOnePage, type Leaf, sheetsOfLeaves } from "./card-sheet";
import { cardStrips, contactWidths, continuation, type Filling, projectOf, type Small } from "./card-strips";

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

/** Points, down to 六号: what is smaller is read by nobody. */
const sizes = [12, 11, 10.5, 10, 9.5, 9, 8.5, 8, 7.5] as const;
const smallest = 7.5;

/** What was said may take room from the day and the answer; small letters leave those less to need. */
const talksIn = (fontSize: number, talkSize: number): readonly Small[] =>
  ([contactWidths, [5, 14, 5], [5, 15, 4], ...(talkSize <= 10 ? [[4, 16, 4] as const] : [])] as const).map(
    (widths): Small => ({ fontSize, talkSize, contactWidths: widths }),
  );

const leafOf = (filling: Filling, copy: string | undefined): Leaf => ({
  strips: cardStrips(filling, copy),
  again: [continuation(filling)],
});

const lieOf = ({ onePage }: Card): Lie => (onePage ? fullUpright : upright);

/**
 * On one page in the paper's own letters where that can be, without lines for a pen; else with what was said in
 * smaller ones; only then all of it. Where no letters do, in the paper's own on as many pages as it takes.
 */
const fittedLeaf = (filling: Filling, copy: string | undefined): Leaf => {
  const lie = lieOf(filling.card);
  const leaf = leafOf(filling, copy);
  if (!filling.card.onePage || fitsOnOnePage(leaf, lie)) return leaf;
  const fitting = (fontSize: number, talkSize: number): Leaf | undefined => {
    for (const small of talksIn(fontSize, talkSize)) {
      const made = leafOf({ ...filling, small }, copy);
      if (fitsOnOnePage(made, lie)) return made;
    }
    return undefined;
  };
  const own = fitting(fontSizeOfCards, fontSizeOfCards);
  if (own !== undefined) return own;
  if (fitting(smallest, smallest) === undefined) return leaf;
  for (const fontSize of sizes) {
    if (fitting(fontSize, smallest) === undefined) continue;
    for (const talkSize of sizes) {
      if (talkSize > fontSize) continue;
      const made = fitting(fontSize, talkSize);
      if (made !== undefined) return made;
    }
  }
  return leaf;
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
    for (const copy of copies) leaves.push(fittedLeaf(filling, copy));
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
