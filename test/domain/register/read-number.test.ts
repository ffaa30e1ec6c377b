import { readNumber } from "../../../src/domain/register/read-number";

test.each([
  ["88,5", undefined],
  ["88，5", undefined],
  ["1,20", undefined],
  ["1,200.5", 1200.5],
  ["1,234,567", 1234567],
  ["1200", 1200],
])("commas part thousands: %s is %p", (raw, number) => {
  expect(readNumber(raw)).toBe(number);
});
