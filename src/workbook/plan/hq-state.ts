/** `_汇总`, very hidden: what the next merge has to know of this one, so that unchanged files are not read again. */
import type { Sheet, Value } from "../../book/book";
import type { RegisterKey } from "../../domain/forms/index";
import { siteFileOf, type SiteOutline } from "../../domain/head-office/merge-shares";
import { beginning, savedWhen } from "../../domain/head-office/saved-when";
import type { SiteFile } from "../../domain/head-office/settle";

export const hqStateSheet = "_汇总";

/** A site as it stands in the workbook. */
export interface SiteState {
  readonly outline: SiteOutline;
  /** SHA-256 of its rows, by register: rows that somebody has changed here are read again from their file. */
  readonly digests: Readonly<Partial<Record<RegisterKey | "notUnderstood", string>>>;
  /** The make of 案场簿 that read its rows, where it was kept from the result of a make of before. */
  readonly program?: number;
}

export interface HqState {
  /** The make of 案场簿 that merged. */
  readonly program: number;
  readonly masked: boolean;
  /** What phones are told apart by: themselves, a keyed hash, or nothing that is kept. */
  readonly phones: "plain" | "keyed" | "none";
  /** Where nothing is kept, digests leave that out too; results of before have it in theirs. */
  readonly asFound?: true;
  /** A hash by which the same key is known again; the key itself is nowhere. */
  readonly keyCheck?: string;
  /** Every file that was understood, those that were superseded too. */
  readonly files: readonly SiteFile[];
  readonly sites: readonly SiteState[];
  /** All that the workbook says besides: equal, and nothing has changed. */
  readonly said: string;
}

const format = 1;

/** A site's line as workbooks have had it from the first on. */
interface KeptSite extends Omit<SiteState, "outline"> {
  readonly facts: SiteOutline;
}

/** A cell holds 32,767 characters. */
const longest = 30_000;
const more = "续";

const pieces = (kind: string, text: string): readonly (readonly Value[])[] => {
  const found: (readonly Value[])[] = [];
  for (let at = 0; at === 0 || at < text.length; at += longest)
    found.push([at === 0 ? kind : more, text.slice(at, at + longest)]);
  return found;
};

export const stateLines = ({ files, sites, ...head }: HqState): readonly (readonly Value[])[] => [
  ...pieces("汇总", JSON.stringify({ format, ...head })),
  ...files.flatMap(({ file, hash, modified, site, book, copied, ahead }) =>
    pieces("文件", JSON.stringify({ file, hash, modified, site, book, copied, ahead })),
  ),
  ...sites.flatMap(({ outline, digests, program }) =>
    pieces("案场", JSON.stringify({ facts: outline, digests, program })),
  ),
];

/** Equal, and nothing has changed: a file copied once more is what it was. */
export const stateSays = ({ files, ...state }: HqState): string =>
  JSON.stringify(stateLines({ ...state, files: files.map(({ copied: _, ...file }) => file) }));

/** Lines of two cells, from the sheet's first row. Nothing where they are none of ours, or damaged. */
export const stateFrom = (lines: readonly (readonly Value[])[]): HqState | undefined => {
  const items: { readonly kind: string; text: string }[] = [];
  for (const [kind, text] of lines) {
    const last = items.at(-1);
    if (kind === more && last !== undefined) last.text += String(text ?? "");
    else items.push({ kind: String(kind ?? ""), text: String(text ?? "") });
  }
  try {
    const parsed = (wanted: string): unknown[] =>
      items.filter(({ kind }) => kind === wanted).map(({ text }): unknown => JSON.parse(text));
    const [head] = parsed("汇总") as (Omit<HqState, "files" | "sites"> & { readonly format: number })[];
    if (head?.format !== format) return undefined;
    const { format: _, ...rest } = head;
    return {
      ...rest,
      files: parsed("文件") as readonly SiteFile[],
      sites: (parsed("案场") as readonly KeptSite[]).map(({ facts, ...site }) => ({
        outline: facts,
        ...site,
      })),
    };
  } catch {
    return undefined;
  }
};

/** The file of a site that is not here, as the last result has it. @param latest as `savedWhen` has it */
export const keptFileOf = (outline: SiteOutline, files: readonly SiteFile[], latest: string): SiteFile => {
  const { copied, ahead } = files.find(({ hash }) => hash === outline.source.hash) ?? {};
  const file = siteFileOf(outline);
  return {
    ...file,
    ...(copied !== undefined && { copied }),
    ...(ahead !== undefined && { ahead }),
    ...savedWhen(file.modified, copied ?? beginning, latest),
  };
};

export const hqStateSheetOf = (): Sheet => ({
  name: hqStateSheet,
  visibility: "veryHidden",
  showGridlines: true,
  blocks: [],
  looks: [{ range: "A:B", look: { numberFormat: "@" } }],
  columns: [
    { column: 0, width: 10 },
    { column: 1, width: 80 },
  ],
  rows: [],
  merges: [],
  links: [],
  tables: [],
  validations: [],
  highlights: [],
  protection: {},
});
