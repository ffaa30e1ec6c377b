/** Head office's page on files in memory, read in this thread: what the worker does, without one. */
import { createHash } from "node:crypto";
import { type Gathering, startGathering } from "../../src/taskpane/hq/gather";
import { writeHqFileHere } from "../../src/taskpane/hq/hq-file";
import type { NamedFile, ReadAbout, ShareReading } from "../../src/taskpane/hq/read-shares";
import { shareAnswers, type ShareAsked } from "../../src/taskpane/hq/share-answers";
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
): Promise<Gathering> => {
  const gathering = startGathering(false);
  await gathering.read(files, reading, () => undefined);
  await gathering.compare(reading, () => undefined);
  return gathering;
};
