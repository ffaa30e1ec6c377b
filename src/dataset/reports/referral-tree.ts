/** 转介绍 (R16) over many sites: the edges a text gave, as the forest they are. A chain may be as long as a register. */
import type { Cell, Column } from "../../domain/report/report";
import { clientValues, type Referrals, referralsFrom } from "../../domain/rules/referral-tree";
import { clientName, clientNumber, consultant, grade, site } from "./columns";
import type { Row } from "./definition";

const referrer: Column = { zh: "介绍人编号", en: "Brought by", kind: "text" };
const since: Column = { zh: "首次来的日期", en: "First came", kind: "day" };
const deals: Column = { zh: "成交套数", en: "Deals", kind: "count" };
const sold: Column = { zh: "成交金额", en: "Amount", kind: "yuan" };

/** What the text gives: everybody who brought somebody or was brought. */
export const knownPeople: readonly [Column, ...Column[]] = [
  site,
  clientNumber,
  clientName,
  referrer,
  since,
  consultant,
  grade,
  deals,
  sold,
  { zh: "已登记", en: "Registered", kind: "number" },
];

/** What is shown of it. */
export const treeColumns: readonly [Column, ...Column[]] = [
  site,
  { zh: "第几代", en: "Generation", kind: "number" },
  clientNumber,
  clientName,
  referrer,
  since,
  consultant,
  grade,
  deals,
  sold,
  { zh: "直接介绍", en: "Brought", kind: "number" },
  { zh: "各代共", en: "In all", kind: "number" },
  { zh: "带来成交", en: "Deals brought", kind: "number" },
  { zh: "说明", en: "Remark", kind: "text" },
];

interface Person {
  readonly number: string;
  readonly row: Row;
  readonly broughtBy: string | undefined;
  readonly deals: number;
}

const text = (cell: Cell | undefined): string | undefined => (typeof cell === "string" ? cell : undefined);

const personOf = (row: Row): Person => ({
  number: text(row[1]) ?? "",
  row,
  broughtBy: text(row[3]),
  deals: Number(row[7] ?? 0),
});

interface Line {
  readonly person: Person;
  /** 0 for who was brought by nobody. */
  readonly depth: number;
}

/** Who was brought by nobody first, everybody below who brought them; who stands in a loop begins a tree. */
const forest = (
  people: ReadonlyMap<string, Person>,
  { brought }: Referrals<string>,
  inLoop: ReadonlySet<string>,
): readonly Line[] => {
  const lines: Line[] = [];
  for (const root of people.values()) {
    if (root.broughtBy !== undefined && !inLoop.has(root.number)) continue;
    const open: Line[] = [{ person: root, depth: 0 }];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      lines.push(next);
      for (const each of [...(brought.get(next.person.number) ?? [])].reverse()) {
        const below = people.get(each);
        if (below !== undefined && !inLoop.has(each)) open.push({ person: below, depth: next.depth + 1 });
      }
    }
  }
  return lines;
};

const treeOf = (rows: readonly Row[]): readonly Row[] => {
  const people = new Map(rows.map(personOf).map((person) => [person.number, person]));
  const referrals = referralsFrom(
    [...people.values()].flatMap(({ number, broughtBy }): readonly (readonly [string, string])[] =>
      broughtBy === undefined ? [] : [[number, broughtBy]],
    ),
  );
  const inLoop = new Set(referrals.loops.flat());
  const dealsBrought = clientValues(
    referrals,
    new Map([...people.values()].map((each) => [each.number, each.deals])),
  );
  // Everybody counts one: how many were brought in all.
  const heads = clientValues(referrals, new Map([...people.keys()].map((number) => [number, 1])));
  return forest(people, referrals, inLoop).map(({ person: { number, row }, depth }): Row => {
    const loop = inLoop.has(number);
    const [place = null, , name = null, by = null, day = null, who = null, level = null] = row;
    return [
      ...[place, loop ? null : depth + 1, number, name, by, day, who, level, row[7] ?? 0, row[8] ?? 0],
      referrals.brought.get(number)?.length ?? 0,
      heads.get(number)?.brought ?? 0,
      dealsBrought.get(number)?.brought ?? 0,
      loop ? "循环介绍" : row[9] === 0 ? "登记中没有这个编号" : null,
    ];
  });
};

/** Rows of one site stand together, as the text orders them. */
export const referralTree = (rows: readonly Row[]): readonly Row[] => {
  const bySite = new Map<Cell, Row[]>();
  for (const row of rows) {
    const [place = null] = row;
    const own = bySite.get(place);
    if (own) own.push(row);
    else bySite.set(place, [row]);
  }
  return [...bySite.values()].flatMap(treeOf);
};
