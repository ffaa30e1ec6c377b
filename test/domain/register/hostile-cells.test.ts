/** A cell of 32,000 signs is read, or left unread, at once: a stranger's register must not hang who opens it. */
import type { Field } from "../../../src/domain/form/field";
import { registers } from "../../../src/domain/forms/index";
import { adopt } from "../../../src/domain/register/adoption/adopt";
import { guessedMapping } from "../../../src/domain/register/old-sheet/old-mapping";
import { oldTablesIn } from "../../../src/domain/register/old-sheet/old-tables";
import { oldTargetsOf } from "../../../src/domain/register/old-sheet/old-targets";
import { readAnswer } from "../../../src/domain/register/read-answer";
import { withoutTitle } from "../../../src/domain/rules/name-wording";
import { nameLetters } from "../../../src/domain/rules/letters";
import { quickest } from "../../quickest";
import { bookOf, site, today } from "./book-of";

/** What a cell holds at most. */
const most = 32_767;
const signs = [..."(（【1-/、年√", " ", "1、", "1a", "一", "先生"];
const filledWith = (sign: string): string => `3${sign.repeat(most)}`.slice(0, most - 1) + "x";

/** Seconds: a cell takes some hundredths, and if reading asked again at each sign it were minutes. */
const longest = 10;
const isSlow = async (work: () => unknown, most = longest): Promise<boolean> =>
  (await quickest(most, work)) > most;

const blanks = new Map<string, Field>();
for (const form of Object.values(registers))
  for (const field of Object.values<Field>(form.fields))
    blanks.set("list" in field && field.list === "grade" ? "grade" : field.kind, field);

describe("a cell full of one sign", () => {
  test.each([...blanks])("%s", async (_, field) => {
    for (const sign of signs) {
      const raw = filledWith(sign);
      expect([sign, await isSlow(() => readAnswer(field, raw, { site: site(), today }))]).toEqual([
        sign,
        false,
      ]);
    }
  });

  it("a name", async () => {
    for (const sign of signs) {
      const raw = `张${filledWith(sign)}`;
      expect([sign, await isSlow(() => [nameLetters(raw), withoutTitle(raw)])]).toEqual([sign, false]);
    }
  });

  it.each(["(", "1", "年"])("%s in every cell of an old register, its captions too", async (sign) => {
    const raw = filledWith(sign);
    const captions = oldTargetsOf("visitors").map(({ caption }) => caption);
    const rows = [[...captions, raw], [...captions, raw].map(() => raw)];
    const reading = (): void => {
      for (const table of oldTablesIn({
        sheet: "Sheet1",
        firstRow: 1,
        rows,
        merges: [],
      })) {
        const mapping = guessedMapping(table, table.form, table.matches);
        adopt(bookOf({}), { ...table, mapping }, { today, consultant: "王强" });
      }
    };
    expect(await isSlow(reading, 20 * longest)).toBe(false);
  });
});
