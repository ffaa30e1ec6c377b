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
  | "too-deep"
  | "no-such-sheet"
  | "no-such-table"
  | "occupied"
  | "totals-row"
  | "array-formula";

/** What; what to do. The caller knows which file and puts its name in front. */
const reasons: Readonly<Record<RefusalCode, string>> = {
  empty: "文件是空的；请重新下载或复制一份再试",
  "not-a-workbook": "这不是 Excel 工作簿；请确认选对了文件，或用 Excel、WPS 打开后另存为 .xlsx",
  xls: "这是旧版 .xls 文件；请用 Excel 或 WPS 打开，另存为“Excel 工作簿 (.xlsx)”再试",
  xlsb: "这是 .xlsb 二进制工作簿；请用 Excel 打开，另存为“Excel 工作簿 (.xlsx)”再试",
  encrypted: "文件设了打开密码，或受权限保护；请用 Excel 打开，取消密码后保存再试",
  truncated: "文件不完整，可能没有下载或同步完；请重新取得这份文件再试",
  malformed: "文件内容已损坏；请用 Excel 打开修复并另存后再试",
  dtd: "文件里有工作簿不该有的 DTD 声明，为安全起见不读；请用 Excel 打开并另存后再试",
  bomb: "文件解压后大得不合常理，可能是恶意文件，已停止读取；请核实文件来源",
  "too-large": "文件超过了可读的大小；请删去多余的内容或拆成几份再试",
  "too-many-cells": "单元格数超过了可读的上限；请删去多余的行列或拆成几份再试",
  "too-deep":
    "文件内部的层次深得不合常理，可能是恶意文件，已停止读取；请核实文件来源，或用 Excel 打开并另存后再试",
  "no-such-sheet": "工作簿里没有这张工作表；请核对表名",
  "no-such-table": "工作簿里没有这个表格；请核对表格名",
  occupied: "表格下方已有内容，无法续写；请先把下方的内容移开",
  "totals-row": "表格带有汇总行，无法续写；请先在 Excel 里关掉汇总行",
  "array-formula": "这个单元格属于数组公式，不能单独改；请在 Excel 里修改整个数组",
};

/**
 * The file, or the change asked for, is refused. `message` is plain Chinese for the person ("what; what to do"),
 * `detail` is English for whoever looks closer and may be "".
 */
export class XlsxRefused extends Error {
  readonly code: RefusalCode;
  readonly detail: string;

  constructor(code: RefusalCode, detail = "") {
    super(reasons[code]);
    this.name = "XlsxRefused";
    this.code = code;
    this.detail = detail;
  }
}
