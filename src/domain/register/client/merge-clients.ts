/**
 * R9: one person under two numbers: one number stays, and everything that refers to the other follows. The retired
 * number is never given again (R1). Nothing is lost: what the kept row does not take is told in 备注.
 */
import { fieldsOf } from "../../form/form";
import type { CalendarDay } from "../../kit/calendar-day";
import type { CareReason } from "../../rules/care-calendar";
import { type ClientNumber, parseClientNumber } from "../../rules/client-number";
import type { ReachedDays } from "../../rules/grade";
import type { Change } from "../change";
import { formersAt, formersOf } from "../ownership/case-book";
import { clientKeys, oneRowAClient, type OneRowForm } from "../client-keys";
import type { Decision } from "../decision";
import { gaveUpLine, gaveUpOn } from "../ownership/former-share";
import { reachedAt, reachedKey, reachedOrder } from "../grade-rows";
import { joinReached } from "./join-grades";
import { isClient } from "../follow-up/log-contact";
import { careOnce } from "./merge-care";
import {
  asksForOwner,
  dayAt,
  type JoinedForm,
  joinForm,
  mergeQuestions,
  type Merging,
  rowsOf,
} from "./merge-ground";
import { mergeOutrun } from "./merge-outrun";
import { barredFrom, giversUp, type Place, waits } from "./merge-owner";
import { told, visitContacts } from "./merge-trail";
import { finding } from "../problem";
import { clientAt, textAt } from "../raw-cell";
import { isEmptyCell } from "../read-answer";
import { type Answer, cellAt, rowNumber } from "../register";
import { gradeRowFor, ofEntry, refused } from "../registration";
import type { SiteBook } from "../site";
import { dayOfStanding, standings } from "../standing";

const setOf = ({ register, index }: Place, key: string, value: Answer | null): Change => ({
  kind: "set",
  form: register.form.key as OneRowForm,
  row: rowNumber(register, index),
  key,
  was: cellAt(register, key, index),
  value,
});

const setAt = (place: Place, key: string, value: Answer | null): readonly Change[] => {
  const was = cellAt(place.register, key, place.index);
  const isThere = value === null ? isEmptyCell(was) : was === value;
  return !place.register.columns.has(key) || isThere ? [] : [setOf(place, key, value)];
};

/** Empty blanks too: what a colleague types there meanwhile would stand in nobody's row. */
const cleared = (place: Place): readonly Change[] =>
  fieldsOf(place.register.form).flatMap(([key, field]) =>
    (field.kind === "computed" && field.by === "sheet") || !place.register.columns.has(key)
      ? []
      : [setOf(place, key, null)],
  );

/** The first reception is the visit's (004 首接): its day and who received stand. */
const firstVisit = ({ base, gone }: JoinedForm, today: CalendarDay): Readonly<Record<string, Answer>> => {
  if (base === undefined) return {};
  let first = base;
  for (const each of gone) {
    const [day, firstDay] = [dayAt(each, today), dayAt(first, today)];
    if (day !== undefined && (firstDay === undefined || day < firstDay)) first = each;
  }
  const day = dayAt(first, today);
  if (first === base || day === undefined) return {};
  const consultant = textAt(first.register, "consultant", first.index);
  return { visitDate: day, ...(consultant === "" ? {} : { consultant }) };
};

const references = (
  book: SiteBook,
  { keep, retire }: Merging,
  isGone: (form: string, index: number) => boolean,
): { readonly changes: readonly Change[]; readonly renamed: readonly string[] } => {
  const changes: Change[] = [];
  const renamed: string[] = [];
  for (const { form, key, as, spell } of clientKeys) {
    const register = book.registers[form];
    for (let index = 0; register && index < register.count; index++) {
      const client = clientAt(register, key, index);
      const theirs = client === keep || client === retire;
      if (!theirs || isGone(form, index)) continue;
      // Nobody brought themselves.
      const own = as === "names" ? clientAt(register, "clientId", index) : undefined;
      const self = own === keep || own === retire;
      if (client === keep && !self) continue;
      const row = rowNumber(register, index);
      const value = self ? null : spell(keep);
      changes.push({ kind: "set", form, row, key, was: cellAt(register, key, index), value });
      if (spell(retire) !== retire) renamed.push(`${spell(retire)} → ${spell(keep)}`);
    }
  }
  return { changes, renamed };
};

