/** Pages about one client read their rows alone: they show what they would of a whole reading. */
import fc from "fast-check";
import { amendable } from "../../src/domain/register/client/amend-client";
import { cellAt, type RawCell } from "../../src/domain/register/register";
import type { SiteBook } from "../../src/domain/register/site";
import {
  latestScores,
  scoreWants,
  warmths,
  warmthWants,
} from "../../src/domain/register/follow-up/intent-standing";
import { lostWants, prefillLost } from "../../src/domain/register/client/report-lost";
import { clientsAsked, onlyRows } from "../../src/domain/register/some-rows";
import { standings } from "../../src/domain/register/standing";
import type { Wanted } from "../../src/domain/register/wanted";
import type { ClientNumber } from "../../src/domain/rules/client-number";
import { amendRows, knownClients } from "../../src/taskpane/entry/clients";
import { bookOf, type Cells, today } from "../domain/register/book-of";

const ids = ["LY-ZS001", "LY-ZS002", "LY-LS001"] as const;
const rowsOf = (keys: readonly string[]): fc.Arbitrary<Cells[]> =>
  fc.array(
    fc.record({
      clientId: fc.constantFrom<RawCell>(...ids, "", "ly-zs001", null),
      ...Object.fromEntries(
        keys.map((key) => [key, fc.constantFrom<RawCell>("甲", "/", "", null, 45_356, "138 0379 1234")]),
      ),
    }),
    { maxLength: 6 },
  );

const shown = (book: SiteBook, client: ClientNumber) =>
  standings(book)
    .filter(({ clientId }) => clientId === client)
    .map(({ form, register, index, row, name }) => ({
      form,
      row,
      name,
      cells: amendable(form).map((key) => [key, cellAt(register, key, index)]),
    }));

test("修改: the client's rows, and everybody who can be found, as the whole workbook has them", () => {
  let rows = 0;
  fc.assert(
    fc.property(
      rowsOf(["name", "consultant", "mobile", "phone", "visitDate", "notes", "channels"]),
      rowsOf(["name", "consultant", "mobile", "otherContact", "calledAt", "notes"]),
      rowsOf(["consultant", "reachedC", "reachedB"]),
      fc.constantFrom(...ids),
      (visitors, calls, grades, id) => {
        const book = bookOf({ visitors, calls, grades });
        const client = id as ClientNumber;
        const some = onlyRows(book, amendRows(client));
        expect(shown(some, client)).toEqual(shown(book, client));
        expect(knownClients(some, today)).toEqual(knownClients(book, today));
        rows += shown(book, client).length;
        // Nobody else's talk has come.
        const said = some.registers.visitors?.columns.get("notes")?.filter((note) => note !== null) ?? [];
        const own = standings(book).filter(
          ({ form, clientId }) => form === "visitors" && clientId === client,
        );
        expect(said.length).toBeLessThanOrEqual(own.length);
      },
    ),
    { numRuns: 150 },
  );
  expect(rows).toBeGreaterThan(100);
});

test("评分, 战败: the score, how warm they are, and what the visit knows", () => {
  const days: readonly RawCell[] = [45_356, 45_357, 45_360, "2024-03-08", null];
  const drawn = (columns: Readonly<Record<string, readonly RawCell[]>>) =>
    fc.array(
      fc.record({
        clientId: fc.constantFrom<RawCell>(...ids, null),
        ...Object.fromEntries(
          Object.entries(columns).map(([key, cells]) => [key, fc.constantFrom<RawCell>(...cells)]),
        ),
      }),
      { minLength: 3, maxLength: 10 },
    );
  let [scored, warm] = [0, 0];
  fc.assert(
    fc.property(
      fc.record({
        visitors: drawn({
          visitDate: days,
          name: ["张三", "李四"],
          age: [35, "/"],
          mobile: ["138 0379 1234"],
        }),
        followUps: drawn({ contactedAt: days, method: ["来访", "电话"] }),
        grades: drawn({ consultant: ["王强", "李娜"], reachedLost: days }),
        intentScores: drawn({ scoredOn: days, likesProduct: ["是", "否", ""], likesPrice: ["是", ""] }),
      }),
      fc.constantFrom(...ids),
      (registers, id) => {
        const book = bookOf(registers);
        const client = id as ClientNumber;
        const of = (wanted: Wanted): SiteBook =>
          onlyRows(
            book,
            clientsAsked(wanted, () => [client]),
          );
        const score = latestScores(book, today).get(client);
        expect(latestScores(of(scoreWants), today).get(client)).toEqual(score);
        const warmth = warmths(book, today).get(client);
        expect(warmths(of(warmthWants), today).get(client)).toEqual(warmth);
        expect(prefillLost(of(lostWants), client, today)).toEqual(prefillLost(book, client, today));
        if (score !== undefined) scored += 1;
        if (warmth !== undefined) warm += 1;
      },
    ),
    { numRuns: 150 },
  );
  expect([scored > 20, warm > 5]).toEqual([true, true]);
});
