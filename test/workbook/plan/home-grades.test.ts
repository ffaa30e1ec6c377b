/** 首页 tells what A to D mean by the document the site has chosen (R4). */
import { gradeLines } from "../../../src/workbook/plan/home-lists";
import { settings } from "../../../src/workbook/plan/site-sheet";

const said = (grading: string): readonly string[] =>
  gradeLines(30, 10)
    .slice(0, 6)
    .map(([, meaning]) => {
      if (typeof meaning !== "object" || meaning === null) return String(meaning);
      const chosen = new RegExp(`${settings.grading}="${grading}","([^"]+)"`, "u").exec(meaning.formula)?.[1];
      return chosen ?? /"([^"]+)"\)*$/u.exec(meaning.formula)?.[1] ?? "";
    });

test("each document's own words, and 000's where another is written", () => {
  expect(said("000")[0]).toContain("三天内");
  expect(said("003").slice(0, 3)).toEqual(["一个月内可能成交", "一到三个月可能成交", "有意向，三个月以上"]);
  expect(said("002")[0]).toBe("六项都认同");
  expect(said("自定")).toEqual(said("000"));
  for (const grading of ["002", "003"]) expect(said(grading).slice(4)).toEqual(said("000").slice(4));
});
