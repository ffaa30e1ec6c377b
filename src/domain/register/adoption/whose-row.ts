/** 收编: whose a contact or a deal is: by number, then phone, then a name only one client of the consultant has. */
import { namesAgree } from "../../rules/same-person";
import { oldNumberKey } from "./adopt-course";
import { type Ground, type Met } from "./adopter";
import type { OldEntry } from "../old-sheet/old-entry";
import { finding, type Finding } from "../problem";

const byNumber = ({ ledger }: Ground, { number, name }: OldEntry): Met | Finding | undefined => {
  if (number === undefined) return undefined;
  const client = ledger.people.byNumber(number);
  const at = { key: "clientId", caption: "客户编号", value: number };
  if (client === undefined) return finding("numberOfNobody", at);
  return name === "" || namesAgree(client.name, name)
    ? { client, by: "number", shared: number }
    : finding("numberOfAnother", { ...at, facts: { otherName: client.name, name } });
};

const byPhone = ({ ledger }: Ground, { phones }: OldEntry): Met | Finding | undefined => {
  const [first] = phones;
  if (first === undefined) return undefined;
  const known = ledger.people.byPhone(phones);
  if (known) return { client: known.client, by: "phone", shared: known.phone.shown };
  return finding("phoneOfNobody", { key: "mobile", caption: "手机", value: first.shown });
};

/** R1: as the visits and calls of this taking-in had it; a name beside it has to be theirs. */
const byOldNumber = (
  { ledger, course }: Ground,
  { oldNumber, name }: OldEntry,
): Met | Finding | undefined => {
  if (oldNumber === undefined) return undefined;
  const at = { key: "clientId", caption: "客户编号", value: oldNumber };
  const numbered = [...(course.oldNumbers.get(oldNumberKey(oldNumber)) ?? [])].flatMap(
    (number) => ledger.people.byNumber(number) ?? [],
  );
  if (numbered.length === 0) return finding("oldNumberUnknown", at);
  const [client, ...more] = numbered.filter((each) => name === "" || namesAgree(each.name, name));
  if (client === undefined)
    return finding("numberOfAnother", {
      ...at,
      facts: { otherName: numbered.map((each) => each.name).join("、"), name },
    });
  if (more.length === 0) return { client, by: "number", shared: oldNumber };
  return finding("numberOfSeveral", {
    ...at,
    facts: { others: [client, ...more].map(({ id, name: called }) => `${called}（${id}）`).join("、") },
  });
};

export const byName = ({ ledger }: Ground, { name, consultant }: OldEntry): Met | Finding | undefined => {
  if (name === "") return undefined;
  const at = { key: "name", caption: "客户姓名", value: name };
  const [client, ...more] = ledger.people.byName(consultant, name);
  if (client === undefined) return finding("nameOfNobody", { ...at, facts: { consultant } });
  if (more.length === 0) return { client, by: "name", shared: name };
  const others = [client, ...more].map(({ id }) => id).join("、");
  return finding("nameOfSeveral", { ...at, facts: { consultant, others } });
};

type Way = (ground: Ground, entry: OldEntry) => Met | Finding | undefined;

/** The client, or every reason why none of the ways led to one. */
export const whoseRow = (
  ground: Ground,
  entry: OldEntry,
  ...more: readonly Way[]
): Met | readonly Finding[] => {
  const reasons: Finding[] = [];
  for (const way of [byNumber, byPhone, byOldNumber, ...more]) {
    const found = way(ground, entry);
    if (found === undefined) continue;
    if ("client" in found) return found;
    reasons.push(found);
  }
  return reasons.length > 0 ? reasons : [finding("ownerUnsaid")];
};

export const isMet = (found: Met | readonly Finding[]): found is Met => "client" in found;
