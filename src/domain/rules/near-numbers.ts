/**
 * Which of many numbers are one digit off each other, or have two digits swapped (R9): not by comparing every two.
 * A number is kept as two whole numbers of 31 bits, which typed arrays hold and a hash takes fast.
 */
export type Slip = "oneDigitOff" | "digitsSwapped";

/** E.164 has fifteen digits at most; the last eight are one half. */
const mostDigits = 15;
const lowDigits = 8;
const lowEnd = 10 ** lowDigits;

/** What a digit's place is worth within its half. */
const worth = Int32Array.from(
  { length: mostDigits },
  (_, place) => 10 ** (place < lowDigits ? place : place - lowDigits),
);
const worthOf = (place: number): number => worth[place] ?? 0;

/** Odd, and far from any sum of powers of ten: what numbers are told apart by fills 32 bits evenly. */
const [ofHigh, ofLow] = [0x9e37_79b1, 0x85eb_ca6b];
const hash = (high: number, low: number): number => Math.imul(high, ofHigh) + Math.imul(low, ofLow);
/** What one more of a place's digit adds to the hash: a swap's hash is known before the number is. */
const hashOfPlace = worth.map((each, place) => Math.imul(each, place < lowDigits ? ofLow : ofHigh));

/** At least `times` as many as there are numbers, as a power of two. */
const bitsFor = (count: number, times: number): number => Math.ceil(Math.log2(Math.max(count, 2) * times));

interface Halves {
  readonly count: number;
  readonly high: Int32Array;
  readonly low: Int32Array;
  /** Digits of a number. */
  readonly length: Uint8Array;
}

const halvesOf = (numbers: readonly number[]): Halves => {
  const high = new Int32Array(numbers.length);
  const low = new Int32Array(numbers.length);
  const length = new Uint8Array(numbers.length);
  numbers.forEach((number, at) => {
    const top = Math.floor(number / lowEnd);
    high[at] = top;
    low[at] = number - top * lowEnd;
    let digits = 1;
    for (let rest = number; rest >= 10; rest = Math.floor(rest / 10)) digits++;
    length[at] = digits;
  });
  return { count: numbers.length, high, low, length };
};

const digitOf = (high: number, low: number, place: number): number =>
  (((place < lowDigits ? low : high) / worthOf(place)) | 0) % 10;

/** Who of these numbers stands where by hash; −1 for nobody. */
interface Slots {
  readonly at: Int32Array;
  readonly shift: number;
  readonly highs: Int32Array;
  readonly lows: Int32Array;
}

const emptySlots = (highs: Int32Array, lows: Int32Array): Slots => {
  const bits = bitsFor(highs.length, 4);
  return { at: new Int32Array(2 ** bits).fill(-1), shift: 32 - bits, highs, lows };
};

/** The slot of a number, or the empty one where it would stand. */
const slotOf = ({ at, shift, highs, lows }: Slots, high: number, low: number): number => {
  const last = at.length - 1;
  for (let slot = hash(high, low) >>> shift; ; slot = (slot + 1) & last) {
    const who = at[slot] ?? -1;
    if (who < 0 || (highs[who] === high && lows[who] === low)) return slot;
  }
};

type Visit = (one: number, other: number, why: Slip) => void;

/** Numbers that are equal when one place is left out: ten at most, since they are all different. */
const oneDigitOff = ({ count, high, low, length }: Halves, visit: Visit): void => {
  const restHigh = new Int32Array(count);
  const restLow = new Int32Array(count);
  const before = new Int32Array(count);
  const slots = emptySlots(restHigh, restLow);
  const longest = length.reduce((most, each) => Math.max(most, each), 0);
  for (let place = 0; place < longest; place++) {
    slots.at.fill(-1);
    for (let at = 0; at < count; at++) {
      if ((length[at] ?? 0) <= place) continue;
      const [top, end] = [high[at] ?? 0, low[at] ?? 0];
      const part = digitOf(top, end, place) * worthOf(place);
      const restTop = place < lowDigits ? top : top - part;
      const restEnd = place < lowDigits ? end - part : end;
      restHigh[at] = restTop;
      restLow[at] = restEnd;
      const slot = slotOf(slots, restTop, restEnd);
      const last = slots.at[slot] ?? -1;
      before[at] = last;
      for (let other = last; other >= 0; other = before[other] ?? -1) visit(other, at, "oneDigitOff");
      slots.at[slot] = at;
    }
  }
};

/** Hashes of all numbers, a bit each, small enough to stay at hand: most of what is looked for is not there. */
const hashesOf = ({ count, high, low }: Halves): ((hashed: number) => boolean) => {
  const bits = bitsFor(count, 16);
  const shift = 32 - bits;
  const seen = new Int32Array(Math.max(1, 2 ** (bits - 5)));
  for (let at = 0; at < count; at++) {
    const key = hash(high[at] ?? 0, low[at] ?? 0) >>> shift;
    seen[key >>> 5] = (seen[key >>> 5] ?? 0) | (1 << (key & 31));
  }
  return (hashed) => {
    const key = hashed >>> shift;
    return ((seen[key >>> 5] ?? 0) & (1 << (key & 31))) !== 0;
  };
};

/** Of two numbers with two digits swapped the smaller looks for the larger, which is as long. */
const digitsSwapped = (halves: Halves, visit: Visit): void => {
  const { count, high, low, length } = halves;
  const slots = emptySlots(high, low);
  for (let at = 0; at < count; at++) slots.at[slotOf(slots, high[at] ?? 0, low[at] ?? 0)] = at;
  const mayBe = hashesOf(halves);
  const digits = new Uint8Array(mostDigits);
  for (let at = 0; at < count; at++) {
    const [top, end, size] = [high[at] ?? 0, low[at] ?? 0, length[at] ?? 0];
    const own = hash(top, end);
    for (let place = 0; place < size; place++) digits[place] = digitOf(top, end, place);
    for (let a = 0; a < size; a++) {
      const lower = digits[a] ?? 0;
      const hashOfA = hashOfPlace[a] ?? 0;
      for (let b = a + 1; b < size; b++) {
        const more = lower - (digits[b] ?? 0);
        if (more <= 0 || !mayBe(own + Math.imul(more, (hashOfPlace[b] ?? 0) - hashOfA))) continue;
        const [fewer, rise] = [more * worthOf(a), more * worthOf(b)];
        const otherTop = top - (a < lowDigits ? 0 : fewer) + (b < lowDigits ? 0 : rise);
        const otherEnd = end - (a < lowDigits ? fewer : 0) + (b < lowDigits ? rise : 0);
        const other = slots.at[slotOf(slots, otherTop, otherEnd)] ?? -1;
        if (other >= 0) visit(at, other, "digitsSwapped");
      }
    }
  }
};

/** `numbers`: whole, no two equal, of fifteen digits at most. Every pair is visited once, by its places among them. */
export const nearNumbers = (numbers: readonly number[], visit: Visit): void => {
  const halves = halvesOf(numbers);
  oneDigitOff(halves, visit);
  digitsSwapped(halves, visit);
};
