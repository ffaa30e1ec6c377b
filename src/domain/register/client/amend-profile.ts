/** 客户档案: what was learnt of a client, into their one row. A no to being contacted is kept for good (R15). */
import type { Field } from "../../form/field";
import { formOf } from "../../forms/index";
import { profiles } from "../../forms/profiles";
import type { CalendarDay } from "../../kit/calendar-day";
import type { ClientNumber } from "../../rules/client-number";
import type { Change } from "../change";
import { type Cells, readRow } from "../check-row";
import { consents } from "../care/consents";
import type { Decision } from "../decision";
import { isSame, outrunFindings } from "../outrun";
import { finding } from "../problem";
import { clientAt } from "../raw-cell";
import { ofEntry, refused, sorted } from "../registration";
import { cellAt, rowNumber } from "../register";
import type { SiteBook } from "../site";
import { standings } from "../standing";
import type { Wanted } from "../wanted";

export const profileWants: Wanted = {
  visitors: ["clientId", "name"],
  calls: ["clientId", "name"],
  profiles: "all",
};

const fieldOf = (key: string): Field | undefined => formOf("profiles").fields[key];

/**
 * `answers` as typed: form 18's blanks. A blank that is not among them stays; one that is empty is cleared. `seen`: what
 * they showed when somebody began to change them; one that is left out was empty.
 */
export const amendProfile = (
  book: SiteBook,
  answers: Cells,
  entry: { readonly today: CalendarDay; readonly seen: Cells },
): Decision => {
  const place = ofEntry(book, "profiles");
  const about = { site: book.site, today: entry.today };
  const reading = readRow(profiles, answers, about);
  const { errors, hints } = sorted(book, "profiles", reading);
  if (errors.length > 0) return refused(errors);
  const client = reading.answers["clientId"] as ClientNumber;
  if (!standings(book).some(({ clientId }) => clientId === client)) {
    const { caption } = profiles.fields.clientId;
    return refused([place(finding("clientUnknown", { key: "clientId", caption, value: client }))]);
  }
  if ("consent" in answers && reading.answers["consent"] !== "否" && consents(book).get(client) === "no") {
    const { caption } = profiles.fields.consent;
    return refused([place(finding("consentKept", { key: "consent", caption, facts: { client } }))]);
  }
  const register = book.registers.profiles;
  for (let index = 0; register && index < register.count; index++) {
    if (clientAt(register, "clientId", index) !== client) continue;
    const changed = Object.keys(answers).filter((key) => {
      const field = fieldOf(key);
      if (key === "clientId" || field === undefined || !register.columns.has(key)) return false;
      return !isSame(field, cellAt(register, key, index), reading.answers[key] ?? null, about);
    });
    const now = Object.fromEntries(changed.map((key) => [key, cellAt(register, key, index)]));
    const outrun = outrunFindings(profiles, changed, { now, seen: entry.seen }, about);
    if (outrun.length > 0) return refused(outrun.map(place));
    const changes = changed.map((key): Change => {
      const value = reading.answers[key] ?? null;
      return {
        kind: "set",
        form: "profiles",
        row: rowNumber(register, index),
        key,
        was: now[key] ?? null,
        value,
      };
    });
    return { ok: true, clientId: client, changes, hints };
  }
  return {
    ok: true,
    clientId: client,
    changes: [{ kind: "append", form: "profiles", row: reading.answers }],
    hints,
  };
};
