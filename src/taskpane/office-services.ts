/** The pane's services on the live workbook. */
import { cellAddress } from "../book/address";
import type { Book } from "../book/book";
import { type CalendarDay, dayFrom, momentAt } from "../domain/kit/calendar-day";
import type { Change } from "../domain/register/change";
import { addSheets } from "../workbook/office/add-sheets";
import { buildWorkbook } from "../workbook/office/build-workbook";
import { type Patience, patience, roundTrip } from "../workbook/office/excel-run";
import { addGrowingSheets } from "../workbook/office/growing-sheets";
import { mergedSites } from "../workbook/office/merged-sites";
import { inspect } from "../workbook/office/inspect";
import { formerResult } from "../workbook/office/former-result";
import { jumpTo } from "../workbook/office/jump";
import { clearMarks, markProblems } from "../workbook/office/mark-problems";
import type { Leave } from "../workbook/office/obstacles";
import { readOldSheet } from "../workbook/office/old-sheet";
import { type Opening, openWorkbook } from "../workbook/office/open-workbook";
import { enter } from "../workbook/office/register-entry";
import { recordProblems } from "../workbook/office/record-problems";
import { repair } from "../workbook/office/repair";
import { readStructure, refuseNewer, type Structure } from "../workbook/office/structure";
import { columnsOf, queueShape } from "../workbook/office/table-shape";
import { startHistory } from "../workbook/office/undo";
import { upgrade } from "../workbook/office/upgrade";
import { type Watch, watchRegisters } from "../workbook/office/watch";
import { damagesOf } from "../workbook/plan/damage";
import { schemaVersion } from "../workbook/plan/ledger-sheet";
import { planNow, planWorkbook } from "../workbook/plan/plan-workbook";
import { sampleRegisters } from "../workbook/plan/sample";
import type { OpenWorkbook, RefusalCode } from "../workbook/port";
import { readFile, writeFile } from "./adopt/files";
import { readShares } from "./hq/read-shares";
import { restOf } from "./at-rest";
import { otherSheets } from "./office-sheets";
import { officeTheme } from "./office-theme";
import type { Opened, Place, Services } from "./services";

/** THE CLOCK of the pane: nothing else in it asks what time it is. */
const clock = {
  today: (): CalendarDay => {
    const now = new Date();
    return dayFrom(now.getFullYear(), now.getMonth() + 1, now.getDate()) as CalendarDay;
  },
  minutes: (): number => {
    const now = new Date();
    return now.getHours() * 60 + now.getMinutes();
  },
};

const openedBy = ({ kind }: Structure): Opened => kind;

