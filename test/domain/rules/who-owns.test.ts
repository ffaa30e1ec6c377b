import fc from "fast-check";
import type { FormKey } from "../../../src/domain/forms/index";
import type { ReceptionKind } from "../../../src/domain/forms/rotation";
import type { CalendarDay, Moment } from "../../../src/domain/kit/calendar-day";
import type { OwnershipRules } from "../../../src/domain/rules/claims";
import { type Facts, type Lack, noFacts, type RowAt } from "../../../src/domain/rules/ownership-facts";
import {
  type Ground,
  grounds,
  lineOf,
  ownershipPolicies,
  type OwnershipPolicy,
  sentenceOf,
} from "../../../src/domain/rules/ownership-lines";
import { whoOwns } from "../../../src/domain/rules/who-owns";
import { draw } from "../draw";

const today = "2024-03-20" as CalendarDay;

let rows = 0;
const rowOf = (form: FormKey): RowAt => ({ form, sheet: form, row: ++rows });

const lacksBy: Readonly<Record<string, Lack>> = {
  缺姓名: "name",
  缺性别: "gender",
  缺电话: "phone",
  缺需求: "need",
  没登记: "record",
};

/**
 * A case as it is told: "5日来电李娜；5日来访王强". Days are of March 2024; an hour follows a blank: "5日 10时来访王强".
 * 来访 may be a kind (指名, 义务接待 …) and lack something: "5日来访王强缺电话". "6日约8日李娜": agreed for the 8th.
 */
const told = (text: string): Facts => {
  let facts: Facts = noFacts;
  for (const each of text.split("；").map((part) => part.trim())) {
    const at = (day: string, hour?: string): CalendarDay | Moment =>
      `2024-03-${day.padStart(2, "0")}${hour ? ` ${hour.padStart(2, "0")}:00` : ""}` as CalendarDay;
    const lacks = Object.keys(lacksBy).flatMap((word) =>
      each.includes(word) ? [lacksBy[word] as Lack] : [],
    );
    const bare = each.replace(/缺姓名|缺性别|缺电话|缺需求|没登记/gu, "");
    const [, day = "", hour, what = "", by = ""] =
      /^(\d+)日(?: (\d+)时)?(来访|来电|指名|义务接待|补接|老客户|轮空|跟进)(.+)$/u.exec(bare) ?? [];
    const [, on = "", early, until = "", inviter = ""] =
      /^(\d+)日(?: (\d+)时)?约(\d+)日(.+)$/u.exec(bare) ?? [];
    const [, said = "", who = ""] = /^(介绍人归|经理分给|再分配给|定×的是)(.+)$/u.exec(bare) ?? [];
    if (what === "来电")
      facts = { ...facts, calls: [...facts.calls, { at: at(day, hour), by, lacks, row: rowOf("calls") }] };
    else if (what === "跟进")
      facts = {
        ...facts,
        contacts: [
          ...facts.contacts,
          { at: at(day, hour), by, agreedFor: undefined, row: rowOf("followUps") },
        ],
      };
    else if (what !== "") {
      const kind = what === "来访" ? undefined : (what as ReceptionKind);
      facts = {
        ...facts,
        visits: [...facts.visits, { at: at(day, hour), by, kind, lacks, row: rowOf("visitors") }],
      };
    } else if (inviter !== "")
      facts = {
        ...facts,
        contacts: [
          ...facts.contacts,
          { at: at(on, early), by: inviter, agreedFor: at(until) as CalendarDay, row: rowOf("followUps") },
        ],
      };
    else if (said === "介绍人归")
      facts = {
        ...facts,
        referrer: { clientId: "LY-LS001", name: "李四", owner: who, row: rowOf("grades") },
      };
    else if (said !== "")
      facts = {
        ...facts,
        assigned: [
          ...facts.assigned,
          {
            consultant: who,
            formers: said === "再分配给" ? ["王强"] : [],
            givenUp: said === "定×的是",
            row: rowOf("grades"),
          },
        ],
      };
    else throw new Error(`cannot read ${each}`);
  }
  return facts;
};

