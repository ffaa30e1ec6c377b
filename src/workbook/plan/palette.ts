/** The workbook's colours and fonts, named by what they mean. */
import type { Look } from "../../book/book";

export const ink = "#1F2933";
export const quiet = "#6B7785";
export const accent = "#1B5E72";
export const accentDeep = "#134654";
export const accentPale = "#E7F1F3";
export const line = "#C5CDD5";
export const paper = "#FFFFFF";

/** Required: the header's colour, and an empty cell that waits for an answer. */
export const required = "#FBE2CB";
export const waiting = "#FDF1E4";

export const overdue = { fill: "#FBDFDD", color: "#B3261E" } as const;
export const dueToday = { fill: "#FFEDC2", color: "#8A5200" } as const;
export const won = { fill: "#E3F3E6", color: "#1E6B36" } as const;
/** Not asked for in this row. */
export const inert = { fill: "#ECEEF1" } as const;
/** On the way from 认购 to 已售. */
export const promised = { fill: "#E1EDF8", color: "#1F5A93" } as const;
export const lost = { fill: "#F1F2F4", color: "#8A929B" } as const;
export const wrong = "#C00000";

/** The paper's: 宋体 12, black. */
export const paperFont = { fontName: "宋体", fontSize: 12 } as const satisfies Look;
export const screenFont = { fontName: "微软雅黑", fontSize: 10 } as const satisfies Look;

export const titleLook: Look = {
  fontName: "宋体",
  fontSize: 18,
  bold: true,
  color: ink,
  vertical: "center",
  border: paper,
};
export const noteLook: Look = {
  fontName: "宋体",
  fontSize: 10,
  color: quiet,
  vertical: "center",
  border: paper,
};
export const bandLook: Look = {
  fontName: "宋体",
  fontSize: 11,
  bold: true,
  color: paper,
  fill: accent,
  vertical: "center",
  border: accent,
};
export const headerLook: Look = {
  ...paperFont,
  bold: true,
  color: ink,
  fill: accentPale,
  horizontal: "center",
  vertical: "center",
  wrap: true,
  border: line,
};
