/** Counting by groups (R18): whoever belongs to none is a row of its own, and the parts add up to the total. */
import { plus, yuanOf } from "../kit/money";
import { plain } from "../kit/text";
import {
  type Cell,
  type Column,
  firms,
  type Table,
  type TableChart,
  totalCaption,
  unknown,
  type Wording,
} from "./report";

export interface Measure<Item> {
  readonly column: Column;
  /** What one item adds. */
  readonly of: (item: Item) => number;
}

export interface Rate {
  readonly column: Column;
  /** Places of the measures that are divided. */
  readonly part: number;
  readonly whole: number;
}

export interface Tally<Item> {
  readonly key: string;
  readonly title: Wording;
  /** Names the rows. */
  readonly label: Wording;
  readonly items: readonly Item[];
  /** Nothing: 未知. Several: the item counts once in each of them, and so often in the total. */
  readonly group: (item: Item) => readonly string[];
  readonly measures: readonly [Measure<Item>, ...Measure<Item>[]];
  /** These first, in this order; others by size. */
  readonly order?: readonly string[];
  /** Shown at nought too, where anything was counted at all. */
  readonly always?: readonly string[];
  /** 占比, of the first measure. */
  readonly share?: boolean;
  readonly rates?: readonly Rate[];
  /** Groups at most; the smallest are counted together. */
  readonly most?: number;
  readonly chart?: TableChart["kind"];
  readonly note?: string;
}

/** Counts are whole; amounts are added in decimal arithmetic (R12). */
const add = (a: number, b: number): number =>
  Number.isSafeInteger(a) && Number.isSafeInteger(b) ? a + b : plus(yuanOf(a), yuanOf(b));

export const sumOf = (values: Iterable<number>): number => {
  let sum = 0;
  for (const value of values) sum = add(sum, value);
  return sum;
};

export const ratio = (part: number, whole: number): Cell => (whole === 0 ? null : part / whole);

const longestLabel = 24;

/** One spelling, and no longer than a row's name may be. */
const labelOf = (text: string): string => {
  const label = plain(text);
  if (label === "") return unknown;
  return label.length <= longestLabel ? label : [...label].slice(0, longestLabel).join("");
};

/** The groups of an item, each once; 未知 where it has none. */
const groupsOf = (said: readonly string[]): readonly string[] => {
  const known = [...new Set(said.map(labelOf))].filter((label) => label !== unknown);
  return known.length === 0 ? [unknown] : known;
};

const isApart = (label: string): boolean => label === unknown || label === firms;

/** Labels as the rows stand: in order, others by size, firms and 未知 last. */
const arranged = (
  sizes: ReadonlyMap<string, number>,
  order: readonly string[],
  always: readonly string[],
): readonly string[] => {
  const place = new Map(order.map((label, at) => [label, at]));
  const present = [...new Set([...(sizes.size === 0 ? [] : always), ...sizes.keys()])];
  const rank = (label: string): number =>
    label === unknown
      ? order.length + 2
      : label === firms
        ? order.length + 1
        : (place.get(label) ?? order.length);
  return present.sort(
    (a, b) => rank(a) - rank(b) || (sizes.get(b) ?? 0) - (sizes.get(a) ?? 0) || (a < b ? -1 : a > b ? 1 : 0),
  );
};

interface Line {
  readonly label: string;
  readonly sums: readonly number[];
}

const together = (lines: readonly Line[], measures: number): readonly number[] =>
  Array.from({ length: measures }, (_, at) => sumOf(lines.map(({ sums }) => sums[at] ?? 0)));

/** The smallest of too many groups become one row, before firms and 未知. */
const cut = (lines: readonly Line[], most: number, measures: number): readonly Line[] => {
  const named = lines.filter(({ label }) => !isApart(label));
  if (named.length <= most) return lines;
  const bySize = [...named].sort((a, b) => (b.sums[0] ?? 0) - (a.sums[0] ?? 0));
  const kept = new Set(bySize.slice(0, most - 1));
  const rest = named.filter((line) => !kept.has(line));
  return [
    ...named.filter((line) => kept.has(line)),
    { label: `其余 ${rest.length} 项`, sums: together(rest, measures) },
    ...lines.filter(({ label }) => isApart(label)),
  ];
};

const shareColumn: Column = { zh: "占比", en: "Share", kind: "share" };

