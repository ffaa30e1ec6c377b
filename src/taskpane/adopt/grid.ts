import type { SheetCells } from "../../domain/register/old-sheet";

/** A sheet as it was found, in a file or in the open workbook. */
export interface Grid extends SheetCells {
  readonly sheet: string;
}

/** A file that is none we read; `why` says what it is and what to do, in Chinese. */
export class FileRefused extends Error {
  constructor(readonly why: string) {
    super(why);
    this.name = "FileRefused";
  }
}
