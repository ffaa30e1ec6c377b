/** 成交报告's 原置业顾问, run by LibreOffice, names who has no share in the deal of that day, as the domain does (R10). */
import type { Change } from "../../src/domain/register/change";
import { cellAt } from "../../src/domain/register/register";
import { withSheetAnswers } from "../../src/domain/register/card/sheet-answers";
import { dealFormulas } from "../../src/workbook/plan/formulas/deals";
import { fillBook } from "../../src/workbook/plan/fill-book";
import { readSiteFile } from "../../src/workbook/xlsx/site-file";
import { writeBook } from "../../src/xlsx/write";
import { draw } from "../domain/draw";
import { describeWith, hasLibreOffice, recalculate, temporaryFiles } from "../xlsx/tools";
import { freshBook, onDay, today } from "./planned-site";

const files = temporaryFiles();
afterAll(() => {
  files.remove();
});

/** 备注 of who went from 王芳 to 李强 and on to 陈晨. */
const twice = [
  "嫌贵",
  "2026-09-10 重新分配：王芳 → 李强，原因：再未来访，级别从 C 重新开始",
  "2026-10-10 重新分配：李强 → 陈晨，原因：再未来访，级别从 D 重新开始",
].join("\n");

const cases = draw(`
  | formers   | lost       | remarks | sold       | named     |
  |           |            |         | 2026-10-01 |           |
  | 王芳      | 2026-10-01 |         | 2026-10-02 | 王芳      |
  | 王芳      | 2026-10-01 |         | 2026-10-01 | 王芳      |
  | 王芳      | 2026-10-01 |         | 2026-09-30 |           |
  | 王芳      |            |         | 2026-09-30 | 王芳      |
  | 王芳      | 2026-10-01 |         |            | 王芳      |
  | 王芳、李强 | 2026-10-08 | twice   | 2026-09-09 |           |
  | 王芳、李强 | 2026-10-08 | twice   | 2026-09-10 | 王芳      |
  | 王芳、李强 | 2026-10-08 | twice   | 2026-10-07 | 王芳      |
  | 王芳、李强 | 2026-10-08 | twice   | 2026-10-08 | 王芳、李强 |
  | 王芳、李强 |            | twice   | 2026-10-09 | 王芳      |
  | 王芳      |            | gave    | 2026-08-04 |           |
  | 王芳      |            | gave    | 2026-08-05 | 王芳      |
`);

const remarks = { twice, gave: "2026-08-05 放弃：王芳" } as const;

test("Excel takes the formula: no more than 8192 signs", () => {
  expect(dealFormulas.deals.formerConsultant.length).toBeLessThanOrEqual(8192);
});

describeWith("LibreOffice", hasLibreOffice)("原置业顾问", () => {
  test("is who gave the client up by the day of the deal", async () => {
    const changes = cases.flatMap(({ formers, lost, remarks: key, sold }, at): readonly Change[] => {
      const clientId = `LY-ZS${String(at + 1).padStart(3, "0")}`;
      const told = key === "twice" || key === "gave" ? remarks[key] : undefined;
      return [
        {
          kind: "append",
          form: "grades",
          row: {
            clientId,
            consultant: "陈晨",
            ...(formers !== "" && formers !== null && { formerConsultant: formers }),
            ...(lost !== "" && lost !== null && { reachedLost: lost }),
            ...(told !== undefined && { remarks: told }),
          },
        },
        {
          kind: "append",
          form: "deals",
          row: {
            dealId: `C${clientId}`,
            ...(sold !== "" && sold !== null && { subscribedOn: sold }),
          },
        },
      ];
    });
    const path = files.write("former.xlsx", await writeBook(onDay(fillBook(freshBook(), changes), today)));
    const [bytes = new Uint8Array()] = recalculate([path], files.folder);
    const book = await readSiteFile(bytes);
    const said = (of: typeof book): readonly unknown[] =>
      cases.map((each, at) => {
        const register = of.registers.deals;
        return [each["sold"], (register && cellAt(register, "formerConsultant", at)) ?? ""];
      });
    const wanted = cases.map(({ sold, named }) => [sold, named ?? ""]);
    expect(said(book)).toEqual(wanted);
    expect(said(withSheetAnswers(book, today))).toEqual(wanted);
  });
});
