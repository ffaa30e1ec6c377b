/** A deal against what 销控表 says of its unit and the registers of its client (R12, R13): asked at entry and by the check. */
import { deals } from "../../forms/deals";
import type { CalendarDay } from "../../kit/calendar-day";
import type { Yuan } from "../../kit/money";
import type { ClientNumber } from "../../rules/client-number";
import { isFirm } from "../../rules/name-wording";
import { samePhone } from "../../rules/phone";
import { namesAgree, said } from "../../rules/same-person";
import { phonesIn } from "../phone-reading";
import { type Finding, finding } from "../problem";
import { textAt } from "../raw-cell";
import type { RawCell } from "../register";
import type { Application, SalesLedger } from "./sales-ledger";
import type { Site } from "../site";
import { phonesOf, type Standing } from "../standing";

export interface Sold {
  readonly clientId: ClientNumber;
  readonly name: string;
  /** Of the unit, as the report has it. */
  readonly key: string;
  readonly floorArea: number | undefined;
  readonly unitPrice: Yuan | undefined;
  readonly signedOn: CalendarDay | undefined;
}

const at = (key: "floorArea" | "unitPrice" | "name" | "phone") =>
  ({ key, caption: deals.fields[key].caption }) as const;

/** Applications that were approved, by who made them: a check of many deals asks for each. */
export type Granted = ReadonlyMap<ClientNumber, readonly Application[]>;

export const grantedTo = ({ applications }: SalesLedger): Granted => {
  const found = new Map<ClientNumber, Application[]>();
  for (const each of applications) {
    if (!each.approved || each.clientId === undefined) continue;
    const theirs = found.get(each.clientId);
    if (theirs) theirs.push(each);
    else found.set(each.clientId, [each]);
  }
  return found;
};

/** Less than what is written to the fen, or to a hundredth of a square metre. */
const same = 0.005;

/** 特惠 allows another price, 调房 another price and area, 户型结构变更 another area. */
export const boardFindings = (
  { unitOf }: SalesLedger,
  { clientId, key, floorArea, unitPrice, signedOn }: Sold,
  granted: Granted,
): readonly Finding[] => {
  const unit = unitOf.get(key);
  if (unit === undefined) return [];
  const allowed = (...kinds: readonly Application["kind"][]): boolean =>
    (granted.get(clientId) ?? []).some(
      (each) => kinds.includes(each.kind) && (each.kind === "调房申请" ? each.newKey : each.key) === key,
    );
  const found: Finding[] = [];
  const facts = { unit: unit.unitNo, other: unit.row };
  const { floorArea: area, unitPrice: price } = unit;
  if (
    floorArea !== undefined &&
    area !== undefined &&
    Math.abs(floorArea - area) > same &&
    !allowed("户型结构变更", "调房申请")
  )
    found.push(
      finding("areaDiffersFromBoard", {
        ...at("floorArea"),
        value: floorArea,
        facts: { ...facts, area: floorArea, board: area },
      }),
    );
  if (
    unitPrice !== undefined &&
    price !== undefined &&
    price - unitPrice > same &&
    // The contract's price stands, whatever a site raises its board to afterwards.
    signedOn === undefined &&
    !allowed("特惠申请", "调房申请")
  )
    found.push(
      finding("priceBelowBoard", {
        ...at("unitPrice"),
        value: unitPrice,
        facts: { ...facts, price: unitPrice, board: price },
      }),
    );
  return found;
};

/** 张三、李四（夫妻）: the whole, and each who is named in it. */
export const named = (name: string): readonly string[] =>
  [
    name,
    ...name.split(/[、,，;；/&＆+＋()（）]|(?<=\p{Script=Han}{2})[和与及](?=\p{Script=Han}{2})/u),
  ].filter((each) => said(each) !== "");

/** Somebody else than the registers know under the number: 更名 was not applied for. A firm buys for a person. */
export const nameFindings = (
  { clientId, name }: Sold,
  rows: readonly Standing[],
  granted: Granted,
): readonly Finding[] => {
  const buyers = named(name);
  const known = rows.filter((each) => said(each.name) !== "");
  const [first] = known;
  if (first === undefined || buyers.length === 0 || buyers.some(isFirm)) return [];
  const renamed = (granted.get(clientId) ?? []).flatMap(({ kind, register, index }) =>
    kind === "更名申请" ? named(textAt(register, "newName", index)) : [],
  );
  const theirs = [...known.flatMap((each) => named(each.name)), ...renamed];
  if (theirs.some(isFirm) || buyers.some((buyer) => theirs.some((each) => namesAgree(buyer, each))))
    return [];
  const facts = { name, client: clientId, known: first.name, sheet: first.register.sheet, other: first.row };
  return [finding("nameDiffers", { ...at("name"), value: name, facts })];
};

/**
 * R2, R9: none of the report's phones is one the registers have of the client: a digit may be wrong, or the number
 * theirs is new. Whoever the deal was made over to has their own.
 */
export const phoneFindings = (
  { clientId, phone }: { readonly clientId: ClientNumber; readonly phone: RawCell },
  rows: readonly Standing[],
  granted: Granted,
  site: Site,
): readonly Finding[] => {
  const phones = phonesIn([phone], site);
  const known = rows.find((each) => phonesOf(each, site).length > 0);
  const theirs = rows.flatMap((each) => phonesOf(each, site));
  const isMadeOver = (granted.get(clientId) ?? []).some(({ kind }) => kind === "更名申请");
  if (phones.length === 0 || known === undefined || isMadeOver) return [];
  if (phones.some((own) => theirs.some((other) => samePhone(own, other)))) return [];
  const shown = [...new Set(theirs.map((each) => each.shown))].join("、");
  const value = phones.map((each) => each.shown).join("、");
  const facts = {
    phone: value,
    client: clientId,
    known: shown,
    sheet: known.register.sheet,
    other: known.row,
  };
  return [finding("dealPhoneDiffers", { ...at("phone"), value, facts })];
};
