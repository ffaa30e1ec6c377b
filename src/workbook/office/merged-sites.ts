/** Sites of a former 汇总 in the open workbook, as its 文件清单 names them. */
import { filesTable, standsInResult } from "../plan/hq-lists";
import { inExcel } from "./excel-run";

const doing = "查看原来的汇总";

const texts = (range: Excel.Range): readonly string[] =>
  range.values.flat().map((cell: unknown) => (typeof cell === "string" ? cell.trim() : ""));

/** Each once, in the list's order; none where the workbook holds no 汇总, or its list was altered beyond reading. */
export const mergedSites = (): Promise<readonly string[]> =>
  inExcel(doing, async (context) => {
    const table = context.workbook.tables.getItemOrNullObject(filesTable.name);
    const [site, result] = [filesTable.site, filesTable.result].map((name) =>
      table.columns.getItemOrNullObject(name),
    );
    if (site === undefined || result === undefined) return [];
    table.load("name");
    site.load("name");
    result.load("name");
    await context.sync();
    if (table.isNullObject || site.isNullObject || result.isNullObject) return [];
    const [sites, results] = [site.getDataBodyRange(), result.getDataBodyRange()];
    sites.load("values");
    results.load("values");
    await context.sync();
    const said = texts(results);
    return [...new Set(texts(sites).filter((name, at) => name !== "" && standsInResult.has(said[at] ?? "")))];
  });
