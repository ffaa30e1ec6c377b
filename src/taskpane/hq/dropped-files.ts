/** Files people chose or dropped, folders with all that is in them; only those that may be workbooks. */
import type { NamedFile } from "./read-shares";

/** Excel's lock files begin with ~$, and other files are no workbooks. */
const mayBeWorkbook = (name: string): boolean =>
  /\.(?:xlsx|xlsm|xls|et)$/iu.test(name) && !/(?:^|\/)(?:~\$|\.)[^/]*$/u.test(name);

export const chosenFiles = (files: FileList | null): readonly NamedFile[] =>
  Array.from(files ?? [], (file) => ({ name: file.webkitRelativePath || file.name, file })).filter(
    ({ name }) => mayBeWorkbook(name),
  );

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
  if (!isFile(entry) || !mayBeWorkbook(name)) return [];
  const file = await fileOf(entry);
  return file === undefined ? [] : [{ name, file }];
};

/** The drop is over when its handler returns: what lies in it is taken before anything is waited for. */
export const droppedFiles = async (transfer: DataTransfer): Promise<readonly NamedFile[]> => {
  const entries = Array.from(transfer.items, (item) => item.webkitGetAsEntry());
  const plain = chosenFiles(transfer.files);
  if (entries.every((entry) => entry === null)) return plain;
  const found = await Promise.all(entries.flatMap((entry) => (entry === null ? [] : [filesIn(entry)])));
  return found.flat();
};
