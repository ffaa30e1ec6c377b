import fc from "fast-check";
import { folderOf } from "../../src/dataset/folder-name";
import { draw } from "../domain/draw";

/** Names that mean something to a file system, or that one takes for another. */
const hostile = [
  "..",
  ".",
  "/",
  "\\",
  "/etc/passwd",
  "C:\\Windows",
  "CON",
  "nul",
  "a=b",
  "site_id=洛阳",
  "50%",
  "%2F",
  " ",
  "名.",
  "名 ",
  'a:b|c?d*e<f>"g"',
  "a\0b",
  "a\nb",
  "🏠洛阳👨‍👩‍👧",
  "é",
  "e\u0301",
  "Ａ座",
  "A座",
  "a座",
  "ﬁ",
  "한글",
  "\u1112\u1161\u11ab",
  "\u2f00",
  "一",
  "\uf900",
  "\u8c48",
  "~",
  "'; DROP TABLE visits; --",
  "洛阳-新天地",
] as const;

const nasty = fc.oneof(
  fc.constantFrom(...hostile),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.string({ unit: fc.constantFrom("洛", "阳", "/", ".", "%", "A", "\\", "=", "🏠"), maxLength: 60 }),
);

/** As file systems that make no difference between cases and spellings see it. */
const folded = (folder: string): string => folder.normalize("NFKC").toLowerCase();

describe("a site's name as a folder", () => {
  test("reads as people write it", () => {
    const drawn = draw(`
      | site          | folder                    |
      | 洛阳-新天地   | site_id=洛阳-新天地       |
      | 厦门-A座      | site_id=厦门-%41座        |
      | ..            | site_id=%2E%2E            |
      | a/b           | site_id=a%2Fb             |
      | 50%           | site_id=50%25             |
      | CON           | site_id=%43%4F%4E         |
    `);
    expect(drawn.map(({ site = "" }) => ({ site, folder: folderOf(site) }))).toEqual(drawn);
  });

  test("law: one plain name within a folder, and the name comes back", () => {
    fc.assert(
      fc.property(nasty, (site) => {
        const folder = folderOf(site);
        expect(folder).toMatch(/^site_id=[\p{Script=Han}0-9a-zA-F%~_-]*$/u);
        expect(Buffer.byteLength(folder)).toBeLessThan(200);
        if (!folder.includes("~")) expect(decodeURIComponent(folder.slice("site_id=".length))).toBe(site);
      }),
      { numRuns: 500, examples: hostile.map((each) => [each] as [string]) },
    );
  });

  test("law: two sites never share a folder, even where cases and spellings are one", () => {
    fc.assert(
      fc.property(nasty, nasty, (one, other) => {
        fc.pre(one !== other);
        expect(folded(folderOf(one))).not.toBe(folded(folderOf(other)));
      }),
      { numRuns: 500 },
    );
    const all = hostile.map((each) => folded(folderOf(each)));
    expect(new Set(all).size).toBe(hostile.length);
  });

  test("a name too long for a folder is cut, and still its own", () => {
    const long = "很长的项目名称".repeat(60);
    const folder = folderOf(long);
    expect(Buffer.byteLength(folder)).toBeLessThan(200);
    expect(folder).not.toBe(folderOf(`${long}二期`));
    expect(folder).toContain("~");
  });
});
