/** 校验 of a workbook one of whose tables is gone: what stood there is not missing, it cannot be read (R14). */
import { formOf, registerKeys } from "../../src/domain/forms/index";
import { checkWorkbook } from "../../src/domain/register/check/check-workbook";
import type { Problem } from "../../src/domain/register/problem";
import type { SiteBook } from "../../src/domain/register/site";
import { say } from "../../src/domain/register/wording";
import { readSiteFile } from "../../src/workbook/xlsx/site-file";
import { writeBook } from "../../src/xlsx/write";
import { sampleBook, today } from "./planned-site";

let whole: SiteBook;
beforeAll(async () => {
  whole = await readSiteFile(await writeBook(sampleBook()));
});

const without = (...keys: readonly (typeof registerKeys)[number][]): SiteBook => ({
  ...whole,
  registers: Object.fromEntries(
    Object.entries(whole.registers).filter(([key]) => !(keys as readonly string[]).includes(key)),
  ),
  absent: keys,
});

const told = ({ code, form, row, key }: Problem): string => [code, form, row, key].join(" ");
const aboutTheLoss: ReadonlySet<string> = new Set(["tableMissing", "tableNotRead"]);

test.each(registerKeys)("without %s nothing is found that is not found with it", (key) => {
  const known = new Set(checkWorkbook(whole, today).map(told));
  const found = checkWorkbook(without(key), today).filter(({ code }) => !aboutTheLoss.has(code));
  expect(found.map(told).filter((each) => !known.has(each))).toEqual([]);
});

test("one line says what could not be looked at, and when it can", () => {
  const lines = checkWorkbook(without("followUps", "deals"), today).filter(
    ({ code }) => code === "tableNotRead",
  );
  expect(lines).toHaveLength(1);
  const [line] = lines.map((each) => say(each, "zh"));
  for (const key of ["followUps", "deals"] as const) expect(line?.says).toContain(formOf(key).title);
  expect(line?.remedy).toContain("修复后再查");
  expect(checkWorkbook(whole, today).some(({ code }) => code === "tableNotRead")).toBe(false);
});
