/** What a report's text may not do: shapes that Citus refuses or answers slowly, spellings that engines read unlike. */
import { undistributed } from "../../../src/dataset/engines/citus";
import { tableNames, tables } from "../../../src/dataset/tables";
import {
  brackets,
  clausesOf,
  flat,
  isQuery,
  type Node,
  queryOf,
  type Source,
  sourcesOf,
  splitAt,
  treeOf,
} from "./sql-tree";

/** By name: whether its rows are spread over machines. */
type Spread = ReadonlyMap<string, boolean>;

const baseTables: Spread = new Map(tableNames.map((name) => [name, !undistributed.includes(name)]));
const onKey = /\. phone_key = \w+ \. phone_key/u;

const isSpread = (source: Source, known: Spread): boolean =>
  typeof source.reads === "string" ? (known.get(source.reads) ?? true) : readsSpread(source.reads, known);

const readsSpread = (query: readonly Node[], known: Spread): boolean => {
  const { ctes, selects } = queryOf(query);
  const names = namesWith(ctes, known);
  return selects.some((select) =>
    sourcesOf(clausesOf(select).from ?? []).some((source) => isSpread(source, names)),
  );
};

/** A materialized part is gathered in one place: what reads it reads one small table. */
const namesWith = (ctes: ReturnType<typeof queryOf>["ctes"], known: Spread): Spread => {
  const names = new Map(known);
  for (const { name, materialized, query } of ctes) {
    // What reads itself adds nothing to itself.
    names.set(name, false);
    names.set(name, !materialized && readsSpread(query, names));
  }
  return names;
};

const lastWord = (nodes: readonly Node[]): string => nodes.findLast((node) => typeof node === "string") ?? "";
const listsKey = (list: readonly Node[]): boolean =>
  splitAt(list, ",").some((item) => lastWord(item) === "phone_key");

const joinFaults = (sources: readonly Source[], known: Spread): readonly string[] => {
  const faults: string[] = [];
  let spreadBefore = false;
  for (const [index, source] of sources.entries()) {
    const spread = isSpread(source, known);
    if (index > 0 && spread) {
      if (source.join === ",") faults.push("a join without ON over spread tables");
      else if (source.join.includes("full")) faults.push("a full join over spread tables");
      else if (spreadBefore && !onKey.test(flat(source.on)))
        faults.push("spread tables joined not on phone_key");
      else if (!spreadBefore && source.join.includes("left"))
        faults.push("a small table on the outer side of a spread one");
    }
    spreadBefore ||= spread;
  }
  return faults;
};

const windowFaults = (select: readonly Node[], spread: boolean): readonly string[] => {
  if (!spread) return [];
  const whole = [select, ...brackets(select).filter((each) => !isQuery(each))];
  return whole.flatMap((level) =>
    level.flatMap((node, at) => {
      const window = level[at + 1];
      if (node !== "over" || typeof window === "string" || window === undefined) return [];
      const [, partition = []] = splitAt(window, "partition");
      const [by = []] = splitAt(partition.slice(1), "order", "rows", "range");
      return listsKey(by) ? [] : ["a window over spread rows that is not by phone_key"];
    }),
  );
};

const countsDistinct = (select: readonly Node[]): boolean =>
  [select, ...brackets(select).filter((each) => !isQuery(each))].some((level) =>
    level.some((node, at) => {
      const inner = level[at + 1];
      return node === "count" && typeof inner !== "string" && inner?.[0] === "distinct";
    }),
  );

const selectFaults = (select: readonly Node[], known: Spread): readonly string[] => {
  const clauses = clausesOf(select);
  const sources = sourcesOf(clauses.from ?? []);
  const spread = sources.some((source) => isSpread(source, known));
  const inFrom = sources.flatMap(({ reads }) => (typeof reads === "string" ? [] : [reads]));
  const expressions = brackets(select).filter((each) => isQuery(each) && !inFrom.includes(each));
  return [
    ...joinFaults(sources, known),
    ...windowFaults(select, spread),
    ...(spread && countsDistinct(select) && !listsKey(clauses.group ?? [])
      ? ["count(distinct) over spread rows that is not grouped by phone_key"]
      : []),
    ...(expressions.some((each) => readsSpread(each, known) && !onKey.test(flat(each)))
      ? ["a query inside an expression over a spread table that is not on phone_key"]
      : []),
    ...inFrom.flatMap((each) => queryFaults(each, known)),
  ];
};

const keyPlace = (select: readonly Node[]): number =>
  splitAt(clausesOf(select).select ?? [], ",").findIndex((item) => lastWord(item) === "phone_key");

