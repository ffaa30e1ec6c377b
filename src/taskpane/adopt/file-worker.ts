/** Reads and writes files away from the page, so that a large one does not freeze it. */
import { expose, transfer } from "comlink";
import type { Book } from "../../book/book";
import { readOldFile } from "../../workbook/xlsx/old-file";
import { OldFileRefused } from "../../workbook/xlsx/old-file-refusal";
import { headBytes, judgeSize } from "../../workbook/xlsx/old-file-size";
import { writeBook } from "../../xlsx/write";
import type { OldSource } from "./old-source";

export type FileRead =
  | { readonly kind: "read"; readonly sheets: readonly OldSource[] }
  /** Errors lose their kind on the way to the page. */
  | { readonly kind: "refused"; readonly zh: string; readonly en: string }
  | { readonly kind: "fault"; readonly why: string };

const fileReader = {
  read: async (file: File): Promise<FileRead> => {
    try {
      const head = await file.slice(0, headBytes).arrayBuffer();
      judgeSize(file.size, new Uint8Array(head), file.name);
      return { kind: "read", sheets: await readOldFile(new Uint8Array(await file.arrayBuffer()), file.name) };
    } catch (fault) {
      if (fault instanceof OldFileRefused)
        return {
          kind: "refused",
          zh: `${fault.message}。`,
          en: fault.en,
        };
      return { kind: "fault", why: fault instanceof Error ? fault.message : String(fault) };
    }
  },
  write: async (book: Book): Promise<Uint8Array> => {
    const bytes = await writeBook(book);
    return transfer(bytes, [bytes.buffer]);
  },
};

export type FileReader = typeof fileReader;

expose(fileReader);
