/** R14: repairs carried out in place, values and users' own columns kept; then what is left is looked for again. */
import type { Book } from "../../book/book";
import { type FormKey, formKeys, formOf as paperOf } from "../../domain/forms/index";
import { type Damage, damagesOf } from "../plan/damage";
import { type Ground, groundOf } from "../plan/ground";
import type { Inspected } from "../plan/inspected";
import { isStructural, type Repair } from "../plan/repair";
import { dressesLines, dressingAfter, formOf, formulasAsked, of, reshaped } from "../plan/repair-order";
import { listName } from "../plan/site-sheet";
import type { Patience } from "./excel-run";
import { inspect } from "./inspect";
import { look, type TableLook } from "./look";
import { type Leave, refuseObstacles } from "./obstacles";
import { restoreCells } from "./repair-cells";
import { repairColumns } from "./repair-columns";
import { dressTable, queueFormula, restoreHighlights } from "./repair-dress";
import { renewLayouts } from "./renew-layouts";
import { renewPages } from "./renew-pages";
import {
  addLine,
  addNames,
  dressSettings,
  renewHome,
  repairLists,
  ruleLines,
  setVersion,
} from "./repair-settings";
import { addSheets, repairSheet } from "./repair-sheets";
import { doing, type Work, workWith } from "./repairing";

export interface Repairing {
  readonly leave?: Leave;
  readonly patience?: Patience;
  /** In an upgrade every rule is held against the plan word by word. */
  readonly strict?: boolean;
  readonly progress?: (done: number, of: number) => void;
}

export interface Repaired {
  /** What is still not as planned. */
  readonly left: readonly Damage[];
}

/** Sheets that are closed or filtered, seen before anything is done. */
const looksOf = async (
  chosen: readonly Repair[],
  seen: Inspected,
  { leave = {}, patience }: Repairing,
): Promise<readonly TableLook[]> => {
  const forms = new Set(chosen.flatMap((each) => formOf(each) ?? []).filter((form) => seen.tables.has(form)));
  const opened = of(chosen, "restoreCells").some(
    ({ sheet }) => sheet === seen.tables.get("settingLines")?.sheet,
  );
  if (
    (opened || of(chosen, "addSettingLine", "dressSettings", "restoreLineRule").length > 0) &&
    seen.tables.has("settingLines")
  )
    forms.add("settingLines");
  if (forms.size === 0) return [];
  const target = {
    appended: new Map([...forms].map((form) => [form, 0] as const)),
    sets: [],
    counters: false,
    alsoRead: [],
  };
  const looked = await look(target, doing, patience ? { patience } : {});
  refuseObstacles(looked, target, leave, doing);
  return [...looked.tables.values()];
};

const byForm = <T extends { readonly form: FormKey }>(
  items: readonly T[],
): ReadonlyMap<FormKey, readonly T[]> => {
  const groups = new Map<FormKey, T[]>();
  for (const item of items) groups.set(item.form, [...(groups.get(item.form) ?? []), item]);
  return groups;
};

/** Formulas of users' own columns that our moving of a column would have broken. */
const ownFormulas = (
  before: Inspected,
  after: Inspected,
): readonly { readonly form: FormKey; readonly header: string; readonly formula: string }[] =>
  [...after.tables.values()].flatMap((table) => {
    const was = before.tables.get(table.key);
    return table.headers.flatMap((header, at) => {
      const then = was?.headers.indexOf(header) ?? -1;
      const formula = was?.firstFormulas[then];
      const broken = String(table.firstFormulas[at] ?? "").includes("#REF!");
      return broken &&
        typeof formula === "string" &&
        formula.startsWith("=") &&
        !formula.includes("#REF!") &&
        formula === was?.lastFormulas[then]
        ? [{ form: table.key, header, formula }]
        : [];
    });
  });

