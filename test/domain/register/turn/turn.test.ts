import type { CalendarDay, Moment } from "../../../../src/domain/kit/calendar-day";
import { checkWorkbook } from "../../../../src/domain/register/check/check-workbook";
import type { Decision } from "../../../../src/domain/register/decision";
import { registerVisit } from "../../../../src/domain/register/client/register-visit";
import type { SiteBook } from "../../../../src/domain/register/site";
import {
  joinReception,
  withoutReception,
  withReception,
} from "../../../../src/domain/register/turn/turn-join";
import { readTurn } from "../../../../src/domain/register/turn/turn-log";
import {
  helperFor,
  receiveNamed,
  receiveNew,
  receiveReturning,
  skipTurn,
  standIn,
} from "../../../../src/domain/register/turn/turn-receive";
import {
  backAtDoor,
  joinTurn,
  leaveDoor,
  quitTurn,
  reorderTurn,
  setUpTurn,
  voidReception,
} from "../../../../src/domain/register/turn/turn-roster";
import { turnView } from "../../../../src/domain/register/turn/turn";
import type { ClientNumber } from "../../../../src/domain/rules/client-number";
import { bookOf, type Cells, cellsOf, site, written } from "../book-of";

const today = "2024-03-10" as CalendarDay;
const at = (time: string, day: string = today) => ({
  today: day as CalendarDay,
  now: `${day} ${time}` as Moment,
});

const rotation = `
  | order | consultant | group | state |
  | 1     | 王强       | 一组  | 当值  |
  | 2     | 李娜       | 一组  | 当值  |
  | 3     | 赵敏       | 二组  | 当值  |`;

const done = (book: SiteBook, decision: Decision): SiteBook => {
  if (!decision.ok) throw new Error(decision.problems.map(({ code }) => code).join());
  return written(book, decision.changes);
};

type Step = (book: SiteBook) => Decision;
const after = (book: SiteBook, ...steps: readonly Step[]): SiteBook =>
  steps.reduce((held, step) => done(held, step(held)), book);

const refusedWith = (decision: Decision): readonly string[] =>
  decision.ok ? [] : decision.problems.map(({ code }) => code);

const next = (book: SiteBook, day = today): string | undefined => {
  const found = turnView(book, day).next;
  return found && `${found.name}${found.kind === "补接" ? "补接" : ""}`;
};

const log = (book: SiteBook): readonly string[] =>
  cellsOf(book, "receptions").map(({ receiver, kind, counts, remarks, clientId }) =>
    [receiver, kind, counts, remarks, clientId]
      .filter((each) => each !== null && each !== undefined)
      .join(" "),
  );

const states = (book: SiteBook): readonly unknown[] => cellsOf(book, "rotation").map(({ state }) => state);

const isNew =
  (expected: string, time: string): Step =>
  (book) =>
    receiveNew(book, { expected }, at(time));

