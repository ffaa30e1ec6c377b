/** 收编: old lists of units (销控表, 房源表, 一房一价) told from registers of deals, which have most of their captions. */
import { matchOldHeaders } from "./like-headers";
import type { HeaderMatch } from "../match-headers";
import type { AdoptedForm } from "./old-cells";
import { dayKeys } from "./old-times";
import { isEmptyCell } from "../read-answer";
import type { RawCell } from "../register";

const keysIn = (matches: readonly HeaderMatch[]): ReadonlySet<string> =>
  new Set(matches.flatMap(({ key, how }) => (key === undefined || how === "likeness" ? [] : [key])));

/** What a unit list says beside the room. */
const ofUnits = ["building", "section", "floor", "floorArea", "unitPrice", "totalPrice", "status", "layout"];
const rooms = ["unitNo", "door"];
const clients = ["name", "mobile", "clientId"];
/** What is said of deals alone. */
const ofDeals = ["subscribedOn", "signedOn", "queuedOn", "payment", "purpose", "purchaseOrdinal"];
const comers = ["visitors", "calls", "followUps"] as const satisfies readonly AdoptedForm[];

const hasAny = (keys: ReadonlySet<string>, some: readonly string[]): boolean =>
  some.some((key) => keys.has(key));

/** Captions of units: a room, and of what is said of units at least two. */
const mayListUnits = (keys: ReadonlySet<string>): boolean =>
  hasAny(keys, rooms) && ofUnits.filter((key) => keys.has(key)).length >= 2;

/**
 * Whether captions are of a list of units: by its name, or where they tell a state or a price and nothing of a deal's
 * or a visit's own. What has days of deals too is told by its rows (`listsUnsold`).
 */
export const isUnitList = (headers: readonly RawCell[], isNamed: boolean): boolean => {
  const keys = keysIn(matchOldHeaders("units", headers));
  if (!mayListUnits(keys)) return false;
  const isOfComers = comers.some((form) => keysIn(matchOldHeaders(form, headers)).has(dayKeys[form]));
  if (isOfComers) return false;
  if (isNamed) return true;
  const isOfDeals = hasAny(keysIn(matchOldHeaders("deals", headers)), ofDeals);
  const isOfNobody = !hasAny(keys, clients);
  return !isOfDeals && (isOfNobody || hasAny(keys, ["status", "unitPrice", "totalPrice"]));
};

/** One row in ten: a deal's client or day is now and then forgotten. */
const fewest = 10;

/**
 * Whether a table that has the captions of units and of deals lists units that nobody has bought: rows with a room, and
 * neither client nor day. Nothing where it has no captions of both.
 */
export const listsUnsold = (
  headers: readonly RawCell[],
  cellsOf: (column: number) => readonly RawCell[],
): boolean | undefined => {
  const units = matchOldHeaders("units", headers);
  if (!mayListUnits(keysIn(units))) return undefined;
  const deals = matchOldHeaders("deals", headers);
  const columnsOf = (matches: readonly HeaderMatch[], some: readonly string[]): readonly number[] =>
    matches.flatMap(({ key, column }) => (key !== undefined && some.includes(key) ? [column] : []));
  const days = columnsOf(deals, ["subscribedOn", "signedOn"]);
  const whose = columnsOf(units, clients);
  if (days.length === 0 || whose.length === 0) return undefined;
  const room = columnsOf(units, rooms).map(cellsOf);
  const sold = [...days, ...whose].map(cellsOf);
  const rows = (room[0] ?? []).flatMap((_, row) =>
    room.some((cells) => !isEmptyCell(cells[row])) ? [sold.every((cells) => isEmptyCell(cells[row]))] : [],
  );
  const unsold = rows.filter((isUnsold) => isUnsold).length;
  return rows.length === 0 ? undefined : unsold * fewest >= rows.length;
};
