import fc from "fast-check";
import { editBook } from "../../src/xlsx/edit";
import { layoutOf, type SheetLayout } from "../../src/xlsx/edit-layout";
import { joinBytes } from "../../src/xlsx/flate";
import { packedBytes } from "../../src/xlsx/packed-bytes";
import { partsOf, smallBook } from "./rezip";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (pieces: Iterable<Uint8Array>): string => new TextDecoder().decode(joinBytes([...pieces]));

// eslint-disable-next-line @typescript-eslint/require-await -- parts come so
async function* cutAt(bytes: Uint8Array, places: readonly number[]): AsyncGenerator<Uint8Array> {
  const cuts = [...new Set(places.map((at) => at % (bytes.length + 1)))].sort((a, b) => a - b);
  let from = 0;
  for (const to of [...cuts, bytes.length]) {
    yield bytes.subarray(from, to);
    from = to;
  }
}

const seen = ({ before, behind, data, rows, insideEnd, inside, to, empty, prefix }: SheetLayout) => ({
  before,
  behind,
  data: textOf(data.pieces(0, to)),
  ends: textOf(data.pieces(inside, insideEnd)),
  rows: rows.map(({ row, ...at }) => `${row} ${textOf([data.within(at.from, at.to)])}`),
  empty,
  prefix,
});

const parts = [
  `<?xml version="1.0"?><worksheet a=">"><!-- <sheetData> --><cols><col min="1"/></cols><sheetData>
   <row r="2"><c r="A2" t="inlineStr"><is><t>示例 <![CDATA[</row>]]></t></is></c></row><!-- <row r="9"/> --><row/>
   <row r='7' ht="3>2"><c><v>1</v></c></row ></sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells></worksheet>`,
  `<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c/></x:row><x:row r="5"/></x:sheetData></x:worksheet>`,
  `<worksheet><sheetData/><sheetProtection/></worksheet>`,
];

test("a sheet's rows are found wherever the pieces it comes in are cut", async () => {
  for (const part of parts) {
    const bytes = bytesOf(part);
    const whole = seen(await layoutOf(cutAt(bytes, [])));
    expect(whole.before + whole.data + whole.behind).toBe(part);
    for (let at = 0; at <= bytes.length; at++)
      expect(seen(await layoutOf(cutAt(bytes, [at])))).toEqual(whole);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(bytes.length)), async (places) => {
        expect(seen(await layoutOf(cutAt(bytes, places)))).toEqual(whole);
      }),
      { numRuns: 50 },
    );
  }
  expect(seen(await layoutOf(cutAt(bytesOf(parts[0] ?? ""), []))).rows).toEqual([
    '1 <row r="2"><c r="A2" t="inlineStr"><is><t>示例 <![CDATA[</row>]]></t></is></c></row>',
    "2 <row/>",
    `6 <row r='7' ht="3>2"><c><v>1</v></c></row >`,
  ]);
});

test("a sheet that breaks off is told, wherever it does", async () => {
  const part = parts[0] ?? "";
  for (let to = 0; to < part.indexOf("</sheetData>") + "</sheetData>".length; to++)
    await expect(layoutOf(cutAt(bytesOf(part.slice(0, to)), []))).rejects.toMatchObject({
      code: "malformed",
    });
});

test("packed bytes come back as they were, over blocks and within one", () => {
  fc.assert(
    fc.property(
      fc.array(fc.uint8Array({ minLength: 1 }), { minLength: 1 }),
      fc.nat(),
      fc.nat(),
      (blocks, a, b) => {
        const bytes = packedBytes();
        for (const block of blocks) bytes.add(block);
        const whole = joinBytes(blocks);
        const [from, to] = [a % (whole.length + 1), b % (whole.length + 1)].sort((one, other) => one - other);
        expect(joinBytes([...bytes.pieces(from ?? 0, to ?? 0)])).toEqual(whole.slice(from, to));
        let at = 0;
        for (const block of blocks) {
          expect(new Uint8Array(bytes.within(at, at + block.length))).toEqual(block);
          at += block.length;
        }
      },
    ),
  );
});

/** Some megabytes, with rows longer than a piece of what is unpacked. */
const rowOf = (row: number): string =>
  `<row r="${row}"><c r="A${row}"><v>${row}</v></c><c r="B${row}" t="inlineStr"><is><t>${
    row % 10_000 === 3 ? "长".repeat(300_000) : `第 ${row} 行`
  }</t></is></c></row>`;
const numbers = Array.from({ length: 60_000 }, (_, at) => at + 1);

test("cells set all over a long sheet: every other byte of it stays", async () => {
  const before = await smallBook({ sheet: numbers.map(rowOf).join("") });
  const set = [60_000, 1, 30_000, 30_001, 20_003];
  const after = await editBook(before, [
    { kind: "set", sheet: "表", cells: set.map((row) => ({ at: `A${row}`, content: "改" })) },
    { kind: "set", sheet: "表", cells: [{ at: "C60002", content: true }] },
  ]);
  const part = "xl/worksheets/sheet1.xml";
  const [old = "", now = ""] = [(await partsOf(before)).get(part), (await partsOf(after)).get(part)];
  const wanted = set
    .reduce(
      (text, row) =>
        text.replace(
          `<c r="A${row}"><v>${row}</v></c>`,
          `<c r="A${row}" t="inlineStr"><is><t xml:space="preserve">改</t></is></c>`,
        ),
      old,
    )
    .replace("</sheetData>", '<row r="60002"><c r="C60002" t="b"><v>1</v></c></row></sheetData>');
  // Not `toBe`: what differs would be megabytes.
  expect(now.length).toBe(wanted.length);
  expect(now === wanted).toBe(true);
});
