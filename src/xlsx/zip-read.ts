import { crc32, FlateError, inflate, inflateChunks } from "./flate";
import { XlsxRefused } from "./refusal";

/** Sizes in bytes. */
export interface ZipLimits {
  readonly fileBytes: number;
  readonly parts: number;
  /** Of one part, inflated. */
  readonly partBytes: number;
  /** Of all parts together, inflated. */
  readonly totalBytes: number;
  /** Inflated over compressed, for parts over a megabyte. Deflate itself ends near 1030. */
  readonly ratio: number;
}

/** What a part held as a text may have, without a bound each where it is not said. */
export interface PartLimits {
  /** Elements inside each other. */
  readonly nesting?: number;
  /** Names defined in the workbook. */
  readonly names?: number;
  /** Cell formats: Excel's own limit, once for cells and once for named styles. */
  readonly styles?: number;
  /** Columns of one table. */
  readonly columns?: number;
  /** What one part points to. */
  readonly relations?: number;
}

/** A part as it lies in the file. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  /** Compressed bytes. */
  readonly data: Uint8Array;
}

export interface Zip {
  readonly partLimits: PartLimits;
  /** In the order of the directory. */
  readonly entries: readonly ZipEntry[];
  /** By name, forgiving case and a leading "/". */
  find(name: string): ZipEntry | undefined;
}

const plainName = (name: string): string => name.replaceAll("\\", "/").replace(/^\/+/u, "").toLowerCase();

const startsWith = (bytes: Uint8Array, ...start: number[]): boolean =>
  start.every((byte, i) => bytes[i] === byte);

/** Old .xls and encrypted .xlsx share one container; the latter holds a stream named EncryptedPackage. */
const isEncryptedContainer = (bytes: Uint8Array): boolean => {
  const name = [..."EncryptedPackage"].flatMap((letter) => [letter.charCodeAt(0), 0]);
  for (let at = bytes.indexOf(0x45); at >= 0; at = bytes.indexOf(0x45, at + 1))
    if (name.every((byte, i) => bytes[at + i] === byte)) return true;
  return false;
};

const endSignature = 0x06054b50;
const end64Signature = 0x06064b50;
const locator64Signature = 0x07064b50;
const directorySignature = 0x02014b50;
const localSignature = 0x04034b50;

const findEnd = (view: DataView): number => {
  const first = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= first; at--)
    if (view.getUint32(at, true) === endSignature) return at;
  throw new XlsxRefused("truncated", "no end of central directory");
};

const big = (view: DataView, at: number): number => Number(view.getBigUint64(at, true));

interface Directory {
  readonly count: number;
  readonly offset: number;
}

const findDirectory = (view: DataView): Directory => {
  const end = findEnd(view);
  const plain = { count: view.getUint16(end + 10, true), offset: view.getUint32(end + 16, true) };
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== locator64Signature) return plain;
  const end64 = big(view, locator + 8);
  if (end64 + 56 > view.byteLength || view.getUint32(end64, true) !== end64Signature)
    throw new XlsxRefused("malformed", "zip64 directory not where it should be");
  return { count: big(view, end64 + 32), offset: big(view, end64 + 48) };
};

/** The sizes a zip64 extra field holds for those that are all ones in the plain fields. */
const zip64Sizes = (
  view: DataView,
  from: number,
  to: number,
  plain: readonly number[],
): readonly number[] => {
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let next = at + 4;
    return plain.map((value) => {
      if (value !== 0xffff_ffff || next + 8 > to) return value;
      next += 8;
      return big(view, next - 8);
    });
  }
  return plain;
};

const readEntries = (bytes: Uint8Array, limits: ZipLimits): ZipEntry[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = findDirectory(view);
  const decoder = new TextDecoder();
  const entries: ZipEntry[] = [];
  let sheets = 0;
  let total = 0;
  let at = directory.offset;
  for (let i = 0; i < directory.count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== directorySignature)
      throw new XlsxRefused("truncated", "central directory cut off");
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    const next = extraEnd + view.getUint16(at + 32, true);
    if (next > bytes.length) throw new XlsxRefused("truncated", "central directory cut off");
    const name = decoder.decode(bytes.subarray(at + 46, nameEnd));
    if (/worksheets[/\\][^/\\]+\.xml$/iu.test(name)) sheets++;
    if (i >= limits.parts)
      throw new XlsxRefused(2 * sheets > i ? "too-many-sheets" : "bomb", `${directory.count} parts`);
    const [size = 0, packed = 0, local = 0] = zip64Sizes(view, nameEnd, extraEnd, [
      view.getUint32(at + 24, true),
      view.getUint32(at + 20, true),
      view.getUint32(at + 42, true),
    ]);
    const method = view.getUint16(at + 10, true);
    if (view.getUint16(at + 8, true) & 1) throw new XlsxRefused("encrypted", `zip part ${name}`);
    if (local + 30 > bytes.length || view.getUint32(local, true) !== localSignature)
      throw new XlsxRefused("truncated", `no local header of ${name}`);
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    if (start + packed > bytes.length) throw new XlsxRefused("truncated", `${name} cut off`);
    total += size;
    if (size > limits.partBytes || total > limits.totalBytes)
      throw new XlsxRefused(size > packed * limits.ratio ? "bomb" : "too-large", `${name}: ${size} bytes`);
    if (size > 1 << 20 && size > packed * limits.ratio)
      throw new XlsxRefused("bomb", `${name}: ${packed} → ${size} bytes`);
    const data = bytes.subarray(start, start + packed);
    entries.push({ name, method, crc: view.getUint32(at + 16, true), size, data });
    at = next;
  }
  return entries;
};

