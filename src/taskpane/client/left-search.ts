/** What was being looked for when a client was opened: whoever comes back finds it as it was. */
import type { OpenWorkbook } from "../../workbook/port";

export interface LeftSearch {
  readonly typed: string;
  /** Opened from its line, which gets the focus again. */
  readonly client?: string;
}

const left = new WeakMap<OpenWorkbook, LeftSearch>();

export const leftSearch = (workbook: OpenWorkbook): LeftSearch | undefined => left.get(workbook);

/** @param search nothing: the page of clients was left. */
export const leaveSearch = (workbook: OpenWorkbook, search?: LeftSearch): void => {
  if (search === undefined) left.delete(workbook);
  else left.set(workbook, search);
};