describe("at the door", () => {
  const set = bookOf({ rotation });

  test("set up from 设置's consultants at work, in their order", () => {
    const empty = bookOf(
      {},
      { consultants: [...site().consultants, { name: "孙丽", active: false, group: "" }] },
    );
    expect(turnView(empty, today).state).toBe("empty");
    const book = after(empty, (each) => setUpTurn(each, at("08:50")));
    expect(
      cellsOf(book, "rotation").map(({ order, consultant, group, state }) => [
        order,
        consultant,
        group,
        state,
      ]),
    ).toEqual([
      [1, "王强", "一组", "当值"],
      [2, "李娜", "一组", "当值"],
      [3, "赵敏", "一组", "当值"],
    ]);
    expect(turnView(book, today)).toMatchObject({ state: "set", next: { name: "王强" } });
    expect(refusedWith(setUpTurn(book, at("09:00")))).toEqual(["turnSetAlready"]);
    expect(refusedWith(setUpTurn(bookOf({}, { consultants: [] }), at("09:00")))).toEqual([
      "turnNoConsultants",
    ]);
  });

  test("a new client is received by the next, who is shown 接待中, and the turn goes on", () => {
    const book = after(set, isNew("王强", "09:10"));
    expect(cellsOf(book, "receptions")).toMatchObject([
      {
        at: "2024-03-10 09:10",
        receiver: "王强",
        kind: "新客户",
        counts: "是",
        clientId: null,
        remarks: null,
      },
    ]);
    expect(states(book)).toEqual(["接待中", "当值", "当值"]);
    expect(next(book)).toBe("李娜");
    expect(turnView(book, today).line.map(({ name, state, counts }) => [name, state, counts])).toEqual([
      ["李娜", "当值", {}],
      ["赵敏", "当值", {}],
      ["王强", "接待中", { 新客户: 1 }],
    ]);
  });

  test("two panes at once: the second is told whose turn it is now, and nothing is written", () => {
    const book = after(set, isNew("王强", "09:10"));
    const second = receiveNew(book, { expected: "王强" }, at("09:10"));
    expect(refusedWith(second)).toEqual(["turnMoved"]);
    expect(second).toMatchObject({ problems: [{ rule: "R11", facts: { next: "李娜", expected: "王强" } }] });
  });

  test("nobody in the order, nobody there", () => {
    expect(refusedWith(receiveNew(bookOf(), { expected: "王强" }, at("09:10")))).toEqual(["turnNotSet"]);
    const off = after(
      set,
      ...["王强", "李娜", "赵敏"].map(
        (name): Step =>
          (book) =>
            leaveDoor(book, { name, state: "休息" }, at("09:00")),
      ),
    );
    expect(refusedWith(receiveNew(off, { expected: "王强" }, at("09:10")))).toEqual(["turnNobody"]);
  });

  test("休息 is logged, and the turn that comes meanwhile is lost with a row of its own", () => {
    const book = after(
      set,
      (each) => leaveDoor(each, { name: "王强", state: "休息", why: "看病" }, at("09:00")),
      isNew("李娜", "09:10"),
    );
    expect(log(book)).toEqual(["王强 轮空 否 休息：看病", "王强 轮空 是 休息", "李娜 新客户 是"]);
    expect(states(book)).toEqual(["休息", "接待中", "当值"]);
    expect(turnView(book, today).line.map(({ name, counts }) => [name, counts])).toEqual([
      ["赵敏", {}],
      ["王强", { 轮空: 1 }],
      ["李娜", { 新客户: 1 }],
    ]);
    const back = after(book, (each) => backAtDoor(each, "王强", at("11:00")));
    expect(log(back).at(-1)).toBe("王强 轮空 否 回来");
    expect(next(back)).toBe("赵敏");
    expect(states(back)[0]).toBe("当值");
    expect(refusedWith(backAtDoor(back, "王强", at("11:01")))).toEqual(["turnBackAlready"]);
  });

  test("外派 earns one make-up on return, which comes first and leaves the line as it is", () => {
    const away = after(
      set,
      (each) => leaveDoor(each, { name: "王强", state: "外派" }, at("09:00")),
      isNew("李娜", "09:10"),
    );
    expect(turnView(away, today).line.find(({ name }) => name === "王强")).toMatchObject({
      state: "外派",
      owed: 1,
    });
    expect(next(away)).toBe("赵敏");
    const back = after(away, (each) => backAtDoor(each, "王强", at("10:00")));
    expect(next(back)).toBe("王强补接");
    const made = after(back, isNew("王强", "10:10"));
    expect(log(made).at(-1)).toBe("王强 补接 否");
    expect(next(made)).toBe("赵敏");
    // A make-up may be given up, too.
    const skipped = after(back, (each) => skipTurn(each, { expected: "王强", why: "签约" }, at("10:10")));
    expect(log(skipped).at(-1)).toBe("王强 补接 否 放弃：签约");
    expect(next(skipped)).toBe("赵敏");
    expect(turnView(skipped, today).open.map(({ receiver }) => receiver)).toEqual(["李娜"]);
  });

  test("a make-up passes over nobody: who is off before them has not lost the turn", () => {
    const book = after(
      set,
      (each) => skipTurn(each, { expected: "王强", why: "" }, at("09:00")),
      (each) => leaveDoor(each, { name: "李娜", state: "外派" }, at("09:05")),
      isNew("赵敏", "09:10"),
      (each) => leaveDoor(each, { name: "王强", state: "休息" }, at("09:15")),
      (each) => backAtDoor(each, "李娜", at("09:20")),
      isNew("李娜", "09:30"),
    );
    expect(log(book).at(-2)).toBe("李娜 轮空 否 回来");
    expect(log(book).at(-1)).toBe("李娜 补接 否");
    expect(turnView(book, today).line.map(({ name }) => name)).toEqual(["王强", "李娜", "赵敏"]);
  });

  test("skipped by one's own doing", () => {
    const book = after(set, (each) => skipTurn(each, { expected: "王强", why: "" }, at("09:10")));
    expect(log(book)).toEqual(["王强 轮空 是 放弃"]);
    expect(next(book)).toBe("李娜");
  });

  test.each([
    ["help", ["李娜 义务接待 否 代王强（签约），轮次保留"], "王强"],
    ["fillIn", ["李娜 新客户 是 王强签约，轮次保留"], "王强"],
    ["giveUp", ["王强 轮空 是 放弃（签约）", "李娜 新客户 是"], "赵敏"],
  ] as const)("on turn but signing: %s", (how, rows, then) => {
    const book = after(set, (each) =>
      standIn(each, { expected: "王强", how, helper: "李娜", why: "签约" }, at("09:10")),
    );
    expect(log(book)).toEqual(rows);
    expect(next(book)).toBe(then);
  });

  test("nobody helps who is away, and nobody helps themselves", () => {
    const book = after(set, (each) => leaveDoor(each, { name: "李娜", state: "休息" }, at("09:00")));
    for (const helper of ["李娜", "王强", "外人"])
      expect(
        refusedWith(standIn(book, { expected: "王强", how: "help", helper, why: "" }, at("09:10"))),
      ).toEqual(["turnNotThere"]);
  });

  test("by name: no turn used; a caller's name takes it; who is away cannot be named", () => {
    const named = after(set, (each) => receiveNamed(each, { name: "赵敏", caller: false }, at("09:10")));
    expect(log(named)).toEqual(["赵敏 指名 否"]);
    expect(next(named)).toBe("王强");
    const caller = after(set, (each) => receiveNamed(each, { name: "王强", caller: true }, at("09:10")));
    expect(log(caller)).toEqual(["王强 指名 是 电话客户"]);
    expect(next(caller)).toBe("李娜");
    const off = after(set, (each) => leaveDoor(each, { name: "王强", state: "休息" }, at("09:00")));
    const passing = after(off, (each) => receiveNamed(each, { name: "赵敏", caller: true }, at("09:10")));
    expect(log(passing)).toEqual(["王强 轮空 否 休息", "赵敏 指名 是 电话客户"]);
    expect(next(after(passing, (each) => backAtDoor(each, "王强", at("09:20"))))).toBe("王强");
    const away = after(set, (each) => leaveDoor(each, { name: "赵敏", state: "外派" }, at("09:00")));
    expect(refusedWith(receiveNamed(away, { name: "赵敏", caller: false }, at("09:10")))).toEqual([
      "turnNotThere",
    ]);
  });
});

