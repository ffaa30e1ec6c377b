/** R15: 生成 for one consultant writes the tasks of that consultant's clients alone. */
import type { Decision } from "../../src/domain/register/decision";
import { generateCare } from "../../src/domain/register/care/generate-care";
import { generateOwn } from "../../src/taskpane/today/own-care";
import { bookOf, today } from "../domain/register/book-of";

const owners = [
  ["LY-ZS001", "王强"],
  ["LY-LS001", "李娜"],
] as const;
const book = bookOf({
  visitors: owners.map(([clientId, consultant]) => ({
    clientId,
    name: "示例",
    consultant,
    visitDate: "2023-01-01",
  })),
  grades: owners.map(([clientId, consultant]) => ({
    clientId,
    consultant,
    reachedA: "2023-01-01",
    reachedDeal: "2023-02-01",
  })),
  deals: owners.map(([clientId, consultant], at) => ({
    dealId: `C${clientId}`,
    name: "示例",
    consultant,
    unitNo: `1-1-${at + 101}`,
    subscribedOn: "2023-02-01",
    signedOn: "2024-02-25",
    totalPrice: 810000,
  })),
  profiles: owners.map(([clientId]) => ({
    clientId,
    contactConsent: "是",
    careConsent: "同意",
    consent: "同意",
    birthday: "1980-03-20",
  })),
});
const clients = (decision: Decision): readonly string[] => {
  if (!decision.ok) throw new Error(decision.problems.map(({ code }) => code).join());
  const all = decision.changes.map((each) =>
    each.kind === "append" ? String(each.row["clientId"]) : each.kind,
  );
  return [...new Set(all)].sort();
};

test("everybody's, and one consultant's", () => {
  expect(clients(generateCare(book, today))).toEqual(["LY-LS001", "LY-ZS001"]);
  expect(clients(generateOwn(book, today, ""))).toEqual(["LY-LS001", "LY-ZS001"]);
  expect(clients(generateOwn(book, today, "王强"))).toEqual(["LY-ZS001"]);
});
