/** What each report has to say, worked out row by row without SQL: slow, and easy to read. */
import type { CalendarDay } from "../../../src/domain/kit/calendar-day";
import type { Cell, Period } from "../../../src/domain/report/report";
import type { DatasetReportKey } from "../../../src/dataset/reports/definition";
import type { TableName } from "../../../src/dataset/tables";
import type { DrawnRow, DrawnSite } from "./drawn-data";

type Rows = readonly (readonly Cell[])[];

const text = (row: DrawnRow, column: string): string | null => {
  const value = row[column];
  return typeof value === "string" ? value : null;
};
const count = (row: DrawnRow, column: string): number => Number(row[column] ?? 0);

/** Bytes of UTF-8; null last. */
const byText = (a: Cell, b: Cell): number =>
  a === b
    ? 0
    : a === null
      ? 1
      : b === null
        ? -1
        : Buffer.compare(Buffer.from(String(a)), Buffer.from(String(b)));
const byNumber = (a: Cell, b: Cell): number => Number(a) - Number(b);
const down =
  (compare: (a: Cell, b: Cell) => number) =>
  (a: Cell, b: Cell): number =>
    a === null || b === null ? compare(a, b) : -compare(a, b);

type By<Item> = readonly [of: (item: Item) => Cell, compare: (a: Cell, b: Cell) => number];

const sorted = <Item>(items: Iterable<Item>, ...by: readonly By<Item>[]): Item[] =>
  [...items].sort((a, b) => by.reduce((order, [of, compare]) => order || compare(of(a), of(b)), 0));

const grouped = <Item>(items: Iterable<Item>, key: (item: Item) => string): readonly Item[][] => {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return [...groups.values()];
};

const within = (day: string | null, { from, to }: Period): boolean =>
  day === null ? from === undefined : (from === undefined || day >= from) && day.slice(0, 10) <= to;

/** Amounts as whole fen: exact. */
const fen = (row: DrawnRow, column: string): bigint => BigInt((text(row, column) ?? "0.00").replace(".", ""));
const yuan = (fens: bigint): number => Number(`${fens / 100n}.${String(fens % 100n).padStart(2, "0")}`);

const personOf = (row: DrawnRow): string =>
  text(row, "phone_key") ??
  (text(row, "client_no") === null
    ? JSON.stringify([row.site_id, row.source_file, row.source_sheet, row.source_row])
    : JSON.stringify([row.site_id, row.client_no]));

const all = (sites: readonly DrawnSite[], table: TableName): readonly DrawnRow[] =>
  sites.flatMap(({ rows }) => rows[table]);

const nameless = (row: DrawnRow): DrawnRow => ({ ...row, name: null });

const latest = (sites: readonly DrawnSite[], period: Period): Rows => {
  const records = [
    ...all(sites, "visits").map((row) => ({ row, at: text(row, "visit_date"), method: "来访" })),
    ...all(sites, "calls").map((row) => ({ row, at: text(row, "called_at"), method: "来电" })),
    ...all(sites, "followups").map((row) => ({
      row: nameless(row),
      at: text(row, "contacted_at"),
      method: text(row, "method") ?? "跟进",
    })),
  ]
    .map((each) => ({ ...each, at: each.at?.length === 10 ? `${each.at} 00:00` : each.at }))
    .filter(({ at }) => within(at ?? null, period));
  type Record = (typeof records)[number];
  const order: readonly By<Record>[] = [
    [({ at }) => at ?? null, down(byText)],
    [({ row }) => text(row, "site_id"), byText],
    [({ row }) => text(row, "source_file"), byText],
    [({ row }) => text(row, "source_sheet"), byText],
    [({ row }) => count(row, "source_row"), byNumber],
  ];
  const lasts = grouped(records, ({ row }) => personOf(row)).flatMap((own) =>
    sorted(own, ...order)
      .slice(0, 1)
      .map((last) => ({ ...last, records: own.length })),
  );
  return sorted(lasts, ...(order as readonly By<(typeof lasts)[number]>[])).map(
    ({ row, at, method, records: number }) => {
      const known = all(sites, "clients").find(
        (each) =>
          personOf(each) === personOf(row) &&
          each.site_id === row.site_id &&
          each.client_no === row.client_no,
      );
      return [
        text(row, "phone_shown"),
        text(row, "name") ?? (known ? text(known, "name") : null),
        at?.slice(0, 10) ?? null,
        method,
        text(row, "site_id"),
        text(row, "client_no"),
        text(row, "consultant") ?? (known ? text(known, "consultant") : null),
        known ? text(known, "grade") : null,
        number,
        text(row, "source_file"),
        text(row, "source_sheet"),
        count(row, "source_row"),
      ];
    },
  );
};

