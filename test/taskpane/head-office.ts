/** Head office's files and sheets without a worker and without Excel. */
import { createHash } from "node:crypto";
import type { Book, Sheet } from "../../src/book/book";
import { maskShare } from "../../src/domain/head-office/mask-share";
import type { SiteShare } from "../../src/domain/head-office/share";
import type { HqFile } from "../../src/taskpane/hq/hq-file";
import type { NamedFile, ReadAbout, ShareReading } from "../../src/taskpane/hq/read-shares";
import type { Outcome } from "../../src/taskpane/hq/share-answers";
import type { Growing, Piece } from "../../src/workbook/office/growing-sheets";
import { glanceOf, hqPartsOf, peopleWith } from "../../src/workbook/plan/hq-parts";
import { listFirstRow, listSheet } from "../../src/workbook/plan/hq-sheets";

/** What each file brings, by its own name, at the moment it is asked. */
export type ShareAt = (file: string) => SiteShare | undefined;

/** Reads shares that are there already. `pause` before each. */
export const readingOf = (
  shareAt: ShareAt,
  { mask, signal }: Pick<ReadAbout, "mask" | "signal">,
  pause: () => Promise<void>,
  filed: (book: Book) => void = () => undefined,
): ShareReading => {
  const ask = async <Answer>(
    { file, name }: NamedFile,
    answer: (share: SiteShare) => Answer,
  ): Promise<Outcome<Answer>> => {
    await pause();
    signal.throwIfAborted();
    const share = shareAt(file.name);
    if (share === undefined) return { kind: "refused", code: "unreadable", reason: "没有读到这份文件" };
    const { source } = share;
    const own = { ...(mask ? maskShare(share) : share), source: { ...source, file: name } };
    return { kind: "taken", hash: source.hash, answer: answer(own) };
  };
  return {
    signal,
    glance: (file) => ask(file, glanceOf),
    people: (file, prints) => ask(file, (share) => peopleWith(share, prints)),
    rows: (file) => ask(file, hqPartsOf),
    digest: (text) => Promise.resolve(createHash("sha256").update(text).digest("hex")),
    write: async (book) => {
      filed(await bookOfFile(book));
      return new Blob(["x"]);
    },
    close: () => undefined,
  };
};

/** jsdom's blobs have no text(). */
const textOf = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(typeof reader.result === "string" ? reader.result : "");
    reader.onerror = () => reject(new Error("a blob"));
    reader.readAsText(blob);
  });

const withRows = (sheet: Sheet, pieces: readonly Omit<Piece, "sheet">[]): Sheet => ({
  ...sheet,
  blocks: [
    ...sheet.blocks,
    ...pieces.filter(({ rows }) => rows.length > 0).map(({ top, rows }) => ({ at: `A${top + 1}`, rows })),
  ],
});

const bookOfFile = async ({ summary, lists, growing }: HqFile): Promise<Book> => ({
  names: [],
  sheets: [
    summary,
    ...lists.map(({ list, rows }) => withRows(listSheet(list), [{ top: listFirstRow, rows }])),
    ...(await Promise.all(
      growing.map(async ({ sheet, rows }) =>
        withRows(sheet, [
          {
            top: listFirstRow,
            rows: (
              await Promise.all(rows.map(async (blob) => JSON.parse(await textOf(blob)) as Piece["rows"]))
            ).flat(),
          },
        ]),
      ),
    )),
  ],
});

/** What stands in the end. */
export const grown = async ({ sheets, grow }: Growing, signal: AbortSignal): Promise<readonly Sheet[]> => {
  const put: Piece[] = [];
  const ends = await grow((pieces) => {
    signal.throwIfAborted();
    put.push(...pieces);
    return Promise.resolve();
  });
  return sheets.flatMap((sheet) => {
    const end = ends.find(({ name }) => name === sheet.name);
    if (end === undefined) return [];
    const own = put.filter((piece) => piece.sheet === sheet.name);
    return [withRows({ ...sheet, ...end, blocks: [...sheet.blocks, ...end.blocks] }, own)];
  });
};
