import { tiedWords } from "../domain/head-office/saved-when";
import { otherBookWords } from "../domain/head-office/settle";
import type { Beside } from "../dataset/revision";

/** What people should look at, of two contents of one site; nothing where the one is plainly the later. */
export const besideLine = (site: string, { otherBook, tied }: Beside): string | undefined => {
  if (otherBook !== undefined)
    return `${otherBook.not}：${otherBookWords(site, otherBook.counts)}(two workbooks of one name)`;
  return tied && `${tied.not}：${tiedWords(tied.counts, tied.not)}(saved at one moment)`;
};
