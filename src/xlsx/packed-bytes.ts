/** A long stretch of bytes kept packed, in blocks: rows of a register pack to a small part of it. */
import { packed } from "./flate";

export interface PackedBytes {
  /** The next bytes; a stretch that is asked for `within` one block must not go over two. */
  add(block: Uint8Array): void;
  /** Counted from the first byte added. They lie in one block. */
  within(from: number, to: number): Uint8Array;
  /** Of any length, block by block. */
  pieces(from: number, to: number): Iterable<Uint8Array>;
}

interface Block {
  readonly from: number;
  readonly to: number;
  readonly unpack: () => Uint8Array;
}

/** Blocks that stay unpacked: rows are asked for near each other, and beside them the one they are like. */
const open = 4;

export const packedBytes = (): PackedBytes => {
  const blocks: Block[] = [];
  let length = 0;
  let recent: readonly { readonly block: Block; readonly bytes: Uint8Array }[] = [];

  const indexOf = (at: number): number => {
    let [low, high] = [0, blocks.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((blocks[middle]?.from ?? Infinity) <= at) low = middle;
      else high = middle - 1;
    }
    return low;
  };

  const unpacked = (block: Block): Uint8Array => {
    const known = recent.find((each) => each.block === block);
    const bytes = known?.bytes ?? block.unpack();
    if (recent[0]?.block !== block)
      recent = [{ block, bytes }, ...recent.filter((each) => each !== known)].slice(0, open);
    return bytes;
  };

  function* pieces(from: number, to: number): Generator<Uint8Array> {
    for (let at = from, index = indexOf(from); at < to; index++) {
      const block = blocks[index];
      if (block === undefined) throw new RangeError(`bytes ${from} to ${to} of ${length}`);
      const end = Math.min(to, block.to);
      yield unpacked(block).subarray(at - block.from, end - block.from);
      at = end;
    }
  }

  return {
    add: (block) => {
      blocks.push({ from: length, to: length + block.length, unpack: packed(block) });
      length += block.length;
    },
    within: (from, to) => {
      const block = blocks[indexOf(from)];
      if (block === undefined || to > block.to) throw new RangeError(`bytes ${from} to ${to} of ${length}`);
      return unpacked(block).subarray(from - block.from, to - block.from);
    },
    pieces,
  };
};
