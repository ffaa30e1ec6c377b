import { maxColumn, maxRow } from "../model/areas";
import { hostError } from "../model/refusal";
import type { SheetState } from "../model/workbook";
import { asPlace, asRecord, asWhole } from "./arguments";
import type { Call, Handle, HostClass } from "./classes";

const freeze = (sheet: SheetState, rows: number, columns: number, { book }: Call): void => {
  if (rows < 0 || columns < 0) throw hostError("InvalidArgument", "A count below 0.");
  sheet.freeze = { rows, columns };
  book.changes.push({ kind: "sheet", sheet: sheet.name, part: "freeze" });
};

const location = (sheet: SheetState, call: Call): Handle | null => {
  const { rows, columns } = sheet.freeze;
  if (rows === 0 && columns === 0) return null;
  return call.range(sheet, {
    top: 0,
    left: 0,
    bottom: rows === 0 ? maxRow : rows - 1,
    right: columns === 0 ? maxColumn : columns - 1,
  });
};

/** https://learn.microsoft.com/javascript/api/excel/excel.worksheetfreezepanes */
export const freezePanes: HostClass<SheetState> = {
  name: "WorksheetFreezePanes",
  call: {
    FreezeAt: (sheet, [frozen], call) => {
      const { area } = asPlace(frozen, call, sheet);
      const columns = area.right === maxColumn ? 0 : area.right + 1;
      freeze(sheet, area.bottom === maxRow ? 0 : area.bottom + 1, columns, call);
    },
    FreezeColumns: (sheet, [count], call) => {
      freeze(sheet, 0, count === null || count === undefined ? 1 : asWhole(count), call);
    },
    FreezeRows: (sheet, [count], call) => {
      freeze(sheet, count === null || count === undefined ? 1 : asWhole(count), 0, call);
    },
    GetLocation: (sheet, _args, call) => {
      const range = location(sheet, call);
      if (!range) throw hostError("ItemNotFound", "Nothing is frozen.");
      return range;
    },
    GetLocationOrNullObject: (sheet, _args, call) => location(sheet, call),
    Unfreeze: (sheet, _args, call) => {
      freeze(sheet, 0, 0, call);
    },
  },
};

const optionNames = [
  "allowAutoFilter",
  "allowDeleteColumns",
  "allowDeleteRows",
  "allowEditObjects",
  "allowEditScenarios",
  "allowFormatCells",
  "allowFormatColumns",
  "allowFormatRows",
  "allowInsertColumns",
  "allowInsertHyperlinks",
  "allowInsertRows",
  "allowPivotTables",
  "allowSort",
] as const;

const changed = (sheet: SheetState, { book }: Call): void => {
  book.changes.push({ kind: "sheet", sheet: sheet.name, part: "protection" });
};

/** https://learn.microsoft.com/javascript/api/excel/excel.worksheetprotection */
export const worksheetProtection: HostClass<SheetState> = {
  name: "WorksheetProtection",
  get: {
    Options: ({ protection }) => ({
      ...Object.fromEntries(optionNames.map((name) => [name, protection?.options[name] === true])),
      selectionMode: protection?.options["selectionMode"] ?? "Normal",
    }),
    Protected: ({ protection }) => protection !== undefined,
  },
  call: {
    Protect: (sheet, [options, password], call) => {
      // "Fails if the worksheet has already been protected."
      if (sheet.protection)
        throw hostError("InvalidOperation", `The sheet ${sheet.name} is protected already.`);
      const wanted = options === null || options === undefined ? {} : asRecord(options);
      sheet.protection = {
        options: Object.fromEntries(
          Object.entries(wanted).filter(
            (entry): entry is [string, boolean | string] =>
              typeof entry[1] === "boolean" || typeof entry[1] === "string",
          ),
        ),
        password: typeof password === "string" && password !== "" ? password : undefined,
      };
      changed(sheet, call);
    },
    Unprotect: (sheet, [password], call) => {
      const known = sheet.protection?.password;
      if (known !== undefined && known !== password)
        throw hostError("AccessDenied", "The password is wrong.");
      sheet.protection = undefined;
      changed(sheet, call);
    },
  },
};