/** Thanks for having brought them name them in words: 答谢介绍 李先生（LY-LI001） 成交. */
const thanks = ({ registers: { careTasks } }: SiteBook, { keep, retire }: Merging): readonly Change[] => {
  const number = new RegExp(`(?<![A-Z0-9-])${retire}(?!\\d)`, "gu");
  return Array.from({ length: careTasks?.count ?? 0 }, (_, index) => index).flatMap((index) => {
    if (careTasks === undefined) return [];
    if (textAt(careTasks, "reason", index) !== ("转介绍答谢" satisfies CareReason)) return [];
    return ["detail", "notes"].flatMap((key): readonly Change[] => {
      const was = cellAt(careTasks, key, index);
      if (typeof was !== "string") return [];
      const value = was.replace(number, keep);
      if (value === was) return [];
      return [{ kind: "set", form: "careTasks", row: rowNumber(careTasks, index), key, was, value }];
    });
  });
};

/** A × day that decides about shares (R10) and that the joined ladder does not keep. */
const gaveUpLines = (
  book: SiteBook,
  places: readonly Place[],
  kept: ReachedDays,
  today: CalendarDay,
): readonly string[] =>
  places.flatMap((place) => {
    const { register, index } = place;
    const reached = reachedAt(register, index, today);
    const day = reached["×"];
    if (day === undefined || day === kept["×"]) return [];
    const formers = formersAt(book.site, register, index).filter(
      (former) => gaveUpOn(book.site, { register, index, reached }, former) === day,
    );
    const all = [...new Set([...formers, ...giversUp(book, place, today)])];
    return all.length === 0 ? [] : [gaveUpLine(day, all)];
  });

/** Days of the row that stays which the joined ladder does not keep; those of the rows that go are told whole. */
const leftOut = (keep: ClientNumber, before: ReachedDays, reached: ReachedDays): string => {
  const days = reachedOrder.flatMap((grade) =>
    before[grade] !== undefined && reached[grade] === undefined ? [`${grade} ${before[grade]}`] : [],
  );
  return days.length === 0 ? "" : `；${keep} 原有 ${days.join("、")}，未采用`;
};

const gradeChanges = (
  book: SiteBook,
  joined: JoinedForm,
  merging: Merging,
  words: string,
  today: CalendarDay,
): readonly Change[] => {
  const { base, gone } = joined;
  const { keep, retire, owner } = merging;
  if (base === undefined) {
    const [first] = standings(book).filter(({ clientId }) => clientId === keep || clientId === retire);
    const day = (first && dayOfStanding(first, today)) ?? today;
    const theirs = first ? textAt(first.register, "consultant", first.index) : "";
    return [gradeRowFor(keep, owner || theirs, "C", day, words)];
  }
  const before = reachedAt(base.register, base.index, today);
  const places = [base, ...gone];
  const reached = joinReached(
    places.map(({ register, index }) => reachedAt(register, index, today)),
    waits(book, places, owner, today),
  );
  const formers = places.flatMap((place) => [
    ...formersOf(textAt(place.register, "formerConsultant", place.index)),
    ...giversUp(book, place, today).filter((name) => name !== owner),
  ]);
  const shared = new RegExp(`^与 (?:${keep}|${retire}) 共用电话`, "u");
  const said = String(joined.becomes["remarks"] ?? textAt(base.register, "remarks", base.index));
  const remarks = [
    ...said.split("\n").filter((line) => line.trim() !== "" && !shared.test(line)),
    ...gaveUpLines(book, places, reached, today),
    `${words}${leftOut(keep, before, reached)}`,
  ].join("\n");
  return [
    ...reachedOrder
      .filter((grade) => before[grade] !== reached[grade])
      .flatMap((grade) => setAt(base, reachedKey[grade], reached[grade] ?? null)),
    ...(owner === "" ? [] : setAt(base, "consultant", owner)),
    ...(formers.length === 0 ? [] : setAt(base, "formerConsultant", [...new Set(formers)].join("、"))),
    ...setAt(base, "remarks", remarks),
  ];
};

