import type { Area } from "../../book/address";
import { applyLook, sharedLook } from "../model/looks";
import { requireAllowed } from "../model/protection";
import type { CellLook, Edge, HeldRange } from "../model/workbook";
import { asColor, asWhole, oneOf } from "./arguments";
import { handle, type Call, type HostClass } from "./classes";

const sides = [
  "EdgeTop",
  "EdgeBottom",
  "EdgeLeft",
  "EdgeRight",
  "InsideVertical",
  "InsideHorizontal",
  "DiagonalDown",
  "DiagonalUp",
] as const;
type Side = (typeof sides)[number];

interface RangeBorder {
  readonly range: HeldRange;
  readonly side: Side;
}

type EdgeKey = "edgeTop" | "edgeBottom" | "edgeLeft" | "edgeRight";
interface Part {
  readonly area: Area;
  readonly key: EdgeKey;
}

/** The edges of cells a side of a range consists of. Diagonals are not kept. */
const partsOf = ({ range: { area }, side }: RangeBorder): readonly Part[] => {
  const rows = area.bottom > area.top;
  const columns = area.right > area.left;
  const parts: Readonly<Record<Side, readonly Part[]>> = {
    EdgeTop: [{ area: { ...area, bottom: area.top }, key: "edgeTop" }],
    EdgeBottom: [{ area: { ...area, top: area.bottom }, key: "edgeBottom" }],
    EdgeLeft: [{ area: { ...area, right: area.left }, key: "edgeLeft" }],
    EdgeRight: [{ area: { ...area, left: area.right }, key: "edgeRight" }],
    InsideHorizontal: rows
      ? [
          { area: { ...area, bottom: area.bottom - 1 }, key: "edgeBottom" },
          { area: { ...area, top: area.top + 1 }, key: "edgeTop" },
        ]
      : [],
    InsideVertical: columns
      ? [
          { area: { ...area, right: area.right - 1 }, key: "edgeRight" },
          { area: { ...area, left: area.left + 1 }, key: "edgeLeft" },
        ]
      : [],
    DiagonalDown: [],
    DiagonalUp: [],
  };
  return parts[side];
};

const none: Edge = { style: "None", color: "#000000", weight: "Thin" };

const edgeOf = (border: RangeBorder): Edge | undefined => {
  const [part] = partsOf(border);
  if (!part) return none;
  const shared = sharedLook(border.range.sheet, part.area, part.key);
  return shared === undefined ? undefined : (shared ?? none);
};

/** Colour or weight alone draw a line too, as in Excel (assumed). */
const change =
  (patch: (value: unknown) => Partial<Edge>) =>
  (border: RangeBorder, value: unknown, { book }: Call): void => {
    const { sheet, area } = border.range;
    requireAllowed(sheet, "allowFormatCells");
    const before = edgeOf(border) ?? none;
    const base = before.style === "None" ? { ...before, style: "Continuous" } : before;
    const edge: Edge = { ...base, ...patch(value) };
    for (const part of partsOf(border)) {
      const look: CellLook = { [part.key]: edge };
      applyLook(sheet, part.area, look);
    }
    book.changes.push({ kind: "looks", sheet: sheet.name, area });
  };

const styles = [
  "None",
  "Continuous",
  "Dash",
  "DashDot",
  "DashDotDot",
  "Dot",
  "Double",
  "SlantDashDot",
] as const;

const rangeBorder: HostClass<RangeBorder> = {
  name: "RangeBorder",
  identity: ({ side }) => ({ Id: side }),
  get: {
    Color: (border) => edgeOf(border)?.color ?? null,
    SideIndex: ({ side }) => side,
    Style: (border) => edgeOf(border)?.style ?? null,
    Weight: (border) => edgeOf(border)?.weight ?? null,
  },
  set: {
    Color: change((value) => ({ color: asColor(value) })),
    Style: change((value) => ({ style: oneOf(value, styles) })),
    Weight: change((value) => ({ weight: oneOf(value, ["Hairline", "Thin", "Medium", "Thick"] as const) })),
  },
};

export const rangeBorderCollection: HostClass<HeldRange> = {
  name: "RangeBorderCollection",
  get: { Count: () => sides.length },
  item: (range, key) => handle(rangeBorder, { range, side: oneOf(key, sides) }),
  items: (range) => sides.map((side) => handle(rangeBorder, { range, side })),
  call: {
    GetItemAt: (range, [at]) => handle(rangeBorder, { range, side: oneOf(sides[asWhole(at)], sides) }),
  },
};
