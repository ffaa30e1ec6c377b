/** What `anchang adopt` says of a table beyond its rows: columns nobody has named, a year nobody has said, cells nobody understood. */
import { formOf } from "../domain/forms/index";
import { hintsOf, type UnreadColumn } from "../domain/register/adoption/adoption-hints";
import { referrersTold, whyUnlinked } from "../domain/register/adoption/referrers-said";
import { rowsFilled, rowSpans } from "../domain/register/old-sheet/fill-down";
import type { OldCells, OldDrawn } from "../domain/register/old-sheet/old-cells";
import { headerAt } from "../domain/register/old-sheet/old-mapping";
import { needsUnmet } from "../domain/register/adoption/old-needs";
import { oldTargetsOf } from "../domain/register/old-sheet/old-targets";
import { say } from "../domain/register/wording";
import type { Taking } from "./adopt-words";

const captionOf = ({ form }: Taking, key: string): string =>
  oldTargetsOf(form).find((target) => target.key === key)?.caption ?? key;

/** What no column goes to, and no row is taken without. */
export const unmetText = (taking: Taking, hasConsultant: boolean): string =>
  needsUnmet(taking.form, taking.mapping)
    .filter(([key]) => key !== "consultant" || !hasConsultant)
    .map((some) => {
      const captions = some.map((key) => `“${captionOf(taking, key)}”`).join("或");
      const or = some.includes("consultant") ? "，或写 --consultant 姓名" : "";
      return `    没有一列对到${captions}，缺了它收不进；请在列的对应（--mapping 写出的文件）里指明是哪一列${or}。\n`;
    })
    .join("");

/** A sheet or a table a consultant. */
export const whoseText = ({ consultant }: Taking): string => {
  if (consultant === undefined) return "";
  const { name, by, text } = consultant;
  return `    没有一列写着置业顾问，照${by === "sheet" ? "工作表名" : "标题"}“${text}”都归“${name}”，请核对；不对请写 --consultant 姓名。\n`;
};

/** Days without a year, where nothing says which. */
export const yearText = ({ table, adoption }: Taking, year: number | undefined): string => {
  const isAsked = adoption.fates.some(
    (fate) => fate.kind === "rejected" && fate.reasons.some(({ code }) => code === "ambiguousDay"),
  );
  return isAsked && year === undefined && table.year === undefined
    ? "    日期没写年份，标题和文件名也看不准是哪一年；请写 --year 年份（最早一行的）。\n"
    : "";
};

const mostValues = 3;

/** Blank cells that stand for what is above them: whose rows these are, people have to see. */
export const filledText = ({ table, mapping }: Taking): string =>
  (table.filled ?? [])
    .filter(({ column }) => mapping[column]?.use === "blank")
    .map((filled) => {
      const { column, runs } = filled;
      const shown = runs
        .slice(0, mostValues)
        .map(
          ({ from, rows, value }) =>
            `第 ${rowSpans(rows)} 行照第 ${from} 行的“${value.replace(/\s+/gu, " ")}”`,
        );
      return `    “${headerAt(table, column)}”空着的 ${rowsFilled(filled)} 行照上面填了，请核对：${shown.join("，")}${runs.length > mostValues ? `……（共 ${runs.length} 段，用 --json 全部列出）` : ""}。\n`;
    })
    .join("");

const columnText = ({ caption, rows, values }: UnreadColumn): string => {
  if (values.length === 0) return `${caption} ${rows} 行`;
  const shown = values.slice(0, mostValues).map((value) => `“${value.replace(/\s+/gu, " ")}”`);
  return `${caption} ${rows} 行（${shown.join("、")}${values.length > mostValues ? "……" : ""}）`;
};

const notesOf = ({ form }: Taking): string => {
  if (form === "units") return "自有列“备注”";
  const notes = formOf(form).fields["notes"]?.caption;
  return notes === undefined
    ? `“${formOf("grades").sheet}的${formOf("grades").fields["remarks"]?.caption ?? ""}”`
    : `“${notes}”`;
};

