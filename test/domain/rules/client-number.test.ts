import fc from "fast-check";
import {
  dealNumber,
  formatClientNumber,
  lostNumber,
  parseClientNumber,
} from "../../../src/domain/rules/client-number";
import { draw } from "../draw";

test.each(
  draw(`
  | region | letters | n    | number     |
  | LY     | ZS      | 1    | LY-ZS001   |
  | LY     | ZS      | 999  | LY-ZS999   |
  | LY     | ZS      | 1000 | LY-ZS1000  |
  | CQ     | OY      | 42   | CQ-OY042   |
`),
)("$region, $letters, $n is $number", ({ region = "", letters = "", n, number = "" }) => {
  const client = formatClientNumber(region, letters, Number(n));
  expect(client).toBe(number);
  expect(dealNumber(client)).toBe(`C${number}`);
  expect(lostNumber(client)).toBe(`X${number}`);
});

test.each(
  draw(`
  | text         | kind   | client    |
  | LY-ZS001     | client | LY-ZS001  |
  | CLY-ZS001    | deal   | LY-ZS001  |
  | XLY-ZS001    | lost   | LY-ZS001  |
  | CQ-OY042     | client | CQ-OY042  |
  | XM-ZS001     | client | XM-ZS001  |
  | CCQ-OY042    | deal   | CQ-OY042  |
  | XXM-ZS001    | lost   | XM-ZS001  |
  | ly-zs001     | client | LY-ZS001  |
  | ＬＹ－ＺＳ００１ | client | LY-ZS001 |
  | LY–ZS001     | client | LY-ZS001  |
  |  LY - ZS 001 | client | LY-ZS001  |
  | LY-ZS0001    | client | LY-ZS001  |
  | LY-ZS1000    | client | LY-ZS1000 |
  | LY-ZS01      |        |           |
  | LY-ZS000     |        |           |
  | LYZS001      |        |           |
  | DLY-ZS001    |        |           |
  | 洛阳-ZS001   |        |           |
  | LY-ZS        |        |           |
  | /            |        |           |
  |              |        |           |
`),
)("'$text' is a $kind number of $client", ({ text = "", kind, client }) => {
  const parts = parseClientNumber(text);
  expect(parts?.kind ?? "").toBe(kind);
  expect(parts?.client ?? "").toBe(client);
});

describe("laws", () => {
  const pair = fc.stringMatching(/^[A-Z]{2}$/u);
  test("every number, deal number and lost number parses back to the client", () => {
    fc.assert(
      fc.property(pair, pair, fc.integer({ min: 1, max: 1_000_000 }), (region, letters, n) => {
        const client = formatClientNumber(region, letters, n);
        const parts = { region, letters, n, prefix: `${region}-${letters}`, client };
        expect(parseClientNumber(client)).toEqual({ kind: "client", ...parts });
        expect(parseClientNumber(dealNumber(client).toLowerCase())).toEqual({ kind: "deal", ...parts });
        expect(parseClientNumber(lostNumber(client))).toEqual({ kind: "lost", ...parts });
      }),
    );
  });
});
