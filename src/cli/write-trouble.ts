/** What keeps a result from being written, in words people can do something about. */
import { Unusable } from "./outcome";

const noFolder = "没有这个文件夹；请检查写法，或先建好它。(no such folder)";
const held =
  "写不进去：它可能正在 Excel 里打开，或者没有权限；请关闭它、检查权限后再试。(in use, or not permitted)";

const troubles: Readonly<Record<string, string>> = {
  ENOENT: noFolder,
  ENOTDIR: noFolder,
  EEXIST: "这里已经有一个同名的文件，不能当文件夹用；请换一个名字。(a file is in its place)",
  EISDIR: "这是文件夹，不是文件；请换一个名字。(is a folder)",
  EACCES: held,
  EPERM: held,
  EBUSY: held,
  EROFS: "这里只能读，不能写；请换一个地方。(read-only)",
  ENOSPC: "磁盘已满；请腾出空间再试。(disk full)",
};

/** @returns the cause itself where it is none of these: our own mistake. */
export const writeTrouble = (out: string, cause: unknown): unknown => {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  const why = troubles[code];
  return why === undefined ? cause : new Unusable(`${out}：${why}`, { cause });
};
