/** Rows of thousands of columns are looked at where a table is, and nothing is seen otherwise than cell by cell. */
import fc from "fast-check";
import { between, gridOf } from "../../../../src/domain/register/old-sheet/old-grid";

const columns = fc.uniqueArray(fc.nat(40)).map((all) => all.sort((a, b) => a - b));
const edge = fc.integer({ min: -3, max: 45 });

test("columns between two are those not before the one and not after the other", () => {
  fc.assert(
    fc.property(columns, edge, edge, (filled, left, right) => {
      expect(between(filled, left, right)).toEqual(filled.filter((each) => each >= left && each <= right));
    }),
  );
});

test("a row of formulas that nobody has computed is blank; one more cell, and it is as it stands", () => {
  fc.assert(
    fc.property(columns, columns, columns, (words, uncomputed, dated) => {
      const filled = [...new Set([...words, ...uncomputed])].sort((a, b) => a - b);
      const row = Array.from({ length: 41 }, (_, at) => (filled.includes(at) ? "=A1" : null));
      const grid = gridOf({
        sheet: "表",
        firstRow: 1,
        rows: [row],
        merges: [],
        dated: [dated],
        uncomputed: [uncomputed],
      });
      const isBlank = filled.every((at) => uncomputed.includes(at));
      expect(grid.isBlank(0)).toBe(isBlank);
      expect(grid.filled(0)).toEqual(isBlank ? [] : filled);
      for (let at = 0; at <= 41; at++)
        expect([grid.isDated(0, at), grid.isUncomputed(0, at)]).toEqual([
          dated.includes(at),
          uncomputed.includes(at),
        ]);
    }),
  );
});
