/** 收编: the headers of a whole sheet, of tables side by side each by itself. */
import { islandsOf } from "./far-columns";
import { guessForm } from "./guess-form";
import { type HeaderBlock, headersIn, saysAgain } from "./header-rows";
import type { OldGrid } from "./old-grid";
import { cutInto, partsOf, type Span } from "./side-by-side";

const isRegister = ({ captions }: HeaderBlock): boolean => guessForm(captions, []) !== undefined;

const meet = (a: HeaderBlock, b: HeaderBlock): boolean => a.top <= b.bottom && b.top <= a.bottom;

/**
 * Whether what stands at the right of an empty column are tables of their own: their header alone makes a register,
 * and stands in other rows, or says again what that at the left does. The right half of one table does neither.
 */
const areApart = (before: readonly HeaderBlock[], own: readonly HeaderBlock[]): boolean => {
  if (!before.some(isRegister)) return false;
  const besideOf = (header: HeaderBlock): HeaderBlock | undefined =>
    before.find((each) => meet(each, header));
  const first = own.find((header) => besideOf(header) !== undefined || isRegister(header));
  if (first === undefined || !isRegister(first)) return false;
  const beside = besideOf(first);
  return beside === undefined || saysAgain(beside.captions, first.captions, true);
};

interface Group {
  readonly span: Span;
  readonly headers: readonly HeaderBlock[];
}

/** Parts of the sheet that are of one table, together. */
const groupsOf = (grid: OldGrid, parts: readonly Span[]): readonly Group[] => {
  const groups: { span: Span; headers: readonly HeaderBlock[]; isOne: boolean }[] = [];
  for (const [at, part] of cutInto(grid, parts).entries()) {
    const span = parts[at] ?? [0, grid.width - 1];
    const headers = headersIn(part);
    const last = groups.at(-1);
    if (last === undefined || areApart(last.headers, headers)) groups.push({ span, headers, isOne: true });
    else
      groups[groups.length - 1] = {
        span: [last.span[0], span[1]],
        headers: [...last.headers, ...headers],
        isOne: false,
      };
  }
  const whole = cutInto(
    grid,
    groups.map(({ span }) => span),
  );
  return groups.map(({ span, headers, isOne }, at) => {
    const part = whole[at];
    return { span, headers: isOne || part === undefined ? headers : headersIn(part) };
  });
};

/** As of a sheet whose first column is `left`. */
const shifted = (header: HeaderBlock, left: number): HeaderBlock => ({
  ...header,
  left: header.left + left,
  right: header.right + left,
  captionAt: (column) => header.captionAt(column - left),
});

const headersNear = (grid: OldGrid): readonly HeaderBlock[] => {
  const parts = partsOf(grid);
  if (parts.length < 2) return headersIn(grid);
  const groups = groupsOf(grid, parts);
  if (groups.length < 2) return headersIn(grid);
  return groups.flatMap(({ span: [left, right], headers }, at) => {
    const within: Span = [(groups[at - 1]?.span[1] ?? -1) + 1, (groups[at + 1]?.span[0] ?? grid.width) - 1];
    // Of a table right beside another its own part of the group, out to the group's edge.
    const reach = ([from, to]: Span): Span => [
      from === 0 ? within[0] : from + left,
      to === right - left ? within[1] : to + left,
    ];
    return headers.map((header) => ({ ...shifted(header, left), within: reach(header.within) }));
  });
};

const inOrder = (headers: readonly HeaderBlock[]): readonly HeaderBlock[] =>
  [...headers].sort((a, b) => a.top - b.top || a.left - b.left);

/** Every header on the sheet, from the top down and from the left. */
export const headersOn = (grid: OldGrid): readonly HeaderBlock[] => {
  const islands = islandsOf(grid);
  const [only, another] = islands;
  if (another === undefined && only?.[0] === 0 && only[1] === grid.width - 1)
    return inOrder(headersNear(grid));
  return inOrder(
    cutInto(grid, islands).flatMap((part, at) => {
      const [left] = islands[at] ?? [0];
      return headersNear(part).map((header) => ({
        ...shifted(header, left),
        within: [header.within[0] + left, header.within[1] + left] as const,
      }));
    }),
  );
};
