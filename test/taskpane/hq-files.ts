/** Head office's page on files in memory, read in this thread: what the worker does, without one. */
import { createHash } from "node:crypto";
import type { Value } from "../../src/book/book";
import { type Gathering, startGathering } from "../../src/taskpane/hq/gather";
import { writeHqFileHere } from "../../src/taskpane/hq/hq-file";
import type { NamedFile, ReadAbout, ShareReading } from "../../src/taskpane/hq/read-shares";
import { shareAnswers, type ShareAsked } from "../../src/taskpane/hq/share-answers";
import { readSheets } from "../../src/xlsx/read";
import { today } from "../cli/site-files";

const digest = (text: string): Promise<string> =>
  Promise.resolve(createHash("sha256").update(text).digest("hex"));

const answers = shareAnswers((bytes) =>
  Promise.resolve(createHash("sha256").update(new Uint8Array(bytes)).digest("hex")),
);

/** Node's blobs cannot be read at once. */
class KnownBlob extends Blob {
  readonly said: string;
  constructor(parts?: BlobPart[], options?: BlobPropertyBag) {
    super(parts, options);
    this.said = parts?.every((part) => typeof part === "string") === true ? parts.join("") : "";
  }
}
Object.assign(globalThis, { Blob: KnownBlob });

export const named = (name: string, bytes: Uint8Array): NamedFile => ({
  name,
  file: new File([new Uint8Array(bytes)], name, { lastModified: Date.parse("2026-11-22T00:00:00Z") }),
});

export const readingHere = ({ mask, signal }: Pick<ReadAbout, "mask" | "signal">): ShareReading => {
  const given = async ({ name, file }: NamedFile): Promise<readonly [ArrayBuffer, ShareAsked]> => {
    signal.throwIfAborted();
    return [await file.arrayBuffer(), { file: name, copied: "2026-11-22T00:00:00Z", today, mask }];
  };
  return {
    signal,
    glance: async (file) => answers.glance(...(await given(file))),
    people: async (file, prints) => answers.people(...(await given(file)), prints),
    rows: async (file) => answers.rows(...(await given(file))),
    digest,
    write: writeHqFileHere((blob) => (blob instanceof KnownBlob ? blob.said : "")),
    close: () => undefined,
  };
};

export const gatheredHere = async (
  files: readonly NamedFile[],
  reading: ShareReading,
  mask = false,
): Promise<Gathering> => {
  const gathering = startGathering(mask);
  await gathering.read(files, reading, () => undefined);
  await gathering.compare(reading, () => undefined);
  return gathering;
};

export type Cells = ReadonlyMap<string, Value>;
export type Sheets = ReadonlyMap<string, Cells>;

/** By sheet and place, hidden columns and the hidden sheet too. */
export const cellsOf = async (bytes: Uint8Array): Promise<Sheets> => {
  const { sheets } = await readSheets(bytes, { serials: true });
  return new Map(
    sheets.map(({ name, rows }) => {
      const cells = new Map<string, Value>();
      for (const { row, cells: own } of rows)
        for (const { column, value } of own)
          if (value !== null && value !== "") cells.set(`${row} ${column}`, value as Value);
      return [name, cells];
    }),
  );
};
