/** R16: a name or phone typed under 介绍人编号: whose number belongs there, with the fix where that is one client for sure. */
import { plain } from "../../kit/text";
import type { ClientNumber } from "../../rules/client-number";
import { isReferrer, type NoReferrer, referrersMeant } from "../care/referrers-meant";
import { referralRows } from "../care/referrals";
import { knownClients } from "../client/client-meant";
import { at } from "./check-ground";
import type { Change } from "../change";
import type { Problem } from "../problem";
import { clientAt } from "../raw-cell";
import { cellAt, type Register, rowNumber } from "../register";
import type { SiteBook } from "../site";
import { phonesOf, standings } from "../standing";

const key = "referrerId";

const codes = {
  nobody: "referrerNobody",
  unclear: "referrerUnclear",
  several: "referrerSeveral",
  otherPhone: "referrerOtherPhone",
  self: "referrerSelf",
  loop: "referrerLoop",
  otherwise: "referrerUnclear",
} as const satisfies Record<NoReferrer["why"], string>;

interface Typed {
  readonly index: number;
  readonly client: ClientNumber;
  readonly words: string | number;
}

const isOurs = ({ code, form, key: of }: Problem): boolean =>
  code === "notAClientNumber" && form === "visitors" && of === key;

/** Rows without a number of their own wait until they have one. */
const typedIn = (register: Register, rows: ReadonlySet<number | undefined>): ReadonlyMap<number, Typed> => {
  const found = new Map<number, Typed>();
  for (let index = 0; index < register.count; index++) {
    const row = rowNumber(register, index);
    if (!rows.has(row)) continue;
    const [client, words] = [clientAt(register, "clientId", index), cellAt(register, key, index)];
    if (client !== undefined && words !== null && typeof words !== "boolean")
      found.set(row, { index, client, words });
  }
  return found;
};

const setsNotes = (change: Change, row: number | undefined): change is Change & { readonly kind: "set" } =>
  change.kind === "set" && change.form === "visitors" && change.row === row && change.key === "notes";

const withLine = (notes: string, line: string): string =>
  notes.split("\n").includes(line) ? notes : [notes, line].filter((each) => each !== "").join("\n");

const notesThere = (register: Register, index: number): string => {
  const cell = cellAt(register, "notes", index);
  return cell === null || cell === "/" ? "" : String(cell);
};

/**
 * `problems`: what each row says by itself. What the words tell beyond who it is goes to the notes with the fix, beside
 * what other fixes of the row put there.
 */
export const withReferrersMeant = (book: SiteBook, problems: readonly Problem[]): readonly Problem[] => {
  const register = book.registers.visitors;
  const rows = new Set(problems.flatMap((each) => (isOurs(each) ? [each.row] : [])));
  if (register === undefined || rows.size === 0) return problems;
  const known = knownClients(
    standings(book).flatMap((each) =>
      each.clientId === undefined
        ? []
        : [{ client: each.clientId, name: each.name, phones: phonesOf(each, book.site) }],
    ),
  );
  const typed = typedIn(register, rows);
  const meant = referrersMeant(
    [...typed.values()].map(({ client, words }) => ({ client, words: [words] })),
    new Map([...referralRows(book)].reverse().map(({ client, referrer }) => [client, referrer])),
    known,
    book.site,
  );
  const foundOf = new Map([...typed.keys()].map((row, nth) => [row, meant[nth]]));
  const nameOf = (client: ClientNumber): string => known.called.get(client) ?? "";
  const lines = new Map<number, string>();
  for (const [row, { words }] of typed) {
    const found = foundOf.get(row);
    if (found !== undefined && isReferrer(found) && found.saysMore)
      lines.set(row, `介绍人：${plain(String(words))}`);
  }
  /** What other fixes of the row leave in its notes, by row. */
  const noted = new Map<number, string>();
  for (const { fix = [], row } of problems)
    for (const change of fix)
      if (row !== undefined && setsNotes(change, row)) noted.set(row, String(change.value ?? ""));

  return problems.map((each): Problem => {
    const { row, fix } = each;
    const line = row === undefined ? undefined : lines.get(row);
    if (!isOurs(each))
      return line === undefined || fix === undefined
        ? each
        : {
            ...each,
            fix: fix.map((change) =>
              setsNotes(change, row)
                ? { ...change, value: withLine(String(change.value ?? ""), line) }
                : change,
            ),
          };
    const there = row === undefined ? undefined : typed.get(row);
    const found = row === undefined ? undefined : foundOf.get(row);
    if (row === undefined || there === undefined || found === undefined) return each;
    const where = { register, index: there.index };
    if (!isReferrer(found)) {
      const others = found.others.map((other) => `${nameOf(other)}（${other}）`).join("、");
      return at(where, codes[found.why], key, { facts: { others } });
    }
    const set = { kind: "set", form: "visitors", row } as const;
    const was = cellAt(register, "notes", there.index);
    const notes = noted.get(row) ?? notesThere(register, there.index);
    return at(where, "referrerNamed", key, {
      facts: { otherId: found.referrer, otherName: nameOf(found.referrer) },
      fix: [
        { ...set, key, was: there.words, value: found.referrer },
        ...(line === undefined ? [] : [{ ...set, key: "notes", was, value: withLine(notes, line) }]),
      ],
    });
  });
};
