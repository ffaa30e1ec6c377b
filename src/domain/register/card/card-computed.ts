/**
 * Columns the sheet computes, for a file whose formulas nobody has run yet: the same answers from the domain.
 * What the sheet has computed stands; this is asked only for what is missing.
 */
import { daysBetween, type CalendarDay } from "../../kit/calendar-day";
import { dividedBy, minus, plus, type Yuan, yuanOf } from "../../kit/money";
import { nothing } from "../../rules/nothing-to-say";
import type { ClientNumber } from "../../rules/client-number";
import type { CardContact } from "./card-contacts";
import { dayOfCell } from "../raw-cell";
import type { RawCell, Register } from "../register";
import { cellAt } from "../register";
import { dayOfStanding, standings } from "../standing";
import type { SiteBook } from "../site";

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

/** As the sheet counts: `/`, words and what is empty are no amount. */
const amount = (register: Register, key: string, index: number): Yuan | undefined => {
  const cell = cellAt(register, key, index);
  return typeof cell === "number" ? yuanOf(cell) : undefined;
};

const nought = yuanOf(0);

/** Nothing until both the price and 申请优惠额 are there, as the sheet's own formula has it. */
const discounted: Answering = (register, index) => {
  const [total, asked] = [amount(register, "totalPrice", index), amount(register, "discountAsked", index)];
  if (total === undefined || asked === undefined) return null;
  return minus(total, plus(amount(register, "usualDiscount", index) ?? nought, asked));
};

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
    refund: (register, index) => {
      const paid = amount(register, "paid", index);
      return paid === undefined ? null : minus(paid, amount(register, "penalty", index) ?? nought);
    },
  },
};

/** The cell as the sheet has it, or what it would have. */
export const computedCell = (register: Register, key: string, index: number, around: Around): RawCell => {
  const cell = cellAt(register, key, index);
  if (cell !== null && cell !== "") return cell;
  return answers[register.form.key]?.[key]?.(register, index, around) ?? cell;
};
