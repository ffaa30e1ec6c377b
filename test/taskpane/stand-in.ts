/** A workbook in memory behind the pane's services: for tests of the pane alone, and for its pictures. */
import type { Book, Sheet } from "../../src/book/book";
import { type FormKey, formKeys, formOf, type RegisterKey } from "../../src/domain/forms/index";
import { type ListKey, listKeys, lists } from "../../src/domain/forms/lists";
import type { SiteShare } from "../../src/domain/head-office/share";
import type { CalendarDay, Moment } from "../../src/domain/kit/calendar-day";
import type { Change } from "../../src/domain/register/change";
import type { Problem } from "../../src/domain/register/problem";
import type { RawCell, Register } from "../../src/domain/register/register";
import { settleNumbers } from "../../src/domain/register/check/settle-numbers";
import { housePolicies } from "../../src/domain/register/settings/policies";
import type { Site, SiteBook } from "../../src/domain/register/site";
import { onlyRows } from "../../src/domain/register/some-rows";
import type { Wanted } from "../../src/domain/register/wanted";
import { cadences } from "../../src/domain/rules/follow-up-due";
import type { OldSource } from "../../src/taskpane/adopt/old-source";
import type { News, Opened, Place, Services } from "../../src/taskpane/services";
import { cellOf } from "../../src/workbook/plan/cells";
import type { FormerResult } from "../../src/workbook/office/former-result";
import type { Damage } from "../../src/workbook/plan/damage";
import type { Repair } from "../../src/workbook/plan/repair";
import type { OpenWorkbook, WorkbookRefused, Written } from "../../src/workbook/port";
import { grown, readingOf } from "./head-office";

type Cells = Record<string, RawCell>;

export interface StandIn {
  readonly services: Services;
  readonly rows: Record<string, Cells[]>;
  readonly jumped: Place[];
  /** A former 汇总 in the workbook that can be gone on from. */
  former: FormerResult | undefined;
  /** Sites of a former 汇总 in the workbook. */
  merged: readonly string[];
  /** Why what was begun and stopped cannot be taken back. */
  refusesToGiveBack: WorkbookRefused | undefined;
  readonly added: { readonly doing: string; readonly sheets: readonly Sheet[] }[];
  readonly marked: Problem[];
  /** Files that were written to be downloaded. */
  readonly filed: Book[];
  readonly lifted: string[];
  /** What the workbook has lost. */
  damages: readonly Damage[];
  readonly repaired: Repair[];
  /** Of a former one, where it is. */
  version: number | undefined;
  /** The next reads or writes are refused with this. */
  refuse: Error | undefined;
  /** Changes are not written before this. */
  held: Promise<void> | undefined;
  /** Nothing is read or written before this. */
  waits: Promise<void> | undefined;
  /** No file of a site is read before this. */
  filesWait: Promise<void> | undefined;
  opened: Opened;
  readonly site: { value: Site };
  readonly book: () => SiteBook;
  readonly write: (changes: readonly Change[]) => Written;
  /** Something happened to the registers. */
  readonly tell: (news: Partial<News>) => void;
}

/** What waits goes on when it is opened, however slow the machine is. */
export const gate = (): { readonly shut: Promise<void>; readonly open: () => void } => {
  let open = (): void => undefined;
  const shut = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { shut, open };
};

export interface StandInOptions {
  readonly opened?: Opened;
  readonly today?: string;
  readonly time?: string;
  readonly dark?: boolean;
  /** Somebody else's sheets: of the open workbook, and of whatever file is read. */
  readonly grids?: readonly OldSource[];
  readonly site?: Partial<Site>;
  /** What files bring to head office, by name; the others cannot be read. */
  readonly shares?: ReadonlyMap<string, SiteShare>;
  /** Instead of `grids`. */
  readonly readFile?: (file: File, signal?: AbortSignal) => Promise<readonly OldSource[]>;
}

const emptySheet = (sheet: string): OldSource => ({
  sheet,
  rows: [],
  firstRow: 1,
  merges: [],
});

const pace = (grade: "A" | "B" | "C", policy: "000" | "002" = "000") => {
  const { first, earliest, latest } = cadences[policy][grade] as {
    first: number;
    earliest: number;
    latest: number;
  };
  return { first, earliest, latest };
};

