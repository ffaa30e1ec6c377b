/**
 * The law of old registers of visits and calls with later talks: in whatever way they are written, each comes back in
 * its own register, once, or its row is left with a reason.
 */
import fc from "fast-check";
import {
  addDays,
  type CalendarDay,
  dayOfMonth,
  monthOf,
  serialOfDay,
  yearOf,
} from "../../../../src/domain/kit/calendar-day";
import { adopt } from "../../../../src/domain/register/adoption/adopt";
import type { Adoption } from "../../../../src/domain/register/adoption/adoption";
import type { OldArea, OldCells, OldTable } from "../../../../src/domain/register/old-sheet/old-cells";
import { guessedMapping } from "../../../../src/domain/register/old-sheet/old-mapping";
import { oldTablesIn } from "../../../../src/domain/register/old-sheet/old-tables";
import type { RawCell } from "../../../../src/domain/register/register";
import type { SiteBook } from "../../../../src/domain/register/site";
import { bookOf, cellsOf, written } from "../book-of";
import type { Dice } from "./old-spellings";

const today = "2024-12-30" as CalendarDay;

interface Talk {
  readonly day: CalendarDay;
  readonly method: string;
  readonly words: string;
  readonly isDamaged: boolean;
}

interface Came {
  readonly name: string;
  readonly phone: string;
  readonly day: CalendarDay;
  readonly as: "visitors" | "calls";
  readonly words: string;
  readonly talks: readonly Talk[];
  /** Its register cannot be told. */
  readonly isUnclear: boolean;
}

const kindStyles = ["none", "word", "ticks"] as const;
const talkStyles = [
  "none",
  "merged rows",
  "blank rows",
  "rows written again",
  "columns",
  "one cell",
] as const;

interface Style {
  readonly kinds: (typeof kindStyles)[number];
  readonly talks: (typeof talkStyles)[number];
  readonly hasMethod: boolean;
}

const comers = (dice: Dice, { kinds, talks }: Style): readonly Came[] => {
  let day = "2024-01-08" as CalendarDay;
  const count = 2 + dice.below(5);
  const unclear = kinds === "word" && count > 3 && dice.onceIn(3) ? dice.below(count) : -1;
  return Array.from({ length: count }, (_, at): Came => {
    day = addDays(day, dice.below(4));
    let later = day;
    const its = talks === "none" || (at > 0 && dice.onceIn(2)) ? 0 : 1 + dice.below(3);
    return {
      name: dice.one(["张三", "李思思", "欧阳修", "王先生"]),
      phone: `1380379${String(1000 + at)}`,
      day,
      as: kinds === "none" ? "visitors" : dice.one(["visitors", "calls"]),
      words: `${dice.one(["问三房", "看过沙盘", "嫌总价高"])}${at}`,
      isUnclear: at === unclear,
      talks: Array.from({ length: its }, (__, n): Talk => {
        later = addDays(later, 1 + dice.below(9));
        return {
          day: later,
          method: dice.one(["电话", "微信", "短信"]),
          words: `说第${n + 1}回${at}`,
          isDamaged: talks !== "columns" && talks !== "one cell" && n > 0 && dice.onceIn(15),
        };
      }),
    };
  });
};

const spelt = (dice: Dice, day: CalendarDay): RawCell => {
  const [year, month, date] = [yearOf(day), monthOf(day), dayOfMonth(day)];
  return dice.one<RawCell>([
    day,
    `${year}.${month}.${date}`,
    `${year}年${month}月${date}日`,
    serialOfDay(day),
    `${year}/${month}/${date}`,
  ]);
};

/** 看过沙盘；3.9 电话：…；3.12 微信：…: one talk alone stays among the words. */
const inOneCell = (dice: Dice, { words, talks }: Came): string => {
  const day = (on: CalendarDay): string => {
    const [year, month, date] = [yearOf(on), monthOf(on), dayOfMonth(on)];
    return dice.one([
      `${month}.${date} `,
      `${month}月${date}日`,
      `${year}.${month}.${date}`,
      `${month}-${date}，`,
    ]);
  };
  const end = dice.one(["；", "\n", ";"]);
  return [words, ...talks.map((talk) => `${day(talk.day)}${talk.method}：${talk.words}`)].join(end);
};