describe("returning clients", () => {
  const clientId = "LY-ZS001" as ClientNumber;
  const set = bookOf({
    rotation,
    visitors: [{ clientId, name: "张三", consultant: "赵敏" }],
    grades: [{ clientId, consultant: "李娜" }],
  });

  test("the owner, as 等级跟踪 has it now, uses no turn", () => {
    const book = after(set, (each) => receiveReturning(each, { clientId, receiver: "李娜" }, at("09:10")));
    expect(log(book)).toEqual(["李娜 老客户 否 LY-ZS001"]);
    expect(next(book)).toBe("王强");
  });

  test("R10: who is × and waits is nobody's: whoever receives does not stand in for who gave them up", () => {
    const lost = bookOf({
      rotation,
      visitors: [{ clientId, name: "张三", consultant: "李娜" }],
      grades: [{ clientId, consultant: "李娜", reachedC: "2024-03-01", reachedLost: "2024-03-08" }],
    });
    for (const receiver of ["李娜", "王强"]) {
      const received = receiveReturning(lost, { clientId, receiver }, at("09:10"));
      expect(log(done(lost, received))).toEqual([`${receiver} 老客户 否 LY-ZS001`]);
      expect(received.ok && received.hints.map(({ code, form }) => `${code} ${form ?? ""}`)).toEqual([
        "hopelessWaits receptions",
      ]);
    }
    const helped = receiveReturning(set, { clientId, receiver: "王强" }, at("09:10"));
    expect(helped.ok && helped.hints).toEqual([]);
  });

  test("001 二.4: the owner away, the one on turn helps and keeps the turn", () => {
    const away = after(set, (each) => leaveDoor(each, { name: "李娜", state: "外派" }, at("09:00")));
    expect(helperFor(readTurn(away, today), "李娜")).toEqual({ name: "王强", because: "away" });
    const book = after(away, (each) => receiveReturning(each, { clientId, receiver: "王强" }, at("09:10")));
    expect(log(book).at(-1)).toBe("王强 义务接待 否 代李娜（外派） LY-ZS001");
    expect(next(book)).toBe("王强");
  });

  test("000 二(二)3: the owner is with a new client: the last in line helps", () => {
    const busy = after(set, isNew("王强", "09:10"), isNew("李娜", "09:20"));
    expect(helperFor(readTurn(busy, today), "李娜")).toEqual({ name: "赵敏", because: "withNew" });
  });

  test("000 二(二)5: two returning clients at once: a free colleague of the same group", () => {
    const busy = after(set, (each) => receiveReturning(each, { clientId, receiver: "李娜" }, at("09:10")));
    expect(helperFor(readTurn(busy, today), "李娜")).toEqual({ name: "王强", because: "withOld" });
    const bothBusy = after(busy, (each) => receiveNamed(each, { name: "王强", caller: false }, at("09:15")));
    expect(helperFor(readTurn(bothBusy, today), "李娜")).toEqual({ name: "赵敏", because: "withOld" });
    // Free again: no row, the state alone.
    const free = after(bothBusy, (each) => backAtDoor(each, "李娜", at("09:40")));
    expect(log(free)).toHaveLength(2);
    expect(helperFor(readTurn(free, today), "李娜")).toEqual({ name: "李娜", because: "owner" });
  });

  test("an owner who has left the house is helped like one who is away", () => {
    expect(helperFor(readTurn(set, today), "钱多")).toEqual({ name: "王强", because: "away" });
    const gone = bookOf({ rotation, grades: [{ clientId, consultant: "钱多" }] });
    const book = after(gone, (each) => receiveReturning(each, { clientId, receiver: "王强" }, at("09:10")));
    expect(log(book)).toEqual(["王强 义务接待 否 代钱多（不在轮序） LY-ZS001"]);
  });
});

