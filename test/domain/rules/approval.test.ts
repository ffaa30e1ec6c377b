import fc from "fast-check";
import { applicationKinds, type Signer } from "../../../src/domain/forms/applications";
import {
  applicationStatus,
  isApproved,
  nextSigner,
  type Opinions,
  signedOutOfTurn,
  signersOf,
} from "../../../src/domain/rules/approval";
import { draw } from "../draw";

const opinionsOf = (row: Readonly<Record<string, string>>): Opinions =>
  Object.fromEntries(
    (["sales", "engineering", "finance", "manager"] as const).flatMap((each) =>
      row[each] === undefined || row[each] === "" ? [] : [[each, row[each]]],
    ),
  );

describe("where an application stands, from its opinions", () => {
  const refunds = draw(`
    | sales          | manager | finance      | closed | status | next    |
    |                |         |              |        | 草稿   | sales   |
    | /              |         |              |        | 草稿   | sales   |
    | 同意           |         |              |        | 审批中 | manager |
    | 同意，已劝留两次 | 同意    |              |        | 审批中 | finance |
    | 同意           | 同意    | 同意         |        | 已批准 |         |
    | 同意           | 同意    | 同意         | yes    | 已办结 |         |
    | 同意           | 不同意  |              |        | 已驳回 |         |
    | 驳回，先挽留   |         |              |        | 已驳回 |         |
    | 同意           | 同意    | 否           | yes    | 已驳回 |         |
    | 同意           | 同意    | ／           |        | 审批中 | finance |
    |                | 同意    |              |        | 审批中 | sales   |
  `);
  test.each(refunds)("退房: $sales / $manager / $finance → $status", (row) => {
    const opinions = opinionsOf(row);
    expect(applicationStatus("退房申请", opinions, row["closed"] === "yes")).toBe(row["status"]);
    expect(nextSigner("退房申请", opinions) ?? "").toBe(row["next"]);
  });

  test("户型变更 goes through 工程部; the others do not ask it", () => {
    expect(signersOf("户型结构变更")).toEqual(["sales", "engineering", "finance", "manager"]);
    expect(nextSigner("户型结构变更", { sales: "同意" })).toBe("engineering");
    expect(applicationStatus("特惠申请", { engineering: "不同意" }, false)).toBe("草稿");
  });

  test("somebody who signed before their turn is found", () => {
    expect(signedOutOfTurn("退房申请", { manager: "同意" })).toBe("manager");
    expect(signedOutOfTurn("退房申请", { sales: "同意", manager: "同意" })).toBeUndefined();
  });

  const anyKind = fc.constantFrom(...applicationKinds);
  test("law: signing in turn, everybody agreeing, ends approved after as many steps as there are signers", () => {
    fc.assert(
      fc.property(anyKind, (kind) => {
        let opinions: Partial<Record<Signer, string>> = {};
        const order: Signer[] = [];
        for (let next = nextSigner(kind, opinions); next !== undefined; next = nextSigner(kind, opinions)) {
          order.push(next);
          opinions = { ...opinions, [next]: "同意" };
          expect(signedOutOfTurn(kind, opinions)).toBeUndefined();
        }
        expect(order).toEqual(signersOf(kind));
        expect(isApproved(kind, opinions)).toBe(true);
      }),
    );
  });
});
