/** 收编: a sheet or a table a consultant. Where no column says whose the rows are, the title does (来访登记（李娜）), or the sheet's name. */
import { plain } from "../../kit/text";
import { simplified } from "../../rules/simplified";
import { compoundSurnames } from "../../rules/surname-readings";
import type { AdoptedForm, Mapping, OldTable } from "./old-cells";
import { isEmptyCell } from "../read-answer";
import type { Consultant } from "../site";

export interface NamedTable {
  readonly table: Pick<OldTable, "sheet" | "rows" | "titles">;
  readonly mapping: Mapping;
}

/** Whose a table's rows are, and what says so. */
export interface NamedConsultant {
  readonly name: string;
  readonly by: "title" | "sheet";
  readonly text: string;
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

/** The one of the roster whom the name names, in either script. */
const onRosterIn = (sheet: string, roster: readonly Consultant[]): string | undefined => {
  const said = simplified(sheet);
  const parts = partsOf(said);
  const exact = roster.filter(({ name }) => parts.includes(simplified(name)));
  const found =
    exact.length > 0
      ? exact
      : roster.filter(({ name }) => name.length > 1 && said.includes(simplified(name)));
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

/** 制表人：王强 and 案场经理：王强 are no consultant of the rows; 置业顾问：李娜 is a line of its own (`withBands`). */
const labelled = /\p{Script=Han}{2,8}\s*:\s*[^\s()]*/gu;

/** What may name somebody, the nearest first. */
const textsOf = ({ titles = [], sheet }: NamedTable["table"]): readonly NamedConsultant[] => [
  ...[...titles]
    .reverse()
    .map((text) => ({ by: "title" as const, text, name: plain(text).replace(labelled, " ") })),
  { by: "sheet", text: sheet, name: sheet },
];

/** 来访登记（李娜）: of a title only what stands in brackets is like a name. */
const likeIn = ({ by, name }: NamedConsultant): readonly string[] => {
  const within =
    by === "sheet" ? name : [...name.matchAll(/\(([^()]*)\)/gu)].map(([, text]) => text).join(" ");
  return partsOf(within).filter(isConsultantLike);
};

/**
 * Of those tables that do not say whose their rows are. A name that is on no roster counts only where all tables of the
 * file have one in their titles, or all sheets are called by one, and there are several.
 */
export const consultantsNamed = <Table extends NamedTable["table"]>(
  tables: readonly (NamedTable & { readonly table: Table })[],
  roster: readonly Consultant[],
): ReadonlyMap<Table, NamedConsultant> => {
  const known = (text: NamedConsultant): readonly NamedConsultant[] => {
    const name = onRosterIn(text.name, roster);
    return name === undefined ? [] : [{ ...text, name }];
  };
  const like = (text: NamedConsultant): readonly NamedConsultant[] => {
    const [name, ...others] = likeIn(text);
    return name === undefined || others.length > 0 ? [] : [{ ...text, name }];
  };
  const named = (table: Table, by: NamedConsultant["by"], is: typeof known): NamedConsultant | undefined =>
    textsOf(table)
      .filter((text) => text.by === by)
      .flatMap(is)[0];
  /** All of them are called so, and not all alike. */
  const areAll = (by: NamedConsultant["by"]): boolean => {
    const all = tables.map(({ table }) => named(table, by, known) ?? named(table, by, like));
    return new Set(all.map((each) => each?.text)).size > 1 && all.every((each) => each !== undefined);
  };
  const likely = (["title", "sheet"] as const).filter(areAll);
  const found = new Map<Table, NamedConsultant>();
  for (const each of tables) {
    if (saysWhose(each)) continue;
    const { table } = each;
    const said =
      named(table, "title", known) ??
      named(table, "sheet", known) ??
      likely.map((by) => named(table, by, like)).find((one) => one !== undefined);
    if (said !== undefined) found.set(table, said);
  }
  return found;
};
