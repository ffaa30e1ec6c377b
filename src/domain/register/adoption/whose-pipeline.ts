/** 收编: whose a row of an old 等级跟踪 is: by number or phone, or else by a name that only one client has. */
import type { ClientNumber } from "../../rules/client-number";
import { namesAgree, said } from "../../rules/same-person";
import type { AdoptCourse } from "./adopt-course";
import type { Met } from "./adopter";
import type { LedgerClient, People } from "./adoption-people";
import type { OldEntry } from "../old-sheet/old-entry";
import { finding, type Finding } from "../problem";
import type { SiteBook } from "../site";
import { standings } from "../standing";

const byNameAlone = (book: SiteBook): ReadonlyMap<string, ReadonlySet<ClientNumber>> => {
  const found = new Map<string, Set<ClientNumber>>();
  for (const { clientId, name } of standings(book)) {
    if (clientId === undefined || said(name) === "") continue;
    found.set(said(name), (found.get(said(name)) ?? new Set()).add(clientId));
  }
  return found;
};

const numbersOf = (clients: readonly LedgerClient[]): string => clients.map(({ id }) => id).join("、");

/** @param formers 原置业顾问 of the row, as the roster spells them. */
export type WhosePipeline = (entry: OldEntry, formers: readonly string[]) => Met | readonly Finding[];

export const whosePipeline = (book: SiteBook, people: People, { renumbered }: AdoptCourse): WhosePipeline => {
  const named = byNameAlone(book);
  const clientsOf = (ids: Iterable<ClientNumber>): readonly LedgerClient[] =>
    [...ids].flatMap((id) => people.byNumber(id) ?? []);

  /** The workbook's own, and whom this taking-in gave another number than that. */
  const byNumber = ({ number, name }: OldEntry): readonly LedgerClient[] | Finding => {
    if (number === undefined) return [];
    const all = clientsOf(new Set([number, ...(renumbered.get(number) ?? [])]));
    const theirs = all.filter((client) => name === "" || namesAgree(client.name, name));
    const at = { key: "clientId", caption: "客户编号", value: number };
    const [other] = all;
    if (theirs.length > 0) return theirs;
    return other === undefined
      ? finding("numberOfNobody", at)
      : finding("numberOfAnother", { ...at, facts: { otherName: other.name, name } });
  };

  const byName = (
    { name, consultant, isNobodys = false }: OldEntry,
    formers: readonly string[],
  ): readonly LedgerClient[] | Finding => {
    if (said(name) === "") return [];
    const at = { key: "name", caption: "客户姓名", value: name };
    const whose = [consultant, ...formers].filter((each) => each !== "");
    for (const each of whose) {
      const theirs = people.byName(each, name);
      if (theirs.length > 1)
        return finding("nameOfSeveral", { ...at, facts: { consultant: each, others: numbersOf(theirs) } });
      if (theirs.length > 0) return theirs;
    }
    if (!isNobodys && consultant !== "") return finding("nameOfNobody", { ...at, facts: { consultant } });
    const all = clientsOf(named.get(said(name)) ?? []);
    if (all.length === 0) return finding("nameUnknown", at);
    return all.length === 1 ? all : finding("nameOfMany", { ...at, facts: { others: numbersOf(all) } });
  };

  return (entry, formers) => {
    const { phones, number, name } = entry;
    const numbered = byNumber(entry);
    const reached = people.byPhone(phones);
    const reasons: Finding[] = [];
    if (reached) {
      const { client, phone } = reached;
      const others = "code" in numbered ? [] : numbered.filter((each) => each !== client);
      const isSame = !("code" in numbered) && numbered.includes(client);
      if (isSame || others.length === 0) return { client, by: "phone", shared: phone.shown };
      const facts = { phone: phone.shown, one: client.id, others: numbersOf(others) };
      return [finding("severalMeant", { key: "clientId", caption: "客户编号", value: number ?? "", facts })];
    }
    if ("code" in numbered) reasons.push(numbered);
    else {
      const [client, ...more] = numbered;
      if (client !== undefined && more.length === 0)
        return { client, by: "number", shared: number ?? client.id };
      if (client !== undefined)
        return [
          finding("numberOfSeveral", {
            key: "clientId",
            caption: "客户编号",
            value: number ?? "",
            facts: { others: numbersOf(numbered) },
          }),
        ];
    }
    const [first] = phones;
    // R9: with another phone it is another client of the same name.
    if (first !== undefined)
      return [...reasons, finding("phoneOfNobody", { key: "mobile", caption: "手机", value: first.shown })];
    const found = byName(entry, formers);
    if ("code" in found) return [...reasons, found];
    const [client] = found;
    if (client !== undefined) return { client, by: "name", shared: name };
    return reasons.length > 0 ? reasons : [finding("clientUnsaid", { key: "clientId", caption: "客户编号" })];
  };
};
