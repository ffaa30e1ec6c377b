/** What a check only mentions: days of finance, results ahead of their day, numbers of former letters. */
import { checkWorkbook } from "../../../../src/domain/register/check/check-workbook";
import { draw } from "../../draw";
import { bookOf, today } from "../book-of";

const visitors = [{ clientId: "LY-ZS001", visitDate: "2024-02-01", name: "张三", consultant: "王强" }];
const said = (codes: readonly string[], book: ReturnType<typeof bookOf>): string =>
  checkWorkbook(book, today)
    .flatMap(({ code, form, row, key }) =>
      codes.includes(code) ? `${code} ${form} ${row ?? ""} ${key ?? ""}` : [],
    )
    .join();

test.each(
  draw(`
    | verified | verifiedOn | said                                       |
    | 已核对   | 2024-02-06 |                                            |
    | 已核对   | 2024-02-05 |                                            |
    | 已核对   | 2024-02-04 | verifiedBeforeReceipt receipts 5 verifiedOn |
    | 已核对   |            | verifiedWithoutDay receipts 5 verifiedOn   |
    |          |            |                                            |
  `),
)("$verified on $verifiedOn: $said", ({ verified, verifiedOn, said: expected }) => {
  const receipt = {
    no: "1",
    date: "2024-02-05",
    clientId: "LY-ZS001",
    unitNo: "1-1-0301",
    item: "小定金",
    amount: 5000,
    verified: verified || null,
    verifiedOn: verifiedOn || null,
  };
  const book = bookOf({ visitors, receipts: [receipt] });
  expect(said(["verifiedWithoutDay", "verifiedBeforeReceipt"], book)).toBe(expected);
});

test.each(
  draw(`
    | invitedFor       | result | said                                      |
    | 2024-03-11 10:00 | 已到访 | resultBeforeComing invitations 5 result   |
    | 2024-03-11 10:00 | 未到访 | resultBeforeComing invitations 5 result   |
    | 2024-03-11 10:00 | 改期   |                                           |
    | 2024-03-10 14:00 | 已到访 |                                           |
    | 2024-03-11 10:00 |        |                                           |
    | 2024-03-03 10:00 |        |                                           |
    | 2024-03-02 10:00 |        | invitationUnanswered invitations 5 result |
    | 2024-03-02       |        | invitationUnanswered invitations 5 result |
    | 2024-03-02 10:00 | 未到访 |                                           |
    | 2024-03-02 10:00 | /      |                                           |
  `),
)("$invitedFor $result: $said", ({ invitedFor = "", result, said: expected }) => {
  const book = bookOf({
    visitors,
    invitations: [{ clientId: "LY-ZS001", invitedFor, result: result || null }],
  });
  expect(said(["resultBeforeComing", "invitationUnanswered"], book)).toBe(expected);
});

test.each(
  draw(`
    | clientId | highest | said                                |
    | CQ-ZS001 | 1       |                                     |
    | CQ-ZS002 | 1       | numberElsewhere visitors 5 clientId |
    | CQ-ZS001 | 0       | numberElsewhere visitors 5 clientId |
    | CQ-LS001 | 1       | numberElsewhere visitors 5 clientId |
  `),
)("R1: $clientId, of former letters remembered up to $highest: $said", (line) => {
  const { clientId = "", said: expected } = line;
  const highest = new Map([[clientId.slice(0, 5), Number(line["highest"])]]);
  const book = bookOf({ visitors: [{ ...visitors[0], clientId }] }, { highest });
  expect(said(["numberElsewhere"], book)).toBe(expected);
});

test("R17: a score of nothing but client and day, which the sheet leaves blank, is asked about", () => {
  const score = { clientId: "LY-ZS001", scoredOn: "2024-03-09" };
  const book = bookOf({
    visitors,
    intentScores: [score, { ...score, likesPrice: "否" }, { clientId: null, scoredOn: null }],
  });
  expect(said(["noSignal"], book)).toBe("noSignal intentScores 5 likesProduct");
  expect(checkWorkbook(book, today).find(({ code }) => code === "noSignal")?.severity).toBe("hint");
});

test("R3: an unsigned deal waits for 签约日期: nobody is told to strike it out, but 排号日期 is", () => {
  const deal = { dealId: "CLY-ZS001", name: "张三", consultant: "王强", subscribedOn: "2024-03-08" };
  const found = checkWorkbook(bookOf({ visitors, deals: [deal] }), today).find(
    ({ code, form }) => code === "notAsked" && form === "deals",
  );
  const [captions, struck] = [String(found?.facts?.["captions"]), JSON.stringify(found?.fix)];
  expect([captions.includes("排号日期"), struck.includes('"queuedOn"')]).toEqual([true, true]);
  expect([captions.includes("签约日期"), struck.includes('"signedOn"')]).toEqual([false, false]);
});
