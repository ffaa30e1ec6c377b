/** What people have written on a sheet's cells: notes, and the threads of comments of newer versions. */
import { parseArea } from "../book/address";
import { relationsOf, type SheetPart, textPart, type WorkbookParts } from "./package-parts";
import type { ReadComment, ReadLimits } from "./read-types";
import { XlsxRefused } from "./refusal";
import { unescapeExcel } from "./xml-bytes";
import { tagsOf } from "./xml-tags";
import type { Zip } from "./zip-read";

/** Display names by the id that threads know people by. */
export type People = ReadonlyMap<string, string>;

/** Types of relations, by the last part of their address. */
const typesOf = { notes: "comments", threads: "threadedComment", people: "person" } as const;

export const readPeople = async (zip: Zip, { relations }: WorkbookParts): Promise<People> => {
  const people = new Map<string, string>();
  for (const { type, target } of relations) {
    if (type !== typesOf.people || !zip.find(target)) continue;
    for (const tag of tagsOf(await textPart(zip, target)))
      if (tag.name === "person" && !tag.closing)
        people.set(tag.attribute("id") ?? "", tag.attribute("displayName") ?? "");
  }
  return people;
};

interface Written {
  readonly ref: string;
  /** Of a note its author's name, of a thread's comment their id. */
  readonly by: string;
  readonly text: string;
}

/** Elements of a part that hold one comment's words, and what stands beside a text and is none of it. */
const shapes = {
  notes: { comment: "comment", text: "t", beside: "rPh" },
  threads: { comment: "threadedComment", text: "text", beside: "" },
} as const;

function* writtenIn(xml: string, kind: keyof typeof shapes): Generator<Written> {
  const shape = shapes[kind];
  const authors: string[] = [];
  let open: { ref: string; by: string; text: string } | undefined;
  let isBeside = false;
  for (const tag of tagsOf(xml)) {
    if (tag.name === "author" && !tag.closing) authors.push(tag.text());
    else if (tag.name === shape.beside) isBeside = !tag.closing && !tag.empty;
    else if (tag.name === shape.comment) {
      if (open !== undefined) yield open;
      const by = tag.attribute("personId") ?? authors[Number(tag.attribute("authorId"))] ?? "";
      open = tag.closing ? undefined : { ref: tag.attribute("ref") ?? "", by, text: "" };
    } else if (tag.name === shape.text && !tag.closing && !isBeside && open !== undefined)
      open.text += tag.text();
  }
  if (open !== undefined) yield open;
}

const tidy = (text: string): string => unescapeExcel(text).replace(/\r\n?/gu, "\n").trim();

/** What a version that knows no threads is shown before their words: "[Threaded comment]", and a paragraph on them. */
const placeholder = /^\[[^\]\n]*\]\s*\n[^\n]*\n\s*/u;
const isOfThread = ({ by }: Written): boolean => by.startsWith("tc=");

/** Of all sheets together. */
export interface CommentRoom {
  /** Comments that may still come. */
  left: number;
  /** Parts read: each is one sheet's. */
  readonly parts: Set<string>;
}

/**
 * A cell's comments are one, a line each, in the part's order. A thread is read from its own part; from the note that
 * stands in for it where that part is gone.
 * @throws XlsxRefused where a part is broken or over a limit, or a comment stands on no cell.
 */
export const readComments = async (
  zip: Zip,
  sheet: SheetPart,
  people: People,
  limits: ReadLimits,
  room: CommentRoom,
): Promise<readonly ReadComment[]> => {
  const relations = await relationsOf(zip, sheet.part);
  const found = new Map<string, { row: number; column: number; texts: string[] }>();
  const add = ({ ref }: Written, said: string): void => {
    if (--room.left < 0) throw new XlsxRefused("too-large", "comments");
    if (said === "") return;
    if (said.length > limits.textLength) throw new XlsxRefused("too-large", `comment at ${ref}`);
    const area = parseArea(ref);
    if (area === undefined || area.top >= limits.rows || area.left >= limits.columns)
      throw new XlsxRefused("malformed", `comment at ${ref}`);
    const key = `${area.top} ${area.left}`;
    const known = found.get(key);
    if (known) known.texts.push(said);
    else found.set(key, { row: area.top, column: area.left, texts: [said] });
  };
  const partsOf = (type: string): readonly string[] =>
    relations.flatMap((each) => {
      if (each.type !== type || each.external || !zip.find(each.target)) return [];
      const part = each.target.toLowerCase();
      if (room.parts.has(part)) throw new XlsxRefused("malformed", `two sheets' comments in ${each.target}`);
      room.parts.add(part);
      return [each.target];
    });
  const threads = partsOf(typesOf.threads);
  for (const part of threads)
    for (const each of writtenIn(await textPart(zip, part), "threads")) {
      const [name, said] = [people.get(each.by) ?? "", tidy(each.text)];
      add(each, name === "" || said === "" ? said : `${name}：${said}`);
    }
  const threaded = new Set(found.keys());
  for (const part of partsOf(typesOf.notes))
    for (const each of writtenIn(await textPart(zip, part), "notes")) {
      const area = parseArea(each.ref);
      if (isOfThread(each) && area !== undefined && threaded.has(`${area.top} ${area.left}`)) continue;
      const said = tidy(each.text);
      add(each, isOfThread(each) ? said.replace(placeholder, "") : said);
    }
  return [...found.values()]
    .map(({ texts, ...at }) => ({ ...at, text: texts.join("\n") }))
    .sort((a, b) => a.row - b.row || a.column - b.column);
};
