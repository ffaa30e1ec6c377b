/** The workbooks that files and folders name. */
import type { Dirent } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import path from "node:path";
import { codeOf } from "../dataset/durable";
import { isPassedOver } from "../domain/head-office/passed-over";
import { causeWords, lookAt } from "./files";
import { Unusable } from "./outcome";
import type { NotRead } from "./merge-run";
import type { WorkbookFile } from "./share-job";

export interface FoundFiles {
  readonly files: readonly WorkbookFile[];
  /** In the folders, and not read: no .xlsx, but may be a site's all the same. */
  readonly others: readonly string[];
  /** In the folders, and plainly no tables. */
  readonly passedOver: readonly string[];
  /** In the folders, and nobody can get at them: a folder without permission, a link to nowhere. */
  readonly shut: readonly NotRead[];
}

/** Excel's lock files, and what systems leave in folders. */
const noise = /^(?:~\$|\.|Thumbs\.db$|desktop\.ini$)/iu;

interface Found {
  readonly files: string[];
  readonly shut: NotRead[];
  /** Folders that were looked into, by where they are: links may lead into one of them, or round in a circle. */
  readonly folders: Set<string>;
}

const shutFolder = "这个文件夹打不开，里面的文件没有读";
const shutFile = "这个文件或快捷方式打不开，没有读";

/** `lookAt` says it in words already. */
const reasonOf = (cause: unknown): string => causeWords(cause instanceof Unusable ? cause.cause : cause);

const isFolder = async (entry: Dirent, whole: string): Promise<boolean> =>
  entry.isDirectory() || (entry.isSymbolicLink() && (await stat(whole)).isDirectory());

/** Shortcuts are followed. Whatever cannot be opened costs its own message (R19). */
const inFolder = async (folder: string, found: Found, entries: readonly Dirent[]): Promise<void> => {
  const real = await realpath(folder);
  if (found.folders.has(real)) return;
  found.folders.add(real);
  for (const entry of entries) {
    if (noise.test(entry.name)) continue;
    const whole = path.join(folder, entry.name);
    let what = shutFile;
    try {
      if (await isFolder(entry, whole)) {
        what = shutFolder;
        await inFolder(whole, found, await readdir(whole, { withFileTypes: true }));
      } else if (entry.isFile() || (entry.isSymbolicLink() && (await stat(whole)).isFile()))
        found.files.push(whole);
    } catch (cause) {
      found.shut.push({ file: whole, code: "unreadable", reason: `${what}：${causeWords(cause)}` });
    }
  }
};

const given = async (name: string, found: Found): Promise<void> => {
  let entries: readonly Dirent[] | undefined;
  try {
    entries = (await stat(name)).isDirectory() ? await readdir(name, { withFileTypes: true }) : undefined;
  } catch (cause) {
    const gone = codeOf(cause) === "ENOENT";
    const why = gone ? "没有这个文件或文件夹；请检查名称。(no such file or folder)" : causeWords(cause);
    throw new Unusable(`${name}：${why}`, { cause });
  }
  if (entries === undefined) found.files.push(name);
  else await inFolder(name, found, entries);
};

/** WPS calls its own kind .et, and people call an .xlsx so or by no kind at all: its first bytes tell. */
const otherNames = /\.ett?$|(?:^|[/\\])[^./\\]+$/iu;

const isWorkbook = async (file: string): Promise<boolean> => {
  if (/\.xls[xm]$/iu.test(file)) return true;
  if (!otherNames.test(file)) return false;
  const { head } = await lookAt(file, 4);
  return Buffer.from(head).toString("latin1") === "PK\u0003\u0004";
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

/** What cannot be opened, by where it stands: called the same from whatever folder the command is run. */
const shutNamed = async (shut: readonly NotRead[]): Promise<readonly NotRead[]> => {
  const paths = await Promise.all(
    shut.map(async ({ file }) => {
      const folder = path.dirname(file);
      return path.join(await realpath(folder).catch(() => path.resolve(folder)), path.basename(file));
    }),
  );
  const said = namesOf(paths);
  return shut.map((each, at) => ({ ...each, file: said[at] ?? each.file }));
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
  const found: Found = { files: [], shut: [], folders: new Set() };
  for (const name of names) await given(name, found);
  for (const each of found.files) {
    try {
      const whole = await realpath(each);
      if (whole === own) continue;
      if (names.includes(each) || (await isWorkbook(whole))) files.add(whole);
      else (isPassedOver(whole) ? passedOver : others).add(whole);
    } catch (cause) {
      // Gone since the folder was read, locked, or not ours to open: no reason to lose the others (R19).
      found.shut.push({ file: each, code: "unreadable", reason: `${shutFile}：${reasonOf(cause)}` });
    }
  }
  const paths = [...files].sort();
  const said = namesOf(paths);
  return {
    files: paths.map((each, at) => ({ path: each, name: said[at] ?? each })),
    others: [...namesOf([...others].sort())],
    passedOver: [...namesOf([...passedOver].sort())],
    shut: await shutNamed(found.shut),
  };
};
