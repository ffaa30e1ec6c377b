import { columnLetters } from "../book/address";
import { lastRow, type Print } from "../book/book";
import type { LostNotes } from "./lost";
import { parseReference, rangeText } from "./read-ranges";
import { unescapeExcel } from "./xml-bytes";
import { isTrue } from "./xml-tags";
import { childOf, childrenOf, type XmlElement } from "./xml-tree";

/** Names that say what of a sheet is printed, without "=". */
export interface PrintNames {
  readonly area?: string;
  readonly titles?: string;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Ends = Pick<
  Print,
  "leftHeader" | "centerHeader" | "rightHeader" | "leftFooter" | "centerFooter" | "rightFooter"
>;

const sides = { L: "left", C: "center", R: "right" } as const;

/** "&LA&CB && C" → left "A", center "B && C". What stands before the first mark is in the middle. */
const endsOf = (text: string, of: "Header" | "Footer"): Ends => {
  const ends: Mutable<Ends> = {};
  let side: "left" | "center" | "right" = "center";
  const put = (piece: string): void => {
    ends[`${side}${of}`] = (ends[`${side}${of}`] ?? "") + piece;
  };
  for (const piece of text.match(/&"[^"]*"|&[\s\S]|[^&]+|&/gu) ?? []) {
    const next = /^&[LCR]$/u.test(piece) ? sides[piece.slice(1) as keyof typeof sides] : undefined;
    if (next) side = next;
    put(next ? "" : piece);
  }
  return ends;
};

const points = (inches: string | undefined): number => Math.round(Number(inches ?? 0) * 7200) / 100;

/** What the writer gives a sheet that says nothing of its margins. */
const plainMargins = { top: 54, bottom: 54, left: 50.4, right: 50.4 };

const marginsOf = (element: XmlElement | undefined): Print["margins"] => {
  if (!element) return undefined;
  const margins = {
    top: points(element.attribute("top")),
    bottom: points(element.attribute("bottom")),
    left: points(element.attribute("left")),
    right: points(element.attribute("right")),
  };
  if (Object.values(margins).some((margin) => !(margin >= 0))) return undefined;
  const plain = Object.entries(plainMargins).every(
    ([side, margin]) => margins[side as keyof typeof margins] === margin,
  );
  return plain ? undefined : margins;
};

const numberOf = (element: XmlElement | undefined, name: string, otherwise: number): number => {
  const value = Number(element?.attribute(name) ?? otherwise);
  return Number.isInteger(value) && value >= 0 ? value : otherwise;
};

const breaksOf = (worksheet: XmlElement): readonly number[] => {
  const rows = childrenOf(childOf(worksheet, "rowBreaks"), "brk").map((each) => Number(each.attribute("id")));
  return [...new Set(rows)]
    .filter((row) => Number.isInteger(row) && row > 0 && row < lastRow)
    .sort((a, b) => a - b);
};

/** What of a sheet is printed, and how; nothing where the file says nothing of it. */
export const readPrint = (
  worksheet: XmlElement,
  names: PrintNames,
  sheet: string,
  lost: LostNotes,
): Print | undefined => {
  const [options, setup, headerFooter] = ["printOptions", "pageSetup", "headerFooter"].map((name) =>
    childOf(worksheet, name),
  );
  const margins = childOf(worksheet, "pageMargins");
  const pageBreaks = breaksOf(worksheet);
  const saysSo = options ?? setup ?? headerFooter ?? margins;
  if (!saysSo && pageBreaks.length === 0 && names.area === undefined && names.titles === undefined)
    return undefined;

  if (numberOf(setup, "paperSize", 9) !== 9) lost.note("paper", sheet);
  const details = ["differentOddEven", "differentFirst"].filter((name) =>
    isTrue(headerFooter?.attribute(name)),
  );
  const more = ["gridLines", "headings"].filter((name) => isTrue(options?.attribute(name)));
  lost.note(
    "printDetails",
    sheet,
    details.length + more.length + childrenOf(childOf(worksheet, "colBreaks"), "brk").length,
  );

  const area = names.area === undefined ? undefined : parseReference(names.area)?.area;
  const titles = (names.titles ?? "")
    .split(/,(?=(?:[^']*'[^']*')*[^']*$)/u)
    .flatMap((part) => parseReference(part)?.area ?? []);
  const rows = titles.find(({ left, right }) => left === 0 && right > 16_000);
  const columns = titles.find(({ top, bottom }) => top === 0 && bottom >= lastRow - 1);
  if ((names.area !== undefined && !area) || titles.some((each) => each !== rows && each !== columns))
    lost.note("printDetails", sheet);

  const fitted = isTrue(childOf(worksheet, "sheetPr", "pageSetUpPr")?.attribute("fitToPage"));
  const [fitWide, fitTall] = fitted
    ? [numberOf(setup, "fitToWidth", 1), numberOf(setup, "fitToHeight", 1)]
    : [0, 0];
  const scale = fitted ? 100 : numberOf(setup, "scale", 100);
  const ends = (["Header", "Footer"] as const).map((of) =>
    endsOf(unescapeExcel(childOf(headerFooter, `odd${of}`)?.text ?? ""), of),
  );
  const own = marginsOf(margins);
  return {
    orientation: setup?.attribute("orientation") === "landscape" ? "landscape" : "portrait",
    paper: "A4",
    ...(fitWide > 0 ? { fitWide } : {}),
    ...(fitTall > 0 ? { fitTall } : {}),
    ...(scale !== 100 && scale >= 10 && scale <= 400 ? { scale } : {}),
    ...(area ? { area: rangeText(area) } : {}),
    ...(pageBreaks.length === 0 ? {} : { pageBreaks }),
    ...(rows ? { titleRows: `${rows.top + 1}:${rows.bottom + 1}` } : {}),
    ...(columns ? { titleColumns: `${columnLetters(columns.left)}:${columnLetters(columns.right)}` } : {}),
    ...(setup?.attribute("pageOrder") === "overThenDown" ? { acrossFirst: true } : {}),
    ...ends[0],
    ...ends[1],
    ...(own ? { margins: own } : {}),
    ...(isTrue(options?.attribute("horizontalCentered")) ? { centerHorizontally: true } : {}),
    ...(isTrue(options?.attribute("verticalCentered")) ? { centerVertically: true } : {}),
  };
};
