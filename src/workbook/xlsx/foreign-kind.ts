/** What a file is by its first bytes, whatever it is called. */
import type { OldFileCode } from "./old-file-refusal";

const begins = (bytes: Uint8Array, start: string): boolean =>
  [...start].every((letter, at) => bytes[at] === letter.charCodeAt(0));

/** The name of the part or stream stands in the bytes, one or two bytes a letter. */
const holds = (bytes: Uint8Array, name: string, wide = false): boolean => {
  const wanted = [...name].flatMap((letter) => (wide ? [letter.charCodeAt(0), 0] : [letter.charCodeAt(0)]));
  const [first = 0] = wanted;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1))
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return true;
  return false;
};

const endsWith = (name: string, ...endings: readonly string[]): boolean =>
  endings.some((ending) => name.toLowerCase().endsWith(`.${ending}`));

const pictures = ["\xff\xd8\xff", "\x89PNG", "GIF8", "BM", "II*\0", "MM\0*", "RIFF"];

/** Compound files: old Office, WPS, and anything encrypted by Office. */
const containerKind = (bytes: Uint8Array, name: string): OldFileCode => {
  if (holds(bytes, "EncryptedPackage", true)) return "encrypted";
  if (holds(bytes, "WordDocument", true)) return "word";
  if (holds(bytes, "PowerPoint Document", true)) return "slides";
  return endsWith(name, "et", "ett") ? "et" : "xls";
};

/** The directory of an archive names its parts, and stands at its end; nothing where the archive is cut off. */
const directoryOf = (bytes: Uint8Array): Uint8Array | undefined => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 70_000); at--) {
    if (view.getUint32(at, true) !== 0x06054b50) continue;
    const from = view.getUint32(at + 16, true);
    // Of the largest archives the place stands elsewhere.
    return bytes.subarray(from < at ? from : Math.max(0, at - (1 << 20)), at);
  }
  return undefined;
};

const archiveKind = (bytes: Uint8Array): "workbook" | OldFileCode => {
  const directory = directoryOf(bytes);
  if (holds(bytes.subarray(0, 200), "opendocument.spreadsheet")) return "ods";
  // What is cut off is for the reader to say.
  if (directory === undefined) return "workbook";
  if (holds(directory, "word/document.xml")) return "word";
  if (holds(directory, "ppt/presentation.xml")) return "slides";
  return holds(directory, "[Content_Types].xml") ? "workbook" : "archive";
};

/** "text" may be a .csv; "workbook" is for the .xlsx reader to judge. */
export const foreignKind = (bytes: Uint8Array, name: string): "workbook" | "text" | OldFileCode => {
  if (bytes.length === 0) return "empty";
  if (begins(bytes, "PK")) return archiveKind(bytes);
  if (begins(bytes, "\xd0\xcf\x11\xe0")) return containerKind(bytes, name);
  if (begins(bytes, "%PDF")) return "pdf";
  if (begins(bytes, "{\\rtf")) return "word";
  if (begins(bytes, "Rar!") || begins(bytes, "7z\xbc\xaf") || begins(bytes, "\x1f\x8b")) return "archive";
  if (pictures.some((start) => begins(bytes, start)) && bytes.subarray(0, 4096).includes(0)) return "picture";
  return "text";
};
