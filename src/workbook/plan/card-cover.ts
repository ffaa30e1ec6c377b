/** The cover of a consultant's cards where they are bound: whose they are, and which are inside. */
import type { Look } from "../../book/book";
import type { Card } from "../../domain/form/card";
import type { CardRecord } from "../../domain/register/card/card-records";
import type { Site } from "../../domain/register/site";
import { wrapped } from "./card-measure";
import { black, fullWidth, type Piece, roomIn, type Strip, strip } from "./card-page";
import type { Leaf } from "./card-sheet";
import { projectOf, titleLook } from "./card-strips";

const piece = (left: number, width: number, text: string, look: Look): Piece => ({
  left,
  width,
  lines: wrapped(text, roomIn(width)),
  look,
});

const ruled: Look = { border: black, horizontal: "center" };
const widths = [3, 7, 7, 7] as const;

const row = (texts: readonly string[], look: Look): Strip => {
  let left = 0;
  const pieces = widths.map((width, index) => {
    const made = piece(left, width, texts[index] ?? "", look);
    left += width;
    return made;
  });
  return strip(pieces, 20);
};

export const coverLeaf = (card: Card, site: Site, records: readonly CardRecord[]): Leaf => {
  const consultant = records[0]?.consultant ?? "";
  const who = `业务员：${consultant === "" ? "________" : consultant}`;
  const head = {
    ...row(["序号", "编号", "客户姓名", "日期"], { ...ruled, bold: true, fill: "#EFEFEF" }),
    leads: true,
  };
  return {
    strips: [
      strip([piece(0, fullWidth, `${projectOf(site)}${card.title}`, titleLook)], 60),
      strip([piece(0, fullWidth, who, { ...titleLook, fontSize: 16 })], 44),
      strip([piece(0, fullWidth, `共 ${records.length} 位`, { horizontal: "center" })], 30),
      head,
      ...records.map(({ id, name, day }, index) => row([String(index + 1), id, name, day], ruled)),
    ],
    again: [head],
  };
};
