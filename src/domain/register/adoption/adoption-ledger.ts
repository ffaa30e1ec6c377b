/** The workbook as it will be while an old register is taken in: who is there, what is filled, what is added. */
import type { Form } from "../../form/form";
import type { FormKey } from "../../forms/index";
import { visitors } from "../../forms/visitors";
import { type CalendarDay, dayOf, type Moment, momentAt } from "../../kit/calendar-day";
import { plain } from "../../kit/text";
import { nothing } from "../../rules/nothing-to-say";
import type { ClientNumber } from "../../rules/client-number";
import { type Grade, readGrade, type ReachedDays, type SaidGrade } from "../../rules/grade";
import { laddersOf, type Reaching, tellsGrade } from "./adoption-ladder";
import { type LedgerClient, type People, peopleOf } from "./adoption-people";
import type { Change } from "../change";
import { formerNamesIn } from "./fuller-name";
import { yearlessIn } from "../day-at";
import { gradeRowOf, gradeRows, reachChanges, reachedKey, reachedKeys } from "../grade-rows";
import { type OldEntry, oldSaying } from "../old-sheet/old-entry";
import { blankAt } from "../own-column";
import { finding } from "../problem";
import { clientAt, dayOfCell, momentOfCell, textAt, textOf, whenOfCell } from "../raw-cell";
import { isEmptyCell } from "../read-answer";
import { type Logged, recordsOf, tellsApart } from "./records-alike";
import { type Answer, cellAt, type RawCell, type Register, type Row, rowNumber } from "../register";
import { unitKey } from "../sales/sale-rows";
import type { SiteBook } from "../site";
import { consultantOf, dayOfStanding, notesOf, phonesOf, type Standing, standings } from "../standing";

type Cells = Record<string, Answer>;

/** A visit as the old register tells it. */
export interface OldVisit {
  /** What the contact's notes would be: with what the old register says otherwise. */
  readonly notes: string;
  readonly consultant: string;
  readonly grade: Grade | undefined;
  readonly moment: Moment;
}

const whenKeys = { calls: "calledAt", followUps: "contactedAt", deals: "subscribedOn" } as const;

export interface Meeting {
  /** "原表“年龄”：31", where 来访登记 says 30. */
  readonly otherwise: readonly string[];
  /** Something was written. */
  readonly filled: boolean;
}

export interface Ledger {
  readonly people: People;
  readonly has: (number: ClientNumber) => boolean;
  /** The workbook tells of that visit: the same words by the same consultant, and nothing else of time or grade. */
  readonly hasVisit: (client: ClientNumber, day: CalendarDay, visit: OldVisit) => boolean;
  /** The workbook tells of a visit on that day. */
  readonly hasVisitOn: (client: ClientNumber, day: CalendarDay) => boolean;
  /**
   * The workbook's record of that day by that consultant in those words, when nothing it says differs from `row`; its
   * empty cells are filled. @returns nothing where there is none.
   */
  readonly recordOf: (
    form: Logged,
    client: ClientNumber,
    day: CalendarDay,
    row: Row,
  ) => "same" | "filled" | undefined;
  /** A contact of that day, there or written so far, has these very words among its own. */
  readonly tells: (client: ClientNumber, day: CalendarDay, notes: string) => boolean;
  /** A new client, with their row of that form. */
  readonly add: (id: ClientNumber, entry: OldEntry, row: Row, form: "visitors" | "calls") => LedgerClient;
  /** Fills the blanks of 来访登记 that are empty, adding a row for who has only called; what stands otherwise comes back. */
  readonly meet: (client: LedgerClient, answers: Row, own: Row) => Meeting;
  /**
   * A visit earlier than 来访日期 becomes the first one (R9); the one that was is a contact of 跟踪记录. Whose the client
   * is stays as it is: nobody can tell what the manager has decided.
   */
  readonly begin: (client: LedgerClient, day: CalendarDay, consultant: string) => Reaching;
  /** R4. Who has no row in 等级跟踪 yet begins at C when nothing is said. */
  readonly reach: (client: LedgerClient, grade: Grade | undefined, on: CalendarDay) => Reaching;
  /** R4: √ on that day, or the day of the latest grade where that is later. */
  readonly close: (client: LedgerClient, on: CalendarDay) => Reaching;
  /** 备注情况 of 等级跟踪. */
  readonly remark: (client: LedgerClient, text: string) => void;
  readonly append: (form: FormKey, row: Row) => void;
  readonly put: (changes: readonly Change[]) => void;
  readonly changes: () => readonly Change[];
}

