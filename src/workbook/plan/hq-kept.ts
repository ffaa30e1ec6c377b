/** Sites kept from a former result: what their rows are known again by, and what that says of them. */
import type { HqColumns } from "./hq-columns";
import { hasPhones } from "./hq-rows";
import type { HqState, SiteState } from "./hq-state";
import { schemaVersion } from "./ledger-sheet";

export type Digests = SiteState["digests"];
type Part = keyof Digests;

/** A part's rows as they are found again: where numbers are not kept, without what tells phones apart. */
export const asFound = (part: Part, rows: HqColumns, keyed: boolean): HqColumns =>
  keyed || part === "notUnderstood" || !hasPhones(part)
    ? rows
    : { ...rows, columns: [...rows.columns.slice(0, -1), null] };

/**
 * As they were written; changed by somebody since; read by a make of before, whose rows cannot be held against these;
 * or of a result that keeps no numbers and has digests with them.
 */
export type KeptRows = "whole" | "edited" | "older" | "unchecked";

/** The make of 案场簿 that read a site's rows. */
export const makeOf = ({ program }: Pick<HqState, "program">, site: Pick<SiteState, "program">): number =>
  site.program ?? program;

const differing = (one: Digests, other: Digests): readonly Part[] =>
  [...new Set([...Object.keys(one), ...Object.keys(other)] as Part[])].filter(
    (part) => one[part] !== other[part],
  );

export const isSame = (one: Digests, other: Digests): boolean => differing(one, other).length === 0;

/** @param found of the rows as they stand. */
export const keptRows = (
  state: Pick<HqState, "program" | "phones" | "asFound">,
  site: Pick<SiteState, "program" | "digests">,
  found: Digests,
): KeptRows => {
  if (makeOf(state, site) < schemaVersion) return "older";
  const parts = differing(site.digests, found);
  if (parts.length === 0) return "whole";
  const isBlind = state.phones === "none" && state.asFound !== true;
  const cannotTell = (part: Part): boolean =>
    part !== "notUnderstood" &&
    hasPhones(part) &&
    site.digests[part] !== undefined &&
    found[part] !== undefined;
  return isBlind && parts.every(cannotTell) ? "unchecked" : "edited";
};

const says: Readonly<Record<KeptRows, string>> = {
  whole: "",
  edited: "这些行在汇总簿里被人改过，照改过的留着。",
  older: "这些行是旧版本的案场簿汇总的，改没改过核对不了；请把各案场的文件都给出，重新汇总一遍。",
  unchecked: "上次汇总遮了号、没有密钥，来访和来电的行改没改过核对不了，照现在的留着。",
};

const instead = "不要了，汇总时请不勾“沿用上次的案场”（命令行加 --drop-missing）。";

/** A file of the site was given that is older than what stands: after 撤销导入 it may be the one that is wanted. */
export const staleWords = (file: string): string =>
  `这次给的“${file}”比上次汇总的旧，没有用；撤销过导入、要用回这一份，请用 Excel 打开它保存一次再汇总，或汇总时不勾“沿用上次的案场”（命令行加 --drop-missing）。`;

/** What 文件清单 says of a site that is kept. @param older the file of it that was given, and is older */
export const keptReason = (rows: KeptRows, older?: string): string =>
  older === undefined
    ? `这次没有它的读得成的文件，行照上次的留着；${instead}${says[rows]}`
    : `行照上次的留着：${staleWords(older)}${says[rows]}`;

const english: Readonly<Record<KeptRows, string>> = {
  whole: "",
  edited: "(rows changed in the summary)",
  older: "(merged by an older version: merge all files again)",
  unchecked: "(masked without a key: changes cannot be told)",
};

/** On the command line; nothing where its rows are as they were written. */
export const keptNote = (site: string, rows: KeptRows): string | undefined =>
  rows === "whole" ? undefined : `${site}：${says[rows]}${english[rows]}`;
