/** 收编: who was only 李女士 is called 李芳 in a later row: the name is the client's, the number stays (R1). */
import { visitors } from "../../forms/visitors";
import { plain } from "../../kit/text";
import { isFirm, isOnlySurname, withoutTitle } from "../../rules/name-wording";
import { namesAgree } from "../../rules/same-person";
import type { Met } from "./adopter";
import type { Ledger } from "./adoption-ledger";
import { mergeNotes, type OldEntry, oldSaying } from "../old-sheet/old-entry";
import { finding, type Finding } from "../problem";
import { textOf } from "../raw-cell";

/** 李生 and 李某 are no more than 李先生. */
const fullName = /^\p{Script=Han}{2,4}$/u;
const someone = /某|^.生$/u;

const saysTitle = (name: string): boolean => withoutTitle(plain(name)) !== plain(name);

/** The row says a name where the client has a title; what is not the client's name is kept in words. */
export const saysMoreName = (client: string, name: string): boolean =>
  name !== "" && saysTitle(client) && !saysTitle(name) && namesAgree(client, name);

const spouse = /太太|夫人|夫妇|夫妻|爱人|伉俪|两口子|一家/u;

/** 孙七太太, 孙七夫妇 where the client is 孙七: who came is another, or not alone. */
export const saysSpouse = (client: string, name: string): boolean =>
  spouse.test(name) && !spouse.test(client);

const isFullNameOf = (client: string, name: string): boolean =>
  saysMoreName(client, name) &&
  isOnlySurname(client) &&
  fullName.test(plain(name)) &&
  !isFirm(plain(name)) &&
  !someone.test(plain(name));

const nameKept = new RegExp(`^${oldSaying(visitors.fields.name.caption, "(.+)")}$`, "gmu");

/** What a client was called before, as `calledInFull` keeps it in the visit's notes. */
export const formerNamesIn = (notes: string, name: string): readonly string[] =>
  [...notes.matchAll(nameKept)].flatMap(([, was = ""]) => (isFullNameOf(was, name) ? [was] : []));

/** Fills 客户姓名 of their row of 来访登记, and keeps in its notes what they were called. */
export const calledInFull = (
  { name }: OldEntry,
  { client, shared }: Met,
  { people }: Ledger,
): readonly Finding[] => {
  const { id, name: was, visit } = client;
  if (visit === undefined || !isFullNameOf(was, name)) return [];
  client.name = name;
  people.owned(client, client.consultant);
  const there = textOf(visit.read("name"));
  if (!isFullNameOf(there, name)) return [];
  const { caption } = visitors.fields.name;
  visit.fill("name", name);
  visit.fill("notes", mergeNotes([textOf(visit.read("notes")), oldSaying(caption, there)]));
  const facts = { phone: shared, otherId: id, otherName: there };
  return [finding("calledInFull", { key: "name", caption, value: name, facts })];
};