const comingWords = {
  visitors: ["来访", "到访", "现场", "首次来访", "来访（自然）", "上门客户"],
  calls: ["来电", "电话", "热线", "来电咨询", "【来电】", "电"],
} as const;

interface Sheet {
  readonly cells: OldCells;
  /** By row of the sheet, 1-based. */
  readonly rows: ReadonlyMap<number, { readonly came: Came; readonly talk?: Talk; readonly words: string }>;
}

const sheetFor = (dice: Dice, { kinds, talks, hasMethod }: Style, all: readonly Came[]): Sheet => {
  const most = Math.max(0, ...all.map((each) => each.talks.length));
  const isBeside = talks === "columns";
  const occasions = talks === "none" || talks === "one cell" || most === 0 ? 0 : isBeside ? most : 1;
  const verb = dice.one(["回访", "跟踪", "跟进"]);
  const caption = (n: number, part: string): string => {
    if (!isBeside) return `${verb}${part}`;
    return dice.one([
      `第${"一二三"[n] ?? ""}次${verb}${part}`,
      `${verb}${n + 1}${part}`,
      `${verb}${part}${n + 1}`,
    ]);
  };
  const partsOf = (n: number): readonly string[] => [
    caption(n, dice.one(["时间", "日期"])),
    ...(hasMethod ? [caption(n, "方式")] : []),
    caption(n, dice.one(["内容", "情况"])),
  ];
  const kindCaptions =
    kinds === "none"
      ? []
      : kinds === "ticks"
        ? ["来访", "来电"]
        : [dice.one(["类型", "方式", "来访/来电", "接待方式", "客户来源方式", "到访方式"])];
  const fixed = ["日期", ...kindCaptions, "客户姓名", "联系电话", "置业顾问", "洽谈内容"];
  const headers = [...fixed, ...Array.from({ length: occasions }, (_, n) => partsOf(n)).flat()];
  const rows: RawCell[][] = [headers.map((each): RawCell => each)];
  const merges: OldArea[] = [];
  const found = new Map<number, { came: Came; talk?: Talk; words: string }>();
  const talkCells = (talk: Talk | undefined): readonly RawCell[] =>
    talk === undefined
      ? [null, ...(hasMethod ? [null] : []), null]
      : [
          talk.isDamaged ? "下周" : spelt(dice, talk.day),
          ...(hasMethod ? [talk.method] : []),
          hasMethod ? talk.words : `${talk.method}：${talk.words}`,
        ];
  for (const came of all) {
    const kind: readonly RawCell[] =
      kinds === "none"
        ? []
        : kinds === "ticks"
          ? [came.as === "visitors" ? "√" : null, came.as === "calls" ? "√" : null]
          : [came.isUnclear ? "抖音" : dice.one<string>(comingWords[came.as])];
    const cell = talks === "one cell" ? inOneCell(dice, came) : came.words;
    const words = came.talks.length > 1 ? came.words : cell;
    const said = [spelt(dice, came.day), ...kind, came.name, came.phone, "王强", cell];
    const top = rows.length;
    if (occasions === 0 || isBeside) {
      const beside = Array.from({ length: occasions }, (_, n) => talkCells(came.talks[n])).flat();
      found.set(rows.push([...said, ...beside]), { came, words });
      continue;
    }
    // The first talk stands in the visit's own row.
    found.set(rows.push([...said, ...talkCells(came.talks[0])]), { came, words });
    for (const talk of came.talks.slice(1)) {
      const again = talks === "rows written again" ? said : said.map(() => null);
      found.set(rows.push([...again, ...talkCells(talk)]), { came, talk, words });
    }
    const bottom = rows.length - 1;
    if (talks === "merged rows" && bottom > top)
      said.forEach((_, column) => merges.push({ top, left: column, bottom, right: column }));
  }
  const sheet = kinds === "none" ? "来访登记" : "来访来电登记";
  return {
    cells: { sheet, rows, firstRow: 1, merges },
    rows: found,
  };
};

const takeIn = (table: OldTable, book: SiteBook): Adoption =>
  adopt(book, { ...table, mapping: guessedMapping(table, table.form, table.matches) }, { today });

