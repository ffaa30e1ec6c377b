/** How large somebody else's file may be, judged before it is read. */
import { foreignKind } from "./foreign-kind";
import { OldFileRefused } from "./old-file-refusal";

/** A register of 40,000 rows is 12 MB of text, or 4 MB of .xlsx; these are chosen well above. */
export const oldFileBytes = { workbook: 128 << 20, text: 32 << 20 } as const;

/** Of its beginning, by which it is known what a file is. */
export const headBytes = 4096;

const megabytes = (bytes: number): string => (bytes / (1 << 20)).toFixed(0);

/**
 * @param head its first bytes, `headBytes` of them where there are so many.
 * @throws OldFileRefused where the file is larger than anything of its kind may be.
 */
export const judgeSize = (size: number, head: Uint8Array, name: string): void => {
  const kind = foreignKind(head, name);
  const most = kind === "text" ? oldFileBytes.text : oldFileBytes.workbook;
  if (size <= most) return;
  if (kind !== "text" && kind !== "workbook") throw new OldFileRefused(kind);
  const [is, may] = [megabytes(size), megabytes(most)];
  throw new OldFileRefused(kind === "text" ? "textTooLarge" : "too-large", {
    at: { zh: `文件有 ${is} MB，最多读 ${may} MB`, en: `${is} MB, where ${may} MB can be read` },
  });
};
