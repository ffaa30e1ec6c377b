/** A table pulled down to the sheet's last row is no longer than what it says. */
import { inspectSiteFile } from "../../src/workbook/xlsx/inspect-file";
import { readSiteFile } from "../../src/workbook/xlsx/site-file";
import { siteBytes } from "../cli/site-files";
import { partsOf, zipOf } from "../xlsx/rezip";

/** The tables of these names down to row 1,048,576. */
const pulledDown = async (bytes: Uint8Array, names: RegExp): Promise<Uint8Array> => {
  const parts = await partsOf(bytes);
  for (const [name, xml] of parts)
    if (name.startsWith("xl/tables/") && names.test(/\sname="([^"]*)"/u.exec(xml)?.[1] ?? ""))
      parts.set(name, xml.replace(/\sref="([A-Z]+\d+:[A-Z]+)\d+"/u, ' ref="$11048576"'));
  return zipOf(parts);
};

test("registers down to row 1,048,576: the same records, and some blank rows", async () => {
  const bytes = await siteBytes({
    place: "洛阳",
    project: "花园",
    saved: "2026-11-22T08:30:00Z",
    clients: Array.from({ length: 5000 }, (_, n) => ({ number: n + 1, phone: n, age: "30" })),
  });
  const [plain, long] = [
    await readSiteFile(bytes),
    await readSiteFile(await pulledDown(bytes, /^(?:Visitors|FollowUps)$/u)),
  ];
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

test("设置 and the hidden sheet down to row 1,048,576: the lines are looked at as far as anybody writes them", async () => {
  const bytes = await siteBytes({
    place: "洛阳",
    project: "花园",
    saved: "2026-11-22T08:30:00Z",
    clients: [],
  });
  const [{ inspected: plain }, { inspected: long }] = [
    await inspectSiteFile(bytes),
    await inspectSiteFile(await pulledDown(bytes, /^(?!Visitors)/u)),
  ];
  expect(plain.lines?.length).toBeGreaterThan(5);
  expect(long.tables.get("settingLines")?.count).toBeGreaterThan(1_000_000);
  expect(long.lines?.length).toBeLessThan(300);
  expect(long.lineRules).toHaveLength(long.lines?.length ?? -1);
  expect(long.lines?.slice(0, plain.lines?.length)).toEqual(plain.lines);
  expect(long.lineRules?.slice(0, plain.lines?.length)).toEqual(plain.lineRules);
  expect(long.version).toBe(plain.version);
});
