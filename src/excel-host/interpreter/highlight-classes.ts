import type { HighlightLook } from "../../book/book";
import { common, without } from "../model/areas";
import { requireAllowed } from "../model/protection";
import { hostError } from "../model/refusal";
import type { HeldRange, HighlightState, SheetState } from "../model/workbook";
import { asColor, asFlag, asText, asWhole, oneOf } from "./arguments";
import { handle, type Call, type HostClass } from "./classes";
import { rangeAreas } from "./range-areas";

interface Highlight {
  readonly sheet: SheetState;
  readonly id: string;
}

const stateOf = ({ sheet, id }: Highlight): HighlightState => {
  const state = sheet.highlights.find((each) => each.id === id);
  if (!state) throw hostError("ItemNotFound", "The conditional format is gone.");
  return state;
};

const changed = (call: Call, sheet: SheetState): void => {
  call.book.changes.push({ kind: "sheet", sheet: sheet.name, part: "highlights" });
};

const change = (target: Highlight, patch: Partial<HighlightState>, call: Call): void => {
  const state = stateOf(target);
  requireAllowed(target.sheet, "allowFormatCells");
  target.sheet.highlights = target.sheet.highlights.map((each) =>
    each === state ? { ...state, ...patch } : each,
  );
  changed(call, target.sheet);
};

const touching = ({ sheet, area }: HeldRange): readonly HighlightState[] =>
  sheet.highlights.filter((each) => each.areas.some((piece) => common(piece, area)));

/** https://learn.microsoft.com/javascript/api/excel/excel.conditionalformatcollection: a new one gets the first priority. */
export const highlightCollection: HostClass<HeldRange> = {
  name: "ConditionalFormatCollection",
  item: (range, key) => {
    const state = touching(range).find((each) => each.id === key);
    if (!state) throw hostError("ItemNotFound", `There is no conditional format ${String(key)}.`);
    return handle(conditionalFormat, { sheet: range.sheet, id: state.id });
  },
  items: (range) => touching(range).map(({ id }) => handle(conditionalFormat, { sheet: range.sheet, id })),
  call: {
    Add: (range, [type], call) => {
      const { sheet, area } = range;
      requireAllowed(sheet, "allowFormatCells");
      if (type !== "Custom")
        throw hostError(
          "NotImplemented",
          `Conditional formats of the type ${String(type)} are not known to this host.`,
        );
      const id = `{CF${(++call.book.lastId).toString(16).padStart(6, "0").toUpperCase()}}`;
      const state: HighlightState = {
        id,
        areas: [area],
        anchor: { row: area.top, column: area.left },
        formula: "",
        look: {},
        stopIfTrue: false,
      };
      sheet.highlights = [state, ...sheet.highlights];
      changed(call, sheet);
      return handle(conditionalFormat, { sheet, id });
    },
    ClearAll: ({ sheet, area }, _args, call) => {
      requireAllowed(sheet, "allowFormatCells");
      sheet.highlights = sheet.highlights.flatMap((each) => {
        const areas = each.areas.flatMap((piece) => without(piece, area));
        return areas.length === 0 ? [] : [{ ...each, areas }];
      });
      changed(call, sheet);
    },
    GetCount: (range) => touching(range).length,
    GetItemAt: (range, [at]) => {
      const state = touching(range)[asWhole(at)];
      if (!state) throw hostError("InvalidArgument", `There is no conditional format ${String(at)}.`);
      return handle(conditionalFormat, { sheet: range.sheet, id: state.id });
    },
    GetItemOrNullObject: (range, [key]) => {
      const state = touching(range).find((each) => each.id === key);
      return state ? handle(conditionalFormat, { sheet: range.sheet, id: state.id }) : null;
    },
  },
};

const conditionalFormat: HostClass<Highlight> = {
  name: "ConditionalFormat",
  identity: ({ id }) => ({ Id: id }),
  get: {
    Id: ({ id }) => id,
    Priority: (target) => target.sheet.highlights.indexOf(stateOf(target)),
    StopIfTrue: (target) => stateOf(target).stopIfTrue,
    Type: () => "Custom",
  },
  set: {
    Priority: (target, value, call) => {
      const state = stateOf(target);
      const rest = target.sheet.highlights.filter((each) => each !== state);
      rest.splice(Math.max(0, asWhole(value)), 0, state);
      target.sheet.highlights = rest;
      changed(call, target.sheet);
    },
    StopIfTrue: (target, value, call) => {
      change(target, { stopIfTrue: asFlag(value) }, call);
    },
  },
  go: {
    Custom: (target) => handle(customFormat, target),
    CustomOrNullObject: (target) => handle(customFormat, target),
  },
  call: {
    Delete: (target, _args, call) => {
      const state = stateOf(target);
      target.sheet.highlights = target.sheet.highlights.filter((each) => each !== state);
      changed(call, target.sheet);
    },
    GetRange: (target, _args, call) => {
      const { areas } = stateOf(target);
      const [area] = areas;
      if (!area || areas.length > 1)
        throw hostError("InvalidOperation", "The format applies to several ranges.");
      return call.range(target.sheet, area);
    },
    GetRangeOrNullObject: (target, _args, call) => {
      const { areas } = stateOf(target);
      const [area] = areas;
      return !area || areas.length > 1 ? null : call.range(target.sheet, area);
    },
    GetRanges: (target) => handle(rangeAreas, { sheet: target.sheet, areas: stateOf(target).areas }),
  },
};

const customFormat: HostClass<Highlight> = {
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
