/** What is kept of people's corrections, for the next file of the same make. */
import { bareCaption } from "../match-headers";
import { type AdoptedForm, adoptedForms, type ColumnUse, type Mapping, type OldTable } from "./old-cells";
import {
  distinctOwn,
  errorCaptions,
  guessedMapping,
  headerAt,
  isBlankOf,
  isErrorList,
  longestCaption,
  matchesAs,
  type Unmatched,
} from "./old-mapping";
import { oldTargetsOf } from "./old-targets";

export interface KeptUse {
  readonly header: string;
  readonly use: ColumnUse;
}

/** What people said of a file's columns, for the next file of the same make. */
export interface KeptMapping {
  readonly form: AdoptedForm;
  readonly columns: readonly KeptUse[];
}

export const keepMapping = (
  { headers }: Pick<OldTable, "headers">,
  form: AdoptedForm,
  mapping: Mapping,
): KeptMapping => ({
  form,
  columns: mapping.flatMap((use, column) => {
    const header = headerAt({ headers }, column);
    return header === "" ? [] : [{ header, use }];
  }),
});

const sameMake = 0.75;

/** A kept mapping is held against every table of a file. */
const headersKept = new WeakMap<KeptMapping, ReadonlySet<string>>();

const headersOf = (kept: KeptMapping): ReadonlySet<string> => {
  const known = headersKept.get(kept);
  if (known !== undefined) return known;
  const headers = new Set(kept.columns.map(({ header }) => bareCaption(header)));
  headersKept.set(kept, headers);
  return headers;
};

/** The kept mapping whose headers are nearly these; the latest of equals. */
export const keptFor = (
  all: readonly KeptMapping[],
  { headers }: Pick<OldTable, "headers">,
): KeptMapping | undefined => {
  // The list of rows not taken is of the make of the table they come from.
  const ours = isErrorList({ headers }) ? errorCaptions.map(bareCaption) : [];
  const here = new Set(
    headers
      .map((_, column) => bareCaption(headerAt({ headers }, column)))
      .filter((each) => each !== "" && !ours.includes(each)),
  );
  let best: { readonly kept: KeptMapping; readonly share: number } | undefined;
  for (const kept of all) {
    const there = headersOf(kept);
    const both = [...here].filter((each) => there.has(each)).length;
    const share = both / Math.max(1, here.size, there.size);
    if (share >= sameMake && share >= (best?.share ?? 0)) best = { kept, share };
  }
  return best?.kept;
};

/** A kept mapping on a table of the same make; what it does not know of is guessed. */
export const mappingFrom = (kept: KeptMapping, table: OldTable, unmatched: Unmatched = "keep"): Mapping => {
  const guessed = guessedMapping(table, kept.form, matchesAs(table, kept.form), unmatched);
  const said = new Map<string, ColumnUse[]>();
  for (const { header, use } of kept.columns) {
    const uses = said.get(bareCaption(header));
    if (uses) uses.push(use);
    else said.set(bareCaption(header), [use]);
  }
  const mapping = guessed.map((guess, column) => {
    const uses = said.get(bareCaption(headerAt(table, column)));
    // Columns of one caption come in the same order as then.
    return (uses !== undefined && uses.length > 1 ? uses.shift() : uses?.[0]) ?? guess;
  });
  return distinctOwn(mapping);
};

const mark = "收编列对应";
/** Of what is read: a table as wide, and a header as long, as Excel's. */
const limits = { letters: 1 << 24, tables: 5000, columns: 16_384, header: 32_767 } as const;

/** Of tables with the same headers the last, which `keptFor` takes: a sheet a month are not hundreds of mappings. */
export const eachMakeOnce = (all: readonly KeptMapping[]): readonly KeptMapping[] => {
  const makeOf = ({ form, columns }: KeptMapping): string =>
    JSON.stringify([form, ...columns.map(({ header }) => header)]);
  const last = new Map<string, KeptMapping>();
  for (const kept of all) {
    last.delete(makeOf(kept));
    last.set(makeOf(kept), kept);
  }
  return [...last.values()];
};

/** As a file, or a line of the pane's memory. */
export const keptText = (all: readonly KeptMapping[]): string =>
  `${JSON.stringify(
    {
      案场簿: mark,
      version: 1,
      tables: all.map(({ form, columns }) => ({
        form,
        columns: columns.map(({ header, use }) => ({ header, ...use })),
      })),
    },
    null,
    2,
  )}\n`;

/** A mapping that cannot be used: where in it, for people to find. */
export interface BadMapping {
  readonly zh: string;
  readonly en: string;
}

export const isBadMapping = (read: readonly KeptMapping[] | BadMapping): read is BadMapping => "zh" in read;

/** Own properties alone: names of prototypes are names like any other. */
const own = (value: unknown, key: string): unknown =>
  typeof value === "object" && value !== null && Object.hasOwn(value, key)
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;

const isText = (value: unknown, most: number): value is string =>
  typeof value === "string" && value.length <= most;

const useFrom = (form: AdoptedForm, column: unknown): ColumnUse | undefined => {
  const use = own(column, "use");
  if (use === "leave") return { use };
  if (use === "own") {
    const caption = own(column, "caption");
    if (!isText(caption, longestCaption) || caption.trim() === "") return undefined;
    return isBlankOf(form, caption) ? undefined : { use, caption };
  }
  const key = own(column, "key");
  return use === "blank" && oldTargetsOf(form).some((target) => target.key === key)
    ? { use, key: String(key) }
    : undefined;
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ""));
  } catch {
    return undefined;
  }
};

/** What `keptText` wrote, or people after it; said where it is anything else. */
export const readKept = (text: string): readonly KeptMapping[] | BadMapping => {
  const { letters, tables: most } = limits;
  if (text.length > letters)
    return { zh: `太大了：最多 ${letters} 个字`, en: `too large: ${letters} characters at most` };
  const all = parsed(text);
  const tables = own(all, "tables");
  if (own(all, "案场簿") !== mark || !Array.isArray(tables))
    return { zh: "不是收编存下的列对应", en: "not a mapping kept by adopt" };
  if (tables.length > most)
    return {
      zh: `有 ${tables.length} 张表，太多了：最多 ${most} 张`,
      en: `${tables.length} tables, ${most} at most`,
    };
  if (own(all, "version") !== 1) return { zh: "由更新的案场簿写成", en: "written by a newer version" };
  const kept: KeptMapping[] = [];
  for (const [at, table] of tables.entries()) {
    const form = adoptedForms.find((each) => each === own(table, "form"));
    const columns = own(table, "columns");
    const here = { zh: `第 ${at + 1} 张表`, en: `table ${at + 1}` };
    if (form === undefined || !Array.isArray(columns) || columns.length > limits.columns)
      return {
        zh: `${here.zh}的 form 应是 ${adoptedForms.join("、")} 之一，columns 应是一列列的清单`,
        en: `${here.en}: form must be one of ${adoptedForms.join(", ")}, columns a list`,
      };
    const uses: KeptUse[] = [];
    for (const [n, column] of columns.entries()) {
      const header = own(column, "header");
      const use = useFrom(form, column);
      if (!isText(header, limits.header) || use === undefined)
        return {
          zh: `${here.zh}第 ${n + 1} 列看不懂：header 是原表的列名，use 是 blank（配 key）、own（配 caption，不能与本表栏目同名）或 leave`,
          en: `${here.en}, column ${n + 1}: header, and use: blank with key, own with caption, or leave`,
        };
      uses.push({ header, use });
    }
    kept.push({ form, columns: uses });
  }
  return kept;
};
