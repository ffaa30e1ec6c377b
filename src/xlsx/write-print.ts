import type { Print } from "../book/book";
import { attributes, xmlText } from "./xml-text";

const inches = (points: number): number => Math.round((points / 72) * 1e4) / 1e4;

/** What a sheet's part says of printing, in the order the schema wants. */
export const printXml = (print: Print | undefined): string => {
  if (!print) return "";
  const { left = 50.4, right = 50.4, top = 54, bottom = 54 } = print.margins ?? {};
  const margins = attributes({
    left: inches(left),
    right: inches(right),
    top: inches(top),
    bottom: inches(bottom),
    header: 0.3,
    footer: 0.3,
  });
  const setup = attributes({
    paperSize: 9,
    fitToWidth: print.fitWide,
    fitToHeight: print.fitWide === undefined ? undefined : 0,
    orientation: print.orientation,
  });
  const part = (tag: string, text: string | undefined): string =>
    text === undefined ? "" : `<${tag}>&amp;C${xmlText(text)}</${tag}>`;
  const ends = part("oddHeader", print.centerHeader) + part("oddFooter", print.centerFooter);
  return (
    (print.centerHorizontally ? '<printOptions horizontalCentered="1"/>' : "") +
    `<pageMargins${margins}/><pageSetup${setup}/>` +
    (ends && `<headerFooter>${ends}</headerFooter>`)
  );
};
