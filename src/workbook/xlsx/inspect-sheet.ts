/** R14: what stands of a sheet's tables, gathered cell by cell: nothing of a long register is kept. */
import { type Area, parseArea } from "../../book/address";
import type { Highlight, Validation, ValidationRule } from "../../book/book";
import { fieldsOf } from "../../domain/form/form";
import { type FormKey, formKeys, formOf } from "../../domain/forms/index";
import type { RawCell } from "../../domain/register/register";
import { sameRule } from "../plan/damage-dress";
import { sameFormula } from "../plan/formula-spelling";
import { formulaOf } from "../plan/formulas";
import type { AlertSeen, ColumnSeen, RuleSeen, TableSeen } from "../plan/inspected";
import type { RowSpan } from "../plan/repair";
import { mayLackRows } from "../plan/rows-below";
import { hasStrangers, mostBelow, mostSamples, mostTyped } from "../plan/where-to-look";

/** A table as a file says it. */
export interface TableSaid {
  readonly name: string;
  /** With its header, without a row of totals. */
  readonly area: Area;
  readonly columns: readonly string[];
  readonly totals: boolean;
}

export interface SheetRules {
  readonly validations: readonly Validation[];
  readonly highlights: readonly Highlight[];
}

/** Told of a sheet's cells in order, row by row. */
export interface TableInspector {
  cell(row: number, column: number, value: RawCell, formula: string | undefined): void;
  /** The row named last is over. */
  endRow(row: number): void;
  seen(rules: SheetRules): TableSeen;
}

const keys: ReadonlyMap<string, FormKey> = new Map(
  formKeys.map((key) => [formOf(key).table.toLowerCase(), key]),
);
export const formOfTable = (name: string): FormKey | undefined => keys.get(name.toLowerCase());

const isBlank = (value: RawCell, formula: string | undefined): boolean =>
  formula === undefined && (value === null || value === "");

/** More spellings than that in one column are somebody's formulas, one a row. */
const mostSpellings = 8;

/** A column the sheet computes: where no formula stands, and which formulas stand there. */
interface Computed {
  readonly key: string;
  readonly constants: RowSpan[];
  readonly blanks: RowSpan[];
  readonly typed: { readonly row: number; readonly value: RawCell }[];
  readonly spellings: Set<string>;
  last: string;
  formulaRow: number;
  constantRow: number;
}

const addRow = (spans: RowSpan[], first: number, last = first): void => {
  const before = spans.at(-1);
  if (before?.last === first - 1) spans[spans.length - 1] = { first: before.first, last };
  else spans.push({ first, last });
};

/** The rule of one cell. */
export const ruleAt = (validations: readonly Validation[], row: number, column: number): RuleSeen =>
  ruleOf(validations, column, row, row).rule;

/** The rule of the body's cells of one column, and how it is held to. */
const ruleOf = (
  validations: readonly Validation[],
  column: number,
  top: number,
  bottom: number,
): Pick<ColumnSeen, "rule" | "alert"> => {
  const alone = (rule: RuleSeen): Pick<ColumnSeen, "rule" | "alert"> => ({ rule, alert: undefined });
  let rule: ValidationRule | undefined;
  const alerts = new Set<AlertSeen>();
  let covered = 0;
  for (const each of validations) {
    const area = each.rule === undefined ? undefined : parseArea(each.range);
    if (area === undefined || each.rule === undefined || column < area.left || column > area.right) continue;
    const rows = Math.min(area.bottom, bottom) - Math.max(area.top, top) + 1;
    if (rows <= 0) continue;
    if (rule !== undefined && !sameRule(rule, each.rule)) return alone("mixed");
    rule ??= each.rule;
    alerts.add(each.alert?.style ?? "silent");
    covered += rows;
  }
  if (rule === undefined) return alone("none");
  if (covered < bottom - top + 1) return alone("mixed");
  return { rule, alert: alerts.size === 1 ? [...alerts][0] : undefined };
};

