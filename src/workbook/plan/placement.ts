/** Where the parts of the plan stand in a workbook that its users have changed: columns moved, sheets renamed. */
import { type Area, areaAddress, columnLetters, columnNumber, parseArea } from "../../book/address";
import {
  type Book,
  type Highlight,
  lastRow,
  type Sheet,
  type Table,
  type ValidationRule,
} from "../../book/book";
import { type FormKey, formKeys, formOf } from "../../domain/forms/index";

/** A form's table in the plan. */
export interface PlannedTable {
  readonly key: FormKey;
  readonly sheet: Sheet;
  readonly table: Table;
  readonly area: Area;
}

/** A form's table as it stands; rows and columns of the sheet from 0. */
export interface Standing {
  readonly key: FormKey;
  readonly sheet: string;
  readonly headerRow: number;
  readonly left: number;
  readonly headers: readonly string[];
}

export const plannedTables = (plan: Book): ReadonlyMap<FormKey, PlannedTable> => {
  const byName = new Map(formKeys.map((key) => [formOf(key).table, key]));
  const found = new Map<FormKey, PlannedTable>();
  for (const sheet of plan.sheets)
    for (const table of sheet.tables) {
      const key = byName.get(table.name);
      const area = parseArea(table.range);
      if (key !== undefined && area !== undefined) found.set(key, { key, sheet, table, area });
    }
  return found;
};

export interface Placement {
  /** Where a planned sheet's column stands, as far as it belongs to a table that is there and has it. */
  readonly column: (sheet: string, column: number) => number | undefined;
  readonly row: (sheet: string, column: number, row: number) => number;
  readonly sheetName: (sheet: string, column: number) => string;
}

export const placementOf = (
  planned: ReadonlyMap<FormKey, PlannedTable>,
  standing: readonly Standing[],
): Placement => {
  const stands = new Map(standing.map((each) => [each.key, each]));
  const bySheet = new Map<string, PlannedTable[]>();
  for (const each of planned.values())
    bySheet.set(each.sheet.name, [...(bySheet.get(each.sheet.name) ?? []), each]);
  const tableAt = (sheet: string, column: number): PlannedTable | undefined =>
    bySheet.get(sheet)?.find(({ area }) => column >= area.left && column <= area.right);
  return {
    column: (sheet, column) => {
      const own = tableAt(sheet, column);
      const stand = own && stands.get(own.key);
      const name = own?.table.columns[column - own.area.left]?.name;
      const at = name === undefined ? -1 : (stand?.headers.indexOf(name) ?? -1);
      return stand === undefined || at < 0 ? undefined : stand.left + at;
    },
    row: (sheet, column, row) => {
      const own = tableAt(sheet, column);
      const stand = own && stands.get(own.key);
      if (own === undefined || stand === undefined || row === lastRow - 1 || row < own.area.top) return row;
      return row + stand.headerRow - own.area.top;
    },
    sheetName: (sheet, column) => {
      const own = tableAt(sheet, column);
      return (own && stands.get(own.key)?.sheet) ?? sheet;
    },
  };
};

const pattern =
  /"(?:[^"]|"")*"|\[[^\]]*\]|(?<sheet>'(?:[^']|'')+'!|[\p{L}_][\p{L}\p{N}_.]*!)?(?<![\p{L}\p{N}_.$])(?<d1>\$?)(?<c1>[A-Z]{1,3})(?<e1>\$?)(?<r1>[1-9]\d{0,6})(?::(?<d2>\$?)(?<c2>[A-Z]{1,3})(?<e2>\$?)(?<r2>[1-9]\d{0,6}))?(?![\p{L}\p{N}_.(![])/gu;

export const quoted = (name: string): string =>
  /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) ? name : `'${name.replaceAll("'", "''")}'`;

/**
 * A planned formula as it reads where the workbook's columns stand now.
 * @param sheet the planned sheet it stands on. @param shift how many columns right of the cell it is planned for.
 */
export const placed = (formula: string, sheet: string, placement: Placement, shift = 0): string =>
  formula.replace(pattern, (text: string, ...args: unknown[]) => {
    const groups = args.at(-1) as Readonly<Record<string, string | undefined>>;
    const { c1, r1 } = groups;
    if (c1 === undefined || r1 === undefined) return text;
    const prefix = groups["sheet"];
    const own = prefix === undefined ? sheet : prefix.replace(/^'|'?!$/gu, "").replaceAll("''", "'");
    const cell = (
      letters: string,
      digits: string,
      fixed: string,
      fixedRow: string,
    ): { readonly text: string; readonly planned: number } => {
      const planned = columnNumber(letters) + (fixed === "" ? shift : 0);
      const column = placement.column(own, planned) ?? planned;
      const row = placement.row(own, planned, Number(digits) - 1);
      return { text: `${fixed}${columnLetters(column)}${fixedRow}${row + 1}`, planned };
    };
    const first = cell(c1, r1, groups["d1"] ?? "", groups["e1"] ?? "");
    const { c2, r2 } = groups;
    const last =
      c2 === undefined || r2 === undefined ? undefined : cell(c2, r2, groups["d2"] ?? "", groups["e2"] ?? "");
    const name = prefix === undefined ? "" : `${quoted(placement.sheetName(own, first.planned))}!`;
    return `${name}${first.text}${last === undefined ? "" : `:${last.text}`}`;
  });

const bound = (limit: number | string, change: (formula: string) => string): number | string =>
  typeof limit === "string" ? change(limit) : limit;

export const placedRule = (rule: ValidationRule, sheet: string, placement: Placement): ValidationRule => {
  const change = (formula: string): string => placed(formula, sheet, placement);
  if (rule.kind === "list") return { ...rule, source: change(rule.source) };
  if (rule.kind === "custom") return { ...rule, formula: change(rule.formula) };
  return {
    ...rule,
    first: bound(rule.first, change),
    ...(rule.second === undefined ? {} : { second: bound(rule.second, change) }),
  };
};

/** A planned highlight where its columns stand now: one a run of neighbours, users' own columns left out. */
export const placedHighlights = (
  highlight: Highlight,
  sheet: string,
  placement: Placement,
): readonly Highlight[] => {
  const area = parseArea(highlight.range);
  if (area === undefined) return [];
  const runs: { planned: number; left: number; right: number }[] = [];
  for (let planned = area.left; planned <= area.right; planned++) {
    const column = placement.column(sheet, planned);
    if (column === undefined) continue;
    const last = runs.at(-1);
    if (last?.right === column - 1) last.right = column;
    else runs.push({ planned, left: column, right: column });
  }
  return runs.map(({ planned, left, right }) => ({
    ...highlight,
    range: areaAddress({
      top: placement.row(sheet, area.left, area.top),
      bottom: placement.row(sheet, area.left, area.bottom),
      left,
      right,
    }),
    formula: placed(highlight.formula, sheet, placement, planned - area.left),
  }));
};

/** Spelt alike, whatever program wrote it: rows left out, since rules follow inserted rows. */
export const comparable = (formula: string): string =>
  formula
    .replace(/\s/gu, "")
    .replace(/^=/u, "")
    .replaceAll("'", "")
    .toUpperCase()
    .replace(/(\$?[A-Z]{1,3})\$?\d+/gu, "$1");

/** Without the places: by it a highlight of ours is known whose columns were lost or moved. */
export const skeleton = (formula: string): string =>
  comparable(formula)
    .replace(/#REF!(?::#REF!)?/gu, "@")
    .replace(/\$?[A-Z]{1,3}(?::\$?[A-Z]{1,3})?(?![A-Z(!\p{L}])/gu, "@");
