import type { Lost, LostKind } from "../../xlsx/lost";
import { lostWords } from "../../xlsx/lost-words";
import type { RefusalCode } from "../../xlsx/refusal";
import type { Language, Words } from "./words";

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
  "too-many-sheets": "The file has too many sheets. Delete those not needed, hidden ones too, or split it.",
  "too-many-names": "The file defines too many names. Delete those not needed in Excel's Name Manager.",
  "too-many-styles":
    "The file has more cell formats than Excel allows and may be malicious. Check where it came from.",
  "too-many-columns":
    "A table has more columns than Excel allows; the file may be malicious. Check where it came from.",
  "too-many-formulas": "The formulas are too long and too many. Open it in Excel and paste them as values.",
  "too-many-rules":
    "The file has too many rules of validation or formatting. Clear those not needed in Excel.",
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
