/** `--mapping m.json`: where columns go, kept for the next file of the same make. */
import {
  type BadMapping,
  eachMakeOnce,
  isBadMapping,
  type KeptMapping,
  keptText,
  readKept,
} from "../domain/register/old-sheet/kept-mapping";
import { exists, readBytes, writeBytes } from "./files";
import { Unusable } from "./outcome";

/** Nothing where the file is not there yet. @throws Unusable where it is anything else. */
export const readMapping = async (file: string): Promise<readonly KeptMapping[]> => {
  if (!(await exists(file))) return [];
  const read = readKept(new TextDecoder().decode(await readBytes(file)));
  if (isBadMapping(read))
    throw new Unusable(`${file}：${read.zh}；请改好，或换一个还没有的文件名，会重新写一份。(${read.en})`);
  return read;
};

/** Nothing is written that could not be read again: why not comes back. */
export const writeMapping = async (
  file: string,
  all: readonly KeptMapping[],
): Promise<BadMapping | undefined> => {
  const text = keptText(eachMakeOnce(all));
  const read = readKept(text);
  if (isBadMapping(read)) return read;
  await writeBytes(file, new TextEncoder().encode(text));
  return undefined;
};
