import fc from "fast-check";
import { adoptTogether } from "../../../../src/domain/register/adoption/adopt";
import { type AdoptCourse, newCourse } from "../../../../src/domain/register/adoption/adopt-course";
import { asKnownNow } from "../../../../src/domain/register/adoption/adopt-referrers";
import type { Adoptions } from "../../../../src/domain/register/adoption/adoption";
import { hintsOf } from "../../../../src/domain/register/adoption/adoption-hints";
import { referrersTold, whyUnlinked } from "../../../../src/domain/register/adoption/referrers-said";
import { guessedMapping } from "../../../../src/domain/register/old-sheet/old-mapping";
import type { OldTable } from "../../../../src/domain/register/old-sheet/old-cells";
import { oldTablesIn } from "../../../../src/domain/register/old-sheet/old-tables";
import type { SiteBook } from "../../../../src/domain/register/site";
import { say } from "../../../../src/domain/register/wording";
import { bookOf, cellsOf, today, written } from "../book-of";
import { sheetOf } from "../old-sheet/old-sheets-of";

const tableOf = (drawn: string): OldTable => {
  const [table] = oldTablesIn(sheetOf(drawn));
  if (table === undefined) throw new Error("no table");
  return table;
};

const empty = bookOf({ visitors: "| clientId | name |" });

const visits = (rows: string, header = "介绍人"): string => `
  | 来访登记 | < | < | < | < | < |
  | 来访日期 | 姓名 | 手机 | ${header} | 业务员 | 备注 |
${rows}`;

const takeIn = (
  book: SiteBook,
  tables: readonly string[],
  course: AdoptCourse = newCourse,
): Adoptions & { readonly after: SiteBook } => {
  const olds = tables.map((text) => {
    const table = tableOf(text);
    return { old: { ...table, mapping: guessedMapping(table, table.form, table.matches) } };
  });
  const adoption = adoptTogether(book, olds, { today, course });
  return { ...adoption, after: written(book, adoption.changes) };
};

const broughtBy = (book: SiteBook): string[] =>
  cellsOf(book, "visitors").map(({ name, referrerId }) => `${name} ← ${referrerId ?? ""}`);

const told = ({ tables }: Adoptions): string[] =>
  tables.flatMap(({ fates }) =>
    fates.flatMap((each) =>
      "hints" in each
        ? each.hints.flatMap(({ code, value }) => (/^oldReferrer/u.test(code) ? [`${value} ${code}`] : []))
        : [],
    ),
  );

const li = "| 2024.3.2 | 李芳 | 13812345678 | | 王强 | 看房 |\n";

test("a name or phone becomes the number, and the words stay where they were kept", () => {
  const { tables, after } = takeIn(empty, [
    visits(`
      | 2024.3.1 | 张三 | 13803791231 | 李芳 | 王强 | 问价 |
      ${li}
      | 2024.3.3 | 王五 | 13803791232 | 13812345678 | 王强 | 问价 |
      | 2024.3.4 | 赵六 | 13803791233 | 老业主李芳 | 王强 | |
      | 2024.3.5 | 钱七 | 13803791234 | 李芳 13812345678 | 李娜 | |
    `),
  ]);
  expect(broughtBy(after)).toEqual([
    "张三 ← LY-LF001",
    "李芳 ← ",
    "王五 ← LY-LF001",
    "赵六 ← LY-LF001",
    "钱七 ← LY-LF001",
  ]);
  const notes = cellsOf(after, "visitors").map((row) => row["notes"]);
  expect(notes).toEqual([
    "问价\n原表“介绍人”：李芳",
    "看房",
    "问价\n原表“介绍人”：13812345678",
    "原表“介绍人”：老业主李芳",
    "原表“介绍人”：李芳 13812345678",
  ]);
  expect(tables.map(referrersTold)).toEqual([{ linked: 4, unlinked: [] }]);
  // Said once, and not as something nobody has understood.
  expect(tables.map(({ fates }) => hintsOf(fates))).toEqual([{ unread: [], others: [] }]);
});

test("介绍人 and 介绍人电话 are one person's: the phone says which of two it is", () => {
  const { after } = takeIn(empty, [
    `
      | 来访登记 | < | < | < | < | < |
      | 来访日期 | 姓名 | 手机 | 介绍人 | 介绍人电话 | 业务员 |
      | 2024.3.1 | 张伟 | 13803791231 | | | 王强 |
      | 2024.3.2 | 张伟 | 13803791232 | | | 李娜 |
      | 2024.3.3 | 王五 | 13803791233 | 张伟 | 13803791232 | 王强 |
    `,
  ]);
  expect(broughtBy(after)[2]).toBe("王五 ← LY-ZW002");
  expect(cellsOf(after, "visitors")[2]?.["notes"]).toBe("原表“介绍人”：张伟\n原表“介绍人电话”：13803791232");
});

