/** 销控表: a row a unit, new or filled up on the board; what the board says otherwise stays, and the old list's is kept (R13). */
import { money, oneLine } from "../../form/field";
import { unitStates, type UnitState, units } from "../../forms/units";
import { plain } from "../../kit/text";
import { nothing } from "../../rules/nothing-to-say";
import type { ClientNumber } from "../../rules/client-number";
import { namesAgree } from "../../rules/same-person";
import { adoptTalks } from "./adopt-talks";
import { type Adopter, type Ground, rejected } from "./adopter";
import type { Fate } from "./adoption";
import type { Change } from "../change";
import { matchChoice } from "../match-choice";
import type { OldPaper } from "../old-sheet/old-phones";
import { type OldEntry, oldSaying } from "../old-sheet/old-entry";
import { looseUnit, unitSpeller } from "../old-sheet/old-units";
import { ownKey } from "../own-column";
import { finding, type Finding } from "../problem";
import { textOf } from "../raw-cell";
import { isEmptyCell } from "../read-answer";
import { type Answer, cellAt } from "../register";
import { remarkInRow } from "./remark-in-row";
import { type RowPlace, unitKey } from "../sales/sale-rows";
import { smallPriceFindings } from "../sales/small-prices";
import { type Deal, liveDeal, type SalesLedger, salesLedger, salesWants } from "../sales/sales-ledger";
import { leadsIn, saysSameOfUnit, type UnitEntry, unitEntryOf, unitWritten } from "../old-sheet/unit-entries";
import { stateOfDeal } from "../sales/unit-standing";

const remarks = "备注";
const clientName = "客户姓名";
const clientPhone = "客户电话";

/** 是否已售: 是. */
const stateSaid = (header: string, raw: string): string => {
  if (!/^是否/u.test(plain(header))) return raw;
  const said = plain(raw);
  if (/^(?:是|已?售出?|[√✓✔]|y(?:es)?)$/iu.test(said)) return "已售";
  return /^(?:否|未售|[×✗✘]|no?)$/iu.test(said) ? "可售" : raw;
};

const paper: OldPaper = {
  form: units,
  when: "",
  required: [],
  phones: ["mobile"],
  number: "clientId",
  notes: undefined,
  // The board computes 总价, and has a list of states: what the old list says of both is held against that.
  fields: {
    ...units.fields,
    totalPrice: money(units.fields.totalPrice.caption),
    status: oneLine(units.fields.status.caption),
    name: oneLine(clientName),
  },
  said: (key, { header, raw }) => (key === "status" ? stateSaid(header, String(raw)) : raw),
  keeps: [remarks, clientName, clientPhone],
};

const ofSomebody: ReadonlySet<string> = new Set<UnitState>(["认购", "签约", "已售"]);
const forNobody: ReadonlySet<string> = new Set<UnitState>(["可售", "不可售"]);

/** What a row is decided on. */
interface Board {
  readonly ground: Ground;
  readonly sales: SalesLedger;
}

interface Standing {
  /** The board's, where it says one. */
  readonly state: string;
  readonly client: ClientNumber | undefined;
  /** The users' own columns. */
  readonly own: Readonly<Record<string, Answer>>;
  readonly kept: readonly string[];
  readonly findings: readonly Finding[];
}

/** What price lists without a column for it say of a unit in 备注: it is not simply for sale. */
const spokenFor =
  /已售|售出|售罄|已卖|卖[出掉了]|认[购筹]|签约|网签|保留|[自预]留|抵押|查封|冻结|[工顶]抵|抵[房款账]|已定|[大小]定|[定订]金|锁定|不可售|不[售卖]/u;
const notSpokenFor = /[未无]|解[押除封冻]/u;

const statusAt = { key: "status", caption: units.fields.status.caption } as const;
const clientAt = { key: "clientId", caption: clientName } as const;

type StateRead = Pick<Standing, "state" | "kept" | "findings">;

