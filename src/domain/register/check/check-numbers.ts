/** R1 across rows: numbers missing, held twice, never counted, or begun unlike the client's name. */
import { formatClientNumber, parseClientNumber, type ClientNumber } from "../../rules/client-number";
import { formerLetters, nameLetters } from "../../rules/letters";
import { namesAgree } from "../../rules/same-person";
import type { Change } from "../change";
import { at, type Depth, type Ground } from "./check-ground";
import { phonesIn } from "../phone-reading";
import { lostNumbers } from "./lost-numbers";
import { highestGiven, isNoNumber, type Numbering, startNumbering } from "../client/numbering";
import type { Problem } from "../problem";
import { numberAt } from "../raw-cell";
import { isEmptyCell } from "../read-answer";
import { gradeRowFor } from "../registration";
import { cellAt, rowNumber } from "../register";
import type { Site, SiteBook } from "../site";
import { clashes, filledDown } from "./settle-numbers";
import { dayOfStanding, ownerOf, phoneCells, phonesOf, type Standing, standings } from "../standing";
import type { CalendarDay } from "../../kit/calendar-day";

/** Who has a phone, the first of each name; one that more people share tells nobody from anybody. */
type PhoneBook = Map<string, Standing[]>;
const mostHolders = 20;

const note = (phones: PhoneBook, e164: string, standing: Standing): void => {
  const holders = phones.get(e164);
  if (holders === undefined) phones.set(e164, [standing]);
  else if (
    holders.length < mostHolders &&
    !holders.some(({ name, form }) => name === standing.name && form === standing.form)
  )
    holders.push(standing);
};

/** Clients by phone, while numbers are being given: a person has one number (R9). */
const phoneBook = (book: SiteBook, people: readonly Standing[]): PhoneBook => {
  const found: PhoneBook = new Map();
  for (const each of people)
    if (each.clientId !== undefined)
      for (const { e164 } of phonesOf(each, book.site)) note(found, e164, each);
  return found;
};

interface Given {
  readonly standing: Standing;
  readonly number: ClientNumber;
  /** A number of their own stood elsewhere. */
  readonly joined: boolean;
  readonly problem: Problem;
}

const fixFor = (
  standing: Standing,
  number: ClientNumber,
  graded: boolean,
  counters: readonly Change[],
  site: Site,
  today: CalendarDay,
): readonly Change[] => [
  {
    kind: "set",
    form: standing.form,
    row: standing.row,
    key: "clientId",
    was: cellAt(standing.register, "clientId", standing.index),
    value: number,
  },
  ...counters,
  ...(graded
    ? []
    : [gradeRowFor(number, ownerOf(standing, site), "C", dayOfStanding(standing, today) ?? today)]),
];

const giveNumbers = (
  book: SiteBook,
  people: readonly Standing[],
  today: CalendarDay,
): { readonly given: readonly Given[]; readonly refused: readonly Problem[] } => {
  const bare = people.filter(
    ({ clientId, name, register, index }) =>
      clientId === undefined && name !== "" && isEmptyCell(cellAt(register, "clientId", index)),
  );
  if (bare.length === 0) return { given: [], refused: [] };
  const graded = new Set(
    (book.registers.grades?.columns.get("clientId") ?? []).flatMap((cell) =>
      typeof cell === "string" ? [parseClientNumber(cell)?.client] : [],
    ),
  );
  const numbering: Numbering = startNumbering(book);
  const phones = phoneBook(book, people);
  const lost = lostNumbers(book, bare, people);
  const given: Given[] = [];
  const refused: Problem[] = [];
  for (const standing of bare) {
    const theirs = phonesIn(phoneCells(standing), book.site);
    const holders = theirs.flatMap(({ e164 }) => phones.get(e164) ?? []);
    const own = holders.find((other) => namesAgree(other.name, standing.name));
    // A second row of a visitor is no caller who came: people see to that.
    const twice = standing.form === "visitors" && own?.form === "visitors";
    const before = lost.get(standing);
    const ownNumber =
      (twice ? undefined : own?.clientId) ?? (before?.kind === "known" ? before.number : undefined);
    const next = ownNumber ?? numbering.give(standing.name);
    if (isNoNumber(next)) {
      const facts = { name: standing.name, example: formatClientNumber(book.site.region, "AB", 1) };
      refused.push(at(standing, next === "needsLetters" ? "noLetters" : next, "clientId", { facts }));
      continue;
    }
    if (ownNumber === undefined && before?.kind === "asked") {
      const facts = { name: standing.name, numbers: before.numbers.join("、"), becomes: next };
      refused.push(at(standing, "numberLost", "clientId", { facts }));
      continue;
    }
    const number: ClientNumber = next;
    const parts = ownNumber === undefined ? parseClientNumber(number) : undefined;
    const counters: readonly Change[] =
      parts === undefined ? [] : [{ kind: "counter", prefix: parts.prefix, highest: parts.n }];
    const fix = fixFor(standing, number, graded.has(number), counters, book.site, today);
    graded.add(number);
    given.push({
      standing,
      number,
      joined: ownNumber !== undefined,
      problem: at(standing, "numberMissing", "clientId", {
        facts: { name: standing.name, becomes: number },
        fix,
      }),
    });
    const numbered: Standing = { ...standing, clientId: number };
    for (const { e164 } of theirs) note(phones, e164, numbered);
  }
  return { given, refused };
};

