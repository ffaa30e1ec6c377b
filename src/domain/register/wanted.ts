import type { FormKey } from "../forms/index";

/** Which columns of which registers a decision needs to see; "all" for every column of the form. */
export type Wanted = Readonly<Partial<Record<FormKey, readonly string[] | "all">>>;

/** What several questions want, read at once. */
export const wantedTogether = (...each: readonly Wanted[]): Wanted => {
  const found: Partial<Record<FormKey, readonly string[] | "all">> = {};
  for (const wanted of each)
    for (const [form, keys] of Object.entries(wanted) as [FormKey, readonly string[] | "all"][]) {
      const before = found[form];
      found[form] = keys === "all" || before === "all" ? "all" : [...new Set([...(before ?? []), ...keys])];
    }
  return found;
};
