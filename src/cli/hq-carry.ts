/** The last result: what it knows of files, and its rows, for files that have not changed. */
import { createHmac } from "node:crypto";
import { schemaVersion } from "../workbook/plan/ledger-sheet";
import { type Digests, isSame, keptRows, type KeptRows, makeOf } from "../workbook/plan/hq-kept";
import { rowsOf } from "../workbook/plan/hq-columns";
import type { HqRow } from "../workbook/plan/hq-rows";
import type { HqState, SiteState } from "../workbook/plan/hq-state";
import type { HqPart } from "../workbook/plan/hq-parts";
import { readHqState, scanHqRows } from "../workbook/xlsx/hq-file";
import { exists, readBytes } from "./files";
import type { MergeRun } from "./merge-run";
import { standingOf } from "./out-file";
import { Unusable } from "./outcome";
import { reasonOf } from "./reason";
import type { Chunk, Chunks, Spool } from "./share-spool";

/** How this run tells phones apart and whether it masks: rows of another way cannot stand beside. */
export type Way = Pick<HqState, "program" | "masked" | "phones" | "keyCheck">;

/** Known again by this, and not to be had from it. */
const checked = (key: Uint8Array): string =>
  createHmac("sha256", key).update("案场簿 总部汇总").digest("hex").slice(0, 32);

export const wayOf = ({ mask, key }: MergeRun): Way => ({
  program: schemaVersion,
  masked: mask,
  phones: key !== undefined ? "keyed" : mask ? "none" : "plain",
  ...(key !== undefined && { keyCheck: checked(key) }),
});

const sameWay = (a: Way, b: Way): boolean =>
  a.masked === b.masked && a.phones === b.phones && a.keyCheck === b.keyCheck;

export interface LastResult {
  readonly state: HqState;
  /** Its rows can stand beside this run's. */
  readonly fits: boolean;
  /** Hashes of files that need not be read again. */
  readonly known: readonly string[];
}

const foreign =
  "这个文件不是总部汇总簿，或者已经损坏，没有动它；请换一个文件名，或加 --fresh 覆盖它、全部重新汇总。(not a head-office workbook)";

const aSites =
  "这是案场的案场簿，不能写成汇总簿，没有动它；请给汇总簿换一个文件名。(a site's workbook, left as it is)";

/** What head office knew when it was written; `damaged`: no workbook that can be read. */
const stateOf = async (bytes: Uint8Array): Promise<HqState | "foreign" | "damaged"> => {
  try {
    return (await readHqState(bytes)) ?? "foreign";
  } catch (cause) {
    if (reasonOf(cause) === undefined) throw cause;
    return "damaged";
  }
};

/**
 * @throws Unusable where something else stands in the result's place, or the old one cannot be used. A site's workbook
 * is never written over: nobody else has what is in it.
 */
export const lastResult = async (out: string, run: MergeRun): Promise<LastResult | undefined> => {
  if (!(await exists(out))) return undefined;
  const bytes = await readBytes(out);
  const state = await stateOf(bytes);
  if (state === "foreign" && (await standingOf(bytes)) === "site") throw new Unusable(`${out}：${aSites}`);
  if (run.fresh) return undefined;
  if (state === "foreign" || state === "damaged") throw new Unusable(`${out}：${foreign}`);
  if (state.program > schemaVersion)
    throw new Unusable(`${out}：由更新的案场簿汇总；请先更新案场簿。(made by a newer version)`);
  const way = wayOf(run);
  const fits = sameWay(state, way);
  // Without a key nothing is kept to find the same phone by: all files are read.
  const usable = fits && state.program === way.program && state.phones !== "none";
  const older = new Set(
    state.sites.filter((site) => makeOf(state, site) < way.program).map(({ outline }) => outline.source.hash),
  );
  const known = state.files.map(({ hash }) => hash).filter((hash) => !older.has(hash));
  return { state, fits, known: usable ? known : [] };
};

/** A site's rows as they were found, part by part. */
export interface Carried {
  readonly chunks: Chunks;
  /** They are as the result has them written down. */
  readonly whole: boolean;
  readonly rows: KeptRows;
}

/** The rows of a part that do not stand together are put together. */
const joined = (spool: Spool, part: HqPart, chunks: readonly Chunk[]): Chunk => {
  const [first] = chunks;
  return first !== undefined && chunks.length === 1
    ? first
    : spool.put(
        part,
        chunks.flatMap((each) => rowsOf(spool.columns(each))),
      );
};

const digestsOf = (chunks: Chunks): Digests =>
  Object.fromEntries([...chunks].map(([part, { digest }]) => [part, digest]));

/** Puts the rows of these sites aside. @throws XlsxRefused where the old result cannot be read. */
export const carryRows = async (
  out: string,
  state: HqState,
  sites: readonly SiteState[],
  spool: Spool,
): Promise<ReadonlyMap<string, Carried>> => {
  const found = new Map(sites.map(({ outline }) => [outline.site, new Map<HqPart, Chunk[]>()]));
  let open: { readonly part: HqPart; readonly site: string; readonly rows: HqRow[] } | undefined;
  const flush = (): void => {
    if (open === undefined) return;
    const parts = found.get(open.site);
    const chunks = parts?.get(open.part) ?? [];
    chunks.push(spool.put(open.part, open.rows));
    parts?.set(open.part, chunks);
    open = undefined;
  };
  await scanHqRows(await readBytes(out), (part, site, row) => {
    if (!found.has(site)) return;
    if (open?.part !== part || open.site !== site) {
      flush();
      open = { part, site, rows: [] };
    }
    open.rows.push(row);
  });
  flush();
  return new Map(
    sites.map((site): readonly [string, Carried] => {
      const chunks: Chunks = new Map(
        [...(found.get(site.outline.site) ?? [])].map(([part, own]) => [part, joined(spool, part, own)]),
      );
      const now = digestsOf(chunks);
      const own = { chunks, whole: isSame(site.digests, now), rows: keptRows(state, site, now) };
      return [site.outline.site, own];
    }),
  );
};
