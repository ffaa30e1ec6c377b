/** What turns red, amber, green or grey by itself. Addresses are relative to the first data row. */
import type { Highlight, HighlightLook } from "../../book/book";
import type { Field } from "../../domain/form/field";
import { fieldsOf, type Footnote, type Form } from "../../domain/form/form";
import { type FormKey, formOf } from "../../domain/forms/index";
import { nothing } from "../../domain/rules/nothing-to-say";
import { phoneTwice } from "./phone-twice";
import { doubled, ownHighlights } from "./register-highlights";
import { waiting } from "./palette";
import { columnOf, downFrom, downHeld, first, firstHeld, leftOf } from "./references";
import { referredNames, rosterName } from "./site-sheet";

/** Numbers and phones that stand once in their form (R1, R9); who buys twice has two reports of one number. */
const once: Readonly<Partial<Record<FormKey, readonly (readonly string[])[]>>> = {
  visitors: [["clientId"], ["phone", "mobile"]],
  grades: [["clientId"]],
  consultants: [["name"]],
  units: [["unitNo"]],
  receipts: [["no"]],
  applications: [["no"]],
  profiles: [["clientId"]],
  lostClients: [["lostId"]],
  rotation: [["consultant"]],
};

export const isUnique = (form: FormKey, key: string): boolean =>
  once[form]?.some((keys) => keys.length === 1 && keys.includes(key)) ?? false;

const isTyped = (field: Field): boolean => field.kind !== "computed" || field.by !== "sheet";

/** Neighbouring columns, first and last. */
const runs = (columns: readonly number[]): readonly (readonly [number, number])[] => {
  const found: [number, number][] = [];
  for (const column of columns) {
    const last = found.at(-1);
    if (last && last[1] === column - 1) last[1] = column;
    else found.push([column, column]);
  }
  return found;
};

const columnsWhere = (form: Form, holds: (field: Field) => boolean): readonly number[] => {
  const left = leftOf(form.key as FormKey);
  return fieldsOf(form).flatMap(([, field], column) => (holds(field) ? [left + column] : []));
};

/** Somebody has put something into the row; formulas do not count. */
const rowInUse = (form: Form): string =>
  `COUNTA(${runs(columnsWhere(form, isTyped))
    .map(([from, to]) => (from === to ? firstHeld(from) : `${firstHeld(from)}:${firstHeld(to)}`))
    .join(",")})>0`;

const asked: HighlightLook = { fill: waiting };

const empties = (form: Form): readonly Highlight[] =>
  runs(columnsWhere(form, (field) => field.need === "first" && isTyped(field))).map(([from, to]) => ({
    range: downFrom(from, to),
    formula: `=AND(${first(from)}="",${rowInUse(form)})`,
    look: asked,
  }));

const footnote = (key: FormKey, form: Form, note: Footnote): readonly Highlight[] => {
  const held = (field: string): string => firstHeld(columnOf(key, field));
  switch (note.kind) {
    case "atLeastOneOf":
      return runs(note.keys.map((field) => columnOf(key, field))).map(([from, to]) => ({
        range: downFrom(from, to),
        formula: `=AND(${note.keys.map((field) => `OR(${held(field)}="",${held(field)}="${nothing}")`).join(",")},${rowInUse(form)})`,
        look: asked,
      }));
    case "askedWhen":
      return [
        {
          range: downFrom(columnOf(key, note.key)),
          formula: `=AND(${held(note.key)}="",ISNUMBER(FIND("${note.has}",${held(note.when)})))`,
          look: asked,
        },
      ];
    // The check says it, in words: a look alone would not tell what of.
    case "agreedOn":
      return [];
    case "inOrder":
      return note.keys.slice(1).map((later, index) => {
        const earlier = held(note.keys[index] ?? later);
        return {
          range: downFrom(columnOf(key, later)),
          formula: `=AND(ISNUMBER(${earlier}),ISNUMBER(${held(later)}),${held(later)}<${earlier})`,
          look: doubled,
        };
      });
  }
};

const duplicates = (key: FormKey): readonly Highlight[] =>
  (once[key] ?? []).flatMap((keys) => {
    const columns = keys.map((field) => columnOf(key, field));
    const [from, to] = [Math.min(...columns), Math.max(...columns)];
    const cell = first(from);
    const isPhone = keys.every((field) => formOf(key).fields[field]?.kind === "phone");
    return [
      `=AND(${cell}<>"",${cell}<>"${nothing}",COUNTIF(${downHeld(from, to)},${cell})>1)`,
      ...(isPhone ? phoneTwice(from, to) : []),
    ].map((formula) => ({ range: downFrom(from, to), formula, look: doubled }));
  });

/** The name of what a drop-down offers where its rule refuses nothing. */
const offeredIn = (field: Field): string | undefined => {
  if (field.kind === "rowRef") return field.many ? undefined : referredNames[field.of];
  return field.kind === "fromRoster" && field.need !== "first" ? rosterName : undefined;
};

/** What 销控表, 活动 or the roster has not, as soon as these have anything; `/` is an answer. */
const strangers = (form: Form): readonly Highlight[] =>
  fieldsOf(form).flatMap(([key, field]): readonly Highlight[] => {
    const name = offeredIn(field);
    if (name === undefined) return [];
    const column = columnOf(form.key as FormKey, key);
    const cell = first(column);
    return [
      {
        range: downFrom(column),
        formula: `=AND(${cell}<>"",${cell}<>"${nothing}",COUNTA(${name})>0,ISERROR(MATCH(${cell},${name},0)))`,
        look: doubled,
      },
    ];
  });

export const highlightsOf = (key: FormKey): readonly Highlight[] => {
  const form = formOf(key);
  return [
    ...duplicates(key),
    ...strangers(form),
    ...ownHighlights(key),
    ...form.footnotes.flatMap((note) => footnote(key, form, note)),
    ...empties(form),
  ];
};