describe("状态 beside the log", () => {
  const off = (state: string): string => `
    | order | consultant | state    |
    | 1     | 王强       | ${state} |
    | 2     | 李娜       | 当值     |`;

  test("set by hand it holds at once, and is written into the log when the turn passes", () => {
    const book = bookOf({ rotation: off("休息") });
    expect(next(book)).toBe("李娜");
    expect(turnView(book, today).next?.over).toEqual([{ name: "王强", state: "rest" }]);
    expect(log(after(book, isNew("李娜", "09:10")))).toEqual(["王强 轮空 是 休息", "李娜 新客户 是"]);
  });

  test("yesterday's leave is over this morning, and the cell is put right with the first entry", () => {
    const book = after(bookOf({ rotation: off("当值") }), (each) =>
      leaveDoor(each, { name: "王强", state: "休息" }, at("17:00", "2024-03-09")),
    );
    expect(states(book)).toEqual(["休息", "当值"]);
    expect(next(book, "2024-03-09" as CalendarDay)).toBe("李娜");
    expect(next(book)).toBe("王强");
    expect(
      states(after(book, (each) => leaveDoor(each, { name: "李娜", state: "休息" }, at("09:00")))),
    ).toEqual(["当值", "休息"]);
  });

  const said = (kind: string, counts: string, remarks: string, time = "09:00") => ({
    at: `2024-03-10 ${time}`,
    receiver: "王强",
    kind,
    counts,
    remarks,
  });
  test.each([
    ["当值", said("轮空", "否", "休息")],
    ["接待中", said("轮空", "否", "外派：去银行")],
    ["外派", said("轮空", "否", "请假")],
    ["当值", said("轮空", "是", "休息")],
  ])("%s undoes nothing of what the log says: away until a row says 回来", (state, row) => {
    const book = bookOf({ rotation: off(state), receptions: [row] });
    expect(next(book)).toBe("李娜");
    expect(turnView(book, today).line.find(({ name }) => name === "王强")?.state).toBe(
      row.remarks.startsWith("外派") ? "外派" : "休息",
    );
    const [found, ...others] = checkWorkbook(book, today).filter(({ code }) => code === "turnStateBehind");
    expect(others).toEqual([]);
    expect(found).toMatchObject({ form: "rotation", row: 5, key: "state", rule: "R11" });
    const put = written(book, found?.fix ?? []);
    expect(checkWorkbook(put, today).filter(({ code }) => code === "turnStateBehind")).toEqual([]);
    expect(next(put)).toBe("李娜");
    const back = bookOf({
      rotation: off("当值"),
      receptions: [row, said("轮空", "否", "回来", "11:00")],
    });
    expect(next(back)).toBe(row.counts === "是" ? "李娜" : "王强");
    expect(checkWorkbook(back, today).some(({ code }) => code === "turnStateBehind")).toBe(false);
  });

  test.each([
    ["休息", said("老客户", "否", "", "10:30"), ["10:30 老客户"]],
    ["外派", said("新客户", "是", "", "10:30"), ["10:30 新客户"]],
    ["休息", said("轮空", "是", "放弃", "10:30"), []],
    ["当值", said("老客户", "否", "", "10:30"), []],
    ["休息", { ...said("老客户", "否", ""), at: "2024-03-09 10:30" }, []],
  ])("%s by hand, though the log has them receiving that day, is asked about", (state, row, told) => {
    const found = checkWorkbook(bookOf({ rotation: off(state), receptions: [row] }), today).filter(
      ({ code }) => code === "turnStateUnlogged",
    );
    expect(found.map(({ facts }) => `${String(facts?.["at"])} ${String(facts?.["kind"])}`)).toEqual(told);
    for (const each of found)
      expect(each).toMatchObject({ form: "rotation", row: 5, key: "state", rule: "R11" });
  });

  test("接待中 of an earlier day is over", () => {
    const book = bookOf({
      rotation: off("接待中"),
      receptions: [{ at: "2024-03-09 09:00", receiver: "王强", kind: "老客户", counts: "否" }],
    });
    expect(turnView(book, today).line[0]).toMatchObject({ name: "王强", state: "当值" });
  });
});

