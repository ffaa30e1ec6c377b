import { XlsxRefused } from "./refusal";
import { tagsOf } from "./xml-tags";

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

/** Notes the area of a <mergeCell>; `xml` is the tag alone. @throws XlsxRefused */
export const noteMerge = (merges: string[], xml: string): void => {
  if (merges.length >= mostMerges) throw new XlsxRefused("too-large", "merges");
  const [tag] = tagsOf(xml);
  merges.push(tag?.attribute("ref") ?? "");
};
