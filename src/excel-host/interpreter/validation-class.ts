import type { Comparison, ValidationRule } from "../../book/book";
import { areaText, common, covers, rowCount, columnCount, sheetPrefix } from "../model/areas";
import { requireAllowed } from "../model/protection";
import { hostError } from "../model/refusal";
import { clearValidation, invalidCells, ruleAt, setValidation } from "../model/validations";
import type { HeldRange, ValidationState } from "../model/workbook";
import { asFlag, asRecord, asText, isRange, oneOf } from "./arguments";
import { handle, type Call, type HostClass } from "./classes";
import { rangeAreas } from "./range-areas";

const operators: Readonly<Record<string, Comparison>> = {
  Between: "between",
  NotBetween: "notBetween",
  EqualTo: "equal",
  NotEqualTo: "notEqual",
  GreaterThan: "greaterThan",
  LessThan: "lessThan",
  GreaterThanOrEqualTo: "greaterOrEqual",
  LessThanOrEqualTo: "lessOrEqual",
};

const kinds = { wholeNumber: "whole", decimal: "decimal", date: "date", textLength: "textLength" } as const;
type LimitName = keyof typeof kinds;

const types: Readonly<Record<ValidationRule["kind"], string>> = {
  list: "List",
  custom: "Custom",
  whole: "WholeNumber",
  decimal: "Decimal",
  date: "Date",
  textLength: "TextLength",
};

const limit = (value: unknown): number | string => {
  if (typeof value === "number" || typeof value === "string") return value;
  if (isRange(value)) return formulaOf(value.target);
  throw hostError("InvalidArgument", "A validation needs a limit: a number, a text or a formula.");
};

const formulaOf = ({ sheet, area }: HeldRange): string => {
  const [first = "", last = first] = areaText(area)
    .replace(/([A-Z]+)|(\d+)/gu, "$$$&")
    .split(":");
  return `=${sheetPrefix(sheet.name)}${first === last ? first : `${first}:${last}`}`;
};

/** A list written out has at most 255 characters: https://support.microsoft.com/office/excel-specifications-and-limits-1672b34d-7043-467e-8e27-269d656771c3 */
const listSource = (value: unknown): string => {
  if (isRange(value)) return formulaOf(value.target);
  const source = asText(value);
  if (!source.startsWith("=") && source.length > 255)
    throw hostError("InvalidArgument", "A list in a validation has at most 255 characters.");
  if (source === "") throw hostError("InvalidArgument", "A list needs a source.");
  return source;
};

const readRule = (value: unknown): ValidationRule => {
  const rule = asRecord(value);
  const given = Object.keys(rule).filter((key) => rule[key] !== undefined && rule[key] !== null);
  const [kind] = given;
  if (given.length !== 1 || kind === undefined)
    throw hostError("InvalidArgument", "A validation has exactly one rule.");
  const body = asRecord(rule[kind]);
  if (kind === "list") return { kind: "list", source: listSource(body["source"]) };
  if (kind === "custom") {
    const formula = asText(body["formula"]);
    if (!formula.startsWith("=")) throw hostError("InvalidArgument", "A custom rule is a formula.");
    return { kind: "custom", formula };
  }
  if (!(kind in kinds))
    throw hostError("NotImplemented", `DataValidation.rule.${kind} is not known to this host.`);
  const comparison = operators[asText(body["operator"])];
  if (!comparison) throw hostError("InvalidArgument", `"${String(body["operator"])}" is no operator.`);
  const two = comparison === "between" || comparison === "notBetween";
  return {
    kind: kinds[kind as LimitName],
    comparison,
    first: limit(body["formula1"]),
    ...(two ? { second: limit(body["formula2"]) } : {}),
  };
};

const ruleOnWire = (rule: ValidationRule | undefined): unknown => {
  if (!rule) return {};
  if (rule.kind === "list") return { list: { inCellDropDown: true, source: rule.source } };
  if (rule.kind === "custom") return { custom: { formula: rule.formula } };
  const name = Object.entries(kinds).find(([, kind]) => kind === rule.kind)?.[0] ?? "decimal";
  const operator = Object.entries(operators).find(([, each]) => each === rule.comparison)?.[0];
  return {
    [name]: {
      formula1: rule.first,
      ...(rule.second === undefined ? {} : { formula2: rule.second }),
      operator,
    },
  };
};

/** "none", the one validation all cells share, or "mixed". */
const found = ({ sheet, area }: HeldRange): ValidationState | "none" | "mixed" => {
  const touching = sheet.validations.filter((each) => each.areas.some((piece) => common(piece, area)));
  const [first] = touching;
  if (!first) return "none";
  if (touching.length > 1) return "mixed";
  if (first.areas.some((piece) => covers(piece, area))) return first;
  const inside = first.areas.reduce((sum, piece) => {
    const part = common(piece, area);
    return sum + (part ? rowCount(part) * columnCount(part) : 0);
  }, 0);
  return inside === rowCount(area) * columnCount(area) ? first : "mixed";
};

