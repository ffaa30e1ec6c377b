import { common } from "../model/areas";
import { clearHighlights } from "../model/highlights";
import { requireAllowed } from "../model/protection";
import { hostError } from "../model/refusal";
import type { HeldRange, HighlightState } from "../model/workbook";
import { asFlag, asWhole } from "./arguments";
import { handle, type HostClass } from "./classes";
import { change, changed, customFormat, stateOf, type Highlight } from "./highlight-format-classes";
import { rangeAreas } from "./range-areas";

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
      clearHighlights(sheet, area);
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
