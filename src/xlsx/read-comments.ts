/** What people have written on a sheet's cells: notes, and the threads of comments of newer versions. */
import { cellAddress, parseArea } from "../book/address";
import { remarkText } from "../book/comments";
import type { Comment, Remark } from "../book/book";
import { partsAt, relationsOf, type SheetPart, textPart, type WorkbookParts } from "./package-parts";
import type { ReadComment, ReadLimits } from "./read-types";
import { XlsxRefused } from "./refusal";
import { unescapeExcel } from "./xml-bytes";
import { isTrue, tagsOf } from "./xml-tags";
import type { Zip } from "./zip-read";

/** Display names by the id that threads know people by. */
export type People = ReadonlyMap<string, string>;

/** Types of relations, by the last part of their address. */
const typesOf = { notes: "comments", threads: "threadedComment", people: "person" } as const;

export const readPeople = async (zip: Zip, { relations }: WorkbookParts): Promise<People> => {
  const people = new Map<string, string>();
  for (const part of partsAt(zip, relations, typesOf.people))
    for (const tag of tagsOf(await textPart(zip, part)))
      if (tag.name === "person" && !tag.closing)
        people.set(tag.attribute("id") ?? "", unescapeExcel(tag.attribute("displayName") ?? ""));
  return people;
};

interface Written {
  readonly ref: string;
  /** Of a note its author's name, of a thread's comment their id. */
  readonly by: string;
  readonly text: string;
  /** When, of a thread's comment: "2024-03-05T10:20:00.00", in UTC. */
  readonly at: string;
  /** It has what a `Book` has no word for: fonts, "resolved", people who are mentioned. */
  readonly dressed: boolean;
}

/** Elements of a part that hold one comment's words, and what stands beside a text and is none of it. */
const shapes = {
  notes: { comment: "comment", text: "t", beside: "rPh" },
  threads: { comment: "threadedComment", text: "text", beside: "" },
} as const;

function* writtenIn(xml: string, kind: keyof typeof shapes): Generator<Written> {
  const shape = shapes[kind];
  const authors: string[] = [];
  let open: { ref: string; by: string; text: string; at: string; dressed: boolean } | undefined;
  let isBeside = false;
  for (const tag of tagsOf(xml)) {
    if (tag.name === "author" && !tag.closing) authors.push(tag.text());
    else if (tag.name === shape.beside) isBeside = !tag.closing && !tag.empty;
    else if (tag.name === shape.comment) {
      if (open !== undefined) yield open;
      const by = tag.attribute("personId") ?? authors[Number(tag.attribute("authorId"))] ?? "";
      const [ref, at, done] = ["ref", "dT", "done"].map((name) => tag.attribute(name) ?? "");
      open = tag.closing
        ? undefined
        : { ref: ref ?? "", by, text: "", at: at ?? "", dressed: done !== "" && isTrue(done) };
    } else if ((tag.name === "rPr" || tag.name === "mentions") && open !== undefined) open.dressed = true;
    else if (tag.name === shape.text && !tag.closing && !isBeside && open !== undefined)
      open.text += tag.text();
  }
  if (open !== undefined) yield open;
}

/** What a version that knows no threads is shown before their words: "[Threaded comment]", and a paragraph on them. */
const placeholder = /^\[[^\]\n]*\]\s*\n[^\n]*\n\s*/u;
const isOfThread = ({ by }: Written): boolean => by.startsWith("tc=");

const textOf = ({ text }: Written): string => unescapeExcel(text).replace(/\r\n?/gu, "\n");

const noteOf = (each: Written): Remark =>
  isOfThread(each)
    ? { by: "", text: textOf(each).trim().replace(placeholder, "") }
    : { by: unescapeExcel(each.by), text: textOf(each) };

const remarkOf = (each: Written, people: People): Remark => {
  const at = new Date(/[Zz]$/u.test(each.at) ? each.at : `${each.at}Z`);
  return {
    by: people.get(each.by) ?? "",
    text: textOf(each),
    ...(Number.isNaN(at.getTime()) ? {} : { at: at.toISOString() }),
  };
};

/** Of all sheets together. */
export interface CommentRoom {
  /** Comments that may still come. */
  left: number;
  /** Parts read: each is one sheet's. */
  readonly parts: Set<string>;
}

