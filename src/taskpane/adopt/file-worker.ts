/** Reads .xlsx files away from the page, so that a large one does not freeze it. */
import { expose } from "comlink";
import { readFileSheets } from "../../workbook/xlsx/old-file";
import type { Grid } from "./grid";

export type FileRead =
  | { readonly ok: true; readonly grids: readonly Grid[] }
  /** Errors lose their kind on the way to the page. */
  | { readonly ok: false; readonly why: string; readonly ours: boolean };

export const fileReader = {
  read: async (bytes: ArrayBuffer): Promise<FileRead> => {
    try {
      return { ok: true, grids: await readFileSheets(new Uint8Array(bytes)) };
    } catch (fault) {
      const known = fault instanceof Error && fault.name === "XlsxRefused";
      return { ok: false, why: fault instanceof Error ? fault.message : String(fault), ours: !known };
    }
  },
};

export type FileReader = typeof fileReader;

expose(fileReader);
