import type { Lost, LostKind } from "../../xlsx/lost";
import type { RefusalCode } from "../../xlsx/refusal";
import type { Language, Words } from "./words";

/** What a sheet of the trial page has no room for. */
const lostWords: Readonly<Record<LostKind, Readonly<Record<Language, string>>>> = {
  pictures: { "zh-CN": "图片", "en-US": "Pictures" },
  shapes: { "zh-CN": "形状和文本框", "en-US": "Shapes and text boxes" },
  charts: { "zh-CN": "这几种图表", "en-US": "Charts of kinds not known here" },
  chartDetails: { "zh-CN": "图表里的部分系列", "en-US": "Some series of charts" },
  comments: { "zh-CN": "批注", "en-US": "Comments" },
  pivotTables: { "zh-CN": "数据透视表（数值留着）", "en-US": "Pivot tables (their values are kept)" },
  slicers: { "zh-CN": "切片器和日程表", "en-US": "Slicers and timelines" },
  sparklines: { "zh-CN": "迷你图", "en-US": "Sparklines" },
  embedded: { "zh-CN": "嵌入的文件", "en-US": "Embedded files" },
  controls: { "zh-CN": "按钮等控件", "en-US": "Buttons and other controls" },
  macros: { "zh-CN": "宏（没有运行）", "en-US": "Macros (none was run)" },
  chartSheets: { "zh-CN": "图表工作表", "en-US": "Chart sheets" },
  externalFiles: {
    "zh-CN": "对别的文件的引用（没有更新）",
    "en-US": "References to other files (not updated)",
  },
  queries: { "zh-CN": "数据连接（没有连接）", "en-US": "Data connections (not made)" },
  webLinks: {
    "zh-CN": "网页和文件链接（文字留着）",
    "en-US": "Links to web pages and files (their texts are kept)",
  },
  filters: { "zh-CN": "筛选条件（隐藏的行仍隐藏）", "en-US": "Filters (hidden rows stay hidden)" },
  tables: { "zh-CN": "没有标题行的表格", "en-US": "Tables without a header row" },
  totalsRows: { "zh-CN": "表格的汇总行（成了普通单元格）", "en-US": "Tables' total rows (now plain cells)" },
  highlights: { "zh-CN": "部分条件格式", "en-US": "Some conditional formats" },
  validations: { "zh-CN": "部分数据验证", "en-US": "Some data validations" },
  arrayFormulas: { "zh-CN": "数组公式的范围", "en-US": "The ranges of array formulas" },
  richText: { "zh-CN": "单元格内部分文字的格式", "en-US": "Formats of single words inside cells" },
  borders: { "zh-CN": "只画几边、粗的或不同颜色的边框", "en-US": "Borders that are not thin all round" },
  fills: { "zh-CN": "图案和渐变填充", "en-US": "Patterned and gradient fills" },
  fonts: { "zh-CN": "删除线、上下标等字体效果", "en-US": "Strikethrough, superscript and the like" },
  alignment: { "zh-CN": "缩进、旋转等对齐方式", "en-US": "Indents, rotation and the like" },
  outlines: { "zh-CN": "分级显示", "en-US": "Outlines" },
  passwords: { "zh-CN": "工作表保护的密码（仍受保护）", "en-US": "Passwords of sheets (still protected)" },
  permissions: { "zh-CN": "部分保护设置", "en-US": "Some settings of the protection" },
  paper: { "zh-CN": "A4 以外的纸张（按 A4）", "en-US": "Paper other than A4 (A4 instead)" },
  printDetails: { "zh-CN": "部分打印设置", "en-US": "Some print settings" },
  names: { "zh-CN": "部分名称", "en-US": "Some names" },
  sheetNames: {
    "zh-CN": "Excel 不许的工作表名（已改名）",
    "en-US": "Sheet names Excel does not allow (renamed)",
  },
  longTexts: { "zh-CN": "超过 32767 个字的文字（截短了）", "en-US": "Texts over 32,767 characters (cut)" },
};

const english: Readonly<Record<RefusalCode, string>> = {
  empty: "The file is empty. Download or copy it again.",
  "not-a-workbook": "This is no Excel workbook. Choose another file, or save it as .xlsx first.",
  xls: "This is an old .xls file. Open it in Excel or WPS and save it as “Excel Workbook (.xlsx)”.",
  xlsb: "This is an .xlsb workbook. Open it in Excel and save it as “Excel Workbook (.xlsx)”.",
  encrypted: "The file has a password or is protected. Open it in Excel, remove the password and save it.",
  truncated: "The file is incomplete, perhaps not fully downloaded. Fetch it again.",
  malformed: "The file is damaged. Open it in Excel, let it repair the file, and save it anew.",
  dtd: "The file holds a DTD, which no workbook should. Open it in Excel and save it anew.",
  bomb: "Unpacked, the file is unreasonably large and may be malicious. Check where it came from.",
  "too-large": "The file is too large. Delete what is not needed, or split it.",
  "too-many-cells": "The file has too many cells. Delete rows and columns not needed, or split it.",
  "too-deep": "The file is nested unreasonably deep and may be malicious. Check where it came from.",
  "no-such-sheet": "There is no such sheet in the workbook. Check its name.",
  "no-such-table": "There is no such table in the workbook. Check its name.",
  occupied: "There is something below the table. Move it away first.",
  "totals-row": "The table has a total row. Turn it off in Excel first.",
  "array-formula": "The cell belongs to an array formula. Change the whole array in Excel.",
};

/** One line a kind: "图片：来访登记、首页". */
export const lostLines = (lost: readonly Lost[], language: Language, words: Words): readonly string[] => {
  const places = new Map<LostKind, string[]>();
  for (const { kind, sheet } of lost) {
    const known = places.get(kind) ?? [];
    if (sheet !== undefined) known.push(sheet);
    places.set(kind, known);
  }
  return [...places].map(([kind, sheets]) => {
    const what = lostWords[kind][language];
    return sheets.length === 0 ? what : `${what}${words.colon}${sheets.join(words.comma)}`;
  });
};

/** Why a file was not opened, in words for the person. */
export const refusalText = async (error: unknown, language: Language, words: Words): Promise<string> => {
  const { XlsxRefused } = await import("../../xlsx/refusal");
  if (error instanceof XlsxRefused) return language === "zh-CN" ? `${error.message}。` : english[error.code];
  console.error(error);
  return words.unknownTrouble;
};
