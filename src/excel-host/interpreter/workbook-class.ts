import { hostError } from "../model/refusal";
import type { HeldRange } from "../model/workbook";
import { asFlag, asText, oneOf } from "./arguments";
import { handle, type Call, type HostClass } from "./classes";
import { commentCollection } from "./comment-classes";
import { namedItemCollection } from "./name-classes";
import { noteCollection } from "./note-classes";
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
    Comments: () => handle(commentCollection, undefined),
    Names: () => handle(namedItemCollection, undefined),
    Notes: () => handle(noteCollection, undefined),
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
