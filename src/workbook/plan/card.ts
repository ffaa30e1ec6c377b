/** A printed card: one client or application a page, as the paper is ruled. */
import type { Sheet } from "../../book/book";
import { type CardKey, cardFor } from "../../domain/forms/card/index";
import type { CardRecord } from "../../domain/register/card-records";
import type { Site } from "../../domain/register/site";
import { coverLeaf } from "./card-cover";
import { fitsOnOnePage, type Leaf, sheetsOfLeaves } from "./card-sheet";
import { cardStrips, continuation, type Filling, projectOf, type Small } from "./card-strips";

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

/** Points, down to 六号: what is smaller is read by nobody. Small letters leave the day and the answer less room. */
const smaller: readonly Small[] = [11, 10.5, 10, 9.5, 9, 8.5, 8, 7.5].flatMap(
  (fontSize): readonly Small[] => [
    { fontSize, contactWidths: [5, 13, 6] },
    ...(fontSize <= 10 ? [{ fontSize, contactWidths: [4, 16, 4] } as const] : []),
  ],
);

const leafOf = (filling: Filling, copy: string | undefined): Leaf => ({
  strips: cardStrips(filling, copy),
  again: continuation(filling),
});

/** On one page in the largest letters that do it; where none do, in the paper's own on as many as it takes. */
const fittedLeaf = (filling: Filling, copy: string | undefined): Leaf => {
  const leaf = leafOf(filling, copy);
  if (!filling.card.onePage || fitsOnOnePage(leaf)) return leaf;
  for (const small of smaller) {
    const made = leafOf({ ...filling, small }, copy);
    if (fitsOnOnePage(made)) return made;
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
  return sheetsOfLeaves(leavesOf(print), {
    name: print.sheet,
    leftFooter: inHeader(`${projectOf(print.site)}${card.title}`),
    ...(header !== "" && { rightHeader: inHeader(header) }),
  });
};
