/** 收编: a consultant's register of visitors that says what came of them too (成交日期, 房号, 总价), told from a register of deals. */
import { plain } from "../../kit/text";
import { matchOldHeaders } from "./like-headers";
import type { HeaderMatch } from "../match-headers";
import { writtenDay } from "./old-year";
import { dayKeys } from "./old-times";
import type { RawCell } from "../register";

/** 客户级别 and 认知途径 are asked at a visit: a deal has no level any more, and calls the other 来访渠道. */
const isAskedAtVisit = ({ key, how }: HeaderMatch): boolean =>
  (key === "grade" && how !== "likeness") || (key === "channels" && how === "caption");

const hasVisitDay = ({ key, how }: HeaderMatch): boolean => key === dayKeys.visitors && how !== "likeness";

/** How much more captions say that they are of visits, where deals are the other guess; a matched caption is 1. */
export const sayVisits = (matches: readonly HeaderMatch[]): number =>
  matches.some(hasVisitDay) ? matches.filter(isAskedAtVisit).length : 0;

/** One row in ten: a deal's day is now and then forgotten. */
const fewest = 10;

/** Whether rows tell the day of a visit and, more than now and then, none of a deal. */
export const listsVisitors = (
  headers: readonly RawCell[],
  cellsOf: (column: number) => readonly RawCell[],
): boolean => {
  const visits = matchOldHeaders("visitors", headers).filter(hasVisitDay);
  const deals = matchOldHeaders("deals", headers).filter(
    ({ key }) => key === "subscribedOn" || key === "signedOn",
  );
  const daysIn = (columns: readonly HeaderMatch[]): readonly (readonly boolean[])[] =>
    columns.map(({ column }) => cellsOf(column).map((cell) => writtenDay(cell) !== undefined));
  const [came, bought] = [daysIn(visits), daysIn(deals)];
  const isDay = (days: readonly (readonly boolean[])[], row: number): boolean =>
    days.some((each) => each[row]);
  const rows = (came[0] ?? []).flatMap((_, row) => (isDay(came, row) ? [isDay(bought, row)] : []));
  const open = rows.filter((isBought) => !isBought).length;
  return open * fewest >= rows.length && open > 0;
};

const first = /首[次]?[来到]?访|初访|新访|第一次/u;
const later = /[复再二回][次]?[来到]?访|老访|第二次/u;

/** 首访 and 复访 as titles or a sheet's name: one client's of one day are two visits. Nothing where both are among them. */
export const whichVisitOf = (named: readonly string[]): "first" | "later" | undefined => {
  const said = plain(named.join(" "));
  if (first.test(said) === later.test(said)) return undefined;
  return first.test(said) ? "first" : "later";
};
