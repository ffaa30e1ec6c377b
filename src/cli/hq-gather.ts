/** Which file speaks for each site, and where its rows lie: from the files, or from the last result. */
import { siteFileOf, type SiteOutline } from "../domain/head-office/merge-shares";
import { settleBooks } from "../domain/head-office/one-book";
import { type Settled, settle, type SiteFile } from "../domain/head-office/settle";
import { type KeptRows, makeOf } from "../workbook/plan/hq-kept";
import { keptFileOf, type SiteState } from "../workbook/plan/hq-state";
import { schemaVersion } from "../workbook/plan/ledger-sheet";
import { latestSaveOf } from "./clock";
import { type Carried, carryRows, type LastResult } from "./hq-carry";
import { dropsHeld, type MergeRun, type NotRead } from "./merge-run";
import { Unusable } from "./outcome";
import type { PackedOutcome, ReadFile, WorkbookFile } from "./share-job";
import { readPacked } from "./share-pool";
import { type Chunks, phonePrintsIn, type Spool } from "./share-spool";

/** A file, and where it can be read again; nothing where it is only in the last result. */
export interface GatheredFile extends SiteFile {
  readonly path: string | undefined;
}

export interface GatheredSite {
  readonly outline: SiteOutline;
  readonly chunks: Chunks;
  readonly from: "read" | "carried" | "kept";
  /** Of a kept one: what its rows are. */
  readonly rows: KeptRows;
  /** The make that read its rows, where that is not this one. */
  readonly program?: number;
}

export interface Gathered {
  readonly settled: Settled<GatheredFile>;
  /** In the order of `settled.chosen`. */
  readonly sites: readonly GatheredSite[];
  readonly notRead: readonly NotRead[];
  /** Rows of the last result were not as it was written. */
  readonly spoiled: boolean;
}

interface Read {
  readonly outline: SiteOutline;
  readonly chunks: Chunks;
}

/** Files may change while they are read; not for ever. */
const mostRounds = 4;

export const gather = async (
  out: string,
  run: MergeRun,
  last: LastResult | undefined,
  spool: Spool,
): Promise<Gathered> => {
  /** By path: a file read again takes its own place. */
  const files = new Map<string, GatheredFile>();
  const refused = new Map<string, NotRead>();
  /** By content. */
  const read = new Map<string, Read>();
  const ofHash = new Map(last?.state.files.map((file) => [file.hash, file]));
  const latest = latestSaveOf(run.today);
  /** A file that is not here, as the last result has it. */
  const keptFile = ({ outline }: SiteState): GatheredFile => ({
    ...keptFileOf(outline, last?.state.files ?? [], latest),
    path: undefined,
  });

  const take = ({ file, outcome }: ReadFile<PackedOutcome>): void => {
    run.signal.throwIfAborted();
    files.delete(file.path);
    refused.delete(file.path);
    const { name, path } = file;
    if (outcome.kind === "refused") {
      const { kind: _, ...why } = outcome;
      refused.set(path, { file: name, ...why });
    } else if (outcome.kind === "known") {
      const { kind: _, ...source } = outcome;
      const { site = "", book } = ofHash.get(source.hash) ?? {};
      files.set(path, { file: name, ...source, site, ...(book !== undefined && { book }), path });
    } else {
      const { outline, parts } = outcome;
      const { hash } = outline.source;
      files.set(path, { ...siteFileOf(outline), path });
      if (!read.has(hash))
        read.set(hash, {
          outline,
          chunks: new Map(parts.map(([part, packed]) => [part, spool.putPacked(packed)])),
        });
    }
    run.progress(name);
  };
  const readAll = (wanted: readonly WorkbookFile[], known: readonly string[]): Promise<void> =>
    (run.read ?? readPacked)(
      wanted,
      {
        today: run.today,
        mask: run.mask,
        ...(run.key && { key: run.key }),
        known,
        signal: run.signal,
        ...(run.script !== undefined && { script: run.script }),
      },
      take,
    );
  await readAll(run.files, last?.known ?? []);

  const stateOf = new Map(last?.state.sites.map((site) => [site.outline.site, site]));
  const carried = new Map<string, Carried>();
  for (let round = 0; round < mostRounds; round++) {
    const here = new Set([...files.values()].map(({ hash }) => hash));
    const gone =
      run.dropMissing && !dropsHeld(run, [...(run.shut ?? []), ...refused.values()])
        ? []
        : [...stateOf.values()].filter(({ outline }) => !here.has(outline.source.hash));
    const settled = settle<GatheredFile>([...files.values(), ...gone.map(keptFile)]);
    const missing = settled.chosen.filter(({ hash }) => !read.has(hash));
    const stands = ({ site, hash }: SiteFile): boolean => stateOf.get(site)?.outline.source.hash === hash;
    const toCarry = missing.filter((file) => stands(file) && !carried.has(file.site));
    if (toCarry.some(({ path }) => path === undefined) && last?.fits === false)
      throw new Unusable(
        `${out}：上次汇总的遮号或密钥和这次不同，“${toCarry.find(({ path }) => path === undefined)?.site ?? ""}”的文件这次没有，不能照这次的办法沿用；${run.dropMissing ? "没有读成的文件里可能有它，请补好后再运行一次。" : "请把它的文件一起给出，或加 --drop-missing 去掉。"}(masking differs)`,
      );
    if (toCarry.length > 0 && last !== undefined)
      for (const [site, found] of await carryRows(
        out,
        last.state,
        toCarry.flatMap(({ site }) => stateOf.get(site) ?? []),
        spool,
      ))
        carried.set(site, found);
    const again = missing.filter(
      (file) => file.path !== undefined && !(stands(file) && carried.get(file.site)?.whole === true),
    );
    if (again.length === 0) {
      const named = settleBooks(settled, ({ path }) => path !== undefined, printsOf);
      return {
        settled: named,
        sites: sitesOf(named),
        notRead: [...refused.values()],
        spoiled: [...carried.values()].some(({ whole }) => !whole),
      };
    }
    await readAll(
      again.flatMap(({ path, file }) => (path === undefined ? [] : [{ path, name: file }])),
      [],
    );
  }
  throw new Unusable("文件在读的时候不断改变，没有汇总成；请等它们保存、同步完再试。(files keep changing)");

  function printsOf({ hash, site, path }: GatheredFile): Float64Array | undefined {
    const chunks = read.get(hash)?.chunks ?? carried.get(site)?.chunks;
    // Without a key nothing was kept to tell the phones of a former result by.
    return chunks === undefined || (path === undefined && last?.state.phones === "none")
      ? undefined
      : phonePrintsIn(chunks);
  }
  function sitesOf({ chosen }: Settled<GatheredFile>): readonly GatheredSite[] {
    return chosen.map((file): GatheredSite => {
      const { hash, site, path } = file;
      const { file: name, modified } = file;
      const source = { file: name, hash, modified };
      const own = read.get(hash);
      if (own !== undefined)
        return { ...own, outline: { ...own.outline, source }, from: "read", rows: "whole" };
      const state = stateOf.get(site);
      const found = carried.get(site);
      if (last === undefined || state === undefined || found === undefined)
        throw new Error(`no rows of ${site}`);
      const make = makeOf(last.state, state);
      return {
        outline: { ...state.outline, source },
        chunks: found.chunks,
        from: path === undefined ? "kept" : "carried",
        rows: found.rows,
        ...(make < schemaVersion && { program: make }),
      };
    });
  }
};