/** `there`: what the board says already, which stays; "" where it has no such unit, or says nothing. */
const stateOf = (
  { ground }: Board,
  { entry }: UnitEntry,
  deal: Deal | undefined,
  there: string,
): StateRead => {
  const { lists } = ground.book.site;
  const written = textOf(entry.answers["status"] ?? null);
  const raw = written === nothing ? "" : plain(written);
  const said = raw === "" ? undefined : matchChoice("unitState", lists.unitState, raw);
  const otherwise = (found: Finding): Pick<StateRead, "kept" | "findings"> => ({
    kept: [oldSaying(statusAt.caption, raw)],
    findings: [found],
  });
  const plainly = { kept: [], findings: [] };
  if (deal !== undefined) {
    const known = unitStates.find((each) => each === (there || said));
    const state = stateOfDeal(deal, known);
    const facts = { row: deal.row, otherName: deal.name || deal.clientId, state };
    const agrees = raw === "" || said === state;
    return {
      state,
      ...(agrees ? plainly : otherwise(finding("unitStateByDeal", { ...statusAt, value: raw, facts }))),
    };
  }
  if (there !== "") {
    const agrees = raw === "" || (said ?? raw) === there;
    const told = finding("unitOtherwise", { ...statusAt, value: raw, facts: { there } });
    return { state: there, ...(agrees ? plainly : otherwise(told)) };
  }
  if (said !== undefined) {
    const told = ofSomebody.has(said) ? [finding("unitUndealt", { ...statusAt, value: raw })] : [];
    return { state: said, kept: [], findings: told };
  }
  if (raw !== "")
    return { state: "不可售", ...otherwise(finding("unitStateStrange", { ...statusAt, value: raw })) };
  const whose = entry.name || entry.number || entry.phones[0]?.shown || "";
  const remark = whose === "" ? remarkInRow(entry, spokenFor, notSpokenFor) : "";
  if (remark !== "")
    return {
      state: "不可售",
      kept: [],
      findings: [finding("unitStateInRow", { ...statusAt, value: remark })],
    };
  return whose === ""
    ? { state: "可售", kept: [], findings: [finding("unitStateUnsaid", statusAt)] }
    : {
        state: "不可售",
        kept: [],
        findings: [finding("unitStateUnsaidSold", { ...statusAt, value: whose })],
      };
};

type ClientRead = Pick<Standing, "client" | "own" | "kept" | "findings">;

const wordsOfClient = ({ name, phones, number }: OldEntry): Pick<ClientRead, "own" | "kept"> => ({
  own: {
    ...(name === "" || name === nothing ? {} : { [ownKey(clientName)]: name }),
    ...(phones.length === 0 ? {} : { [ownKey(clientPhone)]: phones.map(({ shown }) => shown).join("、") }),
  },
  kept: number === undefined ? [] : [oldSaying(units.fields.clientId.caption, number)],
});

/** Who is known by a number or phone; a name alone may be anybody's, and is kept. */
const clientOf = ({ ground }: Board, entry: OldEntry, deal: Deal | undefined, state: string): ClientRead => {
  const { people } = ground.ledger;
  const { name, number } = entry;
  if (deal !== undefined) {
    const agrees = name === "" || deal.name === "" || namesAgree(deal.name, name);
    const facts = { row: deal.row, otherName: deal.name, otherId: deal.clientId };
    return agrees
      ? { client: deal.clientId, own: {}, kept: [], findings: [] }
      : {
          client: deal.clientId,
          ...wordsOfClient(entry),
          findings: [finding("unitClientOtherwise", { ...clientAt, value: name, facts })],
        };
  }
  const phones = entry.phones.filter((phone) => !entry.rounded.includes(phone));
  const byNumber = number === undefined ? undefined : people.byNumber(number);
  const byPhone = people.byPhone(phones);
  const found =
    byNumber !== undefined && (name === "" || namesAgree(byNumber.name, name)) ? byNumber : byPhone?.client;
  if (found === undefined || forNobody.has(state) || (name !== "" && !namesAgree(found.name, name)))
    return { client: undefined, ...wordsOfClient(entry), findings: [] };
  const facts = { otherName: found.name, otherId: found.id };
  const value = found === byNumber ? (number ?? "") : (byPhone?.phone.shown ?? "");
  return {
    client: found.id,
    own: {},
    kept: [],
    findings: found === byNumber ? [] : [finding("unitClientFound", { ...clientAt, value, facts })],
  };
};

