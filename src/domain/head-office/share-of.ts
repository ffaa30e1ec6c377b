/** A site's workbook as head office takes it (R19): rows in the house spelling, what is missing, figures, phones. */
import type { Field } from "../form/field";
import { formOf, type RegisterKey, registerKeys } from "../forms/index";
import { type CalendarDay, calendarDay, dayOfSerial, momentOfSerial } from "../kit/calendar-day";
import { plain } from "../kit/text";
import { isNothing } from "../rules/nothing-to-say";
import { phoneKey } from "../rules/phone";
import { phonesIn } from "../register/phone-reading";
import { type About, isEmptyCell, readAnswer } from "../register/read-answer";
import { type RawCell, type Register, rowNumber } from "../register/register";
import { readRegister } from "../register/register-reading";
import { withSheetAnswers } from "../register/card/sheet-answers";
import type { Site, SiteBook } from "../register/site";
import { maskShare } from "./mask-share";
import { bookIdIn, versionIn } from "./schema-version";
import type { Lack, NotUnderstood, PhoneSeen, SharedRegister, SiteShare, Source } from "./share";
import { siteFactsOf } from "./site-facts";
import { figuresOf } from "./site-figures";

export interface ShareAbout {
  readonly today: CalendarDay;
  /** A keyed hash of an E.164 number, in hex (R20). Without it phones are told apart by the number itself. */
  readonly phone?: (e164: string) => string;
  /** R20: 138****1234 in every cell. */
  readonly mask?: boolean;
  /** For the data set: what the registers say together, client by client. */
  readonly facts?: boolean;
}

/** People put a blank between Chinese characters to make a name look wide. */
const wideBlanks = /(?<=\p{Script=Han}) (?=\p{Script=Han})/gu;

/** "洛阳-新天地", 新 天地 too; empty where 设置 says neither place nor project. */
export const siteNameOf = ({ place, project }: Pick<Site, "place" | "project">): string =>
  [place, project]
    .map((each) => plain(each).replace(wideBlanks, ""))
    .filter((each) => each !== "" && !isNothing(each))
    .join("-");

type Computed = Field & { readonly kind: "computed" };

/** A formula's or the program's value, days as days. */
const computedCell = (field: Computed, raw: RawCell): RawCell => {
  if (typeof raw !== "number") return raw;
  if (field.gives === "day") return dayOfSerial(raw) ?? raw;
  return field.gives === "moment" ? (momentOfSerial(raw) ?? raw) : raw;
};

/** What a formula shows in a row nobody has filled is no content. */
const holdsContent = ({ field }: { readonly field: Field }): boolean =>
  field.kind !== "computed" || field.by === "program";

interface Sharing {
  readonly register: SharedRegister;
  readonly notUnderstood: readonly NotUnderstood[];
}

/** A computed column's cells, of the rows that are kept. */
const computedCells = (field: Computed, cells: readonly RawCell[], kept: readonly number[]): RawCell[] =>
  kept.map((index) => {
    const raw = cells[index] ?? null;
    return isEmptyCell(raw) ? null : computedCell(field, typeof raw === "string" ? raw.trim() : raw);
  });

/** @param register as it stands; `computed`: with what its formulas say */
const shareRegister = (key: RegisterKey, register: Register, computed: Register, about: About): Sharing => {
  const { fields } = formOf(key);
  const columns = [...computed.columns].flatMap(([name, cells]) => {
    const field = fields[name];
    return field === undefined ? [] : [{ name, field, cells, empty: cells.every(isEmptyCell) }];
  });
  const content = columns.filter((column) => holdsContent(column) && !column.empty);
  const kept: number[] = [];
  for (let index = 0; index < register.count; index++)
    if (content.some(({ cells }) => !isEmptyCell(cells[index]))) kept.push(index);
  const rows = kept.map((index) => rowNumber(register, index));
  const notUnderstood: NotUnderstood[] = [];
  const shared = new Map<string, readonly RawCell[]>();
  // Many columns of a large form stand empty.
  const nothingKept = kept.map(() => null);
  const { answers } = readRegister(register, about);
  for (const { name, field, cells, empty } of columns) {
    if (empty || field.kind === "computed") {
      shared.set(name, empty || field.kind !== "computed" ? nothingKept : computedCells(field, cells, kept));
      continue;
    }
    const read = answers.get(name);
    shared.set(
      name,
      kept.map((index, at) => {
        const answer = read?.[index];
        if (answer !== undefined) return answer;
        const raw = cells[index] ?? null;
        if (isEmptyCell(raw)) return null;
        // What has to be said and is not, "/" for a name, is understood all the same.
        const said = readAnswer(field, raw, about).answer;
        if (said !== undefined) return said;
        notUnderstood.push({ form: key, row: rows[at] ?? 0, key: name, raw });
        return raw;
      }),
    );
  }
  return { register: { sheet: register.sheet, rows, columns: shared }, notUnderstood };
};

