/** 再次来访 of a client whose row is there (R8; forms.md 1, footnote 2). */
import fc from "fast-check";
import { appointments } from "../../../../src/domain/register/follow-up/appointments";
import type { Cells } from "../../../../src/domain/register/check-row";
import { completenesses } from "../../../../src/domain/register/client/client-completeness";
import { registerVisit } from "../../../../src/domain/register/client/register-visit";
import type { ClientNumber } from "../../../../src/domain/rules/client-number";
import { draw } from "../../draw";
import { bookOf, cellsOf, now, today, written } from "../book-of";

const client = "LY-JH001" as ClientNumber;
const talk =
  "带爱人再来看了一次样板间，对朝南的三房满意，总价还要再商量，问清了按揭月供和学区，约好明天下午带父母一起来定房，态度积极。";
const row = {
  clientId: client,
  visitDate: "2024-03-01",
  consultant: "李娜",
  name: "姜海",
  gender: "男",
  mobile: "138 0379 1234",
  channels: "听说",
  areaBand: "101–120",
  totalPriceBand: "61–80",
  maritalStatus: "/",
  notes: "第一次来",
  nextAppointment: "/",
};
const house = (over: Cells = {}) =>
  bookOf({
    visitors: [{ ...row, ...over }],
    grades: [{ clientId: client, consultant: "李娜", reachedC: "2024-03-01" }],
  });
const visit = { visitDate: today, consultant: "李娜", name: "姜海", mobile: "13803791234", notes: talk };

const come = (
  typed: Cells,
  { over, seen, amend }: { over?: Cells; seen?: Cells; amend?: readonly string[] } = {},
) => {
  const phone = {
    is: "sameClient",
    clientId: client,
    ...(seen && { seen }),
    ...(amend && { amend }),
  } as const;
  const before = house(over);
  const decision = registerVisit(before, { ...visit, ...typed }, { today, now, phone });
  if (!decision.ok) throw new Error(decision.problems.map(({ code }) => code).join());
  const after = written(before, decision.changes);
  const [visitor] = cellsOf(after, "visitors");
  const [contact] = cellsOf(after, "followUps");
  return { before, after, visitor, said: String(contact?.["notes"]), hints: decision.hints };
};

test("what is said for the first time fills the row, and the appointment is one", () => {
  const { before, after, visitor, said, hints } = come({
    age: "41",
    maritalStatus: "已婚",
    nextAppointment: "2024-03-11 14:30",
  });
  expect(cellsOf(after, "visitors")).toHaveLength(1);
  expect(visitor).toEqual({
    ...cellsOf(before, "visitors")[0],
    age: 41,
    maritalStatus: "已婚",
    nextAppointment: "2024-03-11 14:30",
  });
  expect(said).toBe(talk);
  expect(appointments(after, today)).toMatchObject([{ client, at: "2024-03-11 14:30", consultant: "李娜" }]);
  const share = (book: typeof after) => completenesses(book, today)[0]?.share ?? 0;
  expect(share(after)).toBeGreaterThan(share(before));
  // Judged on the row and what is said now: it has a need, and a next step.
  expect(hints.map(({ code }) => code)).toEqual(["oneNumber"]);
});

test.each(
  draw(`
    | blank          | holds       | typed       | in the row  | in the talk                         |
    | age            |             | 41          | 41          |                                     |
    | age            | ／          | 41          | 41          |                                     |
    | age            | 35          | 41          | 35          | 登记内容：年龄 41                   |
    | age            | 35          | /           | 35          |                                     |
    | age            | 三十五      | 41          | 三十五      | 登记内容：年龄 41                   |
    | mobile         | 13803791234 | 13803791234 | 13803791234 |                                     |
    | phone          |             | 13803791234 |             |                                     |
    | phone          |             | 63912345    | 0379-6391 2345 |                                  |
    | name           | 姜先生      | 姜海        | 姜先生      | 登记内容：客户姓名 姜海             |
    | visitDate      | 2024-03-01  | 2024-03-10  | 2024-03-01  |                                     |
    | consultant     | 王强        | 李娜        | 王强        |                                     |
  `),
)("$blank “$holds”, now “$typed”: the row has “$in the row”, the talk “$in the talk”", (each) => {
  const { blank = "", holds = "", typed = "" } = each;
  const { visitor, said } = come({ [blank]: typed }, { over: { [blank]: holds === "" ? null : holds } });
  expect(String(visitor?.[blank] ?? "")).toBe(each["in the row"]);
  const line = each["in the talk"] ?? "";
  expect(said).toBe(line === "" ? talk : `${talk}\n${line}`);
});

