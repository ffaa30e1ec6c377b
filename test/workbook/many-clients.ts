/** A site with many invented clients, drawn from a seed: contacts, grades and agreements in every combination. */
import { addDays, type CalendarDay, momentAt } from "../../src/domain/kit/calendar-day";
import type { Change } from "../../src/domain/register/change";
import { reachedKey } from "../../src/domain/register/grade-rows";
import type { Row } from "../../src/domain/register/register";
import { dealNumber, formatClientNumber } from "../../src/domain/rules/client-number";
import type { Grade } from "../../src/domain/rules/grade";

/** Numerical Recipes' generator: the same draw everywhere. */
export const drawing = (seed: number) => {
  let state = seed >>> 0;
  const below = (n: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
  return {
    below,
    chance: (percent: number): boolean => below(100) < percent,
    pick: <T>(from: readonly T[]): T => from[below(from.length)] as T,
  };
};

const paths: readonly (readonly Grade[])[] = [
  ["C"],
  ["D"],
  ["C", "B"],
  ["C", "B", "A"],
  ["D", "C"],
  ["A", "D"],
  ["B", "C"],
  ["C", "B", "A", "√"],
  ["C", "×"],
  ["A"],
];

/** @param until the last day anything happens on. */
export const manyClients = (count: number, until: CalendarDay, seed = 7): readonly Change[] => {
  const draw = drawing(seed);
  const changes: { readonly at: string; readonly change: Change }[] = [];
  const append = (
    form: "visitors" | "calls" | "grades" | "followUps" | "deals",
    at: string,
    row: Row,
  ): void => {
    changes.push({ at, change: { kind: "append", form, row } });
  };
  for (let i = 0; i < count; i++) {
    const letters = `${String.fromCharCode(65 + (i % 26))}${String.fromCharCode(65 + (Math.floor(i / 26) % 26))}`;
    const clientId = formatClientNumber("LY", letters, Math.floor(i / 676) + 1);
    const consultant = draw.pick(["王芳", "李强", "陈晨"]);
    const name = `示例${i}`;
    const first = addDays(until, -draw.below(90));
    const some = (): CalendarDay => addDays(first, draw.below(Math.max(1, 1 + dayCount(first, until))));
    const rang = draw.chance(30);
    if (rang)
      append("calls", first, {
        clientId,
        calledAt: momentAt(first, 600 + draw.below(400)),
        name,
        consultant,
      });
    if (rang && draw.chance(30)) {
      const again = some();
      append("calls", again, { clientId, calledAt: momentAt(again, 600), name, consultant });
    }
    if (!rang || draw.chance(50)) {
      const came = rang ? some() : first;
      append("visitors", came, { clientId, visitDate: came, name, consultant });
    }
    const contacts = draw.below(5);
    for (let n = 0; n < contacts; n++) {
      const day = n === 0 ? first : some();
      append("followUps", day, {
        clientId,
        contactedAt: momentAt(day, 540 + draw.below(500)),
        method: draw.pick(["来访", "电话", "微信"]),
        notes: "示例跟进",
        consultant,
        ...(draw.chance(40) && { nextAt: addDays(day, draw.below(14)) }),
        ...(draw.chance(10) && { nextAt: "/" }),
      });
    }
    const reached: Record<string, string> = {};
    let day = first;
    for (const grade of draw.pick(paths)) {
      reached[reachedKey[grade]] = day;
      // Now and then two grades fall on one day.
      const next = draw.chance(20) ? day : some();
      if (next > day) day = next;
    }
    append("grades", first, {
      clientId,
      consultant,
      ...(draw.chance(20) && { formerConsultant: "李强" }),
      ...reached,
    });
    if (reached[reachedKey["√"]] !== undefined)
      append("deals", day, {
        dealId: dealNumber(clientId),
        consultant,
        name,
        subscribedOn: reached[reachedKey["√"]] ?? day,
        ...(draw.chance(60) && { signedOn: day }),
        unitNo: `示-${i}`,
        floorArea: 90,
        unitPrice: 3000,
        totalPrice: 270000,
      });
  }
  // Mostly in the order of their days, as people enter them; every tenth anywhere.
  return changes
    .map((each) => ({ ...each, order: draw.chance(10) ? addDays(until, -draw.below(90)) : each.at }))
    .sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0))
    .map(({ change }) => change);
};

const dayCount = (from: CalendarDay, to: CalendarDay): number => {
  let days = 0;
  while (addDays(from, days) < to) days++;
  return days;
};
