import {
  areaText,
  columnCount,
  common,
  isWholeColumns,
  isWholeRows,
  rowCount,
  sheetPrefix,
} from "../model/areas";
import { isRowHidden } from "../model/filters";
import { clearComments } from "../model/comments";
import { copyCells } from "../model/copying";
import { setLink } from "../model/links";
import { mergeCells, unmergeCells } from "../model/merges";
import { clearLooks } from "../model/looks";
import { requireAllowed } from "../model/protection";
import { hostError } from "../model/refusal";
import { selectIn } from "../model/sheets";
import { hideColumns, hideRows } from "../model/sizes";
import { specialCells, type SpecialKind } from "../model/special-cells";
import { deleteCells, insertCells } from "../model/structure";
import { tablesIn } from "../model/tables";
import { clearValidation } from "../model/validations";
import { emptyCells } from "../model/writing";
import type { HeldRange } from "../model/workbook";
import { asFlag, asPlace, asRecord, asWhole, oneOf } from "./arguments";
import { handle, type HostClass } from "./classes";
import { rangeFormat } from "./format-classes";
import { highlightCollection } from "./highlight-classes";
import { rangeAreas } from "./range-areas";
import { rangePlaces } from "./range-places";
import {
  checkShape,
  formulaOnWire,
  matrix,
  numberFormats,
  texts,
  valueOnWire,
  valueType,
  writeFormats,
  writeValues,
} from "./range-values";
import { rangeView } from "./range-views";
import { keep } from "./session";
import { tableScopedCollection } from "./table-classes";
import { dataValidation } from "./validation-class";
import { worksheet } from "./worksheet-class";

const specialKinds: readonly SpecialKind[] = ["Constants", "Formulas", "Blanks"];

const fullAddress = ({ sheet, area }: HeldRange): string => sheetPrefix(sheet.name) + areaText(area);

/** true, false, or null where cells differ. */
const shared = (flags: Iterable<boolean>): boolean | null => {
  const found = new Set(flags);
  return found.size > 1 ? null : found.has(true);
};

const rowsHidden = ({ sheet, area }: HeldRange): boolean | null => {
  if (isWholeColumns(area))
    return shared([false, ...[...sheet.rowSizes.keys()].map((row) => isRowHidden(sheet, row))]);
  return shared(Array.from({ length: rowCount(area) }, (_, row) => isRowHidden(sheet, area.top + row)));
};

const columnsHidden = ({ sheet, area }: HeldRange): boolean | null =>
  isWholeRows(area)
    ? shared([false, ...[...sheet.columnSizes.values()].map(({ hidden }) => hidden)])
    : shared(
        Array.from(
          { length: columnCount(area) },
          (_, column) => sheet.columnSizes.get(area.left + column)?.hidden === true,
        ),
      );

const hyperlinkOf = ({ sheet, area }: HeldRange): unknown => {
  const link = sheet.links.find((each) => each.area.top === area.top && each.area.left === area.left);
  if (!link) return null;
  return {
    ...(link.address === undefined ? {} : { address: link.address }),
    ...(link.place === undefined ? {} : { documentReference: link.place }),
    ...(link.tip === undefined ? {} : { screenTip: link.tip }),
    textToDisplay:
      texts({ sheet, area: { ...area, bottom: area.top, right: area.left }, gone: false })?.[0]?.[0] ?? "",
  };
};

