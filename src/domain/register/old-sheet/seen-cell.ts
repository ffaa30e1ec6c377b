/** 收编: a day whose number is not what people saw. */
import { dayOfSerial, momentOfSerial } from "../../kit/calendar-day";

/** A day as text where a blank takes words: "2023-03-09", "2023-03-09 14:00"; another number as it is. */
export const seenDay = (serial: number): string =>
  (Number.isInteger(serial) ? dayOfSerial(serial) : momentOfSerial(serial)) ?? String(serial);
