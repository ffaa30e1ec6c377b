/** An entry, end to end: read, decide, write, read back, settle; again on new ground when a colleague was faster. */
import type { Change } from "../../domain/register/change";
import type { Decision } from "../../domain/register/decision";
import type { Problem } from "../../domain/register/problem";
import type { SiteBook } from "../../domain/register/site";
import { settleNumbers, settleWants } from "../../domain/register/settle-numbers";
import type { Wanted } from "../../domain/register/wanted";
import { type Differing, type OpenWorkbook, WorkbookRefused } from "../port";

export interface Entry {
  /** In Chinese: "登记来访". */
  readonly doing: string;
  readonly wants: Wanted;
  /** Asked anew for every try: it must not remember what it saw before. */
  readonly decide: (book: SiteBook) => Decision;
  /** What puts the workbook right after the write: R1's clashes, where nothing else is given. */
  readonly settle?: (after: SiteBook) => readonly Change[];
}

export type Entered =
  | {
      readonly ok: true;
      readonly decision: Extract<Decision, { readonly ok: true }>;
      /** The number in the end: another one than decided when a colleague gave the same at the same moment. */
      readonly clientId: string;
      /** For every "append" of the decision, in order: the sheet's row number, 1-based. */
      readonly rows: readonly number[];
      /** The workbook as it stands now. */
      readonly after: SiteBook;
      readonly differing: readonly Differing[];
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const mostTries = 5;

/** Both wishes at once. */
export const together = (one: Wanted, other: Wanted): Wanted => {
  const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])] as (keyof Wanted)[];
  return Object.fromEntries(
    keys.map((key) => {
      const [a, b] = [one[key] ?? [], other[key] ?? []];
      return [key, a === "all" || b === "all" ? "all" : [...new Set([...a, ...b])]];
    }),
  );
};

/** Where a row's number was changed by what settled a clash. */
const numberAfter = (
  decision: Extract<Decision, { readonly ok: true }>,
  rows: readonly number[],
  settled: readonly Change[],
): string => {
  const appends = decision.changes.filter((change) => change.kind === "append");
  for (const change of settled)
    if (
      change.kind === "set" &&
      change.key === "clientId" &&
      appends.some(({ form }, at) => form === change.form && rows[at] === change.row)
    )
      return String(change.value);
  return decision.clientId;
};

/**
 * Two round trips and a reading when nobody interferes.
 * @throws WorkbookRefused "outrun" when colleagues were faster every time; nothing of the entry is written then.
 */
export const enter = async (
  port: OpenWorkbook,
  { doing, wants, decide, settle = settleNumbers }: Entry,
): Promise<Entered> => {
  const wanted = together(wants, settleWants);
  for (let tries = 0; tries < mostTries; tries++) {
    const decision = decide(await port.read(wanted, doing));
    if (!decision.ok) return decision;
    const written = await port.write(decision.changes, wanted, doing, { whole: true });
    if (written.outrun.length > 0) continue;
    let after = written.after;
    let clientId: string = decision.clientId;
    const differing = [...(written.differing ?? [])];
    // A settling may itself be outrun by a colleague's: what stands then is looked at again.
    for (let rounds = 0; rounds < mostTries; rounds++) {
      const changes = settle(after);
      if (changes.length === 0) break;
      const settled = await port.write(changes, wanted, doing);
      if (settled.outrun.length === 0) {
        const number = numberAfter(decision, written.rows, changes);
        if (number !== decision.clientId) clientId = number;
      }
      after = settled.after;
      differing.push(...(settled.differing ?? []));
    }
    return { ok: true, decision, clientId, rows: written.rows, after, differing };
  }
  throw new WorkbookRefused("outrun", doing, "工作簿");
};
