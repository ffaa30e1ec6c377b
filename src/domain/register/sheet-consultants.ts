/** 收编: a sheet a consultant. Where no column says whose the rows are, the sheet's name does. */
import { plain } from "../kit/text";
import { compoundSurnames } from "../rules/surname-readings";
import type { AdoptedForm, Mapping, OldTable } from "./old-cells";
import { isEmptyCell } from "./read-answer";
import type { Consultant } from "./site";

export interface NamedTable {
  readonly table: Pick<OldTable, "sheet" | "rows">;
  readonly mapping: Mapping;
}

/** The hundred most common; together nine in ten people have one. */
const surnames: ReadonlySet<string> = new Set(
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤",
);

/** Sheets that begin with a surname and are nobody: 周一, 高层, 周报, 万科, 任务. */
const nobody =
  /^周[一二三四五六日天末报]|[层区期栋楼盘城店组部表单册簿录度号月季年报务案排]$|登记|来访|来电|客户|汇总|统计/u;

/** 王芳, 欧阳娜: two to four characters that begin with a common surname, and no word of the sales floor. */
export const isConsultantLike = (part: string): boolean =>
  /^\p{Script=Han}{2,4}$/u.test(part) &&
  !nobody.test(part) &&
  (compoundSurnames.has(part.slice(0, 2))
    ? part.length > 2
    : part.length < 4 && surnames.has(part.charAt(0)));

/** "已离职-周婷", "李娜（来访）". */
const partsOf = (sheet: string): readonly string[] =>
  plain(sheet)
    .split(/[\s\-–—_·・()[\]【】、,.:|/]+|已离职|离职|在职/u)
    .filter((part) => part !== "");

/** The one of the roster whom the name names. */
const onRosterIn = (sheet: string, roster: readonly Consultant[]): string | undefined => {
  const parts = partsOf(sheet);
  const exact = roster.filter(({ name }) => parts.includes(name));
  const found =
    exact.length > 0 ? exact : roster.filter(({ name }) => name.length > 1 && sheet.includes(name));
  return found.length === 1 ? found[0]?.name : undefined;
};

/** 等级跟踪 and 销控表 are the manager's: their sheets are called after nobody. */
export const isOfConsultants = (form: AdoptedForm): boolean => form !== "grades" && form !== "units";

/** A column that is not all blank. */
export const saysWhose = ({ table, mapping }: NamedTable): boolean =>
  mapping.some(
    (use, column) =>
      use.use === "blank" &&
      use.key === "consultant" &&
      table.rows.some(({ cells }) => !isEmptyCell(cells[column])),
  );

/**
 * By sheet, of those whose tables do not say whose their rows are. A name that is on no roster counts only where all
 * sheets of the file are called by names, and there are several.
 */
export const consultantsBySheet = (
  tables: readonly NamedTable[],
  roster: readonly Consultant[],
): ReadonlyMap<string, string> => {
  const sheets = [...new Set(tables.map(({ table }) => table.sheet))];
  const known = new Map(sheets.map((sheet) => [sheet, onRosterIn(sheet, roster)]));
  const like = new Map(sheets.map((sheet) => [sheet, partsOf(sheet).filter(isConsultantLike)]));
  const areNames =
    sheets.length > 1 &&
    sheets.every((sheet) => known.get(sheet) !== undefined || like.get(sheet)?.length === 1);
  const found = new Map<string, string>();
  for (const each of tables) {
    const { sheet } = each.table;
    if (saysWhose(each)) continue;
    const name = known.get(sheet) ?? (areNames ? like.get(sheet)?.[0] : undefined);
    if (name !== undefined) found.set(sheet, name);
  }
  return found;
};
