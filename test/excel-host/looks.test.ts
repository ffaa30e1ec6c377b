import fc from "fast-check";
import { parseArea } from "../../src/book/address";
import type { Look } from "../../src/book/book";
import { cellLook } from "../../src/excel-host/model/from-book";
import { applyLook, clearLooks, lookAt, lookReader, sharedLook } from "../../src/excel-host/model/looks";
import { plainLook, plainLooks } from "../../src/excel-host/model/plain-looks";
import { emptySheet } from "../../src/excel-host/model/sheets";

const size = 8;
const at = fc.integer({ min: 0, max: size - 1 });
const area = fc
  .tuple(at, at, at, at, fc.constantFrom("cells", "cells", "cells", "columns", "rows"))
  .map(([a, b, c, d, kind]) => ({
    top: kind === "columns" ? 0 : Math.min(a, b),
    bottom: kind === "columns" ? 1_048_575 : Math.max(a, b),
    left: kind === "rows" ? 0 : Math.min(c, d),
    right: kind === "rows" ? 16_383 : Math.max(c, d),
  }));
const look = fc.constantFrom<Look>(
  { bold: true },
  { bold: false },
  { fill: "#111111" },
  { fill: "#222222", numberFormat: "@" },
  { numberFormat: "0.00" },
  { border: "#808080" },
  { horizontal: "center", wrap: true },
);
const act = fc.oneof(
  { weight: 6, arbitrary: fc.record({ area, look }) },
  { weight: 1, arbitrary: fc.record({ area, look: fc.constant(undefined) }) },
);

/** The simplest thing that could be: one look a cell. */
const naive = (
  acts: readonly {
    area: { top: number; left: number; bottom: number; right: number };
    look: Look | undefined;
  }[],
) => {
  const cells: Look[][] = Array.from({ length: size }, () => Array.from({ length: size }, () => ({})));
  for (const { area: where, look: what } of acts)
    for (let row = where.top; row <= Math.min(where.bottom, size - 1); row++)
      for (let column = where.left; column <= Math.min(where.right, size - 1); column++) {
        const line = cells[row];
        if (line) line[column] = what ? { ...line[column], ...what } : {};
      }
  return cells;
};

const everywhere = (read: (row: number, column: number) => unknown) =>
  Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_unused, column) => read(row, column)),
  );

test("looks laid over each other, merged into ranges, come out as laid cell by cell", () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
      const sheet = emptySheet(1, "甲");
      for (const { area: where, look: what } of acts)
        if (what) applyLook(sheet, where, cellLook(what));
        else clearLooks(sheet, where);
      const cells = naive(acts);
      expect(everywhere((row, column) => plainLook(lookAt(sheet, row, column)))).toEqual(cells);
      const again = emptySheet(2, "乙");
      for (const { range, look: what } of plainLooks(sheet.looks)) {
        const where = parseArea(range);
        if (!where) throw new Error(range);
        applyLook(again, where, cellLook(what));
      }
      expect(everywhere((row, column) => plainLook(lookAt(again, row, column)))).toEqual(cells);
      const whole = { top: 0, left: 0, bottom: size - 1, right: size - 1 };
      const read = lookReader(sheet, whole, "numberFormat");
      expect(everywhere((row, column) => read(row, column) ?? undefined)).toEqual(
        cells.map((line) => line.map((each) => each.numberFormat)),
      );
      const formats = new Set(cells.flat().map((each) => each.numberFormat ?? null));
      expect(sharedLook(sheet, whole, "numberFormat")).toEqual(
        formats.size === 1 ? [...formats][0] : undefined,
      );
    }),
  );
});

test("formats written row by row become one range", () => {
  const sheet = emptySheet(1, "甲");
  for (let row = 0; row < 20_000; row++)
    applyLook(sheet, { top: row, bottom: row, left: 0, right: 0 }, { numberFormat: "@" });
  expect(plainLooks(sheet.looks)).toEqual([{ range: "A1:A20000", look: { numberFormat: "@" } }]);
});
