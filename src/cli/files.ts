import { randomUUID } from "node:crypto";
import { open, readFile, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { codeOf } from "../dataset/durable";
import { Unusable } from "./outcome";

/** Larger than any workbook a site keeps; the reader has its own, finer limits. */
const largest = 512 * 1024 * 1024;

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "没有这个文件；请检查文件名和文件夹。(no such file)",
  EACCES: "没有权限；请检查文件权限。(permission denied)",
  EPERM: "没有权限；请检查文件权限。(permission denied)",
  EISDIR: "这是文件夹，不是文件。(is a folder)",
  EBUSY: "文件正被别的程序使用；请先在 Excel 中关闭它。(file is in use)",
  ELOOP: "快捷方式转来转去，找不到文件。(a link that leads to itself)",
  ENOSPC: "磁盘已满；请腾出空间再试。(disk full)",
};

/** Why a file or folder cannot be had, and what to do. */
export const causeWords = (cause: unknown): string => reasons[codeOf(cause)] ?? `读写不成：${String(cause)}`;

const unusable = (file: string, cause: unknown): Unusable =>
  new Unusable(`${file}：${causeWords(cause)}`, { cause });

/** @throws Unusable with the reason in plain words. */
export const readBytes = async (file: string): Promise<Uint8Array> => {
  try {
    const { size } = await stat(file);
    if (size > largest)
      throw new Unusable(`${file}：文件有 ${Math.round(size / 1048576)} MB，太大了，不读。(too large)`);
    return await readFile(file);
  } catch (cause) {
    throw cause instanceof Unusable ? cause : unusable(file, cause);
  }
};

/** How large it is and how it begins, before it is read. @throws Unusable with the reason in plain words. */
export const lookAt = async (
  file: string,
  headBytes: number,
): Promise<{ readonly size: number; readonly head: Uint8Array }> => {
  try {
    const handle = await open(file);
    try {
      const { size } = await handle.stat();
      const { buffer, bytesRead } = await handle.read(new Uint8Array(headBytes), 0, headBytes, 0);
      return { size, head: buffer.subarray(0, bytesRead) };
    } finally {
      await handle.close();
    }
  } catch (cause) {
    throw unusable(file, cause);
  }
};

export const exists = async (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );

/** Writes beside the file and renames: a crash in the middle leaves the old file whole. */
export const writeBytes = async (file: string, bytes: Uint8Array): Promise<void> => {
  const beside = path.join(path.dirname(file), `.${path.basename(file)}.${randomUUID()}.tmp`);
  try {
    const handle = await open(beside, "wx");
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, file);
  } catch (cause) {
    await rm(beside, { force: true });
    throw unusable(file, cause);
  }
};
