import { mkdir } from "node:fs/promises";
import path from "node:path";
import { formKeys, formOf } from "../domain/forms/index";
import { handbook, handbookPage } from "../domain/register/handbook";
import { writeBytes } from "./files";
import { Unusable } from "./outcome";

interface Options {
  readonly all?: boolean;
  readonly out?: string;
}

const writeHandbook = async (folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true }).catch((cause: unknown) => {
    throw new Unusable(`--out：建不了文件夹“${folder}”；请换一个位置。(cannot make the folder)`, { cause });
  });
  const pages = handbook();
  for (const { file, text } of pages)
    await writeBytes(path.join(folder, file), new TextEncoder().encode(text));
  process.stdout.write(`${folder}：填表说明 ${pages.length} 页。\n`);
};

/** Prints a form's page of the handbook, by key ("visitors"), sheet or title; or writes all of them into a folder. */
export const describeCommand = async (wanted: string | undefined, { all, out }: Options): Promise<void> => {
  if (all === true) {
    if (out === undefined)
      throw new Unusable("--all：请用 --out 说明写到哪个文件夹，如 --out handbook。(--all needs --out)");
    await writeHandbook(out);
    return;
  }
  if (wanted === undefined)
    throw new Unusable("请写表名，如 anchang describe visitors；全部写进文件夹用 --all --out。(name a form)");
  const name = wanted.trim().toLowerCase();
  const key = formKeys.find((each) => {
    const { sheet, table, title } = formOf(each);
    return [each, sheet, table, title].some((known) => known.toLowerCase() === name);
  });
  if (key === undefined)
    throw new Unusable(
      `没有“${wanted}”这张表；有：${formKeys.map((each) => `${each}（${formOf(each).title}）`).join("、")}。(no such form)`,
    );
  process.stdout.write(`${handbookPage(key, false).trimEnd()}\n`);
};
