/** 集中邀约 (000): clients who meet are shown near or the same units, so that one's interest is the other's haste. */

export interface UnitPlace {
  readonly unitNo: string;
  readonly building: string;
  readonly section: string;
  /** Nothing where the floor is no number. */
  readonly floor: number | undefined;
  readonly layout: string;
}

const farFloors = 3;

/**
 * How near two units are, 0 for the same; nothing where they are not: another building, or neither near in height
 * nor of one layout.
 */
export const unitDistance = (a: UnitPlace, b: UnitPlace): number | undefined => {
  if (a.unitNo === b.unitNo) return 0;
  if (a.building === "" || a.building !== b.building) return undefined;
  const floors = a.floor === undefined || b.floor === undefined ? undefined : Math.abs(a.floor - b.floor);
  const sameLayout = a.layout !== "" && a.layout === b.layout;
  if (!sameLayout && (floors === undefined || floors > farFloors)) return undefined;
  return 1 + (a.section === b.section ? 0 : 2) + (sameLayout ? 0 : 2) + Math.min(floors ?? 9, 9);
};

/** Units of `all` that are near one of `to`, the nearest first, at most `most`; those of `to` among them come first. */
export const nearUnits = (
  all: readonly UnitPlace[],
  to: readonly UnitPlace[],
  most: number,
): readonly UnitPlace[] =>
  all
    .flatMap((unit, at) => {
      const distances = to.flatMap((other) => unitDistance(unit, other) ?? []);
      return distances.length === 0 ? [] : [{ unit, at, distance: Math.min(...distances) }];
    })
    .sort((a, b) => a.distance - b.distance || a.at - b.at)
    .slice(0, most)
    .map(({ unit }) => unit);
