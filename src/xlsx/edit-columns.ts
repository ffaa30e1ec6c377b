/** One more column of a table's part, and the look of a sheet's column. */
import { tagsOf } from "./xml-tags";
import { attributes } from "./xml-text";

export interface ColumnDress {
  /** 0 is column A. */
  readonly column: number;
  /** Characters. */
  readonly width: number;
  readonly style: number;
}

const last = 16_384;

/** A sheet's text up to its rows, one of its columns dressed anew; what it says of the others stays. */
export const dressedColumn = (head: string, prefix: string, dress: ColumnDress): string => {
  const own = dress.column + 1;
  const fresh = `<${prefix}col${attributes({
    min: own,
    max: own,
    width: dress.width,
    style: dress.style,
    customWidth: true,
  })}/>`;
  const tags = [...tagsOf(head)];
  const open = tags.find(({ name, closing }) => name === "cols" && !closing);
  const close = tags.find(({ name, closing }) => name === "cols" && closing);
  if (open === undefined || close === undefined) {
    const before = open === undefined ? head : head.slice(0, open.from) + head.slice(open.to);
    return `${before}<${prefix}cols>${fresh}</${prefix}cols>`;
  }
  const pieces: string[] = [];
  let placed = false;
  const place = (): void => {
    if (!placed) pieces.push(fresh);
    placed = true;
  };
  for (const tag of tags) {
    if (tag.name !== "col" || tag.closing) continue;
    const text = head.slice(tag.from, tag.to);
    const [min, max] = [Number(tag.attribute("min")), Math.min(last, Number(tag.attribute("max")))];
    const part = (from: number, to: number): string =>
      text
        .replace(/(\smin\s*=\s*)(?:"[^"]*"|'[^']*')/u, `$1"${from}"`)
        .replace(/(\smax\s*=\s*)(?:"[^"]*"|'[^']*')/u, `$1"${to}"`);
    if (max < own) pieces.push(text);
    else if (min > own) {
      place();
      pieces.push(text);
    } else {
      if (min < own) pieces.push(part(min, own - 1));
      place();
      if (max > own) pieces.push(part(own + 1, max));
    }
  }
  place();
  return head.slice(0, open.to) + pieces.join("") + head.slice(close.from);
};

/** A table's part with one more column at its right end. */
export const withTableColumn = (xml: string, caption: string): string => {
  const tags = [...tagsOf(xml)];
  const columns = tags.filter(({ name, closing }) => name === "tableColumn" && !closing);
  const open = tags.find(({ name, closing }) => name === "tableColumns" && !closing);
  const close = tags.find(({ name, closing }) => name === "tableColumns" && closing);
  if (open === undefined || close === undefined) return xml;
  const prefix = /^<([^\s<>/]*:)?tableColumns/u.exec(xml.slice(open.from, open.to))?.[1] ?? "";
  const id = Math.max(0, ...columns.map((tag) => Number(tag.attribute("id") ?? 0))) + 1;
  const column = `<${prefix}tableColumn${attributes({ id, name: caption })}/>`;
  const head = xml
    .slice(open.from, open.to)
    .replace(/\scount\s*=\s*(?:"[^"]*"|'[^']*')/u, "")
    .replace(/>$/u, ` count="${columns.length + 1}">`);
  return xml.slice(0, open.from) + head + xml.slice(open.to, close.from) + column + xml.slice(close.from);
};
