import { lastColumn } from "../book/book";
import { XlsxRefused } from "./refusal";
import { isTrue, tagsOf } from "./xml-tags";

/** What a sheet's part says beside its rows. */
export interface SheetFacts {
  merges: string[];
  hiddenColumns: { first: number; last: number }[];
}

/** Of what stands beside a sheet's rows, but merges. */
export interface BesideLimits {
  readonly elements: number;
  readonly validations: number;
}

/** Counts elements as they come, so that too many of them are not gathered first. @throws XlsxRefused */
export const besideCounter = (limits: BesideLimits | undefined): ((name: string) => void) => {
  let [elements, validations] = [0, 0];
  return (name) => {
    if (!limits) return;
    if (name === "dataValidation" && ++validations > limits.validations)
      throw new XlsxRefused("too-many-rules", `over ${limits.validations} validations`);
    if (++elements > limits.elements) throw new XlsxRefused("too-large", `over ${limits.elements} elements`);
  };
};

const mostMerges = 250_000;

/** Elements outside of rows that say something. */
export const telling: ReadonlySet<string> = new Set(["mergeCell", "col"]);

/** Notes what a tag outside of rows says; `xml` is the tag alone. @throws XlsxRefused */
export const noteFact = (facts: SheetFacts, name: string, xml: string): void => {
  const [tag] = tagsOf(xml);
  const place = (attribute: string): number => Number(tag?.attribute(attribute) ?? Number.NaN) - 1;
  if (name === "mergeCell") {
    if (facts.merges.length >= mostMerges) throw new XlsxRefused("too-large", "merges");
    facts.merges.push(tag?.attribute("ref") ?? "");
  } else if (name === "col" && isTrue(tag?.attribute("hidden"))) {
    const [first, last] = [place("min"), place("max")];
    if (first >= 0 && last >= first && facts.hiddenColumns.length < lastColumn)
      facts.hiddenColumns.push({ first, last });
  }
};