const structural = async (
  chosen: readonly Repair[],
  first: Ground,
  looks: readonly TableLook[],
  work: Work,
  repairing: Repairing,
  tick: () => void,
): Promise<void> => {
  const run = repairing.patience ? { patience: repairing.patience } : {};
  let ground = first;
  const anew = async (): Promise<void> => {
    ground = groundOf(first.plan, await inspect(run));
  };
  const sheets = of(chosen, "renameTable", "remakeTable", "addTable");
  for (const repair of sheets) {
    await repairSheet(repair, ground, run);
    tick();
  }
  const added = of(chosen, "addSheet").map(({ sheet }) => sheet);
  await addSheets(added, ground, run);
  for (let at = 0; at < added.length; at++) tick();
  if (sheets.length > 0 || added.length > 0) await anew();
  await repairLists(of(chosen, "addList", "renameList", "closeList"), ground, work, run);
  for (const { key } of of(chosen, "addSettingLine")) {
    await addLine(key, ground, work, run);
    tick();
  }
  const columns = byForm(of(chosen, "renameColumn", "addColumn", "moveColumn", "takeIn"));
  for (const form of formKeys) {
    const own = columns.get(form);
    if (own === undefined) continue;
    const locked = looks.filter(({ sheet }) => sheet === ground.seen.tables.get(form)?.sheet);
    await repairColumns(form, own, ground, workWith(locked, run), run);
    tick();
  }
};

/**
 * @param plan of this workbook's version; what it holds of a site's own is used only where a sheet is made anew.
 * @throws WorkbookRefused before anything is done where a sheet is protected or filtered and nobody agreed; later only
 * where Excel refuses. Every step leaves all values where they are or moves them whole: done again, the rest follows.
 */
export const repair = async (
  chosen: readonly Repair[],
  plan: Book,
  repairing: Repairing = {},
): Promise<Repaired> => {
  const { strict = false, progress = () => undefined } = repairing;
  const run = repairing.patience ? { patience: repairing.patience } : {};
  const seen = await inspect(run);
  const before = damagesOf(seen, plan, { strict });
  const looks = await looksOf(chosen, seen, repairing);
  const total = chosen.length + 2;
  let done = 0;
  const tick = (): void => {
    progress(Math.min(++done, total), total);
  };
  tick();
  const work = workWith(looks, run);
  await structural(chosen, groundOf(plan, seen), looks, work, repairing, tick);

  const shaped = chosen.some(isStructural);
  const ground = groundOf(plan, shaped ? await inspect(run) : seen);
  const dressing = dressingAfter(chosen, before, damagesOf(ground.seen, plan, { strict }));
  const touched = reshaped(chosen);
  await addNames(
    [
      ...new Set([
        ...of(dressing, "addName").map(({ name }) => name),
        ...of(chosen, "addList").map(({ list }) => listName(list)),
      ]),
    ],
    ground,
    run,
  );
  await restoreCells(of(dressing, "restoreCells"), ground, work, run);
  await ruleLines(
    of(dressing, "restoreLineRule").map(({ key }) => key),
    ground,
    work,
  );
  for (const form of formKeys) {
    const table = ground.seen.tables.get(form);
    if (table === undefined) continue;
    const own = dressing.filter((each) => formOf(each) === form);
    const locked = workWith(
      looks.filter(({ sheet }) => sheet === table.sheet),
      run,
    );
    const whole = touched.has(form);
    const title = own.some(({ kind }) => kind === "restoreTitle");
    const formulas = formulasAsked(of(own, "restoreFormula"), chosen, seen.tables.get(form), table);
    const validations = whole
      ? Object.keys(paperOf(form).fields)
      : of(own, "restoreValidation").map(({ key }) => key);
    if (title || formulas.length > 0 || validations.length > 0) {
      await dressTable(form, { formulas, validations, title }, ground, locked);
      tick();
    }
    if (whole || own.some(({ kind }) => kind === "restoreHighlights")) {
      await restoreHighlights(form, ground, locked, run);
      tick();
    }
  }
  const broken = shaped ? ownFormulas(seen, ground.seen) : [];
  if (broken.length > 0)
    await work((context) => {
      for (const { form, header, formula } of broken) {
        const table = ground.seen.tables.get(form);
        if (table) queueFormula(context, table, header, formula, "all");
      }
      return () => undefined;
    });
  if (dressesLines(chosen)) await dressSettings(ground, work, run);
  if (of(chosen, "renewLayouts").length > 0) await renewLayouts(ground, run);
  if (of(chosen, "renewPages").length > 0) await renewPages(ground, run);
  if (of(chosen, "renewHome").length > 0) await renewHome(ground, run);
  for (const { version } of of(chosen, "setVersion")) await setVersion(version, run);
  const left = damagesOf(await inspect(run), plan, { strict });
  progress(total, total);
  return { left };
};
