/** Reads sites' files away from the page: a bad one can be given up, the pane stays free. */
import { expose } from "comlink";
import type { CalendarDay } from "../../domain/kit/calendar-day";
import { type SharedFile, siteShare } from "../../workbook/xlsx/site-share";

/** What is said of a file to the worker. */
export interface GivenFile {
  readonly file: string;
  /** When its folder says it was saved. */
  readonly copied: string;
}

const hex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");

export const shareReader = {
  share: async (
    bytes: ArrayBuffer,
    { file, copied }: GivenFile,
    about: { readonly today: CalendarDay; readonly mask: boolean },
  ): Promise<SharedFile & { readonly hash: string }> => {
    const hash = hex(await crypto.subtle.digest("SHA-256", bytes));
    return { ...(await siteShare(new Uint8Array(bytes), { file, hash, modified: copied }, about)), hash };
  },
};

export type ShareReader = typeof shareReader;

expose(shareReader);
