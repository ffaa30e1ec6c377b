/** Reads sites' files away from the page: a bad one can be given up, the pane stays free. Of no file anything is kept. */
import { expose } from "comlink";
import { writeHqFileHere } from "./hq-file";
import { shareAnswers } from "./share-answers";

const hex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");

/** Only workers have it. */
declare const FileReaderSync: new () => { readAsText(blob: Blob): string };

const hashOf = async (bytes: ArrayBuffer): Promise<string> =>
  hex(await crypto.subtle.digest("SHA-256", bytes));

const shareReader = {
  ...shareAnswers(hashOf),
  digest: (text: string): Promise<string> => hashOf(new TextEncoder().encode(text).buffer),
  write: writeHqFileHere((blob) => new FileReaderSync().readAsText(blob)),
};

export type ShareReader = typeof shareReader;

expose(shareReader);
