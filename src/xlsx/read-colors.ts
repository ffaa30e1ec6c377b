import { childOf, type XmlElement } from "./xml-tree";

/** Colours as a file says them, as "#RRGGBB"; nothing for one that is none. */
export type ColorReader = (color: XmlElement | undefined) => string | undefined;

/** The first 8 of them repeat as the next 8. ECMA-376 18.8.27. */
const basic = "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF";
const indexed = (
  `${basic} ${basic} ` +
  "800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF " +
  "000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 " +
  "3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333"
).split(" ");

/** How styles count a theme's colours: light before dark. */
const themeOrder = "lt1 dk1 lt2 dk2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink".split(
  " ",
);

/** Of Excel's own theme, for files without one. */
const plainTheme =
  "FFFFFF 000000 E7E6E6 44546A 4472C4 ED7D31 A5A5A5 FFC000 5B9BD5 70AD47 0563C1 954F72".split(" ");

const isColor = (text: string | undefined): text is string => /^[0-9A-Fa-f]{6}$/u.test(text ?? "");

/** "4472C4" and so on, as a theme part has them. */
export const themeColors = (theme: XmlElement | undefined): readonly string[] => {
  const scheme = childOf(theme, "themeElements", "clrScheme");
  return themeOrder.map((name, i) => {
    const [color] = childOf(scheme, name)?.children ?? [];
    const text = color?.attribute("lastClr") ?? color?.attribute("val");
    return isColor(text) ? text : (plainTheme[i] ?? "000000");
  });
};

/** Lighter for a positive tint, darker for a negative one, at the same hue. ECMA-376 18.8.19. */
const tinted = (hex: string, tint: number): string => {
  const parts = [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const most = Math.max(...parts);
  const least = Math.min(...parts);
  const light = (most + least) / 2;
  const wanted = tint < 0 ? light * (1 + tint) : light * (1 - tint) + tint;
  // At one hue and saturation a channel's distance from the lightness goes with the room there is around it.
  const room = (lightness: number): number => Math.min(lightness, 1 - lightness);
  const scale = room(light) === 0 ? 0 : room(wanted) / room(light);
  return parts
    .map((part) => Math.round(Math.min(1, Math.max(0, wanted + (part - light) * scale)) * 255))
    .map((part) => part.toString(16).padStart(2, "0"))
    .join("");
};

export const createColorReader =
  (theme: readonly string[]): ColorReader =>
  (color) => {
    if (!color) return undefined;
    const rgb = color.attribute("rgb");
    const hex =
      rgb === undefined
        ? (theme[Number(color.attribute("theme") ?? -1)] ?? indexed[Number(color.attribute("indexed") ?? -1)])
        : rgb.slice(-6);
    if (!isColor(hex)) return undefined;
    const tint = Number(color.attribute("tint") ?? 0);
    const shown = Math.abs(tint) > 0 && Math.abs(tint) <= 1 ? tinted(hex, tint) : hex;
    return `#${shown.toUpperCase()}`;
  };