const shared = (sites: readonly DrawnSite[], period: Period): Rows => {
  const seen = all(sites, "phones").filter(
    (row) => text(row, "phone_shown") !== null && within(text(row, "day"), period),
  );
  const people = grouped(seen, personOf).map((own) => ({
    own,
    sites: new Set(own.map((row) => row.site_id)).size,
  }));
  const lines = people
    .filter((each) => each.sites > 1)
    .flatMap(({ own, sites: number }) =>
      grouped(own, (row) => String(row.site_id)).flatMap((there) => {
        const order: readonly By<DrawnRow>[] = [
          [(row) => text(row, "day"), byText],
          [(row) => text(row, "source_file"), byText],
          [(row) => text(row, "source_sheet"), byText],
          [(row) => count(row, "source_row"), byNumber],
        ];
        const [first] = sorted(there, ...order);
        const days = there.flatMap((row) => text(row, "day") ?? []).sort(byText);
        return first === undefined
          ? []
          : [{ first, number, last: days.at(-1) ?? null, records: there.length }];
      }),
    );
  return sorted(
    lines,
    [({ number }) => number, down(byNumber)],
    [({ first }) => text(first, "phone_key"), byText],
    [({ first }) => text(first, "day"), byText],
    [({ first }) => text(first, "site_id"), byText],
  ).map(({ first, number, last, records }) => [
    text(first, "phone_shown"),
    number,
    text(first, "site_id"),
    text(first, "client_no"),
    text(first, "name"),
    text(first, "consultant"),
    text(first, "day"),
    last,
    records,
  ]);
};

const ratio = (part: number, whole: number): Cell => (whole === 0 ? null : part / whole);

const funnel = (sites: readonly DrawnSite[], period: Period): Rows => {
  const lines = sites.map(({ site, rows }) => {
    const own = rows.clients.filter((row) => within(text(row, "first_contact"), period));
    const from = (stage: number): number => own.filter((row) => count(row, "stage") >= stage).length;
    return [site, own.length, ...[1, 2, 3, 4, 5, 6].map(from)] as const;
  });
  return sorted(
    lines.filter(([, clients]) => clients > 0),
    [([site]) => site, byText],
  ).map((line) => [
    ...line,
    ratio(line[2] ?? 0, line[1]),
    ratio(line[6] ?? 0, line[1]),
    ratio(line[7] ?? 0, line[1]),
  ]);
};

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

const overdue = (sites: readonly DrawnSite[], today: CalendarDay): Rows => {
  const late = all(sites, "clients").flatMap((row) => {
    const due = text(row, "due_to");
    const days = due === null ? 0 : daysBetween(due, today);
    return text(row, "state") === "due" && due !== null && days > 0
      ? [{ row, due, days, consultant: text(row, "consultant") ?? "未知" }]
      : [];
  });
  const groups = grouped(late, ({ row, consultant }) => JSON.stringify([row.site_id, consultant]));
  return sorted(
    groups,
    [({ length }) => length, down(byNumber)],
    [([one]) => (one ? text(one.row, "site_id") : null), byText],
    [([one]) => one?.consultant ?? null, byText],
  ).map((own) => {
    const between = (from: number, to: number): number =>
      own.filter(({ days }) => days >= from && days <= to).length;
    return [
      text(own[0]?.row ?? {}, "site_id"),
      own[0]?.consultant ?? null,
      own.length,
      ...[between(1, 3), between(4, 7), between(8, 15), between(16, 30), between(31, 1e9)],
      own.filter(({ row }) => text(row, "grade") === "A").length,
      own.map(({ due }) => due).sort(byText)[0] ?? null,
    ];
  });
};