test("what is not sure stays words, with the reason and the names", () => {
  const adoption = takeIn(empty, [
    visits(`
      | 2024.3.1 | 张伟 | 13803791231 | 张伟 | 王强 | |
      | 2024.3.2 | 张伟 | 13803791232 | | 李娜 | |
      | 2024.3.3 | 王五 | 13803791233 | 张伟 | 王强 | |
      | 2024.3.4 | 赵六 | 13803791234 | 孙九 | 王强 | |
      | 2024.3.5 | 钱七 | 13803791235 | 朋友介绍 | 王强 | |
      | 2024.3.6 | 周八 | 13803791236 | 周八 | 王强 | |
      | 2024.3.7 | 吴甲 | 13803791237 | 郑乙 | 王强 | |
      | 2024.3.8 | 郑乙 | 13803791238 | 吴甲 | 王强 | |
      | 2024.3.9 | 冯丙 | 13803791239 | 王五 13503791239 | 王强 | |
    `),
  ]);
  expect(broughtBy(adoption.after).every((each) => each.endsWith("← "))).toBe(true);
  expect(told(adoption)).toEqual([
    "张伟 oldReferrerSeveral",
    "张伟 oldReferrerSeveral",
    "孙九 oldReferrerNobody",
    "朋友介绍 oldReferrerUnclear",
    "周八 oldReferrerSelf",
    "郑乙 oldReferrerLoop",
    "吴甲 oldReferrerLoop",
    "王五 13503791239 oldReferrerOtherPhone",
  ]);
  const [table] = adoption.tables;
  const summary = table && referrersTold(table);
  expect(summary?.linked).toBe(0);
  expect(summary && whyUnlinked(summary, "zh")).toBe(
    "没有登记过 1 行（孙九）；同名或同电话的不止一位 2 行（张伟：张伟（LY-ZW001）、张伟（LY-ZW002））；" +
      "同名的登记的是别的电话 1 行（王五 13503791239：王五（LY-WW001））；看不准是哪一位 1 行（朋友介绍）；" +
      "就是客户自己 1 行（周八：周八（LY-ZB001））；" +
      "填上就绕成了圈 2 行（郑乙：郑乙（LY-ZY001），吴甲：吴甲（LY-WJ001））",
  );
  expect(summary && whyUnlinked(summary, "en")).toContain("no client on file: 1 (孙九); several clients");
});

test("who is in the workbook is meant as well; what stands there is not touched", () => {
  const book = bookOf({
    visitors: `
      | clientId | visitDate  | name | mobile      | consultant | referrerId | notes |
      | LY-LF001 | 2024-01-02 | 李芳 | 13812345678 | 王强       |            |       |
      | LY-ZS001 | 2024-01-03 | 张三 | 13803791231 | 王强       |            |       |
      | LY-WW001 | 2024-01-04 | 王五 | 13803791232 | 王强       | /          |       |
      | LY-ZL001 | 2024-01-05 | 赵六 | 13803791233 | 王强       | LY-ZS001   |       |
    `,
  });
  const adoption = takeIn(book, [
    visits(`
      | 2024.3.1 | 张三 | 13803791231 | 李芳 | 王强 | 再来 |
      | 2024.3.2 | 王五 | 13803791232 | 李芳 | 王强 | 再来 |
      | 2024.3.3 | 赵六 | 13803791233 | 李芳 | 王强 | 再来 |
      | 2024.3.4 | 李芳 | 13812345678 | 赵六 | 王强 | 再来 |
    `),
  ]);
  expect(broughtBy(adoption.after)).toEqual(["李芳 ← ", "张三 ← ", "王五 ← /", "赵六 ← LY-ZS001"]);
  // 赵六 was brought by 张三, 张三 by 李芳, and she by 赵六: one of them is wrong.
  expect(told(adoption)).toEqual([
    "李芳 oldReferrerLoop",
    "李芳 oldReferrerOtherwise",
    "李芳 oldReferrerOtherwise",
    "赵六 oldReferrerLoop",
  ]);
});

