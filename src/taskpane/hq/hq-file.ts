/** Head office's workbook to be downloaded: its rows lie outside the page until the sheet they stand on is written. */
import type { Sheet, Value } from "../../book/book";
import type { FilledList } from "../../workbook/plan/hq-lists";
import { hqStateSheetOf } from "../../workbook/plan/hq-state";
import { listFirstRow } from "../../workbook/plan/hq-sheets";
import { filledList, type FilledSheet, writeHqFile } from "../../workbook/xlsx/hq-file";
import type { ZipSink } from "../../xlsx/zip-stream";

export interface SpooledSheet {
  readonly sheet: Sheet;
  readonly width: number;
  readonly count: number;
  /** Rows as JSON, a site's after the other: the browser keeps blobs, on disk where they grow. */
  readonly rows: readonly Blob[];
}

/** In the order of the sheets. */
export interface HqFile {
  readonly summary: Sheet;
  readonly lists: readonly FilledList[];
  readonly growing: readonly SpooledSheet[];
  /** For the next merge. */
  readonly state: readonly (readonly Value[])[];
}

const kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const bytesPerBlob = 1_000_000;

/** A file that grows outside the page's memory; what is put over written bytes is laid over them at the end. */
const blobSink = (): { readonly sink: ZipSink; readonly done: () => Blob } => {
  const blobs: Blob[] = [];
  let waiting: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  const patches: { readonly at: number; readonly bytes: Uint8Array<ArrayBuffer> }[] = [];
  const flush = (): void => {
    blobs.push(new Blob(waiting));
    waiting = [];
    bytes = 0;
  };
  return {
    sink: {
      write: (piece) => {
        waiting.push(new Uint8Array(piece));
        bytes += piece.length;
        if (bytes > bytesPerBlob) flush();
        return Promise.resolve();
      },
      patch: (at, piece) => {
        patches.push({ at, bytes: new Uint8Array(piece) });
        return Promise.resolve();
      },
    },
    done: () => {
      flush();
      const written = new Blob(blobs);
      const pieces: BlobPart[] = [];
      let end = 0;
      for (const patch of patches.sort((a, b) => a.at - b.at)) {
        pieces.push(written.slice(end, patch.at), patch.bytes);
        end = patch.at + patch.bytes.length;
      }
      return new Blob([...pieces, written.slice(end)], { type: kind });
    },
  };
};

const grown = ({ sheet, width, count, rows }: SpooledSheet, textOf: (blob: Blob) => string): FilledSheet => ({
  sheet,
  rows: {
    top: listFirstRow,
    left: 0,
    width,
    count,
    rows: (function* () {
      for (const blob of rows) yield* JSON.parse(textOf(blob)) as readonly (readonly Value[])[];
    })(),
  },
});

/** @param textOf what a blob holds, at once: as workers alone can ask. */
export const writeHqFileHere =
  (textOf: (blob: Blob) => string) =>
  async ({ summary, lists, growing, state }: HqFile): Promise<Blob> => {
    const { sink, done } = blobSink();
    await writeHqFile(
      [
        { sheet: summary },
        ...lists.map(filledList),
        ...growing.map((each) => grown(each, textOf)),
        { sheet: hqStateSheetOf(), rows: { top: 0, left: 0, width: 2, count: state.length, rows: state } },
      ],
      undefined,
      sink,
    );
    return done();
  };
