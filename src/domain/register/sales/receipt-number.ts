/** 收据号: unique over the workbook, and the next one as the receipt book counts. */
import { plain } from "../../kit/text";
import type { ReceiptRow } from "./sale-rows";
import type { SalesLedger } from "./sales-ledger";

const same = (a: string, b: string): boolean => plain(a).toUpperCase() === plain(b).toUpperCase();

/** The receipt that has this number already. */
export const receiptTaken = ({ receipts }: SalesLedger, no: string): ReceiptRow | undefined =>
  no === "" ? undefined : receipts.find((each) => same(each.no, no));

const begins = "0000001";

/** From the end: many digits before other words must cost no more than their length. */
const lastDigits = /^(.*\D)?(\d+)(\D*)$/su;

/** What follows a printed number: its last digits go up by one, as wide as they were. */
const counted = (no: string): string | undefined => {
  const [, front = "", digits, back] = lastDigits.exec(no) ?? [];
  if (digits === undefined || digits.length > 15) return undefined;
  return `${front}${String(Number(digits) + 1).padStart(digits.length, "0")}${back ?? ""}`;
};

/** After the one entered last; never one that is taken. */
export const nextReceiptNo = (ledger: SalesLedger): string => {
  const taken = new Set(ledger.receipts.map(({ no }) => no.toUpperCase()));
  const last = ledger.receipts.filter(({ no }) => /\d/u.test(no)).at(-1)?.no;
  let next = last === undefined ? begins : (counted(last) ?? begins);
  while (taken.has(next.toUpperCase())) next = counted(next) ?? `${next}-1`;
  return next;
};
