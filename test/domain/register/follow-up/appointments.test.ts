import type { CalendarDay, Moment } from "../../../../src/domain/kit/calendar-day";
import { serialOfMoment } from "../../../../src/domain/kit/calendar-day";
import { appointments } from "../../../../src/domain/register/follow-up/appointments";
import { firstMessages } from "../../../../src/domain/register/care/first-messages";
import { invite, unitsToShow } from "../../../../src/domain/register/follow-up/invite";
import { settleAppointment } from "../../../../src/domain/register/follow-up/settle-appointment";
import type { ClientNumber } from "../../../../src/domain/rules/client-number";
import { bookOf, cellsOf, now, today, written } from "../book-of";

const client = (id: string) => id as ClientNumber;
const at = (text: string) => text as Moment;

/** today is 2024-03-10, a Sunday, 10:30. */
const book = bookOf({
  visitors: `
    | clientId | visitDate  | name | consultant | nextAppointment  | preferredUnits |
    | LY-AA001 | 2024-03-01 | 甲   | 王强       | 2024-03-10 14:30 | 3-1-1202       |
    | LY-BB001 | 2024-03-01 | 乙   | 李娜       | 2024-03-09 10:00 |                |
    | LY-CC001 | 2024-03-01 | 丙   | 李娜       | 2024-03-11 10:00 |                |
    | LY-DD001 | 2024-03-01 | 丁   | 李娜       | 2024-03-12 10:00 |                |
    | LY-EE001 | 2024-02-01 | 戊   | 李娜       | 2024-03-02 10:00 |                |
    | LY-FF001 | 2024-02-01 | 己   | 李娜       | 2024-03-10 09:00 |                |
  `,
  grades: `
    | clientId | consultant | reachedC   | remarks    |
    | LY-AA001 | 赵敏       | 2024-03-01 |            |
    | LY-BB001 | 李娜       | 2024-03-01 | 要两居     |
  `,
  followUps: `
    | clientId | contactedAt      | method |
    | LY-FF001 | 2024-03-10 09:20 | 来访   |
    | LY-BB001 | 2024-03-09 10:00 | 电话   |
  `,
  invitations: `
    | clientId | invitedFor       | event | units             | result |
    | LY-AA001 | 2024-03-10 14:30 | 开放日 | 3-1-1202、3-1-1102 |        |
    | LY-CC001 | 2024-03-11 10:00 |       |                   | 拒绝   |
    | LY-DD001 | 2024-03-10 14:00 |       | 3-1-1102          |        |
  `,
});

describe("who is expected", () => {
  test("today, tomorrow and those of the last week nobody has answered, the earliest first", () => {
    expect(
      appointments(book, today).map((each) => [
        each.name,
        each.at,
        each.consultant,
        each.units,
        each.invited,
      ]),
    ).toEqual([
      ["乙", "2024-03-09 10:00", "李娜", "", false],
      ["丁", "2024-03-10 14:00", "", "3-1-1102", true],
      ["甲", "2024-03-10 14:30", "赵敏", "3-1-1202、3-1-1102", true],
    ]);
  });

  test("a cell that holds a serial is the same moment", () => {
    const serials = bookOf({
      visitors: [
        { clientId: "LY-AA001", name: "甲", nextAppointment: serialOfMoment(at("2024-03-10 14:30")) },
      ],
    });
    expect(appointments(serials, today).map((each) => each.at)).toEqual(["2024-03-10 14:30"]);
  });
});