describe("the order itself", () => {
  const set = bookOf({ rotation });

  test("a new order begins now, with its first, and says so in the log", () => {
    const book = after(set, isNew("王强", "09:10"), (each) =>
      reorderTurn(each, ["赵敏", "王强", "李娜"], at("09:30")),
    );
    expect(cellsOf(book, "rotation").map(({ consultant, order }) => `${consultant}${order}`)).toEqual([
      "王强2",
      "李娜3",
      "赵敏1",
    ]);
    expect(log(book).at(-1)).toBe("赵敏 轮空 否 重排：从赵敏开始");
    expect(turnView(book, today).line.map(({ name }) => name)).toEqual(["赵敏", "王强", "李娜"]);
    expect(refusedWith(reorderTurn(book, ["赵敏", "王强"], at("09:30")))).toEqual(["turnRosterChanged"]);
  });

  test("a new colleague takes the last place; who quits leaves the log alone", () => {
    const more = bookOf(
      { rotation },
      { consultants: [...site().consultants, { name: "孙丽", active: true, group: "二组" }] },
    );
    expect(turnView(more, today).outside).toEqual(["孙丽"]);
    const book = after(more, isNew("王强", "09:10"), (each) => joinTurn(each, "孙丽", at("09:30")));
    expect(cellsOf(book, "rotation").at(-1)).toMatchObject({
      order: 4,
      consultant: "孙丽",
      group: "二组",
      state: "当值",
    });
    expect(turnView(book, today).line.map(({ name }) => name)).toEqual(["李娜", "赵敏", "王强", "孙丽"]);
    const left = after(book, (each) => quitTurn(each, "李娜"));
    expect(turnView(left, today).line.map(({ name }) => name)).toEqual(["赵敏", "王强", "孙丽"]);
    expect(refusedWith(quitTurn(left, "李娜"))).toEqual(["turnNotInLine"]);
    expect(refusedWith(leaveDoor(left, { name: "李娜", state: "休息" }, at("10:00")))).toEqual([
      "turnNotInLine",
    ]);
  });

  test("by 顺序, not as the rows stand; without a number last; who has left the house is out", () => {
    const book = bookOf(
      {
        rotation: `
          | order | consultant |
          |       | 孙丽       |
          | 3     | 王强       |
          | １    | 赵敏       |
          | 2     | 李娜       |`,
      },
      {
        consultants: [
          ...site().consultants.map((each) => ({ ...each, active: each.name !== "李娜" })),
          { name: "孙丽", active: true, group: "" },
        ],
      },
    );
    expect(turnView(book, today).line.map(({ name }) => name)).toEqual(["赵敏", "王强", "孙丽"]);
  });

  test("two groups on alternate days", () => {
    const policies = { ...site().policies, alternateDays: true, alternateFrom: "2024-03-09" as CalendarDay };
    const book = bookOf({ rotation }, { policies });
    expect(turnView(book, today)).toMatchObject({
      groupToday: "二组",
      next: { name: "赵敏" },
      offDuty: ["王强", "李娜"],
    });
    const unset = bookOf({ rotation }, { policies: { ...policies, alternateFrom: undefined } });
    expect(turnView(unset, today)).toMatchObject({ alternateUnset: true, next: { name: "王强" } });
  });

  test("作废: the row stays, counts no more, and its number is nobody's reception", () => {
    const received = after(set, (each) =>
      receiveNew(each, { expected: "王强", clientId: "LY-ZS001" as ClientNumber }, at("09:10")),
    );
    const [row] = turnView(received, today).today;
    const asked = { row: row?.step.log.row ?? 0, key: "2024-03-10 09:10|王强" };
    const book = after(received, (each) => voidReception(each, asked, at("09:12")));
    expect(cellsOf(book, "receptions")).toMatchObject([
      { kind: "新客户", counts: "否", remarks: "作废 LY-ZS001", clientId: null },
    ]);
    expect(next(book)).toBe("王强");
    expect(turnView(book, today)).toMatchObject({ open: [], line: [{ counts: {} }, {}, {}] });
    expect(refusedWith(voidReception(book, { ...asked, row: 99 }, at("09:12")))).toEqual(["receptionGone"]);
  });
});

