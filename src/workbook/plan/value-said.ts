/** A cell's value as people know it: Excel keeps days as numbers. */
import { dayOfSerial } from "../../domain/kit/calendar-day";
import type { RawCell } from "../../domain/register/register";

export const isDayFormat = (format: string): boolean => /y/iu.test(format);

export const valueSaid = (value: RawCell, asDay: boolean): string =>
  (asDay && typeof value === "number" ? dayOfSerial(value) : undefined) ?? String(value);
