import { bookOfOne } from "../../../../src/domain/register/client/book-of-one";
import { lifeOf, lifeWants } from "../../../../src/domain/register/client/client-life";
import { dueList } from "../../../../src/domain/register/follow-up/due-list";
import { wantedTogether } from "../../../../src/domain/register/wanted";
import { formOf, type FormKey } from "../../../../src/domain/forms/index";
import type { ClientNumber } from "../../../../src/domain/rules/client-number";
import { bookOf, today } from "../book-of";

const id = "LY-ZS001" as ClientNumber;
const book = bookOf({
  visitors: [
    {
      clientId: id,
      visitDate: 45_323,
      consultant: "王强",
      name: "张三",
      notes: "看了三房。",
      referrerId: "LY-LS001",
      nextAppointment: "2024-03-12 14:30",
    },
    { clientId: "LY-WW001", visitDate: "2024-03-02", name: "王五", consultant: "李娜", referrerId: id },
  ],
  calls: [
    { clientId: id, calledAt: "2024-01-30 09:00", name: "张先生", consultant: "李娜", notes: "问三房。" },
  ],
  grades: [
    {
      clientId: id,
      consultant: "李娜",
      reachedC: "2024-02-01",
      reachedLost: "2024-02-20",
      reachedD: "2024-02-21",
      remarks: "嫌贵\n2024-02-21 重新分配：王强 → 李娜，原因：再未来访",
    },
  ],
  followUps: [
    {
      clientId: id,
      contactedAt: "2024-02-01 10:00",
      method: "来访",
      notes: "看了三房。",
      consultant: "王强",
    },
    {
      clientId: id,
      contactedAt: "2024-02-05 10:00",
      method: "电话",
      notes: "再想想。",
      feedback: "嫌贵",
      consultant: "王强",
      nextAt: "2024-03-11",
      nextReason: "送资料",
    },
    {
      clientId: "LY-WW001",
      contactedAt: "2024-02-05 10:00",
      method: "电话",
      notes: "别人的。",
      consultant: "王强",
    },
  ],
  invitations: [
    { clientId: id, invitedFor: 45_360 + 10 / 24, event: "开盘", result: "已到访", consultant: "李娜" },
  ],
  deals: [
    {
      dealId: "CLY-ZS001",
      subscribedOn: "2024-03-10",
      signedOn: null,
      unitNo: "3-1-1202",
      totalPrice: 340100,
      consultant: "李娜",
      status: "认购",
    },
  ],
  receipts: [{ clientId: id, date: 45_361, item: "大定金", amount: 20000, no: "01" }],
  receptions: [{ clientId: id, at: "2024-03-09 10:05", receiver: "李娜", kind: "老客户" }],
  applications: [{ clientId: id, kind: "特惠申请", appliedOn: "2024-03-10", reason: "老带新" }],
  careTasks: [
    { clientId: id, reason: "生日", dueOn: "2024-03-20" },
    { clientId: id, reason: "节日", detail: "妇女节", dueOn: "2024-03-08", doneOn: "2024-03-07" },
  ],
  intentScores: [{ clientId: id, scoredOn: "2024-03-09", score: 75, suggested: "B" }],
  lostClients: [
    { lostId: "XLY-ZS001", givenUpOn: "2024-02-20", lossReasons: "价格", lossAnalysis: "总价超预算" },
  ],
});

test("everything on one line, the latest first, each with its row; the first talk is told once", () => {
  const told = lifeOf(book, id, today).map(({ at, kind, what, row }) =>
    `${at} ${kind} ${what} @${row.form}${row.row}`.replace("  ", " "),
  );
  expect(told).toEqual([
    "2024-03-20 care 生日 @careTasks5",
    "2024-03-12 14:30 appointment @visitors5",
    "2024-03-11 next @followUps6",
    "2024-03-10 application 特惠申请 @applications5",
    "2024-03-10 receipt 大定金 20,000 @receipts5",
    "2024-03-10 deal 3-1-1202 340,100 @deals5",
    "2024-03-09 score 75 B @intentScores5",
    "2024-03-09 10:05 reception 老客户 @receptions5",
    "2024-03-09 10:00 invitation 开盘 已到访 @invitations5",
    "2024-03-07 care 节日 妇女节 @careTasks6",
    "2024-03-02 referred 王五 LY-WW001 @visitors6",
    "2024-02-21 given 重新分配 @grades5",
    "2024-02-21 grade D @grades5",
    "2024-02-20 lost 价格 @lostClients5",
    "2024-02-20 grade × @grades5",
    "2024-02-05 10:00 contact 电话 @followUps6",
    "2024-02-01 referredBy LY-LS001 @visitors5",
    "2024-02-01 grade C @grades5",
    "2024-02-01 visit @visitors5",
    "2024-01-30 09:00 call @calls5",
  ]);
});

test("a deposit says of itself that the client refuses to sign", () => {
  const said = (refused: string): string | undefined => {
    const deposit = { clientId: id, date: 45_361, item: "大定金", amount: 20000, no: "01", refused };
    return lifeOf(bookOf({ receipts: [deposit] }), id, today)[0]?.text;
  };
  expect(["是", "否", ""].map(said)).toEqual(["客户拒签", "", ""]);
});

describe("R15: a task that nobody has done", () => {
  const tasks = (consent: string) =>
    lifeOf(
      bookOf({
        careTasks: `
          | clientId  | reason     | dueOn      | doneOn     |
          | LY-ZS001  | 答谢饭局   | 2024-02-25 |            |
          | LY-ZS001  | 样板区活动 | 2024-03-10 |            |
          | LY-ZS001  | 生日       | 2024-03-20 |            |
          | LY-ZS001  | 电影周     | 2024-02-20 | 2024-02-18 |
          | LY-ZS001  | 节日       | 2024-02-10 | /          |
        `,
        profiles: [{ clientId: id, consent }],
      }),
      id,
      today,
    ).map(({ at, what, open }) => `${at} ${what}${open ? " 未做" : ""}`);

  test("is told as open, and not as a thing done", () => {
    expect(tasks("是")).toEqual([
      "2024-03-20 生日 未做",
      "2024-03-10 样板区活动 未做",
      "2024-02-25 答谢饭局 未做",
      "2024-02-18 电影周",
    ]);
    expect(lifeOf(book, id, today).filter(({ open, kind }) => open && kind !== "care")).toEqual([]);
  });

  test("is not drawn for who has said no; what was done stays", () => {
    expect(tasks("否")).toEqual(["2024-02-18 电影周"]);
  });
});

test("somebody without a row has no life here", () => {
  expect(lifeOf(book, "LY-QQ001" as ClientNumber, today)).toEqual([]);
});

test("the due day of one client is that of the whole book", () => {
  const alone = bookOfOne(book, id);
  const facts = (each: typeof book) =>
    dueList(each, today, { all: true })
      .filter(({ clientId }) => clientId === id)
      .map(({ due, statusText, lastContact }) => [due, statusText, lastContact]);
  expect(facts(alone)).toEqual(facts(book));
  expect(facts(alone)).toHaveLength(1);
});

test("only columns of the binder are wanted; several wishes are one reading", () => {
  for (const [form, keys] of Object.entries(lifeWants))
    expect(Object.keys(formOf(form as FormKey).fields)).toEqual(expect.arrayContaining([...keys]));
  expect(
    wantedTogether({ deals: ["dealId"], calls: "all" }, { deals: ["dealId", "name"], calls: ["name"] }),
  ).toEqual({
    deals: ["dealId", "name"],
    calls: "all",
  });
});
