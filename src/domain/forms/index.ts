/** THE BINDER: every form of the workbook, in the workbook's order. */
import type { Form } from "../form/form";
import { applications } from "./applications";
import { calls } from "./calls";
import { careTasks } from "./care-tasks";
import { deals } from "./deals";
import { events } from "./events";
import { followUps } from "./follow-ups";
import { grades } from "./grades";
import { intentScores } from "./intent-scores";
import { invitations } from "./invitations";
import { lostClients } from "./lost-clients";
import { profiles } from "./profiles";
import { progress } from "./progress";
import { instalments, mortgagePapers, receipts } from "./receipts";
import { receptions, rotation } from "./rotation";
import { cadence, consultants, counters, meta, problems, settingLines, signals } from "./settings";
import { units } from "./units";
import { visitors } from "./visitors";

/** The forms people fill. Some stand side by side on one sheet. */
export const registers = {
  visitors,
  calls,
  grades,
  followUps,
  invitations,
  deals,
  lostClients,
  applications,
  progress,
  units,
  receipts,
  instalments,
  mortgagePapers,
  rotation,
  receptions,
  profiles,
  careTasks,
  intentScores,
  events,
} as const;

/** The forms and the small tables the program keeps beside them. */
export const binder = {
  ...registers,
  settingLines,
  cadence,
  consultants,
  signals,
  problems,
  counters,
  meta,
} as const;

export type RegisterKey = keyof typeof registers;
export type FormKey = keyof typeof binder;

export const registerKeys = Object.keys(registers) as readonly RegisterKey[];
export const formKeys = Object.keys(binder) as readonly FormKey[];
export const formOf = (key: FormKey): Form => binder[key];
/** The keys of a form's blanks. */
export type FieldKey<Key extends FormKey> = keyof (typeof binder)[Key]["fields"] & string;

/** The registers by the sheet they stand on, in the workbook's order: `[["visitors"], …, ["receipts", "instalments", …]]`. */
export const registersBySheet: readonly (readonly [RegisterKey, ...RegisterKey[]])[] = [
  ...registerKeys
    .reduce((sheets, key) => {
      const { sheet } = registers[key];
      const beside = sheets.get(sheet);
      return sheets.set(sheet, beside === undefined ? [key] : [...beside, key]);
    }, new Map<string, readonly [RegisterKey, ...RegisterKey[]]>())
    .values(),
];
