/** R14: a site's file put right: damage repaired, a former version brought to this one; nothing of it is lost unsaid. */
import type { Book } from "../../book/book";
import type { Lost } from "../../xlsx/lost";
import { openBook } from "../../xlsx/read-book";
import { writeBook } from "../../xlsx/write";
import { type Damage, damagesOf } from "../plan/damage";
import { schemaVersion } from "../plan/ledger-sheet";
import { repairKey } from "../plan/repair";
import { WorkbookRefused } from "../port";
import { inspectBook } from "./inspect-workbook";
import { repairBook, upgradeBook } from "./repair-book";
import { doing } from "./repair-tables";
import { notASites } from "./site-file";

export interface FileRepair {
  /** Its version before; this program's where it says none. */
  readonly from: number;
  readonly isUpgraded: boolean;
  readonly repaired: readonly Damage[];
  /** What only people can decide, and what would not be put right. */
  readonly left: readonly Damage[];
  /** What of the file could not be written back. */
  readonly lost: readonly Lost[];
  readonly isChanged: boolean;
  /** @param saved the moment, "2026-11-22T08:30:00Z": head office takes the newer of two files (R19) */
  write(saved: string): Promise<Uint8Array>;
}

/** A table made of plain cells shows only then what its columns lack, and a row taken in what was typed in it. */
const rounds = 4;

const keyOf = ({ repair, problem }: Damage): string => `${problem.code} ${repair.map(repairKey).join()}`;

/** @throws XlsxRefused; WorkbookRefused "notOurs", "headOffices", "newerVersion", or where something stands in the way. */
export const repairSiteFile = async (bytes: Uint8Array, plan: Book): Promise<FileRepair> => {
  const opened = await openBook(bytes);
  const seen = inspectBook(opened.book);
  if (!seen.tables.has("meta") && !seen.tables.has("consultants"))
    throw notASites(
      opened.book.sheets.map(({ name }) => name),
      doing,
    );
  const from = seen.tables.has("meta") ? Math.max(1, seen.version) : schemaVersion;
  if (from > schemaVersion) throw new WorkbookRefused("newerVersion", doing, `版本 ${from}`);
  const isUpgraded = from < schemaVersion;
  let { book } = isUpgraded ? upgradeBook(opened.book, plan) : opened;
  const repaired = new Map<string, Damage>();
  let left = damagesOf(isUpgraded ? inspectBook(book) : seen, plan);
  for (let round = 0; round < rounds; round++) {
    const sure = left.filter((damage) => damage.sure);
    if (sure.length === 0) break;
    const now = repairBook(
      book,
      sure.flatMap(({ repair }) => repair),
      plan,
    );
    const still = new Set(now.left.map(keyOf));
    for (const damage of sure) if (!still.has(keyOf(damage))) repaired.set(keyOf(damage), damage);
    ({ book, left } = now);
  }
  return {
    from,
    isUpgraded,
    repaired: [...repaired.values()],
    left,
    lost: opened.lost,
    isChanged: isUpgraded || repaired.size > 0,
    write: (saved) => writeBook(book, { saved }),
  };
};
