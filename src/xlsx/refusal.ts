/** Why a file was not read or not edited. */
export type RefusalCode =
  | "empty"
  | "not-a-workbook"
  | "xls"
  | "xlsb"
  | "encrypted"
  | "truncated"
  | "malformed"
  | "dtd"
  | "bomb"
  | "too-large"
  | "too-many-cells"
  | "too-many-sheets"
  | "too-many-names"
  | "too-many-styles"
  | "too-many-columns"
  | "too-many-formulas"
  | "too-many-rules"
  | "too-deep"
  | "no-such-sheet"
  | "no-such-table"
  | "occupied"
  | "totals-row"
  | "array-formula";

/** In both tongues. */
export interface RefusalWords {
  readonly zh: string;
  readonly en: string;
}

/** What; what to do. The caller knows which file and puts its name in front. */
export const refusalWords: Readonly<Record<RefusalCode, RefusalWords>> = {
  empty: {
    zh: "文件是空的；请重新下载或复制一份再试",
    en: "The file is empty. Download or copy it again.",
  },
  "not-a-workbook": {
    zh: "这不是 Excel 工作簿；请确认选对了文件，或用 Excel、WPS 打开后另存为 .xlsx",
    en: "This is no Excel workbook. Choose another file, or open it in Excel or WPS and save it as .xlsx.",
  },
  xls: {
    zh: "这是旧版 .xls 文件；请用 Excel 或 WPS 打开，另存为“Excel 工作簿 (.xlsx)”再试",
    en: "This is an old .xls file. Open it in Excel or WPS and save it as “Excel Workbook (.xlsx)”.",
  },
  xlsb: {
    zh: "这是 .xlsb 二进制工作簿；请用 Excel 打开，另存为“Excel 工作簿 (.xlsx)”再试",
    en: "This is an .xlsb workbook. Open it in Excel and save it as “Excel Workbook (.xlsx)”.",
  },
  encrypted: {
    zh: "文件设了打开密码，或受权限保护；请用 Excel 打开，取消密码后保存再试",
    en: "The file has a password or is protected. Open it in Excel, remove the password and save it.",
  },
  truncated: {
    zh: "文件不完整，可能没有下载或同步完；请重新取得这份文件再试",
    en: "The file is incomplete, perhaps not fully downloaded. Fetch it again.",
  },
  malformed: {
    zh: "文件内容已损坏；请用 Excel 打开修复并另存后再试",
    en: "The file is damaged. Open it in Excel, let it repair the file, and save it anew.",
  },
  dtd: {
    zh: "文件里有工作簿不该有的 DTD 声明，为安全起见不读；请用 Excel 打开并另存后再试",
    en: "The file holds a DTD, which no workbook should. Open it in Excel and save it anew.",
  },
  bomb: {
    zh: "文件解压后大得不合常理，可能是恶意文件，已停止读取；请核实文件来源",
    en: "Unpacked, the file is unreasonably large and may be malicious. Check where it came from.",
  },
  "too-large": {
    zh: "文件超过了可读的大小；请删去多余的内容或拆成几份再试",
    en: "The file is too large. Delete what is not needed, or split it.",
  },
  "too-many-cells": {
    zh: "单元格数超过了可读的上限；请删去多余的行列或拆成几份再试",
    en: "The file has too many cells. Delete rows and columns not needed, or split it.",
  },
  "too-many-sheets": {
    zh: "工作表的数量超过了可读的上限；请删去不用的工作表（隐藏的也算）或拆成几份再试",
    en: "The file has too many sheets. Delete those not needed, hidden ones too, or split it.",
  },
  "too-many-names": {
    zh: "定义的名称多得不合常理；请用 Excel 打开，在“公式”的“名称管理器”里删去不用的名称再试",
    en: "The file defines unreasonably many names. Open it in Excel and delete those not needed in the Name Manager.",
  },
  "too-many-styles": {
    zh: "单元格格式的种数超过了 Excel 的上限，可能是恶意文件；请核实文件来源，或用 Excel 打开并另存后再试",
    en: "The file has more cell formats than Excel allows and may be malicious. Check where it came from, or open it in Excel and save it anew.",
  },
  "too-many-columns": {
    zh: "有表格的列数超过了 Excel 的上限，可能是恶意文件；请核实文件来源，或用 Excel 打开并另存后再试",
    en: "A table has more columns than Excel allows; the file may be malicious. Check where it came from, or open it in Excel and save it anew.",
  },
  "too-many-formulas": {
    zh: "公式长而且多得不合常理，可能是恶意文件，已停止读取；请核实文件来源，或用 Excel 打开，把公式粘贴成数值后另存再试",
    en: "The formulas are unreasonably long and many; the file may be malicious. Check where it came from, or open it in Excel, paste the formulas as values and save it anew.",
  },
  "too-many-rules": {
    zh: "数据验证或条件格式的规则多得不合常理；请用 Excel 打开，清除不用的规则再试",
    en: "The file has unreasonably many rules of data validation or conditional formatting. Open it in Excel and clear those not needed.",
  },
  "too-deep": {
    zh: "文件内部的层次深得不合常理，可能是恶意文件，已停止读取；请核实文件来源，或用 Excel 打开并另存后再试",
    en: "Inside, the file is nested unreasonably deep and may be malicious. Check where it came from, or open it in Excel and save it anew.",
  },
  "no-such-sheet": {
    zh: "工作簿里没有这张工作表；请核对表名",
    en: "The workbook has no such sheet. Check its name.",
  },
  "no-such-table": {
    zh: "工作簿里没有这个表格；请核对表格名",
    en: "The workbook has no such table. Check its name.",
  },
  occupied: {
    zh: "表格下方已有内容，无法续写；请先把下方的内容移开",
    en: "Something stands below the table: it cannot grow. Move that away first.",
  },
  "totals-row": {
    zh: "表格带有汇总行，无法续写；请先在 Excel 里关掉汇总行",
    en: "The table has a totals row and cannot grow. Switch that off in Excel first.",
  },
  "array-formula": {
    zh: "这个单元格属于数组公式，不能单独改；请在 Excel 里修改整个数组",
    en: "The cell is part of an array formula and cannot be changed alone. Change the whole array in Excel.",
  },
};

/**
 * The file, or the change asked for, is refused. `message` is plain Chinese for the person ("what; what to do"), `en`
 * the same in English; `detail` is English for whoever looks closer and may be "".
 */
export class XlsxRefused extends Error {
  readonly code: RefusalCode;
  readonly detail: string;
  readonly en: string;

  constructor(code: RefusalCode, detail = "") {
    super(refusalWords[code].zh);
    this.name = "XlsxRefused";
    this.code = code;
    this.detail = detail;
    this.en = refusalWords[code].en;
  }
}

/** For a line in both tongues: 文件不完整……。(The file is incomplete. … [no end of central directory]) */
export const refusalLine = (zh: string, en: string, detail: string): string =>
  `${zh}。(${en}${detail === "" ? "" : ` [${detail}]`})`;