const standingOf = (board: Board, unit: UnitEntry, there: string): Standing => {
  const deal = liveDeal(board.sales, unit.unit.unitNo);
  const state = stateOf(board, unit, deal, there);
  const client = clientOf(board, unit.entry, deal, state.state);
  return {
    ...state,
    ...client,
    kept: [...unit.kept, ...state.kept, ...client.kept],
    findings: [...unit.findings, ...state.findings, ...client.findings],
  };
};

/** Lines that the cell does not say yet, behind what it says. */
const withLines = (there: string, lines: readonly string[]): string =>
  lines.reduce(
    (text, line) => (line === "" || text.includes(line) ? text : text === "" ? line : `${text}；${line}`),
    there,
  );

const remarksKey = ownKey(remarks);

const taken = (board: Board, unit: UnitEntry): Fate => {
  const { ground } = board;
  const { entry } = unit;
  const { state, client, own, kept, findings } = standingOf(board, unit, "");
  const said = withLines(textOf(entry.own[remarksKey] ?? null), kept);
  ground.ledger.append("units", {
    ...unit.row,
    status: state,
    ...(client === undefined ? {} : { clientId: client }),
    ...(unit.row["updatedOn"] === undefined ? { updatedOn: ground.today } : {}),
    ...entry.own,
    ...own,
    ...(said === "" ? {} : { [remarksKey]: said }),
  });
  return {
    kind: "taken",
    row: entry.source.row,
    name: unitWritten(entry),
    unitNo: unit.unit.unitNo,
    hints: [...findings, ...smallPriceFindings("units", unit.row)],
  };
};

/** Fills what is empty on the board's row. */
const joined = (board: Board, unit: UnitEntry, place: RowPlace): Fate => {
  const { entry } = unit;
  const { register, index, row } = place;
  const there = plain(textOf(cellAt(register, "status", index)));
  const { state, client, own, kept, findings } = standingOf(board, unit, there);
  const changes: Change[] = [];
  const others: Finding[] = [];
  const lines = [...kept];
  const set = (key: string, value: Answer): void => {
    changes.push({ kind: "set", form: "units", row, key, was: cellAt(register, key, index), value });
  };
  const hold = (key: string, caption: string, answer: Answer, isTold: boolean): void => {
    const cell = cellAt(register, key, index);
    if (isEmptyCell(cell)) set(key, answer);
    else if (isTold && !saysSameOfUnit(key, cell, answer)) {
      lines.push(oldSaying(caption, answer));
      others.push(finding("unitOtherwise", { key, caption, value: answer, facts: { there: String(cell) } }));
    }
  };
  const { unitNo: _, updatedOn, ...rest } = unit.row;
  for (const [key, answer] of Object.entries(rest))
    hold(key, paper.fields?.[key]?.caption ?? key, answer, true);
  hold("status", statusAt.caption, state, false);
  if (client !== undefined) hold("clientId", units.fields.clientId.caption, client, true);
  if (updatedOn !== undefined) hold("updatedOn", units.fields.updatedOn.caption, updatedOn, false);
  for (const [key, answer] of Object.entries({ ...entry.own, ...own }))
    if (key !== remarksKey) hold(key, key.slice("own:".length), answer, true);
  const before = textOf(cellAt(register, remarksKey, index));
  const after = withLines(before, [textOf(entry.own[remarksKey] ?? null), ...lines]);
  if (after !== before) set(remarksKey, after);
  board.ground.ledger.put(changes);
  return {
    kind: "joined",
    row: entry.source.row,
    name: unitWritten(entry),
    unitNo: unit.unit.unitNo,
    why: { by: "unit", shared: unit.unit.unitNo, otherName: "", from: "workbook" },
    already: changes.length === 0,
    hints: [...findings, ...others],
  };
};

/** What rows of one unit say differently, by caption. */
const differing = (rows: readonly UnitEntry[]): readonly string[] => {
  const found = new Set<string>();
  const seen = new Map<string, Answer>();
  for (const { row, entry } of rows) {
    const { name, answers } = entry;
    const status = answers["status"];
    const all = {
      ...row,
      ...(status === undefined ? {} : { status }),
      ...(name === "" ? {} : { name }),
      ...entry.own,
    };
    for (const [key, answer] of Object.entries(all)) {
      const before = seen.get(key);
      if (before === undefined) seen.set(key, answer);
      else if (key !== "unitNo" && !saysSameOfUnit(key, before, answer))
        found.add(paper.fields?.[key]?.caption ?? key.replace("own:", ""));
    }
  }
  return [...found];
};

