/** The workbooks that files and folders name. */
import { readdir, realpath, stat } from "node:fs/promises";
import path from "node:path";
import { isPassedOver } from "../domain/head-office/passed-over";
import { Unusable } from "./outcome";
import type { WorkbookFile } from "./share-job";

export interface FoundFiles {
  readonly files: readonly WorkbookFile[];
  /** In the folders, and not read: no .xlsx, but may be a site's all the same. */
  readonly others: readonly string[];
  /** In the folders, and plainly no tables. */
  readonly passedOver: readonly string[];
}

/** Excel's lock files, and what systems leave in folders. */
const noise = /^(?:~\$|\.|Thumbs\.db$|desktop\.ini$)/iu;

const inFolder = async (folder: string): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (noise.test(entry.name)) continue;
    const whole = path.join(folder, entry.name);
    if (entry.isDirectory()) found.push(...(await inFolder(whole)));
    else if (entry.isFile() || (entry.isSymbolicLink() && (await stat(whole)).isFile())) found.push(whole);
  }
  return found;
};

const given = async (name: string): Promise<readonly string[]> => {
  try {
    return (await stat(name)).isDirectory() ? await inFolder(name) : [name];
  } catch (cause) {
    throw new Unusable(`${name}：没有这个文件或文件夹；请检查名称。(no such file or folder)`, { cause });
  }
};

/** "二月/洛阳.xlsx" where several files are called 洛阳.xlsx: as many folders as tell them apart. */
const namesOf = (paths: readonly string[]): readonly string[] => {
  const parts = paths.map((each) => each.split(path.sep).reverse());
  const names = parts.map(() => "");
  let open = parts.map((_, at) => at);
  for (let depth = 1; open.length > 0; depth++) {
    const counts = new Map<string, number>();
    for (const at of open) {
      const name = (parts[at] ?? []).slice(0, depth).reverse().join("/");
      names[at] = name;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    open = open.filter((at) => (counts.get(names[at] ?? "") ?? 0) > 1 && depth < (parts[at]?.length ?? 0));
  }
  return names;
};

/**
 * Files as they are given, and all .xlsx below folders; each once. @param not the result itself, which may lie among
 * them. @throws Unusable
 */
export const workbookFiles = async (
  names: readonly string[],
  not: string | undefined,
): Promise<FoundFiles> => {
  const own = not === undefined ? undefined : await realpath(not).catch(() => path.resolve(not));
  const files = new Set<string>();
  const others = new Set<string>();
  const passedOver = new Set<string>();
  for (const name of names)
    for (const found of await given(name)) {
      const whole = await realpath(found);
      if (whole === own) continue;
      if (/\.xls[xm]$/iu.test(whole) || names.includes(found)) files.add(whole);
      else (isPassedOver(whole) ? passedOver : others).add(whole);
    }
  const paths = [...files].sort();
  const said = namesOf(paths);
  return {
    files: paths.map((each, at) => ({ path: each, name: said[at] ?? each })),
    others: [...namesOf([...others].sort())],
    passedOver: [...namesOf([...passedOver].sort())],
  };
};
