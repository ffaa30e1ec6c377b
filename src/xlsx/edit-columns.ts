/** More columns of a table's part, and the looks of a sheet's columns. */
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

/** A sheet's text up to its rows, some of its columns dressed anew; what it says of the others stays. */
export const dressedColumns = (head: string, prefix: string, dresses: Iterable<ColumnDress>): string => {
  const fresh = [...dresses]
    .map(({ column, width, style }) => {
      const own = column + 1;
      const dress = attributes({ min: own, max: own, width, style, customWidth: true });
      return { own, text: `<${prefix}col${dress}/>` };
    })
    .sort((a, b) => a.own - b.own);
  if (fresh.length === 0) return head;
  const tags = [...tagsOf(head)];
  const open = tags.find(({ name, closing }) => name === "cols" && !closing);
  const close = tags.find(({ name, closing }) => name === "cols" && closing);
  if (open === undefined || close === undefined) {
    const before = open === undefined ? head : head.slice(0, open.from) + head.slice(open.to);
    return `${before}<${prefix}cols>${fresh.map(({ text }) => text).join("")}</${prefix}cols>`;
  }
  const pieces: string[] = [];
  let next = 0;
  const placeBefore = (column: number): void => {
    for (let each = fresh[next]; each !== undefined && each.own < column; each = fresh[++next])
      pieces.push(each.text);
  };
  for (const tag of tags) {
    if (tag.name !== "col" || tag.closing) continue;
    const text = head.slice(tag.from, tag.to);
    const [min, max] = [Number(tag.attribute("min")), Math.min(last, Number(tag.attribute("max")))];
    const part = (from: number, to: number): string =>
      text
        .replace(/(\smin\s*=\s*)(?:"[^"]*"|'[^']*')/u, `$1"${from}"`)
        .replace(/(\smax\s*=\s*)(?:"[^"]*"|'[^']*')/u, `$1"${to}"`);
    placeBefore(min);
    let from = min;
    for (let each = fresh[next]; each !== undefined && each.own <= max; each = fresh[++next]) {
      if (from < each.own) pieces.push(part(from, each.own - 1));
      pieces.push(each.text);
      from = each.own + 1;
    }
    if (from === min) pieces.push(text);
    else if (from <= max) pieces.push(part(from, max));
  }
  placeBefore(Number.POSITIVE_INFINITY);
  return head.slice(0, open.to) + pieces.join("") + head.slice(close.from);
};

/** A table's part with more columns at its right end. */
export const withTableColumns = (xml: string, captions: readonly string[]): string => {
  if (captions.length === 0) return xml;
  const tags = [...tagsOf(xml)];
  const columns = tags.filter(({ name, closing }) => name === "tableColumn" && !closing);
  const open = tags.find(({ name, closing }) => name === "tableColumns" && !closing);
  const close = tags.find(({ name, closing }) => name === "tableColumns" && closing);
  if (open === undefined || close === undefined) return xml;
  const prefix = /^<([^\s<>/]*:)?tableColumns/u.exec(xml.slice(open.from, open.to))?.[1] ?? "";
  const highest = columns.reduce((most, tag) => Math.max(most, Number(tag.attribute("id") ?? 0)), 0);
  const added = captions.map(
    (name, at) => `<${prefix}tableColumn${attributes({ id: highest + 1 + at, name })}/>`,
  );
  const head = xml
    .slice(open.from, open.to)
    .replace(/\scount\s*=\s*(?:"[^"]*"|'[^']*')/u, "")
    .replace(/>$/u, ` count="${columns.length + captions.length}">`);
  return (
    xml.slice(0, open.from) + head + xml.slice(open.to, close.from) + added.join("") + xml.slice(close.from)
  );
};