describe("what came of it", () => {
  const settle = (id: string, when: string, how: "kept" | "missed" | "moved", to?: string) =>
    settleAppointment(
      book,
      { client: client(id), at: at(when), how, ...(to === undefined ? {} : { to: at(to) }) },
      today,
    );
  const after = (decision: ReturnType<typeof settle>) => {
    if (!decision.ok) throw new Error(JSON.stringify(decision.problems));
    return written(book, decision.changes);
  };

  test("kept: the invitation says so; the visit itself is entered as a contact", () => {
    const settled = after(settle("LY-AA001", "2024-03-10 14:30", "kept"));
    expect(cellsOf(settled, "invitations")[0]).toMatchObject({ result: "已到访" });
    expect(cellsOf(settled, "visitors")[0]).toMatchObject({ nextAppointment: "2024-03-10 14:30" });
    expect(cellsOf(settled, "followUps")).toHaveLength(2);
  });

  test("not come: the cell is free again, 备注情况 keeps the trace, and it is no contact", () => {
    const settled = after(settle("LY-BB001", "2024-03-09 10:00", "missed"));
    expect(cellsOf(settled, "visitors")[1]).toMatchObject({ nextAppointment: null });
    expect(cellsOf(settled, "grades")[1]).toMatchObject({ remarks: "要两居；2024-03-09 10:00 约看房未到" });
    expect(cellsOf(settled, "followUps")).toHaveLength(2);
    expect(appointments(settled, today).map(({ name }) => name)).not.toContain("乙");
  });

  test("put off: both registers have the new time, the old invitation its result", () => {
    const settled = after(settle("LY-AA001", "2024-03-10 14:30", "moved", "2024-03-11 10:00"));
    expect(
      cellsOf(settled, "invitations").map(({ clientId, invitedFor, result, event }) => [
        clientId,
        invitedFor,
        result,
        event,
      ]),
    ).toEqual(
      expect.arrayContaining([
        ["LY-AA001", "2024-03-10 14:30", "改期", "开放日"],
        ["LY-AA001", "2024-03-11 10:00", null, "开放日"],
      ]),
    );
    expect(cellsOf(settled, "visitors")[0]).toMatchObject({ nextAppointment: "2024-03-11 10:00" });
  });

  test("what a colleague has changed, or an earlier time, is refused", () => {
    expect(settle("LY-AA001", "2024-03-10 15:00", "kept")).toMatchObject({
      ok: false,
      problems: [{ code: "appointmentGone" }],
    });
    for (const to of [undefined, "2024-03-10 14:30", "2024-03-10 09:00"])
      expect(settle("LY-AA001", "2024-03-10 14:30", "moved", to)).toMatchObject({
        ok: false,
        problems: [{ code: "appointmentNotLater" }],
      });
  });
});

describe("集中邀约", () => {
  const asked = (answers: Record<string, string>) =>
    invite(book, { invitedFor: "2024-03-16 10:00", ...answers }, { today, now });

  test("several clients to one slot, a row each", () => {
    const decision = asked({ clientId: "LY-AA001、LY-BB001、LY-AA001" });
    if (!decision.ok) throw new Error(JSON.stringify(decision.problems));
    expect(decision.changes.map((change) => change.kind === "append" && change.row)).toEqual([
      { clientId: "LY-AA001", invitedFor: "2024-03-16 10:00" },
      { clientId: "LY-BB001", invitedFor: "2024-03-16 10:00" },
    ]);
    expect(decision.hints).toEqual([]);
  });

  test.each([
    [{ clientId: "LY-XX001" }, "clientUnknown"],
    [{ clientId: "LY-AA001", invitedFor: "2024-03-10 10:00" }, "invitedForPast"],
    [{ clientId: "LY-AA001", invitedFor: "2024-03-10 14:15" }, "invitedTwice"],
    [{ clientId: "" }, "requiredReally"],
    [{ clientId: "LY-AA001", invitedFor: "" }, "requiredReally"],
  ])("%p is refused: %s", (answers, code) => {
    expect(asked(answers as Record<string, string>)).toMatchObject({ ok: false, problems: [{ code }] });
  });

  test("who refused a slot may be asked again; outside the slots is a hint", () => {
    expect(asked({ clientId: "LY-CC001", invitedFor: "2024-03-11 10:00" })).toMatchObject({
      ok: true,
      hints: [],
    });
    expect(asked({ clientId: "LY-CC001", invitedFor: "2024-03-11 15:00" })).toMatchObject({
      ok: true,
      hints: [{ code: "outsideSlots" }],
    });
  });

  test("units on sale near those the others of the slot will see", () => {
    const withUnits = bookOf({
      invitations: `
        | clientId | invitedFor       | units    | result |
        | LY-AA001 | 2024-03-16 10:00 | 3-1-1202 |        |
        | LY-BB001 | 2024-03-16 14:00 | 5-1-0101 |        |
      `,
      units: `
        | unitNo   | building | section | floor | layout | status |
        | 3-1-1202 | 3        | 1       | 12    | 3/2    | 认购   |
        | 3-1-1102 | 3        | 1       | 11    | 3/2    | 可售   |
        | 3-1-1201 | 3        | 1       | 12    | 2/2    | 可售   |
        | 5-1-0102 | 5        | 1       | 1     | 2/2    | 可售   |
      `,
    });
    const shown = (slot: string, preferred = "") => unitsToShow(withUnits, at(slot), preferred, today);
    expect(shown("2024-03-16 10:30")).toEqual(["3-1-1102", "3-1-1201"]);
    expect(shown("2024-03-17 10:00")).toEqual([]);
    expect(shown("2024-03-17 10:00", "3-1-1201")).toEqual(["3-1-1201", "3-1-1102"]);
  });
});