const blank = (range: HeldRange): ValidationState => ({
  areas: [range.area],
  anchor: { row: range.area.top, column: range.area.left },
  rule: undefined,
  ignoreBlank: true,
  alert: undefined,
  prompt: undefined,
});

/** Formulas are meant for the range's first cell (assumed; Excel's own dialog means the active cell). */
const change =
  (patch: (value: unknown, before: ValidationState) => Partial<ValidationState>) =>
  (range: HeldRange, value: unknown, { book }: Call): void => {
    requireAllowed(range.sheet);
    const known = found(range);
    const before: ValidationState =
      typeof known === "string"
        ? blank(range)
        : { ...known, ...blankPlace(range), rule: ruleAt(known, range.area.top, range.area.left) };
    setValidation(book, range.sheet, range.area, { ...before, ...patch(value, before) });
  };

const blankPlace = (range: HeldRange): Pick<ValidationState, "areas" | "anchor"> => ({
  areas: [range.area],
  anchor: { row: range.area.top, column: range.area.left },
});

const most = (value: unknown, length: number, what: string): string => {
  const text = value === undefined || value === null ? "" : asText(value);
  if (text.length > length) throw hostError("InvalidArgument", `${what} has at most ${length} characters.`);
  return text;
};

const alertStyles = { Stop: "stop", Warning: "warning", Information: "information" } as const;

/** https://learn.microsoft.com/javascript/api/excel/excel.datavalidation */
export const dataValidation: HostClass<HeldRange> = {
  name: "DataValidation",
  get: {
    ErrorAlert: (range) => {
      const known = found(range);
      if (typeof known === "string")
        return known === "mixed" ? null : { showAlert: true, style: "Stop", title: "", message: "" };
      const { alert } = known;
      const style = Object.entries(alertStyles).find(([, each]) => each === alert?.style)?.[0] ?? "Stop";
      return {
        showAlert: alert !== undefined,
        style,
        title: alert?.title ?? "",
        message: alert?.message ?? "",
      };
    },
    IgnoreBlanks: (range) => {
      const known = found(range);
      return typeof known === "string" ? known === "none" || null : known.ignoreBlank;
    },
    Prompt: (range) => {
      const known = found(range);
      if (typeof known === "string")
        return known === "mixed" ? null : { showPrompt: true, title: "", message: "" };
      const { prompt } = known;
      return { showPrompt: prompt !== undefined, title: prompt?.title ?? "", message: prompt?.message ?? "" };
    },
    Rule: (range) => {
      const known = found(range);
      if (typeof known === "string") return known === "mixed" ? null : {};
      return ruleOnWire(ruleAt(known, range.area.top, range.area.left));
    },
    Type: (range) => {
      const known = found(range);
      if (typeof known === "string") return known === "mixed" ? "Inconsistent" : "None";
      return known.rule ? types[known.rule.kind] : "None";
    },
    Valid: (range, { book }) => {
      const invalid = invalidCells(book, range.sheet, range.area).length;
      if (invalid === 0) return true;
      return invalid === rowCount(range.area) * columnCount(range.area) ? false : null;
    },
  },
  set: {
    ErrorAlert: change((value) => {
      const { showAlert, style, title, message } = asRecord(value);
      if (showAlert === false) return { alert: undefined };
      return {
        alert: {
          style: alertStyles[oneOf(style ?? "Stop", ["Stop", "Warning", "Information"] as const)],
          title: most(title, 32, "The alert's title"),
          message: most(message, 255, "The alert's message"),
        },
      };
    }),
    IgnoreBlanks: change((value) => ({ ignoreBlank: asFlag(value) })),
    Prompt: change((value) => {
      const { showPrompt, title, message } = asRecord(value);
      if (showPrompt === false) return { prompt: undefined };
      return {
        prompt: { title: most(title, 32, "The prompt's title"), message: most(message, 255, "The prompt") },
      };
    }),
    Rule: change((value, before) => ({
      rule: readRule(value),
      ...(before.rule === undefined && before.alert === undefined
        ? { alert: { style: "stop", title: "", message: "" } as const }
        : {}),
    })),
  },
  call: {
    Clear: ({ sheet, area }, _args, { book }) => {
      requireAllowed(sheet);
      clearValidation(sheet, area);
      book.changes.push({ kind: "sheet", sheet: sheet.name, part: "validations" });
    },
    GetInvalidCells: (range, _args, { book }) => {
      const areas = invalidCells(book, range.sheet, range.area);
      if (areas.length === 0) throw hostError("ItemNotFound", "All cells are valid.");
      return handle(rangeAreas, { sheet: range.sheet, areas });
    },
    GetInvalidCellsOrNullObject: (range, _args, { book }) => {
      const areas = invalidCells(book, range.sheet, range.area);
      return areas.length === 0 ? null : handle(rangeAreas, { sheet: range.sheet, areas });
    },
  },
};
