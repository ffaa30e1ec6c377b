/** A consultant's name pasted in another spelling ("王　强") is the roster's wherever clients are sorted by consultant. */
import { cardRecords } from "../../../../src/domain/register/card/card-records";
import { openCare } from "../../../../src/domain/register/care/care-due";
import { careFigures } from "../../../../src/domain/register/care/care-figures";
import { checkWorkbook } from "../../../../src/domain/register/check/check-workbook";
import { completenesses } from "../../../../src/domain/register/client/client-completeness";
import { dueList } from "../../../../src/domain/register/follow-up/due-list";
import { metToday } from "../../../../src/domain/register/follow-up/evening-meeting";
import { firstMessages } from "../../../../src/domain/register/care/first-messages";
import { handOver, handOverRows } from "../../../../src/domain/register/ownership/hand-over";
import { bookOf, today } from "../book-of";

const pasted = "王　强";
const book = bookOf({
  visitors: [
    {
      clientId: "LY-ZS001",
      visitDate: today,
      consultant: pasted,
      name: "张三",
      gender: "男",
      mobile: "138 0379 1234",
      phone: "/",
      channels: "路过",
      notes: "看房",
    },
  ],
  grades: [{ clientId: "LY-ZS001", consultant: pasted, reachedC: "2024-03-09" }],
  followUps: [
    {
      contactedAt: `${today} 09:00`,
      clientId: "LY-ZS001",
      method: "上门拜访",
      notes: "看房",
      consultant: pasted,
    },
    {
      contactedAt: `${today} 10:00`,
      clientId: "LY-ZS001",
      method: "活动",
      notes: "看房",
      consultant: " 王 强",
    },
  ],
  careTasks: [{ clientId: "LY-ZS001", reason: "节日", detail: "中秋", dueOn: today, method: "短信" }],
});
const asked = { masked: false } as const;

test.each(["王强", pasted])("asked for as %s, the client is the consultant's", (consultant) => {
  expect(dueList(book, today, { consultant, all: true }).map((each) => each.consultant)).toEqual(["王强"]);
  const cards = cardRecords(book, { ...asked, card: "visitors", consultant }, today);
  expect(cards.map((each) => each.consultant)).toEqual(["王强"]);
  expect(handOverRows(book, { from: consultant, clients: undefined }, today)).toHaveLength(1);
  expect(cardRecords(book, { ...asked, card: "visitors", consultant: "李娜" }, today)).toEqual([]);
});

test("every section of the day has the roster's spelling", () => {
  for (const items of [
    firstMessages(book, today),
    openCare(book, today),
    metToday(book, today),
    completenesses(book, today),
  ])
    expect(items.map(({ consultant }) => consultant)).toEqual(["王强"]);
  expect(careFigures(book, today)[0]).toEqual({ consultant: "王强", visits: 1, events: 1, contacts: 2 });
});

test("handing over writes over the cell as it stands; the checks still tell the spelling", () => {
  const decision = handOver(book, { from: pasted, to: ["李娜"], clients: undefined, why: "" }, { today });
  expect(decision.ok && decision.changes[0]).toMatchObject({ key: "consultant", was: pasted, value: "李娜" });
  const told = checkWorkbook(book, today).filter(({ key }) => key === "consultant");
  expect(told.map(({ form, value }) => [form, value])).toEqual(
    expect.arrayContaining([
      ["visitors", pasted],
      ["grades", pasted],
    ]),
  );
});
