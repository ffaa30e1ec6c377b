/** R14: sheets, tables, names, lists and lines of settings that are gone. */
import { type Area, areaAddress, columnNumber } from "../../book/address";
import { fieldsOf } from "../../domain/form/form";
import { type FormKey, formOf, registerKeys } from "../../domain/forms/index";
import { type ListKey, listKeys, lists } from "../../domain/forms/lists";
import { matchHeaders, targetsOf } from "../../domain/register/match-headers";
import { problem } from "../../domain/register/problem";
import { isEmptyCell } from "../../domain/register/read-answer";
import type { RawCell } from "../../domain/register/register";
import type { Damage } from "./damage";
import { isNothing, nothing } from "../../domain/rules/nothing-to-say";
import type { Candidate, DictionarySeen, Inspected } from "./inspected";
import type { PlannedTable } from "./placement";
import { comparable } from "./placement";
import { linesBelow } from "./rows-below";
import {
  dictionaryHeaderRow,
  dictionarySheet,
  digitsName,
  homeSheet,
  listName,
  paceName,
  referredNames,
  rosterName,
  settingKeys,
  settings,
  settingsSheet,
} from "./site-sheet";

interface Run {
  readonly top: number;
  readonly left: number;
  readonly right: number;
}

/** Filled cells side by side, where no table is. */
const runsOf = ({ rows, tables }: Candidate, top: number): readonly Run[] => {
  const row = rows[top] ?? [];
  const runs: { top: number; left: number; right: number }[] = [];
  row.forEach((cell, column) => {
    const taken = tables.some(
      (table) => column >= table.left && column <= table.right && top >= table.top && top <= table.bottom,
    );
    if (isEmptyCell(cell) || taken) return;
    const last = runs.at(-1);
    // No table has two columns of one name: there the next one begins.
    const isTwice = last !== undefined && row.slice(last.left, column).includes(cell);
    if (last?.right === column - 1 && !isTwice) last.right = column;
    else runs.push({ top, left: column, right: column });
  });
  return runs;
};

const headerRows = 10;

/** The lost table's header row among the first of a sheet, with the columns beside it that people added. */
export const rangeIn = (key: FormKey, candidate: Candidate): Area | undefined => {
  const form = formOf(key);
  const targets = targetsOf(form);
  const runs = candidate.rows.slice(0, headerRows).flatMap((_, top) => runsOf(candidate, top));
  const matched = (run: Run): number =>
    matchHeaders(targets, (candidate.rows[run.top] ?? []).slice(run.left, run.right + 1)).filter(
      ({ key: known }) => known !== undefined,
    ).length;
  const best = runs.map((run) => ({ run, found: matched(run) })).sort((a, b) => b.found - a.found)[0];
  if (best === undefined || best.found < 2 || best.found * 2 < targets.length) return undefined;
  const { top, left, right } = best.run;
  // The small tables end where a row is empty: notes stand below them.
  let bottom = top;
  const filled = (row: number): boolean =>
    (candidate.rows[row] ?? []).slice(left, right + 1).some((cell) => !isEmptyCell(cell));
  while (filled(bottom + 1)) bottom++;
  if ((registerKeys as readonly string[]).includes(key)) bottom = Math.max(bottom, candidate.bottom);
  return { top, left, right, bottom: Math.max(top + 1, bottom) };
};

/** A table of the same columns under another name. */
export const renamedIn = (key: FormKey, candidate: Candidate): string | undefined => {
  const captions = fieldsOf(formOf(key)).map(([, { caption }]) => caption);
  return candidate.tables.find(({ top, left, right }) => {
    const headers = (candidate.rows[top] ?? []).slice(left, right + 1);
    return captions.filter((caption) => headers.includes(caption)).length * 2 >= captions.length;
  })?.name;
};

