/** R14: an older workbook brought to this version, step by step. */
import type { Book } from "../../book/book";
import { nextUpgrade } from "../plan/upgrade";
import { inspect } from "./inspect";
import { repair, type Repaired, type Repairing } from "./repair";

/**
 * Done twice it is done once; interrupted and done again it comes to the same.
 * @throws WorkbookRefused as a repair does; the workbook is then still of its former version.
 */
export const upgrade = async (plan: Book, repairing: Repairing = {}): Promise<Repaired> => {
  const run = repairing.patience ? { patience: repairing.patience } : {};
  let left: Repaired = { left: [] };
  let reached = -1;
  for (;;) {
    const seen = await inspect(run);
    const step = nextUpgrade(seen.version);
    // A version that would not be written must not keep us going round.
    if (step === undefined || seen.version <= reached) return left;
    reached = seen.version;
    const chosen = step.repairs(seen, plan);
    const before = chosen.filter(({ kind }) => kind !== "setVersion");
    await repair(before, plan, { ...repairing, strict: true });
    // A table made of plain cells shows only now what its columns lack.
    const again = step.repairs(await inspect(run), plan).filter(({ kind }) => kind !== "renewHome");
    left = await repair(again, plan, { ...repairing, strict: true });
  }
};
