import fc from "fast-check";
import type { ReceptionKind } from "../../../src/domain/forms/rotation";
import {
  addDays,
  type CalendarDay,
  dayOf,
  type Moment,
  momentAt,
} from "../../../src/domain/kit/calendar-day";
import { lineOfDay, nextTurn } from "../../../src/domain/rules/next-turn";
import {
  contradicts,
  groupOfDay,
  inTime,
  type LogRow,
  type Turn,
  type TurnOrder,
} from "../../../src/domain/rules/reception-turn";
import { isSlipThatCounts, readTurnNote } from "../../../src/domain/rules/turn-notes";
import { replay } from "../../../src/domain/rules/turn-replay";
import { stepTold } from "../../../src/domain/rules/turn-wording";
import { draw } from "../draw";

const day = "2024-03-10" as CalendarDay;

const orderOf = (names: string, alternate?: TurnOrder["alternate"]): TurnOrder => ({
  posts: names.split(" ").map((each) => {
    const [name = "", group = ""] = each.split("/");
    return { name, group };
  }),
  ...(alternate ? { alternate } : {}),
});

const counted = (text: string | undefined): boolean | undefined =>
  text === "是" ? true : text === "否" ? false : undefined;

/** "10:05" is of the day, "03-09 10:05" of another. */
const atOf = (text = ""): Moment | undefined =>
  text === "" ? undefined : ((text.length === 5 ? `${day} ${text}` : `2024-${text}`) as Moment);

const logOf = (rows: readonly Record<string, string>[]): readonly LogRow[] =>
  rows.map((row, index) => ({
    row: index + 5,
    at: atOf(row["时间"]),
    receiver: row["接待人"] ?? "",
    kind: (row["类别"] || undefined) as ReceptionKind | undefined,
    counts: counted(row["计序"]),
    remarks: row["说明"] ?? "",
  }));

const nextTold = (order: TurnOrder, turn: Turn): string => {
  const next = nextTurn(order, turn);
  if (next === undefined) return "没有人";
  const over = next.over.length === 0 ? "" : ` 跳过${next.over.map(({ name }) => name).join("")}`;
  return `${next.name}${next.kind === "补接" ? "补接" : ""}${over}`;
};

/** What the table says after each row, and what the replay says. */
const compared = (order: TurnOrder, table: string) => {
  const rows = draw(table);
  const log = logOf(rows);
  return rows.map((row, index) => {
    const turn = replay(order, log.slice(0, index + 1), dayOf(log[index]?.at ?? day));
    return {
      told: `${row["排队"]} → ${row["轮到"]}`,
      is: `${lineOfDay(order, turn).join(" ")} → ${nextTold(order, turn)}`,
    };
  });
};

const same = (order: TurnOrder, table: string): void => {
  const found = compared(order, table);
  expect(found.map(({ is }) => is)).toEqual(found.map(({ told }) => told));
};