/** Opens a zip without inflating anything. @throws XlsxRefused */
export const openZip = (bytes: Uint8Array, limits: ZipLimits & PartLimits): Zip => {
  if (bytes.length === 0) throw new XlsxRefused("empty");
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    throw new XlsxRefused(isEncryptedContainer(bytes) ? "encrypted" : "xls");
  if (!startsWith(bytes, 0x50, 0x4b)) throw new XlsxRefused("not-a-workbook", "no zip");
  if (bytes.length > limits.fileBytes) throw new XlsxRefused("too-large", `${bytes.length} bytes`);
  if (bytes.length < 22) throw new XlsxRefused("truncated");
  const entries = readEntries(bytes, limits);
  const byName = new Map<string, ZipEntry>();
  for (const entry of entries) {
    const name = plainName(entry.name);
    // Two programs would read two different files.
    if (byName.has(name) && !name.endsWith("/"))
      throw new XlsxRefused("malformed", `two parts ${entry.name}`);
    byName.set(name, entry);
  }
  return {
    partLimits: limits,
    entries,
    find: (name) => byName.get(plainName(name)),
  };
};

/** What can inflate to so little is a broken file, not an attack. */
const harmless = 16 << 20;

/** Does it go on and on, far beyond what its directory says? Flipped bytes end somewhere. */
const isBomb = async ({ data, size }: ZipEntry): Promise<boolean> => {
  if (data.length * 1032 <= harmless) return false;
  try {
    await inflate(data, size + harmless);
    return false;
  } catch (error) {
    return error instanceof FlateError && error.fault === "too-long";
  }
};

const refusalOf = async (error: unknown, entry: ZipEntry): Promise<unknown> => {
  if (!(error instanceof FlateError)) return error;
  const { fault } = error;
  const tooLong = fault === "too-long" && (await isBomb(entry)) ? "bomb" : "malformed";
  const code = { "too-long": tooLong, "too-short": "truncated", corrupt: "malformed" } as const;
  return new XlsxRefused(code[fault], `${entry.name}: ${error.message}`);
};

const checkCrc = (entry: ZipEntry, crc: number): void => {
  if (crc >>> 0 !== entry.crc) throw new XlsxRefused("malformed", `${entry.name}: checksum differs`);
};

const stored = (entry: ZipEntry): Uint8Array => {
  if (entry.method !== 0) throw new XlsxRefused("malformed", `${entry.name}: compression ${entry.method}`);
  if (entry.data.length !== entry.size) throw new XlsxRefused("malformed", `${entry.name}: sizes differ`);
  return entry.data;
};

/** The whole part, as long as its directory says. @throws XlsxRefused */
export const readPart = async (entry: ZipEntry): Promise<Uint8Array> => {
  try {
    const whole = entry.method === 8 ? await inflate(entry.data, entry.size) : stored(entry);
    checkCrc(entry, crc32(whole, 0));
    return whole;
  } catch (error) {
    throw await refusalOf(error, entry);
  }
};

const wholeUpTo = 4 << 20;

/** The part piece by piece; small ones in one piece. @throws XlsxRefused */
export async function* readPartChunks(entry: ZipEntry): AsyncGenerator<Uint8Array> {
  if (entry.method !== 8 || entry.size <= wholeUpTo) {
    yield await readPart(entry);
    return;
  }
  let crc = 0;
  try {
    for await (const chunk of inflateChunks(entry.data, entry.size)) {
      crc = crc32(chunk, crc);
      yield chunk;
    }
  } catch (error) {
    throw await refusalOf(error, entry);
  }
  checkCrc(entry, crc);
}
