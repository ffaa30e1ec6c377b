import { XlsxRefused } from "./refusal";
import { tagsOf } from "./xml-tags";

/** An element of a small part, names without namespace prefix. */
export interface XmlElement {
  readonly name: string;
  readonly attribute: (name: string) => string | undefined;
  readonly children: readonly XmlElement[];
  /** What stands before the first child: an element has either text or children where we look. */
  readonly text: string;
}

export interface TreeLimits {
  /** Elements of one part. */
  readonly elements: number;
  /** Elements inside each other. */
  readonly nesting: number;
}

interface Open extends XmlElement {
  readonly children: XmlElement[];
}

const nothing = (): Open => ({ name: "", attribute: () => undefined, children: [], text: "" });

/**
 * A part as a tree. Closing tags are trusted to close what is open, whatever they are called.
 * @returns the element around all, "" where there is none.
 * @throws XlsxRefused for a DTD, broken XML, or a part over a limit
 */
export const treeOf = (xml: string, limits: TreeLimits): XmlElement => {
  const top = nothing();
  const path: Open[] = [top];
  let count = 0;
  for (const tag of tagsOf(xml)) {
    if (tag.closing) {
      if (path.length > 1) path.pop();
      continue;
    }
    if (++count > limits.elements) throw new XlsxRefused("too-large", `${count} elements`);
    const element: Open = {
      name: tag.name,
      attribute: (name) => tag.attribute(name),
      children: [],
      text: tag.text(),
    };
    path.at(-1)?.children.push(element);
    if (tag.empty) continue;
    path.push(element);
    if (path.length > limits.nesting) throw new XlsxRefused("too-deep", `${path.length} elements deep`);
  }
  return top.children[0] ?? top;
};

export const childrenOf = (element: XmlElement | undefined, name: string): readonly XmlElement[] =>
  element?.children.filter((child) => child.name === name) ?? [];

/** The first child of that name; of several names the one inside the other. */
export const childOf = (
  element: XmlElement | undefined,
  ...path: readonly string[]
): XmlElement | undefined =>
  path.reduce<XmlElement | undefined>(
    (from, name) => from?.children.find((child) => child.name === name),
    element,
  );

/** All elements of that name at any depth, in the part's order. */
export const withinOf = (element: XmlElement | undefined, name: string): readonly XmlElement[] => {
  const found: XmlElement[] = [];
  const waiting: XmlElement[] = element ? [element] : [];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.name === name) found.push(next);
    for (let at = next.children.length - 1; at >= 0; at--) {
      const child = next.children[at];
      if (child) waiting.push(child);
    }
  }
  return found;
};
