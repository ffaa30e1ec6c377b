import type { FormKey } from "../forms/index";

/** Which columns of which registers a decision needs to see; "all" for every column of the form. */
export type Wanted = Readonly<Partial<Record<FormKey, readonly string[] | "all">>>;
