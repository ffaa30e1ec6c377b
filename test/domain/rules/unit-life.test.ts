import fc from "fast-check";
import { unitStates } from "../../../src/domain/forms/units";
import { addDays, type CalendarDay } from "../../../src/domain/kit/calendar-day";
import { plus, yuanOf } from "../../../src/domain/kit/money";
import type { ClientNumber } from "../../../src/domain/rules/client-number";
import {
  exchangeUnits,
  leadsTo,
  onSale,
  stepUnit,
  type UnitEvent,
  type UnitLife,
} from "../../../src/domain/rules/unit-life";
import { draw } from "../draw";

const zhang = "LY-ZS001" as ClientNumber;
const li = "LY-LS001" as ClientNumber;
const day = (text: string) => text as CalendarDay;

const lives: Readonly<Record<string, UnitLife>> = {
  可售: onSale,
  不可售: { ...onSale, state: "不可售" },
  保留: { ...onSale, state: "保留", client: zhang },
  认购: { ...onSale, state: "认购", client: zhang, subscribedOn: day("2024-03-01"), price: yuanOf(300000) },
  签约: {
    ...onSale,
    state: "签约",
    client: zhang,
    subscribedOn: day("2024-03-01"),
    signedOn: day("2024-03-05"),
    price: yuanOf(300000),
    paid: yuanOf(100000),
  },
  已售: {
    ...onSale,
    state: "已售",
    client: zhang,
    subscribedOn: day("2024-03-01"),
    signedOn: day("2024-03-05"),
    price: yuanOf(300000),
    paid: yuanOf(300000),
  },
};

const eventOf = (kind: string, client: ClientNumber, on: CalendarDay): UnitEvent => {
  switch (kind) {
    case "认购":
      return { kind, client, on, price: yuanOf(300000) };
    case "小定金":
      return { kind: "收款", client, on, amount: yuanOf(5000), deposit: true };
    case "房款":
      return { kind: "收款", client, on, amount: yuanOf(200000), deposit: false };
    default:
      return { kind: kind as "保留", client, on };
  }
};

describe("R13: 可售 → 保留 → 认购 → 签约 → 已售", () => {
  const table = draw(`
    | state  | event  | by | on         | then                   |
    | 可售   | 保留   | 张 | 2024-03-08 | 保留                   |
    | 可售   | 释放   | 张 | 2024-03-08 | unitNotHeld            |
    | 可售   | 排号   | 张 | 2024-03-08 | 可售                   |
    | 可售   | 认购   | 张 | 2024-03-08 | 认购                   |
    | 可售   | 小定金 | 张 | 2024-03-08 | 保留                   |
    | 可售   | 房款   | 张 | 2024-03-08 | unitNotSubscribed      |
    | 可售   | 签约   | 张 | 2024-03-08 | unitNotSubscribed      |
    | 可售   | 退房   | 张 | 2024-03-08 | unitNotSubscribed      |
    | 保留   | 保留   | 李 | 2024-03-08 | unitHeldForOther       |
    | 保留   | 认购   | 张 | 2024-03-08 | 认购                   |
    | 保留   | 认购   | 李 | 2024-03-08 | unitHeldForOther       |
    | 保留   | 释放   | 张 | 2024-03-08 | 可售                   |
    | 保留   | 签约   | 张 | 2024-03-08 | unitNotSubscribed      |
    | 认购   | 保留   | 李 | 2024-03-08 | unitTaken              |
    | 认购   | 认购   | 李 | 2024-03-08 | unitTaken              |
    | 认购   | 认购   | 张 | 2024-03-08 | dealAlready            |
    | 认购   | 签约   | 张 | 2024-03-08 | 签约                   |
    | 认购   | 签约   | 张 | 2024-02-29 | signedBeforeSubscribed |
    | 认购   | 签约   | 李 | 2024-03-08 | unitTaken              |
    | 认购   | 更名   | 张 | 2024-03-08 | 认购                   |
    | 认购   | 退房   | 张 | 2024-03-08 | 可售                   |
    | 认购   | 退房   | 张 | 2024-02-29 | closedBeforeSubscribed |
    | 认购   | 退房   | 李 | 2024-03-08 | unitTaken              |
    | 签约   | 签约   | 张 | 2024-03-08 | alreadySigned          |
    | 签约   | 房款   | 张 | 2024-03-08 | 已售                   |
    | 签约   | 小定金 | 张 | 2024-03-08 | 签约                   |
    | 签约   | 退房   | 张 | 2024-03-08 | 可售                   |
    | 已售   | 小定金 | 张 | 2024-03-08 | receiptOverPrice       |
    | 已售   | 更名   | 张 | 2024-03-08 | 已售                   |
    | 已售   | 退房   | 张 | 2024-03-08 | 可售                   |
    | 已售   | 签约   | 张 | 2024-03-08 | alreadySigned          |
    | 不可售 | 保留   | 张 | 2024-03-08 | unitNotForSale         |
    | 不可售 | 认购   | 张 | 2024-03-08 | unitNotForSale         |
    | 不可售 | 小定金 | 张 | 2024-03-08 | unitNotForSale         |
  `);
  test.each(table)("$state, $event by $by on $on: $then", ({ state, event, by, on, then }) => {
    const life = lives[state ?? ""] ?? onSale;
    const stepped = stepUnit(life, eventOf(event ?? "", by === "张" ? zhang : li, day(on ?? "")));
    expect(stepped.ok ? stepped.life.state : stepped.why).toBe(then);
  });

  test("排号 ≤ 认购", () => {
    const queued = stepUnit(onSale, { kind: "排号", client: zhang, on: day("2024-03-05") });
    if (!queued.ok) throw new Error(queued.why);
    expect(stepUnit(queued.life, eventOf("认购", zhang, day("2024-03-04")))).toEqual({
      ok: false,
      why: "subscribedBeforeQueued",
    });
    expect(stepUnit(queued.life, eventOf("认购", zhang, day("2024-03-05"))).ok).toBe(true);
  });

  const exchanges = draw(`
    | from | to     | then                 |
    | 认购 | 可售   | 可售/认购            |
    | 认购 | 保留   | newUnitNotForSale    |
    | 认购 | 不可售 | newUnitNotForSale    |
    | 认购 | 已售   | newUnitNotForSale    |
    | 签约 | 可售   | exchangeAfterSigning |
    | 已售 | 可售   | exchangeAfterSigning |
    | 保留 | 可售   | unitNotSubscribed    |
  `);
  test.each(exchanges)("调房 from $from to $to: $then", ({ from, to, then }) => {
    const moved = exchangeUnits(lives[from ?? ""] ?? onSale, lives[to ?? ""] ?? onSale, {
      client: zhang,
      on: day("2024-03-08"),
      price: yuanOf(310000),
    });
    expect(moved.ok ? `${moved.from.state}/${moved.to.state}` : moved.why).toBe(then);
  });

  test("more was received than the price to come", () => {
    const { 认购: from = onSale } = lives;
    const paid = { ...from, paid: yuanOf(250000) };
    const move = { client: zhang, on: day("2024-03-08"), price: yuanOf(249999.99) };
    expect(exchangeUnits(paid, onSale, move)).toEqual({ ok: false, why: "paidOverNewPrice" });
    const held = { ...onSale, state: "保留", client: zhang, paid: yuanOf(300000.01) } as const;
    expect(stepUnit(held, eventOf("认购", zhang, day("2024-03-08")))).toEqual({
      ok: false,
      why: "paidOverNewPrice",
    });
  });

  test("an exchange is its own inverse on both units", () => {
    const { 认购: from = onSale } = lives;
    const there = exchangeUnits(from, onSale, {
      client: zhang,
      on: day("2024-03-08"),
      price: yuanOf(310000),
    });
    if (!there.ok) throw new Error(there.why);
    expect(there.to.paid).toBe(from.paid);
    const back = exchangeUnits(there.to, there.from, {
      client: zhang,
      on: day("2024-03-09"),
      price: yuanOf(300000),
    });
    if (!back.ok) throw new Error(back.why);
    expect([back.to, back.from]).toEqual([from, onSale]);
  });
});

