/** Files people chose or dropped, folders with all that is in them; those that are plainly no tables by name only. */
import { isPassedOver } from "../../domain/head-office/passed-over";
import type { NamedFile } from "./read-shares";

export interface FoundFiles {
  readonly files: readonly NamedFile[];
  /** Nobody reads them. */
  readonly passedOver: readonly string[];
}

/** Excel's lock files begin with ~$; systems leave files of their own. */
const noise = /(?:^|\/)(?:(?:~\$|\.)[^/]*|Thumbs\.db|desktop\.ini)$/iu;

const sorted = (found: readonly NamedFile[]): FoundFiles => {
  const seen = found.filter(({ name }) => !noise.test(name));
  return {
    files: seen.filter(({ name }) => !isPassedOver(name)),
    passedOver: seen.flatMap(({ name }) => (isPassedOver(name) ? [name] : [])),
  };
};

const listed = (files: FileList | null): readonly NamedFile[] =>
  Array.from(files ?? [], (file) => ({ name: file.webkitRelativePath || file.name, file }));

export const chosenFiles = (files: FileList | null): FoundFiles => sorted(listed(files));

const fileOf = (entry: FileSystemFileEntry): Promise<File | undefined> =>
  new Promise((resolve) => entry.file(resolve, () => resolve(undefined)));

/** A folder's entries come a hundred at a time. */
const entriesOf = async (folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> => {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<readonly FileSystemEntry[]>((resolve) =>
      reader.readEntries(resolve, () => resolve([])),
    );
    if (some.length === 0) return all;
    all.push(...some);
  }
};

const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;

const filesIn = async (entry: FileSystemEntry): Promise<readonly NamedFile[]> => {
  if (isFolder(entry)) {
    const found: NamedFile[] = [];
    for (const inside of await entriesOf(entry)) found.push(...(await filesIn(inside)));
    return found;
  }
  const name = entry.fullPath.replace(/^\//u, "");
  if (!isFile(entry) || noise.test(`/${name}`)) return [];
  const file = await fileOf(entry);
  return file === undefined ? [] : [{ name, file }];
};

/** The drop is over when its handler returns: what lies in it is taken before anything is waited for. */
export const droppedFiles = async (transfer: DataTransfer): Promise<FoundFiles> => {
  const entries = Array.from(transfer.items, (item) => item.webkitGetAsEntry());
  const plain = listed(transfer.files);
  if (entries.every((entry) => entry === null)) return sorted(plain);
  const found = await Promise.all(entries.flatMap((entry) => (entry === null ? [] : [filesIn(entry)])));
  return sorted(found.flat());
};