export const mergeClients = (
  book: SiteBook,
  merging: Merging,
  { today }: { readonly today: CalendarDay },
): Decision => {
  const { keep, retire } = merging;
  const place = ofEntry(book, "visitors");
  const at = { key: "clientId", caption: "客户编号" } as const;
  if (keep === retire) return refused([place(finding("mergeWithItself", { ...at, value: keep }))]);
  const unknown = [keep, retire].filter((client) => !isClient(book, client));
  if (unknown.length > 0)
    return refused(unknown.map((value) => place(finding("clientUnknown", { ...at, value }))));
  const asked = mergeQuestions(book, keep, retire, today);
  const outrun = mergeOutrun(book, merging.shown, asked);
  if (outrun.length > 0) return refused(outrun);
  const { owners, anew } = asked;
  const owner = merging.owner || (asksForOwner(asked) ? "" : (owners[0] ?? ""));
  const ownerAsked = { key: "consultant", caption: "置业顾问" } as const;
  const ofLadder = ofEntry(book, "grades");
  if (asksForOwner(asked) && owner === "") {
    const [one = "", other = ""] = owners;
    return refused([
      ofLadder(
        anew
          ? finding("mergeNeedsOther", { ...ownerAsked, facts: { client: keep } })
          : finding("mergeNeedsOwner", { ...ownerAsked, facts: { one, other } }),
      ),
    ]);
  }
  const ladders = [keep, retire].flatMap((client) => rowsOf(book, "grades", client));
  if (!owners.includes(owner) && barredFrom(book, ladders, today).has(owner))
    return refused([
      ofLadder(
        finding("neverTheFormer", { ...ownerAsked, value: owner, facts: { to: owner, client: keep } }),
      ),
    ]);
  const joined = oneRowAClient.map((form) => joinForm(book, form, merging, today));

  const gone = new Set(
    joined.flatMap(({ form, gone: places }) => places.map(({ index }) => `${form}/${index}`)),
  );
  const { changes, renamed } = references(book, merging, (form, index) => gone.has(`${form}/${index}`));
  const words = told(joined, merging, renamed, today);
  const parts = parseClientNumber(retire);
  const counted = parts === undefined || (book.site.highest.get(parts.prefix) ?? 0) >= parts.n;
  const rowChanges = joined.flatMap((each): readonly Change[] => {
    const { form, base } = each;
    if (form === "grades") return gradeChanges(book, each, { ...merging, owner }, words, today);
    if (base === undefined) return [];
    const becomes = { ...each.becomes, ...(form === "visitors" ? firstVisit(each, today) : {}) };
    return Object.entries(becomes).flatMap(([key, value]) =>
      key === "referrerId" && (value === keep || value === retire) ? [] : setAt(base, key, value),
    );
  });
  const [visits] = joined;
  return {
    ok: true,
    clientId: keep,
    changes: [
      ...(counted ? [] : [{ kind: "counter", prefix: parts.prefix, highest: parts.n } as const]),
      ...changes,
      ...thanks(book, merging),
      ...careOnce(book, merging, today),
      ...rowChanges,
      ...(visits === undefined ? [] : visitContacts(book, visits, merging, today)),
      ...joined.flatMap(({ gone: places }) => places.flatMap(cleared)),
    ],
    hints: [],
  };
};
