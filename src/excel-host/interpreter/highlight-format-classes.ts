import type { HighlightLook } from "../../book/book";
import { requireAllowed } from "../model/protection";
import { hostError } from "../model/refusal";
import type { HighlightState, SheetState } from "../model/workbook";
import { asColor, asFlag, asText, asWhole, oneOf } from "./arguments";
import { handle, type Call, type HostClass } from "./classes";

export interface Highlight {
  readonly sheet: SheetState;
  readonly id: string;
}

export const stateOf = ({ sheet, id }: Highlight): HighlightState => {
  const state = sheet.highlights.find((each) => each.id === id);
  if (!state) throw hostError("ItemNotFound", "The conditional format is gone.");
  return state;
};

export const changed = (call: Call, sheet: SheetState): void => {
  call.book.changes.push({ kind: "sheet", sheet: sheet.name, part: "highlights" });
};

export const change = (target: Highlight, patch: Partial<HighlightState>, call: Call): void => {
  const state = stateOf(target);
  requireAllowed(target.sheet, "allowFormatCells");
  target.sheet.highlights = target.sheet.highlights.map((each) =>
    each === state ? { ...state, ...patch } : each,
  );
  changed(call, target.sheet);
};

export const customFormat: HostClass<Highlight> = {
  name: "CustomConditionalFormat",
  go: {
    Format: (target) => handle(highlightFormat, target),
    Rule: (target) => handle(highlightRule, target),
  },
};

const setFormula = (target: Highlight, value: unknown, call: Call): void => {
  const formula = asText(value);
  change(target, { formula: formula.startsWith("=") ? formula : `=${formula}` }, call);
};

const highlightRule: HostClass<Highlight> = {
  name: "ConditionalFormatRule",
  get: { Formula: (target) => stateOf(target).formula, FormulaLocal: (target) => stateOf(target).formula },
  set: { Formula: setFormula, FormulaLocal: setFormula },
};

const highlightFormat: HostClass<Highlight> = {
  name: "ConditionalRangeFormat",
  go: {
    Borders: (target) => handle(highlightBorders, target),
    Fill: (target) => handle(highlightFill, target),
    Font: (target) => handle(highlightFont, target),
  },
};

const look = (target: Highlight, patch: HighlightLook, call: Call): void => {
  change(target, { look: { ...stateOf(target).look, ...patch } }, call);
};

/** The look without some of its parts. */
const strip = (target: Highlight, keys: readonly string[], call: Call): void => {
  const rest = Object.entries(stateOf(target).look).filter(([key]) => !keys.includes(key));
  change(target, { look: Object.fromEntries(rest) }, call);
};

const highlightFill: HostClass<Highlight> = {
  name: "ConditionalRangeFill",
  get: { Color: (target) => stateOf(target).look.fill ?? "" },
  set: {
    Color: (target, value, call) => {
      look(target, { fill: asColor(value) }, call);
    },
  },
  call: {
    Clear: (target, _args, call) => {
      strip(target, ["fill"], call);
    },
  },
};

const highlightFont: HostClass<Highlight> = {
  name: "ConditionalRangeFont",
  get: {
    Bold: (target) => stateOf(target).look.bold ?? null,
    Color: (target) => stateOf(target).look.color ?? "",
    Strikethrough: (target) => stateOf(target).look.strike ?? null,
  },
  set: {
    Bold: (target, value, call) => {
      look(target, { bold: asFlag(value) }, call);
    },
    Color: (target, value, call) => {
      look(target, { color: asColor(value) }, call);
    },
    Strikethrough: (target, value, call) => {
      look(target, { strike: asFlag(value) }, call);
    },
  },
  call: {
    Clear: (target, _args, call) => {
      strip(target, ["bold", "color", "strike"], call);
    },
  },
};

const sides = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const;
type Side = (typeof sides)[number];

const toSide =
  (side: Side) =>
  (target: Highlight): ReturnType<typeof handle> =>
    handle(highlightBorder, { target, side });

const highlightBorders: HostClass<Highlight> = {
  name: "ConditionalRangeBorderCollection",
  get: { Count: () => sides.length },
  go: {
    Bottom: toSide("EdgeBottom"),
    Left: toSide("EdgeLeft"),
    Right: toSide("EdgeRight"),
    Top: toSide("EdgeTop"),
  },
  item: (target, key) => handle(highlightBorder, { target, side: oneOf(key, sides) }),
  items: (target) => sides.map((side) => handle(highlightBorder, { target, side })),
  call: {
    GetItemAt: (target, [at]) => handle(highlightBorder, { target, side: oneOf(sides[asWhole(at)], sides) }),
  },
};

/** A book knows one border colour for all four sides; the last side set decides. */
const highlightBorder: HostClass<{ readonly target: Highlight; readonly side: Side }> = {
  name: "ConditionalRangeBorder",
  identity: ({ side }) => ({ Id: side }),
  get: {
    Color: ({ target }) => stateOf(target).look.border ?? "",
    SideIndex: ({ side }) => side,
    Style: ({ target }) => (stateOf(target).look.border === undefined ? "None" : "Continuous"),
  },
  set: {
    Color: ({ target }, value, call) => {
      look(target, { border: asColor(value) }, call);
    },
    Style: ({ target }, value, call) => {
      if (value === "None") strip(target, ["border"], call);
      else look(target, { border: stateOf(target).look.border ?? "#000000" }, call);
    },
  },
};
