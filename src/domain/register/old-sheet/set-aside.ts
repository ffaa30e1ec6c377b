/** Rows of an old table that are no records: subtotals and notes. A row with a phone is always one. */
import { plain } from "../../kit/text";
import type { SetAside } from "./old-cells";
import type { RawCell } from "../register";
import { isWeekLine } from "./week-lines";

/** What is known of a row, its merged cells once. */
export interface RowLook {
  /** Filled cells in order, by column of the table. */
  readonly cells: readonly { readonly column: number; readonly cell: RawCell; readonly width: number }[];
  readonly width: number;
  /** Columns by what they hold. */
  readonly phones: ReadonlySet<number>;
  readonly names: ReadonlySet<number>;
  readonly prose: ReadonlySet<number>;
  /** Titles above the table: printed again on each page. */
  readonly titles: ReadonlySet<string>;
}

const subtotal =
  /^[(（]?(?:.{0,10}(?:[年月周日号页组]|全部|本期|上午|下午))?\s*(?:合\s*计|小\s*计|总\s*计|共\s*计|累\s*计|汇\s*总|总\s*数|平\s*均[值数]?)(?:[\s:：)）(（\d]|$)/u;
/** 李娜小计, 1#小计: whose or of what, in few words. */
const subtotalOf = /^(?:\p{Script=Han}{2,4}|\d{1,3}#)\s*(?:小\s*计|合\s*计)(?:[\s:：)）(（\d]|$)/u;
const count =
  /^(?:以上|本[页月周日]|全[年月])?(?:一|合)?共(?:有|计|接待|来访|来电)?[:：]?\s*[\d一二三四五六七八九十百]+\s*[组批户人条位个名套次单]/u;

const note =
  /^[(（【★※*]*\s*(?:备\s*注|附\s*注|注|注\s*意|说\s*明|填\s*表|填\s*写|制\s*表|制\s*单|审\s*核|审\s*批|复\s*核|统计|记\s*录\s*人|登\s*记\s*人|负\s*责\s*人|经\s*办|案场经理|销售经理|项目经理|主\s*管|签\s*[字名章]|打\s*印|日\s*期|以上|以下空白|以下无正文)\s*(?:[:：;；,，.、\d)）】]|[说人者员须要日时期签空为内请客事本].*)|^第\s*\d+\s*页|^共\s*\d+\s*页|^以下空白|^以下无|^(?:此表|本表|请各)/u;
const point = /^[(（]?(?:\d{1,2}|[一二三四五六七八九十])[)）、.．]\s*\D/u;
const month =
  /^(?:\d{4}\s*年(?:度)?)?\s*(?:\d{1,2}|[一二三四五六七八九十]+)\s*月份?(?:来访|来电|登记|客户)*$|^\d{4}\s*年(?:度)?$/u;
const label = /^.{1,10}[:：]/u;

const digitsOf = (cell: RawCell): number => String(cell ?? "").replace(/\D/gu, "").length;

/** Prose longer than names and choices are. */
const longText = 20;

/** Nothing where a row is a record, or may be one. */
export const asideOfRow = (look: RowLook): SetAside["why"] | undefined => {
  const { cells, width, phones, names, prose, titles } = look;
  const [first] = cells;
  if (first === undefined) return undefined;
  if (cells.some(({ column, cell }) => phones.has(column) && digitsOf(cell) >= 7)) return undefined;
  const texts = cells.map(({ cell }) => plain(String(cell)));
  const [beginning = ""] = texts;
  const isWord = (text: string): boolean => subtotal.test(text) || subtotalOf.test(text) || count.test(text);
  const strange = cells.filter(({ column }) => names.has(column)).map(({ cell }) => plain(String(cell)));
  const wordAt = texts
    .slice(0, 3)
    .findIndex((text, at) => isWord(text) && !prose.has(cells[at]?.column ?? -1));
  if (
    wordAt >= 0 &&
    strange.every((text) => isWord(text) || /^[\d.]+\s*[组批户人条位个名套次单]?$/u.test(text))
  )
    return "subtotal";
  const isLabelled = strange.every(
    (text, at) => label.test(text) || (at === 0 && text === beginning) || note.test(text),
  );
  if (
    note.test(beginning) &&
    isLabelled &&
    (cells.length <= 2 || texts.every((text) => label.test(text) || note.test(text) || text.length <= 12))
  )
    return "note";
  if (cells.length > 1) return undefined;
  if (first.width * 2 >= width && first.width > 1) return isWord(beginning) ? "subtotal" : "note";
  if (titles.has(beginning) || month.test(beginning)) return "note";
  if (prose.has(first.column)) return undefined;
  if (isWeekLine(beginning)) return "note";
  return (width >= 3 && beginning.length > longText) || (point.test(beginning) && beginning.length > 8)
    ? "note"
    : undefined;
};
