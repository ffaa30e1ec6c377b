/** Where on a sheet something stands: one cell gone astray to XFD1048576, and Excel calls the whole sheet used. */
import { WorkbookRefused } from "../port";
import { roundTrip } from "./excel-run";

/** Rows and columns from 0. */
export interface Block {
  readonly top: number;
  readonly left: number;
  readonly count: number;
  readonly width: number;
}

/** Excel's rows to a column: of a sheet that is all used, halves are made of rows first. */
const rowsToColumn = 64;
/** A register and what has gone astray are a few; what is full stays full in ever more halves. */
const mostBlocks = 64;

/** Excel tells no values of whole rows, however few they are. */
const isWholeRows = ({ width }: Block): boolean => width === 16_384;

const halvesOf = (block: Block): readonly Block[] => {
  const { top, left, count, width } = block;
  const [upper, first] = [Math.ceil(count / 2), Math.ceil(width / 2)];
  return !isWholeRows(block) && count > 1 && (width === 1 || count >= width * rowsToColumn)
    ? [
        { top, left, count: upper, width },
        { top: top + upper, left, count: count - upper, width },
      ]
    : [
        { top, left, count, width: first },
        { top, left: left + first, count, width: width - first },
      ];
};

const usedIn = (sheet: string, blocks: readonly Block[], doing: string): Promise<readonly Block[]> =>
  roundTrip(doing, (context) => {
    const found = blocks.map(({ top, left, count, width }) => {
      const used = context.workbook.worksheets
        .getItem(sheet)
        .getRangeByIndexes(top, left, count, width)
        .getUsedRangeOrNullObject(true);
      used.load("rowIndex,rowCount,columnIndex,columnCount");
      return used;
    });
    return () =>
      found.flatMap((used) =>
        used.isNullObject
          ? []
          : [
              {
                top: used.rowIndex,
                left: used.columnIndex,
                count: used.rowCount,
                width: used.columnCount,
              },
            ],
      );
  });

/** As they are read, from the sheet's first column on. */
const cellsIn = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, { left, count, width }) => sum + count * (left + width), 0);

/**
 * The used range, or where it is more than `most` cells or goes over whole rows the parts of it that are: halves without a value are left out.
 * A request for each time all are halved, six at most where the sheet is full.
 * @throws WorkbookRefused "tooLarge" where more cells stand there.
 */
export const usedBlocks = async (
  sheet: string,
  whole: Block,
  most: number,
  doing: string,
): Promise<readonly Block[]> => {
  let blocks: readonly Block[] = [whole];
  while (cellsIn(blocks) > most || blocks.some(isWholeRows)) {
    const halves = blocks.flatMap((block) =>
      isWholeRows(block) ||
      (block.count * (block.left + block.width) * mostBlocks > most && block.count * block.width > 1)
        ? halvesOf(block)
        : [block],
    );
    if (halves.length > mostBlocks || halves.length === blocks.length)
      throw new WorkbookRefused("tooLarge", doing, sheet);
    blocks = await usedIn(sheet, halves, doing);
  }
  return [...blocks].sort((a, b) => a.top - b.top || a.left - b.left);
};
