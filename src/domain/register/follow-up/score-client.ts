/** 评分: how keen a client is today, by the signals somebody has seen (R17). The grade stays the manager's. */
import { intentScores } from "../../forms/intent-scores";
import type { CalendarDay } from "../../kit/calendar-day";
import type { ClientNumber } from "../../rules/client-number";
import { type Cells, readRow } from "../check-row";
import type { Decision } from "../decision";
import { signalKeys } from "./intent-standing";
import { finding } from "../problem";
import { ofEntry, refused, sorted } from "../registration";
import type { SiteBook } from "../site";
import { standings } from "../standing";
import type { Wanted } from "../wanted";

export const scoreClientWants: Wanted = {
  visitors: ["clientId", "name"],
  calls: ["clientId", "name"],
};

/** `answers` as typed: form 21's blanks; 评分日期 is today where it is left open. */
export const scoreClient = (
  book: SiteBook,
  answers: Cells,
  entry: { readonly today: CalendarDay },
): Decision => {
  const place = ofEntry(book, "intentScores");
  const dated = { ...answers, scoredOn: answers["scoredOn"] || entry.today };
  const reading = readRow(intentScores, dated, { site: book.site, today: entry.today });
  const { errors, hints } = sorted(book, "intentScores", reading);
  if (errors.length > 0) return refused(errors);
  const client = reading.answers["clientId"] as ClientNumber;
  const { caption } = intentScores.fields.clientId;
  if (!standings(book).some(({ clientId }) => clientId === client))
    return refused([place(finding("clientUnknown", { key: "clientId", caption, value: client }))]);
  if (signalKeys.every((key) => reading.answers[key] === undefined))
    return refused([
      place(
        finding("noSignal", { key: signalKeys[0] ?? "", caption: intentScores.fields.likesProduct.caption }),
      ),
    ]);
  return {
    ok: true,
    clientId: client,
    changes: [{ kind: "append", form: "intentScores", row: reading.answers }],
    hints,
  };
};
