/** The fills of many places in few requests; a place whose cells differ is halved until each part has one. */
import { areaAddress } from "../../book/address";
import type { Area } from "../../book/address";
import { type Run, roundTrip } from "./excel-run";
import { once } from "./table-shape";

export interface Place extends Area {
  /** Excel's id: sheets may be renamed. */
  readonly sheetId: string;
}

/** What Excel says of a cell without a fill. */
export const noFill = "#FFFFFF";

/** Some 900 bytes each on the wire, of 5 MB. */
export const placesPerRequest = 3000;

export const inChunks = <T>(items: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));

export const rangeAt = (context: Excel.RequestContext, place: Place): Excel.Range =>
  once(context.workbook.worksheets.getItem(place.sheetId).getRange(areaAddress(place)));

const isOneCell = ({ top, bottom, left, right }: Place): boolean => top === bottom && left === right;

const halves = (place: Place): readonly Place[] => {
  const { top, bottom, left, right } = place;
  if (bottom > top) {
    const middle = Math.floor((top + bottom) / 2);
    return [
      { ...place, bottom: middle },
      { ...place, top: middle + 1 },
    ];
  }
  const middle = Math.floor((left + right) / 2);
  return [
    { ...place, right: middle },
    { ...place, left: middle + 1 },
  ];
};

export interface Filled {
  readonly place: Place;
  readonly fill: string;
}

const fillsOf = (
  places: readonly Place[],
  doing: string,
  run: Run,
): Promise<readonly (string | undefined)[]> =>
  roundTrip(
    doing,
    (context) => {
      const fills = places.map((place) => {
        const { fill } = rangeAt(context, place).format;
        fill.load("color");
        return fill;
      });
      // Mixed is "" or null.
      return () => fills.map(({ color }) => ((color as string | null) ? color.toUpperCase() : undefined));
    },
    run,
  );

/** One request a chunk, and a few more where fills are mixed. */
export const uniformFills = async (
  places: readonly Place[],
  doing: string,
  run: Run,
): Promise<readonly Filled[]> => {
  const found: Filled[] = [];
  let waiting: readonly Place[] = places;
  while (waiting.length > 0) {
    const mixed: Place[] = [];
    for (const chunk of inChunks(waiting, placesPerRequest)) {
      const fills = await fillsOf(chunk, doing, run);
      chunk.forEach((place, at) => {
        const fill = fills[at];
        if (fill !== undefined || isOneCell(place)) found.push({ place, fill: fill ?? noFill });
        else mixed.push(place);
      });
    }
    waiting = mixed.flatMap(halves);
  }
  return found;
};
