import type { Change } from "./model";

/** Some changes in one: a big write comes in thousands of pieces. */
export const gathered = (changes: readonly Change[]): readonly Change[] => {
  const bySheet = new Map<string, { top: number; left: number; bottom: number; right: number }>();
  const others = new Map<string, Change>();
  for (const change of changes) {
    if (change.kind !== "cells") {
      others.set(JSON.stringify(change), change);
      continue;
    }
    const { top, left, bottom, right } = change.area;
    const known = bySheet.get(change.sheet);
    if (!known) bySheet.set(change.sheet, { top, left, bottom, right });
    else {
      known.top = Math.min(known.top, top);
      known.left = Math.min(known.left, left);
      known.bottom = Math.max(known.bottom, bottom);
      known.right = Math.max(known.right, right);
    }
  }
  const cells = [...bySheet].map(([sheet, area]): Change => ({ kind: "cells", sheet, area }));
  return [...others.values(), ...cells];
};