type Kind = Comment["kind"];

/** "$A$1" → "A1". */
const bare = (ref: string): string => ref.replaceAll("$", "");

interface OnCell {
  readonly row: number;
  readonly column: number;
  readonly said: {
    readonly kind: Kind;
    readonly remark: Remark;
    readonly text: string;
    readonly dressed: boolean;
  }[];
}

/** What each cell has, in the part's order: threads, then notes. Stand-ins of threads that are there are none. */
const commentsIn = async (
  zip: Zip,
  sheet: SheetPart,
  people: People,
  limits: ReadLimits,
  room: CommentRoom,
): Promise<readonly OnCell[]> => {
  const relations = await relationsOf(zip, sheet.part);
  const found = new Map<string, OnCell>();
  const add = ({ ref, dressed }: Written, kind: Kind, remark: Remark): void => {
    if (--room.left < 0) throw new XlsxRefused("too-large", "comments");
    const text = remarkText(kind, remark);
    if (text === "") return;
    if (text.length > limits.textLength) throw new XlsxRefused("too-large", `comment at ${ref}`);
    const area = parseArea(ref);
    if (area === undefined || area.top >= limits.rows || area.left >= limits.columns)
      throw new XlsxRefused("malformed", `comment at ${ref}`);
    const key = `${area.top} ${area.left}`;
    const known = found.get(key);
    const said = { kind, remark, text, dressed };
    if (known) known.said.push(said);
    else found.set(key, { row: area.top, column: area.left, said: [said] });
  };
  const partsOf = (type: string): readonly string[] =>
    relations.flatMap((each) => {
      if (each.type !== type || each.external || !zip.find(each.target)) return [];
      const part = each.target.toLowerCase();
      if (room.parts.has(part)) throw new XlsxRefused("malformed", `two sheets' comments in ${each.target}`);
      room.parts.add(part);
      return [each.target];
    });
  const threaded = new Set<string>();
  for (const part of partsOf(typesOf.threads))
    for (const each of writtenIn(await textPart(zip, part), "threads")) {
      add(each, "thread", remarkOf(each, people));
      threaded.add(bare(each.ref));
    }
  for (const part of partsOf(typesOf.notes))
    for (const each of writtenIn(await textPart(zip, part), "notes")) {
      if (isOfThread(each) && threaded.has(bare(each.ref))) continue;
      add(each, "note", noteOf(each));
    }
  return [...found.values()].sort((a, b) => a.row - b.row || a.column - b.column);
};

/**
 * A cell's comments are one, a line each. A thread is read from its own part; from the note that stands in for it
 * where that part is gone.
 * @throws XlsxRefused where a part is broken or over a limit, or a comment stands on no cell.
 */
export const readComments = async (
  zip: Zip,
  sheet: SheetPart,
  people: People,
  limits: ReadLimits,
  room: CommentRoom,
): Promise<readonly ReadComment[]> =>
  (await commentsIn(zip, sheet, people, limits, room)).map(({ row, column, said }) => ({
    row,
    column,
    text: said.map(({ text }) => text).join("\n"),
  }));

/** One of a cell: what else it has is said in it. */
const bookComment = ({ row, column, said }: OnCell): Comment => {
  const cell = cellAddress(row, column);
  const [first] = said;
  if (first?.kind !== "thread") {
    const text = said.length === 1 ? first?.remark.text : said.map((each) => each.text).join("\n");
    return { cell, kind: "note", said: [{ by: first?.remark.by ?? "", text: text ?? "" }] };
  }
  return {
    cell,
    kind: "thread",
    said: said.map(({ kind, remark }) => (kind === "thread" ? remark : { by: "", text: remark.text })),
  };
};

export interface BookComments {
  readonly comments: readonly Comment[];
  /** Some have fonts, are resolved or mention people, which a `Book` does not say. */
  readonly dressed: boolean;
}

/** The same as a `Book` holds them. @throws as `readComments` */
export const readBookComments = async (
  zip: Zip,
  sheet: SheetPart,
  people: People,
  limits: ReadLimits,
  room: CommentRoom,
): Promise<BookComments> => {
  const found = await commentsIn(zip, sheet, people, limits, room);
  return {
    comments: found.map(bookComment),
    dressed: found.some(({ said }) => said.some(({ dressed }) => dressed)),
  };
};
