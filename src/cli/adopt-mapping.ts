/** `--mapping m.json`: where columns go, kept for the next file of the same make. */
import { isBadMapping, type KeptMapping, keptText, readKept } from "../domain/register/kept-mapping";
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

export const writeMapping = (file: string, all: readonly KeptMapping[]): Promise<void> =>
  writeBytes(file, new TextEncoder().encode(keptText(all)));
