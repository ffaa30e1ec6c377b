/** 设置 in Excel: what is filled and not understood is told by one check, and its fixes are written so that it is. */
import { serialOfDay } from "../../../src/domain/kit/calendar-day";
import { checkWants, checkWorkbook } from "../../../src/domain/register/check/check-workbook";
import { applyFixes } from "../../../src/domain/register/check/fixes";
import { openWorkbook } from "../../../src/workbook/office/open-workbook";
import { siteBook, today } from "./damaged";
import { modelOf, sitDown } from "./desk";

test("a policy as a number, days with their unit, a day as text: told, fixed, understood", async () => {
  const model = await modelOf(siteBook());
  sitDown(model);
  const put = (row: number, cell: string | number) =>
    model.userEdits({ sheet: "设置", top: row - 1, left: 1, cells: [[cell]] }, { from: "pasted" });
  await put(9, 3);
  await put(10, "3天");
  await put(18, "10天");
  await put(23, "2026.11.1");
  const workbook = openWorkbook();
  const told = async () => {
    const found = checkWorkbook(await workbook.read(checkWants, "校验"), today);
    return found.filter(({ form }) => form === "settingLines");
  };
  const found = await told();
  expect(found.map(({ code, row }) => [code, row])).toEqual([
    ["policyIsNumber", 9],
    ["settingNotRead", 10],
    ["settingNotRead", 18],
    ["settingDayIsText", 23],
  ]);
  await workbook.write(applyFixes(found), {}, "修正");
  expect(await told()).toEqual([]);
  const { site } = await workbook.read({}, "读取");
  const { depositDays, signWithin, openingOn } = site.policies;
  expect([site.policy, depositDays, signWithin, openingOn]).toEqual(["003", 3, 10, "2026-11-01"]);
  expect(model.cells("设置", { top: 8, bottom: 22, left: 1, right: 1 }).flat()).toEqual(
    expect.arrayContaining(["003", 10, serialOfDay("2026-11-01" as typeof today)]),
  );
});
