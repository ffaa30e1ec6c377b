/** R9: who an old row can be, by phone, other contact, number, or the name among a consultant's clients. */
import type { CalendarDay } from "../../kit/calendar-day";
import { plain } from "../../kit/text";
import type { ClientNumber } from "../../rules/client-number";
import { type Phone, phoneKey } from "../../rules/phone";
import { said } from "../../rules/same-person";
import type { Answer, RawCell } from "../register";

export interface LedgerClient {
  readonly id: ClientNumber;
  /** The fullest that is known. */
  name: string;
  /** Where the client was before this row: in the workbook, or in an earlier row of the old file. */
  readonly from: "workbook" | "file";
  /** The row of 来访登记, where there is one: as it stands, or as it will be added. */
  visit:
    | { readonly read: (key: string) => RawCell; readonly fill: (key: string, answer: Answer | null) => void }
    | undefined;
  readonly consultant: string;
  /** 王先生, who is 王建国 now. */
  readonly formerNames?: readonly string[];
  /** Of the first visit or call that the workbook has. */
  since?: CalendarDay;
}

export interface People {
  readonly byPhone: (
    phones: readonly Phone[],
  ) => { readonly client: LedgerClient; readonly phone: Phone } | undefined;
  readonly byContact: (contact: string) => LedgerClient | undefined;
  readonly byNumber: (number: ClientNumber) => LedgerClient | undefined;
  /** A consultant's clients who are or were called that, each once. */
  readonly byName: (consultant: string, name: string) => readonly LedgerClient[];
  readonly add: (client: LedgerClient) => void;
  readonly reached: (client: LedgerClient, phones: readonly Phone[], contact?: string) => void;
  readonly owned: (client: LedgerClient, consultant: string) => void;
}

const contactKey = (contact: string): string => said(contact).toLowerCase();
const ownerKey = (consultant: string, name: string): string =>
  `${plain(consultant).replace(/\s/gu, "")}\n${said(name)}`;

export const peopleOf = (): People => {
  const phones = new Map<string, LedgerClient>();
  const contacts = new Map<string, LedgerClient>();
  const numbers = new Map<ClientNumber, LedgerClient>();
  const names = new Map<string, Set<LedgerClient>>();
  const owned = (client: LedgerClient, consultant: string): void => {
    if (consultant === "") return;
    for (const name of [client.name, ...(client.formerNames ?? [])]) {
      if (said(name) === "") continue;
      const key = ownerKey(consultant, name);
      const found = names.get(key);
      if (found) found.add(client);
      else names.set(key, new Set([client]));
    }
  };
  return {
    byPhone: (asked) => {
      for (const phone of asked) {
        const client = phones.get(phoneKey(phone));
        if (client) return { client, phone };
      }
      return undefined;
    },
    byContact: (contact) => contacts.get(contactKey(contact)),
    byNumber: (number) => numbers.get(number),
    byName: (consultant, name) => [...(names.get(ownerKey(consultant, name)) ?? [])],
    add: (client) => {
      if (!numbers.has(client.id)) numbers.set(client.id, client);
      owned(client, client.consultant);
    },
    // The first who has a phone keeps it.
    reached: (client, asked, contact) => {
      for (const phone of asked) if (!phones.has(phoneKey(phone))) phones.set(phoneKey(phone), client);
      const key = contact === undefined ? "" : contactKey(contact);
      if (key !== "" && !contacts.has(key)) contacts.set(key, client);
    },
    owned,
  };
};
