/** A time of day found at the end of a text, and what stands before it. */
export interface TimeAtEnd {
  readonly before: string;
  /** Minutes since midnight, 0 to 1439. */
  readonly minutes: number | "noSuchTime" | "ambiguous";
}

const early = "凌晨|清晨|早上|早晨|清早|上午|早|AM";
const late = "下午|午后|傍晚|晚上|晚间|夜里|夜晚|晚|PM";

const pattern = new RegExp(
  `(?:^|[\\s,T]|(?<=[日号號])|(?=${early}|${late}|中午))\\s*(?<part>${early}|${late}|中午)?\\s*` +
    "(?<hour>\\d{1,2})\\s*" +
    "(?::(?<minute>\\d{1,2})(?::\\d{1,2}(?:\\.\\d+)?)?|[点點时時]\\s*(?:(?<half>半)|(?<quarter>[13])刻|整|(?<spoken>\\d{1,2})分?)?钟?)" +
    "\\s*(?<after>AM|PM)?Z?$",
  "iu",
);

const hourOfDay = (hour: number, part: string): number | "ambiguous" => {
  if (part === "") return hour;
  if (part === "中午") return hour < 5 ? hour + 12 : hour;
  if (new RegExp(`^(?:${early})$`, "u").test(part)) {
    if (hour > 12) return Number.NaN;
    return hour === 12 && (part === "凌晨" || part === "AM") ? 0 : hour;
  }
  // Midnight may belong to this day's evening or to the next day.
  if (hour === 12 && !/^(?:下午|午后|PM)$/u.test(part)) return "ambiguous";
  return hour < 12 ? hour + 12 : hour;
};

/** Understands 14:30, 14:30:00, 9:5 as Excel does (9:05), 2:30 PM, 下午2点30分, 上午10点, 14时, 两点半; digits are Arabic by now. */
export const timeAtEnd = (text: string): TimeAtEnd | undefined => {
  const match = pattern.exec(text);
  const { part, hour, minute, half, quarter, spoken, after } = match?.groups ?? {};
  if (!match || hour === undefined) return undefined;
  const minutes = half ? 30 : quarter ? Number(quarter) * 15 : Number(minute ?? spoken ?? 0);
  const hours = hourOfDay(Number(hour), (part ?? after ?? "").toUpperCase());
  const before = text.slice(0, match.index).trim();
  if (hours === "ambiguous") return { before, minutes: "ambiguous" };
  return { before, minutes: hours < 24 && minutes < 60 ? hours * 60 + minutes : "noSuchTime" };
};
