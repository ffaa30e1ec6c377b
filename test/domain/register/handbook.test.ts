/** 填表说明: every form has its page, with its rules and pictures; what the repository keeps is what the forms say. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { registerKeys, registers } from "../../../src/domain/forms/index";
import { handbook, handbookPage, houseRules, picturesOf } from "../../../src/domain/register/handbook";
import { printKeys } from "../../../src/workbook/plan/print-book";

const folder = path.join(__dirname, "../../../handbook");

test.each(registerKeys)("%s: what to fill, how, by which rules", (key) => {
  const page = handbookPage(key, true);
  for (const { caption, hint } of Object.values(registers[key].fields)) {
    expect(page).toContain(caption);
    expect(page).toContain(hint);
  }
  expect(page).toContain("## 规矩");
  const cited = [...page.matchAll(/\*\*(R\d+)\*\*/gu)].map(([, rule]) => rule ?? "");
  expect(cited.length).toBeGreaterThan(0);
  for (const rule of cited) expect(Object.keys(houseRules)).toContain(rule);
});

test("every rule for those who fill forms stands on some page", () => {
  const all = registerKeys.map((key) => handbookPage(key, false)).join("\n");
  expect(Object.keys(houseRules).filter((rule) => !all.includes(`**${rule}**`))).toEqual([]);
});

test("every print has its picture on the page of its form", () => {
  expect(registerKeys.flatMap(picturesOf).toSorted()).toEqual(printKeys.toSorted());
});

test("the pictures are there, and small", () => {
  for (const picture of printKeys) {
    const file = path.join(folder, `${picture}.png`);
    expect([picture, existsSync(file)]).toEqual([picture, true]);
    expect(statSync(file).size).toBeLessThanOrEqual(60 * 1024);
    expect(statSync(file).size).toBeGreaterThan(5000);
  }
});

test("the kept pages are what `npx anchang describe --all --out handbook` writes today", () => {
  const stale = handbook()
    .filter(
      ({ file, text }) =>
        !existsSync(path.join(folder, file)) || readFileSync(path.join(folder, file), "utf8") !== text,
    )
    .map(({ file }) => file);
  expect(stale).toEqual([]);
  const pages = new Set(handbook().map(({ file }) => file));
  expect(readdirSync(folder).filter((file) => file.endsWith(".md") && !pages.has(file))).toEqual([]);
});
