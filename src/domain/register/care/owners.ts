/** Owners, and who brought some, as R15 sees them. */
import type { CalendarDay } from "../../kit/calendar-day";
import type { Owner } from "../../rules/care-calendar";
import type { ClientNumber } from "../../rules/client-number";
import { readIdCard } from "../../rules/id-card";
import type { OwnerClass } from "../../rules/owner-calls";
import { consents } from "./consents";
import { gradeRowOf, gradeRows, gradeWants, type GradeRow } from "../grade-rows";
import { clientAt, dayOfCell, textAt } from "../raw-cell";
import { liveDealsOf, namesOf, referralRows, referralsOf } from "./referrals";
import { cellAt } from "../register";
import { salesWants } from "../sales/sales-ledger";
import type { SiteBook } from "../site";
import type { Wanted } from "../wanted";

export const ownerWants: Wanted = {
  deals: [...salesWants.deals, "birthday"],
  applications: salesWants.applications,
  profiles: ["clientId", "birthday", "idCard", "spouseBirthday", "weddingDay", "consent"],
  visitors: ["clientId", "name", "referrerId"],
  calls: ["clientId", "name"],
  grades: gradeWants,
};

interface Days {
  readonly birthday: CalendarDay | undefined;
  readonly spouseBirthday: CalendarDay | undefined;
  readonly weddingDay: CalendarDay | undefined;
}

const noDays: Days = { birthday: undefined, spouseBirthday: undefined, weddingDay: undefined };

/** 客户档案 first: the birthday as written, else as the ID card has it; then the deal report's. */
const daysOfClients = (book: SiteBook, today: CalendarDay): ReadonlyMap<ClientNumber, Days> => {
  const found = new Map<ClientNumber, Days>();
  const { profiles, deals } = book.registers;
  for (let index = 0; profiles && index < profiles.count; index++) {
    const client = clientAt(profiles, "clientId", index);
    if (client === undefined || found.has(client)) continue;
    // Of a birthday without its year the day is enough: each year has it.
    const dayAt = (key: string) => dayOfCell(cellAt(profiles, key, index), today);
    const card = readIdCard(textAt(profiles, "idCard", index));
    found.set(client, {
      birthday: dayAt("birthday") ?? (card.ok ? card.birthday : undefined),
      spouseBirthday: dayAt("spouseBirthday"),
      weddingDay: dayAt("weddingDay"),
    });
  }
  for (let index = 0; deals && index < deals.count; index++) {
    const client = clientAt(deals, "dealId", index);
    const known = client && (found.get(client) ?? noDays);
    const birthday = dayOfCell(cellAt(deals, "birthday", index), today);
    if (client !== undefined && known && known.birthday === undefined && birthday !== undefined)
      found.set(client, { ...known, birthday });
  }
  return found;
};

/** The grade before the deal: the one of A to D reached last. */
export const gradeBeforeDeal = (row: GradeRow | undefined): OwnerClass | undefined => {
  let latest: OwnerClass | undefined;
  for (const grade of ["D", "C", "B", "A"] as const) {
    const day = row?.reached[grade];
    if (day !== undefined && (latest === undefined || day >= (row?.reached[latest] ?? day))) latest = grade;
  }
  return latest;
};

const classOf = (row: GradeRow | undefined): Owner["class"] => {
  const before = gradeBeforeDeal(row);
  return before === "A" || before === "B" ? before : "C";
};

/** Somebody R15 has something to do for, once they have said that they may be contacted. */
export interface UnaskedOwner {
  readonly client: ClientNumber;
  /** Empty where the registers have none. */
  readonly name: string;
  /** The client's owner now. */
  readonly consultant: string;
}

/** By client. `owners` as `ownersOf` finds them. */
export const unaskedOf = (
  book: SiteBook,
  owners: ReadonlyMap<ClientNumber, Owner>,
  today: CalendarDay,
): readonly UnaskedOwner[] => {
  const names = namesOf(book);
  const grades = gradeRowOf(gradeRows(book, today));
  return [...owners]
    .filter(([, { consent }]) => consent === "unknown")
    .map(([client]) => ({
      client,
      name: names.get(client) ?? "",
      consultant: grades.get(client)?.consultant ?? "",
    }))
    .sort((a, b) => (a.client < b.client ? -1 : 1));
};

/** Everybody R15 has something to do for: those with a live deal, and those who brought somebody with one. */
export const ownersOf = (book: SiteBook, today: CalendarDay): ReadonlyMap<ClientNumber, Owner> => {
  const deals = liveDealsOf(book, today);
  const names = namesOf(book);
  const brought = new Map<ClientNumber, { who: string; on: CalendarDay }[]>();
  const thanked = new Set<ClientNumber>();
  // In a circle nobody can say who brought whom: nobody is thanked until it is put right.
  const inLoop = new Set(referralsOf(book).loops.flat());
  for (const { client, referrer } of referralRows(book)) {
    const [first] = (deals.get(client) ?? []).flatMap(({ subscribedOn }) => subscribedOn ?? []).sort();
    if (first === undefined || inLoop.has(client) || thanked.has(client)) continue;
    thanked.add(client);
    const one = { who: `${names.get(client) ?? ""}（${client}）`, on: first };
    const others = brought.get(referrer);
    if (others) others.push(one);
    else brought.set(referrer, [one]);
  }
  const days = daysOfClients(book, today);
  const said = consents(book);
  const grades = gradeRowOf(gradeRows(book, today));
  return new Map(
    [...new Set([...deals.keys(), ...brought.keys()])].map((client) => [
      client,
      {
        deals: (deals.get(client) ?? []).flatMap(({ subscribedOn }) => subscribedOn ?? []),
        class: classOf(grades.get(client)),
        ...(days.get(client) ?? noDays),
        consent: said.get(client) ?? "unknown",
        brought: brought.get(client) ?? [],
      },
    ]),
  );
};
