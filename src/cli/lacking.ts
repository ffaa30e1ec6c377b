/** What a workbook lost, said where people merge (R19): the merged workbook's 文件清单 says the same. */
import type { SiteOutline } from "../domain/head-office/merge-shares";
import { isLeftOut } from "../domain/head-office/share";
import { lacksInWords } from "../workbook/plan/hq-lacks";
import { schemaVersion } from "../workbook/plan/ledger-sheet";

type Outline = Pick<SiteOutline, "lacks" | "schemaVersion" | "notUnderstood">;

/** Tables or columns are gone; a column of the site's own beside them is no loss. */
export const hasLost = ({ lacks }: Outline): boolean => lacks.some(({ kind }) => kind !== "ownColumn");

/** Rows of its file are not in the result. */
export const leavesOut = ({ lacks }: Outline): boolean => lacks.some(isLeftOut);

/** Empty where nothing is lacking. */
export const lackWords = (outline: Outline): string => lacksInWords(outline, schemaVersion, "zh");

/** What is lacking, and what to do where something was lost. */
export const lackLine = (outline: Outline): string =>
  `${lackWords(outline)}${hasLost(outline) ? "请案场打开自己的工作簿，用“校验”里的“修复”补上。(tables, columns or rows left out)" : ""}`;