export const officeServices = (): Services => {
  /** What the user has agreed to for the next write. */
  const agreed: { unprotect: boolean; clearFilters: boolean } = { unprotect: false, clearFilters: false };
  const leave: Leave = {
    get unprotect() {
      return agreed.unprotect;
    },
    get clearFilters() {
      return agreed.clearFilters;
    },
  };
  const waiters = new Set<(why: RefusalCode | undefined) => void>();
  const tellWaiters = (why: RefusalCode | undefined): void => {
    for (const tell of waiters) tell(why);
  };
  const bearing: Patience = { ...patience, onWaiting: tellWaiters };
  const history = startHistory(20, bearing);
  const rest = restOf(patience.wait);
  /** Whatever comes of what is asked, nothing waits any more. */
  const settled = <T>(work: Promise<T>): Promise<T> => work.finally(() => tellWaiters(undefined));
  const workbookFor = (opening: Opening): OpenWorkbook => {
    const own = { onWritten: history.note, patience: bearing, ...opening };
    const workbook = openWorkbook(Object.defineProperties(own, Object.getOwnPropertyDescriptors(leave)));
    return {
      read: (...asked) => settled(workbook.read(...asked)),
      readRows: (...asked) => settled(workbook.readRows(...asked)),
      write: (...asked) => settled(workbook.write(...asked)),
    };
  };
  const pages = workbookFor({});
  const port: OpenWorkbook = {
    read: (...asked) => rest.during(pages.read(...asked)),
    readRows: (...asked) => rest.during(pages.readRows(...asked)),
    write: (...asked) => rest.during(pages.write(...asked)),
  };
  /** What looks at changes: pages go first. */
  const watching = workbookFor({ between: () => rest.after(0) });
  const forgetConsent = (): void => {
    agreed.unprotect = false;
    agreed.clearFilters = false;
  };
  /** Consent is for one write. */
  const once = async <T>(work: Promise<T>): Promise<T> => {
    const done = await work;
    forgetConsent();
    return done;
  };
  const change: Services["change"] = (changes, doing, { lasting, signal, ...more } = {}) =>
    once(
      history.asOne(
        doing,
        () =>
          port.write(changes, {}, doing, {
            ...more,
            ...(signal && { mayGoOn: () => signal.throwIfAborted() }),
          }),
        lasting,
      ),
    );

  const thisVersion = (): Book => planNow(clock.today(), crypto.randomUUID());

  return {
    workbook: port,
    enter: (entry) => once(history.asOne(entry.doing, () => enter(port, entry))),
    change,
    today: clock.today,
    now: () => momentAt(clock.today(), clock.minutes()),
    opened: async () => {
      const found = await readStructure();
      refuseNewer(found);
      return openedBy(found);
    },
    build: async (site, sample, progress) => {
      const today = clock.today();
      const planned = planWorkbook(
        {
          ...site,
          areaCode: "",
          policy: "000",
          workbookId: crypto.randomUUID(),
        },
        today,
      );
      await buildWorkbook(planned, progress);
      if (sample) await fill(port, change, clock);
    },
    fillSample: async () => fill(port, change, clock),
    addSheets: (sheets, doing, progress) =>
      addSheets(sheets, doing, progress === undefined ? {} : { progress }),
    formerResult: () => settled(formerResult({ patience: bearing })),
    mergedSites,
    addGrowingSheets: (growing, doing, signal) =>
      settled(addGrowingSheets(growing, doing, { signal, run: { patience: bearing } })),
    jump: async (place) => {
      const { sheet, address } = await targetOf(place);
      await jumpTo(sheet, address);
    },
    mark: (problems) => markProblems(problems),
    unmark: () => clearMarks(),
    record: (problems) => recordProblems(problems),
    watch: (tell) => {
      let stopped = false;
      let watch: Watch | undefined;
      const tryAgain = async (): Promise<void> => {
        watch?.again();
        await watch?.settled();
        forgetConsent();
      };
      watchRegisters({
        port: watching,
        today: clock.today,
        rest: rest.after,
        onFindings: tell,
        onRefused: (refusal) =>
          tell({
            source: "here",
            rows: [],
            problems: [],
            corrected: 0,
            registered: 0,
            held: { refusal, retry: () => void tryAgain() },
          }),
      }).then(
        (started) => {
          watch = started;
          if (stopped) void started.stop();
        },
        // A host without events: pages read when they open.
        () => undefined,
      );
      return () => {
        stopped = true;
        void watch?.stop();
      };
    },
    onWaiting: (tell) => {
      waiters.add(tell);
      return () => waiters.delete(tell);
    },
    undoable: history.next,
    undo: async (asked) => {
      const back = await history.undo(leave, asked);
      return back && { left: back.left.length };
    },
    lift: (code: RefusalCode) => {
      if (code === "protected") agreed.unprotect = true;
      if (code === "filtered") agreed.clearFilters = true;
    },
    otherSheets,
    readSheet: readOldSheet,
    readFile,
    writeFile,
    inspect: async () => damagesOf(await settled(inspect({ patience: bearing })), thisVersion()),
    repair: async (repairs, progress) =>
      (await settled(once(repair(repairs, thisVersion(), { leave, patience: bearing, progress })))).left,
    outdated: async () => {
      const found = await readStructure({ patience: bearing });
      return found.kind === "ours" && found.version < schemaVersion ? found.version : undefined;
    },
    upgrade: async (progress) =>
      (await settled(once(upgrade(thisVersion(), { leave, patience: bearing, progress })))).left,
    readShares,
    theme: officeTheme(),
  };
};

const fill = async (
  port: OpenWorkbook,
  change: (changes: readonly Change[], doing: string) => Promise<unknown>,
  { today, minutes }: { readonly today: () => CalendarDay; readonly minutes: () => number },
): Promise<void> => {
  const { site } = await port.read({}, "填入示例");
  await change(sampleRegisters(site, today(), minutes()), "填入示例");
};

interface Target {
  readonly sheet: string;
  readonly address?: string;
}

/** The cell of a form's row and key, whatever users have called its sheet and wherever they moved its column. */
const targetOf = async ({ sheet, form, key, row }: Place): Promise<Target> => {
  const shape =
    form === undefined ? undefined : await roundTrip("跳转", (context) => queueShape(context, form));
  if (shape === undefined || row === undefined) return { sheet: shape?.sheet ?? sheet };
  const at = columnsOf(shape).find((column) => column.key === key)?.at ?? -1;
  return { sheet: shape.sheet, address: cellAddress(row - 1, shape.left + Math.max(0, at)) };
};
