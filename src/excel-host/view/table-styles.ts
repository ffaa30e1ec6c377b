import { holds } from "../../book/address";
import type { SheetState, TableState } from "../model/workbook";

/** What a table's style gives a cell, under whatever the cell has of its own. */
export interface TableShade {
  readonly fill?: string;
  readonly color?: string;
  readonly bold?: boolean;
  readonly top?: string;
  readonly bottom?: string;
  readonly left?: string;
  readonly right?: string;
}

/** Black and the six accents of Office's theme of 2013. */
const solid = ["#000000", "#4472C4", "#ED7D31", "#A5A5A5", "#FFC000", "#5B9BD5", "#70AD47"];
const pale = ["#D9D9D9", "#D9E1F2", "#FCE4D6", "#EDEDED", "#FFF2CC", "#DDEBF7", "#E2EFDA"];
const line = ["#7F7F7F", "#8EA9DB", "#F4B084", "#C9C9C9", "#FFD966", "#9BC2E6", "#A9D08E"];
const dark = ["#000000", "#305496", "#C65911", "#7B7B7B", "#BF8F00", "#2F75B5", "#548235"];

/** Excel's built-in styles, roughly: Light 1–21, Medium and Dark as Medium 1–7. */
export const tableShade = (table: TableState, row: number, column: number): TableShade => {
  const [, family = "", digits = "0"] = /^TableStyle(Light|Medium|Dark)(\d+)$/u.exec(table.style) ?? [];
  if (family === "") return {};
  const number = Number(digits) - 1;
  const hue = number % 7;
  const kind = family === "Light" ? Math.floor(number / 7) : 3;
  const { top, bottom, left, right } = table.area;
  const header = row === top;
  const odd = table.bandedRows && (row - top) % 2 === 1;
  const edge = line[hue] ?? "#000000";
  const outer = {
    ...(header ? { top: edge } : {}),
    ...(row === bottom ? { bottom: edge } : {}),
    ...(column === left && kind > 0 ? { left: edge } : {}),
    ...(column === right && kind > 0 ? { right: edge } : {}),
  };
  if (header)
    return kind === 0 || kind === 2
      ? { ...outer, bold: true, color: dark[hue] ?? "#000000", bottom: edge }
      : { ...outer, bold: true, color: "#FFFFFF", fill: solid[hue] ?? "#000000" };
  const band = odd && kind !== 1 ? { fill: pale[hue] ?? "#D9D9D9" } : {};
  const rule = kind === 1 || kind === 2 || kind === 3 ? { bottom: edge } : {};
  const grid = kind === 2 ? { left: edge, right: edge } : {};
  return { ...outer, ...band, ...rule, ...grid };
};

export const tableAt = (sheet: SheetState, row: number, column: number): TableState | undefined =>
  sheet.tables.find((table) => holds(table.area, row, column));