describe("the documents' cases, row by row", () => {
  const three = orderOf("王强 李娜 赵敏");

  test("001 一.1: new clients in the fixed order, each to the end", () => {
    expect(nextTold(three, replay(three, [], day))).toBe("王强");
    same(
      three,
      `| 时间  | 接待人 | 类别   | 计序 | 说明 | 排队           | 轮到 |
       | 09:10 | 王强   | 新客户 | 是   |      | 李娜 赵敏 王强 | 李娜 |
       | 09:40 | 李娜   | 新客户 | 是   |      | 赵敏 王强 李娜 | 赵敏 |
       | 10:05 | 赵敏   | 新客户 | 是   |      | 王强 李娜 赵敏 | 王强 |
       | 10:30 | 王强   | 新客户 |      |      | 李娜 赵敏 王强 | 李娜 |`,
    );
  });

  test("001 一.3: away for a rest, the turn is lost and never made up for", () => {
    same(
      three,
      `| 时间  | 接待人 | 类别   | 计序 | 说明     | 排队           | 轮到       |
       | 09:00 | 王强   | 轮空   | 否   | 休息     | 王强 李娜 赵敏 | 李娜 跳过王强 |
       | 09:10 | 王强   | 轮空   | 是   | 休息     | 李娜 赵敏 王强 | 李娜       |
       | 09:10 | 李娜   | 新客户 | 是   |          | 赵敏 王强 李娜 | 赵敏       |
       | 09:30 | 赵敏   | 新客户 | 是   |          | 王强 李娜 赵敏 | 李娜 跳过王强 |
       | 09:35 | 王强   | 轮空   | 否   | 回来     | 王强 李娜 赵敏 | 王强       |`,
    );
  });

  test("who is off is passed over without a row of their own, and loses the turn just the same", () => {
    same(
      three,
      `| 时间  | 接待人 | 类别   | 计序 | 说明 | 排队           | 轮到          |
       | 09:00 | 王强   | 轮空   | 否   | 休息 | 王强 李娜 赵敏 | 李娜 跳过王强 |
       | 09:10 | 李娜   | 新客户 | 是   |      | 赵敏 王强 李娜 | 赵敏          |`,
    );
  });

  test("001 二.3: sent away by the company, one make-up on return, however many turns it cost", () => {
    same(
      three,
      `| 时间  | 接待人 | 类别   | 计序 | 说明             | 排队           | 轮到          |
       | 09:00 | 王强   | 轮空   | 否   | 外派：去银行     | 王强 李娜 赵敏 | 李娜 跳过王强 |
       | 09:10 | 王强   | 轮空   | 是   | 外派             | 李娜 赵敏 王强 | 李娜          |
       | 09:10 | 李娜   | 新客户 | 是   |                  | 赵敏 王强 李娜 | 赵敏          |
       | 09:20 | 赵敏   | 新客户 | 是   |                  | 王强 李娜 赵敏 | 李娜 跳过王强 |
       | 09:30 | 李娜   | 新客户 | 是   |                  | 赵敏 王强 李娜 | 赵敏          |
       | 10:00 | 王强   | 轮空   | 否   | 回来             | 赵敏 王强 李娜 | 王强补接      |
       | 10:10 | 王强   | 补接   | 否   |                  | 赵敏 王强 李娜 | 赵敏          |`,
    );
  });

  test("an errand that cost no turn earns no make-up; two errands earn two", () => {
    same(
      three,
      `| 时间  | 接待人 | 类别 | 计序 | 说明 | 排队           | 轮到     |
       | 09:00 | 赵敏   | 轮空 | 否   | 外派 | 王强 李娜 赵敏 | 王强     |
       | 09:30 | 赵敏   | 轮空 | 否   | 回来 | 王强 李娜 赵敏 | 王强     |
       | 09:40 | 王强   | 轮空 | 是   | 外派 | 李娜 赵敏 王强 | 李娜     |
       | 09:50 | 王强   | 轮空 | 否   | 回来 | 李娜 赵敏 王强 | 王强补接 |
       | 09:55 | 王强   | 轮空 | 是   | 外派 | 李娜 赵敏 王强 | 李娜     |
       | 10:00 | 王强   | 轮空 | 否   | 回来 | 李娜 赵敏 王强 | 王强补接 |
       | 10:10 | 王强   | 补接 | 否   |      | 李娜 赵敏 王强 | 王强补接 |
       | 10:20 | 王强   | 补接 | 否   |      | 李娜 赵敏 王强 | 李娜     |`,
    );
  });

  test("001 二.3: a turn missed by one's own doing is not made up for", () => {
    same(
      three,
      `| 时间  | 接待人 | 类别 | 计序 | 说明           | 排队           | 轮到 |
       | 09:10 | 王强   | 轮空 | 是   | 错过           | 李娜 赵敏 王强 | 李娜 |
       | 09:20 | 李娜   | 轮空 | 是   | 放弃（签约）   | 赵敏 王强 李娜 | 赵敏 |`,
    );
  });

  test("001 二.2, 二.4: returning clients, by name and helping use no turn; by name on the telephone does", () => {
    same(
      three,
      `| 时间  | 接待人 | 类别     | 计序 | 说明           | 排队           | 轮到 |
       | 09:10 | 王强   | 老客户   | 否   |                | 王强 李娜 赵敏 | 王强 |
       | 09:20 | 李娜   | 指名     | 否   |                | 王强 李娜 赵敏 | 王强 |
       | 09:30 | 王强   | 义务接待 | 否   | 代赵敏（休息） | 王强 李娜 赵敏 | 王强 |
       | 09:40 | 赵敏   | 指名     |      | 电话客户       | 王强 李娜 赵敏 | 王强 |
       | 09:50 | 王强   | 指名     |      | 电话客户       | 李娜 赵敏 王强 | 李娜 |`,
    );
  });

  test("a caller's name takes the turn of whoever was asked for: nobody else's has come, theirs neither who are off", () => {
    same(
      three,
      `| 时间  | 接待人 | 类别   | 计序 | 说明     | 排队           | 轮到           |
       | 09:00 | 王强   | 轮空   | 否   | 休息     | 王强 李娜 赵敏 | 李娜 跳过王强  |
       | 09:10 | 赵敏   | 指名   | 是   | 电话客户 | 王强 李娜 赵敏 | 李娜 跳过王强  |
       | 09:20 | 李娜   | 指名   | 是   | 电话客户 | 王强 赵敏 李娜 | 赵敏 跳过王强  |
       | 09:30 | 王强   | 轮空   | 否   | 回来     | 王强 赵敏 李娜 | 王强           |`,
    );
  });

  test("001 二.5, 二.6: on turn but busy: a colleague helps and the turn stays, or it is given up", () => {
    same(
      three,
      `| 时间  | 接待人 | 类别     | 计序 | 说明                       | 排队           | 轮到 |
       | 09:00 | 王强   | 老客户   | 否   |                            | 王强 李娜 赵敏 | 王强 |
       | 09:10 | 李娜   | 义务接待 | 否   | 代王强（接待中），轮次保留 | 王强 李娜 赵敏 | 王强 |
       | 09:20 | 王强   | 轮空     | 是   | 放弃（接待中）             | 李娜 赵敏 王强 | 李娜 |
       | 09:20 | 李娜   | 新客户   | 是   |                            | 赵敏 王强 李娜 | 赵敏 |`,
    );
  });

  test("000 二(二)2: the next fills in for one who is busy, who then receives the next client", () => {
    same(
      three,
      `| 时间  | 接待人 | 类别   | 计序 | 说明                 | 排队           | 轮到 |
       | 09:10 | 李娜   | 新客户 | 是   | 王强接待中，轮次保留 | 王强 赵敏 李娜 | 王强 |
       | 09:20 | 王强   | 新客户 | 是   |                      | 赵敏 李娜 王强 | 赵敏 |`,
    );
  });

  test("000 二(二)1: two groups on alternate days keep their places", () => {
    const groups = { groups: ["一组", "二组"], from: "2024-03-08" as CalendarDay } as const;
    const order = orderOf("王强/一组 李娜/二组 赵敏/一组 孙丽/二组 周杰/", groups);
    expect(
      ["2024-03-06", "2024-03-07", "2024-03-08", "2024-03-09"].map((each) =>
        groupOfDay(order, each as CalendarDay),
      ),
    ).toEqual(["一组", "二组", "一组", "二组"]);
    same(
      order,
      `| 时间        | 接待人 | 类别   | 计序 | 说明 | 排队           | 轮到 |
       | 03-08 10:00 | 王强   | 新客户 | 是   |      | 赵敏 周杰 王强 | 赵敏 |
       | 03-09 10:00 | 李娜   | 新客户 | 是   |      | 孙丽 周杰 李娜 | 孙丽 |
       | 03-10 10:00 | 赵敏   | 新客户 | 是   |      | 周杰 王强 赵敏 | 周杰 |
       | 03-11 10:00 | 孙丽   | 新客户 | 是   |      | 周杰 李娜 孙丽 | 周杰 |`,
    );
  });

  test("people join at the end, and a manager may begin the order anew", () => {
    same(
      orderOf("王强 李娜 赵敏 孙丽"),
      `| 时间  | 接待人 | 类别   | 计序 | 说明             | 排队                | 轮到 |
       | 09:10 | 王强   | 新客户 | 是   |                  | 李娜 赵敏 孙丽 王强 | 李娜 |
       | 09:15 | 孙丽   | 轮空   | 否   | 入列             | 李娜 赵敏 王强 孙丽 | 李娜 |
       | 09:20 | 李娜   | 新客户 | 是   |                  | 赵敏 王强 孙丽 李娜 | 赵敏 |
       | 09:30 | 李娜   | 轮空   | 否   | 重排：从李娜开始 | 李娜 赵敏 孙丽 王强 | 李娜 |`,
    );
  });

  test("leave and errands end with the day; make-ups owed do not", () => {
    same(
      three,
      `| 时间        | 接待人 | 类别 | 计序 | 说明 | 排队           | 轮到          |
       | 03-09 10:00 | 赵敏   | 轮空 | 是   | 外派 | 王强 李娜 赵敏 | 王强          |
       | 03-09 11:00 | 王强   | 轮空 | 否   | 休息 | 王强 李娜 赵敏 | 李娜 跳过王强 |
       | 03-10 09:00 | 李娜   | 老客户 | 否 |      | 王强 李娜 赵敏 | 赵敏补接      |`,
    );
  });

  test("an errand of several days is one: written anew each morning it earns one make-up, until a row says they are back", () => {
    same(
      three,
      `| 时间        | 接待人 | 类别   | 计序 | 说明           | 排队           | 轮到          |
       | 03-08 09:00 | 王强   | 轮空   | 否   | 外派：培训三天 | 王强 李娜 赵敏 | 李娜 跳过王强 |
       | 03-08 09:10 | 李娜   | 新客户 | 是   |                | 赵敏 王强 李娜 | 赵敏          |
       | 03-08 09:20 | 赵敏   | 新客户 | 是   |                | 王强 李娜 赵敏 | 李娜 跳过王强 |
       | 03-09 09:00 | 王强   | 轮空   | 否   | 外派           | 王强 李娜 赵敏 | 李娜 跳过王强 |
       | 03-09 09:10 | 李娜   | 新客户 | 是   |                | 赵敏 王强 李娜 | 赵敏          |
       | 03-09 09:20 | 赵敏   | 新客户 | 是   |                | 王强 李娜 赵敏 | 李娜 跳过王强 |
       | 03-10 09:00 | 王强   | 轮空   | 是   | 外派           | 李娜 赵敏 王强 | 李娜          |
       | 03-11 09:00 | 李娜   | 老客户 | 否   |                | 李娜 赵敏 王强 | 王强补接      |
       | 03-11 09:10 | 王强   | 补接   | 否   |                | 李娜 赵敏 王强 | 李娜          |
       | 03-11 10:00 | 王强   | 轮空   | 是   | 外派           | 李娜 赵敏 王强 | 李娜          |
       | 03-11 10:30 | 王强   | 轮空   | 否   | 回来           | 李娜 赵敏 王强 | 王强补接      |
       | 03-11 10:40 | 王强   | 补接   | 否   |                | 李娜 赵敏 王强 | 李娜          |
       | 03-11 11:00 | 李娜   | 老客户 | 否   |                | 李娜 赵敏 王强 | 李娜          |`,
    );
  });

  test("asked for next morning and still on the errand: the turn is its too; on leave since, or received, it is not", () => {
    const owed = (between: string): number => {
      const rows = `
        | 时间        | 接待人 | 类别 | 计序 | 说明 |
        | 03-09 17:00 | 王强   | 轮空 | 否   | 外派 |
        ${between}
        | 03-10 09:00 | 王强   | 轮空 | 是   |      |`;
      return replay(three, logOf(draw(rows)), day).owed.length;
    };
    expect(owed("")).toBe(1);
    for (const [kind, note] of [
      ["轮空", "回来"],
      ["轮空", "休息"],
      ["老客户", ""],
    ] as const)
      expect(owed(`| 03-09 18:00 | 王强 | ${kind} | 否 | ${note} |`)).toBe(0);
  });

  test("whoever was off last evening is there in the morning, before any row of the day", () => {
    const [log] = logOf([{ 时间: "03-09 18:00", 接待人: "王强", 类别: "轮空", 计序: "否", 说明: "休息" }]);
    expect(log && nextTold(three, replay(three, [log], addDays(day, -1)))).toBe("李娜 跳过王强");
    expect(log && nextTold(three, replay(three, [log], day))).toBe("王强");
  });

  test("who receives is there, whatever was said before", () => {
    same(
      three,
      `| 时间  | 接待人 | 类别   | 计序 | 说明 | 排队           | 轮到          |
       | 09:00 | 王强   | 轮空   | 否   | 休息 | 王强 李娜 赵敏 | 李娜 跳过王强 |
       | 09:10 | 王强   | 老客户 | 否   |      | 王强 李娜 赵敏 | 王强          |`,
    );
  });

  test("hostile rows move nobody, and each says why", () => {
    const rows = `
      | 时间  | 接待人 | 类别   | 计序 | 说明     | effect  | trouble       |
      | 09:10 | 钱多   | 新客户 | 是   |          | ignored | stranger      |
      |       |        |        |      |          | ignored | stranger      |
      | 09:20 | 王强   |        | 是   |          | ignored | noKind        |
      | 09:30 | 王强   | 轮空   | 否   | 喝水     | ignored | noteUnread    |
      | 09:40 | 王强   | 补接   | 否   |          | madeUp  | makeUpNotOwed |
      | 09:50 | 王强   | 新客户 | 是   | 作废 重复 | void   |               |`;
    const turn = replay(three, logOf(draw(rows)), day);
    expect(turn.steps.map(({ effect, trouble = "" }) => ({ effect, trouble }))).toEqual(
      draw(rows).map(({ effect, trouble }) => ({ effect, trouble })),
    );
    expect(turn.queue).toEqual(["王强", "李娜", "赵敏"]);
    for (const step of turn.steps) {
      expect(stepTold(step).zh).toMatch(/。$/u);
      expect(stepTold(step).en).toMatch(/\.$/u);
    }
  });

  test("rows out of time order are taken at their time; a row without one with the row above it", () => {
    const log = logOf(
      draw(`
      | 时间  | 接待人 | 类别   | 计序 |
      | 10:00 | 李娜   | 新客户 | 是   |
      |       | 赵敏   | 新客户 | 是   |
      | 09:00 | 王强   | 新客户 | 是   |`),
    );
    expect(inTime(log).map((each) => each.log.receiver)).toEqual(["王强", "李娜", "赵敏"]);
    const turn = replay(three, log, day);
    expect(turn.steps.map(({ passed }) => passed)).toEqual([[], [], []]);
    expect(turn.queue).toEqual(["王强", "李娜", "赵敏"]);
  });

  test("who was passed over is named: the line, and the make-ups owed before it", () => {
    const turn = replay(
      three,
      logOf(
        draw(`
        | 时间  | 接待人 | 类别   | 计序 | 说明 |
        | 09:00 | 赵敏   | 轮空   | 是   | 外派 |
        | 09:10 | 赵敏   | 轮空   | 否   | 回来 |
        | 09:20 | 李娜   | 新客户 | 是   |      |`),
      ),
      day,
    );
    expect(turn.steps.at(-1)?.passed).toEqual(["赵敏", "王强"]);
  });

  test("nobody there: nobody's turn", () => {
    const off = logOf(
      three.posts.map(({ name }) => ({
        时间: "09:00",
        接待人: name,
        类别: "轮空",
        计序: "否",
        说明: "休息",
      })),
    );
    expect(nextTurn(three, replay(three, off, day))).toBeUndefined();
    expect(nextTurn(orderOf("王强"), replay({ posts: [] }, [], day))).toBeUndefined();
  });
});

