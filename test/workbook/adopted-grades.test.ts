/** 收编 of an old 客户等级分配跟踪表 through both writers: the same rows, and taken back the workbook is as it was. */
import { addDays, type CalendarDay } from "../../src/domain/kit/calendar-day";
import { adopt, adoptWantsOf } from "../../src/domain/register/adoption/adopt";
import { gradeRows } from "../../src/domain/register/grade-rows";
import { matchOldHeaders } from "../../src/domain/register/old-sheet/like-headers";
import type { ColumnUse, OldRegister } from "../../src/domain/register/old-sheet/old-cells";
import { textAt } from "../../src/domain/register/raw-cell";
import type { RawCell } from "../../src/domain/register/register";
import type { SiteBook } from "../../src/domain/register/site";
import { openWorkbook } from "../../src/workbook/office/open-workbook";
import { startHistory } from "../../src/workbook/office/undo";
import { changeSiteFile } from "../../src/workbook/xlsx/change-site-file";
import { readSiteFile } from "../../src/workbook/xlsx/site-file";
import { writeBook } from "../../src/xlsx/write";
import { modelOf, sitDown } from "./office/desk";
import { sampleBook, today } from "./planned-site";

const headers = ["客户编号", "客户姓名", "置业顾问", "D", "C", "√", "原置业顾问", "备注情况", "批示"];

/** For clients of the sample: a D before all, a day of C that is another, words. */
const ladderOf = (book: SiteBook): OldRegister => {
  const open = gradeRows(book, today).filter(
    ({ reached }) => reached.C !== undefined && reached.D === undefined,
  );
  const rows = open
    .slice(0, 3)
    .map(({ clientId, reached }): RawCell[] => [
      clientId,
      null,
      "王芳",
      addDays(reached.C as CalendarDay, -3),
      addDays(reached.C as CalendarDay, 1),
      null,
      "旧顾问",
      "=1+1 老客户",
      "阅",
    ]);
  return {
    form: "grades",
    headers,
    rows: rows.map((cells, at) => ({ row: at + 2, cells, original: cells })),
    setAside: [],
    mapping: matchOldHeaders("grades", headers).map(({ key, header }): ColumnUse =>
      key === undefined ? { use: "own", caption: header } : { use: "blank", key },
    ),
  };
};

const seen = (book: SiteBook): readonly unknown[] =>
  gradeRows(book, today).map(({ register, index, reached, clientId }) => [
    clientId,
    reached,
    ...["consultant", "formerConsultant", "remarks", "own:批示"].map((key) => textAt(register, key, index)),
  ]);

test.each(["1.9", "1.13"])("grades that a workbook has go on, ExcelApi %s", async (version) => {
  const bytes = await writeBook(sampleBook());
  const book = await readSiteFile(bytes);
  const old = ladderOf(book);
  const adoption = adopt(book, old, { today });
  expect(adoption.fates.map(({ kind }) => kind)).toEqual(["joined", "joined", "joined"]);
  const filed = await readSiteFile(await changeSiteFile(bytes, adoption.changes, "收编"));

  const model = await modelOf(sampleBook());
  sitDown(model, { requirementSets: { ExcelApi: version } });
  const before = model.toBook();
  const history = startHistory();
  const port = openWorkbook({ onWritten: history.note });
  const basis = await port.read(adoptWantsOf(old), "收编");
  const decided = adopt(basis, old, { today });
  expect(decided.fates).toEqual(adoption.fates);
  await history.asOne("收编", () => port.write(decided.changes, {}, "收编", { basis }), true);
  const live = await readSiteFile(await writeBook(model.toBook()));
  expect(seen(live)).toEqual(seen(filed));

  const firstDays = new Map(gradeRows(book, today).map(({ clientId, reached }) => [clientId, reached]));
  for (const { cells } of old.rows) {
    const row = gradeRows(live, today).find(({ clientId }) => clientId === cells[0]);
    expect(row?.reached).toEqual({ ...firstDays.get(row?.clientId ?? ("" as never)), D: cells[3] });
    const said = row && textAt(row.register, "remarks", row.index);
    expect(said).toContain("=1+1 老客户");
    expect(said).toContain(`原表“C”：${String(cells[4])}`);
  }
  expect(adopt(live, old, { today }).changes).toEqual([]);

  expect((await history.undo({}, "收编"))?.left).toEqual([]);
  const after = model.toBook();
  for (const [at, sheet] of before.sheets.entries())
    expect([sheet.name, after.sheets[at]?.blocks]).toEqual([sheet.name, sheet.blocks]);
});