const rules = (ownership: OwnershipPolicy, over: Partial<OwnershipRules> = {}): OwnershipRules => ({
  ownership,
  claimDays: 0,
  callDays: undefined,
  ...over,
});

const judged = (text: string, policy: OwnershipPolicy, over: Partial<OwnershipRules> = {}): string => {
  const { owner, ground } = whoOwns(told(text), rules(policy, over), today);
  return `${owner ?? "-"} ${ground}`;
};

const cases = draw(`
  | line                   | told                                            | 000                  | 001                  | 004                  |
  | 000 二三(一)1          | 5日来访王强                                     | 王强 firstReception  | 王强 firstReception  | 王强 firstReception  |
  | 000 二三(一)2          | 5日来访王强；9日老客户王强                      | 王强 firstReception  | 王强 firstReception  | 王强 firstReception  |
  | 004 二.二 首接负责制   | 5日来访王强；9日来访李娜                        | 王强 firstReception  | 王强 firstReception  | 王强 firstReception  |
  | 000 二三(一)3          | 4日来电王强；5日约8日李娜；8日来访王强          | 李娜 invited         | 王强 firstReception  | 王强 firstReception  |
  | 约了没来，改日才来     | 5日约8日李娜；9日来访王强                       | 王强 firstReception  | 王强 firstReception  | 王强 firstReception  |
  | 来过以后约下次         | 5日来访王强；5日约8日李娜                       | 王强 firstReception  | 王强 firstReception  | 王强 firstReception  |
  | 来过以后约下次，有钟点 | 5日 10时来访王强；5日 15时约8日李娜             | 王强 firstReception  | 王强 firstReception  | 王强 firstReception  |
  | 约了改日，当天就来     | 5日 9时约8日李娜；5日 10时来访王强              | 李娜 invited         | 王强 firstReception  | 王强 firstReception  |
  | 约当天来               | 5日约5日李娜；5日来访王强                       | 李娜 invited         | 王强 firstReception  | 王强 firstReception  |
  | 不到约好的日子就来     | 5日约8日李娜；6日来访王强                       | 王强 firstReception  | 王强 firstReception  | 王强 firstReception  |
  | 两人同一天约           | 4日约8日赵敏；4日约8日李娜；8日来访王强         | - noTelling          | 王强 firstReception  | 王强 firstReception  |
  | 两人约了不同的日子     | 4日约9日赵敏；5日约8日李娜；8日来访王强         | 李娜 invited         | 王强 firstReception  | 王强 firstReception  |
  | 两人先后约             | 4日约8日赵敏；5日约8日李娜；8日来访王强         | 赵敏 invited         | 王强 firstReception  | 王强 firstReception  |
  | 今天才约好             | 15日来电王强；20日约22日李娜                    | 李娜 mayStillCome    | - onlyCalled         | - onlyCalled         |
  | 两人同一天约，还没来   | 15日来电王强；18日约22日李娜；18日约22日赵敏    | - noTelling          | - onlyCalled         | - onlyCalled         |
  | 000 二三(一)4          | 5日来访王强；介绍人归李娜                       | 李娜 referred        | 王强 firstReception  | 王强 firstReception  |
  | 001 一(一)5 主动找     | 5日指名李娜；介绍人归李娜                       | 李娜 askedByName     | 李娜 askedByName     | 李娜 askedByName     |
  | 000 二三(一)5          | 5日来电李娜；5日来访王强                        | 李娜 calledSameDay   | 王强 firstReception  | 王强 firstReception  |
  | 隔天才来               | 5日来电李娜；6日来访王强                        | 王强 firstReception  | 王强 firstReception  | 王强 firstReception  |
  | 先来后打               | 5日 15时来电李娜；5日 10时来访王强              | 王强 firstReception  | 王强 firstReception  | 王强 firstReception  |
  | 来过以后才打电话       | 5日来访王强；6日来电李娜                        | 王强 firstReception  | 王强 firstReception  | 王强 firstReception  |
  | 000 二三(一)4 先于 5   | 5日来电赵敏；5日来访王强；介绍人归李娜          | 李娜 referred        | 王强 firstReception  | 王强 firstReception  |
  | 004 二.一              | 20日来电李娜                                    | 李娜 mayStillCome    | - onlyCalled         | - onlyCalled         |
  | 当天没有来             | 19日来电李娜                                    | - onlyCalled         | - onlyCalled         | - onlyCalled         |
  | 约好还没到日子         | 15日来电王强；16日约22日李娜                    | 李娜 mayStillCome    | - onlyCalled         | - onlyCalled         |
  | 先到的约定             | 15日来电王强；16日约25日李娜；17日约22日赵敏    | 赵敏 mayStillCome    | - onlyCalled         | - onlyCalled         |
  | 约好的日子已过         | 15日来电王强；16日约19日李娜                    | - onlyCalled         | - onlyCalled         | - onlyCalled         |
  | 004 二.一注 报出名字   | 5日来电王强；6日指名李娜                        | 李娜 askedByName     | 李娜 askedByName     | 李娜 askedByName     |
  | 001 一(二)2            | 5日指名王强                                     | 王强 askedByName     | 王强 askedByName     | 王强 askedByName     |
  | 001 一(二)4 义务接待   | 5日来访王强；9日义务接待李娜                    | 王强 firstReception  | 王强 firstReception  | 王强 firstReception  |
  | 000 二三(二)4 协助     | 5日义务接待李娜；5日来访王强                    | 王强 firstReception  | 王强 firstReception  | 王强 firstReception  |
  | 001 一(二)3 补接       | 5日轮空李娜；6日补接李娜                        | 李娜 firstReception  | 李娜 firstReception  | 李娜 firstReception  |
  | 001 一(二)7 换人       | 5日来访王强；9日指名李娜                        | 王强 firstReception  | 李娜 demanded        | 王强 firstReception  |
  | 换了又换               | 5日来访王强；9日指名李娜；12日指名赵敏          | 王强 firstReception  | 赵敏 demanded        | 王强 firstReception  |
  | 004 一.一 缺性别       | 5日来访王强缺性别                               | - doesNotCount       | - doesNotCount       | - doesNotCount       |
  | 004 一.一 缺电话       | 5日来访王强缺电话；9日来访李娜                  | 李娜 firstReception  | 李娜 firstReception  | 李娜 firstReception  |
  | 004 一.一 缺需求       | 5日来访王强缺需求；9日来访李娜                  | 李娜 firstReception  | 李娜 firstReception  | 李娜 firstReception  |
  | 004 一.一 没有记录     | 5日老客户王强没登记                             | - doesNotCount       | - doesNotCount       | - doesNotCount       |
  | 来电缺需求             | 5日来电李娜缺需求；5日来访王强                  | 王强 firstReception  | 王强 firstReception  | 王强 firstReception  |
  | 004 二.五 未指定       | 5日 10时来访王强；5日 11时义务接待李娜          | 王强 firstReception  | 王强 firstReception  | 王强 firstReception  |
  | 000 二四4 经理定       | 5日来访王强；经理分给李娜                       | 李娜 assigned        | 李娜 assigned        | 李娜 assigned        |
  | 只在接电话人名下       | 5日来电李娜；经理分给李娜                       | 李娜 heldByCallTaker | 李娜 heldByCallTaker | 李娜 heldByCallTaker |
  | 来过以后还在其名下     | 5日来电李娜；6日来访王强；经理分给李娜          | 李娜 heldByCallTaker | 李娜 heldByCallTaker | 李娜 heldByCallTaker |
  | 接电话人当天归他       | 5日来电李娜；5日来访王强；经理分给李娜          | 李娜 calledSameDay   | 李娜 heldByCallTaker | 李娜 heldByCallTaker |
  | 接电话人也接待过       | 5日来电李娜；6日来访王强；8日来访李娜；经理分给李娜 | 李娜 assigned    | 李娜 assigned        | 李娜 assigned        |
  | 登记不全，在接待人名下 | 5日来访王强缺需求；经理分给王强                 | 王强 heldByReceiver  | 王强 heldByReceiver  | 王强 heldByReceiver  |
  | 登记不全，经理分给别人 | 5日来访王强缺需求；经理分给李娜                 | 李娜 assigned        | 李娜 assigned        | 李娜 assigned        |
  | 两次都登记不全         | 5日来访王强缺需求；9日来访李娜缺电话；经理分给李娜 | 李娜 assigned     | 李娜 assigned        | 李娜 assigned        |
  | 经理与规则一致         | 5日来访王强；经理分给王强                       | 王强 firstReception  | 王强 firstReception  | 王强 firstReception  |
  | 000 二五(三)1 等再分配 | 5日来访王强；定×的是王强                        | - givenUp            | - givenUp            | - givenUp            |
  | 无望，进门指名又找他   | 5日来访王强；定×的是王强；9日指名王强           | - givenUp            | - givenUp            | - givenUp            |
  | 另一个编号还在跟       | 5日来访王强；定×的是王强；经理分给王强          | 王强 firstReception  | 王强 firstReception  | 王强 firstReception  |
  | 000 二五(三) 再分配    | 5日来访王强；再分配给李娜                       | 李娜 reassigned      | 李娜 reassigned      | 李娜 reassigned      |
  | 两个编号，经理未定     | 5日来访王强；9日来访李娜；经理分给王强；经理分给李娜 | 王强 firstReception | 王强 firstReception | 王强 firstReception |
  | 同一天，分不出先后     | 5日来访王强；5日来访李娜                        | - noTelling          | - noTelling          | - noTelling          |
  | 同一天，有钟点         | 5日 9时来访李娜；5日 10时来访王强               | 李娜 firstReception  | 李娜 firstReception  | 李娜 firstReception  |
  | 什么也没有             | 经理分给李娜                                    | 李娜 assigned        | 李娜 assigned        | 李娜 assigned        |
`);