test("why it is whose turn, in sentences", () => {
  const order = orderOf("王强/一组 李娜/二组 赵敏/一组 孙丽/一组", {
    groups: ["一组", "二组"],
    from: day,
  });
  const log = logOf(
    draw(`
    | 时间        | 接待人 | 类别   | 计序 | 说明 |
    | 03-08 16:20 | 孙丽   | 新客户 | 是   |      |
    | 09:10       | 王强   | 新客户 | 是   |      |
    | 09:20       | 赵敏   | 轮空   | 否   | 休息 |`),
  );
  const next = nextTurn(order, replay(order, log, day));
  expect(next).toMatchObject({ name: "孙丽", then: "王强" });
  expect(next?.reasons.map(({ zh }) => zh)).toEqual([
    "两组隔日当班，今天是 一组。",
    "固定顺序：王强、赵敏、孙丽。",
    "赵敏 休息：跳过，轮空不补。",
    "王强 09:10 接过，排到最后。",
    "孙丽 上次轮到是 03-08 16:20，现在排在最前。",
  ]);
  for (const { en } of next?.reasons ?? []) expect(en).toMatch(/^[\p{Script=Han}A-Z][^。]*\.$/u);
});

test.each(
  draw(`
  | 说明                 | note    |
  | 休息                 | rest    |
  | 请假：看病           | rest    |
  | 外派：去银行送资料   | errand  |
  | 公司安排开会         | errand  |
  | 回来                 | back    |
  | 放弃（签约）         | gaveUp  |
  | 错过                 | gaveUp  |
  | 入列                 | joined  |
  | 重排：从李娜开始     | restart |
  | 作废 新客户          | void    |
  | 电话客户             | caller  |
  | 代王强（休息）       |         |
  |                      |         |`),
)("“$说明” is $note", ({ 说明, note }) => {
  expect(readTurnNote(说明 ?? "") ?? "").toBe(note);
});

