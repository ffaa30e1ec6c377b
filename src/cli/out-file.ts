/** Whether something may be written under a name. */
import { WorkbookRefused } from "../workbook/port";
import { readSiteFile } from "../workbook/xlsx/site-file";
import { backUp } from "./backup";
import { now } from "./clock";
import { exists, readBytes } from "./files";
import { Unusable } from "./outcome";
import { reasonOf } from "./reason";

/** A site's workbook, of whatever version; one that is damaged is one all the same. */
export const isSites = async (bytes: Uint8Array): Promise<boolean> => {
  try {
    await readSiteFile(bytes);
    return true;
  } catch (cause) {
    if (reasonOf(cause) === undefined) throw cause;
    return cause instanceof WorkbookRefused && cause.code !== "notOurs";
  }
};

/** A site's workbook is never written over by something else: nobody else has what is in it. @throws Unusable */
export const refuseSites = async (out: string): Promise<void> => {
  if ((await exists(out)) && (await isSites(await readBytes(out))))
    throw new Unusable(
      `${out}：这是案场的案场簿，没有动它；请换一个文件名。(a site's workbook, left as it is)`,
    );
};

type Ending = ".xlsx" | ".pdf";

/** @throws Unusable where the name has another ending, or is taken and not to be overwritten. */
export const clearName = async (
  out: string,
  endings: readonly Ending[],
  force: boolean | undefined,
): Promise<void> => {
  if (!endings.some((each) => out.toLowerCase().endsWith(each)))
    throw new Unusable(
      `${out}：文件名要以 ${endings.join(" 或 ")} 结尾。(must end in ${endings.join(" or ")})`,
    );
  if (force !== true && (await exists(out)))
    throw new Unusable(`${out}：文件已经有了；要覆盖请加 --force。(file exists)`);
};

/** For what is no site's workbook itself. @throws Unusable as `clearName`, and where a site's workbook stands there. */
export const clearToWrite = async (
  out: string,
  endings: readonly Ending[],
  force: boolean | undefined,
): Promise<void> => {
  await clearName(out, endings, force);
  await refuseSites(out);
};

/** What is written over is kept beside. @returns its path; nothing where there was no file. */
export const keepBefore = async (file: string, when: string): Promise<string | undefined> =>
  (await exists(file)) ? backUp(file, await readBytes(file), now(), when) : undefined;
