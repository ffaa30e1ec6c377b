/**
 * 等级跟踪: every row is that of a client who is there, whose first contact a register has (R9). Days and names of the
 * workbook stay; what the old row says otherwise goes to 备注情况.
 */
import { day, oneLine } from "../../form/field";
import { grades } from "../../forms/grades";
import type { CalendarDay } from "../../kit/calendar-day";
import { plain } from "../../kit/text";
import type { ClientNumber } from "../../rules/client-number";
import { latestReached, readGrade, type SaidGrade } from "../../rules/grade";
import { namesReason } from "../../rules/hopeless-reason";
import { nothing } from "../../rules/nothing-to-say";
import { namesAgree } from "../../rules/same-person";
import { type Adopter, besides, type Ground, joined, type Met, rejected } from "./adopter";
import type { Fate } from "./adoption";
import type { LedgerClient } from "./adoption-people";
import { formersOf } from "../ownership/case-book";
import { gradeRowOf, gradeRows, reachedKey, reachedOrder } from "../grade-rows";
import { noLadder } from "../old-sheet/old-ladder";
import { type OldEntry, oldSaying } from "../old-sheet/old-entry";
import {
  isContradiction,
  ladderAfter,
  type LadderAfter,
  type LadderThere,
  type SaidLadder,
  saidLadder,
} from "./pipeline-ladder";
import { type PipelineRow, pipelineRow } from "./pipeline-row";
import { finding, type Finding } from "../problem";
import { blankAt } from "../own-column";
import { clientAt, dayOfCell, textAt, textOf } from "../raw-cell";
import { isEmptyCell, spelled } from "../read-answer";
import { type Answer, cellAt } from "../register";
import { dayOfStanding, standingsByClient } from "../standing";
import { whosePipeline } from "./whose-pipeline";

const { fields } = grades;

/** As old books have it: nothing of it is computed. */
const oldForm = {
  ...grades,
  fields: {
    ...fields,
    date: day(fields.date.caption),
    formerConsultant: oneLine(fields.formerConsultant.caption),
  },
};

const gradesSaid = ({ book, today }: Ground): ReadonlyMap<ClientNumber, readonly SaidGrade[]> => {
  const found = new Map<ClientNumber, SaidGrade[]>();
  const { followUps } = book.registers;
  for (let index = 0; followUps && index < followUps.count; index++) {
    const client = clientAt(followUps, "clientId", index);
    const on = dayOfCell(cellAt(followUps, "contactedAt", index), today);
    const grade = readGrade(textAt(followUps, "newGrade", index) || textAt(followUps, "grade", index));
    if (client === undefined || on === undefined || grade === undefined) continue;
    found.set(client, [...(found.get(client) ?? []), { grade, day: on }]);
  }
  return found;
};

const buyersIn = ({ book }: Ground): ReadonlySet<ClientNumber> => {
  const found = new Set<ClientNumber>();
  const { deals } = book.registers;
  for (let index = 0; deals && index < deals.count; index++) {
    const client = clientAt(deals, "dealId", index);
    if (client !== undefined) found.add(client);
  }
  return found;
};

/** What is known of the workbook once for all rows. */
interface Pipeline {
  readonly ground: Ground;
  readonly rowOf: (client: LedgerClient) => PipelineRow;
  readonly firstOf: (client: LedgerClient) => CalendarDay | undefined;
  readonly buyers: ReadonlySet<ClientNumber>;
  readonly whose: ReturnType<typeof whosePipeline>;
}

const pipelineOf = (ground: Ground): Pipeline => {
  const { book, today, ledger, course } = ground;
  const there = gradeRowOf(gradeRows(book, today));
  const said = gradesSaid(ground);
  const rows = new Map<LedgerClient, PipelineRow>();
  const own = {
    site: book.site,
    ledger,
    course,
    rowOf: ({ id }: LedgerClient) => there.get(id),
    saidOf: ({ id }: LedgerClient) => said.get(id) ?? [],
  };
  return {
    ground,
    rowOf: (client) => {
      const row = rows.get(client) ?? pipelineRow(own, client);
      rows.set(client, row);
      return row;
    },
    firstOf: ({ id }) =>
      (standingsByClient(book).get(id) ?? [])
        .flatMap((standing) => dayOfStanding(standing, today) ?? [])
        .sort()[0],
    buyers: buyersIn(ground),
    whose: whosePipeline(book, ledger.people, course),
  };
};

interface Otherwise {
  readonly caption: string;
  readonly said: Answer;
  readonly there: Answer;
}

const gradeAt = { key: "grade", caption: fields.grade.caption } as const;

