/** What passed between the house and a client after the first visit, for the cards that list it. */
import type { CalendarDay, Moment } from "../../kit/calendar-day";
import type { ClientNumber } from "../../rules/client-number";
import { maskTalk } from "../../rules/masking";
import { plain } from "../../kit/text";
import { clientAt, momentOfCell, textAt } from "../raw-cell";
import { cellAt } from "../register";
import type { SiteBook } from "../site";

export interface CardContact {
  readonly at: CalendarDay | Moment;
  readonly method: string;
  readonly consultant: string;
  readonly notes: string;
  /** 客户反馈. */
  readonly feedback: string;
}

/** Rows of 跟踪记录 by client, each client's in the order of time; of two at a time the upper row first. */
export const contactsByClient = (
  book: SiteBook,
  today: CalendarDay,
  masked: boolean,
): ReadonlyMap<ClientNumber, readonly CardContact[]> => {
  const found = new Map<ClientNumber, CardContact[]>();
  const register = book.registers.followUps;
  const text = (key: string, index: number): string => {
    const said = register === undefined ? "" : textAt(register, key, index);
    return masked ? maskTalk(said) : said;
  };
  for (let index = 0; register && index < register.count; index++) {
    const client = clientAt(register, "clientId", index);
    const at = momentOfCell(cellAt(register, "contactedAt", index), today);
    if (client === undefined || at === undefined) continue;
    const contact = {
      at,
      method: text("method", index),
      consultant: text("consultant", index),
      notes: text("notes", index),
      feedback: text("feedback", index),
    };
    const list = found.get(client);
    if (list) list.push(contact);
    else found.set(client, [contact]);
  }
  for (const list of found.values()) list.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return found;
};

/** The program enters the first visit into 跟踪记录 too: said once is enough. */
export const afterVisit = (
  contacts: readonly CardContact[],
  visitDay: CalendarDay | undefined,
  talk: string,
): readonly CardContact[] => {
  const own = contacts.findIndex(
    ({ at, method, notes }) =>
      at.slice(0, 10) === visitDay && method === "来访" && plain(notes) === plain(talk),
  );
  return own < 0 ? contacts : contacts.filter((_, index) => index !== own);
};
