/** A zip written piece by piece: no part is held whole. */
import { deflateTo } from "./flate";
import { directoryEntry, directoryEnd, localHeader, type ZipPart } from "./zip-write";

/** Where a file grows. */
export interface ZipSink {
  /** Takes the next bytes. */
  write(bytes: Uint8Array): Promise<void>;
  /** Puts other bytes over some that were written. */
  patch(at: number, bytes: Uint8Array): Promise<void>;
}

const limit = 0xffff_ffff;

/** Writes a zip in the order given. @throws RangeError at 4 GB, which a plain zip cannot hold. */
export const writeZipTo = async (parts: Iterable<ZipPart>, sink: ZipSink): Promise<void> => {
  const directory: Uint8Array[] = [];
  let offset = 0;
  const write = async (bytes: Uint8Array): Promise<void> => {
    offset += bytes.length;
    if (offset > limit) throw new RangeError("zip over 4 GB");
    await sink.write(bytes);
  };
  for (const part of parts) {
    const name = new TextEncoder().encode(part.name);
    const at = offset;
    const unknown = { method: 8, crc: 0, packed: 0, size: 0 };
    await write(localHeader(name, unknown));
    await write(name);
    const from = offset;
    const facts =
      "raw" in part
        ? { ...part.raw, packed: part.raw.data.length }
        : { method: 8, packed: 0, ...(await deflateTo(part.pieces, write)) };
    if ("raw" in part) await write(part.raw.data);
    const known = { method: facts.method, crc: facts.crc, size: facts.size, packed: offset - from };
    if (known.size > limit) throw new RangeError(`${part.name} over 4 GB`);
    await sink.patch(at, localHeader(name, known));
    directory.push(directoryEntry(name, known, at), name);
  }
  const start = offset;
  for (const piece of directory) await write(piece);
  await write(directoryEnd(directory.length / 2, offset - start, start));
};