const lostTable = (key: FormKey, planned: PlannedTable, { candidates, sheets }: Inspected): Damage => {
  const form = formOf(key);
  const facts = { table: form.title };
  /** On another sheet it may be a copy that people made. */
  const home = ({ sheet }: Candidate): Pick<Damage, "sure" | "instead"> =>
    sheet === planned.sheet.name || !sheets.some(({ name }) => name === planned.sheet.name)
      ? { sure: sheet === planned.sheet.name }
      : { sure: false, instead: [{ kind: "addTable", form: key, sheet: planned.sheet.name }] };
  for (const candidate of candidates) {
    const name = renamedIn(key, candidate);
    if (name !== undefined)
      return {
        problem: problem("tableRenamed", { form: key, sheet: candidate.sheet, facts: { ...facts, name } }),
        repair: [{ kind: "renameTable", form: key, from: name }],
        ...home(candidate),
      };
    const range = rangeIn(key, candidate);
    if (range === undefined) continue;
    const address = areaAddress(range);
    return {
      problem: problem("tableIsRange", {
        form: key,
        sheet: candidate.sheet,
        facts: { ...facts, range: address },
      }),
      repair: [{ kind: "remakeTable", form: key, sheet: candidate.sheet, range: address }],
      ...home(candidate),
    };
  }
  const { name } = planned.sheet;
  const isThere = sheets.some((each) => each.name === name);
  return {
    problem: problem("tableMissing", { form: key, sheet: name, facts }),
    repair: [isThere ? { kind: "addTable", form: key, sheet: name } : { kind: "addSheet", sheet: name }],
    sure: true,
  };
};

const about = (sheet: string) => ({ form: "settingLines" as const, sheet });

const missingSheet = (sheet: string, form: FormKey): Damage => ({
  problem: problem(sheet === formOf("meta").sheet ? "ledgerMissing" : "sheetMissing", {
    form,
    sheet,
    facts: { name: sheet },
  }),
  repair: [{ kind: "addSheet", sheet }],
  sure: false,
});

export const lostTables = (
  inspected: Inspected,
  planned: ReadonlyMap<FormKey, PlannedTable>,
): readonly Damage[] => {
  const found: Damage[] = [];
  const offered = new Set<string>();
  for (const [key, each] of planned) {
    if (inspected.tables.has(key)) continue;
    const damage = lostTable(key, each, inspected);
    const [repair] = damage.repair;
    if (repair?.kind !== "addSheet") found.push(damage);
    else if (!offered.has(repair.sheet)) {
      offered.add(repair.sheet);
      found.push(missingSheet(repair.sheet, key));
    }
  }
  for (const sheet of [homeSheet, dictionarySheet])
    if (
      !inspected.sheets.some(({ name }) => name === sheet) &&
      !(sheet === dictionarySheet && inspected.dictionary)
    )
      found.push(missingSheet(sheet, "settingLines"));
  return found;
};

/** Names that the tables there are in need of. */
const neededNames = ({ tables }: Inspected): readonly string[] => [
  ...settingKeys.map((key) => settings[key]),
  paceName,
  rosterName,
  digitsName,
  ...(tables.has("units") ? [referredNames.units] : []),
  ...(tables.has("events") ? [referredNames.events] : []),
  ...listKeys.map(listName),
];

const isBroken = (formula: string | undefined): boolean => formula === undefined || formula.includes("#REF!");