/** What was not understood in rows that are taken all the same. */
export const unreadText = (taking: Taking, lines: (all: readonly string[]) => string): string => {
  const { unread, others } = hintsOf(taking.adoption.fates);
  const of = (kept: UnreadColumn["kept"]): string =>
    unread
      .filter((column) => column.kept === kept)
      .map(columnText)
      .join("，");
  const [inNotes, nowhere, uncomputed] = [of("notes"), of("nowhere"), of("uncomputed")];
  const rowsOf = (kept: UnreadColumn["kept"]): string =>
    unread
      .filter((column) => column.kept === kept)
      .map(({ caption, rows }) => `${caption} ${rows} 行`)
      .join("，");
  const [methods, split] = [rowsOf("method"), rowsOf("split")];
  const [comments, elsewhere, asTable] = [of("comments"), of("elsewhere"), of("asTable")];
  const [undealt, onSale, atC] = [of("undealt"), rowsOf("onSale"), rowsOf("atC")];
  const [strangeState, noTotal] = [of("strangeState"), rowsOf("noTotal")];
  return [
    inNotes === "" ? "" : `    没认出来、原文抄进${notesOf(taking)}的：${inNotes}。\n`,
    split === ""
      ? ""
      : `    一格写了几次、照日期分成几条跟踪记录的：${split}，请核对；不要分开的，把这一列留成自有列。\n`,
    methods === "" ? "" : `    跟踪没写方式、记成“电话”的：${methods}，请核对。\n`,
    elsewhere === "" ? "" : `    那边的登记表没有这些栏、原文抄进洽谈内容的：${elsewhere}。\n`,
    asTable === ""
      ? ""
      : `    没写来访还是来电、照${formOf(taking.form).sheet}收的：${asTable}。请核对；不对请在旧表里写明，再收编。\n`,
    undealt === ""
      ? ""
      : `    原表说有主、案场簿里没有成交报告的：${undealt}。请收编或填写成交报告；没有成交的，请在销控表里改状态。\n`,
    onSale === ""
      ? ""
      : `    没写状态、也没写客户，照可售收的：${onSale}。请核对；不是可售的请在销控表里改。\n`,
    strangeState === ""
      ? ""
      : `    状态没认出来、仍按成交收了的：${strangeState}。请核对；退了的请办退房申请。\n`,
    noTotal === "" ? "" : `    没写价、照收了的：${noTotal}。请在成交报告里补上。\n`,
    atC === ""
      ? ""
      : `    没写级别或级别看不懂、等级跟踪里当天先记 C 的：${atC}。请核对；不是 C 的请在等级跟踪里改。\n`,
    comments === "" ? "" : `    有批注、原文抄进${notesOf(taking)}的：${comments}。\n`,
    nowhere === "" ? "" : `    公式出错、没有内容可收的：${nowhere}。\n`,
    uncomputed === ""
      ? ""
      : `    公式没有算过、旧表里没有值的：${uncomputed}。请用 Excel 打开旧表存一次，再收编。\n`,
    lines(
      others.map(({ row, name, hint }) => {
        const { says, remedy } = say(hint, "zh");
        return `第 ${row} 行${name === "" ? "" : `　${name}`}：${says}。${remedy}`;
      }),
    ),
  ].join("");
};

/** R16: 介绍人 by name or phone. */
export const referrersText = ({ adoption }: Taking): string => {
  const told = referrersTold(adoption);
  if (told === undefined) return "";
  const known = `介绍人写姓名、电话的，${told.linked} 行认出是哪位客户、填了介绍人编号，请核对`;
  return told.unlinked.length === 0
    ? `    ${known}。\n`
    : `    ${known}；没填的：${whyUnlinked(told, "zh")}。原文都在“${formOf("visitors").fields["notes"]?.caption ?? ""}”里。\n`;
};

const drawnWords = ({ pictures, texts, others }: OldDrawn): string =>
  [
    ...(texts.length > 0 ? [`文本框 ${texts.length} 个`] : []),
    ...(pictures > 0 ? [`图片 ${pictures} 张`] : []),
    ...(others > 0 ? [`图形、图表 ${others} 个`] : []),
  ].join("、");

/** What lies over the cells of each sheet: none of it is taken. */
export const drawnText = (sheets: readonly OldCells[]): string =>
  sheets
    .flatMap(({ sheet, drawn }) => {
      if (drawn === undefined) return [];
      const said = drawn.texts.map((text) => `“${text.replace(/\s+/gu, " ")}”`).join("、");
      const words = said === "" ? "" : `文本框里写着：${said}。`;
      return [`  “${sheet}”里有${drawnWords(drawn)}，没有收：请看原文件。${words}\n`];
    })
    .join("");