describe("判客: the documents' cases", () => {
  test.each(cases)("$line: $told", (each) => {
    for (const policy of ownershipPolicies)
      expect([policy, judged(each["told"] ?? "", policy)]).toEqual([policy, each[policy]]);
  });
});

const windows = draw(`
  | told                                     | claimDays | callDays | 000                    | 004                    |
  | 1日来访王强；12日来访李娜                | 10        |          | 李娜 firstReception    | 李娜 firstReception    |
  | 1日来访王强；11日来访李娜；18日跟进王强  | 10        |          | 王强 firstReception    | 王强 firstReception    |
  | 1日来访王强；8日跟进王强；12日来访李娜   | 10        |          | - lapsed               | - lapsed               |
  | 1日来访王强；12日跟进王强；14日来访李娜  | 10        |          | 王强 firstReception    | 王强 firstReception    |
  | 1日来访王强；8日跟进李娜；12日来访李娜   | 10        |          | 李娜 firstReception    | 李娜 firstReception    |
  | 9日来访王强                              | 10        |          | - lapsed               | - lapsed               |
  | 10日来访王强                             | 10        |          | 王强 firstReception    | 王强 firstReception    |
  | 5日来电李娜；8日来访王强                 | 0         | 3        | 李娜 calledWithinDays  | 李娜 calledWithinDays  |
  | 5日来电李娜；9日来访王强                 | 0         | 3        | 王强 firstReception    | 王强 firstReception    |
  | 5日来电李娜；6日来访王强                 | 0         | 0        | 王强 firstReception    | 王强 firstReception    |
  | 5日来电李娜；5日来访王强                 | 0         | 0        | 李娜 calledWithinDays  | 李娜 calledWithinDays  |
  | 18日来电李娜                             | 0         | 3        | 李娜 mayStillCome      | 李娜 mayStillCome      |
  | 5日来电李娜；6日来电赵敏；7日来访王强    | 0         | 3        | 李娜 calledWithinDays  | 李娜 calledWithinDays  |
`);

