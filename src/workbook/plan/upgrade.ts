/** R14: workbooks of former versions, brought to this one by numbered steps; what is there stays. */
import type { Book } from "../../book/book";
import { damagesOf } from "./damage";
import type { Inspected } from "./inspected";
import { schemaVersion } from "./ledger-sheet";
import type { Repair } from "./repair";
import { homeSheet } from "./site-sheet";

interface UpgradeStep {
  readonly from: number;
  readonly to: number;
  /** Everything it does, in order; the version comes last, so that an interrupted step is done again. */
  readonly repairs: (inspected: Inspected, plan: Book) => readonly Repair[];
}

/** What the plan has and the workbook has not; a column or line of unclear meaning is left to people. */
const whatIsMissing = (inspected: Inspected, plan: Book): readonly Repair[] => {
  const found = damagesOf(inspected, plan, { strict: true })
    .filter(({ sure, problem }) => sure || problem.code === "sheetMissing")
    .flatMap(({ repair }) => repair)
    .filter((each) => !(each.kind === "addSheet" && each.sheet === homeSheet));
  return [...new Map(found.map((each) => [JSON.stringify(each), each])).values()];
};

/** Formulas and rules as this program has them; whatever else a workbook has lost is for the repair to ask about. */
const whatIsComputed = (inspected: Inspected, plan: Book): readonly Repair[] =>
  damagesOf(inspected, plan, { strict: true })
    .filter(({ problem }) => problem.code === "formulaChanged" || problem.code === "validationOther")
    .flatMap(({ repair }) => repair);

const steps: readonly UpgradeStep[] = [
  {
    // The whole paper: invitations to appointments, sales, turns, profiles; settings as a table; more lists.
    from: 1,
    to: 2,
    repairs: (inspected, plan) => [
      ...whatIsMissing(inspected, plan),
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
      ...whatIsComputed(inspected, plan),
      { kind: "renewHome" },
      { kind: "setVersion", version: 3 },
    ],
  },
  {
    // 已收款 and 尚欠 of a unit given back and bought again are each deal's own; 首页 counts no deal given back.
    from: 3,
    to: 4,
    repairs: (inspected, plan) => [
      ...whatIsComputed(inspected, plan),
      { kind: "renewHome" },
      { kind: "setVersion", version: 4 },
    ],
  },
];

/** The next step for a workbook of this version; nothing where it is up to date. A lost version counts as the first. */
export const nextUpgrade = (version: number): UpgradeStep | undefined =>
  version >= schemaVersion ? undefined : steps.find(({ from }) => from === Math.max(1, version));