describe("a reception and its registration are one visit", () => {
  const set = bookOf({ rotation });
  const answers = {
    visitDate: today,
    consultant: "王强",
    name: "张三",
    gender: "男",
    mobile: "13803791234",
    channels: "路过",
    notes: "看了三房样板间，满意朝南的客厅，担心总价超出预算，想和爱人再商量，约好周末带父母一起来看。",
  };

  test("the number goes into the log's row, in one entry", () => {
    const received = after(set, isNew("王强", "09:10"));
    const [open] = turnView(received, today).open;
    expect(open).toEqual({
      key: "2024-03-10 09:10|王强",
      at: "2024-03-10 09:10",
      receiver: "王强",
      kind: "新客户",
      consultant: "王强",
    });
    const book = after(received, (each) =>
      withReception(each, registerVisit(each, answers, at("09:40")), open?.key ?? "", at("09:40")),
    );
    expect(cellsOf(book, "receptions")[0]?.["clientId"]).toBe("LY-ZS001");
    expect(cellsOf(book, "visitors")).toHaveLength(1);
    expect(turnView(book, today)).toMatchObject({ open: [], today: [{ clientId: "LY-ZS001" }] });
  });

  test("R11: today's new client of somebody who is not next, in no reception: said; the next one's own is not", () => {
    const [first = "", other = ""] = turnView(set, today).line.map(({ name }) => name);
    const hintsOf = (consultant: string, visitDate: string = today): readonly string[] => {
      const moment = at("09:40");
      const decision = withoutReception(
        set,
        registerVisit(set, { ...answers, consultant, visitDate }, moment),
        moment,
      );
      return decision.ok ? decision.hints.map(({ code }) => code) : ["refused"];
    };
    expect(hintsOf(other)).toContain("visitOutOfTurn");
    expect(hintsOf(first)).not.toContain("visitOutOfTurn");
    expect(hintsOf(other, "2024-03-09")).not.toContain("visitOutOfTurn");
  });

  test("a row that is gone or joined does not stand in the way of a registration; a join alone is refused", () => {
    const decision = withReception(
      set,
      registerVisit(set, answers, at("09:40")),
      "2024-03-10 09:10|王强",
      at("09:40"),
    );
    expect(decision).toMatchObject({ ok: true, clientId: "LY-ZS001" });
    const asked = { key: "2024-03-10 09:10|王强", clientId: "LY-ZS001" as ClientNumber };
    expect(refusedWith(joinReception(set, asked, at("09:40")))).toEqual(["receptionGone"]);
    const joined = after(set, isNew("王强", "09:10"), (each) => joinReception(each, asked, at("09:40")));
    expect(cellsOf(joined, "receptions")[0]?.["clientId"]).toBe("LY-ZS001");
    // A number once filled in stays.
    expect(refusedWith(joinReception(joined, asked, at("09:41")))).toEqual(["receptionGone"]);
  });

  test("of two received in one minute each keeps its own key, and its own row", () => {
    const row = { at: "2024-03-10 09:10", receiver: "王强", kind: "指名", counts: "否" };
    const book = written(after(set, isNew("王强", "09:10"), isNew("李娜", "09:10")), [
      { kind: "append", form: "receptions", row },
    ]);
    const [first, , second] = turnView(book, today).open.map(({ key }) => key);
    expect([first, second]).toEqual(["2024-03-10 09:10|王强", "2024-03-10 09:10|王强|2"]);
    const join = (key: string, clientId: string) => (each: SiteBook) =>
      joinReception(each, { key, clientId: clientId as ClientNumber }, at("09:40"));
    const joined = after(book, join(first ?? "", "LY-ZS001"));
    expect(turnView(joined, today).open.map(({ key }) => key)).toContain(second);
    const both = after(joined, join(second ?? "", "LY-LS001"));
    expect(cellsOf(both, "receptions").map((row) => row["clientId"] ?? "")).toEqual([
      "LY-ZS001",
      "",
      "LY-LS001",
    ]);
  });

  test("who was helped has the client", () => {
    const book = after(set, (each) =>
      standIn(each, { expected: "王强", how: "help", helper: "李娜", why: "签约" }, at("09:10")),
    );
    expect(turnView(book, today).open).toMatchObject([{ receiver: "李娜", consultant: "王强" }]);
  });
});

test("without the tables nothing is known, and nothing crashes", () => {
  expect(turnView({ site: site(), registers: {}, absent: ["rotation", "receptions"] }, today)).toMatchObject({
    state: "absent",
    next: undefined,
    line: [],
    today: [],
  });
});

