/** 收编: records of the workbook that a row may be another telling of. One client may have thousands of one day. */
import type { CalendarDay } from "../../kit/calendar-day";
import { plain } from "../../kit/text";
import type { ClientNumber } from "../../rules/client-number";
import { textOf } from "../raw-cell";
import { cellAt, type RawCell, type Register, type Row } from "../register";
import { unitKey } from "../sales/sale-rows";

/** Registers of which one client has many rows. */
export type Logged = "calls" | "followUps" | "deals";

/** What tells one record of a client and a day from another. It is never filled in afterwards. */
const apart = ["consultant", "notes", "method", "unitNo"] as const;

export const tellsApart: ReadonlySet<string> = new Set(apart);

const spelled = (key: string, cell: RawCell): string =>
  key === "unitNo" ? unitKey(plain(textOf(cell))) : plain(textOf(cell));

export interface Records {
  readonly see: (form: Logged, client: ClientNumber, day: CalendarDay | undefined, index: number) => void;
  /** Those of that client and day that say the same of all that tells records apart, as far as the row speaks of it. */
  readonly like: (form: Logged, client: ClientNumber, day: CalendarDay, row: Row) => readonly number[];
}

export const recordsOf = (registers: { readonly [form in Logged]?: Register | undefined }): Records => {
  const all = new Map<string, number[]>();
  /** By what rows speak of, and then by what they say. */
  const bySaid = new Map<string, Map<string, number[]>>();
  return {
    see: (form, client, day, index) => {
      const known = all.get(`${form} ${client} ${day}`);
      if (known) known.push(index);
      else all.set(`${form} ${client} ${day}`, [index]);
    },
    like: (form, client, day, row) => {
      const register = registers[form];
      const group = `${form} ${client} ${day}`;
      const there = all.get(group);
      if (register === undefined || there === undefined) return [];
      const keys = apart.filter((key) => row[key] !== undefined);
      const asked = `${group} ${keys.join()}`;
      const saidBy = (cell: (key: string) => RawCell): string =>
        JSON.stringify(keys.map((key) => spelled(key, cell(key))));
      let said = bySaid.get(asked);
      if (said === undefined) {
        said = new Map<string, number[]>();
        for (const index of there) {
          const its = saidBy((key) => cellAt(register, key, index));
          const known = said.get(its);
          if (known) known.push(index);
          else said.set(its, [index]);
        }
        bySaid.set(asked, said);
      }
      return said.get(saidBy((key) => row[key] ?? null)) ?? [];
    },
  };
};
