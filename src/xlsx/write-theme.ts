import { xmlHead } from "./xml-text";

const accents = ["4472C4", "ED7D31", "A5A5A5", "FFC000", "5B9BD5", "70AD47"];
const rgb = (name: string, value: string): string => `<a:${name}><a:srgbClr val="${value}"/></a:${name}>`;
const system = (name: string, value: string, last: string): string =>
  `<a:${name}><a:sysClr val="${value}" lastClr="${last}"/></a:${name}>`;

const colors = [
  system("dk1", "windowText", "000000"),
  system("lt1", "window", "FFFFFF"),
  rgb("dk2", "44546A"),
  rgb("lt2", "E7E6E6"),
  ...accents.map((value, i) => rgb(`accent${i + 1}`, value)),
  rgb("hlink", "0563C1"),
  rgb("folHlink", "954F72"),
].join("");

const font = (name: string): string =>
  `<a:${name}><a:latin typeface="Calibri"/><a:ea typeface="宋体"/><a:cs typeface=""/></a:${name}>`;

const solid = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
const line = (width: number): string => `<a:ln w="${width}">${solid}</a:ln>`;
const effect = "<a:effectStyle><a:effectLst/></a:effectStyle>";

/** Excel's own colours: the table styles are drawn in them. */
export const themeXml =
  `${xmlHead}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Office"><a:themeElements>` +
  `<a:clrScheme name="Office">${colors}</a:clrScheme>` +
  `<a:fontScheme name="Office">${font("majorFont")}${font("minorFont")}</a:fontScheme>` +
  `<a:fmtScheme name="Office"><a:fillStyleLst>${solid.repeat(3)}</a:fillStyleLst>` +
  `<a:lnStyleLst>${line(6350)}${line(12700)}${line(19050)}</a:lnStyleLst>` +
  `<a:effectStyleLst>${effect.repeat(3)}</a:effectStyleLst>` +
  `<a:bgFillStyleLst>${solid.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`;