const kinds = ["保留", "释放", "排号", "认购", "小定金", "房款", "签约", "更名", "退房"] as const;
const anyEvent = fc.record({
  kind: fc.constantFrom(...kinds),
  client: fc.constantFrom(zhang, li),
  days: fc.integer({ min: 0, max: 3 }),
});

describe("laws of a unit's life", () => {
  test("any allowed sequence: dates in order, never paid over the price, 已售 only when all is paid, one client", () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 40 }), (events) => {
        let life = onSale;
        let on = day("2024-01-01");
        let received = yuanOf(0);
        for (const { kind, client, days } of events) {
          on = addDays(on, days);
          const event = eventOf(kind, client, on);
          const stepped = stepUnit(life, event);
          const ways: Readonly<Partial<Record<string, string>>> = leadsTo[life.state];
          if (stepped.ok) expect(ways[event.kind]).toBeDefined();
          if (!stepped.ok) continue;
          expect(unitStates).toContain(stepped.life.state);
          if (life.client !== undefined) expect(client).toBe(life.client);
          if (event.kind === "收款") received = plus(received, event.amount);
          life = stepped.life;
          if (event.kind === "退房" || event.kind === "释放") received = yuanOf(0);
          expect(life.paid).toBe(received);
          const { queuedOn, subscribedOn, signedOn, price, paid, state } = life;
          const order = [queuedOn, subscribedOn, signedOn].filter((each) => each !== undefined);
          expect(order).toEqual([...order].sort());
          if (price !== undefined) expect(paid).toBeLessThanOrEqual(price);
          if (state === "已售") expect(paid).toBe(price);
          if (state === "可售") expect(life.client).toBeUndefined();
        }
      }),
    );
  });

  test("refund then resale: whoever comes next may have it", () => {
    for (const state of ["认购", "签约", "已售"]) {
      const back = stepUnit(lives[state] ?? onSale, eventOf("退房", zhang, day("2024-03-08")));
      if (!back.ok) throw new Error(back.why);
      expect(back.life).toEqual(onSale);
      expect(stepUnit(back.life, eventOf("认购", li, day("2024-03-09"))).ok).toBe(true);
    }
  });
});
