/**
 * 更名 leaves a deal with another owner and the client's number (R13). The application has the new owner's name and no more
 * (forms.md 12): what else the report says of its owner, 客户档案, 老客户维护 and the consent to be written to are the former
 * owner's until people have asked. Nothing is made up, and nothing of the former owner's is taken away.
 */
import { deals } from "../../forms/deals";
import type { CalendarDay } from "../../kit/calendar-day";
import type { ClientNumber } from "../../rules/client-number";
import { nothing } from "../../rules/nothing-to-say";
import { samePhone } from "../../rules/phone";
import { namesAgree } from "../../rules/same-person";
import { pairNow, pairOf } from "./client-and-unit";
import { named } from "./deal-and-registers";
import { carriedOut } from "./exchange-follows";
import { phonesIn } from "../phone-reading";
import { type Finding, finding } from "../problem";
import { clientAt, dayOfCell, textAt } from "../raw-cell";
import { cellAt } from "../register";
import { type Application, type Deal, isLive, type SalesLedger } from "./sales-ledger";
import type { SiteBook } from "../site";
import { phonesOf, standingsByClient } from "../standing";

/** What a deal report says of whoever owns the home. */
export const ownerBlanks = [
  "gender",
  "age",
  "birthday",
  "phone",
  "address",
  "householdSize",
  "occupation",
  "residenceArea",
  "householdIncome",
] as const satisfies readonly (keyof typeof deals.fields)[];
type OwnerBlank = (typeof ownerBlanks)[number];

const captionsOf = (keys: readonly OwnerBlank[]): string =>
  keys.map((key) => deals.fields[key].caption).join("、");

/** A spouse who is added to the name changes nothing of what is said of the first owner. */
const isStillOwner = (name: string, newName: string): boolean =>
  named(newName).some((buyer) => named(name).some((each) => namesAgree(buyer, each)));

/** As a 更名 is carried out: what the report still says of the former owner, and what else is theirs. */
export const formerOwnerFindings = (deal: Deal, newName: string): readonly Finding[] => {
  if (isStillOwner(deal.name, newName)) return [];
  const left = ownerBlanks.filter((key) => {
    const text = textAt(deal.register, key, deal.index);
    return text !== "" && text !== nothing;
  });
  const facts = { was: deal.name, name: newName, client: deal.clientId };
  const { caption } = deals.fields.name;
  return [
    ...(left.length === 0
      ? []
      : [
          finding("renamedBlanksLeft", {
            key: "name",
            caption,
            value: newName,
            facts: { ...facts, row: deal.row, blanks: captionsOf(left) },
          }),
        ]),
    finding("renamedCareLeft", { key: "name", caption, value: newName, facts }),
  ];
};

interface Renamed {
  readonly deal: Deal;
  readonly by: Application;
  readonly newName: string;
}

/** Live deals that were made over; the last of several 更名 is the name, until the deal leaves its home. */
export const renamedDeals = (ledger: SalesLedger): readonly Renamed[] => {
  const last = new Map<string, Application>();
  for (const each of carriedOut(ledger)) {
    if (each.kind === "更名申请") last.set(pairOf(each), each);
    else if (each.kind === "退房申请" || each.kind === "调房申请") last.delete(pairOf(each));
  }
  return ledger.deals.flatMap((deal) => {
    const by = isLive(deal) ? last.get(pairNow(deal)) : undefined;
    // A deal made after the rename is not its.
    if (by === undefined || (deal.subscribedOn !== undefined && (by.closedOn ?? "") < deal.subscribedOn))
      return [];
    const newName = textAt(by.register, "newName", by.index);
    return newName === "" ? [] : [{ deal, by, newName }];
  });
};

/** 出生日期 of 客户档案. */
const birthdays = (book: SiteBook, today: CalendarDay): ReadonlyMap<ClientNumber, CalendarDay> => {
  const { profiles } = book.registers;
  const found = new Map<ClientNumber, CalendarDay>();
  for (let index = 0; profiles && index < profiles.count; index++) {
    const client = clientAt(profiles, "clientId", index);
    const day = dayOfCell(cellAt(profiles, "birthday", index), today);
    if (client !== undefined && day !== undefined && !found.has(client)) found.set(client, day);
  }
  return found;
};

/**
 * The report has the new name, and still the phone or 出生日期 that the registers have of the former owner; with either,
 * their 性别 too. With another 出生日期 somebody has gone through the report: a household may share a phone.
 */
export const formerOwnerLeft = (
  ledger: SalesLedger,
  book: SiteBook,
  today: CalendarDay,
): readonly { readonly deal: Deal; readonly found: Finding }[] => {
  const renamed = renamedDeals(ledger).filter(({ deal, newName }) => deal.name === newName);
  if (renamed.length === 0) return [];
  const people = standingsByClient(book);
  const born = birthdays(book, today);
  return renamed.flatMap(({ deal, by, newName }) => {
    const rows = people.get(deal.clientId) ?? [];
    const first = rows.find(({ name }) => name !== "");
    if (first === undefined || rows.some(({ name }) => isStillOwner(name, newName))) return [];
    const cell = (key: OwnerBlank) => cellAt(deal.register, key, deal.index);
    const own = phonesIn([cell("phone")], book.site);
    const theirs = rows.flatMap((row) => phonesOf(row, book.site));
    const birthday = dayOfCell(cell("birthday"), today);
    const bornOn = born.get(deal.clientId);
    const isTheirPhone = own.some((phone) => theirs.some((each) => samePhone(phone, each)));
    const isTheirBirthday = birthday !== undefined && birthday === bornOn;
    const isBornAnotherDay = birthday !== undefined && bornOn !== undefined && birthday !== bornOn;
    if (!isTheirBirthday && (!isTheirPhone || isBornAnotherDay)) return [];
    const gender = textAt(deal.register, "gender", deal.index);
    const sameGender =
      gender !== "" && rows.some(({ register, index }) => textAt(register, "gender", index) === gender);
    const left = ownerBlanks.filter(
      (key) =>
        (key === "phone" && isTheirPhone) ||
        (key === "birthday" && isTheirBirthday) ||
        (key === "gender" && sameGender),
    );
    const [key = "phone"] = left.filter((each) => each !== "gender");
    const facts = {
      blanks: captionsOf(left),
      was: first.name,
      sheet: first.register.sheet,
      other: first.row,
      no: by.no,
      name: newName,
    };
    return [{ deal, found: finding("ownerStillFormer", { key, caption: deals.fields[key].caption, facts }) }];
  });
};