/** 示例: nobody of these exists. */
export const invented: Site = {
  project: "洛阳龙门花园",
  place: "洛阳",
  region: "LY",
  areaCode: "0379",
  consultants: ["王芳", "李强", "赵敏"].map((name) => ({ name, active: true, group: "一组" })),
  lists: Object.fromEntries(listKeys.map((key) => [key, lists[key].choices])) as unknown as Record<
    ListKey,
    readonly string[]
  >,
  policy: "000",
  cadence: { A: pace("A"), B: pace("B"), C: pace("C") },
  ownerCadence: { A: pace("A", "002"), B: pace("B", "002"), C: pace("C", "002") },
  occasions: [{ day: "2026-12-31" as CalendarDay, name: "跨年促销" }],
  policies: housePolicies,
  highest: new Map(),
};

const firstRow = 5;

/** What every reading brings, asked for or not. */
const small: Wanted = { consultants: "all", cadence: "all", signals: "all", events: "all", counters: "all" };

/** No register and no column that was not asked for, as a workbook gives it. */
const asAsked = (book: SiteBook, wanted: Wanted): SiteBook => {
  const keysOf = { ...wanted, ...small };
  const registers = Object.entries(book.registers).flatMap(([form, register]) => {
    const keys = keysOf[form as FormKey];
    if (keys === undefined) return [];
    const columns = [...register.columns].filter(([key]) => keys === "all" || keys.includes(key));
    return [[form, { ...register, columns: new Map(columns) }] as const];
  });
  return { ...book, registers: Object.fromEntries(registers) };
};

const inCells = (form: FormKey, row: Readonly<Record<string, string | number>>): Cells =>
  Object.fromEntries(
    Object.entries(row).map(([key, answer]) => {
      const field = formOf(form).fields[key];
      return [key, answer === "" ? null : field ? cellOf(field, answer) : answer];
    }),
  );

