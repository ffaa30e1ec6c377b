/** The way back: a site's workbook as it was, kept beside under a name with the moment. */
import path from "node:path";
import type { Moment } from "../domain/kit/calendar-day";
import { exists, writeBytes } from "./files";

/**
 * "案场 收编前 20261122-1030.xlsx"; a second one of that minute gets a number.
 * @param when "收编前", "修复前". @returns its path.
 */
export const backUp = async (file: string, bytes: Uint8Array, at: Moment, when: string): Promise<string> => {
  const { dir, name, ext } = path.parse(file);
  const stem = `${name} ${when} ${at.replaceAll("-", "").replace(":", "").replace(" ", "-")}`;
  let beside = path.join(dir, `${stem}${ext}`);
  for (let n = 2; await exists(beside); n++) beside = path.join(dir, `${stem}-${n}${ext}`);
  await writeBytes(beside, bytes);
  return beside;
};
