/** A table pulled down to the sheet's last row is no longer than what it says. */
import { readSiteFile } from "../../src/workbook/xlsx/site-file";
import { siteBytes } from "../cli/site-files";
import { partsOf, zipOf } from "../xlsx/rezip";

test("registers down to row 1,048,576: the same records, and some blank rows", async () => {
  const bytes = await siteBytes({
    place: "洛阳",
    project: "花园",
    saved: "2026-11-22T08:30:00Z",
    clients: Array.from({ length: 5000 }, (_, n) => ({ number: n + 1, phone: n, age: "30" })),
  });
  const parts = await partsOf(bytes);
  for (const [name, xml] of parts)
    if (name.startsWith("xl/tables/") && /\sname="(?:Visitors|FollowUps)"/u.test(xml))
      parts.set(name, xml.replace(/\sref="([A-Z]+\d+:[A-Z]+)\d+"/u, ' ref="$11048576"'));
  const [plain, long] = [await readSiteFile(bytes), await readSiteFile(await zipOf(parts))];
  expect(Object.keys(long.registers)).toEqual(Object.keys(plain.registers));
  expect(plain.registers.visitors?.count).toBe(5000);
  for (const [key, register] of Object.entries(long.registers)) {
    const own = plain.registers[key as keyof typeof plain.registers];
    if (own === undefined) throw new Error(key);
    const said = (cells: readonly unknown[]): readonly unknown[] =>
      cells.slice(0, 1 + cells.findLastIndex((cell) => cell !== null));
    const isLong = key === "visitors" || key === "followUps";
    expect(register.count).toBe(own.count + (isLong ? 1000 : 0));
    for (const [field, cells] of register.columns) {
      expect(cells).toHaveLength(register.count);
      expect(said(cells)).toEqual(said(own.columns.get(field) ?? []));
    }
  }
});
