import { areaText } from "../model/areas";
import type { Actor, Notice } from "../model/notices";
import type { HeldRange, Workbook } from "../model/workbook";
import type { EventEntry } from "./client";
import { valueType } from "./range-values";
import type { Session } from "./session";

interface Event {
  readonly type: number;
  readonly targets: readonly string[];
  readonly args: Readonly<Record<string, unknown>>;
}

const isLocal = (by: Actor, session: Session): boolean =>
  by === `client:${session.id}` || (by === "user" && !session.colleague);

const sourceOf = (by: Actor, session: Session): string => (isLocal(by, session) ? "Local" : "Remote");

/** https://learn.microsoft.com/javascript/api/excel/excel.eventtriggersource */
const triggerOf = (by: Actor, session: Session): string =>
  by === `client:${session.id}` ? "ThisLocalAddin" : "Unknown";

/** How many ranges of past events can still be asked for. */
const rememberedRanges = 500;

const rememberRange = (session: Session, book: Workbook, range: HeldRange): string => {
  const id = `event-${++session.lastReference}`;
  session.eventRanges.set(id, range);
  book.held.add(range);
  const [oldest] = session.eventRanges;
  if (session.eventRanges.size > rememberedRanges && oldest) {
    session.eventRanges.delete(oldest[0]);
    book.held.delete(oldest[1]);
  }
  return id;
};

type Changed = Extract<Notice, { kind: "changed" }>;

const changedEvents = (notice: Changed, session: Session, book: Workbook): readonly Event[] => {
  const { sheet, area, by, tables } = notice;
  const args = {
    changeType: notice.changeType,
    source: sourceOf(by, session),
    triggerSource: triggerOf(by, session),
    worksheetId: sheet.id,
    address: areaText(area),
    shiftDirection: notice.shift ?? "None",
    referenceId: rememberRange(session, book, { sheet, area, gone: false }),
    ...(notice.after === undefined
      ? {}
      : {
          valueBefore: notice.before ?? "",
          valueAfter: notice.after ?? "",
          valueTypeBefore: valueType(notice.before ?? null),
          valueTypeAfter: valueType(notice.after),
        }),
  };
  return [
    { type: 10, targets: [sheet.id, "Workbook"], args },
    ...tables.map((table) => ({
      type: 101,
      targets: [table.id, sheet.id, "Workbook"],
      args: { ...args, tableId: table.id },
    })),
  ];
};

const sheetNumbers = { activated: 11, deactivated: 12, sheetAdded: 13, sheetDeleted: 15 } as const;

const eventsOf = (notice: Notice, session: Session, book: Workbook): readonly Event[] => {
  switch (notice.kind) {
    case "changed":
      return changedEvents(notice, session, book);
    case "selected": {
      // What somebody else selects, elsewhere, is not told.
      if (!isLocal(notice.by, session)) return [];
      const worksheetId = notice.sheet.id;
      return [
        {
          type: 14,
          targets: [worksheetId, "Workbook"],
          args: { address: areaText(notice.area), worksheetId },
        },
        ...notice.sheet.tables.map((table) => ({
          type: 100,
          targets: [table.id],
          args: { address: areaText(notice.area), isInsideTable: true, tableId: table.id, worksheetId },
        })),
      ];
    }
    case "activated":
    case "deactivated":
      if (!isLocal(notice.by, session)) return [];
      return [
        {
          type: sheetNumbers[notice.kind],
          targets: [notice.sheetId, "Workbook"],
          args: { worksheetId: notice.sheetId },
        },
      ];
    case "sheetAdded":
    case "sheetDeleted":
      return [
        {
          type: sheetNumbers[notice.kind],
          targets: ["Workbook"],
          args: {
            worksheetId: notice.sheetId,
            worksheetName: notice.name,
            source: sourceOf(notice.by, session),
          },
        },
      ];
    case "renamed":
      return [
        {
          type: 25,
          targets: [notice.sheetId, "Workbook"],
          args: {
            worksheetId: notice.sheetId,
            nameBefore: notice.before,
            nameAfter: notice.after,
            source: sourceOf(notice.by, session),
          },
        },
      ];
    case "visibility":
      return [
        {
          type: 26,
          targets: [notice.sheetId, "Workbook"],
          args: {
            worksheetId: notice.sheetId,
            visibilityBefore: notice.before,
            visibilityAfter: notice.after,
            source: sourceOf(notice.by, session),
          },
        },
      ];
    case "tableAdded":
    case "tableDeleted":
      return [
        {
          type: notice.kind === "tableAdded" ? 102 : 103,
          targets: [notice.sheetId, "Workbook"],
          args: {
            tableId: notice.tableId,
            tableName: notice.name,
            worksheetId: notice.sheetId,
            source: sourceOf(notice.by, session),
          },
        },
      ];
    case "calculated":
      return [{ type: 16, targets: [notice.sheetId, "Workbook"], args: { worksheetId: notice.sheetId } }];
  }
};

let lastEntry = 0;

/** What one client hears of a batch's notices: only what it has handlers for. */
export const entriesFor = (
  notices: readonly Notice[],
  session: Session,
  book: Workbook,
): readonly EventEntry[] => {
  if (session.registered.size === 0) return [];
  return notices
    .filter((notice) => !session.muted.has(notice))
    .flatMap((notice) =>
      eventsOf(notice, session, book).flatMap(({ type, targets, args }) =>
        targets
          .filter((target) => session.registered.has(`${type}:${target}`))
          .map((target): EventEntry => [65536, type, target, JSON.stringify(args), ++lastEntry]),
      ),
    );
};
