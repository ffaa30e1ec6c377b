/** A text of SQL as far as its shape matters: words, and what stands in brackets. No grammar, no meaning. */

export type Node = string | readonly Node[];

const tokens =
  /--[^\n]*|'(?:[^']|'')*'|"(?:[^"]|"")*"|\$[a-z]\w*|[a-z_]\w*|\d+(?:\.\d+)?|::|<=|>=|<>|!=|\|\||[^\s\w]/giu;

/** Words in lower case, texts in quotes as `'…'`, identifiers in quotes as they stand. */
const wordsOf = (text: string): readonly string[] =>
  [...text.matchAll(tokens)]
    .map(([token]) => token)
    .filter((token) => !token.startsWith("--"))
    .map((token) => (token.startsWith("'") ? "'…'" : token.startsWith('"') ? token : token.toLowerCase()));

export const treeOf = (text: string): readonly Node[] => {
  const open: Node[][] = [[]];
  for (const word of wordsOf(text))
    if (word === "(") open.push([]);
    else if (word === ")") {
      const inner = open.pop() ?? [];
      const outer = open.at(-1);
      if (outer === undefined) throw new Error(`a bracket too many in ${text}`);
      outer.push(inner);
    } else open.at(-1)?.push(word);
  const [whole, ...rest] = open;
  if (whole === undefined || rest.length > 0) throw new Error(`a bracket too few in ${text}`);
  return whole;
};

export const flat = (nodes: readonly Node[]): string =>
  nodes.map((node) => (typeof node === "string" ? node : `( ${flat(node)} )`)).join(" ");

/** Between words of this level. */
export const splitAt = (
  nodes: readonly Node[],
  ...words: readonly string[]
): readonly (readonly Node[])[] => {
  const parts: Node[][] = [[]];
  for (const node of nodes)
    if (typeof node === "string" && words.includes(node)) parts.push([]);
    else parts.at(-1)?.push(node);
  return parts;
};

/** Everything in brackets, however deep, outermost first. */
export const brackets = (nodes: readonly Node[]): readonly (readonly Node[])[] =>
  nodes.flatMap((node) => (typeof node === "string" ? [] : [node, ...brackets(node)]));

export const isQuery = (nodes: readonly Node[]): boolean => nodes[0] === "select" || nodes[0] === "with";

export interface Cte {
  readonly name: string;
  readonly materialized: boolean;
  readonly query: readonly Node[];
}

export interface Query {
  readonly recursive: boolean;
  readonly ctes: readonly Cte[];
  /** Between UNION, EXCEPT, INTERSECT. */
  readonly selects: readonly (readonly Node[])[];
  readonly setOperations: readonly string[];
}

export const queryOf = (nodes: readonly Node[]): Query => {
  const ctes: Cte[] = [];
  let at = 0;
  const recursive = nodes[0] === "with" && nodes[1] === "recursive";
  if (nodes[0] === "with") {
    at = recursive ? 2 : 1;
    for (;;) {
      const name = String(nodes[at++]);
      while (nodes[at] !== "as") at++;
      const materialized = nodes[at + 1] === "materialized";
      at += materialized ? 2 : nodes[at + 1] === "not" ? 3 : 1;
      const query = nodes[at++];
      ctes.push({ name, materialized, query: Array.isArray(query) ? (query as readonly Node[]) : [] });
      if (nodes[at] !== ",") break;
      at++;
    }
  }
  const body = nodes.slice(at);
  const operations = ["union", "except", "intersect"];
  return {
    recursive,
    ctes,
    selects: splitAt(body, ...operations).map((part) => (part[0] === "all" ? part.slice(1) : part)),
    setOperations: body.filter(
      (node): node is string => typeof node === "string" && operations.includes(node),
    ),
  };
};

const clauseWords = [
  "select",
  "from",
  "where",
  "group",
  "having",
  "window",
  "order",
  "limit",
  "offset",
  "fetch",
] as const;
export type Clause = (typeof clauseWords)[number];

/** Clauses of one SELECT; `group` and `order` with their BY. */
export const clausesOf = (select: readonly Node[]): Readonly<Partial<Record<Clause, readonly Node[]>>> => {
  const found: Partial<Record<Clause, Node[]>> = {};
  let current: Node[] | undefined;
  for (const node of select) {
    const clause = clauseWords.find((word) => word === node);
    if (clause === undefined) current?.push(node);
    else current = found[clause] = [];
  }
  return found;
};

/** What a FROM reads: names, or queries in brackets, and how each is joined. */
export interface Source {
  readonly reads: string | readonly Node[];
  readonly join: string;
  readonly on: readonly Node[];
}

const joinWords = ["join", "left", "right", "full", "inner", "outer", "cross"];

export const sourcesOf = (from: readonly Node[]): readonly Source[] => {
  const sources: Source[] = [];
  let join: string[] = [];
  let part: Node[] = [];
  const end = (): void => {
    const [reads] = part;
    if (reads === undefined) return;
    const on = part.indexOf("on");
    sources.push({ reads, join: join.join(" "), on: on < 0 ? [] : part.slice(on + 1) });
    part = [];
  };
  for (const node of from)
    if (node === "," || (typeof node === "string" && joinWords.includes(node))) {
      if (part.length > 0) {
        end();
        join = [];
      }
      join.push(node);
    } else part.push(node);
  end();
  return sources;
};
