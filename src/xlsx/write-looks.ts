import { type Area, parseArea } from "../book/address";
import { lastColumn, lastRow, type Look, type RangeLook } from "../book/book";

/** Columns that look alike, the last one inside; `id` is the style's index. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly look: Look;
  readonly id: number;
}

/** Rows with the same stretches of columns, the last one inside. */
export interface Band {
  readonly top: number;
  readonly bottom: number;
  /** From column A to XFD without gaps. */
  readonly stretches: readonly Stretch[];
}

interface Placed {
  readonly area: Area;
  readonly look: Look;
}

const place = ({ range, look }: RangeLook): Placed => {
  const area = parseArea(range);
  if (!area) throw new Error(`no range: ${range}`);
  return { area, look };
};

const sorted = (values: readonly number[]): number[] => [...new Set(values)].sort((a, b) => a - b);

const stretchesOf = (active: readonly Placed[], idOf: (look: Look) => number): readonly Stretch[] => {
  const edges = sorted([0, lastColumn, ...active.flatMap(({ area }) => [area.left, area.right + 1])]);
  const out: Stretch[] = [];
  edges.slice(0, -1).forEach((from, i) => {
    const to = (edges[i + 1] ?? lastColumn) - 1;
    const look = active
      .filter(({ area }) => area.left <= from && area.right >= to)
      .reduce<Look>((under, placed) => ({ ...under, ...placed.look }), {});
    const id = idOf(look);
    const before = out.at(-1);
    if (before?.id === id) out[out.length - 1] = { ...before, to };
    else out.push({ from, to, look, id });
  });
  return out;
};

/**
 * Lays the looks over each other, later ones over earlier, field by field.
 * @returns bands from row 1 to the sheet's last row without gaps.
 */
export const bandsOf = (looks: readonly RangeLook[], idOf: (look: Look) => number): readonly Band[] => {
  const placed = looks.map(place);
  const edges = sorted([0, lastRow, ...placed.flatMap(({ area }) => [area.top, area.bottom + 1])]);
  const starting = new Map<number, number[]>();
  placed.forEach(({ area }, i) => {
    const starts = starting.get(area.top);
    if (starts) starts.push(i);
    else starting.set(area.top, [i]);
  });
  const known = new Map<string, readonly Stretch[]>();
  let active: number[] = [];
  return edges.slice(0, -1).map((top, i) => {
    // Only what starts or ends here changes: thousands of one-row looks stay cheap.
    active = active.filter((index) => (placed[index]?.area.bottom ?? -1) >= top);
    const starts = starting.get(top);
    if (starts) active = [...active, ...starts].sort((a, b) => a - b);
    const key = active.join();
    let stretches = known.get(key);
    if (!stretches)
      known.set(
        key,
        (stretches = stretchesOf(
          active.map((at) => placed[at] as Placed),
          idOf,
        )),
      );
    return { top, bottom: (edges[i + 1] ?? lastRow) - 1, stretches };
  });
};

/** Where a look is one that is wanted: as few areas as can be, however the looks were laid over each other. */
export const areasOf = (bands: readonly Band[], wanted: (look: Look) => boolean): readonly Area[] => {
  const done: { top: number; left: number; bottom: number; right: number }[] = [];
  let open = new Map<string, (typeof done)[number]>();
  for (const { top, bottom, stretches } of bands) {
    const spans: { left: number; right: number }[] = [];
    for (const { from, to, look } of stretches) {
      if (!wanted(look)) continue;
      const before = spans.at(-1);
      if (before && before.right === from - 1) before.right = to;
      else spans.push({ left: from, right: to });
    }
    const now: typeof open = new Map();
    for (const { left, right } of spans) {
      const key = `${left} ${right}`;
      let area = open.get(key);
      if (area) area.bottom = bottom;
      else done.push((area = { top, left, bottom, right }));
      now.set(key, area);
    }
    open = now;
  }
  return done;
};
