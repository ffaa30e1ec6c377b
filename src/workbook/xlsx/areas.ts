/** Rectangles cut along each other, with what they carry. */
import { type Area, holds, parseArea } from "../../book/address";
import type { Look, RangeLook } from "../../book/book";

export const intersection = (one: Area, other: Area): Area | undefined => {
  const area = {
    top: Math.max(one.top, other.top),
    left: Math.max(one.left, other.left),
    bottom: Math.min(one.bottom, other.bottom),
    right: Math.min(one.right, other.right),
  };
  return area.top <= area.bottom && area.left <= area.right ? area : undefined;
};

/** What of an area lies outside the other: four rectangles at most. */
export const without = (area: Area, hole: Area): readonly Area[] => {
  const inside = intersection(area, hole);
  if (inside === undefined) return [area];
  const parts: readonly Area[] = [
    { ...area, bottom: inside.top - 1 },
    { ...area, top: inside.top, bottom: inside.bottom, right: inside.left - 1 },
    { ...area, top: inside.top, bottom: inside.bottom, left: inside.right + 1 },
    { ...area, top: inside.bottom + 1 },
  ];
  return parts.filter(({ top, bottom, left, right }) => top <= bottom && left <= right);
};

/** How a cell looks: later looks over earlier ones. */
export const lookAt = (looks: readonly RangeLook[], row: number, column: number): Look =>
  looks.reduce<Look>((under, { range, look }) => {
    const area = parseArea(range);
    return area && holds(area, row, column) ? { ...under, ...look } : under;
  }, {});
