/** A phone as a number: eight bytes are kept of it, whatever it is told apart by. */

/**
 * 53 bits of the text, after cyrb53 (bryc, public domain). Two phones may have one number, once in many millions: who
 * finds a number twice looks at the phones themselves.
 */
export const phonePrint = (phone: string): number => {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < phone.length; at++) {
    const code = phone.charCodeAt(at);
    high = Math.imul(high ^ code, 2_654_435_761);
    low = Math.imul(low ^ code, 1_597_334_677);
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  return 2 ** 32 * (low & 0x1f_ffff) + (high >>> 0);
};

/** Each once, ascending. */
export const phonePrints = (phones: Iterable<string>): Float64Array<ArrayBuffer> => {
  const prints = new Set<number>();
  for (const phone of phones) prints.add(phonePrint(phone));
  return Float64Array.from(prints).sort();
};

/** Prints that two at least of these have, each of them once; ascending. */
export const sharedPrints = (all: readonly Float64Array[]): Float64Array => {
  const together = new Float64Array(all.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const prints of all) {
    together.set(prints, end);
    end += prints.length;
  }
  together.sort();
  return together.filter((print, at) => print === together[at - 1] && print !== together[at - 2]);
};