describe("the site's own days", () => {
  test.each(windows)("$told, $claimDays / $callDays", (each) => {
    const over = {
      claimDays: Number(each["claimDays"]),
      callDays: each["callDays"] === "" ? undefined : Number(each["callDays"]),
    };
    for (const policy of ["000", "004"] as const)
      expect([policy, judged(each["told"] ?? "", policy, over)]).toEqual([policy, each[policy]]);
  });

  test("a deal keeps the claim for good", () => {
    const facts = { ...told("1日来访王强"), closed: true };
    expect(whoOwns(facts, rules("000", { claimDays: 3 }), today).owner).toBe("王强");
  });
});

describe("what is missing is said", () => {
  const missingOf = (text: string, over: Partial<OwnershipRules> = {}) =>
    whoOwns(told(text), rules("000", over), today).missing;
  test("each answer a record lacks, with its row", () => {
    expect(missingOf("5日来访王强缺电话缺需求")).toMatchObject([
      { what: "phone", by: "王强", row: { form: "visitors" } },
      { what: "need", by: "王强", row: { form: "visitors" } },
    ]);
  });
  test("a row without a day or a consultant is there, and counts for nothing", () => {
    const row = rowOf("visitors");
    const facts: Facts = { ...noFacts, unread: [{ what: "day", by: "王强", row }] };
    expect(whoOwns(facts, rules("000"), today)).toMatchObject({
      owner: undefined,
      ground: "doesNotCount",
      rests: [row],
      missing: [{ what: "day", by: "王强", row }],
    });
    const called = whoOwns({ ...told("20日来电李娜"), unread: facts.unread }, rules("000"), today);
    expect(called).toMatchObject({ owner: "李娜", ground: "mayStillCome", missing: [{ what: "day" }] });
  });
  test("a claim that lapsed, and since when", () => {
    expect(missingOf("1日来访王强；15日来访李娜", { claimDays: 10 })).toEqual([
      { what: "lapsed", by: "王强", last: "2024-03-01", days: 10 },
    ]);
  });
  test("a call that no longer counts", () => {
    expect(missingOf("10日来电李娜")).toEqual([
      { what: "callLapsed", by: "李娜", last: "2024-03-10", days: 0 },
    ]);
  });
  test("somebody else asked for by name is for the manager, but under 001", () => {
    expect(missingOf("5日来访王强；9日指名李娜")).toMatchObject([{ what: "askedForAnother", by: "李娜" }]);
  });
  test("what the rule says beside the manager's word, with its rows", () => {
    const verdict = whoOwns(told("5日来访王强；经理分给李娜"), rules("000"), today);
    expect(verdict).toMatchObject({
      owner: "李娜",
      rests: [{ form: "grades" }],
      ruleSays: { owner: "王强", ground: "firstReception", rests: [{ form: "visitors" }] },
    });
  });
});

