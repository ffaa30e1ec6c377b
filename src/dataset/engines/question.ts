/** Asking an engine: a text with named parameters, and what comes back. */

/** Days as "2026-11-22"; texts cast each to its type. */
export type Parameters = Readonly<Record<string, string | null>>;

/** As the engine spells it: numbers as digits, days as "2026-11-22". */
export type Spelled = string | null;

export interface Asked {
  /**
   * Rows in the text's order, in portions.
   * @throws EngineFailed where the answer is not whole, however many rows have come by then.
   */
  ask(text: string, parameters: Parameters): AsyncIterable<readonly (readonly Spelled[])[]>;
  readonly close: () => Promise<void>;
}

/** Texts in quotes, comments, and then parameters. */
const tokens = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\$([a-z]\w*)/giu;

/** Names of a text's parameters, each once, in the order of first use. */
export const parameterNames = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(tokens)].flatMap(([, name]) => (name === undefined ? [] : [name]))),
];

const valueOf = (parameters: Parameters, name: string): string | null => {
  const value = parameters[name];
  if (value === undefined) throw new Error(`no value for parameter ${name}`);
  return value;
};

/** Those the text asks for; DuckDB takes no others. */
export const wantedOf = (text: string, parameters: Parameters): Record<string, string | null> =>
  Object.fromEntries(parameterNames(text).map((name) => [name, valueOf(parameters, name)]));

/** `$from` … as `$1` …, as PostgreSQL wants them. */
export const numbered = (
  text: string,
  parameters: Parameters,
): { readonly text: string; readonly values: readonly (string | null)[] } => {
  const names = parameterNames(text);
  return {
    text: text.replace(tokens, (token: string, name: string | undefined) =>
      name === undefined ? token : `$${names.indexOf(name) + 1}`,
    ),
    values: names.map((name) => valueOf(parameters, name)),
  };
};
