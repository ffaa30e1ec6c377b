/** What a text file says, whichever of China's encodings it is in. */
import { OldFileRefused } from "./old-file-refusal";

const begins = (bytes: Uint8Array, ...start: readonly number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte);

const strictly = (bytes: Uint8Array, encoding: string): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** Enough of a file to tell by. */
const sample = 64 << 10;

/** Digits, commas and line ends of UTF-16 have a zero in every second byte. */
const utf16Of = (bytes: Uint8Array): string | undefined => {
  const zeros = [0, 0];
  const length = Math.min(bytes.length, sample);
  for (let at = 0; at < length; at++) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > 8 * even && odd > 0) return "utf-16le";
  return even > 8 * odd && even > 0 ? "utf-16be" : undefined;
};

/** UTF-8 with a few bytes gone bad: GB18030 would make other characters of all of it, and find nothing wrong. */
const isBrokenUtf8 = (bytes: Uint8Array): boolean => {
  const text = new TextDecoder().decode(bytes.subarray(0, sample));
  let good = 0;
  let bad = 0;
  for (const letter of text)
    if (letter === "\uFFFD") bad++;
    else if (letter > "\u007F") good++;
  return good > 10 * bad;
};

/**
 * By its byte order mark; else UTF-8 where all of it is, then UTF-16, then GB18030 (with GBK and GB2312 in it).
 * @throws OldFileRefused where it is no text, or none of these.
 */
export const decodeText = (bytes: Uint8Array): string => {
  const marked = begins(bytes, 0xff, 0xfe)
    ? "utf-16le"
    : begins(bytes, 0xfe, 0xff)
      ? "utf-16be"
      : begins(bytes, 0xef, 0xbb, 0xbf)
        ? "utf-8"
        : undefined;
  if (marked !== undefined) {
    const text = strictly(bytes, marked);
    if (text === undefined) throw new OldFileRefused("brokenText");
    return text;
  }
  const zero = bytes.indexOf(0);
  if (zero >= 0) {
    const encoding = utf16Of(bytes);
    const text = encoding === undefined ? undefined : strictly(bytes, encoding);
    if (text === undefined) throw new OldFileRefused("not-a-workbook", { detail: "zero bytes" });
    return text;
  }
  const utf8 = strictly(bytes, "utf-8");
  if (utf8 !== undefined) return utf8;
  if (isBrokenUtf8(bytes)) throw new OldFileRefused("brokenText");
  const gb = strictly(bytes, "gb18030");
  if (gb === undefined) throw new OldFileRefused("encoding");
  return gb;
};
