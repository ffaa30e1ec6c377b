/** A word that old rows carry in whichever cell: 退房 beside a sale, 已售 beside a price. */
import type { OldEntry } from "../old-sheet/old-entry";

/** A longer text is a story. */
const longestRemark = 20;

/** The first of the row's short cells that says it and does not deny it. */
export const remarkInRow = ({ source }: Pick<OldEntry, "source">, said: RegExp, denied: RegExp): string =>
  source.cells
    .map((cell) => (typeof cell === "string" ? cell.trim() : ""))
    .find((cell) => cell.length <= longestRemark && said.test(cell) && !denied.test(cell)) ?? "";
