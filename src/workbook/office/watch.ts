/**
 * Watches the registers: pasting skips data validation, so every change is checked again by the same rules.
 * Quiet unless something is wrong; never a dialog, whoever made the change.
 */
import { parseArea } from "../../book/address";
import { type FormKey, type RegisterKey, registerKeys } from "../../domain/forms/index";
import type { CalendarDay } from "../../domain/kit/calendar-day";
import { adjustsGrade, gradesNotCarried, newGradeWants } from "../../domain/register/check/check-new-grade";
import { checkInSteps, checkWants } from "../../domain/register/check/check-workbook";
import { nobody } from "../../domain/register/decision";
import type { Problem } from "../../domain/register/problem";
import { isEmptyCell } from "../../domain/register/read-answer";
import { visitWants } from "../../domain/register/client/register-visit";
import { numberOfCell } from "../../domain/register/raw-cell";
import type { Site } from "../../domain/register/site";
import type { Wanted } from "../../domain/register/wanted";
import type { ClientNumber } from "../../domain/rules/client-number";
import { type OpenWorkbook, WorkbookRefused } from "../port";
import { listen, type Patience, patience as defaultPatience, type Run } from "./excel-run";
import { enter } from "./register-entry";
import { cellsByKey, seeRows } from "./see-rows";
import { readStructure } from "./structure";
import {
  contactKey,
  corrections,
  isQuiet,
  isStanding,
  loggedContacts,
  needsOf,
  ownerless,
  type TypedRow,
  typedRow,
} from "./typed-rows";

export interface Findings {
  /** "opening": what was missed while the pane was closed. */
  readonly source: "here" | "colleague" | "opening";
  /** The rows that were looked at: older problems of them are settled. Nothing: all of the workbook. */
  readonly rows: readonly { readonly form: FormKey; readonly row: number }[] | undefined;
  readonly problems: readonly Problem[];
  /** Cells put into the house spelling. */
  readonly corrected: number;
  /** Rows that were entered by hand and are now registered. */
  readonly registered: number;
}

export interface Watching {
  readonly port: OpenWorkbook;
  readonly today: () => CalendarDay;
  readonly onFindings: (findings: Findings) => void;
  /** What could not be done, such as a row numbered on a protected sheet. The rows are looked at again later. */
  readonly onRefused: (refusal: WorkbookRefused) => void;
  readonly patience?: Patience;
  /** Until nobody has asked anything of the workbook for so many milliseconds: what somebody has opened goes first. */
  readonly rest?: (calm: number) => Promise<void>;
}

