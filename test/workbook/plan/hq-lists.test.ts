/** Lists of head office's workbook that are longer than a sheet say so. */
import { crossSite, type SitePhone } from "../../../src/domain/head-office/cross-site";
import {
  acrossList,
  doubledList,
  fileList,
  type FilledList,
  unreadList,
} from "../../../src/workbook/plan/hq-lists";
import { mostHqRows } from "../../../src/workbook/plan/hq-registers";

const phones = ["甲", "乙", "丙"].map((site, at): SitePhone => ({
  site,
  file: `${site}.xlsx`,
  sheet: "来访登记",
  phone: "+8613800000000",
  shown: "138 0000 0000",
  form: "visitors",
  row: 5 + at,
  client: "LY-ZS001",
  name: "张三",
  consultant: "李娜",
  day: undefined,
}));

const lists: readonly (readonly [string, (most?: number) => FilledList])[] = [
  [
    "跨案场客户",
    (most) =>
      acrossList(
        crossSite(() => phones),
        "",
        most,
      ),
  ],
  [
    "编号重复",
    (most) =>
      doubledList(
        phones.map((each) => ({ ...each, form: "visitors" as const })),
        most,
      ),
  ],
  [
    "文件清单",
    (most) =>
      fileList(
        phones.map(({ file }) => ({ file, fate: { kind: "refused", reason: "读不了" } })),
        1,
        most,
      ),
  ],
];

test.each(lists)("%s: what a sheet cannot hold is cut, and told", (sheet, made) => {
  const [whole, some] = [made(), made(2)];
  expect([whole.list.sheet, whole.list.count, whole.rows.length]).toEqual([sheet, 3, 3]);
  expect(whole.list.note).not.toContain("放不下");
  expect([some.list.count, some.rows]).toEqual([2, whole.rows.slice(0, 2)]);
  expect(some.list.note).toBe(`${whole.list.note}共 3 行，一张表放不下，这里只列前 2 行。`);
});

test("看不懂的格: as many as a sheet holds, and how many there are", () => {
  expect(unreadList(mostHqRows).note).not.toContain("放不下");
  expect(unreadList(mostHqRows).count).toBe(mostHqRows);
  const more = unreadList(mostHqRows + 1);
  expect(more.count).toBe(mostHqRows);
  expect(more.note).toContain(`共 ${mostHqRows + 1} 行，一张表放不下，这里只列前 ${mostHqRows} 行。`);
});