describe("somebody at the door", () => {
  const now = "2024-03-20 10:00" as Moment;
  const arrivals = draw(`
    | told                     | asksFor | 000                   | 001                  | 004                  |
    |                          |         | - nextOnTurn          | - nextOnTurn         | - nextOnTurn         |
    |                          | 李娜    | 李娜 askedByName      | 李娜 askedByName     | 李娜 askedByName     |
    | 介绍人归李娜             |         | 李娜 referred         | - nextOnTurn         | - nextOnTurn         |
    | 20日 9时来电李娜         |         | 李娜 calledSameDay    | - nextOnTurn         | - nextOnTurn         |
    | 19日来电李娜             |         | - nextOnTurn          | - nextOnTurn         | - nextOnTurn         |
    | 19日来电李娜             | 李娜    | 李娜 askedByName      | 李娜 askedByName     | 李娜 askedByName     |
    | 18日约20日李娜           |         | 李娜 invited          | - nextOnTurn         | - nextOnTurn         |
    | 18日约21日李娜           |         | - nextOnTurn          | - nextOnTurn         | - nextOnTurn         |
    | 5日来访王强              |         | 王强 firstReception   | 王强 firstReception  | 王强 firstReception  |
    | 5日来访王强              | 李娜    | 王强 firstReception   | 李娜 demanded        | 王强 firstReception  |
    | 20日来访王强             |         | 王强 firstReception   | 王强 firstReception  | 王强 firstReception  |
    | 5日来访王强缺需求        |         | - nextOnTurn          | - nextOnTurn         | - nextOnTurn         |
    | 5日来访王强；经理分给赵敏 | 李娜    | 赵敏 assigned         | 赵敏 assigned        | 赵敏 assigned        |
  `);
  test.each(arrivals)("$told, asks for “$asksFor”", (each) => {
    const facts = each["told"] === "" ? noFacts : told(each["told"] ?? "");
    for (const policy of ownershipPolicies) {
      const found = whoOwns(facts, rules(policy), today, { at: now, asksFor: each["asksFor"] ?? "" });
      expect([policy, `${found.owner ?? "-"} ${found.ground}`]).toEqual([policy, each[policy]]);
      expect(found.rests.every(({ row }) => row > 0)).toBe(true);
    }
  });
});

