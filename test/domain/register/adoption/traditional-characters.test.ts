/** 收编 of registers in traditional characters: choices and consultants are those of the site's own lists. */
import { adopt } from "../../../../src/domain/register/adoption/adopt";
import { lists } from "../../../../src/domain/forms/lists";
import { matchChoice, matchChoices } from "../../../../src/domain/register/match-choice";
import { guessedMapping } from "../../../../src/domain/register/old-sheet/old-mapping";
import { oldTablesIn } from "../../../../src/domain/register/old-sheet/old-tables";
import { bookOf, cellsOf, today, written } from "../book-of";
import { sheetOf } from "../old-sheet/old-sheets-of";

test.each([
  ["電視", ["电视"]],
  ["路過", ["路过"]],
  ["電視廣告、晚報廣告", ["电视", "晚报"]],
  ["路過聽說", ["路过", "听说"]],
  ["☑電視 □路過", ["电视"]],
  ["傳單", ["单页"]],
])("%s", (written, chosen) => {
  expect(matchChoices("channels", lists.channels.choices, written).chosen).toEqual(chosen);
});

test("a site's own choice is found in either script, and stays as the site writes it", () => {
  expect(matchChoice("channels", ["地鐵廣告", "报纸"], "地铁广告")).toBe("地鐵廣告");
  expect(matchChoice("channels", ["地鐵廣告", "报纸"], "報紙")).toBe("报纸");
  expect(matchChoice("channels", ["地鐵廣告", "地铁广告"], "地鐵廣告")).toBe("地鐵廣告");
});

const takenAs = (
  consultants: readonly string[],
): ReturnType<typeof adopt> & { whose: readonly unknown[] } => {
  const [table] = oldTablesIn(
    sheetOf(`
      | 來訪日期 | 姓名 | 電話        | 級別 | 置業顧問 |
      ${consultants.map((name, at) => `| 2024.3.${at + 1} | 示例${at} | 1380379100${at} | B | ${name} |`).join("\n")}
    `),
  );
  if (table === undefined) throw new Error("no table");
  const book = bookOf();
  const roster = {
    ...book,
    site: {
      ...book.site,
      consultants: ["刘洋", "陈静"].map((name) => ({ name, active: true, group: "一组" })),
    },
  };
  const mapping = guessedMapping(table, table.form, table.matches);
  const done = adopt(roster, { ...table, mapping }, { today, year: 2024 });
  return {
    ...done,
    whose: cellsOf(written(roster, done.changes), "visitors").map(({ consultant }) => consultant),
  };
};

test("劉洋 is 刘洋 of the roster, and nobody new", () => {
  const { whose, newConsultants } = takenAs(["劉洋", "陳靜（離職）", "劉洋/陳靜", "劉 洋"]);
  expect(whose).toEqual(["刘洋", "陈静", "刘洋", "刘洋"]);
  expect(newConsultants).toEqual([]);
});

test("who is on no roster keeps the name as written", () => {
  expect(takenAs(["張偉"]).newConsultants.map(({ name }) => name)).toEqual(["張偉"]);
});
