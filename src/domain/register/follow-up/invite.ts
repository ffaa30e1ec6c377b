/** 集中邀约: clients invited to one slot, to see near or the same units (000). */
import { invitations } from "../../forms/invitations";
import type { CalendarDay, Moment } from "../../kit/calendar-day";
import type { ClientNumber } from "../../rules/client-number";
import { slotOf } from "../../rules/invitation-slots";
import { nearUnits, type UnitPlace } from "../../rules/near-units";
import { appointedAt } from "./appointments";
import type { Change } from "../change";
import { type Cells, readRow } from "../check-row";
import type { Decision } from "../decision";
import { gradeWants } from "../grade-rows";
import { hopelessWaits } from "../ownership/hopeless-waits";
import { finding, type Finding, type Problem } from "../problem";
import { clientAt, textAt } from "../raw-cell";
import { ofEntry, refused, sorted } from "../registration";
import type { SiteBook } from "../site";
import { standings } from "../standing";
import type { Wanted } from "../wanted";

export const inviteWants: Wanted = {
  visitors: ["clientId", "name"],
  calls: ["clientId", "name"],
  grades: gradeWants,
  invitations: ["clientId", "invitedFor", "units", "result"],
  units: ["unitNo", "building", "section", "floor", "layout", "status"],
};

const caption = (key: "clientId" | "invitedFor" | "units") => ({
  key,
  caption: invitations.fields[key].caption,
});

/** Clients asked to a slot already, those who have said no or were put off left out. */
const invitedTo = (book: SiteBook, slot: Moment, today: CalendarDay): ReadonlyMap<ClientNumber, string> => {
  const register = book.registers.invitations;
  const found = new Map<ClientNumber, string>();
  for (let index = 0; register && index < register.count; index++) {
    const client = clientAt(register, "clientId", index);
    const at = appointedAt(register, "invitedFor", index, today);
    const result = textAt(register, "result", index);
    if (client === undefined || at === undefined || result === "改期" || result === "拒绝") continue;
    if ((slotOf(at) ?? at) === slot) found.set(client, textAt(register, "units", index));
  }
  return found;
};

const splitUnits = (text: string): readonly string[] =>
  text.split("、").filter((each) => each.trim() !== "" && each.trim() !== "/");

const mostShown = 5;

/** Units on sale near those that others of the slot will see and those the client prefers; the nearest first. */
export const unitsToShow = (
  book: SiteBook,
  slot: Moment,
  preferred: string,
  today: CalendarDay,
): readonly string[] => {
  const register = book.registers.units;
  const places: UnitPlace[] = [];
  const onSale = new Set<string>();
  for (let index = 0; register && index < register.count; index++) {
    const at = (key: string) => textAt(register, key, index);
    const floor = Number(at("floor"));
    const unitNo = at("unitNo");
    if (unitNo === "") continue;
    if (at("status") === "可售") onSale.add(unitNo);
    places.push({
      unitNo,
      building: at("building"),
      section: at("section"),
      floor: at("floor") === "" || !Number.isFinite(floor) ? undefined : floor,
      layout: at("layout"),
    });
  }
  const seen = new Set(
    [...invitedTo(book, slotOf(slot) ?? slot, today).values(), preferred].flatMap(splitUnits),
  );
  const shown = places.filter(({ unitNo }) => seen.has(unitNo));
  const sold = places.filter(({ unitNo }) => onSale.has(unitNo));
  return nearUnits(sold, shown, mostShown).map(({ unitNo }) => unitNo);
};

/** `answers` as typed: form 6's blanks; `clientId` may name several, joined with `、`. */
export const invite = (
  book: SiteBook,
  answers: Cells,
  entry: { readonly today: CalendarDay; readonly now: Moment },
): Decision => {
  const place = ofEntry(book, "invitations");
  const about = { site: book.site, today: entry.today };
  const asked = [...new Set(String(answers["clientId"] ?? "").split(/[、,，;；\s]+/u))].filter(Boolean);
  const known = new Set(standings(book).map(({ clientId }) => clientId));
  const errors: Problem[] = [];
  const hints: Problem[] = [];
  const changes: Change[] = [];
  let first: ClientNumber | undefined;
  for (const each of asked.length === 0 ? [null] : asked) {
    const reading = readRow(invitations, { ...answers, clientId: each, result: null }, about);
    const found = sorted(book, "invitations", reading);
    errors.push(...found.errors);
    if (found.errors.length > 0) continue;
    const client = reading.answers["clientId"] as ClientNumber;
    const at = reading.answers["invitedFor"] as Moment;
    const own: Finding[] = [];
    if (!known.has(client)) own.push(finding("clientUnknown", { ...caption("clientId"), value: client }));
    if (at <= entry.now) own.push(finding("invitedForPast", { ...caption("invitedFor"), value: at }));
    const slot = slotOf(at);
    if (invitedTo(book, slot ?? at, entry.today).has(client))
      own.push(finding("invitedTwice", { ...caption("clientId"), value: client, facts: { at: slot ?? at } }));
    errors.push(...own.map(place));
    if (first === undefined) hints.push(...found.hints);
    if (slot === undefined && first === undefined)
      hints.push(place(finding("outsideSlots", { ...caption("invitedFor"), value: at })));
    hints.push(...hopelessWaits(book, client, entry.today).map(place));
    first ??= client;
    changes.push({ kind: "append", form: "invitations", row: reading.answers });
  }
  if (errors.length > 0 || first === undefined) return refused(errors);
  return { ok: true, clientId: first, changes, hints };
};