/** Rows that were typed or pasted without a number: which they get, as problems with their fix. */
export const missingNumbers = (book: SiteBook, today: CalendarDay): readonly Problem[] => {
  const { given, refused } = giveNumbers(book, standings(book), today);
  return [...given.map((each) => each.problem), ...refused];
};

/** One row of all registers. */
export const rowKey = ({ form, register, index }: Standing): string =>
  `${form}/${rowNumber(register, index)}`;

const held = ({ book, people }: Ground): readonly Problem[] => {
  const found = clashes(book);
  const yielding = new Set(found.map(({ yields }) => rowKey(yields)));
  const problems = found.flatMap(({ keeps, yields, becomes, changes }) => [
    at(keeps, "numberTwice", "clientId", {
      facts: { other: yields.row, otherName: yields.name },
    }),
    at(yields, "numberTwice", "clientId", {
      facts: { other: keeps.row, otherName: keeps.name, becomes },
      fix: changes,
    }),
  ]);
  const filled = filledDown(book);
  for (const rows of filled.values()) {
    const [first] = rows;
    const facts = { count: rows.length };
    if (first !== undefined) problems.push(at(first, "numberFilledDown", "clientId", { facts }));
  }
  // One person, two rows: visitors have one row a client.
  const first = new Map<ClientNumber, Standing>();
  for (const each of people) {
    if (each.form !== "visitors" || each.clientId === undefined || filled.has(each.clientId)) continue;
    const other = first.get(each.clientId);
    if (other === undefined) first.set(each.clientId, each);
    else if (!yielding.has(rowKey(each)))
      problems.push(at(each, "rowTwice", "clientId", { facts: { other: other.row } }));
  }
  return problems;
};

const oddPrefix = ({ book, people }: Ground): readonly Problem[] => {
  const lettersOf = new Map<string, string | undefined>();
  const read = (name: string): string | undefined => {
    if (!lettersOf.has(name)) lettersOf.set(name, nameLetters(name));
    return lettersOf.get(name);
  };
  return people.flatMap((each) => {
    const parts = each.clientId && parseClientNumber(each.clientId);
    if (!parts || each.name === "" || book.site.region === "") return [];
    const letters = read(each.name);
    // When the full name comes, the number of 张先生 stays.
    const surnameOnly = (): boolean => parts.letters === read(`${each.name.slice(0, 1)}先生`);
    // 区域字母 is for numbers to come: those the workbook remembers of former letters were right when they were given.
    const ours = parts.region === book.site.region || parts.n <= (book.site.highest.get(parts.prefix) ?? 0);
    const right =
      ours &&
      (letters === undefined ||
        letters === parts.letters ||
        surnameOnly() ||
        formerLetters(each.name) === parts.letters);
    if (right) return [];
    const expected = formatClientNumber(
      ours ? parts.region : book.site.region,
      letters ?? parts.letters,
      parts.n,
    );
    return [at(each, "numberElsewhere", "clientId", { facts: { expected } })];
  });
};

/** The row with the highest number of each prefix that the workbook does not remember. */
const notCounted = ({ book, people }: Ground): readonly Problem[] => {
  const highest = highestGiven(book);
  const seen = new Set<string>();
  return people.flatMap((each) => {
    const parts = numberAt(each.register, "clientId", each.index);
    if (!parts || seen.has(parts.prefix) || parts.n !== highest.get(parts.prefix)) return [];
    seen.add(parts.prefix);
    if (parts.n <= (book.site.highest.get(parts.prefix) ?? 0)) return [];
    return [
      at(each, "numberNotCounted", "clientId", {
        fix: [{ kind: "counter", prefix: parts.prefix, highest: parts.n }],
      }),
    ];
  });
};

/** Rows of 等级跟踪, 成交报告 and 未成交分析 that say everything but whose they are. */
const unnumbered = ({ book, readings }: Ground): readonly Problem[] =>
  (
    [
      ["grades", "clientId"],
      ["deals", "dealId"],
      ["lostClients", "lostId"],
    ] as const
  ).flatMap(([form, key]) => {
    const register = book.registers[form];
    if (register === undefined || !register.columns.has(key)) return [];
    const cells = register.columns.get(key) ?? [];
    return cells.flatMap((cell, index) =>
      isEmptyCell(cell) && readings.get(form)?.isFilled(index) === true
        ? [at({ register, index }, "requiredReally", key)]
        : [],
    );
  });

export interface NumberCheck {
  readonly problems: readonly Problem[];
  /** Whom the missing numbers make of their rows, by form and row. */
  readonly becoming: ReadonlyMap<string, ClientNumber>;
}

/** @param depth "faults": letters are not held against names. */
export const checkNumbers = (ground: Ground, depth: Depth = "all"): NumberCheck => {
  const { given, refused } = giveNumbers(ground.book, ground.people, ground.today);
  return {
    problems: [
      ...given.map((each) => each.problem),
      ...refused,
      ...held(ground),
      ...(depth === "all" ? oddPrefix(ground) : []),
      ...notCounted(ground),
      ...unnumbered(ground),
    ],
    becoming: new Map(given.map(({ standing, number }) => [rowKey(standing), number])),
  };
};
