/** R14: workbooks of former versions, brought to this one by numbered steps; what is there stays. */
import type { Book } from "../../book/book";
import { type FormKey, formOf } from "../../domain/forms/index";
import { depositStates } from "../../domain/forms/receipts";
import { type Damage, damagesOf } from "./damage";
import type { Inspected } from "./inspected";
import { schemaVersion } from "./ledger-sheet";
import type { Repair } from "./repair";
import { homeSheet, type SettingKey, settings } from "./site-sheet";

interface UpgradeStep {
  readonly from: number;
  readonly to: number;
  /** Everything it does, in order; the version comes last, so that an interrupted step is done again. */
  readonly repairs: (inspected: Inspected, plan: Book) => readonly Repair[];
}

const strictly = (inspected: Inspected, plan: Book): readonly Damage[] =>
  damagesOf(inspected, plan, { strict: true });

/** What the plan has and the workbook has not; a column or line of unclear meaning is left to people. */
const whatIsMissing = (damages: readonly Damage[]): readonly Repair[] => {
  const found = damages
    .filter(({ sure, problem }) => sure || problem.code === "sheetMissing")
    .flatMap(({ repair }) => repair)
    // 首页 is made anew in the same step.
    .filter((each) => !(each.kind === "addSheet" && each.sheet === homeSheet))
    .filter((each) => !(each.kind === "restoreCells" && each.what === "home"));
  return [...new Map(found.map((each) => [JSON.stringify(each), each])).values()];
};

/** Formulas and rules as this program has them; whatever else a workbook has lost is for the repair to ask about. */
const whatIsComputed = (damages: readonly Damage[]): readonly Repair[] =>
  damages
    .filter(({ problem }) => problem.code === "formulaChanged" || problem.code === "validationOther")
    .flatMap(({ repair }) => repair);

/** Names, rules and colours this program has and the workbook has not: a former version had fewer. */
const whatIsDressed = (damages: readonly Damage[]): readonly Repair[] =>
  damages
    .filter(({ sure }) => sure)
    .flatMap(({ repair }) => repair)
    .filter(
      (each) =>
        ["addName", "restoreValidation", "restoreHighlights"].includes(each.kind) ||
        (each.kind === "restoreCells" && each.what !== "home"),
    );

/** 现行周期 as this program reckons it. */
const whatIsPaced = (damages: readonly Damage[]): readonly Repair[] =>
  damages
    .flatMap(({ repair }) => repair)
    .filter((each) => each.kind === "restoreCells" && each.what === "pace");

/** Lists down to their last choice, whatever was cleared above it. */
const whatIsListed = (damages: readonly Damage[]): readonly Repair[] =>
  damages.flatMap(({ repair }) => repair).filter(({ kind }) => kind === "addName");

/** 计划所属季度 of 设置, and the colours of 季度进度 that ask for it. */
const whatIsPlanned = (damages: readonly Damage[]): readonly Repair[] =>
  damages
    .flatMap(({ repair }) => repair)
    .filter(
      (each) =>
        (each.kind === "addSettingLine" && each.key === "plannedFrom") ||
        (each.kind === "restoreHighlights" && each.form === "progress"),
    );

/** 免交 of 按揭资料. */
const whatIsColoured = (damages: readonly Damage[]): readonly Repair[] =>
  damages
    .flatMap(({ repair }) => repair)
    .filter((each) => each.kind === "restoreHighlights" && each.form === "mortgagePapers");

const depositLines: readonly SettingKey[] = ["depositDays", "withdrawnEarliest", "withdrawnLatest"];
const depositNames = depositLines.map((key): string => settings[key]);

/** The days after a deposit: lines of 设置, and their names, which formulas ask for. */
const whatIsAfterDeposits = (damages: readonly Damage[]): readonly Repair[] =>
  damages
    .flatMap(({ repair }) => repair)
    .filter(
      (each) =>
        (each.kind === "addSettingLine" && depositLines.includes(each.key)) ||
        (each.kind === "addName" && depositNames.includes(each.name)),
    );

/** Columns that versions since the second have brought; formulas of other tables ask for them. */
const columnsSince = [
  { form: "receipts", key: "depositStatus" },
  { form: "receipts", key: "refused" },
] as const satisfies readonly {
  readonly form: FormKey;
  readonly key: string;
}[];

/** A caption no column of the table has yet: "定金状态（原）". */
const setAside = (caption: string, headers: readonly string[]): string => {
  const former = `${caption}（原）`;
  let free = former;
  for (let n = 2; headers.includes(free); n++) free = `${former}${n}`;
  return free;
};

/**
 * The columns a former version did not have, with their formulas. One of the users' own under the same name, with
 * anything in it that is not our formula, is theirs: it gives up its name and keeps all else.
 */