const bare = (formula: string): string => formula.replace(/[\s'@]/gu, "");

/** A list grows wherever it ends: rows put in or taken out move its end. */
const endless = (formula: string): string => bare(formula).replace(/:(\$[A-Z]+)\$\d+/gu, ":$1");

/**
 * A name that stands for something else gives wrong figures, and a list that is held to its rows shows no new choice.
 * @param wantedOf what a name has to say where its sheets and columns stand now.
 */
export const lostNames = (
  inspected: Inspected,
  plannedName: (name: string) => string | undefined,
  wantedOf: (name: string) => string | undefined,
): readonly Damage[] =>
  neededNames(inspected).flatMap((name): readonly Damage[] => {
    const formula = inspected.names.get(name);
    const wanted = plannedName(name);
    // A name of a table's column is an address after the table was plain cells for a while.
    const other =
      wanted?.includes("[") === true && formula !== undefined && comparable(formula) !== comparable(wanted);
    const now = wanted?.includes("[") === true ? undefined : wantedOf(name);
    const astray = now !== undefined && formula !== undefined && endless(formula) !== endless(now);
    if (!isBroken(formula) && !other && !astray) return [];
    return [
      {
        problem:
          isBroken(formula) || formula === undefined
            ? problem("nameMissing", { ...about(settingsSheet), facts: { name } })
            : problem("nameElsewhere", {
                ...about(settingsSheet),
                facts: { name, stands: formula.slice(1) },
              }),
        repair: [{ kind: "addName", name }],
        sure: true,
      },
    ];
  });

export const lostLines = ({ lines, tables }: Inspected): readonly Damage[] => {
  if (lines === undefined) return [];
  // One more with the default would be read before the one that holds the answer.
  const there = [...lines, ...linesBelow(tables.get("settingLines"))];
  return settingKeys
    .filter((key) => !there.includes(settings[key]))
    .map((key) => ({
      problem: problem("settingLineGone", {
        ...about(tables.get("settingLines")?.sheet ?? settingsSheet),
        facts: { line: settings[key] },
      }),
      repair: [{ kind: "addSettingLine", key }],
      sure: true,
    }));
};

/** The row of titles: where most of them stand. */
export const titleRowOf = (cells: readonly (readonly RawCell[])[]): number => {
  const titles = new Set(listKeys.map((key): string => lists[key].title));
  const counts = cells
    .slice(0, 20)
    .map((row) => row.filter((cell) => titles.has(String(cell ?? "").trim())).length);
  const most = Math.max(0, ...counts);
  return most === 0 ? dictionaryHeaderRow : counts.indexOf(most);
};

/**
 * A list's column as it should stand below its title: nothing empty between its choices, and R3's `/` among them.
 * `undefined` where it stands so. Of the same length at least, so that it can be written over the former one.
 */
export const closedList = (
  cells: readonly (readonly RawCell[])[],
  column: number,
): readonly RawCell[] | undefined => {
  const below = cells.slice(titleRowOf(cells) + 1).map((row) => row[column] ?? null);
  const choices = below.filter((cell) => !isEmptyCell(cell));
  const all = choices.some((cell) => isNothing(String(cell))) ? choices : [nothing, ...choices];
  const closed = [...all, ...below.slice(all.length).map(() => null)];
  return closed.every((cell, at) => (cell ?? "") === (below[at] ?? "")) ? undefined : closed;
};

/** Where a list stands on 字典; -1 where nowhere. */
export const listColumn = (cells: readonly (readonly RawCell[])[], key: ListKey): number =>
  (cells[titleRowOf(cells)] ?? []).findIndex((cell) => String(cell ?? "").trim() === lists[key].title);

/** A choice that somebody cleared leaves an empty line in every drop-down, and Excel then takes anything. */
const openList = (key: ListKey, { sheet, cells }: DictionarySeen): readonly Damage[] => {
  const column = listColumn(cells, key);
  if (column < 0 || closedList(cells, column) === undefined) return [];
  return [
    {
      problem: problem("listOpen", { ...about(sheet), facts: { list: lists[key].title } }),
      repair: [{ kind: "closeList", list: key }],
      sure: true,
    },
  ];
};

export const lostLists = ({ dictionary, names }: Inspected): readonly Damage[] => {
  if (dictionary === undefined) return [];
  const { sheet, cells } = dictionary;
  const titles = (cells[titleRowOf(cells)] ?? []).map((cell) => String(cell ?? "").trim());
  const known = new Set(listKeys.map((key): string => lists[key].title));
  return listKeys.flatMap((key): readonly Damage[] => {
    const { title } = lists[key];
    if (titles.includes(title)) return openList(key, dictionary);
    const letters = /!\$([A-Z]{1,3})\$/u.exec(names.get(listName(key)) ?? "")?.[1];
    const column = letters === undefined ? -1 : columnNumber(letters);
    const header = titles[column] ?? "";
    if (
      column >= 0 &&
      !known.has(header) &&
      cells.some((row, at) => at > titleRowOf(cells) && !isEmptyCell(row[column]))
    )
      return [
        {
          problem: problem("listRenamed", { ...about(sheet), facts: { list: title, header } }),
          repair: [{ kind: "renameList", list: key, column }],
          sure: true,
        },
      ];
    return [
      {
        problem: problem("listMissing", { ...about(sheet), facts: { list: title } }),
        repair: [{ kind: "addList", list: key }],
        sure: true,
      },
    ];
  });
};
