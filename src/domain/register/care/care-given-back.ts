/**
 * R15, R16: what was to be done for a deal that was given back. A client's tasks as an owner go with the last deal, and
 * so does the thanks to whoever brought them: the open ones are closed with `/` and say why, and none of a deal given
 * back stands for the next one.
 */
import { addDays, type CalendarDay, daysBetween } from "../../kit/calendar-day";
import { broughtIn, type CareReason, daysAfterDeal, ownersOnly } from "../../rules/care-calendar";
import { type ClientNumber, parseClientNumber } from "../../rules/client-number";
import { nothing } from "../../rules/nothing-to-say";
import type { Change } from "../change";
import { at, type Ground } from "../check/check-ground";
import { dayAt } from "../day-at";
import type { Problem } from "../problem";
import { clientAt, dayOfCell, textAt } from "../raw-cell";
import { isEmptyCell } from "../read-answer";
import { cellAt, type Register, rowNumber } from "../register";
import type { RowPlace } from "../sales/sale-rows";
import { type Application, byCarrying, type Deal, isLive, salesLedger } from "../sales/sales-ledger";
import type { SiteBook } from "../site";
import { setCells } from "../sales/unit-standing";
import type { Wanted } from "../wanted";

export const givenBackWants = {
  careTasks: ["clientId", "reason", "detail", "dueOn", "doneOn", "notes"],
} as const satisfies Wanted;

const isThanks = (reason: string): boolean => reason === ("转介绍答谢" satisfies CareReason);

/** Whose deals a task goes with; nothing where it goes with none. */
const whoseDeals = (register: Register, index: number): ClientNumber | undefined => {
  const reason = textAt(register, "reason", index);
  if (isThanks(reason)) return parseClientNumber(broughtIn(textAt(register, "detail", index)) ?? "")?.client;
  return ownersOnly.has(reason) ? clientAt(register, "clientId", index) : undefined;
};

/** Open tasks that go with somebody's deals. */
const openOnes = ({
  registers: { careTasks },
}: SiteBook): readonly (RowPlace & { readonly whose: ClientNumber })[] =>
  careTasks === undefined
    ? []
    : Array.from({ length: careTasks.count }, (_, index) => index).flatMap((index) => {
        if (!isEmptyCell(cellAt(careTasks, "doneOn", index))) return [];
        const whose = whoseDeals(careTasks, index);
        return whose === undefined
          ? []
          : [{ register: careTasks, index, row: rowNumber(careTasks, index), whose }];
      });

/** What 记录 says of it begins so; generating looks for it. */
const refundTrail = /\d{4}-\d{2}-\d{2} 退房：/u;

type Refund = Pick<Application, "no" | "unitNo">;

const close = (place: RowPlace, { no, unitNo }: Refund, on: CalendarDay): readonly Change[] => {
  const before = textAt(place.register, "notes", place.index);
  const words = `${on} 退房：${unitNo} 已退，不用再做（${no}）`;
  return setCells("careTasks", place, {
    doneOn: nothing,
    notes: before === "" ? words : `${before}；${words}`,
  });
};

/** What the refund of a client's last live deal closes. */
export const closeCareOf = (
  book: SiteBook,
  client: ClientNumber,
  refund: Refund,
  on: CalendarDay,
): readonly Change[] =>
  openOnes(book)
    .filter(({ whose }) => whose === client)
    .flatMap((place) => close(place, refund, on));

/** As workbooks have them where a refund closed nothing. */
export const checkGivenBack = ({ book, today }: Ground): readonly Problem[] => {
  const { dealsOf } = salesLedger(book, today);
  return openOnes(book).flatMap((place): readonly Problem[] => {
    const { register, index, whose } = place;
    const deals = dealsOf.get(whose) ?? [];
    const refund = deals
      .flatMap(({ closedBy }) => closedBy ?? [])
      .sort(byCarrying)
      .at(-1);
    if (refund === undefined || deals.some(isLive)) return [];
    const reason = textAt(register, "reason", index);
    const fix = close(place, refund, refund.closedOn ?? today);
    return [
      isThanks(reason)
        ? at(place, "rewardWithoutDeal", "doneOn", { facts: { brought: whose }, fix })
        : at(place, "careWithoutDeal", "doneOn", { facts: { client: whose, reason }, fix }),
    ];
  });
};

/** How far a task's day is from the one the deal gives it. */
const apart = (reason: string, due: CalendarDay, { subscribedOn }: Deal): number =>
  subscribedOn !== undefined && Object.hasOwn(daysAfterDeal, reason)
    ? Math.abs(daysBetween(due, addDays(subscribedOn, daysAfterDeal[reason as keyof typeof daysAfterDeal])))
    : Infinity;

/**
 * Which rows were for a deal given back since: closed with `/` by the refund, as 记录 says; else closed, or done before the
 * refund, and nearer to the day of that deal than to one that stands. An open row is for what stands, and who was given
 * thanks is not given them twice.
 */
export const careOfGivenBack = (
  book: SiteBook,
  today: CalendarDay,
): ((careTasks: Register, index: number) => boolean) => {
  const { dealsOf } = salesLedger(book, today);
  return (careTasks, index) => {
    const whose = whoseDeals(careTasks, index);
    const deals = (whose === undefined ? undefined : dealsOf.get(whose)) ?? [];
    if (deals.every(isLive)) return false;
    const closing = cellAt(careTasks, "doneOn", index);
    if (isEmptyCell(closing)) return false;
    const doneOn = dayOfCell(closing, today);
    if (doneOn === undefined && refundTrail.test(textAt(careTasks, "notes", index))) return true;
    const reason = textAt(careTasks, "reason", index);
    const due = dayAt(careTasks, "dueOn", index, today);
    if (due === undefined || (isThanks(reason) && doneOn !== undefined)) return false;
    const nearest = (some: readonly Deal[]): number =>
      Math.min(...some.map((deal) => apart(reason, due, deal)));
    const back = deals.filter(
      ({ closedBy }) =>
        closedBy !== undefined && (doneOn === undefined || doneOn <= (closedBy.closedOn ?? doneOn)),
    );
    return nearest(back) < nearest(deals.filter(isLive));
  };
};