const whatIsNew = ({ tables }: Inspected): readonly Repair[] =>
  columnsSince.flatMap(({ form, key }): readonly Repair[] => {
    const seen = tables.get(form);
    const caption = formOf(form).fields[key]?.caption ?? key;
    if (seen === undefined) return [];
    const add = { kind: "addColumn", form, key } as const;
    const compute = { kind: "restoreFormula", form, key, rows: "all" } as const;
    const at = seen.headers.indexOf(caption);
    if (at < 0) return [add];
    // One that people fill is the same column, whoever made it.
    if (formOf(form).fields[key]?.kind !== "computed") return [];
    const formula = String(seen.firstFormulas[at] ?? "");
    const typed = (seen.columns.get(caption)?.constants ?? []).length > 0;
    const isOurs = formula.includes(depositStates.movedTo) || (formula === "" && !typed);
    const aside = { kind: "renameColumn", form, from: caption, to: setAside(caption, seen.headers) } as const;
    return isOurs ? [compute] : [aside, add];
  });

const steps: readonly UpgradeStep[] = [
  {
    // The whole paper: invitations to appointments, sales, turns, profiles; settings as a table; more lists.
    from: 1,
    to: 2,
    repairs: (inspected, plan) => [
      ...whatIsMissing(strictly(inspected, plan)),
      { kind: "dressSettings" },
      { kind: "renewHome" },
      { kind: "setVersion", version: 2 },
    ],
  },
  {
    // An opinion agrees only where it says so; days count from a deposit or a refund; no deal in days to come; 首页
    // says who is next by the log.
    from: 2,
    to: 3,
    repairs: (inspected, plan) => [
      ...whatIsNew(inspected),
      ...whatIsComputed(strictly(inspected, plan)),
      { kind: "renewHome" },
      { kind: "setVersion", version: 3 },
    ],
  },
  {
    // 已收款 and 尚欠 of a unit given back and bought again are each deal's own; 首页 counts no deal given back.
    from: 3,
    to: 4,
    repairs: (inspected, plan) => [
      ...whatIsNew(inspected),
      ...whatIsComputed(strictly(inspected, plan)),
      { kind: "renewHome" },
      { kind: "setVersion", version: 4 },
    ],
  },
  {
    // Each deposit has its state, and a client with a deposit that waits is waited for, whatever became of the others.
    // 定金回款 keeps the client's number in view, and 活动 prints across the page.
    from: 4,
    to: 5,
    repairs: (inspected, plan) => {
      const damages = strictly(inspected, plan);
      return [
        ...whatIsNew(inspected),
        ...whatIsComputed(damages),
        ...whatIsDressed(damages),
        { kind: "renewLayouts" },
        { kind: "renewHome" },
        { kind: "setVersion", version: 5 },
      ];
    },
  },
  {
    // 首页 keeps the line at the door row by row: a turn taken out of the fixed order changes who is next. 现行周期 is
    // of whole days. 定金状态 after an exchange and back, and the money of a home bought again on the day it was given back.
    // 设置 says which quarter the plan of 季度进度 is for.
    from: 5,
    to: 6,
    repairs: (inspected, plan) => {
      const damages = strictly(inspected, plan);
      return [
        ...whatIsPlanned(damages),
        ...whatIsListed(damages),
        ...whatIsComputed(damages),
        ...whatIsPaced(damages),
        { kind: "renewHome" },
        { kind: "setVersion", version: 6 },
      ];
    },
  },
  {
    // What the last contact agreed replaces what was agreed before. A day with an hour is that day. A reassigned client's
    // days count from the reassignment, and 设置 says how many there are after a deposit. A paper that is not asked for is
    // closed with `/`.
    from: 6,
    to: 7,
    repairs: (inspected, plan) => {
      const damages = strictly(inspected, plan);
      return [
        ...whatIsAfterDeposits(damages),
        ...whatIsComputed(damages),
        ...whatIsColoured(damages),
        { kind: "renewHome" },
        { kind: "setVersion", version: 7 },
      ];
    },
  },
  {
    // Of grades reached on one day the later of D C B A √ × counts, whatever the hour. Reassignment serves no occasion of D
    // clients. Wide sheets are printed on pages that can be read, and the paper's own notes stand over them.
    from: 7,
    to: 8,
    repairs: (inspected, plan) => [
      ...whatIsComputed(strictly(inspected, plan)),
      { kind: "renewPages" },
      { kind: "setVersion", version: 8 },
    ],
  },
];

/** The next step for a workbook of this version; nothing where it is up to date. A lost version counts as the first. */
export const nextUpgrade = (version: number): UpgradeStep | undefined =>
  version >= schemaVersion ? undefined : steps.find(({ from }) => from === Math.max(1, version));