export const inspectTable = (
  sheet: string,
  key: FormKey,
  { area, columns, totals }: TableSaid,
): TableInspector => {
  const { left, right } = area;
  const [first, last] = [area.top + 1, area.bottom];
  const bottom = last + (totals ? 1 : 0);
  const width = columns.length;
  const strangers = hasStrangers({ key, headers: columns });
  const blankRow = (): RawCell[] => new Array<RawCell>(width).fill("");
  const firstFormulas = blankRow();
  const lastFormulas = blankRow();
  const samples: RawCell[][] = [];
  const below: RawCell[][] = [];
  const computed: (Computed | undefined)[] = [];
  for (const [field, { caption }] of fieldsOf(formOf(key))) {
    const at = columns.indexOf(caption);
    if (at >= 0 && formulaOf(key, field) !== undefined)
      computed[at] = {
        key: field,
        constants: [],
        blanks: [],
        typed: [],
        spellings: new Set(),
        last: "",
        formulaRow: -1,
        constantRow: -1,
      };
  }
  const all = computed.filter((each): each is Computed => each !== undefined);
  let usedBottom = -1;
  let titled = false;
  /** The row of the table whose columns are accounted for. */
  let done = area.top;

  const keep = (lines: RawCell[][], at: number, column: number, value: RawCell): void => {
    while (lines.length <= at) lines.push(new Array<RawCell>(width).fill(null));
    const line = lines[at];
    if (line !== undefined) line[column - left] = value;
  };
  const blanksUpTo = (row: number): void => {
    if (row - 1 > done) for (const { blanks } of all) addRow(blanks, done + 1, row - 1);
  };

  return {
    cell: (row, column, value, formula) => {
      if (column < left || column > right || isBlank(value, formula)) return;
      usedBottom = Math.max(usedBottom, row);
      if (row < area.top) titled ||= row < 2;
      else if (row > bottom) {
        if (mayLackRows(key) && row <= bottom + mostBelow) keep(below, row - bottom - 1, column, value);
      } else if (row >= first && row <= last) {
        const at = column - left;
        if (row === first) firstFormulas[at] = formula ?? value;
        if (row === last) lastFormulas[at] = formula ?? value;
        if (strangers && row < first + mostSamples) keep(samples, row - first, column, value);
        const own = computed[at];
        if (own === undefined) return;
        if (formula === undefined) {
          own.constantRow = row;
          if (own.typed.length < mostTyped) own.typed.push({ row, value });
        } else {
          own.formulaRow = row;
          if (formula !== own.last && own.spellings.size < mostSpellings) own.spellings.add(formula);
          own.last = formula;
        }
      }
    },
    endRow: (row) => {
      if (row < first || row > last) return;
      blanksUpTo(row);
      for (const own of all)
        if (own.constantRow === row) addRow(own.constants, row);
        else if (own.formulaRow !== row) addRow(own.blanks, row);
      done = row;
    },
    seen: ({ validations, highlights }) => {
      blanksUpTo(last + 1);
      done = last;
      const seen = new Map<string, ColumnSeen>();
      for (const [, { caption }] of fieldsOf(formOf(key))) {
        const at = columns.indexOf(caption);
        if (at < 0) continue;
        const own = computed[at];
        seen.set(caption, {
          ...ruleOf(validations, left + at, first, last),
          constants: own?.constants ?? [],
          blanks: own?.blanks ?? [],
          typed: own?.typed ?? [],
        });
        // An open workbook shows its first and last record; a file's other formulas are at hand too.
        const planned = own && formulaOf(key, own.key);
        const odd = [...(own?.spellings ?? [])].find(
          (each) => planned !== undefined && !sameFormula(planned, each, formOf(key).table, []),
        );
        if (odd !== undefined) lastFormulas[at] = odd;
      }
      const touching = (row: number): readonly string[] =>
        highlights.flatMap(({ range, formula }) => {
          const place = parseArea(range);
          return place &&
            place.top <= row &&
            place.bottom >= row &&
            place.left <= right &&
            place.right >= left
            ? [formula]
            : [];
        });
      return {
        key,
        sheet,
        headerRow: area.top,
        left,
        headers: columns,
        count: last - area.top,
        totals,
        firstFormulas,
        lastFormulas,
        columns: seen,
        firstHighlights: touching(first),
        lastHighlights: touching(last),
        usedBottom: Math.max(usedBottom, area.top),
        titled: area.top === 3 ? titled : undefined,
        samples,
        below,
      };
    },
  };
};
