/** What the cards say where no spreadsheet has run the formulas is what the sheet's formulas say (R12). */
import { computedCell } from "../../../../src/domain/register/card/card-computed";
import type { RawCell, Register } from "../../../../src/domain/register/register";
import { draw } from "../../draw";
import { bookOf, today } from "../book-of";

const cellsOf = (text: string | undefined): RawCell =>
  text === undefined || text === "" ? "" : Number.isNaN(Number(text)) ? text : Number(text);

const rows = draw(`
  | why                         | totalPrice | usualDiscount | discountAsked | floorArea | total  | price   | paid  | penalty | refund |
  | both discounts              | 500000     | 5000          | 10000         | 100       | 485000 | 4850    | 60000 | 10000   | 50000  |
  | none as usual               | 500000     |               | 10000         | 100       | 490000 | 4900    | 60000 |         | 60000  |
  | none as usual, said so      | 500000     | /             | 10000         | 100       | 490000 | 4900    | 60000 | /       | 60000  |
  | none as usual, in words     | 500000     | 无折扣        | 10000         | 100       | 490000 | 4900    | 60000 | 面议    | 60000  |
  | nothing is asked for yet    | 500000     | 5000          |               | 100       |        |         |       | 10000   |        |
  | nothing is asked for at all | 500000     | 5000          | /             | 100       |        |         | /     | 10000   |        |
  | no price                    |            | 5000          | 10000         | 100       |        |         |       |         |        |
  | the fen are rounded         | 500000.5   | 0.25          | 0.13          | 99.9      | 500000.12 | 5005.01 | 1  | 0.55    | 0.45   |
  | no area                     | 500000     |               | 10000         |           | 490000 |         |       |         |        |
  | an area of nought           | 500000     |               | 10000         | 0         | 490000 |         |       |         |        |
`);

test.each(rows)("$why", (row) => {
  const keys = ["totalPrice", "usualDiscount", "discountAsked", "floorArea", "paid", "penalty"];
  const book = bookOf({ applications: [Object.fromEntries(keys.map((key) => [key, cellsOf(row[key])]))] });
  const around = { known: undefined, contacts: [], today };
  const computed = (key: string): RawCell =>
    computedCell(book.registers.applications as Register, key, 0, around) ?? "";
  expect(["discountedTotal", "discountedPrice", "refund"].map(computed)).toEqual(
    [row["total"], row["price"], row["refund"]].map(cellsOf),
  );
});
