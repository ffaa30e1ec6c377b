import { EngineFailed } from "../dataset/engines/engine-failed";
import { DatasetRefused } from "../dataset/refusal";
import { type RefusalCode, WorkbookRefused } from "../workbook/port";
import { OldFileRefused } from "../workbook/xlsx/old-file-refusal";
import { refusalLine, XlsxRefused } from "../xlsx/refusal";
import { Unusable } from "./outcome";

const refusals: Readonly<Partial<Record<RefusalCode, string>>> = {
  notOurs: "这不是案场簿；新建用 anchang new，旧表用 anchang adopt。(not an 案场簿 workbook)",
  headOffices:
    "这是总部汇总簿，不是案场的案场簿，没有动它。校验、跟进清单、打印、报表、修复、收编都用在案场的文件上：汇总里有不对的，" +
    "请校验、改好案场交来的文件，再汇总一次（anchang merge）。(a head-office summary, not a site's workbook)",
  newerVersion: "由更新的案场簿建立；请先更新案场簿，以免漏看新的栏目。(made by a newer version)",
  tableMissing: "这张表不见了；请用 anchang repair 或在窗格的“校验”里修复，或从备份恢复。(table missing)",
  columnMissing:
    "这一列不见了或改了名；请用 anchang repair 或在窗格的“校验”里修复再试。(column missing or renamed)",
  belowOccupied: "表格下面还有别的表格挡着，没有动；请在 Excel 里移开它再试。(something is in the way)",
  tooLarge: "内容太多，写不下；请分几次做。(too large)",
};

/** Why a file could not be used, in plain words; nothing where it is our own mistake. */
export const reasonOf = (cause: unknown): string | undefined => {
  if (cause instanceof EngineFailed || cause instanceof DatasetRefused) return cause.message;
  if (cause instanceof OldFileRefused) return cause.line;
  if (cause instanceof XlsxRefused) return refusalLine(cause.message, cause.en, cause.detail);
  if (cause instanceof WorkbookRefused)
    return `${cause.doing}：${cause.where}：${refusals[cause.code] ?? `没有做成，代码 ${cause.code}。(refused)`}`;
  return undefined;
};

/** Work on a file that says which one it is where it cannot be used. @throws Unusable */
export const namedFile = async <T>(file: string, work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (cause) {
    const why = cause instanceof Unusable ? undefined : reasonOf(cause);
    throw why === undefined ? cause : new Unusable(`${file}：${why}`, { cause });
  }
};