describe("laws", () => {
  const people = ["王强", "李娜", "赵敏"] as const;
  const what = ["来访", "来电", "指名", "义务接待", "老客户", "补接", "跟进", "约12日"] as const;
  const event = fc
    .record({
      day: fc.integer({ min: 1, max: 20 }),
      hour: fc.option(fc.integer({ min: 9, max: 18 })),
      what: fc.constantFrom(...what),
      by: fc.constantFrom(...people),
      lacks: fc.constantFrom("", "", "", "缺电话"),
    })
    .map(
      ({ day, hour, what: kind, by, lacks }) =>
        `${day}日${hour === null ? "" : ` ${hour}时`}${kind}${by}${kind === "约12日" ? "" : lacks}`,
    );
  const site = fc.record({
    policy: fc.constantFrom(...ownershipPolicies),
    claimDays: fc.constantFrom(0, 5),
    callDays: fc.constantFrom(undefined, 0, 3),
  });

  test("no order of rows shows but time", () => {
    fc.assert(
      fc.property(
        fc.array(event, { minLength: 1, maxLength: 8 }),
        site,
        fc.nat(),
        (events, { policy, ...over }, n) => {
          const turned = [
            ...events.slice(n % events.length),
            ...events.slice(0, n % events.length),
          ].reverse();
          expect(judged(turned.join("；"), policy, over)).toBe(judged(events.join("；"), policy, over));
        },
      ),
    );
  });

  test("what the manager has decided is not decided again", () => {
    fc.assert(
      fc.property(
        fc.array(event, { maxLength: 8 }),
        site,
        fc.constantFrom(...people),
        (events, { policy, ...over }, who) => {
          const facts = told([...events, `经理分给${who}`].join("；"));
          expect(whoOwns(facts, rules(policy, over), today).owner).toBe(who);
        },
      ),
    );
  });

  test("an owner has done something or was named; helping and lost turns make none", () => {
    fc.assert(
      fc.property(fc.array(event, { minLength: 1, maxLength: 8 }), site, (events, { policy, ...over }) => {
        const { owner } = whoOwns(told(events.join("；")), rules(policy, over), today);
        if (owner !== undefined)
          expect(events.some((each) => each.includes(owner) && !/义务接待|轮空|跟进|缺/u.test(each))).toBe(
            true,
          );
      }),
    );
  });
});

describe("the sentences", () => {
  test("every ground names a document and its line under every policy, in both languages", () => {
    for (const ground of Object.keys(grounds) as Ground[])
      for (const policy of ownershipPolicies) {
        const { source, quote } = lineOf(ground, policy);
        expect(source).toMatch(/^(?:00[014] |设置 )/u);
        expect(quote.length).toBeGreaterThan(4);
        expect(sentenceOf(ground, "王强", "zh")).not.toContain("{");
        expect(sentenceOf(ground, "王强", "en")).not.toContain("{");
      }
  });
  test("a document's own line comes before another's", () => {
    expect(lineOf("firstReception", "004").source).toBe("004 第二部分二");
    expect(lineOf("firstReception", "000").source).toBe("000 第二章三（一）1");
    expect(lineOf("demanded", "001").source).toBe("001 一（二）7");
  });
});