/** One row of several that agree. */
const together = (rows: readonly UnitEntry[]): UnitEntry => {
  const [first, ...more] = rows as readonly [UnitEntry, ...UnitEntry[]];
  const merge = (of: (each: UnitEntry) => Readonly<Record<string, Answer>>): Record<string, Answer> =>
    Object.assign({}, ...[...more].reverse().map(of), of(first)) as Record<string, Answer>;
  const phones =
    first.entry.phones.length > 0 ? first : (more.find(({ entry }) => entry.phones.length > 0) ?? first);
  return {
    ...first,
    row: merge(({ row }) => row),
    kept: [...new Set(rows.flatMap(({ kept }) => kept))],
    findings: rows.flatMap(({ findings }) => findings),
    entry: {
      ...first.entry,
      answers: merge(({ entry }) => entry.answers),
      own: merge(({ entry }) => entry.own),
      name: rows.find(({ entry }) => entry.name !== "")?.entry.name ?? "",
      number: rows.find(({ entry }) => entry.number !== undefined)?.entry.number,
      phones: phones.entry.phones,
      rounded: phones.entry.rounded,
    },
  };
};

const mostRows = 6;

export const adoptUnits: Adopter = {
  paper,
  wants: {
    visitors: adoptTalks.wants.visitors ?? [],
    calls: adoptTalks.wants.calls ?? [],
    ...salesWants,
  },
  start: (ground, entries) => {
    const sales = salesLedger(ground.book, ground.today);
    const board = { ground, sales };
    const onBoard = unitSpeller(sales.units.map(({ unitNo }) => unitNo));
    const inDeals = unitSpeller(sales.deals.map(({ unitNow }) => unitNow));
    /** As the board has it, or else the deals. */
    const spelled = (unitNo: string): string => {
      const there = onBoard(unitNo);
      return sales.unitOf.has(unitKey(there)) ? there : inDeals(unitNo);
    };
    /** 1-2-301 and 1-2-0301 are two where the board has both. */
    const keyOf = (unitNo: string): string =>
      sales.unitOf.has(unitKey(unitNo)) ? unitKey(unitNo) : looseUnit(unitNo);
    const leads = leadsIn(entries);
    const read = new Map<OldEntry, UnitEntry | Finding>();
    const byKey = new Map<string, UnitEntry[]>();
    for (const entry of entries) {
      const plainly = unitEntryOf(entry, leads);
      if ("code" in plainly) {
        read.set(entry, plainly);
        continue;
      }
      const unitNo = spelled(plainly.unit.unitNo);
      const unit = { ...plainly, unit: { ...plainly.unit, unitNo }, row: { ...plainly.row, unitNo } };
      read.set(entry, unit);
      const known = byKey.get(keyOf(unitNo));
      if (known) known.push(unit);
      else byKey.set(keyOf(unitNo), [unit]);
    }
    return (entry) => {
      const unit = read.get(entry);
      if (unit === undefined) return rejected(entry);
      if ("code" in unit) return { ...rejected(entry, unit), name: unitWritten(entry) };
      const { unitNo } = unit.unit;
      const rows = byKey.get(keyOf(unitNo)) ?? [unit];
      const differs = rows.length > 1 ? differing(rows) : [];
      if (differs.length > 0) {
        const numbers = rows.map((each) => each.entry.source.row);
        const facts = {
          rows: numbers.slice(0, mostRows).join("、") + (numbers.length > mostRows ? "……" : ""),
          differs: differs.map((caption) => `“${caption}”`).join("、"),
        };
        const at = { key: "unitNo", caption: units.fields.unitNo.caption };
        return {
          ...rejected(entry, finding("unitTwiceThere", { ...at, value: unitNo, facts })),
          name: unitWritten(entry),
        };
      }
      if (rows[0] !== unit)
        return {
          kind: "joined",
          row: entry.source.row,
          name: unitWritten(entry),
          unitNo,
          why: { by: "unit", shared: unitNo, otherName: "", from: "file" },
          already: false,
          hints: [],
        };
      const whole = rows.length > 1 ? together(rows) : unit;
      const place = sales.unitOf.get(unitKey(unitNo));
      return place === undefined ? taken(board, whole) : joined(board, whole, place);
    };
  },
};
