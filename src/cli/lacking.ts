/** What a workbook lost, said where people merge (R19): the merged workbook's 文件清单 says the same. */
import type { SiteOutline } from "../domain/head-office/merge-shares";
import { lacksInWords } from "../workbook/plan/hq-lacks";
import { schemaVersion } from "../workbook/plan/ledger-sheet";

type Outline = Pick<SiteOutline, "lacks" | "schemaVersion" | "notUnderstood">;

/** Tables or columns are gone; a column of the site's own beside them is no loss. */
export const hasLost = ({ lacks }: Outline): boolean => lacks.some(({ kind }) => kind !== "ownColumn");

/** Empty where nothing is lacking. */
export const lackWords = (outline: Outline): string => lacksInWords(outline, schemaVersion, "zh");

/** What is lacking, and what to do where something was lost. */
export const lackLine = (outline: Outline): string =>
  `${lackWords(outline)}${hasLost(outline) ? "请案场打开自己的工作簿，用“校验”里的“修复”补上。(columns lost)" : ""}`;