export const tally = <Item>(plan: Tally<Item>): Table => {
  const { measures, order = [], always = [], share = false, rates = [] } = plan;
  const sums = new Map<string, number[]>();
  const total = measures.map(() => 0);
  for (const item of plan.items) {
    const worth = measures.map(({ of }) => of(item));
    for (const label of groupsOf(plan.group(item))) {
      const own = sums.get(label) ?? measures.map(() => 0);
      sums.set(label, own);
      worth.forEach((value, at) => {
        own[at] = add(own[at] ?? 0, value);
        total[at] = add(total[at] ?? 0, value);
      });
    }
  }
  const sizes = new Map([...sums].map(([label, own]) => [label, own[0] ?? 0]));
  const lines = cut(
    arranged(sizes, order, always).map((label) => ({
      label,
      sums: sums.get(label) ?? measures.map(() => 0),
    })),
    plan.most ?? Number.POSITIVE_INFINITY,
    measures.length,
  );
  const cells = (label: string, own: readonly number[]): readonly Cell[] => [
    label,
    ...own,
    ...(share ? [ratio(own[0] ?? 0, total[0] ?? 0)] : []),
    ...rates.map(({ part, whole }) => ratio(own[part] ?? 0, own[whole] ?? 0)),
  ];
  return {
    key: plan.key,
    title: plan.title,
    columns: [
      { ...plan.label, kind: "text" },
      ...measures.map(({ column }) => column),
      ...(share ? [shareColumn] : []),
      ...rates.map(({ column }) => column),
    ],
    rows: lines.map(({ label, sums: own }) => cells(label, own)),
    total: cells(totalCaption.zh, total),
    ...(plan.chart !== undefined && { chart: { kind: plan.chart, columns: [1] } }),
    ...(plan.note !== undefined && { note: plan.note }),
  };
};

export interface CrossTally<Item> {
  readonly key: string;
  readonly title: Wording;
  readonly label: Wording;
  readonly items: readonly Item[];
  /** One group of each kind; "" is 未知. */
  readonly row: (item: Item) => string;
  readonly column: (item: Item) => string;
  readonly rowOrder?: readonly string[];
  readonly columnOrder?: readonly string[];
  readonly alwaysRows?: readonly string[];
  readonly chart?: TableChart["kind"];
  readonly note?: string;
  /** Columns at most, beside 合计; 6 when not said. */
  readonly most?: number;
}

/** Groups by groups: every row adds up to its 合计, every column to the total. */
export const crossTally = <Item>(plan: CrossTally<Item>): Table => {
  const { items, rowOrder = [], columnOrder = [], alwaysRows = [], most = 6 } = plan;
  const counts = new Map<string, Map<string, number>>();
  const [rowSizes, columnSizes] = [new Map<string, number>(), new Map<string, number>()];
  const grow = (into: Map<string, number>, key: string): void => void into.set(key, (into.get(key) ?? 0) + 1);
  for (const item of items) {
    const [row, column] = [labelOf(plan.row(item)), labelOf(plan.column(item))];
    const own = counts.get(row) ?? new Map<string, number>();
    counts.set(row, own);
    grow(own, column);
    grow(rowSizes, row);
    grow(columnSizes, column);
  }
  const all = arranged(columnSizes, columnOrder, []);
  const named = all.filter((label) => !isApart(label));
  const bySize = [...named].sort((a, b) => (columnSizes.get(b) ?? 0) - (columnSizes.get(a) ?? 0));
  const kept = new Set(named.length <= most ? named : bySize.slice(0, most - 1));
  const rest = named.filter((label) => !kept.has(label));
  const heads: readonly { readonly caption: string; readonly of: readonly string[] }[] = [
    ...named.filter((label) => kept.has(label)).map((label) => ({ caption: label, of: [label] })),
    ...(rest.length === 0 ? [] : [{ caption: `其余 ${rest.length} 项`, of: rest }]),
    ...all.filter(isApart).map((label) => ({ caption: label, of: [label] })),
  ];
  const labels = arranged(rowSizes, rowOrder, alwaysRows);
  return {
    key: plan.key,
    title: plan.title,
    columns: [
      { ...plan.label, kind: "text" },
      ...heads.map(({ caption }): Column => ({ zh: caption, en: caption, kind: "count" })),
      { ...totalCaption, kind: "count" },
    ],
    rows: labels.map((label) => [
      label,
      ...heads.map(({ of }) => sumOf(of.map((each) => counts.get(label)?.get(each) ?? 0))),
      rowSizes.get(label) ?? 0,
    ]),
    total: [
      totalCaption.zh,
      ...heads.map(({ of }) => sumOf(of.map((each) => columnSizes.get(each) ?? 0))),
      items.length,
    ],
    ...(plan.chart !== undefined &&
      heads.length > 0 && { chart: { kind: plan.chart, columns: heads.map((_, at) => at + 1) } }),
    ...(plan.note !== undefined && { note: plan.note }),
  };
};
