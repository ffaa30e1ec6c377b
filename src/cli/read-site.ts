/** A site's workbook for a list, a report or a print: what of the file is not in them is told (R14). */
import { formOf } from "../domain/forms/index";
import type { LeftOut } from "../domain/head-office/share";
import type { SiteBook } from "../domain/register/site";
import { leftOut } from "../workbook/plan/left-out";
import { inspectSiteFile } from "../workbook/xlsx/inspect-file";
import { readSite } from "../workbook/xlsx/site-file";
import { readBytes } from "./files";

const mending = "请用 anchang repair 或窗格“校验”里的“修复”收进表格";

const wordsOf = (left: LeftOut): string => {
  const { title } = formOf(left.form);
  return left.kind === "rowsOutside"
    ? `工作表“${left.sheet}”第 ${left.first} 行到第 ${left.last} 行写在${title}的表格外面，没有算进来；${mending}。(rows outside the table: not counted)`
    : `工作表“${left.sheet}”：${title}不再是表格，没有算进来；${mending}。(no longer a table: not counted)`;
};

/** Says on stderr what stands beside the registers. @throws as `readSite` */
export const readSiteAloud = async (file: string): Promise<SiteBook> => {
  const bytes = await readBytes(file);
  const { book, mayLeaveOut } = await readSite(bytes);
  if (mayLeaveOut)
    for (const lack of leftOut((await inspectSiteFile(bytes)).inspected))
      process.stderr.write(`${file}：${wordsOf(lack)}\n`);
  return book;
};
