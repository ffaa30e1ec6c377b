import { deflate, type Deflated } from "./flate";

/** A part of a zip: its pieces of plain bytes, or the compressed bytes another zip already had. */
export type ZipPart =
  | { readonly name: string; readonly pieces: Iterable<Uint8Array> }
  | { readonly name: string; readonly raw: Deflated & { readonly method: number } };

const encoder = new TextEncoder();

/** 1980-01-01, the earliest a zip can say: the same workbook gives the same bytes. */
const date = 0x21;
const limit = 0xffff_ffff;

const header = (signature: number, length: number, fields: (view: DataView) => void): Uint8Array => {
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, signature, true);
  fields(view);
  return bytes;
};

/** What a zip says of a part beside its name. */
export interface PartFacts {
  readonly method: number;
  readonly crc: number;
  /** Bytes in the file, and before they were packed. */
  readonly packed: number;
  readonly size: number;
}

const shared = (view: DataView, start: number, name: Uint8Array, facts: PartFacts): void => {
  view.setUint16(start, 20, true);
  view.setUint16(start + 2, 0x0800, true); // names are UTF-8
  view.setUint16(start + 4, facts.method, true);
  view.setUint16(start + 8, date, true);
  view.setUint32(start + 10, facts.crc, true);
  view.setUint32(start + 14, facts.packed, true);
  view.setUint32(start + 18, facts.size, true);
  view.setUint16(start + 22, name.length, true);
};

/** What stands before a part's name and bytes. */
export const localHeader = (name: Uint8Array, facts: PartFacts): Uint8Array =>
  header(0x04034b50, 30, (view) => shared(view, 4, name, facts));

/** What stands before a part's name in the directory. `at`: where its local header is. */
export const directoryEntry = (name: Uint8Array, facts: PartFacts, at: number): Uint8Array =>
  header(0x02014b50, 46, (view) => {
    view.setUint16(4, 20, true);
    shared(view, 6, name, facts);
    view.setUint32(42, at, true);
  });

export const directoryEnd = (parts: number, size: number, at: number): Uint8Array =>
  header(0x06054b50, 22, (view) => {
    view.setUint16(8, parts, true);
    view.setUint16(10, parts, true);
    view.setUint32(12, size, true);
    view.setUint32(16, at, true);
  });

/** Writes a zip in the order given, one part at a time. Files of 4 GB and more are not written (throws RangeError). */
export const writeZip = async (parts: Iterable<ZipPart>): Promise<Uint8Array> => {
  const body: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const part of parts) {
    const content = "raw" in part ? part.raw : { ...(await deflate(part.pieces)), method: 8 };
    const name = encoder.encode(part.name);
    const at = offset;
    if (at + content.data.length > limit || content.size > limit) throw new RangeError("zip over 4 GB");
    const facts = { ...content, packed: content.data.length };
    const local = localHeader(name, facts);
    directory.push(directoryEntry(name, facts, at), name);
    body.push(local, name, content.data);
    offset += local.length + name.length + content.data.length;
  }
  const directorySize = directory.reduce((sum, piece) => sum + piece.length, 0);
  const end = directoryEnd(directory.length / 2, directorySize, offset);
  const whole = new Uint8Array(offset + directorySize + end.length);
  let at = 0;
  for (const piece of [...body, ...directory, end]) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
};
