/** 开始新季度 on the workbook as the plan builds it: 设置's line and 季度进度's plan, and 撤销 of both. */
import type { CalendarDay } from "../../../src/domain/kit/calendar-day";
import { quarterOf, startQuarter, startQuarterWants } from "../../../src/domain/register/settings/quarter";
import { openWorkbook } from "../../../src/workbook/office/open-workbook";
import { enter } from "../../../src/workbook/office/register-entry";
import { startHistory } from "../../../src/workbook/office/undo";
import { planWorkbook } from "../../../src/workbook/plan/plan-workbook";
import { impatient, modelOf, sitDown } from "./desk";

const today = "2026-12-21" as CalendarDay;

const site = () =>
  modelOf(
    planWorkbook(
      {
        project: "示例花园",
        place: "洛阳",
        region: "LY",
        areaCode: "0379",
        consultants: ["王芳"],
        policy: "000",
        workbookId: "示例-1",
      },
      "2026-11-22" as CalendarDay,
    ),
  );

test("the day and the cleared plan are written in three round trips, read back, and come back with 撤销", async () => {
  const desk = sitDown(await site());
  const history = startHistory(20, impatient());
  const port = openWorkbook({ patience: impatient(), onWritten: history.note });
  const read = () => port.read(startQuarterWants, "读取季度进度");
  const empty = await read();
  const row = empty.registers.progress?.firstRow ?? 0;
  await port.write(
    [0, 1, 2].flatMap((week) => [
      { kind: "set", form: "progress", row: row + week, key: "plannedUnits", was: null, value: 2 } as const,
      {
        kind: "set",
        form: "progress",
        row: row + week,
        key: "plannedSales",
        was: null,
        value: 640_000,
      } as const,
    ]),
    {},
    "填计划",
  );
  const shown = quarterOf(await read(), today);
  expect(shown).toMatchObject({ start: "2026-09-28", last: "2026-12-20", next: today, units: 6 });
  if (shown === undefined) throw new Error("no quarter");
  desk.traffic();
  const entered = await history.asOne("开始新季度", () =>
    enter(port, {
      doing: "开始新季度",
      wants: startQuarterWants,
      decide: (book) => startQuarter(book, { shown, start: today, clears: true }, { today }),
    }),
  );
  expect(entered).toMatchObject({ ok: true, differing: [] });
  expect(desk.traffic().requests).toBeLessThanOrEqual(3);
  const begun = await read();
  expect(begun.site.policies).toMatchObject({ quarterStart: today, plannedFrom: today });
  expect(quarterOf(begun, today)).toBeUndefined();
  await history.undo();
  expect(quarterOf(await read(), today)).toEqual(shown);
});
