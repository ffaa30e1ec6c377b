/** Reads sites' files away from the page: a bad one can be given up, the pane stays free. */
import { expose } from "comlink";
import type { CalendarDay } from "../../domain/kit/calendar-day";
import { type FileOutcome, siteShare } from "../../workbook/xlsx/site-share";

const hex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");

export const shareReader = {
  /** @param copied when the file's folder says it was saved. */
  share: async (
    bytes: ArrayBuffer,
    file: string,
    copied: string,
    about: { readonly today: CalendarDay; readonly mask: boolean },
  ): Promise<FileOutcome> => {
    const hash = hex(await crypto.subtle.digest("SHA-256", bytes));
    return siteShare(new Uint8Array(bytes), { file, hash, copied }, about);
  },
};

export type ShareReader = typeof shareReader;

expose(shareReader);
