/**
 * A site's workbook in its plainest form: tables, settings, number formats, and formulas where the sheet computes.
 * What the tests need of one, whatever the plan makes of looks and rules.
 */
import { areaAddress, cellAddress } from "../../../src/book/address";
import type { Block, Book, Cell, Sheet, Table } from "../../../src/book/book";
import { fieldsOf } from "../../../src/domain/form/form";
import { binder, type FormKey, formOf, registersBySheet } from "../../../src/domain/forms/index";
import { listKeys, lists } from "../../../src/domain/forms/lists";
import type { Answer } from "../../../src/domain/register/register";
import { cellOf, numberFormatOf } from "../../../src/workbook/plan/cells";
import { leftOf } from "../../../src/workbook/plan/references";
import { listName, settings } from "../../../src/workbook/plan/site-sheet";

export type Records = readonly Readonly<Record<string, Answer>>[];
export type Filled = Readonly<Partial<Record<FormKey, Records>>>;

const plainSheet = (name: string, visibility: Sheet["visibility"] = "visible"): Sheet => ({
  name,
  visibility,
  showGridlines: true,
  blocks: [],
  looks: [],
  columns: [],
  rows: [],
  merges: [],
  links: [],
  tables: [],
  validations: [],
  highlights: [],
});

interface Part {
  readonly blocks: readonly Block[];
  readonly table: Table;
  readonly looks: Sheet["looks"];
}

/** @param row the header's, from 0. */
const tableAt = (
  key: FormKey,
  row: number,
  left: number,
  records: Records,
  more: readonly string[],
): Part => {
  const form = formOf(key);
  const fields = fieldsOf(form);
  const computed = (at: number): boolean => {
    const field = fields[at]?.[1];
    return field?.kind === "computed" && field.by === "sheet";
  };
  const captions = [...fields.map(([, field]) => field.caption), ...more];
  const formula = "=ROW()*2";
  const rows = (records.length > 0 ? records : [{}]).map((record: Readonly<Record<string, Answer>>) =>
    captions.map((caption, at): Cell => {
      if (computed(at)) return { formula, value: 0 };
      const [name, field] = fields[at] ?? [caption, undefined];
      const answer = record[name];
      return answer === undefined ? null : field ? cellOf(field, answer) : answer;
    }),
  );
  const area = { top: row, left, bottom: row + rows.length, right: left + captions.length - 1 };
  return {
    blocks: [{ at: cellAddress(row, left), rows: [captions, ...rows] }],
    table: {
      name: form.table,
      range: areaAddress(area),
      columns: captions.map((name, at) => (computed(at) ? { name, formula } : { name })),
      style: "TableStyleLight9",
      bandedRows: false,
      filterButtons: true,
    },
    looks: fields.map(([, field], at) => ({
      range: areaAddress({ top: row + 1, bottom: 1_048_575, left: left + at, right: left + at }),
      look: { numberFormat: numberFormatOf(field) },
    })),
  };
};

const withParts = (sheet: Sheet, parts: readonly Part[], blocks: readonly Block[] = []): Sheet => ({
  ...sheet,
  blocks: [...blocks, ...parts.flatMap((part) => part.blocks)],
  looks: parts.flatMap((part) => part.looks),
  tables: parts.map((part) => part.table),
});

const cadence: Records = ["A", "B", "C"].map((grade, at) => ({
  policy: "000",
  grade,
  first: at === 2 ? 1 : at + 2,
  earliest: at === 2 ? 3 : 1,
  latest: [2, 3, 7][at] ?? 0,
}));

/** Invented people of an invented house. */
export const roster: Records = ["王芳", "李强"].map((name) => ({ name, active: "是", group: "一组" }));

export interface PlainSite {
  readonly filled?: Filled;
  /** The users' own columns, at the right end. */
  readonly strangers?: Readonly<Partial<Record<FormKey, readonly string[]>>>;
  readonly without?: readonly FormKey[];
}

export const plainSite = ({ filled = {}, strangers = {}, without = [] }: PlainSite = {}): Book => {
  const part = (key: FormKey, row: number, left = 0): Part[] =>
    without.includes(key) ? [] : [tableAt(key, row, left, filled[key] ?? [], strangers[key] ?? [])];
  const values: Partial<Record<keyof typeof settings, Cell>> = {
    project: "示例花园",
    place: "洛阳",
    region: "LY",
    areaCode: "0379",
    policy: "000",
  };
  const registers = registersBySheet
    .filter((keys) => keys.some((key) => !without.includes(key)))
    .map((keys) => {
      const form = binder[keys[0]];
      return withParts(
        plainSheet(form.sheet),
        keys.flatMap((key) => part(key, 3, leftOf(key))),
        [{ at: "A1", rows: [[form.title]] }],
      );
    });
  const lines: Records = Object.entries(settings).map(([key, name]) => {
    const value = values[key as keyof typeof settings];
    return typeof value === "string" || typeof value === "number" ? { name, value } : { name };
  });
  const settingsSheet = withParts(plainSheet("设置"), [
    ...(without.includes("settingLines") ? [] : [tableAt("settingLines", 3, 0, lines, [])]),
    ...part("consultants", 30),
    tableAt("cadence", 30, 5, cadence, []),
    ...part("signals", 30, 12),
  ]);
  const dictionary: Sheet = {
    ...plainSheet("字典"),
    blocks: listKeys.map((key, at) => ({
      at: cellAddress(2, at),
      rows: [[lists[key].title], ["/"], ...lists[key].choices.map((choice) => [choice])],
    })),
    looks: [{ range: "A:AZ", look: { numberFormat: "@" } }],
  };
  const kept = withParts(plainSheet("_案场簿", "veryHidden"), [
    ...part("counters", 0),
    ...part("meta", 0, 4),
  ]);
  return {
    sheets: [
      ...registers,
      settingsSheet,
      dictionary,
      withParts(plainSheet("校验结果"), part("problems", 3)),
      kept,
    ],
    names: listKeys.slice(0, 3).map((key, at) => ({
      name: listName(key),
      refersTo: `=字典!$${"ABC"[at] ?? "A"}$4:$${"ABC"[at] ?? "A"}$20`,
    })),
  };
};
