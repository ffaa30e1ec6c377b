import type * as Flate from "../../src/xlsx/flate";

/** The module afresh; in a browser there is no `process.getBuiltinModule`, so no zlib. */
const load = async (browser: boolean): Promise<typeof Flate> => {
  const descriptor = Object.getOwnPropertyDescriptor(process, "getBuiltinModule");
  jest.resetModules();
  try {
    if (browser) Object.defineProperty(process, "getBuiltinModule", { value: undefined, configurable: true });
    return await import("../../src/xlsx/flate");
  } finally {
    if (descriptor) Object.defineProperty(process, "getBuiltinModule", descriptor);
    else Reflect.deleteProperty(process, "getBuiltinModule");
  }
};

const data = new TextEncoder().encode("案场来访登记".repeat(100_000));

describe.each([
  ["Node's zlib", false],
  ["the web's streams", true],
])("with %s", (_, browser) => {
  let flate: typeof Flate;
  beforeAll(async () => {
    flate = await load(browser);
  });

  it("what is deflated inflates again, whole or in pieces", async () => {
    const { data: packed, size, crc } = await flate.deflate([data.subarray(0, 5), data.subarray(5)]);
    expect([size, crc]).toEqual([data.length, flate.crc32(data, 0)]);
    expect(packed.length).toBeLessThan(data.length / 50);
    expect(Buffer.compare(await flate.inflate(packed, size), data)).toBe(0);
    const chunks: Uint8Array[] = [];
    for await (const chunk of flate.inflateChunks(packed, size)) chunks.push(chunk);
    expect(Buffer.compare(flate.joinBytes(chunks), data)).toBe(0);
  });

  it("nothing deflates and inflates", async () => {
    const { data: packed, size } = await flate.deflate([]);
    expect(await flate.inflate(packed, size)).toEqual(new Uint8Array(0));
  });

  it.each<[string, (packed: Uint8Array, size: number) => [Uint8Array, number], Flate.FlateFault]>([
    ["more than said", (packed, size) => [packed, size - 1], "too-long"],
    ["less than said", (packed, size) => [packed, size + 1], "too-short"],
    ["cut off", (packed, size) => [packed.subarray(0, packed.length >> 1), size], "too-short"],
    ["no deflate at all", (_packed, size) => [new Uint8Array([0xff, 0xff, 0xff, 0xff]), size], "corrupt"],
  ])("%s is said", async (_name, change, fault) => {
    const { data: packed, size } = await flate.deflate([data]);
    const [bytes, said] = change(packed, size);
    await expect(flate.inflate(bytes, said)).rejects.toMatchObject({ fault });
    const drain = async (): Promise<void> => {
      for await (const chunk of flate.inflateChunks(bytes, said)) expect(chunk.length).toBeGreaterThan(0);
    };
    await expect(drain()).rejects.toMatchObject({ fault });
  });

  it("the checksum is CRC-32, in however many pieces, empty ones too", async () => {
    const digits = new TextEncoder().encode("123456789");
    expect(flate.crc32(digits, 0)).toBe(0xcbf43926);
    const pieces = [
      digits.subarray(0, 4),
      new TextEncoder().encode(""),
      digits.subarray(4),
      digits.subarray(9),
    ];
    expect(pieces.reduce((crc, piece) => flate.crc32(piece, crc), 0)).toBe(0xcbf43926);
    expect(await flate.deflate(pieces)).toMatchObject({ crc: 0xcbf43926, size: 9 });
  });
});