describe("what the check says", () => {
  const codes = (book: SiteBook): readonly string[] =>
    checkWorkbook(book, today)
      .filter(({ rule }) => rule === "R11")
      .map(({ code, row, key, facts }) =>
        [code, row, key, ...Object.values(facts ?? {})].filter((each) => each !== undefined).join(" "),
      );
  const logged = (rows: string | readonly Cells[], order = rotation): SiteBook =>
    bookOf({ rotation: order, receptions: rows });

  test("a day by the rules is quiet", () => {
    const book = after(
      bookOf({ rotation }),
      isNew("王强", "09:00"),
      (each) => leaveDoor(each, { name: "李娜", state: "外派" }, at("09:05")),
      isNew("赵敏", "09:10"),
      (each) => backAtDoor(each, "李娜", at("09:20")),
      isNew("李娜", "09:30"),
      (each) => standIn(each, { expected: "王强", how: "fillIn", why: "签约" }, at("09:40")),
      (each) => standIn(each, { expected: "王强", how: "giveUp", why: "签约" }, at("09:50")),
      (each) => reorderTurn(each, ["赵敏", "王强", "李娜"], at("10:00")),
      isNew("赵敏", "10:10"),
    );
    expect(codes(book)).toEqual([]);
  });

  test("out of turn without a reason; long ago, with one, or before a new order it is left alone", () => {
    expect(
      codes(
        logged(`
        | at               | clientId  | receiver | kind   | counts | remarks  |
        | 2024-02-01 09:00 | /         | 赵敏     | 新客户 | 是     |          |
        | 2024-03-09 09:00 | /         | 李娜     | 新客户 | 是     |          |
        | 2024-03-09 09:30 | /         | 赵敏     | 新客户 | 是     | 李娜签约 |`),
      ),
    ).toEqual(["outOfTurn 6 receiver 李娜 王强"]);
    expect(
      codes(
        logged(`
        | at               | clientId  | receiver | kind   | counts | remarks        |
        | 2024-03-09 09:00 | /         | 李娜     | 新客户 | 是     |                |
        | 2024-03-09 09:30 |           | 王强     | 轮空   | 否     | 重排：从王强开始 |`),
      ),
    ).toEqual([]);
  });

  test("who joined later was not passed over before", () => {
    const rows = `
      | at               | clientId | receiver | kind   | counts | remarks |
      | 2024-03-09 09:00 | /        | 王强     | 新客户 | 是     |         |
      | 2024-03-09 09:10 | /        | 李娜     | 新客户 | 是     |         |
      | 2024-03-09 09:20 | /        | 王强     | 新客户 | 是     |         |`;
    expect(codes(logged(rows))).toEqual(["outOfTurn 7 receiver 王强 赵敏"]);
    expect(
      codes(logged(`${rows}\n| 2024-03-09 09:30 |          | 赵敏     | 轮空   | 否     | 入列    |`)),
    ).toEqual([]);
  });

  test("计序 that contradicts 类别, a make-up nobody owes, a note nobody understands, a receiver out of the order", () => {
    expect(
      codes(
        logged(
          `
        | at               | clientId  | receiver | kind   | counts | remarks |
        | 2024-03-10 09:00 | LY-ZS001  | 王强     | 老客户 | 是     |         |
        | 2024-03-10 09:10 | LY-ZS001  | 李娜     | 补接   | 否     |         |
        | 2024-03-10 09:20 |           | 李娜     | 轮空   | 否     | 喝水    |
        | 2024-03-10 09:30 | LY-ZS001  | 赵敏     | 新客户 | 是     |         |
        | 2024-03-10 09:40 | LY-ZS001  | 王强     | 老客户 | 是     | 作废    |
        | 2024-03-10 09:50 | LY-ZS001  | 王强     | 老客户 | 否     | 记错时间 |
        | 2024-03-10 09:50 | LY-ZS001  | 王强     | 老客户 | 是     | 记错了  |`,
          `| order | consultant | group | state |
           | 1     | 王强       | 一组  | 当值  |
           | 2     | 李娜       | 一组  | 当值  |`,
        ),
      ),
    ).toEqual([
      "countsContradict 5 counts 老客户 否",
      "makeUpNotOwed 6 kind 李娜",
      "turnNoteUnread 7 remarks",
      "receiverOutside 8 receiver",
      "turnSlipCounts 10 remarks",
    ]);
  });

  test("new clients without a number after their day; / is one who left no details", () => {
    expect(
      codes(
        logged(`
        | at               | clientId | receiver | kind   | counts |
        | 2024-03-09 09:00 |          | 王强     | 新客户 | 是     |
        | 2024-03-09 09:10 | /        | 李娜     | 新客户 | 是     |
        | 2024-03-10 09:20 |          | 赵敏     | 新客户 | 是     |`),
      ),
    ).toEqual(["receptionUnregistered 5 clientId 2024-03-09 王强 新客户"]);
  });

  test("the order: twice a number, twice a name, no group, no first day; rows out of time order, said once", () => {
    const policies = { ...site().policies, alternateDays: true };
    expect(
      codes(
        bookOf(
          {
            rotation: `
              | order | consultant | group | state |
              | 1     | 王强       | 一组  | 当值  |
              | 1     | 李娜       |       | 当值  |
              | 2     | 王强       | 一组  | 当值  |`,
            receptions: `
              | at               | clientId | receiver | kind   | counts |
              | 2024-03-10 09:30 | LY-ZS001 | 王强     | 老客户 | 否     |
              | 2024-03-10 09:20 | LY-ZS001 | 王强     | 老客户 | 否     |
              | 2024-03-10 09:10 | LY-ZS001 | 王强     | 老客户 | 否     |`,
          },
          { policies, consultants: site().consultants.map((each) => ({ ...each, group: "" })) },
        ),
      ),
    ).toEqual([
      "turnAlternateUnset",
      "turnOrderTwice 6 order 5",
      "turnNoGroup 6 consultant",
      "turnNameTwice 7 consultant 5",
      "logOutOfTime 6 at 2",
    ]);
  });

  test("used a turn on the other group's day", () => {
    const policies = { ...site().policies, alternateDays: true, alternateFrom: today };
    expect(
      codes(
        bookOf(
          {
            rotation,
            receptions: `
              | at               | clientId | receiver | kind   | counts |
              | 2024-03-10 09:00 | LY-ZS001 | 赵敏     | 新客户 | 是     |`,
          },
          { policies },
        ),
      ),
    ).toEqual(["turnOffDuty 5 receiver 赵敏 一组"]);
  });
});