const fillable = Object.entries(visitors.fields).filter(
  ([key]) => !["clientId", "visitDate", "consultant", "name", "notes"].includes(key),
);

/** What a visit's notes begin with where they hold nothing but what the old register said otherwise. */
const otherwise = "原表“";

const digitsOf = (cell: RawCell): string => String(cell).replace(/\D/gu, "");

/** In another spelling, or as Excel keeps days. */
export const saysSame = (
  form: Form,
  key: string,
  there: RawCell,
  answer: Answer,
  today: CalendarDay,
): boolean => {
  const [one, other] = [plain(textOf(there)), plain(textOf(answer))];
  if (one === other || (key === "unitNo" && unitKey(one) === unitKey(other))) return true;
  const field = blankAt(form, key);
  const kind = field?.kind;
  if (kind === "phone") return digitsOf(there) === digitsOf(answer);
  if (kind !== "day" && kind !== "moment") return false;
  const at = momentOfCell(there, today, yearlessIn(field));
  return at !== undefined && (kind === "day" ? dayOf(at) : at) === answer;
};

interface SeenVisit {
  readonly notes: string;
  readonly consultant: string;
  readonly grade: string;
  readonly at: CalendarDay | Moment | undefined;
}

const agree = (one: string, other: string): boolean =>
  one === "" || other === "" || plain(one) === plain(other);

/** Who says no hour does not say another one. */
const sameTime = (
  one: CalendarDay | Moment | undefined,
  other: CalendarDay | Moment | undefined,
): boolean => {
  const hour = (at: string | undefined): string => (at ?? "").slice(10).replace(" 00:00", "");
  return agree(hour(one), hour(other));
};

/** As a decision on a visit would list them: the client, the grade, the contact. */
const order: readonly FormKey[] = ["visitors", "calls", "grades", "units", "deals", "followUps"];

