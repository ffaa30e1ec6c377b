/** R19: what the file of a site lacks that head office has merged all the same. */
import { hint, type Wording } from "./say";

const mend = "请案场打开自己的工作簿，用“校验”里的“修复”补上";
const mendEn = "The site opens its workbook and puts it back with “Repair” on the page Check";

export const headOffice = {
  fileOlder: hint(
    "R19",
    ["旧版案场簿（版本 {version}，现为 {now}）", "请案场打开自己的工作簿，照提示升级"],
    ["An older workbook (version {version}, now {now})", "The site opens its workbook and upgrades it"],
  ),
  fileOlderLacking: hint(
    "R19",
    ["旧版案场簿（版本 {version}，现为 {now}），旧版没有的表和列空着", "请案场打开自己的工作簿，照提示升级"],
    [
      "An older workbook (version {version}, now {now}): what it has no tables and columns for is blank",
      "The site opens its workbook and upgrades it",
    ],
  ),
  fileLacksTables: hint("R19", ["缺表：{list}", mend], ["Tables missing: {list}", mendEn]),
  fileLacksColumns: hint("R19", ["缺列：{list}", mend], ["Columns missing: {list}", mendEn]),
  fileUnreadTables: hint(
    "R19",
    [
      "表格被转成了普通区域，或表名被改，里面的行没有并入，上次汇总的也不沿用：{list}",
      "请案场打开自己的工作簿，用“校验”里的“修复”恢复成表格，再交一次",
    ],
    [
      "Plain cells now, or tables under another name; their rows are not merged, nor kept from the last time: {list}",
      "The site opens its workbook, makes them tables again with “Repair” on the page Check, and hands it in once more",
    ],
  ),
  fileRowsOutside: hint(
    "R19",
    [
      "写在表格外面、没有并入的行：{list}",
      "请案场打开自己的工作簿，用“校验”里的“修复”把它们收进表格，再交一次",
    ],
    [
      "Rows written outside their table, not merged: {list}",
      "The site opens its workbook, takes them in with “Repair” on the page Check, and hands it in once more",
    ],
  ),
  fileOwnColumns: hint(
    "R19",
    ["案场自加的列没有并入：{list}", "要汇总的，请总部加进登记表"],
    ["The site's own columns, not merged: {list}", "If head office needs them, they belong in the form"],
  ),
  fileCellsAsWritten: hint(
    "R19",
    ["看不懂、照原样并入的格子 {count} 个", "请案场用“校验”核对"],
    ["Cells not understood, merged as written: {count}", "The site looks them up on the page Check"],
  ),
} satisfies Record<string, Wording>;