test("what contradicts the row goes over it when somebody says so, and the talk keeps what was there", () => {
  const typed = { totalPriceBand: "81–100", areaBand: "121–150" };
  const { visitor, said, hints } = come(typed, {
    seen: { totalPriceBand: "61–80", areaBand: "101–120" },
    amend: ["totalPriceBand"],
  });
  expect(visitor).toMatchObject({ totalPriceBand: "81–100", areaBand: "101–120" });
  expect(said).toBe(`${talk}\n登记内容：所需面积 121–150\n登记修改：总价 61–80 → 81–100`);
  expect(hints.filter(({ code }) => code === "keptInTalk")).toMatchObject([
    { key: "areaBand", value: "121–150", facts: { was: "101–120" } },
  ]);
});

test("what the form showed and nobody touched is no answer; a colleague's change is never overwritten", () => {
  const seen = { age: "35", occupation: "", layout: "3/2" };
  const over = { age: 36, occupation: "老师", layout: "2/2" };
  const { visitor, said } = come(
    { ...seen, occupation: "医生", layout: "4/2" },
    { over, seen, amend: ["layout"] },
  );
  expect(visitor).toMatchObject(over);
  expect(said).toBe(`${talk}\n登记内容：客户类别 医生，户型 4/2`);
});

test("an appointment ahead that is put off is told, and without a new one it stays the next step", () => {
  const over = { nextAppointment: "2024-03-12 10:00" };
  const put = come({ nextAppointment: "2024-03-13 10:00" }, { over });
  expect(put.visitor).toMatchObject({ nextAppointment: "2024-03-13 10:00" });
  expect(put.said).toContain("登记修改：下次看房时间 2024-03-12 10:00 → 2024-03-13 10:00");
  const none = come({}, { over });
  expect(none.visitor).toMatchObject(over);
  expect(none.hints.map(({ code }) => code)).not.toContain("noNextStep");
  expect(come({}, { over: { nextAppointment: "2024-03-05 10:00" } }).hints.map(({ code }) => code)).toContain(
    "noNextStep",
  );
});

test("R9: a number of somebody else's is not put on this client's row", () => {
  const other = { ...row, clientId: "LY-LS001", name: "李四", mobile: "139 0379 0000" };
  const book = bookOf({ visitors: [row, other] });
  const phone = { is: "sameClient", clientId: client } as const;
  const decision = registerVisit(book, { ...visit, phone: "13903790000" }, { today, now, phone });
  const after = written(book, decision.ok ? decision.changes : []);
  expect(cellsOf(after, "visitors")[0]).toMatchObject({ phone: null });
  expect(cellsOf(after, "followUps")[0]?.["notes"]).toBe(`${talk}\n登记内容：联系电话 139 0379 0000`);
});

test("what was wrong in the row before does not stand in the way; what is typed wrongly does", () => {
  const over = { age: "三十多", postcode: "12" };
  expect(come({}, { over }).visitor).toMatchObject(over);
  const phone = { is: "sameClient", clientId: client } as const;
  expect(registerVisit(house(), { ...visit, postcode: "12" }, { today, now, phone })).toMatchObject({
    ok: false,
    problems: [{ code: "notDigits", key: "postcode" }],
  });
});

test("nothing that is said is lost, and nothing that stood is without somebody's word", () => {
  const cell = fc.constantFrom("", "/", "老师", "医生", "公务员");
  fc.assert(
    fc.property(cell, cell, fc.boolean(), (holds, typed, yes) => {
      const { visitor, said } = come(
        { occupation: typed },
        { over: { occupation: holds }, seen: { occupation: holds }, amend: yes ? ["occupation"] : [] },
      );
      const stands = String(visitor?.["occupation"]);
      const real = (word: string): boolean => word !== "" && word !== "/";
      if (real(typed)) expect([stands, said].join("\n")).toContain(typed);
      if (real(holds)) expect([stands, said].join("\n")).toContain(holds);
      if (real(holds) && !yes) expect(stands).toBe(holds);
    }),
  );
});
