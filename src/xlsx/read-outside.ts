import { XlsxRefused } from "./refusal";

/** What a sheet says beside its cells may be so long. */
const outsideBytes = 64 << 20;

export interface OutsideText {
  /** The next bytes of it. @throws XlsxRefused where they are too many */
  add(piece: Uint8Array): void;
  text(): string;
}

/** Keeps what stands outside of a sheet's rows. */
export const createOutside = (): OutsideText => {
  let held = new Uint8Array(1 << 14);
  let bytes = 0;
  return {
    add: (piece) => {
      const end = bytes + piece.length;
      if (end > outsideBytes) throw new XlsxRefused("too-large", `${end} bytes beside the cells`);
      if (end > held.length) {
        const room = new Uint8Array(2 * end);
        room.set(held.subarray(0, bytes));
        held = room;
      }
      held.set(piece, bytes);
      bytes = end;
    },
    text: () => new TextDecoder().decode(held.subarray(0, bytes)),
  };
};