export const standIn = (options: StandInOptions = {}): StandIn => {
  const { today = "2026-11-22", time = "10:30", grids = [] } = options;
  const rows: Record<string, Cells[]> = Object.fromEntries(formKeys.map((key) => [key, [] as Cells[]]));
  const site = { value: { ...invented, ...options.site } };
  const listeners = new Set<(news: News) => void>();
  let before:
    | { readonly rows: string; readonly highest: ReadonlyMap<string, number>; readonly doing: string }
    | undefined;

  const register = (key: FormKey): Register => ({
    form: formOf(key),
    sheet: formOf(key).sheet,
    firstRow,
    count: rows[key]?.length ?? 0,
    columns: new Map(
      Object.keys(formOf(key).fields).map((field) => [
        field,
        (rows[key] ?? []).map((row) => row[field] ?? null),
      ]),
    ),
    missing: [],
    strangers: [],
  });
  const bookOf = (keys: readonly FormKey[]): SiteBook => ({
    site: site.value,
    registers: Object.fromEntries(keys.map((key) => [key, register(key)])),
    absent: [],
  });

  const write = (changes: readonly Change[]): Written => {
    const placed: number[] = [];
    const outrun: Change[] = [];
    for (const change of changes) {
      if (change.kind === "append")
        placed.push((rows[change.form] ??= []).push(inCells(change.form, change.row)) - 1 + firstRow);
      else if (change.kind === "set") {
        const row = rows[change.form]?.[change.row - firstRow];
        if (!row || (row[change.key] ?? null) !== (change.was === "" ? null : change.was))
          outrun.push(change);
        else Object.assign(row, inCells(change.form, { [change.key]: change.value ?? "" }));
      } else if (change.kind === "counter") {
        const highest = new Map(site.value.highest);
        highest.set(change.prefix, Math.max(highest.get(change.prefix) ?? 0, change.highest));
        site.value = { ...site.value, highest };
      }
    }
    return { rows: placed, outrun, after: bookOf(formKeys) };
  };
  const remember = (doing: string): void => {
    before = { rows: JSON.stringify(rows), highest: site.value.highest, doing };
  };
  const pause = async (): Promise<void> => {
    await self.waits;
    if (self.refuse) {
      const refusal = self.refuse;
      self.refuse = undefined;
      throw refusal;
    }
  };
  const workbook: OpenWorkbook = {
    read: async (wanted: Wanted) => {
      await pause();
      return asAsked(bookOf(formKeys), wanted);
    },
    readRows: async (asked) => {
      await pause();
      return onlyRows(bookOf(formKeys), asked);
    },
    write: async (changes) => {
      await pause();
      return write(changes);
    },
  };

  const services: Services = {
    workbook,
    enter: async ({ doing, decide }) => {
      await pause();
      const decision = decide(bookOf(formKeys));
      if (!decision.ok) return decision;
      remember(doing);
      write(decision.changes);
      write(settleNumbers(bookOf(formKeys)));
      return { ok: true, decision, clientId: decision.clientId, differing: [] };
    },
    change: async (changes, doing, { progress, signal } = {}) => {
      progress?.(0, changes.length);
      await pause();
      await self.held;
      signal?.throwIfAborted();
      remember(doing);
      const written = write(changes);
      progress?.(changes.length, changes.length);
      return written;
    },
    today: () => today as CalendarDay,
    now: () => `${today} ${time}` as Moment,
    opened: async () => {
      await pause();
      return self.opened;
    },
    build: async (wanted, _sample, progress) => {
      await pause();
      progress(1, 1);
      site.value = {
        ...site.value,
        project: wanted.project,
        place: wanted.place,
        region: wanted.region,
        consultants: wanted.consultants.map((name) => ({ name, active: true, group: "" })),
      };
      self.opened = "ours";
    },
    fillSample: async () => {
      await pause();
    },
    addSheets: async (sheets, doing, progress) => {
      await pause();
      progress?.(1, 2);
      await pause();
      self.added.push({ doing, sheets });
      progress?.(2, 2);
    },
    formerResult: async () => {
      await pause();
      return self.former;
    },
    mergedSites: async () => {
      await pause();
      return self.merged;
    },
    addGrowingSheets: async (growing, doing, signal) => {
      await pause();
      const sheets = await grown(growing, signal).catch((stopped: unknown) => {
        throw self.refusesToGiveBack ?? stopped;
      });
      self.added.push({ doing, sheets });
    },
    jump: async (place) => {
      self.jumped.push(place);
      return Promise.resolve();
    },
    mark: async (problems) => {
      self.marked.push(...problems);
      return Promise.resolve(problems.length);
    },
    unmark: async () => {
      self.marked.length = 0;
      return Promise.resolve();
    },
    record: async () => Promise.resolve(),
    watch: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    onWaiting: () => () => undefined,
    undoable: (doing) => (doing === undefined || before?.doing === doing ? before?.doing : undefined),
    undo: async (doing) => {
      await pause();
      if (!before || (doing !== undefined && before.doing !== doing)) return undefined;
      for (const [key, old] of Object.entries(JSON.parse(before.rows) as Record<string, Cells[]>))
        rows[key] = old;
      site.value = { ...site.value, highest: before.highest };
      before = undefined;
      return { left: 0 };
    },
    lift: (code) => {
      self.lifted.push(code);
    },
    otherSheets: async () =>
      Promise.resolve(grids.map(({ sheet, hiddenSheet = false }) => ({ name: sheet, hidden: hiddenSheet }))),
    readSheet: async (name) => {
      await pause();
      return grids.find(({ sheet }) => sheet === name) ?? emptySheet(name);
    },
    readFile: async (file, signal) => {
      await pause();
      signal?.throwIfAborted();
      return options.readFile === undefined ? grids : options.readFile(file, signal);
    },
    writeFile: async (book) => {
      self.filed.push(book);
      return Promise.resolve(new Uint8Array([1]));
    },
    inspect: async () => {
      await pause();
      return self.damages;
    },
    repair: async (repairs) => {
      await pause();
      self.repaired.push(...repairs);
      const done = new Set(repairs.map((each) => JSON.stringify(each)));
      self.damages = self.damages.filter(
        ({ repair, instead = [] }) => ![...repair, ...instead].some((each) => done.has(JSON.stringify(each))),
      );
      return self.damages;
    },
    outdated: async () => Promise.resolve(self.version),
    upgrade: async (progress) => {
      await pause();
      progress(1, 1);
      self.version = undefined;
      return [];
    },
    readShares: (about) =>
      readingOf(
        (file) => options.shares?.get(file),
        about,
        async () => {
          await self.filesWait;
          await pause();
        },
        (book) => self.filed.push(book),
      ),
    theme: { dark: () => options.dark ?? false, onChange: () => () => undefined },
  };

  const self: StandIn = {
    services,
    rows,
    jumped: [],
    merged: [],
    former: undefined,
    refusesToGiveBack: undefined,
    added: [],
    marked: [],
    filed: [],
    lifted: [],
    damages: [],
    repaired: [],
    version: undefined,
    refuse: undefined,
    held: undefined,
    waits: undefined,
    filesWait: undefined,
    opened: options.opened ?? "ours",
    site,
    book: () => bookOf(formKeys),
    write,
    tell: (news) => {
      for (const each of listeners)
        each({ source: "colleague", rows: [], problems: [], corrected: 0, registered: 0, ...news });
    },
  };
  return self;
};

export type { RegisterKey };