export const range: HostClass<HeldRange> = {
  name: "Range",
  identity: (target, { session }) => {
    const id = session.keptIds.get(target);
    return id === undefined ? {} : { _ReferenceId: id };
  },
  get: {
    Address: fullAddress,
    AddressLocal: fullAddress,
    CellCount: ({ area }) => {
      const count = rowCount(area) * columnCount(area);
      return count > 2 ** 31 - 1 ? -1 : count;
    },
    ColumnCount: ({ area }) => columnCount(area),
    ColumnIndex: ({ area }) => area.left,
    ColumnHidden: columnsHidden,
    Formulas: (target) => matrix(target, formulaOnWire),
    FormulasLocal: (target) => matrix(target, formulaOnWire),
    Hidden: (target) => rowsHidden(target) === true || columnsHidden(target) === true,
    Hyperlink: hyperlinkOf,
    IsEntireColumn: ({ area }) => isWholeColumns(area),
    IsEntireRow: ({ area }) => isWholeRows(area),
    NumberFormat: numberFormats,
    NumberFormatLocal: numberFormats,
    RowCount: ({ area }) => rowCount(area),
    RowHidden: rowsHidden,
    RowIndex: ({ area }) => area.top,
    Text: texts,
    ValueTypes: (target) => matrix(target, (stored) => valueType(valueOnWire(stored))),
    Values: (target) => matrix(target, valueOnWire),
    _ReferenceId: (target, { session }) => session.keptIds.get(target) ?? "",
  },
  set: {
    ColumnHidden: ({ sheet, area }, value, { book }) => {
      hideColumns(book, sheet, area, asFlag(value));
    },
    Formulas: writeValues,
    FormulasLocal: writeValues,
    Hyperlink: ({ sheet, area }, value, { book, by }) => {
      const { documentReference, address, screenTip, textToDisplay } = asRecord(value);
      const text = (each: unknown): string | undefined =>
        typeof each === "string" && each !== "" ? each : undefined;
      setLink(
        book,
        sheet,
        {
          area,
          place: text(documentReference)?.replace(/^#/u, ""),
          address: text(address),
          tip: text(screenTip),
        },
        text(textToDisplay),
        by,
      );
    },
    NumberFormat: writeFormats,
    NumberFormatLocal: writeFormats,
    RowHidden: ({ sheet, area }, value, { book }) => {
      hideRows(book, sheet, area, asFlag(value));
    },
    Values: writeValues,
  },
  go: {
    ConditionalFormats: (target) => handle(highlightCollection, target),
    DataValidation: (target) => handle(dataValidation, target),
    Format: (target) => handle(rangeFormat, target),
    Worksheet: ({ sheet }) => handle(worksheet, sheet),
  },
  call: {
    ...rangePlaces,
    Clear: (target, [applyTo], { book, by }) => {
      const { sheet, area } = target;
      const what = oneOf(applyTo ?? "All", [
        "All",
        "Contents",
        "Formats",
        "Hyperlinks",
        "RemoveHyperlinks",
      ] as const);
      if (what === "All" || what === "Contents") emptyCells(book, sheet, area, by);
      if (what === "All" || what === "Formats") {
        requireAllowed(sheet, "allowFormatCells");
        clearLooks(sheet, area);
        book.changes.push({ kind: "looks", sheet: sheet.name, area });
      }
      // https://learn.microsoft.com/javascript/api/excel/excel.clearapplyto: everything, rules too (assumed for both rules), and comments (assumed).
      if (what === "All") {
        clearValidation(sheet, area);
        clearComments(book, sheet, area);
      }
      if (what !== "Contents" && what !== "Formats")
        sheet.links = sheet.links.filter(
          (link) =>
            link.area.top < area.top ||
            link.area.top > area.bottom ||
            link.area.left < area.left ||
            link.area.left > area.right,
        );
    },
    CopyFrom: ({ sheet, area }, [source, what, skipBlanks, transpose], call) => {
      if (skipBlanks === true || transpose === true)
        throw hostError("NotImplemented", "copyFrom with skipBlanks or transpose is not known to this host.");
      const copied = oneOf(what ?? "All", ["All", "Formulas", "Values"] as const);
      copyCells(call.book, asPlace(source, call, sheet), { sheet, area }, copied, call.by);
    },
    Delete: ({ sheet, area }, [shift], { book, by }) => {
      deleteCells(book, sheet, area, oneOf(shift, ["Up", "Left"] as const), by);
    },
    /** https://learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-getmergedareasornullobject-member(1); an area that reaches over the range's edge comes whole (assumed). */
    GetMergedAreasOrNullObject: ({ sheet, area }) => {
      const areas = sheet.merges.filter((merge) => common(merge, area));
      if (areas.length > 512) throw hostError("GeneralException", "There are more than 512 merged areas.");
      return areas.length === 0 ? null : handle(rangeAreas, { sheet, areas });
    },
    GetSpecialCells: ({ sheet, area }, [kind]) => {
      const areas = specialCells(sheet, area, oneOf(kind, specialKinds));
      if (areas.length === 0) throw hostError("ItemNotFound", "There are no such cells.");
      return handle(rangeAreas, { sheet, areas });
    },
    GetSpecialCellsOrNullObject: ({ sheet, area }, [kind]) => {
      const areas = specialCells(sheet, area, oneOf(kind, specialKinds));
      return areas.length === 0 ? null : handle(rangeAreas, { sheet, areas });
    },
    GetTables: (target, [fully]) =>
      handle(tableScopedCollection, {
        tables: tablesIn(target.sheet, target.area).filter(
          ({ area }) =>
            fully !== true ||
            (area.top >= target.area.top &&
              area.bottom <= target.area.bottom &&
              area.left >= target.area.left &&
              area.right <= target.area.right),
        ),
      }),
    GetVisibleView: (target) => handle(rangeView, { range: target, row: undefined }),
    Insert: ({ sheet, area }, [shift], { book, by, range: rangeAt }) => {
      const place = { ...area };
      insertCells(book, sheet, place, oneOf(shift, ["Down", "Right"] as const), by);
      return rangeAt(sheet, place);
    },
    Merge: ({ sheet, area }, [across], { book }) => {
      mergeCells(book, sheet, area, across === true);
    },
    Select: ({ sheet, area }, _args, { book, view, by }) => {
      selectIn(book, view, sheet, area, by);
    },
    Unmerge: ({ sheet, area }, _args, { book }) => {
      unmergeCells(book, sheet, area);
    },
    _KeepReference: (target, _args, { book, session }) => {
      keep(session, book, target);
    },
    _ValidateArraySize: (target, [rows, columns]) => {
      checkShape(target, asWhole(rows), asWhole(columns));
    },
  },
};

/** A range whose cells were deleted is good for nothing. */
export const checkAlive = (target: HeldRange): void => {
  if (target.gone)
    throw hostError("InvalidReference", "This reference is not valid for the current operation.");
};
