import { addName, deleteName, findName, setNameFormula } from "../model/names";
import { hostError } from "../model/refusal";
import { placeOf } from "../model/validations";
import { areaText, sheetPrefix } from "../model/areas";
import type { HeldRange, NameState } from "../model/workbook";
import { asFlag, asText, isRange, oneOf } from "./arguments";
import { handle, type Call, type Handle, type HostClass } from "./classes";
import { range } from "./range-class";
import { release, switchEvents } from "./session";
import { settingCollection } from "./setting-classes";
import { tableCollection } from "./table-classes";
import { worksheetCollection } from "./worksheet-class";

const eventRange = (id: unknown, { session }: Call): HeldRange | undefined => {
  const held = session.eventRanges.get(asText(id));
  return held && !held.gone ? held : undefined;
};

/** The root of everything. */
export const workbookClass: HostClass<null> = {
  name: "Workbook",
  get: { Name: (_root, { book }) => book.name, ReadOnly: () => false },
  go: {
    Application: () => handle(application, null),
    Names: () => handle(namedItemCollection, null),
    Settings: () => handle(settingCollection, null),
    Tables: () => handle(tableCollection, { sheet: undefined }),
    Worksheets: () => handle(worksheetCollection, null),
    _Runtime: () => handle(runtime, null),
  },
  call: {
    GetActiveCell: (_root, _args, { view, range: at }) => {
      const { top, left } = view.area;
      return at(view.sheet, { top, left, bottom: top, right: left });
    },
    GetSelectedRange: (_root, _args, { view, range: at }) => at(view.sheet, view.area),
    _GetRangeForEventByReferenceId: (_root, [id], call) => {
      const held = eventRange(id, call);
      if (!held) throw hostError("ItemNotFound", "The range of the event is gone.");
      return handle(range, held);
    },
    _GetRangeOrNullObjectForEventByReferenceId: (_root, [id], call) => {
      const held = eventRange(id, call);
      return held ? handle(range, held) : null;
    },
    _RemoveReference: (_root, [id], { book, session }) => {
      release(session, book, asText(id));
    },
  },
};

const application: HostClass<null> = {
  name: "Application",
  get: {
    CalculationMode: (_root, { book }) => book.calculation.mode,
    CalculationState: () => "Done",
    DecimalSeparator: () => ".",
    ThousandsSeparator: () => ",",
  },
  set: {
    CalculationMode: (_root, value, { book }) => {
      book.calculation.mode = oneOf(value, ["Automatic", "AutomaticExceptTables", "Manual"] as const);
    },
  },
  call: {
    Calculate: (_root, [type], { book, model }) => {
      oneOf(type, ["Recalculate", "Full", "FullRebuild"] as const);
      if (type !== "Recalculate") book.calculation.stale = true;
      return model.calculate();
    },
    SuspendApiCalculationUntilNextSync: (_root, _args, { session }) => {
      session.suspendCalculation = true;
    },
    SuspendScreenUpdatingUntilNextSync: () => null,
  },
};

const runtime: HostClass<null> = {
  name: "Runtime",
  get: { EnableEvents: (_root, { session }) => session.eventsOn },
  set: {
    EnableEvents: (_root, value, { book, session }) => {
      switchEvents(session, book, asFlag(value));
    },
  },
};

const present = (name: NameState | undefined, key: unknown): Handle => {
  if (!name) throw hostError("ItemNotFound", `There is no name ${String(key)}.`);
  return handle(namedItem, name);
};

const namedItemCollection: HostClass<null> = {
  name: "NamedItemCollection",
  item: (_root, key, { book }) => present(findName(book, asText(key)), key),
  items: (_root, { book }) => book.names.map((name) => handle(namedItem, name)),
  call: {
    Add: (_root, [name, reference, comment], { book }) => {
      const formula = isRange(reference) ? absolute(reference.target) : asText(reference);
      return handle(
        namedItem,
        addName(book, asText(name), formula, typeof comment === "string" ? comment : ""),
      );
    },
    GetCount: (_root, _args, { book }) => book.names.length,
    GetItemOrNullObject: (_root, [key], { book }) => {
      const name = findName(book, asText(key));
      return name ? handle(namedItem, name) : null;
    },
  },
};

const absolute = ({ sheet, area }: HeldRange): string =>
  `=${sheetPrefix(sheet.name)}${areaText(area).replace(/[A-Z]+|\d+/gu, "$$$&")}`;

const rangeOf = (name: NameState, call: Call): Handle | null => {
  const [first] = call.book.sheets;
  const found = first && placeOf(call.book, first, name.formula);
  return found ? call.range(found.sheet, found.area) : null;
};

const namedItem: HostClass<NameState> = {
  name: "NamedItem",
  identity: ({ name }) => ({ Id: name }),
  get: {
    Comment: ({ comment }) => comment,
    Formula: ({ formula }) => formula,
    Name: ({ name }) => name,
    Scope: () => "Workbook",
    Type: (name, call) => (rangeOf(name, call) ? "Range" : "String"),
    /** A range's address, without "=". https://learn.microsoft.com/javascript/api/excel/excel.nameditem#excel-excel-nameditem-value-member */
    Value: ({ formula }) => formula.slice(1),
    Visible: ({ visible }) => visible,
    _Id: ({ name }) => name,
  },
  set: {
    Comment: (name, value) => {
      name.comment = asText(value);
    },
    Formula: (name, value, { book }) => {
      setNameFormula(book, name, asText(value));
    },
    Visible: (name, value) => {
      name.visible = asFlag(value);
    },
  },
  call: {
    Delete: (name, _args, { book }) => {
      deleteName(book, name);
    },
    GetRange: (name, _args, call) => {
      const found = rangeOf(name, call);
      if (!found) throw hostError("InvalidOperation", `${name.name} is no range.`);
      return found;
    },
    GetRangeOrNullObject: (name, _args, call) => rangeOf(name, call),
  },
};