export interface Watch {
  /** Looks at once more what was refused; with the next change it is looked at anyway. */
  readonly again: () => void;
  /** When everything heard of so far has been looked at. */
  readonly settled: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

interface Touched {
  readonly sheetId: string;
  readonly first: number;
  readonly last: number;
  readonly local: boolean;
}

const doing = "检查改动";
/** Milliseconds without a question before everything is looked at. */
const calm = 1500;
/** To give numbers (R1) and to see whose contact is logged. */
const typedWants: Wanted = {
  ...visitWants,
  visitors: [...(visitWants.visitors ?? []), "visitDate"],
  calls: [...(visitWants.calls ?? []), "calledAt"],
  followUps: ["clientId", "contactedAt"],
};
/** A longer paste is looked at like a whole workbook, in chunks. */
const mostRows = 2000;

const touchedBy = (event: Excel.WorksheetChangedEventArgs): Touched | undefined => {
  const area = parseArea(event.address);
  const moves = event.changeType !== "RangeEdited" && event.changeType !== "RowInserted";
  // What we wrote ourselves is right already; on hosts that do not say so it is found to be right.
  const own = (event.triggerSource as string | undefined) === "ThisLocalAddin";
  if (area === undefined || moves || own) return undefined;
  return {
    sheetId: event.worksheetId,
    first: area.top + 1,
    last: area.bottom + 1,
    local: event.source === "Local",
  };
};

const isRegister = (key: FormKey): key is RegisterKey => (registerKeys as readonly string[]).includes(key);

/** Milliseconds: changes that come within this time are looked at together. */
const pause = 250;

/** Starts when everything is caught up with. */
export const watchRegisters = async (watching: Watching): Promise<Watch> => {
  const { port, today, onFindings, onRefused } = watching;
  const patience = watching.patience ?? defaultPatience;
  const rest = watching.rest ?? ((): Promise<void> => patience.wait(0));
  const run: Run = { patience };
  const formsOf = new Map<string, RegisterKey[]>();
  const logged = new Set<string>();
  let nobodys: ReadonlySet<ClientNumber> = new Set();
  let site: Site | undefined;
  let waiting: Touched[] = [];
  let busy: Promise<void> | undefined;
  let stopped = false;

  const learnSheets = async (): Promise<void> => {
    const structure = await readStructure(run);
    formsOf.clear();
    if (structure.kind !== "ours") return;
    for (const [key, id] of Object.entries(structure.sheetIds) as [FormKey, string][])
      if (isRegister(key)) formsOf.set(id, [...(formsOf.get(id) ?? []), key]);
  };

  const lookAtAll = async (source: Findings["source"]): Promise<void> => {
    const book = await port.read(checkWants, doing);
    site = book.site;
    for (const key of loggedContacts(book, today())) logged.add(key);
    nobodys = new Set(ownerless(book, [], today()));
    // What could be better is looked at when 校验 is asked for.
    const steps = checkInSteps(book, today(), "faults");
    let step = steps.next();
    while (step.done !== true) {
      await rest(0);
      step = steps.next();
    }
    const problems = step.value;
    onFindings({ source, rows: undefined, problems, corrected: 0, registered: 0 });
  };

  /** A row that is registered and logged needs nothing: the registers need not be read for it. */
  const mayNeed = (row: TypedRow): boolean => {
    if (isEmptyCell(row.cells["clientId"] ?? null)) return !isEmptyCell(row.cells["name"] ?? null);
    const client = numberOfCell(row.cells["clientId"] ?? null)?.client;
    if (client !== undefined && nobodys.has(client) && !isEmptyCell(row.cells["consultant"] ?? null))
      return true;
    const key = contactKey(row);
    return row.complete && key !== undefined && !logged.has(key);
  };

  const lookAt = async (touched: readonly Touched[], local: boolean): Promise<void> => {
    const rows = new Map<FormKey, number[]>();
    for (const { sheetId, first, last } of touched)
      for (const form of formsOf.get(sheetId) ?? []) {
        const numbers = rows.get(form) ?? [];
        for (let row = first; row <= last; row++) numbers.push(row);
        rows.set(form, numbers);
      }
    if (rows.size === 0) return;
    const known = site ?? (site = (await port.read({}, doing)).site);
    const seen = await seeRows(rows, doing, run);
    const typed: TypedRow[] = [];
    const looked: { form: FormKey; row: number }[] = [];
    for (const [form, table] of seen)
      for (const [row, { values }] of table.rows) {
        looked.push({ form, row });
        const found = typedRow(table.shape, row, cellsByKey(table.shape, values), known, today());
        if (found) typed.push(found);
      }
    // Said only: who has the last word on a grade is the manager (R4).
    const adjusting = typed.filter((row) => row.form === "followUps" && adjustsGrade(row));
    const behind =
      adjusting.length > 0
        ? gradesNotCarried(
            await port.read(newGradeWants, doing),
            adjusting.map(({ register, answers }) => ({ register, index: 0, answers })),
            today(),
          )
        : [];
    // Only who made the change puts it right: two machines would do it twice.
    const right = local ? corrections(typed) : [];
    const outrun = right.length > 0 ? (await port.write(right, {}, "统一写法")).outrun : [];
    const people = local ? typed.filter((row) => isStanding(row) && mayNeed(row)) : [];
    const entered =
      people.length > 0
        ? await enter(port, {
            doing: "登记手填的行",
            wants: typedWants,
            decide: (book) => {
              site = book.site;
              for (const key of loggedContacts(book, today())) logged.add(key);
              const changes = needsOf(book, people, today());
              nobodys = new Set(ownerless(book, changes, today()));
              return changes.length === 0
                ? { ok: false, problems: [] }
                : { ok: true, changes, clientId: nobody, hints: [] };
            },
          })
        : undefined;
    const registered = entered?.ok
      ? entered.decision.changes.filter((change) => change.kind === "set" && change.key === "clientId").length
      : 0;
    onFindings({
      source: local ? "here" : "colleague",
      rows: looked,
      problems: [
        ...typed.flatMap(({ problems }) => (local ? problems.filter((each) => !isQuiet(each)) : problems)),
        ...behind,
      ],
      corrected: right.length - outrun.length,
      registered,
    });
  };

  const lookAtWaiting = async (): Promise<void> => {
    while (waiting.length > 0 && !stopped) {
      await patience.wait(pause);
      const touched = waiting;
      waiting = [];
      try {
        if (touched.some(({ sheetId }) => !formsOf.has(sheetId))) {
          await learnSheets();
          // Settings, lists and the roster stand on other sheets: what was right may not be any more.
          site = undefined;
          for (const { sheetId } of touched) if (!formsOf.has(sheetId)) formsOf.set(sheetId, []);
        }
        const rows = touched.reduce((sum, { first, last }) => sum + last - first + 1, 0);
        if (rows > mostRows) await lookAtAll(touched.some(({ local }) => local) ? "here" : "colleague");
        else
          for (const local of [true, false]) {
            const part = touched.filter((each) => each.local === local);
            if (part.length > 0) await lookAt(part, local);
          }
      } catch (error) {
        if (!(error instanceof WorkbookRefused)) throw error;
        onRefused(error);
        // Looked at again with the next change.
        waiting = [...touched, ...waiting];
        return;
      }
    }
  };

  const start = (): void => {
    busy ??= lookAtWaiting().finally(() => {
      busy = undefined;
    });
  };

  await learnSheets();
  const silence = await listen<Excel.WorksheetChangedEventArgs>(
    doing,
    (context) =>
      context.workbook.worksheets.onChanged.add((event) => {
        const touched = touchedBy(event);
        if (touched && !stopped) {
          waiting.push(touched);
          start();
        }
        return Promise.resolve();
      }),
    run,
  );
  await rest(calm);
  await lookAtAll("opening");
  return {
    again: start,
    settled: async () => {
      while (busy) await busy;
    },
    stop: async () => {
      stopped = true;
      await silence();
    },
  };
};