describe("rows and tables in any order", () => {
  const rows = [
    "| 2024.3.1 | 张三 | 13803791231 | 李芳 | 王强 | 问价 |",
    "| 2024.3.2 | 李芳 | 13812345678 | 陈静 | 王强 | 看房 |",
    "| 2024.3.3 | 王五 | 13803791232 | 张伟 | 王强 | |",
    "| 2024.3.4 | 张伟 | 13803791233 | 王五 | 王强 | |",
    "| 2024.3.5 | 陈静 | 13803791234 | 13803791233 | 李娜 | |",
    "| 2024.3.6 | 赵六 | 13803791235 | 陈静 | 李娜 | |",
    "| 2024.3.7 | 陈静 | 13803791236 | | 王强 | |",
    "| 2024.3.8 | 张三 | 13803791231 | 赵六 | 王强 | |",
  ];
  const whole = takeIn(empty, [visits(rows.join("\n"))]);

  test("the rows of one table", () => {
    expect(broughtBy(whole.after)).toEqual([
      "张三 ← LY-LF001",
      "李芳 ← ",
      "王五 ← ",
      "张伟 ← ",
      "陈静 ← LY-ZW001",
      "赵六 ← ",
      "陈静 ← ",
    ]);
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
        const { after } = takeIn(empty, [visits(shuffled.join("\n"))]);
        expect(broughtBy(after)).toEqual(broughtBy(whole.after));
      }),
      { numRuns: 25 },
    );
  });

  /** One table after the other, as the pane takes them. */
  const inTurn = (parts: readonly (readonly string[])[]) => {
    let course = newCourse;
    let after = empty;
    const done = parts.map((part) => {
      const adopted = takeIn(after, [visits(part.join("\n"))], course);
      ({ course, after } = adopted);
      return adopted;
    });
    return { done, after, course };
  };

  test("tables one after the other come to what they come to together, also in what is told", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2), { minLength: rows.length, maxLength: rows.length }), (of) => {
        const parts = [0, 1, 2].map((part) => rows.filter((_, at) => of[at] === part));
        // Of one client's two rows the first counts: which is first, their tables' order decides.
        fc.pre((of[0] ?? 0) <= (of[7] ?? 0));
        const { done, after, course } = inTurn(parts.filter((part) => part.length > 0));
        const byPhone = (book: SiteBook): unknown => {
          const all = cellsOf(book, "visitors");
          const phoneOf = new Map(all.map((row) => [row["clientId"], row["mobile"]]));
          return all.map((row) => `${row["mobile"]} ← ${phoneOf.get(row["referrerId"] ?? "") ?? ""}`).sort();
        };
        expect(byPhone(after)).toEqual(byPhone(whole.after));
        const tables = done.flatMap((each) => each.tables.map((one) => asKnownNow(one, course.referrers)));
        expect(told({ ...whole, tables }).sort()).toEqual(told(whole).sort());
      }),
      { numRuns: 25 },
    );
  });

  test("a number that a later table makes doubtful is taken out again, and that is told", () => {
    const { done, after } = inTurn([
      ["| 2024.3.6 | 赵六 | 13803791235 | 陈静 | 李娜 | |", "| 2024.3.5 | 陈静 | 13803791234 | | 李娜 | |"],
      ["| 2024.3.7 | 陈静 | 13803791236 | | 王强 | |"],
    ]);
    expect(done.map((each) => broughtBy(each.after)[1])).toEqual(["赵六 ← LY-CJ001", "赵六 ← "]);
    expect(done.map(({ referrersAgain }) => referrersAgain)).toEqual([undefined, 1]);
    expect(broughtBy(after)).toContain("赵六 ← ");
  });

  test("the same again changes nothing", () => {
    const again = takeIn(whole.after, [visits(rows.join("\n"))]);
    expect(again.changes).toEqual([]);
    expect(again.tables[0]?.fates.every((fate) => fate.kind === "joined" && fate.already)).toBe(true);
  });

  test("who came before their referrer was known is linked when the file is taken in again with them", () => {
    const [first = "", second = ""] = rows;
    const alone = takeIn(empty, [visits(first)]);
    expect(told(alone)).toEqual(["李芳 oldReferrerNobody"]);
    const { after, changes, tables } = takeIn(alone.after, [visits(`${first}\n${second}`)]);
    expect(tables[0]?.fates[0]).toMatchObject({ kind: "joined", already: false });
    expect(broughtBy(after)[0]).toBe("张三 ← LY-LF001");
    expect(changes).toContainEqual({
      kind: "set",
      form: "visitors",
      row: 5,
      key: "referrerId",
      was: null,
      value: "LY-LF001",
    });
  });
});

test("who has only called may have brought somebody, in a register taken in later", () => {
  const first = takeIn(empty, [visits("| 2024.3.1 | 张三 | 13803791231 | 李芳 | 王强 | 问价 |")]);
  const calls = takeIn(
    first.after,
    [
      `
      | 来电登记 | < | < | < | < |
      | 来电时间 | 来电人 | 来电号码 | 接听人 | 来电内容 |
      | 2024.3.2 | 李芳 | 13812345678 | 王强 | 问价 |
    `,
    ],
    first.course,
  );
  expect(broughtBy(calls.after)).toEqual(["张三 ← LY-LF001"]);
  expect(calls.referrersAgain).toBe(1);
});

test("every reason is said in both languages, with what is meant", () => {
  const adoption = takeIn(empty, [
    visits(`
      | 2024.3.1 | 张三 | 13803791231 | 李芳 | 王强 | 问价 |
      ${li}
    `),
  ]);
  const hint = adoption.tables[0]?.fates.flatMap((each) => ("hints" in each ? each.hints : []))[0];
  expect(hint && say(hint, "zh").says).toBe(
    "介绍人“李芳”是 李芳（LY-LF001），介绍人编号照此填写，原文在洽谈内容里",
  );
  expect(hint && say(hint, "en").says).toBe(
    "介绍人 “李芳” is 李芳 (LY-LF001): entered in 介绍人编号, the words are in the notes",
  );
});