const deals = (sites: readonly DrawnSite[], period: Period): Rows => {
  const sold = all(sites, "deals").filter(
    (row) => row.refunded !== true && within(text(row, "deal_day"), period),
  );
  const of = (row: DrawnRow): readonly Cell[] => [
    text(row, "site_id"),
    ...["age_band", "layout", "building"].map((column) => text(row, column) ?? "未知"),
  ];
  const place = (at: number): By<DrawnRow[]> => [([one]) => (one ? (of(one)[at] ?? null) : null), byText];
  return sorted(
    grouped(sold, (row) => JSON.stringify(of(row))),
    ...[0, 1, 2, 3].map(place),
  ).map((own) => {
    const sum = (column: string): bigint => own.reduce((all, row) => all + fen(row, column), 0n);
    const [area, price] = [sum("floor_area"), sum("total_price")];
    const priced = own.filter((row) => fen(row, "floor_area") > 0n && fen(row, "total_price") > 0n);
    const [whole, part] = ["floor_area", "total_price"].map((column) =>
      priced.reduce((all, row) => all + fen(row, column), 0n),
    ) as [bigint, bigint];
    // Yuan a ㎡ to the fen, half up: of amounts that are not below nought.
    const average = whole === 0n ? null : yuan((part * 100n * 2n + whole) / (whole * 2n));
    return [...of(own[0] ?? {}), own.length, yuan(area), yuan(price), own.length - priced.length, average];
  });
};

const channels = (sites: readonly DrawnSite[], period: Period): Rows =>
  sorted(sites, [({ site }) => site, byText]).flatMap(({ site, rows }) => {
    const own = rows.clients.filter((row) => within(text(row, "first_contact"), period));
    let soFar = 0;
    return sorted(
      grouped(own, (row) => text(row, "channel") ?? "未知").map((some) => ({
        channel: text(some[0] ?? {}, "channel") ?? "未知",
        clients: some.length,
        bought: some.filter((row) => count(row, "deals") > 0).length,
      })),
      [({ channel }) => (channel === "未知" ? 1 : 0), byNumber],
      [({ clients }) => clients, down(byNumber)],
      [({ channel }) => channel, byText],
    ).map(({ channel, clients, bought }) => {
      soFar += clients;
      return [
        ...[site, channel, clients, clients / own.length, soFar, soFar / own.length],
        ...[bought, bought / clients],
      ];
    });
  });

/** Each tree from its root, by walking; who walks in a circle began it. */
const referrals = (sites: readonly DrawnSite[]): Rows =>
  sorted(sites, [({ site }) => site, byText]).flatMap(({ site, rows }) => {
    const edge = (of: string): DrawnRow | undefined => rows.referrals.find((row) => row.client_no === of);
    const above = (of: string): string | null => {
      const row = edge(of);
      return row === undefined ? null : text(row, "referrer_no");
    };
    const known = (of: string): DrawnRow | undefined => rows.clients.find((row) => row.client_no === of);
    const numbers = new Set(
      rows.referrals.flatMap((row) => [String(row.client_no), String(row.referrer_no)]),
    );
    const since = (of: string): string | null =>
      text(edge(of) ?? {}, "since") ?? text(known(of) ?? {}, "first_contact");
    const people = sorted(numbers, [since, byText], [(of) => of, byText]);
    const loops = (of: string): boolean => {
      let next = above(of);
      for (let steps = 0; next !== null && steps <= numbers.size; steps++) {
        if (next === of) return true;
        next = above(next);
      }
      return false;
    };
    const below = (of: string): readonly string[] => people.filter((each) => above(each) === of);
    const branch = (of: string): readonly string[] =>
      below(of)
        .filter((each) => !loops(each))
        .flatMap((each) => [each, ...branch(each)]);
    const homes = (of: string): number => count(known(of) ?? {}, "deals");
    const line = (of: string, depth: number): Rows => {
      const loop = loops(of);
      const client = known(of) ?? {};
      const counted = branch(of);
      return [
        [
          ...[site, loop ? null : depth, of, text(client, "name"), above(of), since(of)],
          ...[
            text(client, "consultant"),
            text(client, "grade"),
            homes(of),
            Number(text(client, "sold") ?? 0),
          ],
          ...[below(of).length, counted.length, counted.reduce((sum, each) => sum + homes(each), 0)],
          loop ? "循环介绍" : known(of) === undefined ? "登记中没有这个编号" : null,
        ],
        ...below(of)
          .filter((each) => !loops(each))
          .flatMap((each) => line(each, depth + 1)),
      ];
    };
    return people.filter((each) => above(each) === null || loops(each)).flatMap((each) => line(each, 1));
  });

/** The table's rows. */
export const expected = (
  sites: readonly DrawnSite[],
  period: Period,
  today: CalendarDay,
): Readonly<Record<DatasetReportKey, Rows>> => ({
  latest: latest(sites, period),
  shared: shared(sites, period),
  funnel: funnel(sites, period),
  overdue: overdue(sites, today),
  deals: deals(sites, period),
  channels: channels(sites, period),
  referrals: referrals(sites),
});
