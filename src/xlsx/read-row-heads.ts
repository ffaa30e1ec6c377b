import { isTrue, tagsOf } from "./xml-tags";

/** What a row says of itself, its cells aside. */
export interface RowHead {
  readonly height: number | undefined;
  readonly hidden: boolean;
  readonly outlined: boolean;
  readonly style: number | undefined;
}

const rowHead = (head: string): RowHead => {
  const [tag] = tagsOf(head);
  const height = Number(tag?.attribute("ht") ?? Number.NaN);
  const sized = isTrue(tag?.attribute("customHeight")) && height >= 0 && height <= 409.5;
  return {
    height: sized ? height : undefined,
    hidden: isTrue(tag?.attribute("hidden")),
    outlined: Number(tag?.attribute("outlineLevel") ?? 0) > 0,
    style: isTrue(tag?.attribute("customFormat")) ? Number(tag?.attribute("s") ?? 0) : undefined,
  };
};

const numbered = '<row r="';

/** What a row says besides its number and how far its cells go. */
const besides = (head: string): string =>
  head.startsWith(numbered) && !head.includes(" spans=")
    ? `<row${head.slice(head.indexOf('"', numbered.length) + 1)}`
    : head.replace(/ (?:r|spans)="[\d:]*"/gu, "");

/** Rows by the thousand say the same but for their number: each head is read once. */
export const rowHeads = (): ((head: string) => RowHead) => {
  const known = new Map<string, RowHead>();
  return (head) => {
    const plain = besides(head);
    let found = known.get(plain);
    if (!found) {
      found = rowHead(plain);
      if (known.size < 1000) known.set(plain, found);
    }
    return found;
  };
};