describe("R15: the message after a first contact", () => {
  const day = bookOf({
    visitors: `
      | clientId | visitDate  | name | gender | consultant |
      | LY-AA001 | 2024-03-10 | 甲   | 男     | 王强       |
      | LY-BB001 | 2024-03-10 | 乙   | 女     | 李娜       |
      | LY-CC001 | 2024-03-09 | 丙   | 男     | 李娜       |
      | LY-DD001 | 2024-03-10 | 丁   | 男     | 李娜       |
      | LY-GG001 | 2024-03-10 | 庚   | 男     | 李娜       |
    `,
    calls: `
      | clientId | calledAt         | name | gender | consultant |
      | LY-EE001 | 2024-03-10 09:55 | 戊   | 男     | 王强       |
      | LY-FF001 | 2024-03-01 09:00 | 己   | 男     | 王强       |
      | LY-FF001 | 2024-03-10 09:00 | 己   | 男     | 王强       |
      | LY-AA001 | 2024-03-08 09:00 | 甲   | 男     | 王强       |
    `,
    followUps: `
      | clientId | contactedAt      | method |
      | LY-AA001 | 2024-03-10 09:50 | 来访   |
      | LY-BB001 | 2024-03-10 09:40 | 来访   |
      | LY-BB001 | 2024-03-10 10:05 | 微信   |
      | LY-DD001 | 2024-03-10 00:00 | 来访   |
    `,
    profiles: `
      | clientId | consent |
      | LY-GG001 | 否      |
    `,
  });

  test("10 minutes after a call, 30 after a visit; until one has gone out, and never to who said no", () => {
    expect(firstMessages(day, today).map(({ name, after, by }) => [name, after, by])).toEqual([
      ["丁", "visit", undefined],
      ["戊", "call", "2024-03-10 10:05"],
      ["甲", "visit", "2024-03-10 10:20"],
    ]);
    expect(firstMessages(day, "2024-03-11" as CalendarDay)).toEqual([]);
  });

  test("who was here before is no newcomer, whichever of their rows stands first", () => {
    const twice = bookOf({
      visitors: `
        | clientId | visitDate  | name | consultant |
        | LY-AA001 | 2024-03-10 | 甲   | 王强       |
        | LY-AA001 | 2024-02-20 | 甲   | 王强       |
        | LY-BB001 | 2024-02-20 | 乙   | 李娜       |
        | LY-BB001 | 2024-03-10 | 乙   | 李娜       |
        | LY-CC001 | 2024-03-10 | 丙   | 李娜       |
      `,
      calls: `
        | clientId | calledAt         | name | consultant |
        | LY-AA001 | 2024-03-10 09:00 | 甲   | 王强       |
      `,
    });
    expect(firstMessages(twice, today).map(({ name }) => name)).toEqual(["丙"]);
  });

  test("near midnight the half hour ends tomorrow", () => {
    const late = bookOf({
      calls: `
        | clientId | calledAt         | name | consultant |
        | LY-EE001 | 2024-03-10 23:55 | 戊   | 王强       |
      `,
    });
    expect(firstMessages(late, today)[0]?.by).toBe("2024-03-11 00:05");
  });
});
