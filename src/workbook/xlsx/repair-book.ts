/** R14: a workbook as data, repaired; values, users' own columns and sheets kept. What the pane does in place. */
import { parseArea } from "../../book/address";
import type { Book } from "../../book/book";
import { type FormKey, formKeys, formOf as paperOf } from "../../domain/forms/index";
import { type Damage, damagesOf } from "../plan/damage";
import { type Ground, groundOf } from "../plan/ground";
import type { TableSeen } from "../plan/inspected";
import { isStructural, type Repair, type RowSpan } from "../plan/repair";
import { dressesLines, dressingAfter, formOf, formulasAsked, of, reshaped } from "../plan/repair-order";
import { listName } from "../plan/site-sheet";
import { nextUpgrade } from "../plan/upgrade";
import { bookOf, type Draft, draftOf } from "./draft";
import { inspectBook } from "./inspect-workbook";
import { type ColumnRepair, repairColumns } from "./repair-columns";
import { layFormula, layHighlights, layRules, layTitle, renewLayouts, renewPages } from "./repair-dress";
import {
  addLines,
  addNames,
  dressSettings,
  repairLists,
  restoreCells,
  ruleLines,
  setVersion,
} from "./repair-settings";
import { addSheets, renewHome, repairTable } from "./repair-tables";

export interface RepairedBook {
  readonly book: Book;
  /** What is still not as planned. */
  readonly left: readonly Damage[];
}

interface Options {
  /** In an upgrade every rule is held against the plan word by word. */
  readonly strict?: boolean;
}

const structural = (draft: Draft, chosen: readonly Repair[], first: Ground): void => {
  let ground = first;
  const tables = of(chosen, "renameTable", "remakeTable", "addTable");
  for (const repair of tables) repairTable(draft, repair, ground);
  const sheets = of(chosen, "addSheet").map(({ sheet }) => sheet);
  addSheets(draft, sheets, ground);
  if (tables.length > 0 || sheets.length > 0) ground = groundOf(first.plan, inspectBook(bookOf(draft)));
  repairLists(draft, of(chosen, "addList", "renameList", "closeList"), ground);
  addLines(draft, of(chosen, "addSettingLine"), ground);
  const columns = of(chosen, "renameColumn", "addColumn", "moveColumn", "takeIn");
  for (const form of formKeys) {
    const own: readonly ColumnRepair[] = columns.filter((each) => each.form === form);
    if (own.length > 0) repairColumns(draft, own, ground);
  }
};

/** All rows of the table but those in which something was typed that nobody has been told of. */
const rowsOf = (
  rows: "all" | readonly RowSpan[],
  key: string,
  now: TableSeen,
  keepTyped: boolean,
): readonly RowSpan[] => {
  const all = { first: now.headerRow + 1, last: now.headerRow + now.count };
  const spans = rows === "all" ? [all] : rows;
  if (!keepTyped) return spans;
  const typed = now.columns.get(paperOf(now.key).fields[key]?.caption ?? "")?.constants ?? [];
  return typed.reduce<readonly RowSpan[]>(
    (left, { first, last }) =>
      left.flatMap((span) =>
        [
          { first: span.first, last: Math.min(span.last, first - 1) },
          { first: Math.max(span.first, last + 1), last: span.last },
        ].filter((each) => each.first <= each.last),
      ),
    spans,
  );
};