/** The days, and what of them stands otherwise. */
const climb = (row: PipelineRow, after: LadderAfter, said: SaidLadder): readonly Otherwise[] => {
  row.stand(after.reached);
  const latest = latestReached(after.reached) ?? "";
  return [
    ...after.otherwise.map((each) => ({
      caption: fields[reachedKey[each]].caption,
      said: said.days[each] ?? "",
      there: after.reached[each] ?? latest,
    })),
    ...(after.gradeOtherwise === undefined
      ? []
      : [{ caption: gradeAt.caption, said: after.gradeOtherwise, there: latest }]),
  ];
};

/** Whose the client is now: who keeps the workbook decides, once anybody has. */
const ownerOf = (row: PipelineRow, { consultant, isNobodys = false }: OldEntry): readonly Otherwise[] => {
  const said = isNobodys ? "" : consultant;
  if (said === "" || plain(said) === plain(row.consultant)) return [];
  if (!row.isOwnerOpen) return [{ caption: fields.consultant.caption, said, there: row.consultant }];
  row.write("consultant", said);
  return [];
};

/** R4: √ and × end the ladder; × is left by a reassignment (R10). */
const afterEnd = (row: PipelineRow, { days }: SaidLadder): readonly Finding[] =>
  (["√", "×"] as const).flatMap((end) => {
    const ended = days[end];
    if (ended === undefined || (end === "×" && row.formers.length > 0)) return [];
    const grade = reachedOrder.find((each) => each !== end && (days[each] ?? ended) > ended);
    return grade === undefined
      ? []
      : [finding("wentOnAfterEnd", { ...gradeAt, value: end, facts: { ended, grade } })];
  });

/** R10: who has given the client up has no share; who has the client now is none of them. */
const trail = (row: PipelineRow, formers: readonly string[]): readonly Otherwise[] => {
  const before = row.formers;
  const known = new Set([...before, row.consultant].map(plain));
  const unknown = formers.filter((each) => !known.has(plain(each)));
  const isOwner = formers.some((each) => plain(each) === plain(row.consultant));
  if (before.length === 0 && unknown.length > 0 && !isOwner) {
    row.write("formerConsultant", unknown.join("、"));
    return [];
  }
  if (unknown.length === 0 && !isOwner) return [];
  const { caption } = fields.formerConsultant;
  return [{ caption, said: formers.join("、"), there: before.join("、") || `置业顾问 ${row.consultant}` }];
};

const ownCells = (row: PipelineRow, { own: cells }: OldEntry): readonly Otherwise[] =>
  Object.entries(cells).flatMap(([key, answer]) => {
    const there = row.read(key);
    if (isEmptyCell(there)) {
      row.write(key, answer);
      return [];
    }
    const caption = blankAt(grades, key)?.caption ?? key;
    return plain(textOf(there)) === plain(String(answer))
      ? []
      : [{ caption, said: answer, there: textOf(there) }];
  });