/** What a workbook says: each record as one line. */
const recordsIn = (book: SiteBook): readonly string[] => {
  const phones = new Map(
    [...cellsOf(book, "visitors"), ...cellsOf(book, "calls")].map((row) => [
      row["clientId"],
      String(row["mobile"] ?? row["phone"]).replace(/\D/gu, ""),
    ]),
  );
  const line = (form: string, row: Readonly<Record<string, RawCell>>, when: string, more = ""): string =>
    [
      form,
      phones.get(row["clientId"] ?? null),
      String(row[when]).slice(0, 10),
      more,
      String(row["notes"]).split("\n原表“")[0],
    ].join(" ");
  return [
    ...cellsOf(book, "visitors").map((row) => line("visit", row, "visitDate")),
    ...cellsOf(book, "calls").map((row) => line("call", row, "calledAt")),
    ...cellsOf(book, "followUps").map((row) => line("contact", row, "contactedAt", String(row["method"]))),
  ].sort();
};

const expectedOf = (
  sheet: Sheet,
  { talks: style, hasMethod }: Style,
  left: ReadonlySet<number>,
): readonly string[] => {
  const lines: string[] = [];
  for (const [row, { came, talk, words }] of sheet.rows) {
    if (left.has(row)) continue;
    const { phone, day, as, talks } = came;
    const said = (each: Talk): string =>
      `contact ${phone} ${each.day} ${each.method} ${hasMethod && style !== "one cell" ? each.words : `${each.method}：${each.words}`}`;
    if (talk !== undefined) {
      lines.push(said(talk));
      continue;
    }
    lines.push(`${as === "visitors" ? "visit" : "call"} ${phone} ${day}  ${words}`);
    lines.push(`contact ${phone} ${day} ${as === "visitors" ? "来访" : "电话"} ${words}`);
    const isApart = style !== "one cell" || talks.length > 1;
    if (isApart)
      lines.push(...(style === "columns" || style === "one cell" ? talks : talks.slice(0, 1)).map(said));
  }
  return lines.sort();
};

test("each comes back in its own register, once, or its row is left with a reason; the same again is nothing", () => {
  const met = new Map<string, number>();
  let [rows, refused] = [0, 0];
  fc.assert(
    fc.property(fc.gen(), (draw) => {
      const below = (limit: number): number => draw(fc.nat, { max: limit - 1 });
      const dice: Dice = {
        below,
        one: (some) => some[below(some.length)] ?? some[0],
        onceIn: (times) => below(times) === times - 1,
        met: (kind) => met.set(kind, (met.get(kind) ?? 0) + 1),
      };
      const style: Style = {
        kinds: dice.one(kindStyles),
        talks: dice.one(talkStyles),
        hasMethod: dice.onceIn(2),
      };
      dice.met(`kinds: ${style.kinds}`);
      dice.met(`talks: ${style.talks}`);
      const all = comers(dice, style);
      // A column of which most are no days is none of days.
      const talks = all.flatMap((each) => each.talks);
      if (talks.filter(({ isDamaged }) => isDamaged).length * 2 > talks.length) return;
      // One of the two columns alone is no pair.
      if (style.kinds === "ticks" && new Set(all.map(({ as }) => as)).size < 2) dice.met("one kind");
      const sheet = sheetFor(dice, style, all);
      const shown = sheet.cells.rows.map((row) => row.map((cell) => cell ?? "").join(" | "));
      const [table, ...more] = oldTablesIn(sheet.cells);
      expect([more.length, ...(table === undefined ? shown : [])]).toEqual([0]);
      if (table === undefined) return;
      const found = takeIn(table, bookOf());
      // Every row has one fate, and none is refused that is right.
      expect(found.fates.map(({ row }) => row)).toEqual([...sheet.rows.keys()]);
      const left = new Set(found.fates.flatMap(({ kind, row }) => (kind === "rejected" ? [row] : [])));
      const wrong = [...sheet.rows].flatMap(([row, { came, talk }]) =>
        came.isUnclear || talk?.isDamaged === true ? [row] : [],
      );
      expect({ left: [...left], shown }).toEqual({ left: wrong, shown });
      const after = written(bookOf(), found.changes);
      expect({ records: recordsIn(after), shown }).toEqual({
        records: expectedOf(sheet, style, left),
        shown,
      });
      expect({ again: takeIn(table, after).changes, shown }).toEqual({ again: [], shown });
      rows += sheet.rows.size;
      refused += left.size;
    }),
    { numRuns: 400 },
  );
  expect(met.size).toBe(kindStyles.length + talkStyles.length + 1);
  expect(refused / rows).toBeLessThan(0.2);
});
