/** R14: a line of 设置 as the plan has it. */
import type { Cell } from "../../book/book";
import type { Ground } from "./ground";
import { settings, settingsSheet, type SettingKey } from "./site-sheet";

/** A line of the planned sheet: caption, value, explanation. */
export const plannedLine = ({ plan }: Pick<Ground, "plan">, key: SettingKey): readonly Cell[] => {
  const sheet = plan.sheets.find(({ name }) => name === settingsSheet);
  const block = sheet?.blocks.find(({ rows }) => rows.some(([caption]) => caption === settings[key]));
  return block?.rows.find(([caption]) => caption === settings[key]) ?? [settings[key], null, null];
};
