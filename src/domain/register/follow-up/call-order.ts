/** R7: the due list by who can be called now; within each part it stays worst first. */
import type { Moment } from "../../kit/calendar-day";
import { type Callable, callableNow } from "../../rules/when-to-call";
import type { DueLine } from "./due-list";

/** Asked once a trade: a long list has few. */
export const callability = (now: Moment): ((trade: string) => Callable) => {
  const known = new Map<string, Callable>();
  return (trade) => {
    const found = known.get(trade) ?? callableNow(trade, now);
    known.set(trade, found);
    return found;
  };
};

/** Those who can be called first, then by the minute they can. */
export const byCallability = <Line extends Pick<DueLine, "trade">>(
  lines: readonly Line[],
  now: Moment,
): readonly Line[] => {
  const askedFor = callability(now);
  const fromOf = ({ trade }: Line): string => {
    const found = askedFor(trade);
    return found.now ? "" : found.from;
  };
  return lines
    .map((line, at) => ({ line, at, from: fromOf(line) }))
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.at - b.at))
    .map(({ line }) => line);
};