const lacksOf = (book: SiteBook, leftOut: readonly Lack[]): readonly Lack[] =>
  registerKeys.flatMap((form): readonly Lack[] => {
    const register = book.registers[form];
    const outside = leftOut.filter((lack) => lack.form === form);
    if (register === undefined && outside.length > 0) return outside;
    if (register === undefined) return book.absent.includes(form) ? [{ kind: "table", form }] : [];
    return [
      ...outside,
      ...register.missing.map((caption) => ({ kind: "column", form, caption }) as const),
      ...register.strangers.map((caption) => ({ kind: "ownColumn", form, caption }) as const),
    ];
  });

const phoneColumns = {
  visitors: { day: "visitDate", phones: ["mobile", "phone"] },
  calls: { day: "calledAt", phones: ["mobile", "otherContact"] },
} as const;

const textIn = (cells: readonly RawCell[] | undefined, at: number): string => {
  const cell = cells?.[at] ?? null;
  return cell === null || (typeof cell === "string" && isNothing(cell)) ? "" : String(cell);
};

/** Of rows in the house spelling: so they say the same when they come back from head office's own workbook. */
const phonesOf = (registers: SiteShare["registers"], site: Site): readonly PhoneSeen[] =>
  (["visitors", "calls"] as const).flatMap((form) => {
    const register = registers[form];
    if (register === undefined) return [];
    const { columns, rows } = register;
    const { day, phones } = phoneColumns[form];
    const phoneCells = phones.map((key) => columns.get(key));
    const [clients, names, consultants, days] = ["clientId", "name", "consultant", day].map((key) =>
      columns.get(key),
    );
    const seen: PhoneSeen[] = [];
    rows.forEach((row, at) => {
      const cells = phoneCells.map((column) => column?.[at] ?? null);
      for (const phone of phonesIn(cells, site))
        seen.push({
          phone: phoneKey(phone).replace("/", ";ext="),
          shown: phone.shown,
          form,
          row,
          client: textIn(clients, at),
          name: textIn(names, at),
          consultant: textIn(consultants, at),
          day: calendarDay(textIn(days, at).slice(0, 10)),
        });
    });
    return seen;
  });

const hashed = (share: SiteShare, phone: (e164: string) => string): SiteShare => ({
  ...share,
  phones: share.phones.map((each) => ({ ...each, phone: phone(each.phone) })),
});

/**
 * What a workbook brings to head office. `book` as read whole; one of an older make is taken as it can be.
 * @param leftOut what stands in its file and in no register of `book`
 */
export const shareOf = (
  book: SiteBook,
  source: Source,
  about: ShareAbout,
  leftOut: readonly Lack[] = [],
): SiteShare => {
  const { site } = book;
  const reading: About = { site, today: about.today };
  const registers: Partial<Record<RegisterKey, SharedRegister>> = {};
  const notUnderstood: NotUnderstood[] = [];
  const computed = withSheetAnswers(book, about.today).registers;
  for (const key of registerKeys) {
    const register = book.registers[key];
    if (register === undefined) continue;
    const sharing = shareRegister(key, register, computed[key] ?? register, reading);
    if (sharing.register.rows.length > 0) registers[key] = sharing.register;
    for (const each of sharing.notUnderstood) notUnderstood.push(each);
  }
  const id = bookIdIn(book);
  const share: SiteShare = {
    site: siteNameOf(site),
    place: plain(site.place),
    project: plain(site.project),
    ...(id !== undefined && { book: id }),
    source,
    asOf: about.today,
    schemaVersion: versionIn(book) ?? 1,
    registers,
    lacks: lacksOf(book, leftOut),
    notUnderstood,
    phones: phonesOf(registers, site),
    figures: figuresOf(book, about.today),
    ...(about.facts === true && { facts: siteFactsOf(book, about.today) }),
  };
  const keyed = about.phone === undefined ? share : hashed(share, about.phone);
  return about.mask === true ? maskShare(keyed) : keyed;
};
