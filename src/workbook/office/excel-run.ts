/**
 * THE DOOR to Excel: `Excel.run` stands here and nowhere else.
 * A refusal leaves as WorkbookRefused, naming what we were doing; our own bugs leave as they are.
 */
import { type RefusalCode, WorkbookRefused } from "../port";

/** How long to bear with an Excel that is busy: a cell being edited, too many requests. */
export interface Patience {
  /** Milliseconds before each further try. */
  readonly pauses: readonly number[];
  readonly wait: (milliseconds: number) => Promise<void>;
  /** For the pane: "等待您结束单元格编辑". */
  readonly onWaiting?: (why: RefusalCode, doing: string) => void;
}

export const patience: Patience = {
  pauses: [150, 300, 600, 1200, 2400, 4000, 4000, 4000],
  wait: (milliseconds) =>
    new Promise((resolve) => {
      setTimeout(resolve, milliseconds);
    }),
};

export interface Run {
  readonly patience?: Patience;
  /** One step of Excel's own undo, where it offers that (ExcelApi 1.20). */
  readonly undoStep?: boolean;
  /** Before each request of a long reading: what is more urgent may be asked in between. */
  readonly between?: () => Promise<void>;
}

/** Never by the error's text: that is localised. */
const refusals: Readonly<Record<string, RefusalCode>> = {
  InvalidOperationInCellEditMode: "cellBeingEdited",
  ActivityLimitReached: "busy",
  InvalidOperationWhenModalDialogOpen: "busy",
  WriteNotSupportedWhenModalDialogOpen: "busy",
  AccessDenied: "protected",
  RequestPayloadSizeLimitExceeded: "tooLarge",
  ResponsePayloadSizeLimitExceeded: "tooLarge",
  RangeExceedsLimit: "tooLarge",
  InvalidOrTimedOutSession: "sessionLost",
  InvalidOrTimedOutSessionMessage: "sessionLost",
  InvalidRequestContext: "sessionLost",
};

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;

const refused = (error: unknown, doing: string): unknown => {
  const code = codeOf(error);
  if (error instanceof WorkbookRefused || code === undefined) return error;
  return new WorkbookRefused(refusals[code] ?? "unknown", doing, "Excel", { cause: error });
};

/** Not in this client's types yet; a host that does not know it ignores it. */
interface UndoableRun extends Excel.RunOptions {
  readonly mergeUndoGroup: boolean;
}

export const supports = (version: string): boolean =>
  Office.context.requirements.isSetSupported("ExcelApi", version);

/** Counts what went through, so that nothing is ever done twice. */
const counting = (context: Excel.RequestContext): { readonly synced: () => number } => {
  const sync = context.sync.bind(context);
  let count = 0;
  context.sync = async <T>(passed?: T): Promise<T> => {
    const result = await sync(passed);
    count++;
    return result;
  };
  return { synced: () => count };
};

const options = (run: Run): UndoableRun | Excel.RunOptions =>
  run.undoStep === true && supports("1.20") ? { mergeUndoGroup: true } : {};

/**
 * Runs `work` in one context. While Excel is busy it waits and tries again, as long as nothing has gone through:
 * work with several syncs that must survive that is cut into several calls.
 * @param doing what for, in Chinese: "登记来访".
 * @throws WorkbookRefused when Excel refuses.
 */
export const inExcel = async <T>(
  doing: string,
  work: (context: Excel.RequestContext) => Promise<T>,
  run: Run = {},
): Promise<T> => {
  const { pauses, wait, onWaiting } = run.patience ?? patience;
  for (let tries = 0; ; tries++) {
    let synced = 0;
    try {
      return await Excel.run(options(run), async (context) => {
        const counted = counting(context);
        try {
          return await work(context);
        } finally {
          synced = counted.synced();
        }
      });
    } catch (error) {
      const refusal = refused(error, doing);
      const pause = pauses[tries];
      const busy =
        refusal instanceof WorkbookRefused && (refusal.code === "cellBeingEdited" || refusal.code === "busy");
      if (!busy || synced > 0 || pause === undefined) throw refusal;
      onWaiting?.(refusal.code, doing);
      await wait(pause);
    }
  }
};

/**
 * One request: `queue` says what to do and to load, what it returns reads the answers.
 * Repeatable by its shape, since nothing happens before the one sync.
 */
export const roundTrip = <T>(
  doing: string,
  queue: (context: Excel.RequestContext) => () => T,
  run: Run = {},
): Promise<T> =>
  inExcel(
    doing,
    async (context) => {
      const read = queue(context);
      await context.sync();
      return read();
    },
    run,
  );

/**
 * Hears what Excel tells.
 * @param add puts the handler on: `context.workbook.worksheets.onChanged.add(…)`.
 * @returns the way to hear no more.
 */
export const listen = async <Args>(
  doing: string,
  add: (context: Excel.RequestContext) => OfficeExtension.EventHandlerResult<Args>,
  run: Run = {},
): Promise<() => Promise<void>> => {
  const handler = await inExcel(
    doing,
    async (context) => {
      const added = add(context);
      await context.sync();
      return added;
    },
    run,
  );
  // A handler is taken off in the context it was put on in.
  return () =>
    Excel.run(handler.context, async (context) => {
      handler.remove();
      await context.sync();
    });
};