const join = (
  pipeline: Pipeline,
  entry: OldEntry,
  met: Met,
  said: SaidLadder,
  formers: readonly string[],
): Fate => {
  const { ground, buyers } = pipeline;
  const { client } = met;
  const row = pipeline.rowOf(client);
  const first = pipeline.firstOf(client);
  const written = entry.answers["date"];
  const date = written === nothing ? undefined : (written as CalendarDay | undefined);
  const others = besides(entry, met, ground.ledger);
  const strangers = entry.phones.filter((phone) => ground.ledger.people.byPhone([phone]) === undefined);
  const isNamed = entry.name === "" || namesAgree(client.name, entry.name);

  const owner = ownerOf(row, entry);
  if (row.consultant === "" && client.consultant !== "") row.write("consultant", client.consultant);
  const former = trail(row, formers);
  const isGraded = latestReached(row.reached) !== undefined;
  const there: LadderThere = {
    reached: row.reached,
    own: row.own,
    isBegun: row.isBegun,
    isReassigned: row.formers.length > 0,
    first: first === undefined || (date !== undefined && date > first) ? (date ?? entry.day) : first,
  };
  const now = said.undated ?? latestReached(said.days);
  // R4: C where nothing is said.
  const plainly = ladderAfter(there, isGraded || now !== undefined ? said : { ...said, undated: "C" });
  // The C that a visit taken in before has begun with gives way to the grade the pipeline says.
  const isLeftAtC = now !== undefined && now !== "C" && latestReached(plainly.reached) === "C";
  const after = isLeftAtC && row.isUngraded(first) ? ladderAfter({ ...there, isBegun: true }, said) : plainly;
  const before = row.reached;
  const otherwise = [...climb(row, after, said), ...owner, ...former, ...ownCells(row, entry)];
  const isOtherDay = date !== undefined && first !== undefined && date !== first;
  const passed = said.passed.map((grade) => `${grade}√`).join(" ");
  row.remark([
    textOf(entry.answers["remarks"] ?? null),
    ...(isOtherDay ? [oldSaying(fields.date.caption, date)] : []),
    ...(passed === "" ? [] : [`原表升级情况没写日期：${passed}`]),
    ...otherwise.map(({ caption, said: value }) => oldSaying(caption, value)),
    ...others.said,
    ...(isNamed ? [] : [oldSaying(fields.name.caption, entry.name)]),
    ...strangers.map(({ shown }) => oldSaying("电话", shown)),
  ]);
  row.close();

  const facts = { client: client.id, otherId: client.id, otherName: client.name };
  const isNew = (grade: "√" | "×"): boolean =>
    after.reached[grade] !== undefined && before[grade] !== after.reached[grade];
  const reasons = ground.book.site.lists.hopelessReason;
  const isSilent =
    isNew("×") &&
    latestReached(after.reached) === "×" &&
    reasons.length > 0 &&
    !namesReason(textOf(row.read("remarks")), reasons);
  const found: readonly Finding[] = [
    ...(after.put === undefined || said.undated === undefined
      ? []
      : [finding("gradeUndated", { ...gradeAt, value: after.put.grade, facts: { day: after.put.day } })]),
    ...otherwise.map(({ caption, said: value, there }) =>
      finding("pipelineOtherwise", { caption, value, facts: { ...facts, caption, there } }),
    ),
    ...afterEnd(row, said),
    ...(isNew("√") && !buyers.has(client.id)
      ? [finding("dealUnreported", { ...gradeAt, value: "√", facts })]
      : []),
    ...(isSilent
      ? [
          finding("lostUnexplained", {
            ...gradeAt,
            value: "×",
            facts: { ...facts, reasons: reasons.join("、") },
          }),
        ]
      : []),
    ...(isNamed
      ? []
      : [finding("otherNameThere", { key: "name", caption: fields.name.caption, value: entry.name, facts })]),
    ...strangers.map(({ shown }) =>
      finding("phoneNotThere", { key: "mobile", caption: "电话", value: shown, facts }),
    ),
  ];
  return joined(entry, met, !row.isChanged(), [...entry.findings, ...found, ...others.found]);
};

const place = (pipeline: Pipeline, entry: OldEntry): Fate => {
  const said = saidLadder(entry.ladder ?? noLadder, entry.grade);
  if (isContradiction(said)) {
    const { grade, latest, day: on } = said;
    return rejected(
      entry,
      finding("gradeAgainstDays", { ...gradeAt, value: grade, facts: { latest, day: on } }),
    );
  }
  const { site } = pipeline.ground.book;
  const formers = formersOf(textOf(entry.answers["formerConsultant"] ?? null)).map((each) =>
    spelled(site, each),
  );
  const met = pipeline.whose(entry, formers);
  return "client" in met ? join(pipeline, entry, met, said, formers) : rejected(entry, ...met);
};

interface Rank {
  readonly last: string;
  /** All that the row says, to tell two of one client apart whatever sheet they stand on. */
  readonly words: string;
}

const ranks = new WeakMap<OldEntry, Rank>();

const rankOf = (entry: OldEntry): Rank => {
  const known = ranks.get(entry);
  if (known) return known;
  const { days, ticked } = entry.ladder ?? noLadder;
  const inOrder = reachedOrder.map((grade) => days[grade] ?? "");
  const answers = Object.entries(entry.answers).sort();
  const rank: Rank = {
    last: inOrder.reduce((a, b) => (a > b ? a : b), ""),
    words: JSON.stringify([inOrder, ticked, entry.grade, answers, entry.own]),
  };
  ranks.set(entry, rank);
  return rank;
};

export const adoptGrades: Adopter = {
  paper: {
    form: oldForm,
    when: "date",
    required: [],
    phones: ["mobile"],
    number: "clientId",
    notes: "remarks",
    hasLadder: true,
  },
  wants: {
    visitors: ["clientId", "visitDate", "consultant", "name", "mobile", "phone"],
    calls: ["clientId", "calledAt", "consultant", "name", "mobile", "otherContact"],
    grades: "all",
    followUps: ["clientId", "contactedAt", "method", "notes", "grade", "newGrade", "consultant"],
    deals: ["dealId"],
  },
  // The book that goes on longest is the latest, and comes first.
  order: (one, other) => {
    const [a, b] = [rankOf(one), rankOf(other)];
    if (a.last !== b.last) return a.last > b.last ? -1 : 1;
    return a.words < b.words ? -1 : a.words > b.words ? 1 : 0;
  },
  start: (ground) => {
    const pipeline = pipelineOf(ground);
    return (entry) => place(pipeline, entry);
  },
};
