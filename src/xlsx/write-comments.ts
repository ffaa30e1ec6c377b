/**
 * Comments on cells. Notes, as every version knows them: their words, and a box each that shows them. Threads, as
 * Excel has had them since 2018, each with a note that stands in for it in versions that know none.
 * https://learn.microsoft.com/openspecs/office_standards/ms-xlsx/ (threadedComment, person)
 */
import { parseArea } from "../book/address";
import { type Comment, lastColumn, lastRow, type Remark, type Sheet } from "../book/book";
import { attributes, mainNamespace, xmlHead, xmlText } from "./xml-text";

const newer = "http://schemas.microsoft.com/office/2017/10/relationships";
const threads = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments";
const revision = "http://schemas.microsoft.com/office/spreadsheetml/2014/revision";
const compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";

export const personPart = "persons/person.xml";
export const personRelation = `${newer}/person`;
export const vmlContentType = "application/vnd.openxmlformats-officedocument.vmlDrawing";

/** A part below "xl/", and how the sheet is related to it. */
interface CommentPart {
  readonly name: string;
  readonly type: string;
  readonly xml: Iterable<string>;
}

const idOf = (kind: "C" | "D", number: number): string =>
  `{A0${kind}00000-0000-4000-8000-${number.toString(16).padStart(12, "0").toUpperCase()}}`;

/** Excel's own form: a heading in brackets, a paragraph on it, and what was said. */
const standIn = ([first, ...replies]: readonly Remark[]): string =>
  "[线程批注]\n\n这个版本的 Excel 能看这条批注；在这里改的，用新版本打开以后会丢。\n\n" +
  [`批注：\n    ${first?.text ?? ""}`, ...replies.map(({ text }) => `回复：\n    ${text}`)].join("\n");

interface Placed {
  readonly comment: Comment;
  readonly row: number;
  readonly column: number;
  /** Of a thread: its remarks', in order. */
  readonly ids: readonly string[];
}

function* notesXml(placed: readonly Placed[]): Generator<string> {
  const authorOf = ({ comment, ids }: Placed): string =>
    comment.kind === "thread" ? `tc=${ids[0] ?? ""}` : (comment.said[0]?.by ?? "");
  const authors = new Map<string, number>();
  for (const each of placed) {
    const author = authorOf(each);
    if (!authors.has(author)) authors.set(author, authors.size);
  }
  yield `${xmlHead}<comments xmlns="${mainNamespace}" xmlns:mc="${compatibility}" mc:Ignorable="xr" xmlns:xr="${revision}"><authors>`;
  for (const author of authors.keys()) yield `<author>${xmlText(author)}</author>`;
  yield "</authors><commentList>";
  for (const each of placed) {
    const { cell, kind, said } = each.comment;
    const head = attributes({
      ref: cell,
      authorId: authors.get(authorOf(each)) ?? 0,
      shapeId: 0,
      "xr:uid": kind === "thread" ? each.ids[0] : undefined,
    });
    const text = kind === "thread" ? standIn(said) : said.map((remark) => remark.text).join("\n");
    yield `<comment${head}><text><t xml:space="preserve">${xmlText(text)}</t></text></comment>`;
  }
  yield "</commentList></comments>";
}

function* threadsXml(placed: readonly Placed[], personOf: (name: string) => string): Generator<string> {
  yield `${xmlHead}<ThreadedComments xmlns="${threads}" xmlns:x="${mainNamespace}">`;
  for (const { comment, ids } of placed)
    for (const [at, remark] of comment.kind === "thread" ? comment.said.entries() : []) {
      const head = attributes({
        ref: comment.cell,
        dT: remark.at?.replace(/Z$/u, ""),
        personId: personOf(remark.by),
        id: ids[at],
        parentId: at === 0 ? undefined : ids[0],
      });
      yield `<threadedComment${head}><text>${xmlText(remark.text)}</text></threadedComment>`;
    }
  yield "</ThreadedComments>";
}

/** Shapes are numbered in blocks of so many, and a sheet takes whole blocks. */
const block = 1024;

/** Beside its cell, two columns wide and four rows high. */
const anchor = ({ row, column }: Placed): string => {
  const left = column + 3 < lastColumn ? column + 1 : column - 3;
  const top = Math.max(0, Math.min(row - 1, lastRow - 5));
  return [left, 15, top, 10, left + 2, 15, top + 4, 4].join(", ");
};

function* boxesXml(placed: readonly Placed[], first: number, blocks: number): Generator<string> {
  const map = Array.from({ length: blocks }, (_, i) => first + i).join(",");
  yield (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">' +
    `<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${map}"/></o:shapelayout>` +
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
  );
  for (const [at, each] of placed.entries())
    yield (
      `<v:shape id="_x0000_s${first * block + at + 1}" type="#_x0000_t202" style="position:absolute;width:144pt;height:72pt;z-index:${at + 1};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
      '<v:fill color2="#ffffe1"/><v:shadow color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>' +
      `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor(each)}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${each.row}</x:Row><x:Column>${each.column}</x:Column></x:ClientData></v:shape>`
    );
  yield "</xml>";
}

const peopleXml = (people: ReadonlyMap<string, string>): string =>
  `${xmlHead}<personList xmlns="${threads}" xmlns:x="${mainNamespace}">` +
  [...people]
    .map(
      ([name, id]) => `<person${attributes({ displayName: name, id, userId: name, providerId: "None" })}/>`,
    )
    .join("") +
  "</personList>";

export interface CommentWriter {
  /** The sheet's parts in order of their relations, the boxes first; none where it has no comments. */
  readonly of: (sheet: Sheet) => readonly CommentPart[];
  /** Whoever has said something in a thread so far. */
  readonly people: () => string;
}

/** Numbers what a workbook's sheets have, sheet after sheet. */
export const createComments = (): CommentWriter => {
  const people = new Map<string, string>();
  const last = { sheet: 0, threads: 0, remark: 0, block: 0 };
  const personOf = (name: string): string => {
    const known = people.get(name) ?? idOf("D", people.size + 1);
    people.set(name, known);
    return known;
  };
  return {
    of: ({ comments = [] }) => {
      if (comments.length === 0) return [];
      const placed = comments
        .flatMap((comment) => {
          const area = parseArea(comment.cell);
          return area ? [{ comment, row: area.top, column: area.left }] : [];
        })
        .sort((a, b) => a.row - b.row || a.column - b.column)
        .map((each): Placed => ({ ...each, ids: each.comment.said.map(() => idOf("C", ++last.remark)) }));
      const number = ++last.sheet;
      const first = last.block + 1;
      const blocks = Math.ceil((placed.length + 1) / block);
      last.block += blocks;
      const parts: CommentPart[] = [
        {
          name: `drawings/vmlDrawing${number}.vml`,
          type: "vmlDrawing",
          xml: boxesXml(placed, first, blocks),
        },
        { name: `comments${number}.xml`, type: "comments", xml: notesXml(placed) },
      ];
      if (placed.some(({ comment }) => comment.kind === "thread"))
        parts.push({
          name: `threadedComments/threadedComment${++last.threads}.xml`,
          type: `${newer}/threadedComment`,
          xml: threadsXml(placed, personOf),
        });
      return parts;
    },
    people: () => peopleXml(people),
  };
};
