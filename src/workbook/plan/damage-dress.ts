/** R14: what a table's columns have lost of formulas, rules and colours; and rows that stand outside it. */
import type { Highlight, ValidationRule } from "../../book/book";
import { parseArea } from "../../book/address";
import type { Field } from "../../domain/form/field";
import { fieldsOf } from "../../domain/form/form";
import { formOf, registerKeys } from "../../domain/forms/index";
import { type Problem, problem } from "../../domain/register/problem";
import type { RawCell } from "../../domain/register/register";
import type { Damage } from "./damage";
import { isFormula, type Renamed, sameFormula } from "./formula-spelling";
import type { ColumnSeen, TableSeen } from "./inspected";
import { comparable, type Placement, placedHighlights, placedRule, type PlannedTable } from "./placement";
import type { Repair, RowSpan } from "./repair";
import { rowsBelow } from "./rows-below";
import { valueSaid } from "./value-said";

const rowsSaid = (spans: readonly RowSpan[]): string =>
  spans
    .slice(0, 5)
    .map(({ first, last }) => (first === last ? `${first + 1}` : `${first + 1}–${last + 1}`))
    .join("、") + (spans.length > 5 ? "…" : "");

/** More in a message than can be read helps nobody. */
const mostSaid = 8;

const givesDay = (field: Field): boolean => field.kind === "computed" && field.gives === "day";

const typedSaid = (field: Field, { typed, constants }: ColumnSeen): string => {
  const said = typed
    .slice(0, mostSaid)
    .map(({ row, value }) => `第 ${row + 1} 行“${valueSaid(value, givesDay(field))}”`);
  const rest = constants.reduce((sum, { first, last }) => sum + last - first + 1, 0) - said.length;
  if (said.length === 0) return `第 ${rowsSaid(constants)} 行`;
  return said.join("、") + (rest > 0 ? ` 等 ${rest + said.length} 行` : "");
};

export interface About {
  readonly seen: TableSeen;
  readonly planned: PlannedTable;
  readonly placement: Placement;
  readonly renamed: readonly Renamed[];
}

const says = ({ seen }: About, code: Problem["code"], more: Partial<Problem> = {}): Problem =>
  problem(code, { form: seen.key, sheet: seen.sheet, ...more });

/** Formulas that are ours only if the columns that people are asked about are ours too: Excel spells them as the table does. */
export const formulasNaming = (
  { seen, planned, renamed }: Omit<About, "placement">,
  perhaps: readonly Renamed[],
): readonly Repair[] =>
  fieldsOf(formOf(seen.key)).flatMap(([key, { caption }]): readonly Repair[] => {
    const { columns, name } = planned.table;
    const formula = columns.find((each) => each.name === caption)?.formula;
    const cell = seen.firstFormulas[seen.headers.indexOf(caption)];
    if (formula === undefined || !isFormula(cell)) return [];
    const isOurs = (names: readonly Renamed[]): boolean => sameFormula(formula, String(cell), name, names);
    return isOurs(renamed) || !isOurs([...renamed, ...perhaps])
      ? []
      : [{ kind: "restoreFormula", form: seen.key, key, rows: "all" }];
  });

const formulaDamages = (about: About): readonly Damage[] => {
  const { seen, planned, renamed } = about;
  const { table } = planned;
  return fieldsOf(formOf(seen.key)).flatMap(([key, field]): readonly Damage[] => {
    const { caption } = field;
    const formula = table.columns.find(({ name }) => name === caption)?.formula;
    const at = seen.headers.indexOf(caption);
    const column = seen.columns.get(caption);
    if (formula === undefined || at < 0 || column === undefined) return [];
    const differs = (cell: RawCell | undefined): boolean =>
      isFormula(cell) && !sameFormula(formula, String(cell), table.name, renamed);
    const repaired = (rows: "all" | readonly RowSpan[]): Damage["repair"] => [
      { kind: "restoreFormula", form: seen.key, key, rows },
    ];
    const spans = [...column.constants, ...column.blanks];
    if (differs(seen.firstFormulas[at]) || differs(seen.lastFormulas[at]))
      return [
        ...(column.constants.length > 0
          ? [
              {
                problem: says(about, "formulaOverwritten", {
                  key,
                  caption,
                  facts: { cells: typedSaid(field, column) },
                }),
                repair: repaired("all"),
                sure: true,
              },
            ]
          : []),
        {
          problem: says(about, "formulaChanged", { key, caption, facts: {} }),
          repair: repaired("all"),
          sure: true,
        },
      ];
    if (spans.length === 0) return [];
    const count = column.blanks.reduce((sum, { first, last }) => sum + last - first + 1, 0);
    const row = (spans[0]?.first ?? 0) + 1;
    return [
      {
        problem:
          column.constants.length > 0
            ? says(about, "formulaOverwritten", {
                row,
                key,
                caption,
                facts: { cells: typedSaid(field, column) },
              })
            : says(about, "formulaErased", {
                row,
                key,
                caption,
                facts: { count, rows: rowsSaid(column.blanks) },
              }),
        repair: repaired(spans),
        sure: true,
      },
    ];
  });
};

