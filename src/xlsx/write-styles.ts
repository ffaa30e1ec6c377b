import type { HighlightLook, Look } from "../book/book";
import { attributes, mainNamespace, xmlHead } from "./xml-text";

/** Collects looks while sheets are written; every look gets one index, however often it is asked for. */
export interface StyleSheet {
  /** Index into cellXfs; the empty look is 0. `asTyped`: text that begins like a formula stays text when edited. */
  cell(look: Look, asTyped?: boolean): number;
  /** Index into dxfs. */
  highlight(look: HighlightLook): number;
  xml(): string;
}

/** "#1A2B3C" → "FF1A2B3C". @throws where it is no such colour: a fault of the plan. */
export const argb = (color: string): string => {
  if (!/^#[0-9A-Fa-f]{6}$/u.test(color)) throw new Error(`no colour: ${color}`);
  return `FF${color.slice(1).toUpperCase()}`;
};

const colorXml = (color: string, tag = "color"): string => `<${tag} rgb="${argb(color)}"/>`;

const borderXml = (color: string): string => {
  const side = (name: string): string => `<${name} style="thin">${colorXml(color)}</${name}>`;
  return `<border>${["left", "right", "top", "bottom"].map(side).join("")}</border>`;
};

const emptyBorder = "<border><left/><right/><top/><bottom/><diagonal/></border>";

/** The font every cell has that says nothing else: what a Chinese Excel knows and every system can replace. */
export const defaultFont = { fontName: "宋体", fontSize: 11 } as const;

const fontXml = (look: Look): string =>
  "<font>" +
  (look.bold ? "<b/>" : "") +
  (look.italic ? "<i/>" : "") +
  (look.underline ? "<u/>" : "") +
  `<sz val="${look.fontSize ?? defaultFont.fontSize}"/>` +
  (look.color === undefined ? '<color theme="1"/>' : colorXml(look.color)) +
  `<name${attributes({ val: look.fontName ?? defaultFont.fontName })}/></font>`;

const fillXml = (color: string): string =>
  `<fill><patternFill patternType="solid">${colorXml(color, "fgColor")}<bgColor indexed="64"/></patternFill></fill>`;

const dxfXml = (look: HighlightLook): string => {
  const font =
    (look.bold === undefined ? "" : `<b val="${Number(look.bold)}"/>`) +
    (look.strike === undefined ? "" : `<strike val="${Number(look.strike)}"/>`) +
    (look.color === undefined ? "" : colorXml(look.color));
  // In a dxf the fill's colour is its background.
  const fill =
    look.fill === undefined
      ? ""
      : `<fill><patternFill>${colorXml(look.fill, "bgColor")}</patternFill></fill>`;
  return `<dxf>${font && `<font>${font}</font>`}${fill}${look.border === undefined ? "" : borderXml(look.border)}</dxf>`;
};

/** Formats Excel knows by number alone. */
const builtIn: Readonly<Record<string, number>> = {
  General: 0,
  "0": 1,
  "0.00": 2,
  "#,##0": 3,
  "#,##0.00": 4,
  "0%": 9,
  "0.00%": 10,
  "@": 49,
};

/** A list in which equal texts share one place. */
const pool = (...first: string[]): { add(xml: string): number; all: readonly string[] } => {
  const all = [...first];
  const places = new Map(all.map((xml, i) => [xml, i]));
  const add = (xml: string): number => {
    const known = places.get(xml);
    if (known !== undefined) return known;
    places.set(xml, all.length);
    return all.push(xml) - 1;
  };
  return { add, all };
};

const vertical = { top: "top", center: "center", bottom: undefined } as const;

export const createStyleSheet = (): StyleSheet => {
  const fonts = pool(fontXml({}));
  const fills = pool(
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
  );
  const borders = pool(emptyBorder);
  const formats = pool();
  const cells = pool('<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>');
  const dxfs = pool();

  const formatId = (code: string): number => builtIn[code] ?? 164 + formats.add(code);

  const cellXml = (look: Look, asTyped: boolean): string => {
    const numFmtId = look.numberFormat === undefined ? 0 : formatId(look.numberFormat);
    const fontId = fonts.add(fontXml(look));
    const fillId = look.fill === undefined ? 0 : fills.add(fillXml(look.fill));
    const borderId = look.border === undefined ? 0 : borders.add(borderXml(look.border));
    const alignment = attributes({
      horizontal: look.horizontal,
      vertical: look.vertical && vertical[look.vertical],
      wrapText: look.wrap || undefined,
    });
    const unlocked = look.locked === false;
    const inside = (alignment && `<alignment${alignment}/>`) + (unlocked ? '<protection locked="0"/>' : "");
    const head = attributes({
      numFmtId,
      fontId,
      fillId,
      borderId,
      xfId: 0,
      quotePrefix: asTyped || undefined,
      applyNumberFormat: numFmtId > 0 || undefined,
      applyFont: fontId > 0 || undefined,
      applyFill: fillId > 0 || undefined,
      applyBorder: borderId > 0 || undefined,
      applyAlignment: alignment !== "" || undefined,
      applyProtection: unlocked || undefined,
    });
    return inside ? `<xf${head}>${inside}</xf>` : `<xf${head}/>`;
  };

  const list = (tag: string, items: readonly string[]): string =>
    items.length === 0 ? "" : `<${tag} count="${items.length}">${items.join("")}</${tag}>`;

  return {
    cell: (look, asTyped = false) => cells.add(cellXml(look, asTyped && look.numberFormat !== "@")),
    highlight: (look) => dxfs.add(dxfXml(look)),
    xml: () =>
      `${xmlHead}<styleSheet xmlns="${mainNamespace}">` +
      list(
        "numFmts",
        formats.all.map((code, i) => `<numFmt${attributes({ numFmtId: 164 + i, formatCode: code })}/>`),
      ) +
      list("fonts", fonts.all) +
      list("fills", fills.all) +
      list("borders", borders.all) +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      list("cellXfs", cells.all) +
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
      list("dxfs", dxfs.all) +
      '<tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/></styleSheet>',
  };
};
