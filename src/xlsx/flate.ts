/** Raw deflate and CRC-32: by Node's zlib where there is Node, by the web's own streams elsewhere. */

interface NodeInflater extends AsyncIterable<Uint8Array> {
  end(data: Uint8Array): void;
}
interface NodeDeflater extends AsyncIterable<Uint8Array> {
  write(data: Uint8Array, done?: () => void): boolean;
  end(): void;
}
interface NodeZlib {
  inflateRawSync(data: Uint8Array, options: { maxOutputLength: number }): Uint8Array;
  deflateRawSync(data: Uint8Array, options?: { level: number }): Uint8Array;
  createInflateRaw(options: { chunkSize: number }): NodeInflater;
  createDeflateRaw(options: { chunkSize: number; level?: number }): NodeDeflater;
  crc32?(data: Uint8Array, seed: number): number;
}

// Asked for at run time, so that no bundler sees an import of Node's.
const host = globalThis as { process?: { getBuiltinModule?: (name: string) => unknown } };
const zlib = host.process?.getBuiltinModule?.("node:zlib") as NodeZlib | undefined;

export type FlateFault = "too-long" | "too-short" | "corrupt";

/** Compressed data that is not what its header says. */
export class FlateError extends Error {
  readonly fault: FlateFault;

  constructor(fault: FlateFault) {
    super(`deflate: ${fault}`);
    this.fault = fault;
  }
}

const faultOf = (error: unknown): FlateError => {
  if (error instanceof FlateError) return error;
  const { code, message } = error as { code?: string; message?: string };
  if (code === "ERR_BUFFER_TOO_LARGE") return new FlateError("too-long");
  return new FlateError(
    /unexpected end|truncated|Z_BUF_ERROR/u.test(`${message} ${code}`) ? "too-short" : "corrupt",
  );
};

async function* webStream(data: Uint8Array, stream: GenericTransformStream): AsyncGenerator<Uint8Array> {
  const writer = (stream.writable as WritableStream<Uint8Array>).getWriter();
  const reader = (stream.readable as ReadableStream<Uint8Array>).getReader();
  // Errors of writing come out of the reader as well.
  const written = writer
    .write(data)
    .then(() => writer.close())
    .catch(() => undefined);
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      yield value;
    }
    await written;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/**
 * Inflates piece by piece and never past `size` bytes.
 * @throws FlateError where the data is corrupt or holds more or less than `size`.
 */
export async function* inflateChunks(data: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  let seen = 0;
  try {
    let chunks: AsyncIterable<Uint8Array>;
    if (zlib) {
      const inflater = zlib.createInflateRaw({ chunkSize: 256 * 1024 });
      inflater.end(data);
      chunks = inflater;
    } else chunks = webStream(data, new DecompressionStream("deflate-raw"));
    for await (const chunk of chunks) {
      seen += chunk.length;
      if (seen > size) throw new FlateError("too-long");
      yield chunk;
    }
  } catch (error) {
    // What the consumer throws passes through a generator's `return`, not through here.
    throw faultOf(error);
  }
  if (seen < size) throw new FlateError("too-short");
}

/** zlib makes a longer whole of pieces and has both for a while: 300 MB of a site's sheet would be 600. */
const atOnceUpTo = 16 << 20;