describe("clients in the log who have an owner", () => {
  const visitors = [
    { clientId: "LY-ZS001", name: "张三", consultant: "王强", visitDate: "2024-03-05", gender: "男" },
  ];
  const logged = (receiver: string, kind: string, counts: string, over: Cells = {}) => ({
    at: "2024-03-10 09:00",
    clientId: "LY-ZS001",
    receiver,
    kind,
    counts,
    ...over,
  });
  const codes = ["newThoughOwned", "oldOfAnother"];
  const told = (
    row: Cells,
    grade: Cells | undefined = { clientId: "LY-ZS001", consultant: "王强" },
    days = 0,
  ) =>
    checkWorkbook(
      bookOf(
        { rotation, visitors, grades: grade ? [grade] : [], receptions: [row] },
        { policies: { ...site().policies, claimDays: days } },
      ),
      today,
    )
      .filter(({ code }) => codes.includes(code))
      .map(({ code, key, facts }) => `${code} ${key ?? ""} ${facts?.["owner"] ?? ""}`);

  test.each([
    ["new, though registered before and owned", logged("李娜", "新客户", "是"), ["newThoughOwned kind 王强"]],
    ["new, by the owner", logged("王强", "新客户", "是"), ["newThoughOwned kind 王强"]],
    ["new on the day of the registration", logged("王强", "新客户", "是", { at: "2024-03-05 09:00" }), []],
    ["a row that does not count", logged("李娜", "新客户", "是", { remarks: "作废" }), []],
    ["old, by the owner", logged("王强", "老客户", "否"), []],
    ["old, by somebody else", logged("李娜", "老客户", "否"), ["oldOfAnother kind 王强"]],
    ["help", logged("李娜", "义务接待", "否"), []],
  ])("%s", (_, row, expected) => {
    expect(told(row)).toEqual(expected);
  });

  test("as registered, where 等级跟踪 says nothing", () => {
    expect(told(logged("李娜", "老客户", "否"), undefined)).toEqual(["oldOfAnother kind 王强"]);
  });
  test("whose the client was before a reassignment or a handing over", () => {
    const given = { clientId: "LY-ZS001", consultant: "赵敏" };
    expect(told(logged("王强", "老客户", "否"), { ...given, formerConsultant: "王强" })).toEqual([]);
    expect(
      told(logged("王强", "老客户", "否"), { ...given, remarks: "2024-03-11 交接：王强 → 赵敏，离职" }),
    ).toEqual([]);
  });
  test("nobody's any more: × and waiting, or lapsed", () => {
    const lost = { clientId: "LY-ZS001", consultant: "王强", reachedLost: "2024-03-08" };
    expect(told(logged("李娜", "新客户", "是"), lost)).toEqual([]);
    expect(told(logged("李娜", "老客户", "否"), lost)).toEqual([]);
    expect(told(logged("李娜", "老客户", "否"), { ...lost, reachedLost: "2024-03-11" })).toHaveLength(1);
    expect(told(logged("李娜", "新客户", "是"), undefined, 3)).toEqual([]);
    // Assigned anew since: from that day on they are the next consultant's.
    const anew = { ...lost, consultant: "赵敏", formerConsultant: "王强", reachedD: "2024-03-11" };
    expect(told(logged("李娜", "老客户", "否"), anew)).toEqual([]);
    expect(told(logged("李娜", "新客户", "是"), anew)).toEqual([]);
    expect(told(logged("李娜", "老客户", "否"), { ...anew, reachedD: "2024-03-10" })).toEqual([
      "oldOfAnother kind 赵敏",
    ]);
    expect(told(logged("李娜", "老客户", "否"), { ...anew, formerConsultant: null })).toHaveLength(1);
    expect(told(logged("李娜", "新客户", "是"), undefined, 5)).toHaveLength(1);
  });
});