export const ledgerOf = (book: SiteBook, today: CalendarDay): Ledger => {
  const sets = new Map<string, Change>();
  const added = new Map<FormKey, Row[]>();
  const newGrades = new Map<ClientNumber, Cells>();
  const begun = new Set<ClientNumber>();
  /** Client and day of the contacts that were written so far. */
  const told = new Set<string>();
  /** Their words, and those of the contacts that are there. */
  const wordsTold = new Map<string, string[]>();
  const tell = (client: ClientNumber, day: string | undefined, notes: string): void => {
    const words = wordsTold.get(`${client} ${day}`);
    if (words) words.push(notes);
    else wordsTold.set(`${client} ${day}`, [notes]);
  };
  const saidGrades = new Map<ClientNumber, SaidGrade[]>();
  const remarks = new Map<ClientNumber, string>();
  const visits = new Map<string, SeenVisit[]>();
  const records = recordsOf(book.registers);
  const people = peopleOf();
  const gradeOf = gradeRowOf(gradeRows(book, today));

  const append = (form: FormKey, row: Row): void => {
    const rows = added.get(form);
    if (rows) rows.push(row);
    else added.set(form, [row]);
    if (form !== "followUps") return;
    const [client, day] = [String(row["clientId"] ?? ""), String(row["contactedAt"]).slice(0, 10)];
    told.add(`${client} ${day}`);
    tell(client as ClientNumber, day, textOf(row["notes"] ?? null));
  };
  const seeVisit = (client: ClientNumber, day: CalendarDay | undefined, visit: SeenVisit): void => {
    const found = visits.get(`${client} ${day}`);
    if (found) found.push(visit);
    else visits.set(`${client} ${day}`, [visit]);
  };
  const put = (change: Change): void => {
    if (change.kind === "set") sets.set(`${change.form}/${change.row}/${change.key}`, change);
  };
  /** With what earlier rows of the old register have filled. */
  const seenAt = (form: Logged, register: Register, key: string, index: number): RawCell => {
    const set = sets.get(`${form}/${rowNumber(register, index)}/${key}`);
    return set?.kind === "set" ? set.value : cellAt(register, key, index);
  };
  const visitThere = ({ register, index }: Standing): NonNullable<LedgerClient["visit"]> => {
    const filled = new Map<string, Answer | null>();
    return {
      read: (key) => filled.get(key) ?? (filled.has(key) ? null : cellAt(register, key, index)),
      fill: (key, answer) => {
        filled.set(key, answer);
        const row = rowNumber(register, index);
        const was = cellAt(register, key, index);
        put({ kind: "set", form: "visitors", row, key, was, value: answer });
      },
    };
  };
  const visitToCome = (id: ClientNumber, answers: Row): NonNullable<LedgerClient["visit"]> => {
    const row: Cells = { ...answers, clientId: id };
    append("visitors", row);
    return {
      read: (key) => row[key] ?? null,
      fill: (key, answer) => {
        if (answer === null) Reflect.deleteProperty(row, key);
        else row[key] = answer;
      },
    };
  };

  for (const standing of standings(book)) {
    const { clientId, form } = standing;
    if (clientId === undefined) continue;
    const day = dayOfStanding(standing, today);
    const consultant = consultantOf(standing);
    if (form === "visitors")
      seeVisit(clientId, day, { notes: notesOf(standing), consultant, grade: "", at: undefined });
    else records.see("calls", clientId, day, standing.index);
    const known = people.byNumber(clientId);
    const client: LedgerClient = known ?? {
      id: clientId,
      name: standing.name,
      from: "workbook",
      visit: form === "visitors" ? visitThere(standing) : undefined,
      consultant: consultantOf(standing),
      formerNames: formerNamesIn(notesOf(standing), standing.name),
    };
    if (day !== undefined && (client.since === undefined || day < client.since)) client.since = day;
    if (known) people.owned(known, consultantOf(standing));
    else people.add(client);
    people.reached(
      client,
      phonesOf(standing, book.site),
      textAt(standing.register, "otherContact", standing.index),
    );
  }
  for (const { clientId, consultant } of gradeOf.values()) {
    const client = people.byNumber(clientId);
    if (client) people.owned(client, consultant);
  }
  const { deals, followUps } = book.registers;
  for (let index = 0; deals && index < deals.count; index++) {
    const client = clientAt(deals, "dealId", index);
    const day = dayOfCell(cellAt(deals, "subscribedOn", index), today);
    if (client !== undefined) records.see("deals", client, day, index);
  }
  for (let index = 0; followUps && index < followUps.count; index++) {
    const client = clientAt(followUps, "clientId", index);
    if (client === undefined) continue;
    const at = whenOfCell(cellAt(followUps, "contactedAt", index), today);
    const day = at && dayOf(at);
    records.see("followUps", client, day, index);
    tell(client, day, textAt(followUps, "notes", index));
    const grade = readGrade(textAt(followUps, "newGrade", index) || textAt(followUps, "grade", index));
    if (grade !== undefined && day !== undefined) {
      const said = saidGrades.get(client);
      if (said) said.push({ grade, day });
      else saidGrades.set(client, [{ grade, day }]);
    }
    if (textAt(followUps, "method", index) !== "来访") continue;
    const said = (key: string): string => textAt(followUps, key, index);
    seeVisit(client, day, {
      notes: said("notes"),
      consultant: said("consultant"),
      grade: said("grade"),
      at,
    });
  }

  const stand = (id: ClientNumber, after: ReachedDays): void => {
    const row = gradeOf.get(id);
    if (row) {
      for (const key of reachedKeys) sets.delete(`grades/${row.row}/${key}`);
      reachChanges(row, after).forEach(put);
      return;
    }
    const days = Object.entries(after).map(([each, day]) => [reachedKey[each as Grade], day]);
    const consultant = people.byNumber(id)?.consultant ?? "";
    newGrades.set(id, { clientId: id, consultant, ...(Object.fromEntries(days) as Row) });
  };
  const ladders = laddersOf(
    (id) => gradeOf.get(id)?.reached,
    (id) => saidGrades.get(id) ?? [],
    stand,
  );

  return {
    people,
    has: (number) => people.byNumber(number) !== undefined || gradeOf.has(number),
    hasVisit: (client, day, { notes, consultant, grade, moment }) => {
      const text = textOf(notes);
      const plainly = !text.includes(otherwise);
      return (visits.get(`${client} ${day}`) ?? []).some(
        (each) =>
          (each.notes === text ||
            (plainly && each.notes.startsWith(text === "" ? otherwise : `${text}\n${otherwise}`))) &&
          agree(each.consultant, consultant) &&
          (grade === undefined ||
            each.grade === grade ||
            tellsGrade(ladders.reachedOf(client), grade, day)) &&
          sameTime(each.at, moment),
      );
    },
    hasVisitOn: (client, day) => visits.has(`${client} ${day}`),
    recordOf: (form, client, day, row) => {
      const register = book.registers[form];
      const when = whenKeys[form];
      const found: { readonly index: number; readonly empty: readonly (readonly [string, Answer])[] }[] = [];
      for (const index of records.like(form, client, day, row)) {
        if (register === undefined) break;
        const empty: [string, Answer][] = [];
        const agrees = Object.entries(row).every(([key, answer]) => {
          const there = seenAt(form, register, key, index);
          if (key === when) return sameTime(whenOfCell(there, today), whenOfCell(answer, today));
          if (saysSame(register.form, key, there, answer, today)) return true;
          if (!isEmptyCell(there) || tellsApart.has(key)) return false;
          if (blankAt(register.form, key)?.kind !== "computed") empty.push([key, answer]);
          return true;
        });
        if (agrees && empty.length === 0) return "same";
        if (agrees) found.push({ index, empty });
      }
      const [first] = found;
      if (register === undefined || first === undefined) return undefined;
      const at = rowNumber(register, first.index);
      for (const [key, value] of first.empty) put({ kind: "set", form, row: at, key, was: null, value });
      return "filled";
    },
    tells: (client, day, notes) =>
      (wordsTold.get(`${client} ${day}`) ?? []).some((words) => words.includes(notes)),
    add: (id, { name, consultant, phones, contact }, row, form) => {
      const visit = form === "visitors" ? visitToCome(id, row) : undefined;
      if (form === "calls") append("calls", { ...row, clientId: id });
      const client: LedgerClient = { id, name, from: "file", visit, consultant };
      people.add(client);
      people.reached(client, phones, contact);
      return client;
    },
    meet: (client, answers, own) => {
      const { visit } = client;
      if (visit === undefined) {
        client.visit = visitToCome(client.id, { ...answers, ...own });
        return { otherwise: [], filled: true };
      }
      const blanks = fillable.flatMap(([key, { caption }]) => {
        const answer = answers[key];
        return answer === undefined ? [] : [{ key, caption, answer }];
      });
      const others = Object.entries(own).map(([key, answer]) => {
        const caption = blankAt(visitors, key)?.caption ?? key;
        return { key, caption, answer };
      });
      let filled = false;
      const said = [...blanks, ...others].flatMap(({ key, caption, answer }) => {
        const there = visit.read(key);
        if (isEmptyCell(there)) {
          visit.fill(key, answer);
          filled = true;
          return [];
        }
        return answer === nothing || saysSame(visitors, key, there, answer, today)
          ? []
          : [oldSaying(caption, answer)];
      });
      return { otherwise: said, filled };
    },
    begin: ({ id, name, visit, consultant: registrar }, day, consultant) => {
      const was = visit && dayOfCell(visit.read("visitDate"), today);
      if (visit === undefined || was === undefined || day >= was) return { moved: false, found: [] };
      visit.fill("visitDate", day);
      const isTold =
        told.has(`${id} ${was}`) || (visits.get(`${id} ${was}`) ?? []).some(({ at }) => at !== undefined);
      if (!isTold && !begun.has(id)) {
        const received = textOf(visit.read("consultant"));
        append("followUps", {
          contactedAt: momentAt(was, 0),
          clientId: id,
          method: "来访",
          notes: textOf(visit.read("notes")) || nothing,
          consultant: received === "" ? registrar : received,
        });
      }
      begun.add(id);
      const owner = gradeOf.get(id)?.consultant ?? registrar;
      const facts = { otherId: id, otherName: name, day, was, owner, consultant };
      const at = { key: "visitDate", caption: visitors.fields.visitDate.caption, value: day, facts };
      const moved = finding("firstVisitEarlier", at);
      const isOthers = owner !== "" && plain(owner) !== plain(consultant);
      return { moved: true, found: isOthers ? [moved, finding("receivedBefore", at)] : [moved] };
    },
    reach: ({ id }, grade, on) => ladders.reach(id, grade, on),
    close: ({ id }, on) => ladders.close(id, on),
    remark: ({ id }, text) => {
      const row = gradeOf.get(id);
      const before = remarks.get(id) ?? (row ? textAt(row.register, "remarks", row.index) : "");
      const value = before === "" ? text : `${before}；${text}`;
      remarks.set(id, value);
      if (row) {
        const was = cellAt(row.register, "remarks", row.index);
        put({ kind: "set", form: "grades", row: row.row, key: "remarks", was, value });
      }
    },
    append,
    put: (changes) => changes.forEach(put),
    changes: () => {
      const grades = [...newGrades].map(([id, row]): Row => {
        const said = remarks.get(id);
        return said === undefined ? row : { ...row, remarks: said };
      });
      const rows = new Map([...added, ["grades", [...(added.get("grades") ?? []), ...grades]] as const]);
      return [
        ...sets.values(),
        ...order.flatMap((form) =>
          (rows.get(form) ?? []).map((row): Change => ({ kind: "append", form, row })),
        ),
      ];
    },
  };
};
