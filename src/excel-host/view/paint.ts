import {
  BooleanNumber,
  BorderStyleTypes,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
} from "@univerjs/core";
import type { IBorderData, IBorderStyleData, IStyleData } from "@univerjs/core";
import type { HighlightLook } from "../../book/book";
import { lookAt } from "../model/looks";
import type { Edge, SheetState } from "../model/workbook";
import { tableAt, tableShade } from "./table-styles";

/** System fonts stand in where a font is not installed; nothing is loaded. */
const likeness: Readonly<Record<string, string>> = {
  宋体: "宋体, SimSun, Songti SC, STSong, Noto Serif CJK SC, serif",
  黑体: "黑体, SimHei, Heiti SC, Noto Sans CJK SC, sans-serif",
  楷体: "楷体, KaiTi, Kaiti SC, AR PL UKai CN, serif",
  仿宋: "仿宋, FangSong, STFangsong, serif",
};
const sans = "Calibri, Carlito, Microsoft YaHei, PingFang SC, Noto Sans CJK SC, sans-serif";

const horizontal: Readonly<Record<string, HorizontalAlign>> = {
  Left: HorizontalAlign.LEFT,
  Center: HorizontalAlign.CENTER,
  CenterAcrossSelection: HorizontalAlign.CENTER,
  Right: HorizontalAlign.RIGHT,
};
const vertical: Readonly<Record<string, VerticalAlign>> = {
  Top: VerticalAlign.TOP,
  Center: VerticalAlign.MIDDLE,
  Bottom: VerticalAlign.BOTTOM,
};

const thin = (color: string): IBorderStyleData => ({ s: BorderStyleTypes.THIN, cl: { rgb: color } });

const border = (edge: Edge | null | undefined): IBorderStyleData | undefined => {
  if (!edge || edge.style === "None") return undefined;
  const heavy = edge.weight === "Medium" || edge.weight === "Thick";
  const dashed = edge.style.startsWith("Da") ? BorderStyleTypes.DASHED : BorderStyleTypes.THIN;
  return { s: heavy ? BorderStyleTypes.MEDIUM : dashed, cl: { rgb: edge.color } };
};

/**
 * How the grid draws a cell: its own look over its table's style, and conditional formats over both.
 * @param kind of value: Excel puts numbers to the right and truth values in the middle where nothing else is said.
 */
export const paintCell = (
  sheet: SheetState,
  row: number,
  column: number,
  kind: "text" | "number" | "boolean" | "empty",
  highlights: readonly HighlightLook[],
): IStyleData => {
  const own = lookAt(sheet, row, column);
  const table = tableAt(sheet, row, column);
  const shade = table ? tableShade(table, row, column) : {};
  const over = (key: keyof HighlightLook): string | boolean | undefined =>
    highlights.find((look) => look[key] !== undefined)?.[key];

  const fill = over("fill") ?? own.fill ?? shade.fill;
  const color = over("color") ?? own.color ?? shade.color;
  const bold = over("bold") ?? own.bold ?? shade.bold;
  const strike = over("strike") ?? own.strikethrough;
  const frame = over("border");
  const side = (edge: Edge | null | undefined, below: string | undefined): IBorderStyleData | undefined =>
    typeof frame === "string"
      ? thin(frame)
      : (border(edge) ?? (below === undefined ? undefined : thin(below)));
  const sides: IBorderData = {
    t: side(own.edgeTop, shade.top) ?? null,
    b: side(own.edgeBottom, shade.bottom) ?? null,
    l: side(own.edgeLeft, shade.left) ?? null,
    r: side(own.edgeRight, shade.right) ?? null,
  };
  const plain = kind === "number" ? "Right" : kind === "boolean" ? "Center" : "Left";
  const across = horizontal[own.horizontal ?? ""] ?? horizontal[plain] ?? HorizontalAlign.LEFT;
  const clip = kind === "text" ? WrapStrategy.OVERFLOW : WrapStrategy.CLIP;
  return {
    ff: own.fontName ? (likeness[own.fontName] ?? `${own.fontName}, ${sans}`) : sans,
    fs: own.fontSize ?? 11,
    bl: bold === true ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    it: own.italic === true ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    ht: across,
    vt: vertical[own.vertical ?? ""] ?? VerticalAlign.BOTTOM,
    tb: own.wrap === true ? WrapStrategy.WRAP : clip,
    bd: sides,
    ...(typeof fill === "string" ? { bg: { rgb: fill } } : {}),
    ...(typeof color === "string" ? { cl: { rgb: color } } : {}),
    ...(own.underline && own.underline !== "None" ? { ul: { s: BooleanNumber.TRUE } } : {}),
    ...(strike === true ? { st: { s: BooleanNumber.TRUE } } : {}),
  };
};