test.each(
  draw(`
  | 类别     | 计序 | 说明     | 矛盾 |
  | 新客户   | 是   |          |      |
  | 新客户   | 否   |          | 是   |
  | 新客户   |      |          |      |
  | 老客户   | 是   |          | 是   |
  | 指名     | 是   |          | 是   |
  | 指名     | 是   | 电话客户 |      |
  | 指名     | 否   | 电话客户 | 是   |
  | 义务接待 | 是   |          | 是   |
  | 补接     | 是   |          | 是   |
  | 轮空     | 是   | 放弃     |      |
  | 轮空     | 否   | 放弃     | 是   |
  | 轮空     | 否   | 外派     |      |
  | 轮空     | 是   | 外派     |      |
  | 轮空     | 是   | 回来     | 是   |`),
)("$类别 计序 $计序 $说明: a contradiction? $矛盾", (row) => {
  const [log] = logOf([{ ...row, 接待人: "王强" }]);
  expect(log !== undefined && contradicts(log)).toBe(row["矛盾"] === "是");
});

test.each(
  draw(`
    | 说明                    | note     | slip |
    | 作废                    | void     |      |
    | 作废：记错了            | void     |      |
    | 划掉 重复               | void     |      |
    | 误记                    | void     |      |
    | 记错                    | void     |      |
    | 记错了                  | void     |      |
    | 记错。                  | void     |      |
    | 记错了，作废            | void     |      |
    | 记错人，这行作废        | void     |      |
    | 记错时间，实际 9:30     |          | yes  |
    | 记错客户编号            |          | yes  |
    | 记错了时间              |          | yes  |
    | 客户记错时间            |          |      |
    | 外派：记错时间          | errand   |      |
  `),
)("“$说明”: $note", ({ 说明: text = "", note, slip }) => {
  expect(readTurnNote(text) ?? "").toBe(note);
  expect(isSlipThatCounts(text)).toBe(slip === "yes");
});

