/** What `anchang adopt` says of a table beyond its rows: columns nobody has named, a year nobody has said, cells nobody understood. */
import { formOf } from "../domain/forms/index";
import { hintsOf, type UnreadColumn } from "../domain/register/adoption-hints";
import { needsUnmet } from "../domain/register/old-needs";
import { oldTargetsOf } from "../domain/register/old-targets";
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

const columnText = ({ caption, rows, values }: UnreadColumn): string => {
  const shown = values.slice(0, mostValues).map((value) => `“${value.replace(/\s+/gu, " ")}”`);
  return `${caption} ${rows} 行（${shown.join("、")}${values.length > mostValues ? "……" : ""}）`;
};

const notesOf = ({ form }: Taking): string => {
  const notes = formOf(form).fields["notes"]?.caption;
  return notes === undefined
    ? `${formOf("grades").sheet}的${formOf("grades").fields["remarks"]?.caption ?? ""}`
    : notes;
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
  const comments = of("comments");
  return [
    inNotes === "" ? "" : `    没认出来、原文抄进“${notesOf(taking)}”的：${inNotes}。\n`,
    comments === "" ? "" : `    有批注、原文抄进“${notesOf(taking)}”的：${comments}。\n`,
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
