/** THE BINDER: every form of the workbook, in the workbook's order. */
import type { Form } from "../form/form";
import { calls } from "./calls";
import { deals } from "./deals";
import { events } from "./events";
import { followUps } from "./follow-ups";
import { grades } from "./grades";
import { cadence, consultants, counters, meta, problems } from "./settings";
import { visitors } from "./visitors";

/** The forms people fill. */
export const registers = { visitors, calls, grades, followUps, deals, events } as const;

/** The forms and the small tables the program keeps beside them. */
export const binder = { ...registers, cadence, consultants, problems, counters, meta } as const;

export type RegisterKey = keyof typeof registers;
export type FormKey = keyof typeof binder;

export const registerKeys = Object.keys(registers) as readonly RegisterKey[];
export const formKeys = Object.keys(binder) as readonly FormKey[];
export const formOf = (key: FormKey): Form => binder[key];
/** The keys of a form's blanks. */
export type FieldKey<Key extends FormKey> = keyof (typeof binder)[Key]["fields"] & string;