const queryFaults = (query: readonly Node[], known: Spread): readonly string[] => {
  const { recursive, ctes, selects, setOperations } = queryOf(query);
  const names = namesWith(ctes, known);
  const last = clausesOf(selects.at(-1) ?? []);
  const spreadLeaves = selects.some((select) =>
    sourcesOf(clausesOf(select).from ?? []).some((source) => isSpread(source, names)),
  );
  const places = new Set(selects.map(keyPlace));
  return [
    ...ctes.flatMap((cte) => queryFaults(cte.query, names)),
    ...selects.flatMap((select) => selectFaults(select, names)),
    ...(recursive && /\b(?:visits|calls|followups|grades|deals|clients|phones)\b/u.test(flat(query))
      ? ["recursion beside spread tables"]
      : []),
    ...(setOperations.length > 0 && (last.limit ?? last.offset ?? last.fetch) !== undefined
      ? ["LIMIT on a UNION that is not wrapped"]
      : []),
    ...(setOperations.length > 0 && spreadLeaves && (places.size > 1 || places.has(-1))
      ? ["a UNION of spread rows whose phone_key does not stand in one place"]
      : []),
  ];
};

/** Shapes that Citus cannot push down to the machines, or refuses. */
export const citusFaults = (text: string): readonly string[] => {
  const tree = treeOf(text);
  const words = flat(tree);
  return [
    ...(/\b(?:grouping sets|cube|rollup)\b/u.test(words) ? ["GROUPING SETS, CUBE or ROLLUP"] : []),
    ...queryFaults(tree, baseTables),
  ];
};

const textColumns = new Set(
  tableNames.flatMap((name) =>
    tables[name].columns.filter(({ type }) => type === "text").map((column) => column.name),
  ),
);
/** Named so in the texts, and no column of a table. */
const textNames = new Set([...textColumns, "method", "referrer_no"]);

const unsorted = (item: readonly Node[]): boolean => {
  const key = item.filter((node) => !["asc", "desc", "nulls", "first", "last"].includes(String(node)));
  const words = flat(key);
  if (words.endsWith('collate "C"')) return false;
  return textNames.has(lastWord(key)) || /as (?:text|varchar)\b/u.test(words) || words.includes("collate");
};

const orderItems = (nodes: readonly Node[]): readonly (readonly Node[])[] =>
  [nodes, ...brackets(nodes)].flatMap((level) =>
    level.flatMap((node, at) => {
      if (node !== "order" || level[at + 1] !== "by") return [];
      const [list = []] = splitAt(level.slice(at + 2), "rows", "range", "limit", "offset", "fetch");
      return splitAt(list, ",");
    }),
  );

const smallestText = (nodes: readonly Node[]): boolean =>
  [nodes, ...brackets(nodes)].some((level) =>
    level.some((node, at) => {
      const inner = level[at + 1];
      return (
        (node === "min" || node === "max") &&
        inner !== undefined &&
        typeof inner !== "string" &&
        textNames.has(lastWord(inner))
      );
    }),
  );

const unlike: readonly (readonly [fault: string, words: RegExp])[] = [
  [
    "a spelling of one engine's own",
    /::|\bilike\b|\bqualify\b|\bdistinct on\b|\bexclude\b|~|\bany_value\b|\blist\b/u,
  ],
  ["the clock", /\b(?:now|today|current_date|current_timestamp|localtimestamp)\b(?! as)/u],
  ["letters by the server's locale", /\b(?:lower|upper|initcap|like|similar)\b/u],
  [
    "an average or a rounding, which each engine does in its own way",
    /\b(?:avg|round|trunc|stddev\w*|mod)\b|%/u,
  ],
  ["a number divided as no double", /(?<!as double precision \)) \//u],
  ["an order of rows made by groups of positions", /\b(?:group|order) by \d/u],
];

/** Spellings that DuckDB and PostgreSQL read, or sort, unlike. */
export const engineFaults = (text: string): readonly string[] => {
  const tree = treeOf(text);
  const words = flat(tree);
  const uncast = [...words.matchAll(/(\w+ \( )?(\$\w+)( as \w+ \))?/gu)].filter(
    ([, before, , after]) => before !== "cast ( " || after === undefined,
  );
  return [
    ...unlike.flatMap(([fault, sign]) => (sign.test(words.replaceAll(/\$\w+/gu, "?")) ? [fault] : [])),
    ...(uncast.length > 0 ? ["a parameter without its type"] : []),
    ...(orderItems(tree).some(unsorted) ? ['text sorted without collate "C"'] : []),
    ...(smallestText(tree) ? ['the least text without collate "C"'] : []),
    ...(clausesOf(queryOf(tree).selects.at(-1) ?? []).order === undefined ? ["no order at all"] : []),
  ];
};
