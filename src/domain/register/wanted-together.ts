import type { FormKey } from "../forms/index";
import type { Wanted } from "./wanted";

/** What several questions want to see, as one reading. */
export const wantedTogether = (...all: readonly Wanted[]): Wanted => {
  const found: Partial<Record<FormKey, readonly string[] | "all">> = {};
  for (const wanted of all)
    for (const [key, columns] of Object.entries(wanted) as [FormKey, readonly string[] | "all"][]) {
      const before = found[key];
      found[key] =
        before === "all" || columns === "all" ? "all" : [...new Set([...(before ?? []), ...columns])];
    }
  return found;
};
