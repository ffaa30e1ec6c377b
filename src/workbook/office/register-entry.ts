/** An entry, end to end: read, decide, write, read back, settle; again on new ground when a colleague was faster. */
import type { Change } from "../../domain/register/change";
import type { Decision } from "../../domain/register/decision";
import type { Problem } from "../../domain/register/problem";
import type { SiteBook } from "../../domain/register/site";
import { settleNumbers, settleWants } from "../../domain/register/check/settle-numbers";
import type { Wanted } from "../../domain/register/wanted";
import { type Differing, type OpenWorkbook, WorkbookRefused, type Written } from "../port";

export interface Entry {
  /** In Chinese: "登记来访". */
  readonly doing: string;
  readonly wants: Wanted;
  /** Asked anew for every try: it must not remember what it saw before. */
  readonly decide: (book: SiteBook) => Decision;
  /**
   * What puts the workbook right after numbers were given: R1's clashes, where nothing else is said. Asked first of
   * what `wants` shows, and where that is not nothing, again of what `settleWants` does.
   */
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

interface Settled {
  readonly clientId: string;
  readonly after: SiteBook;
  readonly differing: readonly Differing[];
}

/** A settling may itself be outrun by a colleague's: what stands then is looked at again. */
const settleAll = async (
  port: OpenWorkbook,
  doing: string,
  settle: (after: SiteBook) => readonly Change[],
  decision: Extract<Decision, { readonly ok: true }>,
  written: Written,
): Promise<Settled> => {
  let clientId: string = decision.clientId;
  let { after } = written;
  const differing = [...(written.differing ?? [])];
  const gave = decision.changes.some(({ kind }) => kind === "counter");
  if (!gave || settle(after).length === 0) return { clientId, after, differing };
  after = await port.read(settleWants, doing);
  for (let rounds = 0; rounds < mostTries; rounds++) {
    const changes = settle(after);
    if (changes.length === 0) break;
    // All or nothing: a client's rows that changed their number by halves would look like one client's.
    const settled = await port.write(changes, settleWants, doing, { basis: after, whole: true });
    if (settled.outrun.length === 0) {
      const number = numberAfter(decision, written.rows, changes);
      if (number !== decision.clientId) clientId = number;
    }
    after = settled.after;
    differing.push(...(settled.differing ?? []));
  }
  return { clientId, after, differing };
};

/**
 * Three round trips when nobody interferes: one to read, one to look, one to write.
 * @throws WorkbookRefused "outrun" when colleagues were faster every time; nothing of the entry is written then.
 */
export const enter = async (
  port: OpenWorkbook,
  { doing, wants, decide, settle = settleNumbers }: Entry,
): Promise<Entered> => {
  for (let tries = 0; tries < mostTries; tries++) {
    const basis = await port.read(wants, doing);
    const decision = decide(basis);
    if (!decision.ok) return decision;
    const written = await port.write(decision.changes, wants, doing, { whole: true, basis });
    if (written.outrun.length > 0) continue;
    const settled = await settleAll(port, doing, settle, decision, written);
    return { ok: true, decision, rows: written.rows, ...settled };
  }
  throw new WorkbookRefused("outrun", doing, "工作簿");
};