/** Inflates at once. @throws FlateError as `inflateChunks` */
export const inflate = async (data: Uint8Array, size: number): Promise<Uint8Array> => {
  if (zlib && size <= atOnceUpTo) {
    let whole: Uint8Array;
    try {
      whole = zlib.inflateRawSync(data, { maxOutputLength: Math.max(1, size) });
    } catch (error) {
      throw faultOf(error);
    }
    if (whole.length < size) throw new FlateError("too-short");
    return whole;
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for await (const chunk of inflateChunks(data, size)) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
};

let table: Uint32Array | undefined;
const crcTable = (): Uint32Array =>
  (table ??= Uint32Array.from({ length: 256 }, (_, byte) => {
    let value = byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
    return value;
  }));

/** CRC-32 of `data` appended to what gave `before` (0 at the start). */
export const crc32 = (data: Uint8Array, before: number): number => {
  // zlib takes an empty piece for a new start.
  if (data.length === 0) return before;
  if (zlib?.crc32) return zlib.crc32(data, before);
  const steps = crcTable();
  let crc = ~before;
  for (let i = 0; i < data.length; i++) crc = (steps[(crc ^ (data[i] ?? 0)) & 255] ?? 0) ^ (crc >>> 8);
  return ~crc >>> 0;
};

export const joinBytes = (chunks: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
};

/** What a part of a zip needs: its compressed bytes, their CRC and the length before. */
export interface Deflated {
  readonly data: Uint8Array;
  readonly size: number;
  readonly crc: number;
}

const small = 256 * 1024;

/** Deflates pieces as they are made; the next piece is asked for when the last has been taken. */
export const deflate = async (pieces: Iterable<Uint8Array>): Promise<Deflated> => {
  let size = 0;
  let crc = 0;
  const counted = function* (): Generator<Uint8Array> {
    for (const piece of pieces) {
      size += piece.length;
      crc = crc32(piece, crc);
      yield piece;
    }
  };
  if (Array.isArray(pieces) && pieces.length === 1 && zlib && (pieces[0] as Uint8Array).length < small) {
    const [piece] = [...counted()];
    return { data: zlib.deflateRawSync(piece as Uint8Array), size, crc };
  }
  const out: Uint8Array[] = [];
  await deflateInto(counted(), (chunk) => void out.push(chunk));
  return { data: joinBytes(out), size, crc };
};

const deflateInto = async (
  pieces: Iterable<Uint8Array>,
  take: (chunk: Uint8Array) => Promise<void> | void,
  level?: number,
): Promise<void> => {
  if (zlib) {
    const deflater = zlib.createDeflateRaw({ chunkSize: 64 * 1024, ...(level !== undefined && { level }) });
    const collected = (async () => {
      for await (const chunk of deflater) await take(chunk);
    })();
    // Whoever takes may fail (a full disk): then nothing more is made.
    collected.catch(() => undefined);
    for (const piece of pieces)
      await Promise.race([new Promise<void>((taken) => deflater.write(piece, () => taken())), collected]);
    deflater.end();
    await collected;
    return;
  }
  const stream = new CompressionStream("deflate-raw");
  const writer = stream.writable.getWriter();
  const collected = (async () => {
    const reader = stream.readable.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      await take(value);
    }
  })();
  for (const piece of pieces) await writer.write(piece as Uint8Array<ArrayBuffer>);
  await writer.close();
  await collected;
};

/** For results that are made again each week: a fifth larger, in half the time. */
const quick = 1;

/** Deflates pieces as they are made and hands on what comes of them: nothing is kept. */
export const deflateTo = async (
  pieces: Iterable<Uint8Array>,
  take: (chunk: Uint8Array) => Promise<void>,
): Promise<Pick<Deflated, "size" | "crc">> => {
  let size = 0;
  let crc = 0;
  const counted = function* (): Generator<Uint8Array> {
    for (const piece of pieces) {
      size += piece.length;
      crc = crc32(piece, crc);
      yield piece;
    }
  };
  await deflateInto(counted(), take, quick);
  return { size, crc };
};

/** Keeps bytes packed in memory and gives them back whenever asked; as they are where there is no zlib. */
export const packed = (data: Uint8Array): (() => Uint8Array) => {
  if (!zlib) {
    const kept = data.slice();
    return () => kept;
  }
  const kept = zlib.deflateRawSync(data, { level: quick });
  const maxOutputLength = Math.max(1, data.length);
  return () => zlib.inflateRawSync(kept, { maxOutputLength });
};
