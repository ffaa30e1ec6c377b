/**
 * Columns the sheet computes, for a file whose formulas nobody has run yet: the same answers from the domain.
 * What the sheet has computed stands; this is asked only for what is missing.
 */
import { daysBetween, type CalendarDay } from "../kit/calendar-day";
import { dividedBy, minus, type Yuan, yuanOf } from "../kit/money";
import { nothing } from "../rules/nothing-to-say";
import type { ClientNumber } from "../rules/client-number";
import type { CardContact } from "./card-contacts";
import { dayOfCell, textAt } from "./raw-cell";
import type { RawCell, Register } from "./register";
import { cellAt } from "./register";
import { dayOfStanding, standings } from "./standing";
import type { SiteBook } from "./site";

export interface Known {
  readonly name: string;
  readonly firstVisit: CalendarDay | undefined;
}

/** By client: the name as 来访登记 has it, or 来电登记, and the day of the first visit. */
export const knownClients = (book: SiteBook, today: CalendarDay): ReadonlyMap<ClientNumber, Known> => {
  const found = new Map<ClientNumber, Known>();
  // Visits come before calls.
  for (const standing of standings(book)) {
    if (standing.clientId === undefined || found.has(standing.clientId)) continue;
    const firstVisit = standing.form === "visitors" ? dayOfStanding(standing, today) : undefined;
    found.set(standing.clientId, { name: standing.name, firstVisit });
  }
  return found;
};

export interface Around {
  readonly known: Known | undefined;
  readonly contacts: readonly CardContact[];
  readonly today: CalendarDay;
}

type Answering = (register: Register, index: number, around: Around) => RawCell;

const yuan = (register: Register, key: string, index: number): Yuan | undefined => {
  const cell = cellAt(register, key, index);
  if (typeof cell === "number") return yuanOf(cell);
  return textAt(register, key, index) === "" ? undefined : (Number.NaN as Yuan);
};

/** Nothing where a part is missing or no number; what is empty or `/` counts as nought where it may. */
const less = (from: Yuan | undefined, ...parts: readonly (Yuan | undefined)[]): Yuan | undefined => {
  if (from === undefined || Number.isNaN(from) || parts.some((part) => Number.isNaN(part))) return undefined;
  return parts.reduce<Yuan>((left, part) => (part === undefined ? left : minus(left, part)), from);
};

const discounted: Answering = (register, index) =>
  less(
    yuan(register, "totalPrice", index),
    yuan(register, "usualDiscount", index),
    yuan(register, "discountAsked", index),
  ) ?? null;

const daysUntil =
  (key: string): Answering =>
  (register, index, { known, today }) => {
    const until = dayOfCell(cellAt(register, key, index), today);
    if (until === undefined) return null;
    return known?.firstVisit === undefined ? nothing : daysBetween(known.firstVisit, until);
  };

const times = [nothing, "一次", "二次", "三次", "四次", "五次", "五次以上"] as const;

const visits = ({ contacts, known }: Around): number =>
  Math.max(
    contacts.filter(({ method }) => method === "来访").length,
    known?.firstVisit === undefined ? 0 : 1,
  );

const lastVisit: Answering = (_register, _index, { known, contacts }) => {
  const days = contacts.filter(({ method }) => method === "来访").map(({ at }) => at.slice(0, 10));
  return (
    days.reduce<string | undefined>(
      (last, day) => (last === undefined || day > last ? day : last),
      known?.firstVisit,
    ) ?? nothing
  );
};

const answers: Readonly<Record<string, Readonly<Record<string, Answering>>>> = {
  deals: {
    daysToDeposit: daysUntil("subscribedOn"),
    visitCount: (_register, _index, around) => times[Math.min(6, visits(around))] ?? null,
  },
  lostClients: {
    firstVisit: (_register, _index, { known }) => known?.firstVisit ?? nothing,
    lastVisit,
    daysToGiveUp: daysUntil("givenUpOn"),
  },
  applications: {
    name: (_register, _index, { known }) => known?.name ?? null,
    discountedTotal: discounted,
    discountedPrice: (register, index, around) => {
      const total = discounted(register, index, around);
      const area = cellAt(register, "floorArea", index);
      return typeof total === "number" && typeof area === "number"
        ? (dividedBy(yuanOf(total), area) ?? null)
        : null;
    },
    refund: (register, index) =>
      less(yuan(register, "paid", index), yuan(register, "penalty", index)) ?? null,
  },
};

/** The cell as the sheet has it, or what it would have. */
export const computedCell = (register: Register, key: string, index: number, around: Around): RawCell => {
  const cell = cellAt(register, key, index);
  if (cell !== null && cell !== "") return cell;
  return answers[register.form.key]?.[key]?.(register, index, around) ?? cell;
};
