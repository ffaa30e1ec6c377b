import { addName, deleteName, findName, namesOf, setNameFormula, sheetOfName } from "../model/names";
import { hostError } from "../model/refusal";
import { placeOf } from "../model/validations";
import { areaText, sheetPrefix } from "../model/areas";
import type { HeldRange, NameState, SheetState } from "../model/workbook";
import { asFlag, asText, isRange } from "./arguments";
import { handle, type Call, type Handle, type HostClass } from "./classes";

const present = (name: NameState | undefined, key: unknown): Handle => {
  if (!name) throw hostError("ItemNotFound", `There is no name ${String(key)}.`);
  return handle(namedItem, name);
};

/** Of the workbook, or of the sheet that is its target. */
export const namedItemCollection: HostClass<SheetState | undefined> = {
  name: "NamedItemCollection",
  item: (sheet, key, { book }) => present(findName(book, asText(key), sheet), key),
  items: (sheet, { book }) => namesOf(book, sheet).map((name) => handle(namedItem, name)),
  call: {
    Add: (sheet, [name, reference, comment], { book }) => {
      const formula = isRange(reference) ? absolute(reference.target) : asText(reference);
      return handle(
        namedItem,
        addName(book, sheet, asText(name), formula, typeof comment === "string" ? comment : ""),
      );
    },
    GetCount: (sheet, _args, { book }) => namesOf(book, sheet).length,
    GetItemOrNullObject: (sheet, [key], { book }) => {
      const name = findName(book, asText(key), sheet);
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
    Scope: (name, { book }) => (sheetOfName(book, name) ? "Worksheet" : "Workbook"),
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
