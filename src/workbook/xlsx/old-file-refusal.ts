/** Why somebody else's file was not read, in both tongues: what it is; what to do. */
import { type RefusalWords as Words, refusalLine, refusalWords, type XlsxRefused } from "../../xlsx/refusal";

export type OldFileCode =
  | XlsxRefused["code"]
  | "et"
  | "ods"
  | "word"
  | "slides"
  | "pdf"
  | "picture"
  | "webPage"
  | "archive"
  | "encoding"
  | "brokenText"
  | "quotes"
  | "textTooLarge"
  | "longCell"
  | "wide"
  | "merges";

const saveAs = { zh: "另存为“Excel 工作簿 (.xlsx)”再试", en: "save it as “Excel Workbook (.xlsx)”" } as const;
const isWorkbook = (zh: string, en: string): Words => ({
  zh: `这是${zh}；请用 Excel 或 WPS 打开，${saveAs.zh}`,
  en: `This is ${en}. Open it in Excel or WPS and ${saveAs.en}.`,
});

const reasons: Readonly<Record<OldFileCode, Words>> = {
  ...refusalWords,
  "not-a-workbook": {
    zh: "这不是表格文件；请选 .xlsx 或 .csv 文件",
    en: "This is no table. Choose an .xlsx or .csv file.",
  },
  xls: isWorkbook("旧版 .xls 文件", "an old .xls file"),
  et: isWorkbook(" WPS 自己的 .et 文件", "a WPS .et file"),
  ods: isWorkbook(" .ods 文件", "an .ods file"),
  xlsb: isWorkbook(" .xlsb 二进制工作簿", "an .xlsb workbook"),
  webPage: isWorkbook("网页格式的表，只是名字像表格文件", "a web page named like a table"),
  word: {
    zh: "这是 Word 文档；请把里面的表复制到 Excel，存成 .xlsx 再试",
    en: "This is a Word document. Copy its table into Excel and save that as .xlsx.",
  },
  slides: {
    zh: "这是演示文稿；请把里面的表复制到 Excel，存成 .xlsx 再试",
    en: "This is a presentation. Copy its table into Excel and save that as .xlsx.",
  },
  pdf: {
    zh: "这是 PDF 文件，读不出表格；请找来原来的 Excel 文件，或先转成 .xlsx 再试",
    en: "This is a PDF. Find the Excel file it was made from, or convert it to .xlsx first.",
  },
  picture: {
    zh: "这是图片，读不出表格；请找来原来的 Excel 文件，或先把内容录成 .xlsx",
    en: "This is a picture. Find the Excel file, or type its contents into one.",
  },
  archive: {
    zh: "这是压缩包；请先解压，再选里面的 .xlsx 或 .csv 文件",
    en: "This is an archive. Unpack it and choose the .xlsx or .csv file inside.",
  },
  "too-deep": {
    zh: "文件内部的层次深得不合常理，可能是恶意文件，已停止读取；请核实文件来源",
    en: "Inside, the file is nested unreasonably deep and may be malicious. Check where it came from.",
  },
  wide: {
    zh: "表的行列拉得太远，中间大多是空的；请删去多余的行列再试",
    en: "The sheet reaches too far and is mostly empty. Delete the rows and columns not needed.",
  },
  merges: {
    zh: "合并单元格多得不合常理；请取消多余的合并再试",
    en: "The sheet has unreasonably many merged cells. Unmerge what is not needed.",
  },
  longCell: {
    zh: "有单元格超过 32767 个字，Excel 也放不下；请改短再试",
    en: "A cell holds more than Excel's 32,767 characters. Shorten it.",
  },
  encoding: {
    zh: `文字编码认不出来；请用 Excel 或 WPS 打开，看清楚不是乱码后，${saveAs.zh}`,
    en: `The text's encoding is not known. Open it in Excel, see that it reads well, and ${saveAs.en}.`,
  },
  brokenText: {
    zh: "文字里夹着坏掉的字节，有的字会读错；请重新导出这份 .csv 再试",
    en: "The text holds broken bytes; some characters would be misread. Export the .csv again.",
  },
  textTooLarge: {
    zh: `请按年份拆成几份分别收；或者用 Excel 或 WPS 打开，${saveAs.zh}`,
    en: `Split it by year and take each part; or open it in Excel and ${saveAs.en}.`,
  },
  quotes: {
    zh: `引号没有成对，后面的行会混成一格；请用 Excel 或 WPS 打开核对后，${saveAs.zh}`,
    en: `A quotation mark is not closed; rows would run together. Check it in Excel and ${saveAs.en}.`,
  },
};

const row = (n: number): Words => ({ zh: `第 ${n} 行`, en: `row ${n}` });

/** Where in the file it is: a sheet's name, a row counted from 1, or both. */
export const placeIn = (sheet: string | undefined, n?: number): Words => {
  if (sheet === undefined) return n === undefined ? { zh: "", en: "" } : row(n);
  if (n === undefined) return { zh: `“${sheet}”`, en: `“${sheet}”` };
  return { zh: `“${sheet}”${row(n).zh}`, en: `“${sheet}”, ${row(n).en}` };
};

interface Closer {
  readonly at?: Words;
  /** English, for whoever looks closer. */
  readonly detail?: string;
  readonly cause?: unknown;
}

/** The file is refused. `message` is plain Chinese for the person, `en` the same in English, each with its place. */
export class OldFileRefused extends Error {
  readonly en: string;
  /** Both tongues in a line. */
  readonly line: string;

  constructor(
    readonly code: OldFileCode,
    { at = { zh: "", en: "" }, detail = "", cause }: Closer = {},
  ) {
    const { zh, en } = reasons[code];
    const message = at.zh === "" ? zh : `${at.zh}：${zh}`;
    super(message, { cause });
    this.name = "OldFileRefused";
    this.en = at.en === "" ? en : `${at.en}: ${en}`;
    this.line = refusalLine(message, this.en, detail);
  }
}

/** As an old file's refusal. */
export const asOldFileRefused = (refused: XlsxRefused): OldFileRefused =>
  new OldFileRefused(refused.code, { detail: refused.detail, cause: refused });
