/** Whether something may be written under a name. */
import { WorkbookRefused } from "../workbook/port";
import { readSiteFile } from "../workbook/xlsx/site-file";
import { XlsxRefused } from "../xlsx/refusal";
import { backUp } from "./backup";
import { now } from "./clock";
import { exists, readBytes } from "./files";
import { Unusable } from "./outcome";
import { reasonOf } from "./reason";

/** What stands under a name: of whatever version; `shut`: a workbook that cannot be read, which may be anybody's. */
export type Standing = "site" | "headOffice" | "shut" | "other";

export const standingOf = async (bytes: Uint8Array): Promise<Standing> => {
  try {
    await readSiteFile(bytes);
    return "site";
  } catch (cause) {
    if (reasonOf(cause) === undefined) throw cause;
    if (cause instanceof XlsxRefused)
      return cause.code === "empty" || cause.code === "not-a-workbook" ? "other" : "shut";
    if (!(cause instanceof WorkbookRefused) || cause.code === "notOurs") return "other";
    return cause.code === "headOffices" ? "headOffice" : "site";
  }
};

const leftAlone: Readonly<Record<Exclude<Standing, "other">, string>> = {
  site: "这是案场的案场簿，没有动它；请换一个文件名。(a site's workbook, left as it is)",
  headOffice: "这是总部汇总簿，没有动它；请换一个文件名。(a head-office summary, left as it is)",
  shut: "这个文件打不开，看不出是不是案场簿，没有动它；请换一个文件名，或先把它移走。(cannot be read, left as it is)",
};

/** A site's workbook is never written over by something else: nobody else has what is in it. @throws Unusable */
const refuseSites = async (out: string): Promise<void> => {
  if (!/\.xlsx$/iu.test(out) || !(await exists(out))) return;
  const standing = await standingOf(await readBytes(out));
  if (standing !== "other") throw new Unusable(`${out}：${leftAlone[standing]}`);
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
