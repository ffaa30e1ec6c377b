import fc from "fast-check";
import { type AddedColumn } from "../../src/xlsx/edit-table";
import { editBook } from "../../src/xlsx/edit";
import { dressedColumns } from "../../src/xlsx/edit-columns";
import { readSheets } from "../../src/xlsx/read";
import { writeBook } from "../../src/xlsx/write";
import { tagsOf } from "../../src/xlsx/xml-tags";
import { everyFeature } from "./every-feature";
import { lint } from "./lint";
import { partsOf } from "./rezip";

/** Spans of `<col>` one after another, with gaps between; column A is 1. */
const spans = fc.array(fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 5 })), { maxLength: 6 }).map((parts) => {
  let next = 1;
  return parts.map(([gap, length], at) => {
    const min = next + gap;
    next = min + length;
    return { min, max: next - 1, style: at + 100 };
  });
});

const colsOf = (head: string) =>
  [...tagsOf(head)]
    .filter(({ name, closing }) => name === "col" && !closing)
    .map((tag) => ["min", "max", "style"].map((name) => Number(tag.attribute(name))));

test("columns dressed together: each has its own look, the others keep theirs, and no two overlap", () => {
  fc.assert(
    fc.property(spans, fc.uniqueArray(fc.nat(30), { minLength: 1, maxLength: 12 }), (before, columns) => {
      const cols = before.map(({ min, max, style }) => `<col min="${min}" max="${max}" style="${style}"/>`);
      const head = `<worksheet>${before.length === 0 ? "" : `<cols>${cols.join("")}</cols>`}`;
      const dresses = columns.map((column, at) => ({ column, width: 18, style: at }));
      const after = colsOf(dressedColumns(head, "", dresses));
      after.slice(1).forEach(([min = 0], at) => {
        expect(min).toBeGreaterThan(after[at]?.[1] ?? 0);
      });
      for (let column = 0; column <= 40; column++) {
        const own = column + 1;
        const wished =
          dresses.find((each) => each.column === column)?.style ??
          before.find(({ min, max }) => own >= min && own <= max)?.style;
        expect(after.find(([min = 0, max = 0]) => own >= min && own <= max)?.[2]).toBe(wished);
      }
    }),
  );
});

const added = (caption: string, numberFormat = "General"): AddedColumn => ({
  caption,
  like: 1,
  numberFormat,
  width: 18,
});

test("columns added together are as those added one after another, and a row fills the ones it speaks of", async () => {
  const before = await writeBook(everyFeature);
  const columns = [added("批示"), added("办卡", "yyyy-mm-dd"), added("卡号"), added("领取", "yyyy-mm-dd")];
  const row: (string | number | undefined)[] = ["甲组", 5];
  row[5] = "阅";
  const rows = { kind: "append", table: "Teams", rows: [row] } as const;
  const together = await editBook(before, [{ kind: "addColumns", table: "Teams", columns }, rows]);
  const apart = await editBook(before, [
    ...columns.map((each) => ({ kind: "addColumns", table: "Teams", columns: [each] }) as const),
    rows,
  ]);
  const [one, other] = [await partsOf(together), await partsOf(apart)];
  expect(Object.fromEntries(one)).toEqual(Object.fromEntries(other));
  const sheet = (await readSheets(together)).sheets[2];
  expect(sheet?.tables[0]?.columns).toEqual(["组", "人数", "批示", "办卡", "卡号", "领取"]);
  expect(
    sheet?.rows.find((each) => each.row === 3)?.cells.map(({ column, value }) => [column, value]),
  ).toEqual(
    expect.arrayContaining([
      [3, "甲组"],
      [8, "阅"],
    ]),
  );
  expect(await lint(together)).toEqual([]);
});

test("columns beyond Excel's last are refused, and nothing is written", async () => {
  const columns = Array.from({ length: 16_384 }, (_, at) => added(`列 ${at}`));
  await expect(
    editBook(await writeBook(everyFeature), [{ kind: "addColumns", table: "Teams", columns }]),
  ).rejects.toMatchObject({ code: "too-large" });
});
