import type { HighlightLook, Look } from "../book/book";
import type { LostKind } from "./lost";
import { type ColorReader } from "./read-colors";
import { formatCode } from "./read-formats";
import { defaultFont } from "./write-styles";
import { unescapeExcel } from "./xml-bytes";
import { isTrue } from "./xml-tags";
import { childOf, childrenOf, type XmlElement } from "./xml-tree";

/** What a style says that a `Look` can, and what it cannot. */
export interface ReadLook {
  readonly look: Look;
  readonly lost: readonly LostKind[];
}

export interface ReadHighlightLook {
  readonly look: HighlightLook;
  readonly lost: boolean;
}

export interface ReadStyles {
  /** By index of cell style. */
  readonly looks: readonly ReadLook[];
  readonly highlights: readonly ReadHighlightLook[];
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** `<b/>` and `<b val="1"/>` are on, `<b val="0"/>` is off. */
const isOn = (element: XmlElement | undefined): boolean =>
  element !== undefined && (element.attribute("val") === undefined || isTrue(element.attribute("val")));

const plainUnderline = new Set<string | undefined>([undefined, "single", "none"]);

const fontLook = (font: XmlElement | undefined, colors: ColorReader, lost: Set<LostKind>): Look => {
  const look: Mutable<Look> = {};
  const name = unescapeExcel(childOf(font, "name")?.attribute("val") ?? defaultFont.fontName);
  const size = Number(childOf(font, "sz")?.attribute("val") ?? defaultFont.fontSize);
  if (name !== defaultFont.fontName && name !== "") look.fontName = name;
  if (size !== defaultFont.fontSize && size > 0 && size <= 409) look.fontSize = size;
  if (isOn(childOf(font, "b"))) look.bold = true;
  if (isOn(childOf(font, "i"))) look.italic = true;
  const underline = childOf(font, "u");
  if (underline && underline.attribute("val") !== "none") look.underline = true;
  const vertical = childOf(font, "vertAlign")?.attribute("val") ?? "baseline";
  if (
    !plainUnderline.has(underline?.attribute("val")) ||
    isOn(childOf(font, "strike")) ||
    vertical !== "baseline"
  )
    lost.add("fonts");
  const color = childOf(font, "color");
  const own = color?.attribute("theme") === "1" && color.attribute("tint") === undefined;
  const shown = own ? undefined : colors(color);
  if (shown !== undefined) look.color = shown;
  return look;
};

const fillLook = (fill: XmlElement | undefined, colors: ColorReader, lost: Set<LostKind>): Look => {
  const pattern = childOf(fill, "patternFill");
  const type = pattern?.attribute("patternType") ?? "none";
  if (type === "solid") {
    const color = colors(childOf(pattern, "fgColor"));
    return color === undefined ? {} : { fill: color };
  }
  // A new sheet's second fill is this one; nobody uses it unasked.
  if (type !== "none" || childOf(fill, "gradientFill")) lost.add("fills");
  return {};
};

const sides = ["left", "right", "top", "bottom"] as const;

/** Only thin lines all round of one colour can be said. */
const borderLook = (border: XmlElement | undefined, colors: ColorReader, lost: Set<LostKind>): Look => {
  const lines = sides.map((name) => childOf(border, name));
  const drawn = lines.filter((line) => (line?.attribute("style") ?? "none") !== "none");
  const diagonal = childOf(border, "diagonal")?.attribute("style") ?? "none";
  if (diagonal !== "none") lost.add("borders");
  if (drawn.length === 0) return {};
  const shown = drawn.map((line) => colors(childOf(line, "color")) ?? "#000000");
  const [color] = shown;
  if (drawn.length < sides.length || color === undefined) {
    lost.add("borders");
    return {};
  }
  if (shown.some((each) => each !== color) || drawn.some((line) => line?.attribute("style") !== "thin"))
    lost.add("borders");
  return { border: color };
};

const horizontals: Readonly<Record<string, Look["horizontal"]>> = {
  left: "left",
  center: "center",
  right: "right",
};
const verticals: Readonly<Record<string, Look["vertical"]>> = { top: "top", center: "center" };

const alignmentLook = (alignment: XmlElement | undefined, lost: Set<LostKind>): Look => {
  if (!alignment) return {};
  const look: Mutable<Look> = {};
  const across = alignment.attribute("horizontal") ?? "general";
  const down = alignment.attribute("vertical") ?? "bottom";
  const horizontal = horizontals[across];
  const vertical = verticals[down];
  if (horizontal) look.horizontal = horizontal;
  if (vertical) look.vertical = vertical;
  if (isTrue(alignment.attribute("wrapText"))) look.wrap = true;
  const turned = ["indent", "textRotation", "readingOrder"].some(
    (name) => Number(alignment.attribute(name) ?? 0) !== 0,
  );
  if (
    (!horizontal && across !== "general") ||
    (!vertical && down !== "bottom") ||
    turned ||
    isTrue(alignment.attribute("shrinkToFit"))
  )
    lost.add("alignment");
  return look;
};

const highlightLook = (dxf: XmlElement, colors: ColorReader): ReadHighlightLook => {
  const look: Mutable<HighlightLook> = {};
  const font = childOf(dxf, "font");
  const [bold, strike] = [childOf(font, "b"), childOf(font, "strike")];
  if (bold) look.bold = isOn(bold);
  if (strike) look.strike = isOn(strike);
  const color = colors(childOf(font, "color"));
  if (color !== undefined) look.color = color;
  const pattern = childOf(dxf, "fill", "patternFill");
  // The other way round than in a cell's style: the background is what shows.
  const fill = colors(childOf(pattern, "bgColor")) ?? colors(childOf(pattern, "fgColor"));
  if (fill !== undefined && pattern?.attribute("patternType") !== "none") look.fill = fill;
  const border = childOf(dxf, "border");
  const lines = sides.flatMap((name) => {
    const line = childOf(border, name);
    return line && (line.attribute("style") ?? "none") !== "none" ? [line] : [];
  });
  if (lines.length > 0) look.border = colors(childOf(lines[0], "color")) ?? "#000000";
  const lost =
    isOn(childOf(font, "i")) ||
    childOf(font, "u") !== undefined ||
    (lines.length > 0 && lines.length < sides.length) ||
    childOf(dxf, "numFmt") !== undefined;
  return { look, lost };
};

/** What the styles part makes of cells and of conditional formats. */
export const readStyles = (styles: XmlElement | undefined, colors: ColorReader): ReadStyles => {
  const codes = new Map(
    childrenOf(childOf(styles, "numFmts"), "numFmt").map((format) => [
      Number(format.attribute("numFmtId")),
      unescapeExcel(format.attribute("formatCode") ?? ""),
    ]),
  );
  const lists = { fonts: "font", fills: "fill", borders: "border" } as const;
  const listed = (list: keyof typeof lists): readonly XmlElement[] =>
    childrenOf(childOf(styles, list), lists[list]);
  const [fonts, fills, borders] = [listed("fonts"), listed("fills"), listed("borders")];
  const looks = childrenOf(childOf(styles, "cellXfs"), "xf").map((xf): ReadLook => {
    const lost = new Set<LostKind>();
    const index = (name: string): number => Number(xf.attribute(name) ?? 0);
    const id = index("numFmtId");
    const numberFormat = formatCode(id, codes.get(id));
    const locked = childOf(xf, "protection")?.attribute("locked");
    const look: Look = {
      ...fontLook(fonts[index("fontId")], colors, lost),
      ...fillLook(fills[index("fillId")], colors, lost),
      ...borderLook(borders[index("borderId")], colors, lost),
      ...alignmentLook(childOf(xf, "alignment"), lost),
      ...(numberFormat === undefined ? {} : { numberFormat }),
      ...(locked !== undefined && !isTrue(locked) ? { locked: false } : {}),
    };
    return { look, lost: [...lost] };
  });
  const highlights = childrenOf(childOf(styles, "dxfs"), "dxf").map((dxf) => highlightLook(dxf, colors));
  return { looks, highlights };
};