const parts = (rule: ValidationRule): readonly string[] =>
  rule.kind === "list"
    ? [rule.source]
    : rule.kind === "custom"
      ? [rule.formula]
      : [rule.comparison, String(rule.first), String(rule.second ?? "")];

export const sameRule = (one: ValidationRule, other: ValidationRule): boolean =>
  one.kind === other.kind && parts(one).map(comparable).join("|") === parts(other).map(comparable).join("|");

/** Programs spell rules in ways of their own: in daily use their kind tells, and a list's source. */
export const alike = (one: ValidationRule, other: ValidationRule): boolean =>
  one.kind === "list" || other.kind === "list" ? sameRule(one, other) : one.kind === other.kind;

const ruleDamages = (about: About, strict: boolean): readonly Damage[] => {
  const { seen, planned, placement } = about;
  return fieldsOf(formOf(seen.key)).flatMap(([key, { caption }], index): readonly Damage[] => {
    const left = planned.area.left + index;
    const wanted = planned.sheet.validations.find(({ range }) => {
      const area = parseArea(range);
      return area?.left === left && area.right === left && area.bottom > planned.area.bottom;
    });
    const column = seen.columns.get(caption);
    if (wanted?.rule === undefined || column === undefined || seen.key === "settingLines") return [];
    const repair: Damage["repair"] = [{ kind: "restoreValidation", form: seen.key, key }];
    if (column.rule === "none" || column.rule === "mixed")
      return [{ problem: says(about, "validationGone", { key, caption, facts: {} }), repair, sure: true }];
    const rule = placedRule(wanted.rule, planned.sheet.name, placement);
    const sameAlert = column.alert === undefined || column.alert === (wanted.alert?.style ?? "silent");
    const fits = strict ? sameRule(column.rule, rule) && sameAlert : alike(column.rule, rule);
    return fits
      ? []
      : [{ problem: says(about, "validationOther", { key, caption, facts: {} }), repair, sure: strict }];
  });
};

/** The planned highlights of a table, told by the columns they cover. */
export const highlightsOf = ({ sheet, area }: PlannedTable): readonly Highlight[] =>
  sheet.highlights.filter(({ range }) => {
    const own = parseArea(range);
    return own !== undefined && own.left >= area.left && own.right <= area.right;
  });

const counted = (formulas: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const each of formulas) counts.set(comparable(each), (counts.get(comparable(each)) ?? 0) + 1);
  return counts;
};

const highlightDamages = (about: About): readonly Damage[] => {
  const { seen, planned, placement } = about;
  const wanted = counted(
    highlightsOf(planned).flatMap((each) => {
      const [first] = placedHighlights(each, planned.sheet.name, placement);
      return first === undefined ? [] : [first.formula];
    }),
  );
  const [first, last] = [counted(seen.firstHighlights), counted(seen.lastHighlights)];
  let count = 0;
  for (const [formula, times] of wanted)
    count += Math.max(0, times - Math.min(first.get(formula) ?? 0, last.get(formula) ?? 0));
  return count === 0
    ? []
    : [
        {
          problem: says(about, "highlightsGone", { facts: { count } }),
          repair: [{ kind: "restoreHighlights", form: seen.key }],
          sure: true,
        },
      ];
};

const outsideDamages = (about: About): readonly Damage[] => {
  const { key } = about.seen;
  const below = rowsBelow(about.seen);
  if (below === undefined) return [];
  const { first, last, sure } = below;
  const facts = { from: first + 1, to: last + 1 };
  return [
    {
      problem: says(about, sure ? "rowsOutside" : "rowsOutsidePerhaps", { row: facts.from, facts }),
      repair: [{ kind: "takeIn", form: key, bottom: last }],
      sure,
    },
  ];
};

const titleDamages = (about: About): readonly Damage[] =>
  about.seen.titled === false && (registerKeys as readonly string[]).includes(about.seen.key)
    ? [
        {
          problem: says(about, "titleMissing", { facts: {} }),
          repair: [{ kind: "restoreTitle", form: about.seen.key }],
          sure: true,
        },
      ]
    : [];

/** @param strict in an upgrade every rule is held against the plan word by word. */
export const dressDamages = (about: About, strict: boolean): readonly Damage[] => [
  ...titleDamages(about),
  ...outsideDamages(about),
  ...formulaDamages(about),
  ...ruleDamages(about, strict),
  ...highlightDamages(about),
];
