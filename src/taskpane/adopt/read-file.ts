import { transfer, wrap } from "comlink";
import type { FileReader } from "./file-worker";
import { FileRefused, type Grid } from "./grid";

/** @throws FileRefused where the file is no workbook we read. */
export const readFile = async (file: File): Promise<readonly Grid[]> => {
  const bytes = await file.arrayBuffer();
  const worker = new Worker(new URL("./file-worker.ts", import.meta.url));
  try {
    const read = await wrap<FileReader>(worker).read(transfer(bytes, [bytes]));
    if (read.ok) return read.grids;
    if (read.ours) throw new Error(read.why);
    throw new FileRefused(read.why);
  } finally {
    worker.terminate();
  }
};
