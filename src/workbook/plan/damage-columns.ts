/** R14: columns of a table that were lost, renamed or moved. A user's own column is never taken for one by guess. */
import type { Field } from "../../domain/form/field";
import { fieldsOf } from "../../domain/form/form";
import { formOf } from "../../domain/forms/index";
import { matchHeaders, targetsOf } from "../../domain/register/match-headers";
import { type Problem, problem } from "../../domain/register/problem";
import type { Damage } from "./damage";
import type { Renamed } from "./formula-spelling";
import type { TableSeen } from "./inspected";
import { likeness } from "./likeness";
import { formulaOf } from "./formulas";

/** Places that are in order already and need not move: the longest run of growing numbers. */
const settled = (order: readonly number[]): ReadonlySet<number> => {
  const best: { readonly length: number; readonly before: number }[] = [];
  order.forEach((value, at) => {
    let longest = { length: 1, before: -1 };
    for (let other = 0; other < at; other++) {
      const length = (best[other]?.length ?? 0) + 1;
      if ((order[other] ?? 0) < value && length > longest.length) longest = { length, before: other };
    }
    best.push(longest);
  });
  let at = best.reduce((top, { length }, place) => (length > (best[top]?.length ?? 0) ? place : top), 0);
  const kept = new Set<number>();
  while (at >= 0 && order[at] !== undefined) {
    kept.add(order[at] ?? 0);
    at = best[at]?.before ?? -1;
  }
  return kept;
};

export interface ColumnDamage {
  readonly damages: readonly Damage[];
  /** Columns of ours under other names, as far as that is sure. */
  readonly renamed: readonly Renamed[];
  /** Those that people are asked about. */
  readonly perhaps: readonly Renamed[];
}

const enough = 0.8;

export const columnDamages = (seen: TableSeen): ColumnDamage => {
  const form = formOf(seen.key);
  const fields = fieldsOf(form);
  const captions = new Set(fields.map(([, { caption }]) => caption));
  const missing = fields.filter(([, { caption }]) => !seen.headers.includes(caption));
  const strangers = seen.headers.flatMap((header, at) => (captions.has(header) ? [] : [{ header, at }]));
  const about = (code: Problem["code"], caption: string, key: string, more: Problem["facts"] = {}): Problem =>
    problem(code, {
      form: seen.key,
      sheet: seen.sheet,
      key,
      caption,
      facts: { column: caption, ...more },
    });
  const damages: Damage[] = [];
  const renamed: Renamed[] = [];
  const perhaps: Renamed[] = [];
  const rename = (key: string, caption: string, header: string): void => {
    renamed.push({ table: form.table, from: header, to: caption });
    damages.push({
      problem: about("columnRenamed", caption, key, { header }),
      repair: [{ kind: "renameColumn", form: seen.key, from: header, to: caption }],
      sure: true,
    });
  };
  const targets = targetsOf(form).filter(({ key }) => missing.some(([each]) => each === key));
  const wordings = matchHeaders(
    targets,
    strangers.map(({ header }) => header),
  );
  const known = new Map(wordings.flatMap(({ key, column }) => (key === undefined ? [] : [[key, column]])));
  const taken = new Set(known.values());
  /** Unclaimed columns between the nearest neighbours of the plan. */
  const gapOf = (key: string): readonly { readonly header: string; readonly at: number }[] => {
    const at = fields.findIndex(([each]) => each === key);
    const place = (index: number): number => seen.headers.indexOf(fields[index]?.[1].caption ?? "");
    let before = at - 1;
    while (before >= 0 && place(before) < 0) before--;
    let after = at + 1;
    while (after < fields.length && place(after) < 0) after++;
    const [from, to] = [
      before < 0 ? -1 : place(before),
      after < fields.length ? place(after) : seen.headers.length,
    ];
    return strangers.filter((each, index) => !taken.has(index) && each.at > from && each.at < to);
  };
  /** How much the column at this place looks like the one that is gone. */
  const likeAt = (key: string, field: Field, at: number): number | undefined => {
    const formula = formulaOf(seen.key, key);
    const first = String(seen.firstFormulas[at] ?? "");
    if (formula !== undefined) return first.startsWith("=") ? 1 : 0;
    return first.startsWith("=")
      ? 0
      : likeness(
          field,
          seen.samples.map((row) => row[at] ?? null),
        );
  };
  for (const [key, field] of missing) {
    const { caption } = field;
    const wording = known.get(key);
    if (wording !== undefined) {
      rename(key, caption, strangers[wording]?.header ?? "");
      continue;
    }
    const add: Damage = {
      problem: about("columnMissing", caption, key),
      repair: [{ kind: "addColumn", form: seen.key, key }],
      sure: true,
    };
    const gap = gapOf(key);
    const rivals = missing.filter(([other]) =>
      gapOf(other).some(({ at }) => gap.some((each) => each.at === at)),
    );
    // Two columns of ours are gone where others stand: which is which nobody can tell.
    const told = rivals.length > 1 ? [] : gap.map((each) => ({ ...each, like: likeAt(key, field, each.at) }));
    const like = told.filter((each) => each.like !== undefined && each.like >= enough);
    const [only] = like;
    if (only !== undefined && like.length === 1) {
      rename(key, caption, only.header);
      continue;
    }
    // One of several, or of nothing by which it could be told: the one that stands nearest to its place is asked about.
    const asked = only ?? told.find((each) => each.like === undefined);
    if (asked === undefined) {
      damages.push(add);
      continue;
    }
    perhaps.push({ table: form.table, from: asked.header, to: caption });
    damages.push({
      problem: about("columnRenamedPerhaps", caption, key, { header: asked.header }),
      repair: [{ kind: "renameColumn", form: seen.key, from: asked.header, to: caption }],
      instead: [{ kind: "addColumn", form: seen.key, key }],
      sure: false,
    });
  }
  const names = seen.headers.map((header) => renamed.find(({ from }) => from === header)?.to ?? header);
  const order = names.flatMap((header) => {
    const at = fields.findIndex(([, { caption }]) => caption === header);
    return at < 0 ? [] : [at];
  });
  const kept = settled(order);
  for (const at of [...order].sort((a, b) => a - b)) {
    const [key, field] = fields[at] ?? [];
    if (kept.has(at) || key === undefined || field === undefined) continue;
    damages.push({
      problem: about("columnMoved", field.caption, key),
      repair: [{ kind: "moveColumn", form: seen.key, key }],
      sure: true,
    });
  }
  return { damages, renamed, perhaps };
};
