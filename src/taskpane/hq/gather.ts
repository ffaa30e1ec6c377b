/** What has been read so far: of each site the newest share, of every other file only what became of it (R19). */
import { type Merged, mergeShares, outlineOf, siteFileOf } from "../../domain/head-office/merge-shares";
import { settle, type SiteFile } from "../../domain/head-office/settle";
import type { SiteShare } from "../../domain/head-office/share";
import type { FileLine } from "../../workbook/plan/hq-lists";
import type { ReadFile } from "./read-shares";

export interface Gathered {
  readonly merged: Merged;
  /** Every file, and what became of it; by name. */
  readonly files: readonly FileLine[];
}

export interface Gathering {
  readonly take: (read: ReadFile) => void;
  readonly done: () => Gathered;
}

export const startGathering = (): Gathering => {
  const sites = new Map<string, SiteShare>();
  const understood: SiteFile[] = [];
  const refused: FileLine[] = [];
  return {
    take: ({ name, outcome }) => {
      if (outcome.kind === "refused") {
        const { kind, reason, hash, modified } = outcome;
        refused.push({
          file: name,
          fate: { kind, reason },
          ...(hash !== undefined && { hash }),
          ...(modified !== undefined && { modified }),
        });
      }
      if (outcome.kind !== "share") return;
      const { share } = outcome;
      const own = siteFileOf(share);
      understood.push(own);
      const before = sites.get(share.site);
      const known = before === undefined ? [] : [siteFileOf(before)];
      const [chosen] = settle([...known, own]).chosen;
      if (before === undefined || chosen?.hash !== before.source.hash) sites.set(share.site, share);
    },
    done: () => {
      const merged = mergeShares([...sites.values()]);
      const outlines = new Map(merged.sites.map((share) => [share.source.hash, outlineOf(share)]));
      const lines = settle(understood).fates.map(({ file, fate }): FileLine => {
        const own = fate.kind === "merged" ? outlines.get(file.hash) : undefined;
        return { ...file, fate, ...(own && { outline: own }) };
      });
      const byName = (a: FileLine, b: FileLine): number => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0);
      return { merged, files: [...lines, ...refused].sort(byName) };
    },
  };
};
