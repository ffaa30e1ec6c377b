import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { regionLetters } from "../../../src/domain/rules/letters";
import { draw } from "../draw";

/** Places whose reading a general dictionary gets wrong, and a few everybody knows (R1). */
test.each(
  draw(`
  | place        | letters |
  | 洛阳         | LY      |
  | 洛阳市       | LY      |
  | 重庆         | CQ      |
  | 重庆市渝中区 | CQ      |
  | 厦门         | XM      |
  | 长沙         | CS      |
  | 长春         | CC      |
  | 长乐         | CL      |
  | 六安         | LA      |
  | 台州         | TZ      |
  | 丽水         | LS      |
  | 蚌埠         | BB      |
  | 亳州         | BZ      |
  | 莘县         | SX      |
  | 铅山         | YS      |
  | 东莞         | DG      |
  | 番禺         | PY      |
  | 会稽         | KJ      |
  | 乐清         | YQ      |
  | 乐清市       | YQ      |
  | 乐山         | LS      |
  | 单县         | SX      |
  | 浚县         | XX      |
  | 涡阳         | GY      |
  | 洪洞         | HT      |
  | 蔚县         | YX      |
  | 大埔         | DB      |
  | 大埔县 广东  | DB      |
  | 广东省大埔县 | GD      |
  | 大埔乡       | DP      |
  | 外埔         | WP      |
  | 埔里         | PL      |
  | 新埔         | XP      |
  | 埔心         | PX      |
  | 尉犁         | YL      |
  | 尉氏         | WS      |
  | 繁峙         | FS      |
  | 调兵山       | DB      |
  | 大箐山       | DQ      |
  | 闵行         | MH      |
  | 上海市闵行区 | SH      |
  | 歙县         | SX      |
  | 召陵         | SL      |
  | 泌阳         | BY      |
  | 黄陂         | HP      |
  | 曾都         | ZD      |
  | 筠连         | JL      |
  | 民乐         | ML      |
  | 宕昌         | TC      |
  | 甪直         | LZ      |
  | 洛陽         | LY      |
  | 重慶         | CQ      |
  | 廈門         | XM      |
  | 長沙         | CS      |
  | 樂清市       | YQ      |
  | 單縣         | SX      |
  | 濰坊         | WF      |
  | 　洛　阳　   | LY      |
  | 洛阳（河南） | LY      |
  | 洛           |         |
  | LY           |         |
  | 123          |         |
  | /            |         |
  |              |         |
`),
)("$place is $letters", ({ place = "", letters }) => {
  expect(regionLetters(place) ?? "").toBe(letters);
});

const gazetteer = join(__dirname, "../../../../shared/data/places.csv");

const shared = existsSync(gazetteer) ? describe : describe.skip;

shared("every place of the gazetteer ../shared/data/places.csv (left out where it is not there)", () => {
  const rows = existsSync(gazetteer)
    ? readFileSync(gazetteer, "utf8")
        .replace(/^\uFEFF/u, "")
        .trim()
        .split(/\r?\n/u)
        .slice(1)
        .map((line) => line.split(",").map((cell) => cell.replaceAll('"', "")))
        .map(([id = "", , , name = "", , pinyin = "", , full = ""]) => ({ id, name, pinyin, full }))
    : [];
  // The gazetteer gives Taiwan's 埔 as bu; it is read pu.
  const right = rows.filter(({ id, name }) => !(id.startsWith("71") && name.includes("埔")));

  test("is there in full", () => {
    expect(rows.length).toBeGreaterThan(3_600);
    expect(rows.length - right.length).toBe(10);
  });

  test("has its letters, by its short and its full name", () => {
    const wrong = right.flatMap(({ id, name, pinyin, full }) => {
      const expected = pinyin
        .split(" ")
        .slice(0, 2)
        .map((syllable) => syllable[0])
        .join("")
        .toUpperCase();
      return [name, ...(full.startsWith(name) ? [full] : [])]
        .filter((place) => regionLetters(place) !== expected)
        .map((place) => `${id} ${place} ${pinyin}: ${regionLetters(place) ?? "nothing"}`);
    });
    expect(wrong).toEqual([]);
  });
});