const dress = (
  draft: Draft,
  dressing: readonly Repair[],
  chosen: readonly Repair[],
  before: ReadonlyMap<FormKey, TableSeen>,
  ground: Ground,
): void => {
  const touched = reshaped(chosen);
  addNames(
    draft,
    [
      ...of(dressing, "addName").map(({ name }) => name),
      ...of(chosen, "addList").map(({ list }) => listName(list)),
    ],
    ground,
  );
  restoreCells(draft, of(dressing, "restoreCells"), ground);
  ruleLines(
    draft,
    of(dressing, "restoreLineRule").map(({ key }) => key),
    ground,
  );
  for (const form of formKeys) {
    const table = ground.seen.tables.get(form);
    if (table === undefined) continue;
    const own = dressing.filter((each) => formOf(each) === form);
    const whole = touched.has(form);
    if (own.some(({ kind }) => kind === "restoreTitle")) layTitle(draft, form, ground);
    const formulas = formulasAsked(of(own, "restoreFormula"), chosen, before.get(form), table);
    const grown = of(chosen, "remakeTable", "takeIn").some((each) => each.form === form);
    for (const { key, rows } of formulas)
      layFormula(draft, form, key, rowsOf(rows, key, table, grown), ground);
    const rules = whole
      ? Object.keys(paperOf(form).fields)
      : of(own, "restoreValidation").map(({ key }) => key);
    layRules(draft, form, rules, ground);
    if (whole || own.some(({ kind }) => kind === "restoreHighlights")) layHighlights(draft, form, ground);
  }
};

/**
 * Rules that refer to cells of other sheets. Excel takes them along when columns go; other programs do not, and then
 * they are astray where the columns have come back.
 */
const rulesElsewhere = (chosen: readonly Repair[], { seen, plan, planned }: Ground): readonly Repair[] => {
  if (of(chosen, "addColumn", "moveColumn").length === 0) return [];
  const strict = damagesOf(seen, plan, { strict: true }).flatMap(({ repair }) => repair);
  return of(strict, "restoreValidation").filter(({ form, key }) => {
    const own = planned.get(form);
    const at = own?.table.columns.findIndex(({ name }) => name === paperOf(form).fields[key]?.caption) ?? -1;
    const left = (own?.area.left ?? 0) + at;
    return own?.sheet.validations.some(
      ({ range, rule }) =>
        parseArea(range)?.left === left && rule?.kind === "custom" && rule.formula.includes("!"),
    );
  });
};

/**
 * @param plan of this program's version; what it holds of a site's own is used only where a sheet is made anew.
 * @throws WorkbookRefused where something stands in the way of a table that has to grow.
 */
export const repairBook = (
  book: Book,
  chosen: readonly Repair[],
  plan: Book,
  { strict = false }: Options = {},
): RepairedBook => {
  const seen = inspectBook(book);
  const before = damagesOf(seen, plan, { strict });
  const draft = draftOf(book);
  structural(draft, chosen, groundOf(plan, seen));
  const ground = groundOf(plan, chosen.some(isStructural) ? inspectBook(bookOf(draft)) : seen);
  const dressing = [
    ...dressingAfter(chosen, before, damagesOf(ground.seen, plan, { strict })),
    ...rulesElsewhere(chosen, ground),
  ];
  dress(draft, dressing, chosen, seen.tables, ground);
  if (dressesLines(chosen)) dressSettings(draft, ground);
  if (of(chosen, "renewLayouts").length > 0) renewLayouts(draft, ground);
  if (of(chosen, "renewPages").length > 0) renewPages(draft, ground);
  if (of(chosen, "renewHome").length > 0) renewHome(draft, ground);
  for (const { version } of of(chosen, "setVersion")) setVersion(draft, version);
  const repaired = bookOf(draft);
  return { book: repaired, left: damagesOf(inspectBook(repaired), plan, { strict }) };
};

/** A workbook of a former version brought to this one, step by step; done twice it is done once. */
export const upgradeBook = (book: Book, plan: Book): RepairedBook => {
  let now: RepairedBook = { book, left: [] };
  let reached = -1;
  for (;;) {
    const seen = inspectBook(now.book);
    const step = nextUpgrade(seen.version);
    // A version that would not be written must not keep us going round.
    if (step === undefined || seen.version <= reached) return now;
    reached = seen.version;
    const first = step.repairs(seen, plan).filter(({ kind }) => kind !== "setVersion");
    const half = repairBook(now.book, first, plan, { strict: true });
    // A table made of plain cells shows only now what its columns lack.
    const again = step.repairs(inspectBook(half.book), plan).filter(({ kind }) => kind !== "renewHome");
    now = repairBook(half.book, again, plan, { strict: true });
  }
};