describe("laws", () => {
  const names = ["甲", "乙", "丙", "丁", "戊"];
  const kinds: readonly (ReceptionKind | undefined)[] = [
    "新客户",
    "老客户",
    "指名",
    "义务接待",
    "补接",
    "新客户",
    "轮空",
    "轮空",
    "轮空",
    undefined,
  ];
  const remarks = [
    "",
    "休息",
    "休息",
    "外派",
    "外派",
    "回来",
    "放弃",
    "入列",
    "重排",
    "作废",
    "电话客户",
    "随便写写",
    "=1+1",
  ];
  const anyRow = fc.record({
    minutes: fc.integer({ min: 0, max: 2 * 1440 - 1 }),
    receiver: fc.constantFrom(...names, "外人", ""),
    kind: fc.constantFrom(...kinds),
    counts: fc.constantFrom(true, false, undefined),
    remarks: fc.constantFrom(...remarks),
    timed: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
  });
  const anyLog = fc.array(anyRow, { maxLength: 60 }).map((rows): readonly LogRow[] =>
    rows.map(({ minutes, timed, ...row }, index) => ({
      ...row,
      row: index + 5,
      at: timed ? momentAt(addDays(day, Math.floor(minutes / 1440) - 1), minutes % 1440) : undefined,
    })),
  );
  const anyOrder = fc
    .tuple(
      fc.integer({ min: 1, max: 5 }),
      fc.boolean(),
      fc.array(fc.constantFrom("一组", "二组", ""), { minLength: 5, maxLength: 5 }),
    )
    .map(([size, alternating, groups]): TurnOrder => ({
      posts: names.slice(0, size).map((name, at) => ({ name, group: groups[at] ?? "" })),
      ...(alternating ? { alternate: { groups: ["一组", "二组"], from: day } as const } : {}),
    }));

  test("in any full round without leave everyone receives once", () => {
    fc.assert(
      fc.property(anyOrder, anyLog, fc.integer({ min: 1, max: 3 }), (drawn, before, rounds) => {
        const order: TurnOrder = { posts: drawn.posts };
        // Whatever happened on earlier days: the line begins somewhere.
        const log = before.filter(
          ({ at, remarks: said }) => at !== undefined && at < `${day} 00:00` && said !== "外派",
        );
        const tomorrow = addDays(day, 1);
        const received: string[] = [];
        for (let n = 0; n < rounds * order.posts.length; n++) {
          const next = nextTurn(order, replay(order, log, tomorrow));
          if (next?.kind !== "新客户") return false;
          received.push(next.name);
          log.push({
            row: 1000 + n,
            at: momentAt(tomorrow, 540 + n),
            receiver: next.name,
            kind: "新客户",
            counts: true,
            remarks: "",
          });
        }
        return order.posts.every(({ name }) => received.filter((each) => each === name).length === rounds);
      }),
    );
  });

  test("replayed from any prefix and then the rest is replayed of all", () => {
    fc.assert(
      fc.property(anyOrder, anyLog, fc.nat(), (order, log, cut) => {
        const rows = inTime(log).flatMap((each) => (each.log.at === undefined ? [] : [each.log]));
        const [first, rest] = [rows.slice(0, cut % (rows.length + 1)), rows.slice(cut % (rows.length + 1))];
        const until = first.at(-1)?.at;
        const before = replay(order, first, until === undefined ? addDays(day, -3) : dayOf(until));
        expect(replay(order, rest, day, before)).toEqual(replay(order, rows, day));
      }),
    );
  });

  test("any log gives a line of everybody, each once, and rows of later days change nothing", () => {
    fc.assert(
      fc.property(anyOrder, anyLog, (order, log) => {
        const turn = replay(order, log, day);
        expect([...turn.queue].sort()).toEqual(order.posts.map(({ name }) => name).sort());
        const yesterday = addDays(day, -1);
        const timed = log.filter(({ at }) => at !== undefined);
        expect(replay(order, timed, yesterday)).toEqual(
          replay(
            order,
            timed.filter(({ at }) => at !== undefined && dayOf(at) <= yesterday),
            yesterday,
          ),
        );
      }),
    );
  });

  test("the order rows stand in matters only within a minute", () => {
    fc.assert(
      fc.property(anyOrder, anyLog, (order, log) => {
        const apart = log.map((row, index) => ({ ...row, at: momentAt(day, index) }));
        expect(replay(order, [...apart].reverse(), day)).toEqual(replay(order, apart, day));
      }),
    );
  });
});
